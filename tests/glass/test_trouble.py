"""What the glass does when a page breaks, a finger stays, a screen goes from under it, or a scanner wakes the loop."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from kivy.base import EventLoop, ExceptionManager
from kivy.core.window import Window

from kiosk.app import _Guard
from kiosk.glass.driver import Driver, Touch

pytestmark = pytest.mark.glass


def here(driver: Driver) -> str:
    return driver.app.station.director.flow.here.screen


def home(driver: Driver) -> None:
    driver.tap(960, 540)
    assert here(driver) == "home"


def finger_on(driver: Driver, id: str) -> Touch:
    x, y = driver.center_of(id)
    finger = Touch(x, Window.height - y)
    EventLoop.post_dispatch_input("begin", finger)
    driver.frame()
    return finger


def lift(driver: Driver, finger: Touch) -> None:
    EventLoop.post_dispatch_input("end", finger)
    driver.frame()


def broken(*_: Any) -> Any:
    raise RuntimeError("a page that can't be drawn")


@pytest.fixture
def guarded(fresh: Driver) -> Iterator[Driver]:
    """The station as it runs, with its guard."""
    guard = _Guard(fresh.app)
    ExceptionManager.add_handler(guard)
    yield fresh
    ExceptionManager.remove_handler(guard)


def break_view(driver: Driver, monkeypatch: pytest.MonkeyPatch, screen: str) -> None:
    kinds = driver.app.station.director._kinds
    monkeypatch.setitem(kinds, screen, replace(kinds[screen], view=broken))  # type: ignore[arg-type]


def test_a_page_that_can_not_be_drawn_leads_home_with_a_calm_line(
    guarded: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    home(guarded)
    break_view(guarded, monkeypatch, "help")
    finger = finger_on(guarded, "dock.help")
    with pytest.raises(RuntimeError) as caught:
        EventLoop.post_dispatch_input("end", finger)
    assert ExceptionManager.handle_exception(caught.value) == ExceptionManager.PASS  # as the loop does
    guarded.advance(0.1)
    assert here(guarded) == "home"
    assert any("请再点一次" in one["text"] for one in guarded.describe()["widgets"])
    guarded.advance(200)
    assert here(guarded) == "attract"


def test_a_page_that_breaks_as_time_passes_does_not_stop_the_clock(
    guarded: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    home(guarded)
    guarded.tap(*guarded.center_of("dock.help"))
    break_view(guarded, monkeypatch, "help")
    guarded.advance(95)  # the idle question asks for a new scene
    assert here(guarded) == "home"
    guarded.advance(125)
    assert here(guarded) == "attract"


def test_a_home_that_can_not_be_drawn_ends_in_a_fresh_start_and_not_in_a_loop(
    guarded: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    home(guarded)
    break_view(guarded, monkeypatch, "home")
    with pytest.raises(RuntimeError):
        guarded.advance(95)


def test_a_finger_lifted_after_the_visit_ended_presses_nothing(fresh: Driver) -> None:
    home(fresh)
    finger = finger_on(fresh, "home.mailbox")
    fresh.advance(200)
    assert here(fresh) == "attract"
    lift(fresh, finger)
    assert here(fresh) == "attract"
    assert not fresh.app.station.director.session.awake


def test_a_finger_lifted_from_what_another_screen_replaced_presses_nothing(fresh: Driver) -> None:
    home(fresh)
    finger = finger_on(fresh, "home.mailbox")
    fresh.app.station.director.press("dock.help")
    fresh.shell.refresh()
    lift(fresh, finger)
    assert here(fresh) == "help"


def test_a_long_press_does_not_outlive_its_screen(fresh: Driver) -> None:
    home(fresh)
    finger = finger_on(fresh, "strip.staff")
    fresh.advance(1.0)
    fresh.app.station.director.end_visit()
    fresh.shell.refresh()
    fresh.advance(3.0)
    lift(fresh, finger)
    assert here(fresh) == "attract"


def test_an_arm_that_leans_on_the_glass_does_not_lock_it(fresh: Driver) -> None:
    home(fresh)
    arm = Touch(5, 500)
    EventLoop.post_dispatch_input("begin", arm)
    fresh.advance(9.0)
    fresh.tap(*fresh.center_of("dock.help"))
    assert here(fresh) == "help"
    lift(fresh, arm)
    assert here(fresh) == "help"


def test_no_focus_is_left_for_the_next_visitor(fresh: Driver) -> None:
    home(fresh)
    fresh.type("\t\t")
    assert fresh.shell.assist.listening.target
    fresh.app.station.director.end_visit()
    fresh.shell.refresh()
    assert fresh.shell.assist.listening.marked is None


def test_a_scan_that_wakes_the_sleeping_loop_is_read_whole(fresh: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys come before the clock's tick, so after a rest Kivy's timers count from long ago."""
    read: list[str] = []
    monkeypatch.setattr(fresh.app.station.director, "scan", read.append)
    fresh.now += 20.0  # the loop slept
    for key in "BY1.D.EXAMPLE":
        Window.dispatch("on_key_down", ord(key), 0, key, [])
        EventLoop.idle()
        fresh.now += 0.004
    Window.dispatch("on_key_down", 13, 0, None, [])
    EventLoop.idle()
    assert read == ["BY1.D.EXAMPLE"]


def test_a_key_held_back_for_a_scan_costs_no_frame(fresh: Driver) -> None:
    home(fresh)
    assert not Window.canvas.needs_redraw
    Window.dispatch("on_key_down", ord("B"), 0, "B", [])
    assert not Window.canvas.needs_redraw


def test_each_thing_that_drifts_is_driven_by_one_timer_whatever_the_theme(fresh: Driver) -> None:
    painter = fresh.shell.painter
    assert painter is not None
    events = dict(painter.motion._drifts)
    assert set(events) == {"gondola", "boat", "birds"}
    painter.wear("light", False)
    painter.show(fresh.shell.current)  # type: ignore[arg-type]
    assert set(painter.motion._drifts) == set(events)
    assert not any(event.is_triggered for event in events.values())
