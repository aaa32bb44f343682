"""Pages are drawn ahead while nobody is there, and nothing of a visitor is among them."""

import pytest

from kiosk.glass.driver import Driver

pytestmark = pytest.mark.glass


def made(driver: Driver) -> int:
    """How many lines of type have a picture."""
    assert driver.shell.painter is not None
    return len(driver.shell.painter.glyphs._textures)


@pytest.fixture
def rehearsed(fresh: Driver) -> Driver:
    """A station that has rested since its last visitor."""
    fresh.shell.rehearse()
    for _ in range(20):
        fresh.advance(1.0)
    fresh.shell._rehearsal.end()
    return fresh


def test_the_first_visitor_of_the_day_waits_for_no_type(rehearsed: Driver) -> None:
    rehearsed.tap(960, 540)
    before = made(rehearsed)
    rehearsed.tap(*rehearsed.center_of("home.deputies"))
    rehearsed.tap(*rehearsed.center_of("dock.home"))
    assert made(rehearsed) <= before + 3  # the clock and what moves on


def test_nothing_is_drawn_ahead_once_somebody_is_there(fresh: Driver) -> None:
    fresh.shell.rehearse()
    fresh.tap(960, 540)
    before = made(fresh)
    for _ in range(6):
        fresh.advance(1.0)
    assert made(fresh) <= before + 3
    fresh.shell._rehearsal.end()


def test_it_begins_anew_when_a_visitor_has_left(rehearsed: Driver) -> None:
    rehearsed.tap(960, 540)
    rehearsed.app.station.director.end_visit()
    rehearsed.shell.refresh()
    assert made(rehearsed) < 40, "what a visitor saw is dropped"
    for _ in range(20):
        rehearsed.advance(1.0)
    assert made(rehearsed) > 100
    rehearsed.shell._rehearsal.end()
