"""Touch-to-hear on the real glass: what fingers and keys do in it, how soon something is said, what of it stays."""

from typing import Any

import pytest
from kivy.base import EventLoop
from kivy.core.window import Window

from kiosk.drive import show
from kiosk.glass import gestures
from kiosk.glass.driver import FRAME_S, Driver, Touch
from screens import tokens
from screens.access.keypad import Keypad, parse
from screens.session import Variant

pytestmark = pytest.mark.glass

SIZE = (960, 540)
HEARING = Variant(hearing=True)


def heard(driver: Driver) -> list[dict[str, Any]]:
    taken: list[dict[str, Any]] = driver.app.station.voice.log.take()  # type: ignore[attr-defined]
    return taken


def said(driver: Driver) -> list[str]:
    return [one["text"] for one in heard(driver) if "text" in one]


def listening(driver: Driver, screen: str = "home") -> None:
    """A visitor in touch-to-hear at a screen, everything said so far forgotten."""
    driver.resize(SIZE)
    assert driver.shell.assist  # as it is a few seconds after a station's start
    show(driver, screen, HEARING)
    heard(driver)


def test_something_is_said_within_200_ms_of_the_fingers_arrival(fresh: Driver) -> None:
    listening(fresh)
    for id in ("home.mailbox", "home.levels", "dock.text"):
        x, y = fresh.center_of(id)
        began = fresh.now
        touch = Touch(x, Window.height - y)
        EventLoop.post_dispatch_input("begin", touch)
        log = heard(fresh)
        while not any("text" in one for one in log):
            assert fresh.now - began < 0.2
            fresh.frame()
            log += heard(fresh)
        assert "sound" in log[0], "a tone at once says that something is there"
        EventLoop.post_dispatch_input("end", touch)
        fresh.advance(0.6)
        heard(fresh)
    assert FRAME_S < 0.02


def test_lifting_and_single_taps_press_nothing(fresh: Driver) -> None:
    listening(fresh)
    spot = fresh.center_of("home.mailbox")
    gestures.explore(fresh, [spot])
    fresh.advance(0.2)
    fresh.tap(*spot, hold_s=0.05)
    fresh.advance(1.0)
    assert fresh.app.station.director.flow.here.screen == "home"
    assert said(fresh) == ["开始写信，按钮"] * 2


def test_a_double_tap_anywhere_presses_what_was_heard_last(fresh: Driver) -> None:
    listening(fresh)
    gestures.explore(fresh, [fresh.center_of("home.mailbox")])
    gestures.double_tap(fresh, (20, 300))
    assert fresh.app.station.director.flow.here.screen == "mailbox"


def test_blank_places_sound_low_and_say_nothing(fresh: Driver) -> None:
    listening(fresh)
    gestures.explore(fresh, [(480, 250)])
    log = heard(fresh)
    assert {one.get("sound") for one in log if "sound" in one} == {"empty"}
    assert not [one for one in log if "text" in one]


def test_pitch_follows_the_place_on_the_glass(fresh: Driver) -> None:
    listening(fresh, "mailbox")
    pitches = []
    for id in ("mailbox.urgent.no", "dock.home"):
        gestures.explore(fresh, [fresh.center_of(id)])
        pitches.append(next(one["pitch"] for one in heard(fresh) if one.get("sound") == "thing"))
    assert pitches[0] > pitches[1]


def test_two_fingers_stop_the_voice(fresh: Driver) -> None:
    listening(fresh)
    gestures.explore(fresh, [fresh.center_of("home.mailbox")])
    heard(fresh)
    gestures.two_fingers(fresh)
    assert [one for one in heard(fresh) if one.get("quiet")]
    assert fresh.app.station.director.flow.here.screen == "home"


def test_a_slider_is_stepped_by_swipes_and_says_where_it_stands(fresh: Driver) -> None:
    listening(fresh, "exhibit:timeline/line")
    gestures.explore(fresh, [fresh.center_of("timeline.slider")])
    first = said(fresh)[-1]
    assert "滑块" in first
    gestures.swipe(fresh, "up")
    one = said(fresh)
    gestures.swipe(fresh, "up")
    two = said(fresh)
    gestures.swipe(fresh, "down")
    back = said(fresh)
    assert len(one) == len(two) == len(back) == 1, "only where it comes to rest is said"
    assert one != two and back == one
    for _ in range(40):
        gestures.swipe(fresh, "down")
    assert said(fresh)[-1] == "不能再调了"


def test_it_leaves_with_the_visit(fresh: Driver) -> None:
    listening(fresh)
    gestures.explore(fresh, [fresh.center_of("home.mailbox")])
    fresh.app.station.director.end_visit()
    fresh.shell.refresh()
    fresh.settle()
    listening_now = fresh.shell.assist.listening
    assert not listening_now.hearing
    assert (listening_now.heard, listening_now.marked, listening_now.focused) == ("", None, "")
    heard(fresh)
    fresh.tap(480, 270)
    assert fresh.app.station.director.flow.here.screen == "home"
    assert said(fresh) == []


def test_holding_either_lower_corner_switches_it_on_and_off_and_presses_nothing(fresh: Driver) -> None:
    fresh.resize(SIZE)
    for x in (30, 930):
        fresh.app.station.director.end_visit()
        fresh.shell.refresh()
        heard(fresh)
        fresh.tap(x, 515, hold_s=3.2)
        assert fresh.app.station.director.session.variant.hearing
        assert fresh.app.station.director.flow.here.screen == "home"
        log = heard(fresh)
        pitches = [one["pitch"] for one in log if one.get("sound") == "hold"]
        assert pitches == sorted(pitches) and len(pitches) >= 3, "rising tones lead through the hold"
        assert "分钟没有操作" in "".join(one.get("text", "") for one in log), "what will be wiped is said at the start"
        fresh.tap(x, 515, hold_s=3.2)
        assert not fresh.app.station.director.session.variant.hearing
        assert said(fresh)[-1] == "触摸听已关闭。"


def test_a_short_touch_of_a_corner_stays_what_it_is(fresh: Driver) -> None:
    fresh.resize(SIZE)
    show(fresh, "mailbox", Variant())
    fresh.tap(30, 515, hold_s=1.5)
    assert fresh.app.station.director.flow.here.screen == "home"
    assert not fresh.app.station.director.session.variant.hearing


def test_a_button_and_a_key_switch_it_too(fresh: Driver) -> None:
    fresh.resize(SIZE)
    show(fresh, "home", Variant())
    fresh.tap(*fresh.center_of("dock.hear"))
    assert fresh.app.station.director.session.variant.hearing
    gestures.key(fresh, "f1")
    assert not fresh.app.station.director.session.variant.hearing


def test_the_idle_question_is_said_and_any_touch_goes_on(fresh: Driver) -> None:
    listening(fresh)
    fresh.advance(275)  # three times ninety seconds
    assert any("您还在吗" in one and "碰一下屏幕任意处" in one for one in said(fresh))
    fresh.advance(50)
    assert fresh.app.station.director.session.awake, "ninety seconds to answer in"
    gestures.explore(fresh, [(480, 250)])
    fresh.advance(60)
    assert fresh.app.station.director.session.awake


def test_the_seconds_that_run_down_are_not_said_one_by_one(fresh: Driver) -> None:
    listening(fresh)
    fresh.advance(275)
    heard(fresh)
    fresh.advance(20)
    assert said(fresh) == []


def test_exploring_counts_as_being_here(fresh: Driver) -> None:
    listening(fresh)
    spots = [fresh.center_of(id) for id in ("home.mailbox", "home.levels")]
    touch = Touch(spots[0][0], Window.height - spots[0][1])
    EventLoop.post_dispatch_input("begin", touch)
    for turn in range(20):  # one finger, never lifted, for more than ten minutes
        gestures._move(touch, spots[turn % 2])
        fresh.advance(31)
    assert fresh.app.station.director.session.awake
    assert "idle.stay" not in {one.id for one in fresh.shell.pressable()}
    EventLoop.post_dispatch_input("end", touch)
    fresh.advance(0.1)


@pytest.mark.parametrize("theme", ["light", "contrast"])
def test_the_ring_has_3_to_1_on_any_ground(theme: str) -> None:
    """Ring and halo lie side by side: where one is close to the ground in colour, the other is far from it."""
    known = tokens.load()
    ring, halo = (known.color(theme, name) for name in ("focus", "on_ink"))  # type: ignore[arg-type]
    for name in known.raw["color"]["light"]:
        ground = known.color(theme, name)  # type: ignore[arg-type]
        assert max(tokens.contrast(ring, ground), tokens.contrast(halo, ground)) >= 3, name


# ---- keypad and scanner on one line ----------------------------------------


def with_a_ring(driver: Driver) -> str:
    """Home, the ring around the mailbox's button; its target."""
    driver.resize(SIZE)
    show(driver, "home", Variant())
    gestures.key(driver, "tab")
    target: str = driver.shell.assist.listening.target
    assert target == "home.mailbox"
    return target


@pytest.mark.parametrize("typed", ["AB", "12345", "https://example.com/some/thing"])
def test_the_enter_of_a_scanner_presses_nothing(fresh: Driver, typed: str) -> None:
    with_a_ring(fresh)
    fresh.scan(typed)
    assert fresh.app.station.director.flow.here.screen == "home"
    gestures.key(fresh, "enter")
    assert fresh.app.station.director.flow.here.screen == "mailbox", "that of a hand does"


def test_a_key_held_down_presses_once(fresh: Driver) -> None:
    with_a_ring(fresh)
    for _ in range(20):  # as a keyboard repeats
        Window.dispatch("on_key_down", 13, 0, None, [])
        fresh.advance(0.03)
    assert fresh.app.station.director.flow.here.screen == "mailbox"
    assert fresh.app.station.director.model.state.stage == "urgent"


def test_a_station_with_a_keypad_speaks_from_its_first_key(fresh: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    fresh.resize(SIZE)
    keypad = Keypad(parse("previous=left next=right press=f13"))
    monkeypatch.setattr(fresh.shell.assist, "_keypad", keypad)
    heard(fresh)
    gestures.key(fresh, "right")
    assert fresh.app.station.director.flow.here.screen == "home"
    assert "用按键" in said(fresh)[0]
    gestures.key(fresh, "right")
    assert fresh.shell.assist.listening.marked is not None
    assert len(said(fresh)) == 1
