"""A letter by voice: consent before the first sound, nothing read into it, no idle question, nothing left after it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from media.dictaphone import LONGEST_S
from screens import tokens
from screens.director import Director
from screens.flow import Place
from screens.mailbox import kind
from screens.mailbox.model import Letter
from screens.mailbox.state import MailboxState
from screens.mailbox.view import view
from screens.mailbox.voice import CONSENT_VERSION, SLOTS
from screens.outside import StationFacts
from screens.scene import Fill, Label, targets
from screens.session import Variant, grace_s
from tests.screens.looks import all_looks, complaints, labels, look, ruler
from tests.screens.mailbox.letters import Box, Tape, at, letter, write
from tests.screens.mailbox.test_views import _area
from tests.screens.mailbox.test_visit import Voice

TO_VOICE = ("mailbox.urgent.no", "mailbox.topic.lift", "mailbox.place.here", "mailbox.write.voice")


def speaking(tape: Tape | None = None, box: Box | None = None) -> tuple[Letter, Tape]:
    """Somebody who has agreed and is being recorded."""
    tape = tape or Tape()
    model = at(letter(box or Box(tape=tape)), *TO_VOICE, "mailbox.voice.agree")
    return model, tape


def recorded(seconds: float = 18.0, box: Box | None = None) -> tuple[Letter, Tape]:
    tape = box.tape if box else Tape()
    model, tape = speaking(tape, box)
    for _ in range(int(seconds)):
        tape.hear(1.0)
        model.tick(0.0)
    at(model, "mailbox.voice.stop")
    return model, tape


# ---- what it offers and asks ----------------------------------------


def test_without_a_microphone_nobody_is_asked_to_speak() -> None:
    model = at(letter(Box()), *TO_VOICE)
    assert model.state.voice is None and not model.state.voicing
    assert "mailbox.write.voice" not in {one.id for one in targets(view(model.state, look()).nodes)}


def test_nothing_is_recorded_before_the_writer_agreed() -> None:
    tape = Tape()
    model = at(letter(Box(tape=tape)), *TO_VOICE, "mailbox.voice.start", "mailbox.voice.again")
    assert tape.now.doing == ""
    assert not model.plays
    at(model, "mailbox.voice.agree")
    assert tape.now.doing == "recording"
    assert model.plays


def test_who_does_not_agree_goes_on_writing() -> None:
    tape = Tape()
    model = at(letter(Box(tape=tape)), *TO_VOICE, "mailbox.voice.no")
    assert not model.state.voicing
    write(model, "hello")
    at(model, "mailbox.next")
    assert model.state.words == "hello"
    assert tape.now.seconds == 0


def test_a_recording_is_stopped_gone_on_with_heard_redone_and_deleted() -> None:
    model, tape = recorded(10)
    assert model.state.voice is not None and (model.state.voice.seconds, model.state.voice.left) == (10, 80)
    at(model, "mailbox.voice.start")
    tape.hear(5)
    at(model, "mailbox.voice.stop")
    assert model.state.voice.seconds == 15
    at(model, "mailbox.voice.play")
    assert tape.now.doing == "playing" and model.plays
    at(model, "mailbox.voice.stop", "mailbox.voice.again")
    assert tape.now.doing == "recording" and tape.now.seconds == 0
    tape.hear(3)
    at(model, "mailbox.voice.stop", "mailbox.voice.delete")
    assert model.state.voice.seconds == 0 and model.state.voice.agreed
    assert tape.wiped == 2


def test_a_letter_of_a_voice_alone_is_posted_whole_and_then_forgotten() -> None:
    box = Box(tape=Tape())
    model, tape = recorded(18, box)
    at(model, "mailbox.next", "mailbox.next", "mailbox.next", "mailbox.post.yes")
    (draft,) = box.drafts
    assert draft.voice is not None
    assert (draft.voice.audio, draft.voice.seconds) == (tape.audio, 18)
    assert draft.voice.consent_version == CONSENT_VERSION
    assert draft.words == "（只有录音，没有写字）"
    assert tape.audio not in repr(draft).encode(), "no log shows what was said"
    assert tape.now.seconds == 0 and tape.wiped
    assert model.state.stage == "flight" and model.state.voice is not None and model.state.voice.seconds == 0


def test_words_and_voice_go_together() -> None:
    box = Box(tape=Tape())
    model = letter(box)
    at(model, "mailbox.topic.lift", "mailbox.place.here")
    write(model, "lift")
    at(model, "mailbox.write.voice", "mailbox.voice.agree")
    box.tape.hear(4)
    at(model, "mailbox.next", "mailbox.next", "mailbox.next", "mailbox.post.yes")
    (draft,) = box.drafts
    assert draft.words == "lift"
    assert draft.voice is not None and draft.voice.seconds == 4


def test_a_page_with_neither_goes_nowhere() -> None:
    model = at(letter(Box(tape=Tape())), *TO_VOICE, "mailbox.next")
    assert model.state.stage == "words" and model.state.notice == "form.empty"
    said = {one.full for one in labels(view(model.state, look()).nodes)}
    assert look().t("form.empty") in said


def test_a_recording_that_cannot_be_made_ready_loses_nothing() -> None:
    box = Box(tape=Tape(audio=b""))
    model, tape = recorded(9, box)
    at(model, "mailbox.next", "mailbox.next", "mailbox.next", "mailbox.post.yes")
    assert box.drafts == []
    assert (model.state.stage, model.state.notice) == ("check", "mailbox.refused.voice")
    assert tape.now.seconds == 9


def test_whatever_is_touched_next_ends_the_recording() -> None:
    for other in ("mailbox.write.phrases", "mode.latin", "mailbox.previous", "mailbox.next"):
        model, tape = speaking()
        tape.hear(2)
        at(model, other)
        assert tape.now.doing == "", other
        assert not model.plays, other
        assert tape.now.seconds == 2, other


def test_coming_back_to_a_spoken_letter_shows_the_recording() -> None:
    model, _ = recorded(6)
    at(model, "mailbox.next", "mailbox.previous")
    assert model.state.stage == "words" and model.state.voicing


def test_a_visit_that_ends_leaves_no_voice() -> None:
    model, tape = recorded(6)
    model.wipe()
    assert tape.now.seconds == 0
    assert model.state.voice is not None and model.state.voice.loud == () and not model.state.voice.agreed


def test_ninety_seconds_end_by_themselves() -> None:
    model, tape = speaking()
    tape.hear(LONGEST_S + 5)
    model.tick(0.0)
    assert not model.plays
    assert model.state.voice is not None and model.state.voice.left == 0
    ids = {one.id for one in targets(view(model.state, look()).nodes)}
    assert "mailbox.voice.start" not in ids and "mailbox.voice.play" in ids


# ---- time and sound ----------------------------------------


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def visit(box: Box, clock: Clock, speaker: Voice, **axes: object) -> Director:
    from datetime import UTC, datetime

    wall = datetime(2026, 11, 23, 10, 24, tzinfo=UTC)
    one = kind(box.services())
    facts = StationFacts(lambda _: "", lambda: None, False)
    director = Director(
        {"mailbox": one}, Variant(), facts, tokens.load(), clock, lambda: wall, lambda _: None, speaker
    )  # fmt: skip
    director.visit(Place("mailbox"), Variant(**axes))  # type: ignore[arg-type]
    director.press("mailbox.urgent.no")
    return director


def test_nobody_who_speaks_is_asked_whether_they_are_there() -> None:
    clock, tape = Clock(), Tape()
    director = visit(Box(tape=tape), clock, Voice())
    for id in (*TO_VOICE, "mailbox.voice.agree"):
        director.press(id)
    grace = grace_s("form", Variant(), tokens.load())
    for _ in range(int(grace) + 60):
        clock.now += 1
        tape.now = replace(tape.now, seconds=min(80.0, clock.now / 10))
        director.tick()
    assert director.scene(True, ruler).layers[-1].name != "idle"
    assert director.session.awake
    director.press("mailbox.voice.stop")
    clock.now += grace + 1
    director.tick()
    assert director.scene(True, ruler).layers[-1].name == "idle", "once they have stopped, the clock runs again"


def test_the_time_is_said_before_and_after_and_never_into_the_recording() -> None:
    clock, tape, speaker = Clock(), Tape(), Voice()
    director = visit(Box(tape=tape), clock, speaker, speaking=True)
    for id in TO_VOICE:
        director.press(id)
        director.scene(True, ruler)
    assert any("90 秒" in text for text, _ in speaker.said), "before"
    director.press("mailbox.voice.agree")
    director.scene(True, ruler)
    speaker.said.clear()
    for _ in range(12):
        tape.hear(1)
        clock.now += 1
        director.tick()
        director.scene(True, ruler)
    assert speaker.said == [], "not during"
    director.press("mailbox.voice.stop")
    director.scene(True, ruler)
    assert any("录好了，12 秒" in text and "78 秒" in text for text, _ in speaker.said), "after"


def test_another_page_ends_the_recording_and_keeps_it() -> None:
    clock, tape = Clock(), Tape()
    director = visit(Box(tape=tape), clock, Voice())
    for id in (*TO_VOICE, "mailbox.voice.agree"):
        director.press(id)
    tape.hear(3)
    model = director.model
    model.leave(0.0)
    assert tape.now.doing == "" and tape.now.seconds == 3


# ---- what it looks like ----------------------------------------


def _with(change: Callable[[Letter, Tape], None], seconds: float = 18.0) -> MailboxState:
    model, tape = recorded(seconds)
    change(model, tape)
    state = model.state
    assert state.panel is not None
    modes = ("pinyin", "handwriting", "strokes", "latin", "numbers", "punctuation")
    return replace(state, panel=replace(state.panel, modes=modes, mode="pinyin"))


def _trouble(name: str, seconds: float) -> MailboxState:
    state = _with(lambda m, t: None)
    assert state.voice is not None
    take = replace(state.voice.take, trouble=name, seconds=seconds)  # type: ignore[arg-type]
    return replace(state, voice=replace(state.voice, take=take))


def _check() -> MailboxState:
    model, _ = recorded(42)
    return at(model, "mailbox.next", "mailbox.next").state


def _go_on(model: Letter, tape: Tape) -> None:
    at(model, "mailbox.voice.start")
    tape.hear(3)
    model.tick(0.0)


STATES: dict[str, Callable[[], MailboxState]] = {
    "consent": lambda: replace(_with(lambda m, t: None), voice=letter(Box(tape=Tape())).state.voice),
    "before": lambda: _with(lambda m, t: at(m, "mailbox.voice.delete") and None),  # type: ignore[func-returns-value]
    "recording": lambda: _with(lambda m, t: _go_on(m, t)),
    "recorded": lambda: _with(lambda m, t: None),
    "playing": lambda: _with(lambda m, t: at(m, "mailbox.voice.play") and None),  # type: ignore[func-returns-value]
    "full": lambda: _with(lambda m, t: None, 90),
    "quiet": lambda: _trouble("quiet", 18.0),
    "absent": lambda: _trouble("absent", 0.0),
    "writing_beside": lambda: replace(_with(lambda m, t: None), voicing=False),
    "check": _check,
    "check_refused": lambda: replace(_check(), notice="mailbox.refused.voice"),
}


@pytest.mark.parametrize("name", STATES)
def test_every_state_stands_in_every_look(name: str) -> None:
    state = STATES[name]()
    found = []
    for one in all_looks():
        nodes = view(state, one).nodes
        found += [f"{one.variant} {one.landscape}: {said}" for said in complaints(nodes, one, _area(one))]
        bottom = one.size[1] - one.dock_h
        shown = [node for node in nodes if isinstance(node, Label)]
        assert all(label.box.bottom <= bottom + 1 for label in shown)
        for i, a in enumerate(shown):
            for b in shown[i + 1 :]:
                wide = min(a.box.right, b.box.right) - max(a.box.x, b.box.x)
                high = min(a.box.bottom, b.box.bottom) - max(a.box.y, b.box.y)
                if wide > 1 and high > 8 and a.box.w and b.box.w:
                    found.append(f"{one.variant} {one.landscape}: {a.full!r} over {b.full!r}")
    assert not found, "\n".join(found[:12])


def test_the_picture_of_the_sound_grows_and_moves() -> None:
    model, tape = speaking()

    def bars() -> tuple[Fill, ...]:
        return tuple(
            one for one in view(model.state, look()).nodes if isinstance(one, Fill) and one.color in ("teal", "ink")
            and 4 <= one.box.w <= 14 and one.radius
        )  # fmt: skip

    heights = set()
    for second in range(30):
        tape.hear(1.0, level=(second % 7) / 7)
        model.tick(0.0)
        heights.add(round(max(bar.box.h for bar in bars()[-1:])))
    assert len(bars()) == SLOTS // 3 + 1
    assert len(heights) > 4, "the last one moves with the voice"


def test_a_still_panel_does_not_tick() -> None:
    model, _ = recorded(5)
    assert model.next_due(0.0) is None
    at(model, "mailbox.voice.play")
    assert model.next_due(0.0) is not None
