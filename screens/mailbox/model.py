"""Writing a letter without its looks: five steps, a receipt, and nothing kept once it is posted or the visitor leaves.

Owns the order of the steps and what each touch does. Leaves to others: typing (`screens.inputs`), speaking (`voice`),
sealing and keeping (`MailboxServices.post`), looking a letter up (`tracking`).
"""

from __future__ import annotations

from dataclasses import replace

from content.catalog import Catalog
from content.language import is_chinese, is_translated, say
from screens.inputs.engine import PinyinEngine
from screens.inputs.fields import FieldSpec
from screens.inputs.model import InputPanel
from screens.inputs.modes import standard_modes
from screens.mailbox.fields import field_of
from screens.mailbox.letters import LetterDraft, MailboxServices, Posted, PostRefused, Tracking
from screens.mailbox.state import BEFORE, PHONE_DIGITS, MailboxState, Stage
from screens.mailbox.voice import Dictation
from screens.pen import Samples
from screens.screen import Effects, EndVisit, GoHome, Say, Screen, Toast
from screens.session import IdleKind
from screens.strings import Language, string

__all__ = ["Letter", "LetterDraft", "MailboxServices", "MailboxState", "PostRefused", "Posted", "Tracking"]

FLIGHT_S = 1.1  # tokens: letter_post
_PANEL_KEYS = ("keys.", "candidates.", "mode.", "pad.")


class Letter(Screen[MailboxState]):
    """One letter from its topic to its receipt."""

    def __init__(self, services: MailboxServices, engine: PinyinEngine, deputy: str = "") -> None:
        self._services = services
        self._engine = engine
        self._panel = InputPanel(standard_modes(engine, services.reader))
        self._voice = Dictation(services.dictaphone)
        self._deputy = deputy
        self._landed: float | None = None
        self._language: Language = "zh-Hans"
        self.state = self._blank()

    def _blank(self) -> MailboxState:
        catalog = self._services.catalog()
        try:
            deputy = catalog.deputy(self._deputy) if self._deputy else None
        except KeyError:
            deputy = None  # their term ended between two releases: the letter goes to whoever is responsible
        return MailboxState(
            catalog.exhibition.mailbox, deputy=deputy, to_deputy=deputy is not None, voice=self._voice.state
        )

    # -- what the director says

    @property
    def idle(self) -> IdleKind:  # type: ignore[override]
        """A receipt clears sooner than a letter being written."""
        return "receipt" if self.state.receipt else "form"

    @property
    def language(self) -> Language:
        """The language of the keys and of what is read aloud; changing it keeps the place and the words."""
        return self._language

    @language.setter
    def language(self, language: Language) -> None:
        if language == self._language:
            return
        self._language = language
        field = field_of(self.state.stage, language)
        if field is not None and self.state.panel is not None:
            self._open(field, self._panel.settle())
            self._show()

    @property
    def plays(self) -> bool:  # type: ignore[override]
        """While somebody speaks, or hears it back, nothing else is heard and nobody is asked whether they are there."""
        return self._voice.sounds

    def leave(self, now: float) -> None:
        self._voice.stop()
        self._heard()

    def press(self, id: str, now: float) -> Effects:
        if id.startswith(_PANEL_KEYS):
            return self._typed(id)
        if id == "dock.back":
            self._back()
            return ()
        name, _, what = id.removeprefix("mailbox.").partition(".")
        act = getattr(self, f"_do_{name}", None)
        effects: Effects = act(what, now) if id.startswith("mailbox.") and act else ()
        return effects

    def key(self, key: str, now: float) -> Effects:
        busy = self.state.asks or self.state.phrases or self.state.voicing
        if self.state.panel is not None and not busy:
            self._panel.hardware(key)
            self._show(notice="")
        return ()

    def draw(self, id: str, stroke: Samples, now: float) -> Effects:
        if id == "pad.ink" and self.state.panel is not None:
            self._panel.feed(stroke)
            self._show(notice="")
        return ()

    @property
    def awaits(self) -> bool:  # type: ignore[override]
        """Whether ink is being read, or a recording made ready to be sent."""
        making = self.state.voice is not None and not self.state.voice.take.ready
        return making or (self.state.panel is not None and self._panel.waits_s() is not None)

    def tick(self, now: float) -> Effects:
        if self._voice.waits_s is not None and self._voice.look():
            self._heard()
        if self.state.panel is not None and self._panel.poll():
            self._show()
        if self.state.stage == "flight" and self._landed is not None and now >= self._landed:
            self.state = replace(self.state, stage="receipt")
        return ()

    def next_due(self, now: float) -> float | None:
        due = [one for one in (self._voice.waits_s, self._panel.waits_s()) if one is not None]
        if due:
            return min(due)
        return max(0.0, self._landed - now) if self.state.stage == "flight" and self._landed is not None else None

    def renew(self, content: Catalog) -> None:
        self.state = replace(self.state, content=content.exhibition.mailbox)

    def wipe(self) -> None:
        self._panel.wipe()
        self._voice.wipe()
        self._landed = None
        self.state = self._blank()

    # -- the steps

    def _do_urgent(self, answer: str, now: float) -> Effects:
        """Asked before each letter: nobody comes to the topics without having answered."""
        after: dict[str, Stage] = {"no": "topic", "yes": "danger", "door": "door"}
        if self.state.stage == "urgent" and answer in after:
            self._go(after[answer])
        return ()

    def _do_topic(self, topic: str, now: float) -> Effects:
        if self.state.stage == "topic" and any(one.id == topic for one in self.state.content.topics):
            self.state = replace(self.state, topic=topic)
            self._go("check" if self.state.editing else "place")
        return ()

    def _do_place(self, place: str, now: float) -> Effects:
        if self.state.stage == "place" and any(one.id == place for one in self.state.content.places):
            self.state = replace(self.state, place=place)
            self._go("check" if self.state.editing else "words")
        return ()

    def _do_phrase(self, number: str, now: float) -> Effects:
        phrases = self.state.content.phrases.get(self.state.topic, ())
        said = phrases[int(number)] if number.isdecimal() and int(number) < len(phrases) else None
        field = field_of("words", self._language)
        if said is None or field is None or self.state.stage != "words":
            return ()
        chosen = say(said, self._language) if is_translated(said, self._language) else said.zh_hans
        before = self._panel.settle()
        if len(before) + len(chosen) > field.most:
            self._show(notice="form.full", phrases=False)
            return ()
        gap = " " if not is_chinese(self._language) and before and not before[-1].isspace() else ""
        self._open(field, before + gap + chosen)
        self._show(notice="", phrases=False)
        return ()

    def _do_write(self, how: str, now: float) -> Effects:
        self._voice.stop()
        voicing = how == "voice" and self._voice.state is not None and self.state.stage == "words"
        if voicing:
            self._panel.settle()
        self._show(phrases=how == "phrases", voicing=voicing, notice="")
        return ()

    def _do_voice(self, what: str, now: float) -> Effects:
        if self.state.voicing:
            self._voice.press(what)
            self._show(voicing=what != "no", notice="")
        return ()

    def _do_to(self, whom: str, now: float) -> Effects:
        self.state = replace(self.state, to_deputy=whom == "deputy" and self.state.deputy is not None)
        return ()

    def _do_answer(self, wish: str, now: float) -> Effects:
        if wish == "phone":
            self.state = replace(self.state, wants_reply=True, notice="")
            self._go("phone" if self.state.agreed else "age")
        elif wish == "none":
            self._forget_contact()
        return ()

    def _do_age(self, answer: str, now: float) -> Effects:
        """C-25: under 14 a letter goes without contact, or with a grown-up at the desk."""
        if answer == "yes":
            self.state = replace(self.state, adult=True)
            self._go("consent")
        else:
            self._forget_contact("mailbox.young")
        return ()

    def _do_consent(self, answer: str, now: float) -> Effects:
        if answer == "yes" and self.state.adult:
            self.state = replace(self.state, agreed=True)
            self._go("phone")
        elif answer == "no":
            self._forget_contact("mailbox.no_consent")
        return ()

    def _do_name(self, _: str, now: float) -> Effects:
        if self.state.stage == "phone":
            self._keep()
            self._go("name")
        return ()

    def _do_edit(self, part: str, now: float) -> Effects:
        stages: dict[str, Stage] = {"topic": "topic", "place": "place", "words": "words", "reply": "reply"}
        if part in stages and self.state.stage == "check":
            self.state = replace(self.state, editing=True)
            self._go(stages[part])
        return ()

    def _do_page(self, way: str, now: float) -> Effects:
        self.state = replace(self.state, page=max(0, self.state.page + (1 if way == "next" else -1)))
        return ()

    def _do_next(self, _: str, now: float) -> Effects:
        stage = self.state.stage
        if stage in ("danger", "door"):
            self._go("topic")
        elif stage == "words":
            self._voice.stop()
            if not self._panel.settle().strip() and not self._voice.recorded:
                self._show(notice="form.empty")
                return ()
            self._keep()
            self._go("check" if self.state.editing else "reply")
        elif stage == "reply":
            pending = self.state.wants_reply and not self.state.agreed
            self._go("age" if pending else "phone" if self.state.wants_reply and not self.state.phone else "check")
        elif stage == "phone":
            self._leave_phone()
        elif stage == "name":
            self._keep()
            self._go("phone")
        elif stage == "check":
            self.state = replace(self.state, asks="post", notice="")
        return ()

    def _do_previous(self, _: str, now: float) -> Effects:
        self._back()
        return ()

    def _do_post(self, answer: str, now: float) -> Effects:
        if self.state.asks != "post":
            return ()
        if answer == "no":
            self.wipe()
            return (GoHome(), Toast("mailbox.dropped", icon="trash"))
        self.state = replace(self.state, asks="")
        if answer == "yes":
            self._post(now)
        return ()

    def _do_flight(self, _: str, now: float) -> Effects:
        self._landed = now
        return self.tick(now)

    def _do_done(self, _: str, now: float) -> Effects:
        return (EndVisit(),)

    def _do_again(self, _: str, now: float) -> Effects:
        self.wipe()
        return ()

    # -- within

    def _typed(self, id: str) -> Effects:
        if self.state.panel is None:
            return ()
        if id == "keys.speak":
            return (Say(self._panel.text),) if self._panel.text else ()
        try:
            self._panel.press(id)
        except KeyError:
            return ()  # a key of the layout that was on the glass a moment ago
        self._voice.stop()
        self._show(notice="", phrases=False, voicing=False)
        return ()

    def _heard(self) -> None:
        """Take over how the recording is."""
        self.state = replace(self.state, voice=self._voice.state)

    def _show(
        self, *, notice: str | None = None, phrases: bool | None = None, voicing: bool | None = None
    ) -> None:  # fmt: skip
        """Take over what the panel holds."""
        state = self.state
        self.state = replace(
            state,
            panel=self._panel.state,
            words=self._panel.text if state.stage == "words" else state.words,
            drawings=self._panel.drawings if state.stage == "words" else state.drawings,
            notice=state.notice if notice is None else notice,
            phrases=state.phrases if phrases is None else phrases,
            voicing=state.voicing if voicing is None else voicing,
            voice=self._voice.state,
            no_pinyin=self._engine.kind == "letters",
        )

    def _keep(self) -> None:
        """Composing ends; what was typed belongs to the letter."""
        typed = self._panel.settle()
        held = {"words": "words", "name": "name", "phone": "phone"}.get(self.state.stage)
        if held == "words":
            self.state = replace(self.state, words=typed, drawings=self._panel.drawings)
        elif held == "name":
            self.state = replace(self.state, name=typed.strip())
        elif held == "phone":
            self.state = replace(self.state, phone=typed)

    def _go(self, stage: Stage) -> None:
        if stage == "check":
            self.state = replace(self.state, editing=False)
        self._voice.stop()
        voicing = stage == "words" and self._voice.recorded and not self.state.words
        self.state = replace(
            self.state, stage=stage, page=0, notice="", phrases=False, voicing=voicing, voice=self._voice.state,
            panel=None, asks="",
        )  # fmt: skip
        field = field_of(stage, self._language)
        if field is not None:
            held = {"words": self.state.words, "name": self.state.name, "phone": self.state.phone}[stage]
            self._open(field, held)
            self._show()

    def _open(self, field: FieldSpec, text: str) -> None:
        self._panel.open(field, text, self.state.drawings if field.drawings else ())

    def _back(self) -> None:
        state = self.state
        if state.asks:
            self.state = replace(state, asks="")
        elif state.stage in BEFORE:
            self._keep()
            editing = state.editing and state.stage in ("topic", "place", "words", "reply")
            stage = "check" if editing else BEFORE[state.stage]
            if state.stage in ("age", "consent"):
                self._forget_contact()
            else:
                self._go(stage)

    def _forget_contact(self, notice: str = "") -> None:
        """Without contact: what was given is gone at once."""
        self.state = replace(self.state, wants_reply=False, adult=False, agreed=False, phone="", name="")
        self._panel.wipe()
        self._go("reply")
        self.state = replace(self.state, notice=notice)

    def _leave_phone(self) -> None:
        self._keep()
        missing = PHONE_DIGITS - len(self.state.phone)
        if not self.state.phone and not self.state.name:
            self._forget_contact()
            self._go("check")
        elif 0 < missing < PHONE_DIGITS:
            self.state = replace(self.state, missing_digits=missing)
            self._show(notice="form.phone")
        else:
            self._go("check")

    def _post(self, now: float) -> None:
        try:
            posted = self._services.post(self._draft())
        except PostRefused as refused:
            self.state = replace(self.state, notice=refused.key)
            return
        kept = self.state
        self.wipe()  # the words are sealed: nothing of them stays on the glass
        self.state = replace(
            self.state, stage="flight", topic=kept.topic, place=kept.place, to_deputy=kept.to_deputy, receipt=posted
        )
        self._landed = now + FLIGHT_S

    def _draft(self) -> LetterDraft:
        """Raises: PostRefused when what was said can't be made ready."""
        state = self.state
        voice = self._voice.note()
        if voice is None and self._voice.recorded:
            raise PostRefused("mailbox.refused.voice")
        contact = state.wants_reply and state.adult and state.agreed
        return LetterDraft(
            topic=state.topic,
            place=state.place,
            words=state.words.strip() or string("mailbox.voice.only", self._language),
            voice=voice,
            drawings=state.drawings,
            addressee=state.deputy.id if state.to_deputy and state.deputy else None,
            name=state.name if contact else "",
            phone=state.phone if contact else "",
            consent_version=state.content.consent.version if contact else "",
            age_confirmed=contact,
            language=self._language,
        )
