"""The line a finger leaves: smooth, of bounded width, and never taken back once it is drawn."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from screens.pen import Pen, around, fitted

WIDTH = 18.0
WAYS = st.lists(st.tuples(st.floats(0, 600), st.floats(0, 600), st.floats(0.001, 0.2)), max_size=40)


def written(way: list[tuple[float, float, float]]) -> tuple[Pen, list[tuple[float, float, float]]]:
    pen = Pen(WIDTH, 100, 100, 0.0)
    at, gained = 0.0, list(pen.samples)
    for x, y, seconds in way:
        at += seconds
        gained += pen.to(x, y, at)
    gained += pen.lift()
    return pen, gained


@given(way=WAYS)
def test_what_was_gained_is_the_line(way: list[tuple[float, float, float]]) -> None:
    pen, gained = written(way)
    assert tuple(gained) == pen.samples
    assert len(pen.samples) >= 2


@given(way=WAYS)
def test_the_line_stays_where_the_finger_was_and_as_wide_as_a_pen(way: list[tuple[float, float, float]]) -> None:
    pen, _ = written(way)
    left, top, right, bottom = around(pen.samples)
    xs, ys = [100.0, *(x for x, _, _ in way)], [100.0, *(y for _, y, _ in way)]
    assert min(xs) - 0.2 <= left and right <= max(xs) + 0.2
    assert min(ys) - 0.2 <= top and bottom <= max(ys) + 0.2
    assert all(WIDTH * 0.3 <= width <= WIDTH * 1.2 for _, _, width in pen.samples)


@given(way=WAYS)
def test_samples_lie_close_together(way: list[tuple[float, float, float]]) -> None:
    pen, _ = written(way)
    gaps = [((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) ** 0.5 for a, b in pairwise(pen.samples)]
    assert max(gaps) < WIDTH


def test_a_quick_line_is_thinner_than_a_slow_one() -> None:
    quick, _ = written([(100 + 60 * i, 100, 0.016) for i in range(1, 9)])
    slow, _ = written([(100 + 6 * i, 100, 0.016) for i in range(1, 80)])
    assert min(w for _, _, w in quick.samples[:-1]) < WIDTH * 0.8
    assert max(w for _, _, w in slow.samples[10:-10]) > WIDTH * 0.95


def test_a_trembling_finger_draws_a_dot() -> None:
    pen, _ = written([(100.5, 100.4, 0.1), (99.8, 100.2, 0.1)])
    assert len(pen.samples) == 2
    assert pen.reach < 2


def test_the_tail_reaches_the_finger() -> None:
    pen = Pen(WIDTH, 0, 0, 0.0)
    pen.to(50, 0, 0.05)
    end, finger = pen.tail
    assert end[:2] == (25, 0)
    assert finger[:2] == (50, 0)


def test_a_stroke_is_moved_and_scaled() -> None:
    assert fitted(((1, 2, 3), (4, 5, 6)), 10, 20, 2) == ((12, 24, 6), (18, 30, 12))
