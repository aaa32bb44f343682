"""The seats as a hall seen from above: rows of dots bent around the speaker, filled from the front row backwards.

Plain numbers: where the dots lie. One place for every seat up to the ceiling, so that a hall fills and never moves.
"""

from __future__ import annotations

from functools import lru_cache
from math import cos, pi, sin

from screens.scene import Box

Point = tuple[float, float]

_MOST_DOTS = 500
_INNER = 0.34  # radius of the front row, as a part of the back row's
_OPEN = 0.06 * pi  # how far the rows stop short of a half circle at each end


def seats_per_dot(cap: int) -> int:
    """How many seats one dot stands for: 1 while the hall has at most 500, 5 above."""
    return 1 if cap <= _MOST_DOTS else 5


@lru_cache(maxsize=16)
def hall(count: int, box: Box) -> tuple[tuple[Point, ...], float]:
    """The places of `count` dots, front row first, each row from left to right; and the radius of a dot."""
    outer = min(box.w / 2, box.h) * 0.98
    stretch = min(box.w / 2 / outer, 1.6)
    rows = 1
    while _capacity(rows, outer) < count:
        rows += 1
    gap = outer * (1 - _INNER) / rows
    places = _shares(rows, outer, count)
    dots: list[Point] = []
    for row, seats in enumerate(places):
        radius = outer * _INNER + gap * (row + 0.5)
        for i in range(seats):
            angle = pi - _OPEN - (pi - 2 * _OPEN) * (i + 0.5) / seats
            dots.append((box.center[0] + radius * cos(angle) * stretch, box.bottom - radius * sin(angle)))
    return tuple(dots), gap * 0.38


def _lengths(rows: int, outer: float) -> list[float]:
    gap = outer * (1 - _INNER) / rows
    return [(outer * _INNER + gap * (row + 0.5)) * (pi - 2 * _OPEN) for row in range(rows)]


def _capacity(rows: int, outer: float) -> int:
    """How many dots fit when neighbours are as far apart as rows are."""
    gap = outer * (1 - _INNER) / rows
    return sum(int(length / gap) for length in _lengths(rows, outer))


def _shares(rows: int, outer: float, count: int) -> list[int]:
    """Dots a row, in proportion to its length; the back row takes what rounding leaves."""
    lengths = _lengths(rows, outer)
    total = sum(lengths)
    shares = [int(count * length / total) for length in lengths]
    for i in range(count - sum(shares)):
        shares[-1 - i % rows] += 1
    return shares
