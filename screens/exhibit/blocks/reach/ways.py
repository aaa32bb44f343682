"""The lines of the map: a street is straight, stairs are treads, a ramp winds, a lift stands beside its stairs.

Owns the points of each and cutting a line after a share of its length. Leaves to others: colours and what is reached.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from math import cos, hypot, pi, sin

from content.civics.reach import Surface

Point = tuple[float, float]

_TREAD = 13.0  # half the width of a flight of stairs
_STEP = 11.0
_BEND = 20.0
_LIFT_ASIDE = 52.0


@lru_cache(maxsize=512)
def line(surface: Surface, a: Point, b: Point) -> tuple[Point, ...]:
    """The points of a way from `a` to `b`; kept, for the same few are asked for at every frame of a slide."""
    return tuple(_points(surface, a, b))


def _points(surface: Surface, a: Point, b: Point) -> list[Point]:
    if surface == "stairs":
        return _treads(a, b)
    if surface == "ramp":
        return _bends(a, b)
    if surface == "lift":
        dx, dy = _across(a, b)
        aside = (dx * _LIFT_ASIDE, dy * _LIFT_ASIDE)
        return [a, (a[0] + aside[0], a[1] + aside[1]), (b[0] + aside[0], b[1] + aside[1]), b]
    return [a, b]


def middle(points: tuple[Point, ...]) -> Point:
    """The point half way along."""
    return first_part(points, 0.5)[-1]


def first_part(points: tuple[Point, ...], share: float) -> tuple[Point, ...]:
    """The line up to `share` of its length."""
    if share >= 1:
        return points
    left = share * sum(hypot(q[0] - p[0], q[1] - p[1]) for p, q in pairwise(points))
    kept = [points[0]]
    for p, q in pairwise(points):
        step = hypot(q[0] - p[0], q[1] - p[1])
        if step >= left:
            part = left / step if step else 0.0
            kept.append((p[0] + (q[0] - p[0]) * part, p[1] + (q[1] - p[1]) * part))
            break
        left -= step
        kept.append(q)
    return tuple(kept)


def _across(a: Point, b: Point) -> Point:
    """The unit vector at a right angle to the way."""
    far = hypot(b[0] - a[0], b[1] - a[1]) or 1.0
    return -(b[1] - a[1]) / far, (b[0] - a[0]) / far


def _treads(a: Point, b: Point) -> list[Point]:
    """One line that runs to and fro like the treads of stairs seen from above."""
    dx, dy = _across(a, b)
    treads = max(3, round(hypot(b[0] - a[0], b[1] - a[1]) / _STEP))
    points: list[Point] = [a]
    for i in range(treads):
        at = (i + 0.5) / treads
        x, y = a[0] + (b[0] - a[0]) * at, a[1] + (b[1] - a[1]) * at
        for side in (-_TREAD, _TREAD) if i % 2 else (_TREAD, -_TREAD):
            points.append((x + dx * side, y + dy * side))
    return [*points, b]


def _bends(a: Point, b: Point) -> list[Point]:
    """A winding road: one bend to each side."""
    dx, dy = _across(a, b)
    points = []
    for i in range(17):
        at = i / 16
        out = _BEND * sin(at * 2 * pi) * (1 - 0.15 * cos(at * 2 * pi))
        points.append((a[0] + (b[0] - a[0]) * at + dx * out, a[1] + (b[1] - a[1]) * at + dy * out))
    return points
