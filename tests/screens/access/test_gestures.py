"""What a finger that can't see means, on a clock held by hand."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screens.access.gestures import AGAIN_S, REST_S, Gesture, Gestures


def kinds(gestures: list[Gesture]) -> list[str]:
    return [one.kind for one in gestures]


def tap(hand: Gestures, at: float, x: float = 100, y: float = 100, finger: int = 1) -> list[str]:
    return kinds([*hand.down(finger, x, y, at), *hand.up(finger, at + 0.06)])


def test_a_finger_that_rests_explores_within_a_fifth_of_a_second() -> None:
    hand = Gestures()
    assert kinds(hand.down(1, 100, 100, 10.0)) == ["touch"]
    due = hand.next_due(10.0)
    assert due is not None and due <= 0.2
    assert hand.tick(10.0 + due / 2) == []
    assert hand.tick(10.0 + due) == [Gesture("explore", 100, 100)]


def test_while_it_explores_every_place_counts_and_lifting_means_nothing() -> None:
    hand = Gestures()
    hand.down(1, 100, 100, 0.0)
    hand.tick(REST_S)
    assert hand.move(1, 300, 400, 0.5) == [Gesture("explore", 300, 400)]
    assert hand.up(1, 0.6) == []
    assert hand.tick(5.0) == []


def test_two_quick_taps_act_wherever_they_are() -> None:
    hand = Gestures()
    assert tap(hand, 1.0, 50, 900) == ["touch"]
    assert tap(hand, 1.3, 1800, 30) == ["touch", "act"]


def test_a_tap_that_stays_alone_asks_what_is_there() -> None:
    hand = Gestures()
    tap(hand, 1.0, 70, 80)
    assert hand.tick(1.06 + AGAIN_S / 2) == []
    assert hand.tick(1.06 + AGAIN_S) == [Gesture("explore", 70, 80)]


def test_after_exploring_one_tap_does_not_act() -> None:
    hand = Gestures()
    hand.down(1, 100, 100, 0.0)
    hand.tick(REST_S)
    hand.up(1, 0.5)
    assert tap(hand, 0.6) == ["touch"]


@pytest.mark.parametrize(
    ("dx", "dy", "kind"), [(200, 10, "next"), (-200, 10, "previous"), (5, -200, "more"), (5, 200, "less")]
)
def test_swipes(dx: float, dy: float, kind: str) -> None:
    hand = Gestures()
    hand.down(1, 500, 500, 0.0)
    for i in range(1, 6):
        assert hand.move(1, 500 + dx * i / 5, 500 + dy * i / 5, i * 0.03) == []
    assert kinds(hand.up(1, 0.16)) == [kind]
    assert hand.tick(3.0) == []


def test_a_slow_movement_is_exploring_not_swiping() -> None:
    hand = Gestures()
    hand.down(1, 500, 500, 0.0)
    met = [one for i in range(1, 60) for one in hand.move(1, 500 + i * 10, 500, i * 0.03)]
    assert met and set(kinds(met)) == {"explore"}
    assert hand.up(1, 2.0) == []


def test_two_fingers_ask_for_quiet_once_and_nothing_else() -> None:
    hand = Gestures()
    hand.down(1, 100, 100, 0.0)
    assert kinds(hand.down(2, 300, 100, 0.02)) == ["hush"]
    assert hand.down(3, 400, 100, 0.03) == []
    assert hand.move(1, 150, 100, 0.3) == hand.tick(0.4) == []
    assert hand.up(1, 0.5) == hand.up(2, 0.5) == hand.up(3, 0.5) == []
    assert tap(hand, 0.7) == ["touch"], "and then it is a hand like any other"


EVENTS = st.lists(
    st.tuples(
        st.sampled_from("dmut"), st.integers(0, 3), st.integers(0, 1920), st.integers(0, 1080), st.floats(0.001, 0.6)
    ),
    max_size=60,
)


@given(EVENTS)
def test_no_sequence_of_fingers_acts_without_two_short_contacts(events: list[tuple[str, int, int, int, float]]) -> None:
    hand, now = Gestures(), 0.0
    lifted: list[float] = []
    down: dict[int, float] = {}
    for kind, finger, x, y, later in events:
        now += later
        if kind == "d":
            down[finger] = now
            hand.down(finger, x, y, now)
        elif kind == "m":
            hand.move(finger, x, y, now)
        elif kind == "t":
            hand.tick(now)
        else:
            came = down.pop(finger, None)
            said = hand.up(finger, now)
            if came is not None:
                lifted.append(now)
            if "act" in kinds(said):
                assert len(lifted) >= 2
                assert [b - a for a, b in pairwise(lifted)][-1] > 0
        due = hand.next_due(now)
        assert due is None or due >= 0
