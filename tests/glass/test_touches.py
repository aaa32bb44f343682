"""What fingers do to the real app, through Kivy's own input."""

import pytest
from kivy.base import EventLoop
from kivy.core.window import Window

from kiosk.glass.driver import Driver, Touch

pytestmark = pytest.mark.glass


def here(driver: Driver) -> str:
    place = driver.app.station.director.flow.here
    return f"{place.screen}:{place.about}" if place.about else place.screen


def home(driver: Driver) -> None:
    driver.tap(960, 540)
    assert here(driver) == "home"


def test_the_waking_touch_presses_nothing_behind_it(fresh: Driver) -> None:
    home(fresh)
    x, y = fresh.center_of("home.mailbox")
    fresh.app.station.director.end_visit()
    fresh.shell.refresh()
    fresh.tap(x, y)
    assert here(fresh) == "home"


def test_release_outside_the_target_does_nothing(fresh: Driver) -> None:
    home(fresh)
    start = fresh.center_of("home.mailbox")
    fresh.drag(start, (start[0], start[1] - 400))
    assert here(fresh) == "home"


def test_a_trembling_release_within_the_slop_still_counts(fresh: Driver) -> None:
    home(fresh)
    start = fresh.center_of("dock.help")
    fresh.drag(start, (start[0] + 6, start[1] + 5))
    assert here(fresh) == "help"


def test_a_second_finger_is_ignored(fresh: Driver) -> None:
    home(fresh)
    first, second = Touch(5, 500), Touch(*_up(fresh.center_of("home.mailbox")))
    EventLoop.post_dispatch_input("begin", first)
    EventLoop.post_dispatch_input("begin", second)
    EventLoop.post_dispatch_input("end", second)
    EventLoop.post_dispatch_input("end", first)
    fresh.settle()
    assert here(fresh) == "home"


def _up(point: tuple[float, float]) -> tuple[float, float]:
    return point[0], Window.height - point[1]


def test_a_double_tap_acts_once(fresh: Driver) -> None:
    home(fresh)
    x, y = fresh.center_of("dock.text")
    for _ in range(2):
        touch = Touch(x, Window.height - y)
        EventLoop.post_dispatch_input("begin", touch)
        fresh.frame()
        EventLoop.post_dispatch_input("end", touch)
        fresh.frame()
    fresh.settle()
    assert fresh.app.station.director.session.variant.text == "large"


def test_three_seconds_on_the_name_open_the_staff_page(fresh: Driver) -> None:
    home(fresh)
    fresh.tap(200, 40, hold_s=0.5)
    assert here(fresh) == "home"
    fresh.tap(200, 40, hold_s=3.1)
    assert here(fresh) == "staff"


def test_an_idle_visitor_is_asked_and_then_forgotten(fresh: Driver) -> None:
    home(fresh)
    fresh.advance(95)
    assert "idle.stay" in {one.id for one in fresh.shell.pressable()}
    fresh.tap(*fresh.center_of("idle.stay"))
    assert here(fresh) == "home"
    fresh.advance(115)
    assert here(fresh) == "attract"


def test_no_key_leaves_the_exhibition(fresh: Driver) -> None:
    home(fresh)
    for code in (27, 282, 283, 289, 293):  # Escape, F1, F2, F8, F12
        Window.dispatch("on_key_down", code, 0, None, [])
    Window.dispatch("on_key_down", ord("w"), 0, "w", ["ctrl"])
    Window.dispatch("on_key_down", 285, 0, None, ["alt"])
    fresh.advance(0.2)
    assert Window.dispatch("on_request_close")
    assert here(fresh) == "home"
    assert EventLoop.status == "started"


def test_tab_and_enter_do_what_a_finger_does(fresh: Driver) -> None:
    home(fresh)
    ids = [one.id for one in fresh.shell.pressable() if not one.hold_ms]
    fresh.type("\t" * (ids.index("dock.help") + 1))
    fresh.type("\n")
    assert here(fresh) == "help"


def test_a_change_is_on_the_glass_in_the_next_frame(fresh: Driver) -> None:
    home(fresh)
    before = fresh.picture().tobytes()
    touch = Touch(*_up(fresh.center_of("dock.contrast")))
    EventLoop.post_dispatch_input("begin", touch)
    fresh.frame()
    pressed = fresh.picture().tobytes()
    assert pressed != before
    EventLoop.post_dispatch_input("end", touch)
    fresh.frame()
    assert fresh.picture().tobytes() != pressed
