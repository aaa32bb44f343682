"""Touches that are one, keys that mean something, and a scanner that is never taken for a hand."""

import pytest

from screens.access.contact import Contacts
from screens.access.hold import HOLD_S, CornerHold, in_corner
from screens.access.keypad import Keypad, parse

SIZE = (1920.0, 1080.0)


@pytest.mark.parametrize(
    ("x", "y", "later", "again"),
    [(4, -3, 0.012, True), (0, 0, 0.03, True), (4, 0, 0.2, False), (90, 0, 0.012, False)],
)
def test_a_touch_reported_twice_is_one(x: float, y: float, later: float, again: bool) -> None:
    contacts = Contacts()
    assert not contacts.again(500, 500, 10.0)
    assert contacts.again(500 + x, 500 + y, 10.0 + later) is again


def test_a_fingertip_that_bounces_as_it_is_lifted_is_one() -> None:
    contacts = Contacts()
    contacts.again(500, 500, 10.0)
    contacts.lifted(502, 500, 10.4)
    assert contacts.again(503, 501, 10.44)
    assert not contacts.again(503, 501, 10.5)


def test_a_stroke_that_begins_at_once_where_the_last_one_ended_is_no_bounce() -> None:
    contacts = Contacts()
    contacts.again(500, 500, 10.0, pen=True)
    contacts.lifted(700, 500, 10.4)
    assert not contacts.again(700, 500, 10.42, pen=True)
    assert contacts.again(700, 500, 10.44, pen=True), "reported twice, it is one on a pad, too"


def test_a_hold_is_told_of_by_rising_tones_and_done_after_three_seconds() -> None:
    hold, now, signs = CornerHold(), 0.0, []
    hold.down(1, 20, 1060, SIZE, now)
    while (due := hold.next_due(now)) is not None:
        now += due
        signs += hold.tick(now)
    assert signs == ["prompt", "tone", "tone", "tone", "tone", "done"]
    assert now == pytest.approx(HOLD_S)


def test_a_hold_ends_where_the_finger_leaves_the_corner_or_another_one_comes() -> None:
    for disturb in (lambda hold: hold.move(1, 400, 1060, SIZE), lambda hold: hold.down(2, 9, 9, SIZE, 0.5)):
        hold = CornerHold()
        hold.down(1, 20, 1060, SIZE, 0.0)
        disturb(hold)
        assert hold.tick(4.0) == []


def test_only_the_lower_corners_count() -> None:
    assert in_corner(10, 1070, SIZE) and in_corner(1910, 1070, SIZE)
    assert not in_corner(10, 10, SIZE) and not in_corner(960, 1070, SIZE)


def test_keys_of_any_keyboard_move_the_focus_and_arrows_only_once_it_is_there() -> None:
    keys = Keypad()
    assert keys.meaning("tab", False) == "next"
    assert keys.meaning("back_tab", False) == "previous"
    assert keys.meaning("left", False) is None, "it moves the caret of who types"
    assert keys.meaning("left", True) == "previous"
    assert keys.meaning("enter", True) == "press"
    assert keys.meaning("a", True) is None


def test_a_keypad_of_three_keys_is_what_its_setting_says() -> None:
    keys = Keypad(parse("previous=left next=right press=f13"))
    assert keys.there
    assert [keys.meaning(one, False) for one in ("left", "right", "f13")] == ["previous", "next", "press"]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("next=a press=enter", "no key of a keypad"),
        ("forward=tab", "MEANING=KEY"),
        ("next=tab", "at least"),
        ("next=tab press=tab", "two meanings"),
    ],
)
def test_a_keypad_that_can_not_be_is_refused_in_words(text: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        parse(text)


def test_a_key_held_down_presses_once_and_steps_slowly() -> None:
    keys = Keypad()
    assert not keys.again("enter", "press", 10.0)
    assert keys.again("enter", "press", 10.03)
    assert keys.again("enter", "press", 10.3)
    assert not keys.again("enter", "press", 10.7)
    assert not keys.again("tab", "next", 11.0)
    assert keys.again("tab", "next", 11.03)
    assert not keys.again("tab", "next", 11.15)
