"""Pages are drawn ahead while nobody is there, and nothing of a visitor is among them."""

import pytest
from kivy.base import EventLoop

from kiosk.glass.driver import Driver, Touch

pytestmark = pytest.mark.glass


def made(driver: Driver) -> int:
    """How many lines of type have a picture."""
    assert driver.shell.painter is not None
    return len(driver.shell.painter.glyphs._textures)


def read(driver: Driver) -> None:
    """A visitor who touches nothing for a while, until no more is made ready."""
    driver.advance(0.7)
    for _ in range(1500):
        driver.advance(0.02)
        if not driver.shell._rehearsal.under_way:
            return


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


def test_it_waits_while_a_finger_is_on_the_glass(fresh: Driver) -> None:
    fresh.shell.rehearse()
    fresh.tap(960, 540)
    touch = Touch(960, 980)
    EventLoop.post_dispatch_input("begin", touch)
    fresh.frame()
    before = made(fresh)
    for _ in range(200):
        fresh.advance(0.02)
    assert made(fresh) <= before + 3
    EventLoop.post_dispatch_input("end", touch)
    fresh.advance(0.1)
    assert made(fresh) <= before + 3
    read(fresh)
    assert made(fresh) > before + 100


def test_it_goes_on_while_a_visitor_reads(fresh: Driver) -> None:
    fresh.shell.rehearse()
    fresh.tap(960, 540)
    before = made(fresh)
    read(fresh)
    assert made(fresh) > before + 100
    assert not fresh.shell._rehearsal.under_way
    before = made(fresh)
    fresh.tap(*fresh.center_of("home.deputies"))
    assert made(fresh) <= before + 3


def test_a_visitor_of_another_language_has_pages_made_too(rehearsed: Driver) -> None:
    rehearsed.shell.rehearse()
    rehearsed.tap(960, 540)
    read(rehearsed)
    before = made(rehearsed)
    rehearsed.tap(*rehearsed.center_of("dock.language"))
    read(rehearsed)
    assert made(rehearsed) > before + 100
    rehearsed.shell._rehearsal.end()


def test_it_begins_anew_when_a_visitor_has_left(rehearsed: Driver) -> None:
    rehearsed.tap(960, 540)
    rehearsed.app.station.director.end_visit()
    rehearsed.shell.refresh()
    assert made(rehearsed) < 40, "what a visitor saw is dropped"
    for _ in range(20):
        rehearsed.advance(1.0)
    assert made(rehearsed) > 100
    rehearsed.shell._rehearsal.end()
