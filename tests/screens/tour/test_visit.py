"""A class at the glass: the idle clock waits for it, the services are locked, and a forgotten tour goes by itself."""

from __future__ import annotations

import random
from datetime import UTC, datetime

import pytest

from screens import home, tokens
from screens.composition import spoken, topmost
from screens.director import Director
from screens.flow import Place
from screens.look import Look
from screens.outside import StationFacts
from screens.scene import Scene
from screens.screen import Effects, Screen, ScreenKind, View
from screens.session import Variant
from screens.tour import kind
from tests.screens.looks import labels, ruler
from tests.screens.test_director import Note, Voice
from tests.screens.tour.samples import EXHIBITS, catalog


class Clock:
    """Seconds that tests hold."""

    seconds = 1000.0

    def now(self) -> float:
        return self.seconds


class Service(Screen[Note]):
    """The mailbox, or the directory."""

    def __init__(self, about: str) -> None:
        self.state = Note(about)

    def press(self, id: str, now: float) -> Effects:
        return ()


def plain(state: Note, look: Look) -> View:
    return View((look.text(100, 100, 500, "服务", "body"),))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def director(clock: Clock) -> Director:
    shown = catalog()
    exhibit = ScreenKind("exhibit", EXHIBITS.open, EXHIBITS.view)
    kinds = [
        ScreenKind("attract", Service, plain),
        home.kind(lambda: shown),
        kind(lambda: shown, random.Random(1), exhibit),
        ScreenKind("mailbox", Service, plain, service=True),
        ScreenKind("deputies", Service, plain, opens_code="D", service=True),
        ScreenKind("staff", Service, plain),
    ]
    facts = StationFacts(lambda language: "示例站", lambda: None, True)
    made = Director(
        {one.id: one for one in kinds}, Variant(), facts, tokens.load(), clock.now,
        lambda: datetime(2026, 11, 23, 10, 24, tzinfo=UTC), lambda text: ("D", text), Voice(),
    )  # fmt: skip
    made.visit(Place("home"), Variant())
    return made


def scene(director: Director) -> Scene:
    return director.scene(True, ruler)


def said(director: Director) -> set[str]:
    return {label.full for layer in scene(director).layers for label in labels(layer.nodes)}


def set_off(director: Director) -> None:
    for id in ("home.tours", "tour.pick.class", "tour.go", "tour.start"):
        director.press(id)


def wait(director: Director, clock: Clock, seconds: float) -> None:
    """Time as the shell lets it pass: from one thing that is due to the next."""
    end = clock.seconds + seconds
    while clock.seconds < end:
        clock.seconds = min(end, clock.seconds + max(0.01, director.next_due()))
        director.tick()
        scene(director)


def test_a_class_that_listens_is_never_asked_whether_it_is_there(director: Director, clock: Clock) -> None:
    set_off(director)
    wait(director, clock, 24 * 60)
    assert director.flow.here == Place("tour")
    assert scene(director).layers[-1].name != "idle"


def test_a_paused_class_is_not_asked_either(director: Director, clock: Clock) -> None:
    set_off(director)
    director.press("tour.pause")
    wait(director, clock, 50 * 60)
    assert director.model.state.running
    assert "暂停中" in said(director)


def test_a_tour_that_is_over_and_forgotten_is_wiped(director: Director, clock: Clock) -> None:
    set_off(director)
    wait(director, clock, 25 * 60 + 5)
    assert director.model.state.page == "over"
    idle = tokens.load().idle_s("tour")
    wait(director, clock, idle - 20)
    assert director.model.state.page == "over"
    wait(director, clock, 60)
    assert not director.session.awake
    director.visit(Place("tour"), Variant())
    assert director.model.state.page == "choose"


def test_a_pause_that_everybody_forgot_gives_the_station_back(director: Director, clock: Clock) -> None:
    set_off(director)
    director.press("tour.pause")
    wait(director, clock, 2 * 3600)
    assert not director.session.awake


def test_services_say_calmly_that_a_class_is_on(director: Director, clock: Clock) -> None:
    set_off(director)
    director.press("strip.staff")
    director.press("dock.home")
    for id in ("home.mailbox", "home.track"):
        director.press(id)
        assert director.flow.here == Place("home")
        assert "班级正在导览，写信和找代表请稍等。" in said(director)
    director.scan("7K2MNP")
    assert director.flow.here == Place("home")
    director.press("home.tours")
    assert director.model.state.running


def test_the_clock_of_a_class_runs_on_while_staff_look_at_their_page(director: Director, clock: Clock) -> None:
    set_off(director)
    director.press("strip.staff")
    wait(director, clock, 26 * 60)
    director.press("dock.back")
    assert director.flow.here in (Place("tour"), Place("attract"))
    assert not director._rooms.locked


def test_after_the_tour_the_services_are_open_again(director: Director) -> None:
    set_off(director)
    for id in ("tour.end", "tour.end.yes", "dock.home", "home.mailbox"):
        director.press(id)
    assert director.flow.here == Place("mailbox")


def test_the_guide_is_in_the_dock_around_the_exhibit_and_home_is_not(director: Director) -> None:
    set_off(director)
    ids = {one.id for one in topmost(scene(director))}
    assert {"tour.pause", "tour.more", "tour.skip", "tour.end", "tour.task", "dock.back"} <= ids
    assert "dock.home" not in ids
    assert {"第 1 站，共 3 站", "这站还剩 6 分", "全程还剩 25 分"} <= said(director)


def test_only_an_open_quiz_takes_many_fingers(director: Director, clock: Clock) -> None:
    set_off(director)
    assert not scene(director).many
    for id in ("tour.skip", "tour.skip", "tour.start"):
        director.press(id)
    assert scene(director).many
    wait(director, clock, 60)
    assert not scene(director).many


def test_what_a_visitor_left_in_a_service_is_wiped_before_a_class_begins(director: Director) -> None:
    director.press("home.mailbox")
    left = director.model
    director.press("dock.home")
    before = director.forgotten
    set_off(director)
    for id in ("tour.end", "tour.end.yes", "dock.home", "home.mailbox"):
        director.press(id)
    assert director.model is not left
    assert director.forgotten == before + 1


def test_a_countdown_is_not_read_aloud_second_by_second(director: Director, clock: Clock) -> None:
    set_off(director)
    for id in ("tour.skip", "tour.skip", "tour.start"):
        director.press(id)
    first = spoken(scene(director))
    wait(director, clock, 2)
    assert spoken(scene(director)) == first
