"""Runs a visit without knowing any screen: session, history, idle question, toasts, codes, and the scene of the moment.

Plain Python: the shell draws what `scene()` returns and reports touches; tests do the same without Kivy.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any

from screens import screen as ask
from screens import strings
from screens.composition import choosing, draw, glimpse, spoken
from screens.flow import ATTRACT, Flow, Place
from screens.look import Broken, Look, Ruler
from screens.mirror import Mirror
from screens.outside import Speaker, StationFacts
from screens.parts import chrome, overlays
from screens.pen import Samples
from screens.reading import Aloud, Reading
from screens.rooms import Rooms
from screens.scene import Node, Scene
from screens.screen import Effects, Screen, ScreenKind
from screens.session import Presence, Session, Variant, countdown_s, grace_s, presence
from screens.site import Site
from screens.spot import MOVES, Spot
from screens.titles import Titles
from screens.tokens import Tokens

__all__ = ["Director", "StationFacts"]
_PAGES = {"help": "help", "staff": "call"}  # of the dock
_MOST_BROKEN = 6000  # texts; more than a long visit shows
_LISTENING_S = 5.0  # how often the idle clock is put back while something is read aloud


@dataclass(frozen=True, slots=True)
class _Toast:
    text: ask.Toast
    until: float


class Director:
    """One station's glass. `now` is the app's clock in seconds, `wall` the local time of day."""

    def __init__(
        self,
        kinds: Mapping[str, ScreenKind],
        station: Variant,
        facts: StationFacts,
        tokens: Tokens,
        now: Callable[[], float],
        wall: Callable[[], datetime],
        read_code: Callable[[str], tuple[str, str] | None],
        speaker: Speaker,
        aloud: Aloud = lambda written, _: written,
        site: Callable[[], Site | None] = lambda: None,
    ) -> None:
        self._kinds = kinds
        self._site = site
        self._facts = facts
        self._tokens = tokens
        self._now = now
        self._wall = wall
        self._read_code = read_code
        self._speaker = Reading(speaker, aloud)
        self.session = Session.asleep(station, now())
        self.flow = Flow()
        self._rooms = Rooms(kinds)
        self._shown = self.flow.here
        self._hushed = False
        self._toast: _Toast | None = None
        self._scene: tuple[object, Scene] | None = None
        self._ruler: Ruler | None = None
        self._broken: Broken = {}  # a visitor's words among them
        self._spoken: object = None
        self._spot = Spot()  # the part of the page shown in huge text
        self._asked = False
        self._choosing = False  # the languages lie over the page
        self._titles = Titles()
        self._mirror = Mirror()
        self._ticked = now()
        self.forgotten = 0  # visits that have ended: whoever keeps pictures of words drops them when this grows

    # -- what the shell reports ----------------------------------------

    def touched(self) -> None:
        """Somebody touched the glass (said at release, so that waking presses nothing)."""
        if self.session.awake:
            self.session = self.session.touched(self._now())

    def press(self, id: str) -> None:
        """The target `id` was pressed."""
        now = self._now()
        self.session = self.session.touched(now)
        if id.startswith("dock."):
            self._dock(id.removeprefix("dock."))
        elif id == "idle.end":
            self.end_visit()
        elif id.startswith(overlays.LANGUAGE):
            self._choose_language(id.removeprefix(overlays.LANGUAGE), now)
        elif id == "strip.staff":
            self._apply((ask.Go(Place("staff")),))
        elif not id.startswith("idle."):
            self._apply(self.model.press(id, now))
        if self._rooms.locked and self._rooms.close_services():
            self.forgotten += 1

    def slide(self, id: str, share: float) -> None:
        """The finger on the target `id` is at this share of its width or height."""
        now = self._now()
        self.session = self.session.touched(now)
        self._apply(self.model.slide(id, min(1.0, max(0.0, share)), now))

    def draw(self, id: str, stroke: Samples) -> None:
        """A stroke was written on the target `id`."""
        now = self._now()
        self.session = self.session.touched(now)
        self._apply(self.model.draw(id, stroke, now))

    def key(self, key: str) -> None:
        """A hardware key."""
        if self.session.awake:
            self.session = self.session.touched(self._now())
            self._apply(self.model.key(key, self._now()))

    def say(self, text: str) -> None:
        """Speak to a visitor who listens; what is being said is broken off."""
        self._speaker.say(text, self.session.variant.language)

    def hush(self) -> None:
        """Be quiet."""
        self._speaker.stop()

    @property
    def variant(self) -> Variant:
        """How this visitor wants the screen."""
        return self.session.variant

    @property
    def forgets_min(self) -> int:
        """Minutes without a touch after which a visitor who writes is asked and then forgotten."""
        return round(grace_s("form", self.session.variant, self._tokens) / 60)

    def scan(self, text: str) -> None:
        """A scanner read something. Foreign or broken codes get a calm line; nothing of them is opened or shown."""
        now = self._now()
        self.session = self.session.touched(now)
        effects = self.model.scan(text, now)
        if effects is None:
            effects = self._open_code(text)
        self._apply(effects)

    def tick(self) -> None:
        """Let time pass: the idle question, the wipe, toasts, a screen's own clock."""
        now = self._now()
        if self.session.awake:
            if self._busy:
                self._wait_for_it(now)
            state, _ = self._presence()
            if state is Presence.GONE:
                self.end_visit()
        self._ticked = now
        if self._toast and now >= self._toast.until:
            self._toast = None
        for model in self._rooms.running(self.model):
            self._apply(model.tick(now))

    def _wait_for_it(self, now: float) -> None:
        """The idle clock starts when the reading or the tour ends; while the question itself is read it stands."""
        if self._presence()[0] is Presence.ASKING and not (self._rooms.busy or self.model.plays):
            self.session = self.session.held(now - self._ticked, now)
        else:
            self.session = self.session.touched(now)

    def next_due(self) -> float:
        """Seconds until something changes by itself; at most until the minute turns."""
        now = self._now()
        wall = self._wall()
        due = [60.0 - wall.second - wall.microsecond / 1e6]
        if self.session.awake:
            state, left = self._presence()
            due.append(left % 1.0 or 1.0 if state is Presence.ASKING else left)
            if self._speaker.busy:
                due.append(_LISTENING_S)
        if self._toast:
            due.append(self._toast.until - now)
        due += [own for model in self._rooms.running(self.model) if (own := model.next_due(now)) is not None]
        return max(0.0, min(due))

    @property
    def _busy(self) -> bool:
        """Whether something runs that must not be broken off for want of a touch: reading, a class tour, a film."""
        return self._speaker.busy or self._rooms.busy or self.model.plays

    def failed(self, id: str) -> None:
        """What a node of the page shown names can't be shown."""
        self.model.failed(id, self._now())

    @property
    def clock(self) -> Callable[[], float]:
        """The app's clock, in which scenes say since when a film plays."""
        return self._now

    def renew(self, content: Any) -> None:
        """New content: every living model takes it."""
        self._rooms.renew(content)
        self._titles = Titles()
        if self.session.variant.language not in strings.names():  # the pack that the visitor reads went with the old
            self.session = replace(
                self.session, variant=replace(self.session.variant, language=self.session.station.language)
            )
        self._scene = None

    def tell(self, key: str, icon: str) -> None:
        """Say a line to whoever is here: something came from outside the visit."""
        if self.session.awake:
            self._apply((ask.Toast(key, icon=icon),))

    def recover(self) -> None:
        """Something broke: back to home with a calm line, the model in trouble forgotten. Letters in progress stay."""
        broken = self.flow.here
        self._rooms.drop(broken)
        if broken.screen == ATTRACT:
            self.session = self.session.wiped(self._now())
        else:
            self.flow = self.flow.home()
            self._apply((ask.Toast("err.page", icon="warn"),))
        self._scene = None

    def warm(self) -> None:
        """The first page is shown: what takes long to make ready may begin."""
        for kind in self._kinds.values():
            kind.warm()

    @property
    def kind_ids(self) -> tuple[str, ...]:
        """The screens there are."""
        return tuple(self._kinds)

    def visit(self, place: Place, variant: Variant) -> None:
        """Begin a visit at a place, in a variant (pictures and staff previews)."""
        awake = place.screen != ATTRACT
        self.session = Session(self.session.station, variant, self._now(), awake)
        self.flow = Flow(place)

    # -- what the shell shows ----------------------------------------

    @property
    def model(self) -> Screen[Any]:
        """The model of the place the visitor is at; kept for the visit."""
        model = self._rooms.at(self.flow.here)
        model.language = self.session.variant.language
        return model

    def look(self, landscape: bool, ruler: Ruler) -> Look:
        """The look of this moment."""
        if ruler != self._ruler or len(self._broken) > _MOST_BROKEN:
            self._ruler, self._broken = ruler, {}
        return Look(self._tokens, self.session.variant, landscape, ruler, self._broken, site=self._site())

    def scene(self, landscape: bool, ruler: Ruler) -> Scene:
        """Everything to be on the glass now. Equal states give the same scene."""
        if self._shown != self.flow.here:
            self._rooms.leave(self._shown, self._now())
            self._shown = self.flow.here
        scene = self._moment(landscape, ruler)
        if self.model.plays and any(layer.blocks for layer in scene.layers):  # nobody sees what plays under a question
            self.model.leave(self._now())
            scene = self._moment(landscape, ruler)
        self._read_aloud(scene)
        marked = self._speaker.marked(scene, ruler)
        return self._mirror.of(marked, landscape) if strings.is_rtl(self.session.variant.language) else marked

    def _moment(self, landscape: bool, ruler: Ruler) -> Scene:
        station = self._station()
        idle = self._countdown()
        key = (
            self.flow.here, self.model.state, self.session.variant, landscape, station, idle,
            self._toast and self._toast.text, self._spot, self._choosing, self._site(),
        )  # fmt: skip
        if self._scene is None or self._scene[0] != key:
            self._scene = (key, self._compose(self.look(landscape, ruler), station, idle))
        return self._scene[1]

    def _compose(self, look: Look, station: chrome.Station, idle: tuple[int, int] | None) -> Scene:
        place = self.flow.here
        kind, state = self._kinds[place.screen], self.model.state
        toast = self._toast.text if self._toast else None
        name = (place.screen, place.about)

        def view_of(on: Look) -> ask.View:
            return self._titles.beside(name, on, lambda one: kind.view(state, one))

        scene, self._spot = draw(look, name, view_of, station, toast, idle, self._spot)
        return choosing(scene, look) if self._choosing and not idle else scene

    def _station(self) -> chrome.Station:
        return self._facts.said(self.session.variant.language, self._wall())

    def likely_pages(self, landscape: bool, ruler: Ruler) -> Iterator[Callable[[], tuple[Node, ...]]]:
        """The pages a visitor of this moment's variant is likely to open: calls that give what is drawn of each."""
        look, station = self.look(landscape, ruler), self._station()
        pages = ((kind, about) for kind in self._kinds.values() for about in kind.likely())
        return (partial(glimpse, kind, about, look, station) for kind, about in pages)

    # -- presence ----------------------------------------

    def _presence(self) -> tuple[Presence, float]:
        return presence(self.session, self.model.idle, self._now(), self._tokens)

    def _countdown(self) -> tuple[int, int] | None:
        state, left = self._presence()
        if state is not Presence.ASKING:
            return None
        return -int(-left // 1), countdown_s(self.session.variant, self._tokens)

    def end_visit(self) -> None:
        """Forget the visitor: every model wipes itself, the station's own settings return."""
        self._rooms.clear()
        self._toast = None
        self._broken = {}
        self._scene = None
        self._spoken = None
        self._spot = Spot()
        self._titles = Titles()
        self._choosing = False
        self.flow = self.flow.idle()
        self.session = self.session.wiped(self._now())
        self.forgotten += 1
        self._speaker.forget()

    # -- doing what was asked ----------------------------------------

    def _dock(self, name: str) -> None:
        now = self._now()
        if name == "home":
            self.flow = self.flow.home()
        elif name == "back":
            if not self._went_back_inside(now):
                self.flow = self.flow.back()
        elif name == "sources":
            self._apply(self.model.press("dock.sources", now))
        elif name in MOVES:
            self._spot = self._spot.moved(name)
        elif name in _PAGES:
            self.flow = self.flow.go(Place(_PAGES[name]))
        else:
            self._aid(name, now)

    def _aid(self, name: str, now: float) -> None:
        """One of the aids was switched. Who touches to hear has the whole page read once by the button for reading."""
        if name == "speak" and self.session.variant.hearing:
            if self._scene is not None:
                self.say(spoken(self._scene[1]))
            return
        if name == "language" and len(strings.names()) > chrome.BY_TURNS:
            self._choosing = True
            return
        if name == "again":
            self._speaker.stop()
            self._spoken = None
        self.session = self.session.toggled(name, now)
        if name == "hear" and self.flow.here.screen == ATTRACT:
            self.flow = self.flow.home()
        self._speaker.slower(self.session.variant.slow)
        if name in ("speak", "hear", "slow"):
            self._spoken = None
            if not self.session.variant.speaking:
                self._speaker.stop()

    def _choose_language(self, id: str, now: float) -> None:
        """A language was chosen among all: the visitor stays where they are, who was nowhere yet comes in."""
        self._choosing = False
        wanted = next((tag for tag in strings.names() if tag.lower() == id), None)
        if wanted is None:
            return
        self.session = self.session.choose(now, language=wanted)
        if self.flow.here.screen == ATTRACT:
            self.flow = self.flow.home()

    def _went_back_inside(self, now: float) -> bool:
        """A screen of several steps takes "back" as one step back, as long as it has one."""
        before = self.model.state
        self._apply(self.model.press("dock.back", now))
        return bool(self.model.state != before)

    def _apply(self, effects: Effects) -> None:
        for effect in effects:
            if isinstance(effect, ask.Go):
                self._go(effect.place)
            elif isinstance(effect, ask.Back):
                self.flow = self.flow.back()
            elif isinstance(effect, ask.GoHome):
                self.flow = self.flow.home()
            elif isinstance(effect, ask.EndVisit):
                self.end_visit()
            elif isinstance(effect, ask.ChooseLanguage):
                self.session = self.session.choose(self._now(), language=effect.language)
            elif isinstance(effect, ask.ToggleSound):
                self.session = self.session.toggled("muted", self._now())
            elif isinstance(effect, ask.Say):
                self._speaker.say(effect.text, self.session.variant.language)
            else:
                lasts = "toast_large_text" if self.session.variant.unhurried else "toast"
                self._toast = _Toast(effect, self._now() + self._tokens.duration(lasts) / 1000)

    def _go(self, place: Place) -> None:
        """On to a place; visitor services wait while a class is at the glass."""
        if self._kinds[place.screen].service and self._rooms.locked:
            self._apply((ask.Toast("services.locked", icon="lock"),))
        else:
            self.flow = self.flow.go(place)

    def _open_code(self, text: str) -> Effects:
        known = self._read_code(text)
        if known:
            type_, id = known
            for kind in self._kinds.values():
                if kind.opens_code == type_:
                    return (ask.Go(Place(kind.id, id)),)
        awake = () if self.flow.here.screen != ATTRACT else (ask.GoHome(),)
        return (*awake, ask.Toast("scan.unknown", icon="qr"))

    def _read_aloud(self, scene: Scene) -> None:
        if not self.session.variant.speaking or self.session.variant.hearing:
            return  # who touches to hear is told by `screens.access` instead
        words = spoken(scene)
        hushed, self._hushed = self._hushed, self.model.plays
        if self._hushed:  # the film is heard: nothing else is, and the page not again when it ends
            self._spoken = words
            if not hushed:
                self._speaker.stop()
            return
        asked, self._asked = self._asked, scene.layers[-1].name == "idle"
        if self._asked:  # its seconds run down: it is read once, and the page behind it not again afterwards
            if not asked:
                self._speaker.say(words, self.session.variant.language)
        elif words != self._spoken:
            self._spoken = words
            self._speaker.page((self.flow.here, scene.layers[-1].blocks), words, self.session.variant.language)
