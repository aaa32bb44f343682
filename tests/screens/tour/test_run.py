"""The clock of a tour keeps its total, whatever is done to it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screens.tour.run import LONGEST_PAUSE_S, Command, End, Leg, More, Pause, Resume, Skip, TourRun, begin, obey, tell

MIN = 60_000
LEGS = (Leg("a", 5 * MIN, 3 * MIN), Leg("b", 8 * MIN, 5 * MIN), Leg("c", 4 * MIN, 3 * MIN))


def minutes(run: TourRun) -> list[float]:
    return [one / MIN for one in run.allotted_ms]


def led(*steps: tuple[float, Command | None], ticking: bool = True) -> TourRun:
    """A run with commands at minutes of the clock; None only lets the time pass."""
    run = begin(LEGS, 0.0, ticking=ticking)
    for minute, command in steps:
        run = tell(run, minute * 60) if command is None else obey(run, command, minute * 60)
    return run


# what was done -> the stop, the time each stop has or had, the minutes left in all, whether it is over
TABLE = [
    ([(0, None)], 0, [5, 8, 4], 17, False),
    ([(4.9, None)], 0, [5, 8, 4], 12.1, False),
    ([(5, None)], 1, [5, 8, 4], 12, False),
    ([(14, None)], 2, [5, 8, 4], 3, False),
    ([(17, None)], 2, [5, 8, 4], 0, True),
    ([(99, None)], 2, [5, 8, 4], 0, True),
    ([(2, Skip())], 1, [2, 10, 5], 15, False),
    ([(2, Skip()), (12, None)], 2, [2, 10, 5], 5, False),
    ([(6, Skip()), (6, Skip())], 2, [5, 1, 11], 0, True),
    ([(1, More())], 0, [7, 6.5, 3.5], 16, False),
    ([(1, More()), (1, More())], 0, [9, 5, 3], 16, False),
    ([(1, More()), (1, More()), (1, More())], 0, [9, 5, 3], 16, False),
    ([(14, More())], 2, [5, 8, 4], 3, False),
    ([(3, Pause()), (30, None)], 0, [5, 8, 4], 14, False),
    ([(3, Pause()), (30, Resume()), (31, None)], 0, [5, 8, 4], 13, False),
    ([(3, Pause()), (30, Skip())], 1, [3, 9 + 1 / 3, 4 + 2 / 3], 14, False),
    ([(3, Pause()), (4, Pause()), (5, Resume()), (6, None)], 0, [5, 8, 4], 13, False),
    ([(3, End()), (4, Resume())], 0, [5, 8, 4], 0, True),
]


@pytest.mark.parametrize(("steps", "at", "allotted", "left", "over"), TABLE)
def test_the_clock_is_hard(
    steps: list[tuple[float, Command | None]], at: int, allotted: list[float], left: float, over: bool
) -> None:
    run = led(*steps)
    assert (run.at, run.over) == (at, over)
    assert minutes(run) == pytest.approx(allotted, abs=0.001)
    assert run.left_ms / MIN == pytest.approx(left)


def test_at_ones_own_pace_time_moves_nothing() -> None:
    run = led((20, None), (25, Skip()), (50, None), ticking=False)
    assert (run.at, run.over, run.left_ms) == (1, False, run.total_ms)


def test_a_pause_that_nobody_ends_ends_the_tour() -> None:
    run = obey(begin(LEGS, 10.0), Pause(), 20.0)
    assert not tell(run, 20.0 + LONGEST_PAUSE_S - 1).over
    assert tell(run, 20.0 + LONGEST_PAUSE_S).over


def test_a_clock_that_jumps_back_takes_nothing_away() -> None:
    run = tell(tell(begin(LEGS, 100.0), 160.0), 90.0)
    assert run.elapsed_ms == MIN
    assert tell(run, 150.0).elapsed_ms == 2 * MIN


@pytest.mark.parametrize("legs", [(), (Leg("a", 1, 2),), (Leg("a", 1, -1),)])
def test_legs_that_cannot_be_kept_are_refused(legs: tuple[Leg, ...]) -> None:
    with pytest.raises(ValueError, match="at least its least time"):
        begin(legs, 0.0)


a_leg = st.tuples(st.integers(0, 600_000), st.integers(0, 900_000)).map(lambda t: Leg("x", t[0] + t[1], t[0]))
a_command = st.sampled_from([None, Pause(), Resume(), Skip(), More(), More(1), More(10**9), End()])
a_step = st.tuples(st.floats(-5, 900, allow_nan=False), a_command)


@given(st.lists(a_leg, min_size=1, max_size=8), st.booleans(), st.lists(a_step, max_size=30))
def test_no_sequence_of_commands_loses_time_or_makes_it(
    legs: list[Leg], ticking: bool, steps: list[tuple[float, Command | None]]
) -> None:
    run = begin(legs, 0.0, ticking=ticking)
    runs, now = [run], 0.0
    for wait, command in steps:
        now = max(0.0, now + wait)
        run = tell(run, now) if command is None else obey(run, command, now)
        runs.append(run)
        assert sum(run.allotted_ms) == run.total_ms
        assert min(run.allotted_ms) >= 0
        assert run.left_ms >= run.left_here_ms >= 0
        assert run.elapsed_ms + run.left_ms == run.total_ms or run.over
        assert all(has >= leg.least_ms for has, leg in list(zip(run.allotted_ms, run.legs, strict=True))[run.at + 1 :])
    for before, after in pairwise(runs):
        assert (after.at, after.elapsed_ms, after.over) >= (before.at, before.elapsed_ms, False)
        assert after.over or not before.over


@given(st.lists(st.floats(0.001, 5, allow_nan=False), min_size=1, max_size=60))
def test_how_often_the_time_is_told_makes_no_difference(waits: list[float]) -> None:
    often = begin(LEGS, 0.0)
    now = 0.0
    for wait in waits:
        now += wait
        often = tell(often, now)
    once = tell(begin(LEGS, 0.0), now)
    assert abs(often.elapsed_ms - once.elapsed_ms) <= 1
