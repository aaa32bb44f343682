"""What fingers do to the real app, through Kivy's own input."""

import json
import re

import pytest
from kivy.base import EventLoop
from kivy.core.window import Window

from kiosk.drive import answer_to, show
from kiosk.glass.driver import Driver, Touch
from screens.scene import Target

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


def test_a_second_finger_is_ignored_while_one_presses(fresh: Driver) -> None:
    home(fresh)
    first, second = Touch(*_up(fresh.center_of("home.levels"))), Touch(*_up(fresh.center_of("home.mailbox")))
    EventLoop.post_dispatch_input("begin", first)
    fresh.advance(0.1)
    EventLoop.post_dispatch_input("begin", second)
    EventLoop.post_dispatch_input("end", second)
    fresh.settle()
    assert here(fresh) == "home"
    EventLoop.post_dispatch_input("end", first)
    fresh.settle()
    assert here(fresh).startswith("exhibit:")


def test_a_palm_beside_everything_is_no_hindrance(fresh: Driver) -> None:
    home(fresh)
    palm, finger = Touch(5, 500), Touch(*_up(fresh.center_of("home.mailbox")))
    EventLoop.post_dispatch_input("begin", palm)
    fresh.advance(0.4)
    EventLoop.post_dispatch_input("begin", finger)
    fresh.advance(0.1)
    EventLoop.post_dispatch_input("end", finger)
    fresh.settle()
    assert here(fresh) == "mailbox"
    EventLoop.post_dispatch_input("end", palm)
    fresh.settle()
    assert here(fresh) == "mailbox"


def test_a_finger_that_the_panel_reports_twice_presses_once(fresh: Driver) -> None:
    """Kivy's issues 3801 and 7169: the same tap from two providers, some milliseconds and pixels apart."""
    home(fresh)
    fresh.tap(*fresh.center_of("home.mailbox"))
    fresh.tap(*fresh.center_of("mailbox.urgent.no"))
    fresh.tap(*fresh.center_of("mailbox.topic.lift"))
    fresh.tap(*fresh.center_of("mailbox.place.building"))
    fresh.tap(*fresh.center_of("mode.latin"))
    x, y = _up(fresh.center_of("keys.a"))
    one, twin = Touch(x, y), Touch(x + 3, y - 2)
    EventLoop.post_dispatch_input("begin", one)
    fresh.frame()
    EventLoop.post_dispatch_input("begin", twin)
    fresh.frame()
    EventLoop.post_dispatch_input("end", one)
    EventLoop.post_dispatch_input("end", twin)
    fresh.frame()
    late = Touch(x - 2, y + 1)  # the fingertip bounces as it is lifted
    EventLoop.post_dispatch_input("begin", late)
    fresh.frame()
    EventLoop.post_dispatch_input("end", late)
    fresh.settle()
    assert _letter(fresh) == "a"
    fresh.advance(0.1)
    for _ in range(2):  # a quick typist is no bounce
        fresh.tap(*fresh.center_of("keys.b"), hold_s=0.03)
    assert _letter(fresh) == "abb"


def _letter(driver: Driver) -> str:
    return next((one["text"] for one in driver.describe()["widgets"] if one["id"] == "mailbox.words"), "")


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
    fresh.advance(125)
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


# ---- sliding: the timeline's years ----------------------------------------


def timeline(driver: Driver) -> Target:
    home(driver)
    show(driver, "exhibit:timeline/line", driver.app.station.director.session.variant)
    return next(one for one in driver.shell.pressable() if one.id == "timeline.slider")


def year(driver: Driver) -> int:
    """The year that the slider says it stands at."""
    slider = next(one for one in driver.shell.pressable() if one.id == "timeline.slider")
    found = re.search(r"[12]\d{3}", slider.spoken)
    assert found
    return int(found.group())


def place(driver: Driver, slider: Target, share: float) -> tuple[float, float]:
    """A point on the slider's track, from the top left of the window."""
    assert driver.shell.painter is not None
    x = slider.box.x + slider.inset + share * (slider.box.w - 2 * slider.inset)
    wx, wy = driver.shell.painter.frame.to_window(x, slider.box.bottom - 40)
    return wx, Window.height - wy


def test_a_finger_drawn_over_the_slider_walks_through_the_years(fresh: Driver) -> None:
    slider = timeline(fresh)
    assert year(fresh) == 1953
    seen = []
    touch = Touch(*_up(place(fresh, slider, 0.0)))
    EventLoop.post_dispatch_input("begin", touch)
    for i in range(41):
        _move(touch, place(fresh, slider, i / 40))
        fresh.frame()
        seen.append(year(fresh))
    EventLoop.post_dispatch_input("end", touch)
    fresh.frame()
    assert seen == sorted(seen)
    assert len(set(seen)) > 10
    assert (seen[0], year(fresh)) == (1953, 2027)


def test_a_slider_shows_at_once_that_it_is_held(fresh: Driver) -> None:
    slider = timeline(fresh)
    touch = Touch(*_up(place(fresh, slider, 0.5)))
    EventLoop.post_dispatch_input("begin", touch)
    assert slider.box in fresh.shell._marked
    assert year(fresh) == 1953, "what it moves comes a frame later"
    EventLoop.post_dispatch_input("end", touch)
    assert slider.box not in fresh.shell._marked
    assert year(fresh) != 1953, "a touch shorter than a frame counts too"


def _move(touch: Touch, point: tuple[float, float]) -> None:
    x, y = _up(point)
    touch.move({"x": x / (Window.width - 1), "y": y / (Window.height - 1)})
    EventLoop.post_dispatch_input("update", touch)


def test_the_slide_goes_on_where_the_finger_leaves_the_slider(fresh: Driver) -> None:
    slider = timeline(fresh)
    touch = Touch(*_up(place(fresh, slider, 0.1)))
    EventLoop.post_dispatch_input("begin", touch)
    for share, y in ((0.3, 200.0), (0.6, 60.0), (1.4, 40.0)):  # over tabs and clock, and past the right end
        _move(touch, (place(fresh, slider, share)[0], y))
        fresh.frame()
    assert year(fresh) == 2027
    _move(touch, (place(fresh, slider, -0.5)[0], 1000.0))
    fresh.frame()
    assert year(fresh) == 1953
    EventLoop.post_dispatch_input("end", touch)
    fresh.frame()


def test_lifting_a_finger_that_slid_presses_nothing(fresh: Driver) -> None:
    slider = timeline(fresh)
    for target in ("exhibit.tab.more", "timeline.mode.order", "timeline.next", "dock.home"):
        fresh.drag(place(fresh, slider, 0.5), fresh.center_of(target))
        assert here(fresh) == "exhibit:timeline/line"
        shown = {one.id for one in fresh.shell.pressable()}
        assert "timeline.slider" in shown, target


def test_what_the_finger_came_from_is_no_slide(fresh: Driver) -> None:
    slider = timeline(fresh)
    fresh.drag(fresh.center_of("exhibit.tab.more"), place(fresh, slider, 0.9))
    assert year(fresh) == 1953
    assert here(fresh) == "exhibit:timeline/line"


def test_a_driver_is_told_that_what_it_tapped_is_disabled(fresh: Driver) -> None:
    for id in ("attract.begin", "home.mailbox", "mailbox.urgent.no", "mailbox.topic.lift", "mailbox.place.here"):
        fresh.tap(*fresh.center_of(id))
    idle = next(one.id for one in fresh.shell.pressable() if one.disabled)
    assert answer_to(fresh, json.dumps({"do": "tap", "id": idle})) == {"ok": True, "disabled": True}
    assert answer_to(fresh, json.dumps({"do": "tap", "id": "dock.home"})) == {"ok": True}


def test_a_tap_on_the_track_goes_there_at_once(fresh: Driver) -> None:
    slider = timeline(fresh)
    fresh.tap(*place(fresh, slider, 1.0))
    assert year(fresh) == 2027
    fresh.tap(*fresh.center_of("timeline.prev"))
    assert year(fresh) < 2027


def test_the_drive_command_drag_slides_too(fresh: Driver) -> None:
    slider = timeline(fresh)
    command = {"do": "drag", "from": place(fresh, slider, 0.0), "to": place(fresh, slider, 1.0)}
    assert answer_to(fresh, json.dumps(command)) == {"ok": True}
    assert year(fresh) == 2027
    assert here(fresh) == "exhibit:timeline/line"


def test_to_and_fro_is_no_trembling(fresh: Driver) -> None:
    home(fresh)
    fresh.tap(*fresh.center_of("home.deputies"))
    fresh.advance(0.4)
    seen = []
    for id in ("deputies.from.6", "deputies.from.0", "deputies.from.6"):  # within 300 ms, each meant
        finger = Touch(*_up(fresh.center_of(id)))
        EventLoop.post_dispatch_input("begin", finger)
        EventLoop.post_dispatch_input("end", finger)
        fresh.frame()
        seen.append(fresh.app.station.director.model.state.first)
    assert seen == [6, 0, 6]
