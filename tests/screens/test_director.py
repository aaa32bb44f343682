"""A visit from the first touch to the wipe, without Kivy."""

import subprocess
import sys
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import pytest

from screens import tokens
from screens.composition import spoken, topmost
from screens.director import Director
from screens.flow import Place
from screens.look import Look
from screens.outside import StationFacts
from screens.scene import Box, Target
from screens.screen import Effects, EndVisit, Go, Screen, ScreenKind, Toast, View
from screens.session import Variant
from tests.screens.looks import ruler


class Clock:
    """A clock that tests hold."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def now(self) -> float:
        return self.seconds

    def wall(self) -> datetime:
        return datetime(2026, 11, 23, 10, 24, tzinfo=UTC)


class Voice:
    """Remembers what it was asked to say."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.busy = False
        self.slow = False
        self.at: tuple[int, int] | None = None

    def say(self, text: str, language: str) -> None:
        self.said.append(text)

    def stop(self) -> None:
        self.said.append("(stop)")

    def forget(self) -> None:
        self.said.append("(stop)")


@dataclass(frozen=True)
class Note:
    words: str = ""


class Paper(Screen[Note]):
    """A screen that takes words."""

    def __init__(self, about: str, opened: list[str]) -> None:
        self.state = Note()
        opened.append(about)

    def press(self, id: str, now: float) -> Effects:
        if id == "paper.write":
            self.state = replace(self.state, words=self.state.words + "字")
        if id == "paper.done":
            return (EndVisit(),)
        if id == "paper.say":
            return (Toast("err.page"),)
        return ()

    def wipe(self) -> None:
        self.state = Note()


class Door(Screen[Note]):
    def __init__(self) -> None:
        self.state = Note()

    def press(self, id: str, now: float) -> Effects:
        return (Go(Place("home")),)


def view(state: Note, look: Look) -> View:
    words = look.text(100, 200, 600, state.words or "空的", "body")
    return View((words, Target(Box(100, 300, 200, 100), "paper.write", label="写", spoken="写")))


@pytest.fixture
def opened() -> list[str]:
    return []


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def voice() -> Voice:
    return Voice()


@pytest.fixture
def director(clock: Clock, voice: Voice, opened: list[str]) -> Director:
    kinds = {
        "attract": ScreenKind("attract", lambda _: Door(), lambda s, look: View((), bare=True)),
        "home": ScreenKind("home", lambda about: Paper("home", opened), view),
        "paper": ScreenKind("paper", lambda about: Paper(about, opened), view, opens_code="D"),
    }
    facts = StationFacts(lambda language: "示例站", lambda: None, True)

    def read_code(text: str) -> tuple[str, str] | None:
        return ("D", text.removeprefix("OK:")) if text.startswith("OK:") else None

    return Director(kinds, Variant(), facts, tokens.load(), clock.now, clock.wall, read_code, voice)


def texts(director: Director) -> list[str]:
    scene = director.scene(True, ruler)
    return [getattr(node, "full", "") for layer in scene.layers for node in layer.nodes]


def test_models_and_director_need_no_kivy() -> None:
    asked = "import sys, screens.director, screens.rooms, screens.mailbox.model; sys.exit('kivy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0


def test_the_waking_touch_only_wakes(director: Director) -> None:
    director.touched()
    assert director.flow.here == Place("attract")
    director.press("attract.begin")
    assert director.flow.here == Place("home")
    assert director.session.awake


def test_nothing_typed_survives_the_idle_wipe(director: Director, clock: Clock) -> None:
    director.press("attract.begin")
    director.press("paper.write")
    assert "字" in texts(director)
    model = director.model
    clock.seconds += 200
    director.tick()
    assert director.flow.here == Place("attract")
    assert model.state == Note()
    director.press("attract.begin")
    assert "字" not in texts(director)


def test_the_idle_question_blocks_what_is_behind_it(director: Director, clock: Clock) -> None:
    director.press("attract.begin")
    clock.seconds += 95
    director.tick()
    scene = director.scene(True, ruler)
    assert scene.layers[-1].name == "idle"
    assert {one.id for one in topmost(scene)} == {"idle.stay", "idle.end"}
    director.press("idle.stay")
    assert director.scene(True, ruler).layers[-1].name != "idle"


def test_the_countdown_wakes_the_clock_every_second(director: Director, clock: Clock) -> None:
    director.press("attract.begin")
    clock.seconds += 92.3
    assert 0 < director.next_due() <= 1.0


def test_going_back_keeps_what_was_typed_during_the_visit(director: Director) -> None:
    director.press("attract.begin")
    director.press("paper.write")
    director.scan("OK:A1")
    assert director.flow.here == Place("paper", "A1")
    director.press("dock.back")
    assert "字" in texts(director)


def test_a_foreign_code_opens_nothing_and_is_not_repeated(director: Director) -> None:
    director.press("attract.begin")
    director.scan("https://evil.example/?q=payload")
    assert director.flow.here == Place("home")
    shown = " ".join(texts(director))
    assert "evil" not in shown
    assert "没有打开任何内容" in shown


def test_the_language_switch_keeps_the_place_and_the_words(director: Director) -> None:
    director.press("attract.begin")
    director.press("paper.write")
    director.press("dock.language")
    assert director.session.variant.language == "en"
    assert "字" in texts(director)
    director.press("dock.language")
    assert director.session.variant.language == "zh-Hant"
    director.press("dock.language")
    assert director.session.variant.language == "zh-Hans"
    assert "字" in texts(director)


def test_each_aid_switches_on_and_off(director: Director) -> None:
    director.press("attract.begin")
    aids = (("text", "text", 3), ("contrast", "theme", 2), ("reach", "reach", 2), ("speak", "speaking", 2))
    for name, axis, turns in aids:
        before = getattr(director.session.variant, axis)
        for _ in range(turns - 1):
            director.press(f"dock.{name}")
            assert getattr(director.session.variant, axis) != before
        director.press(f"dock.{name}")
        assert getattr(director.session.variant, axis) == before


def test_reading_aloud_says_each_screen_once(director: Director, voice: Voice) -> None:
    director.press("attract.begin")
    director.press("dock.speak")
    director.scene(True, ruler)
    director.scene(True, ruler)
    assert len([one for one in voice.said if "空的" in one]) == 1


def test_reading_stops_the_idle_clock_and_the_question_does_not_ask_itself_away(
    director: Director, clock: Clock, voice: Voice
) -> None:
    director.press("attract.begin")
    director.press("dock.speak")
    voice.busy = True
    for _ in range(60):  # five minutes of listening
        clock.seconds += 5
        director.tick()
        assert director.scene(True, ruler).layers[-1].name != "idle"
    voice.busy = False
    clock.seconds += 91
    director.tick()
    assert director.scene(True, ruler).layers[-1].name == "idle"
    voice.busy = True  # now the question is being read
    for _ in range(10):
        clock.seconds += 1
        director.tick()
        assert director.scene(True, ruler).layers[-1].name == "idle"
    voice.busy = False
    clock.seconds += 28
    director.tick()
    assert director.session.awake, "the seconds in which the question was read are not counted"
    clock.seconds += 2
    director.tick()
    assert not director.session.awake
    assert len([one for one in voice.said if "后回到开头" in one]) == 1


def test_a_page_is_not_read_again_after_the_question(director: Director, clock: Clock, voice: Voice) -> None:
    director.press("attract.begin")
    director.press("dock.speak")
    director.scene(True, ruler)
    clock.seconds += 95
    director.tick()
    director.scene(True, ruler)
    director.press("idle.stay")
    director.scene(True, ruler)
    assert len([one for one in voice.said if "空的" in one]) == 1


def test_a_toast_goes_by_itself(director: Director, clock: Clock) -> None:
    director.press("attract.begin")
    director.press("paper.say")
    assert any(layer.name == "toast" for layer in director.scene(True, ruler).layers)
    clock.seconds += 5.1
    director.tick()
    assert not any(layer.name == "toast" for layer in director.scene(True, ruler).layers)


def test_equal_states_give_the_same_scene(director: Director) -> None:
    director.press("attract.begin")
    assert director.scene(True, ruler) is director.scene(True, ruler)


def test_a_broken_page_leads_home_with_a_calm_line(director: Director) -> None:
    director.press("attract.begin")
    director.scan("OK:A1")
    director.recover()
    assert director.flow.here == Place("home")
    assert any("请再点一次" in text for text in texts(director))


def test_the_screen_is_read_in_order_without_its_buttons_twice(director: Director) -> None:
    director.press("attract.begin")
    assert spoken(director.scene(True, ruler)).splitlines() == ["空的", "写"]
