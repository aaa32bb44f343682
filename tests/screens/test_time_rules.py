"""Time and what a visit leaves, from the first touch to the wipe (rules C-06, C-11 and C-12)."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import UTC, date, datetime

import pytest

from screens import mailbox, tokens
from screens.composition import draw
from screens.director import Director
from screens.inputs._letters import LettersEngine
from screens.look import Look
from screens.outside import StationFacts
from screens.parts.chrome import Station
from screens.scene import Label
from screens.screen import Effects, Screen, ScreenKind, ToggleSound, View
from screens.session import Session, Variant, countdown_s, grace_s
from tests.screens.looks import labels, look, ruler
from tests.screens.pages import catalog

TOKENS = tokens.load()
REST = Variant()


class Clock:
    seconds = 1000.0

    def now(self) -> float:
        return self.seconds


class Voice:
    busy, slow = False, False
    at: tuple[int, int] | None = None
    forgotten = 0

    def say(self, text: str, language: str) -> None: ...

    def stop(self) -> None: ...

    def forget(self) -> None:
        self.forgotten += 1


@dataclass(frozen=True)
class Still:
    pressed: int = 0


class Page(Screen[Still]):
    """A page that may play something."""

    def __init__(self) -> None:
        self.state = Still()

    def press(self, id: str, now: float) -> Effects:
        return (ToggleSound(),) if id == "film.sound" else ()


@dataclass
class Visit:
    """A director with somebody at it, and what tests turn."""

    director: Director
    clock: Clock
    voice: Voice
    page: Page

    def asked(self) -> bool:
        scene = self.director.scene(True, ruler)
        return scene.layers[-1].name == "idle"

    def wait(self, seconds: float, step: float = 1.0) -> None:
        for _ in range(round(seconds / step)):
            self.clock.seconds += step
            self.director.tick()

    @property
    def here(self) -> bool:
        return self.director.session.awake


def _visit(variant: Variant = REST) -> Visit:
    clock, voice, page = Clock(), Voice(), Page()
    kinds = {
        "attract": ScreenKind("attract", lambda _: Page(), lambda s, on: View((), bare=True)),
        "home": ScreenKind("home", lambda _: page, lambda s, on: View((on.text(100, 200, 600, "正文", "body"),))),
    }
    facts = StationFacts(name=lambda _: "站", updated=lambda: None, sample=False)
    director = Director(
        kinds, REST, facts, TOKENS, clock.now, lambda: datetime(2026, 1, 1, 10, tzinfo=UTC), lambda _: None, voice
    )
    director.press("dock.home")
    director.session = director.session.choose(clock.now(), **{
        one.name: getattr(variant, one.name) for one in fields(Variant)
    })  # fmt: skip
    return Visit(director, clock, voice, page)


_UNHURRIED = [Variant(text="large"), Variant(text="huge"), Variant(hearing=True)]


@pytest.mark.parametrize("variant", [REST, Variant(theme="contrast", language="en"), *_UNHURRIED])
def test_the_question_stands_thirty_seconds_and_more_before_anything_is_forgotten(variant: Variant) -> None:
    one = _visit(variant)
    one.wait(grace_s("browse", variant, TOKENS) - 1)
    assert not one.asked()
    one.wait(2)
    assert one.asked()
    one.wait(28)
    assert one.here, "29 s into the question"
    one.wait(countdown_s(variant, TOKENS))
    assert not one.here


def test_one_touch_goes_on_as_often_as_it_takes() -> None:
    """WCAG 2.2.1 asks for ten times."""
    one = _visit()
    for _ in range(25):
        one.wait(grace_s("browse", REST, TOKENS) + 20)
        assert one.asked() and one.here
        one.director.touched()
        assert not one.asked()


@pytest.mark.parametrize("variant", _UNHURRIED)
def test_in_larger_text_and_by_ear_everything_waits_three_times_as_long(variant: Variant) -> None:
    for kind in ("browse", "form", "receipt", "tour"):
        assert grace_s(kind, variant, TOKENS) == 3 * grace_s(kind, REST, TOKENS)  # type: ignore[arg-type]
    assert countdown_s(variant, TOKENS) == 3 * countdown_s(REST, TOKENS) >= 90


def test_the_clock_stands_while_something_is_read_aloud() -> None:
    one = _visit()
    one.voice.busy = True
    one.wait(1000, 5.0)
    assert one.here and not one.asked()
    one.voice.busy = False
    one.wait(grace_s("browse", REST, TOKENS) - 2)
    assert not one.asked(), "it begins anew when the voice ends"


def test_the_clock_stands_while_a_film_or_a_recording_runs() -> None:
    """That recording and hearing back are such: tests/screens/mailbox/test_voice.py."""
    one = _visit()
    one.page.plays = True
    one.wait(1000, 5.0)
    assert one.here and not one.asked()


@pytest.mark.parametrize("text", ["normal", "large", "huge"])
@pytest.mark.parametrize("language", ["zh-Hans", "en"])
@pytest.mark.parametrize("landscape", [True, False])
def test_a_letter_says_at_its_start_when_it_is_cleared(text: str, language: str, landscape: bool) -> None:
    on: Look = look(landscape, language, "light", text)
    services = mailbox.MailboxServices(
        catalog,
        lambda *_: None,
        lambda _c, _p: None,
        lambda: LettersEngine("test"),
        lambda: date(2026, 1, 1),  # type: ignore[arg-type, return-value]
    )
    kind = mailbox.kind(services)
    letter = kind.open("")
    letter.press("mailbox.urgent.no", 0.0)
    state = letter.state
    station = Station("站", "12:00", "11:00")
    scene, _ = draw(on, ("mailbox", ""), lambda inner: kind.view(state, inner), station, None, None)
    minutes = round(grace_s("form", on.variant, TOKENS) / 60)
    said = on.t("mailbox.forgets", n=minutes)
    assert minutes == (3 if text == "normal" else 9)
    shown = [one for layer in scene.layers for one in labels(layer.nodes)]
    assert any(said in one.full and not one.overflow for one in shown if isinstance(one, Label))


def test_the_next_visitor_finds_every_aid_as_the_station_has_it() -> None:
    """Language, text, theme, reach, reading, speed, sound, touch to hear: each axis there is, and any there will be."""
    one = _visit()
    for id in ("dock.language", "dock.text", "dock.text", "dock.contrast", "dock.reach", "dock.speak", "dock.slow",
               "film.sound", "dock.hear", "dock.more"):  # fmt: skip
        one.director.press(id)
    changed = one.director.session.variant
    left = {axis.name for axis in fields(Variant) if getattr(changed, axis.name) == getattr(REST, axis.name)}
    assert left <= {"speaking"}, "touch to hear takes the place of reading aloud; the others were all changed"
    forgotten = one.voice.forgotten
    one.wait(grace_s("browse", changed, TOKENS) + countdown_s(changed, TOKENS) + 2)
    assert not one.here and one.director.session.variant == REST
    assert one.voice.forgotten > forgotten, "its speed goes with the voice's memory"
    one.director.press("dock.home")
    assert one.director.session.variant == REST and not one.director._spot.aids


def test_reading_aloud_ends_with_the_visit() -> None:
    session = Session.asleep(REST, 0.0).choose(1.0, speaking=True, slow=True, muted=True)
    assert session.wiped(2.0).variant == REST == replace(REST)
