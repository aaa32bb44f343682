"""The idle screen on a real window: it lives for little, and the touch that wakes it presses nothing hidden."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from kivy.base import EventLoop
from kivy.core.window import Window
from PIL import ImageChops

from kiosk.glass.driver import FRAME_S, Driver, Touch
from kiosk.glass.partial import PartialDraw, keeps_last_frame
from screens.attract.model import Attract
from screens.scene import Target
from screens.widgets.damage import Parts, area
from tests.glass.test_partial import ROUNDING, shown

pytestmark = pytest.mark.glass


class Evening:
    """A wall clock that goes with the driver's own, from one evening on."""

    def __init__(self, driver: Driver, begin: datetime) -> None:
        self._driver, self._begin, self._from = driver, begin, driver.now

    def __call__(self) -> datetime:
        return self._begin + timedelta(seconds=self._driver.now - self._from)


@pytest.fixture
def resting(fresh: Driver) -> Iterator[Driver]:
    """Nobody is there, and time passes: at noon of a day, the middle of a turn."""
    director = fresh.app.station.director
    before = director._kinds["attract"], director._wall
    wall = Evening(fresh, datetime(2026, 11, 23, 11, 0, 0).astimezone())
    catalog = fresh.app.station.shelf
    director._kinds["attract"] = replace(before[0], open=lambda _: Attract(catalog.catalog, wall))  # type: ignore[index]
    director._wall = wall
    director.end_visit()
    fresh.shell.refresh()
    fresh.settle()
    yield fresh
    director._kinds["attract"], director._wall = before  # type: ignore[index]
    director.end_visit()
    fresh.shell.refresh()


def says(driver: Driver) -> str:
    state = driver.app.station.director.model.state
    return f"card {state.card.id}" if state.card else str(state.question.zh_hans)


def here(driver: Driver) -> str:
    place = driver.app.station.director.flow.here
    return f"{place.screen}:{place.about}" if place.about else place.screen


def everything_pressable(driver: Driver, place: str) -> list[Target]:
    driver.tap(*driver.center_of("attract.begin"))
    assert here(driver) == place
    return [one for one in driver.shell.pressable() if not one.covers]


def test_the_glass_asks_again_every_twelve_seconds_and_tells_of_answers(resting: Driver) -> None:
    seen = []
    for _ in range(9):
        seen.append(says(resting))
        resting.advance(12.0)
    assert len([one for one in seen if one.startswith("card")]) == 3
    questions = [one for one in seen if not one.startswith("card")]
    assert len(set(questions)) == 6


def test_the_waking_touch_presses_nothing_that_will_lie_under_the_finger(resting: Driver) -> None:
    """Every target of home, touched where it will be: on a question and on a card."""
    director = resting.app.station.director
    hidden = everything_pressable(resting, "home")
    assert len(hidden) > 8
    for at, one in enumerate(hidden):
        director.end_visit()
        resting.shell.refresh()
        while at % 2 and not says(resting).startswith("card"):
            resting.advance(3.0)
        painter = resting.shell.painter
        assert painter is not None
        x, y = painter.frame.to_window(*one.box.center)
        language = [own for own in resting.shell.pressable() if not own.covers and own.box.contains(*one.box.center)]
        resting.tap(x, Window.height - y)
        assert here(resting) == "home", one.id
        if not language:
            assert director.session.variant == director.session.station, one.id


def test_a_question_that_changes_under_the_finger_keeps_the_touch(resting: Driver) -> None:
    before = says(resting)
    finger = Touch(900, 500)
    EventLoop.post_dispatch_input("begin", finger)
    resting.advance(13.0)
    assert says(resting) != before
    EventLoop.post_dispatch_input("end", finger)
    resting.settle()
    assert here(resting) == "home"


def test_living_costs_one_small_picture_at_a_time(resting: Driver) -> None:
    """Through a whole round: what is drawn anew is the car, the boat or the birds; the rest are changes of turn."""
    if not keeps_last_frame():
        pytest.skip("not a software rasteriser")
    parts: list[Parts | None] = []

    def take() -> Parts | None:
        part = resting.shell.take_damage()
        parts.append(part)
        return part

    partial = PartialDraw(Window, take)
    partial.start()
    try:
        for _ in range(137 * 12):
            resting.now += 1 / 12 - FRAME_S
            resting.frame()
        partly = shown()
    finally:
        partial.stop()
    small = [part for part in parts if (area(part) or 1e9) < 25_000]
    assert len(small) > 0.9 * len(parts)
    changes_of_turn, one_leaves_as_the_next_comes = 137 // 12 + 1, 3
    assert len(parts) - len(small) <= changes_of_turn + one_leaves_as_the_next_comes + 1
    resting.shell.painter.damage.all()  # type: ignore[union-attr]
    whole = resting.picture()
    worst = max(high for _, high in ImageChops.difference(partly, whole).getextrema())  # type: ignore[misc]
    assert worst <= ROUNDING
