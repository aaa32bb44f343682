"""The shortest walk, and how far the time lasts: the fifteen minutes of the decision of 26 March 2025, sec. 4 (8)."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.civics.reach import Pace, Way, covered, minutes_on, walk

#: A short flight of stairs from the bottom to the top of a hill, and a long ramp round it by the side.
HILL = (
    Way("stairs", "bottom", "top", 100, "stairs"),
    Way("out", "bottom", "side", 300),
    Way("ramp", "side", "top", 450, "ramp"),
)
ADULT, STICK, WHEELS = Pace(75, 25), Pace(40, 10), Pace(50, 0)


@pytest.mark.parametrize(
    ("surface", "pace", "minutes"),
    [
        ("street", ADULT, Fraction(2)),
        ("ramp", ADULT, Fraction(2)),
        ("stairs", ADULT, Fraction(6)),
        ("street", STICK, Fraction(15, 4)),
        ("stairs", STICK, Fraction(15)),
        ("street", WHEELS, Fraction(3)),
        ("stairs", WHEELS, None),
        ("lift", WHEELS, Fraction(2)),
        ("lift", ADULT, Fraction(2)),
    ],
)
def test_what_150_metres_take(surface, pace, minutes):
    assert minutes_on(Way("w", "a", "b", 150, surface, 2), pace) == minutes


@pytest.mark.parametrize(
    ("pace", "top", "side"),
    [
        (ADULT, Fraction(4), Fraction(4)),  # stairs 100/25, street 300/75
        (STICK, Fraction(10), Fraction(15, 2)),  # stairs 100/10; round the hill 7.5 + 11.25
        (WHEELS, Fraction(15), Fraction(6)),  # no stairs: 6 + 9, round the hill
    ],
)
def test_the_shortest_way_is_a_different_one_for_each_walker(pace, top, side):
    assert walk(HILL, "bottom", pace) == {"bottom": Fraction(0), "top": top, "side": side}


def test_fifteen_minutes_to_the_second_are_within_fifteen_minutes():
    minutes = walk(HILL, "bottom", WHEELS)
    assert minutes["top"] == 15
    (ramp,) = [one for one in covered(HILL, minutes, WHEELS, 15) if one.way == "ramp"]
    assert ramp.from_a == 1
    (short,) = [one for one in covered(HILL, minutes, WHEELS, 14) if one.way == "ramp"]
    assert short.from_a == Fraction(8, 9)


def test_where_there_are_only_stairs_wheels_never_arrive():
    assert walk(HILL[:1], "bottom", WHEELS) == {"bottom": Fraction(0)}
    assert covered(HILL[:1], {"bottom": Fraction(0)}, WHEELS, 20) == ()


def test_a_lift_is_ridden_whole_or_not_at_all():
    lift = (Way("lift", "a", "b", 60, "lift", 2), Way("on", "b", "c", 100))
    minutes = walk(lift, "a", WHEELS)
    assert minutes == {"a": Fraction(0), "b": Fraction(2), "c": Fraction(4)}
    assert covered(lift, minutes, WHEELS, 1) == ()
    assert {one.way: one.from_a for one in covered(lift, minutes, WHEELS, 3)} == {
        "lift": Fraction(1),
        "on": Fraction(1, 2),
    }


def test_a_street_walked_from_both_ends_is_covered_once():
    ring = (Way("ab", "a", "b", 100), Way("bc", "b", "c", 100), Way("ca", "c", "a", 100))
    (far,) = [one for one in covered(ring, walk(ring, "a", Pace(50, 0)), Pace(50, 0), 15) if one.way == "bc"]
    assert (far.from_a, far.from_b) == (1, 0)


names = st.sampled_from("abcdef")
ways = st.lists(
    st.tuples(names, names, st.integers(1, 400), st.sampled_from(["street", "ramp", "stairs", "lift"])), max_size=14
).map(lambda rows: [Way(str(i), a, b, metres, surface, 2) for i, (a, b, metres, surface) in enumerate(rows) if a != b])


@given(ways, st.integers(1, 20))
def test_nobody_slower_gets_further(net, limit):
    """Who is slower on every surface reaches nothing that the faster one doesn't."""
    fast, slow = walk(net, "a", ADULT), walk(net, "a", STICK)
    assert all(fast[place] <= minutes for place, minutes in slow.items())
    assert set(walk(net, "a", WHEELS)) <= set(fast)
    near = {place for place, minutes in slow.items() if minutes <= limit}
    assert near <= {place for place, minutes in fast.items() if minutes <= limit}


@given(ways, st.integers(1, 20))
def test_the_time_covers_no_way_more_than_once(net, limit):
    minutes = walk(net, "a", ADULT)
    for one in covered(net, minutes, ADULT, limit):
        assert one.from_a >= 0
        assert one.from_b >= 0
        assert 0 < one.from_a + one.from_b <= 1


@given(ways)
def test_no_way_is_a_short_cut_that_was_missed(net):
    minutes = walk(net, "a", ADULT)
    for way in net:
        if way.a in minutes:
            taken = minutes_on(way, ADULT)
            assert taken is not None
            assert minutes[way.b] <= minutes[way.a] + taken
