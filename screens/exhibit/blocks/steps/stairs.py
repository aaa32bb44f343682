"""Where the stairs stand: pure geometry of slabs, treads and the dot's way, for both orientations."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from screens.scene import Box

Point = tuple[float, float]
RISE = 84.0  # one step, where there is room (design guide 9)
DOT_ROOM = 40.0  # above the highest step, for the dot and its ring, which may stand out into the gap above
_HOP = 14  # design pixels between the dots of the trail


@dataclass(frozen=True, slots=True)
class Stairs:
    """One box a step, where the dot rests on each, and the outline of the stair."""

    slabs: tuple[Box, ...]
    rests: tuple[Point, ...]
    outline: tuple[Point, ...]


def landscape(box: Box, ground: float, count: int, open: int, closed_w: float, least: float) -> Stairs:
    """Slabs side by side, rising to the right. `least` is the height the first one needs; `ground` where they stand."""
    top = box.y + DOT_ROOM
    rise = max(8.0, min(RISE, (ground - top - least) / max(1, count - 1)))
    first = ground - least if rise == RISE else top + rise * (count - 1)
    top = first - rise * (count - 1)
    open_w = box.w - closed_w * (count - 1)
    slabs: list[Box] = []
    x = box.x
    for i in range(count):
        wide = open_w if i == open else closed_w
        y = top + rise * (count - 1 - i)
        slabs.append(Box(x, y, wide, ground - y))
        x += wide
    rests = tuple((slab.x + min(98.0, slab.w / 2), slab.y) for slab in slabs)
    outline: list[Point] = [(box.x, ground)]
    for slab in slabs:
        outline += [(slab.x, slab.y), (slab.right, slab.y)]
    return Stairs(tuple(slabs), rests, (*outline, (box.right, ground)))


def portrait(box: Box, count: int, open: int, open_h: float, closed_h: float, tread: float) -> Stairs:
    """Slabs one above the other, the first at the foot; each begins a tread further right than the one below."""
    slabs: list[Box] = []
    y = box.bottom
    for i in range(count):
        high = open_h if i == open else closed_h
        y -= high
        slabs.append(Box(box.x + tread * i, y, box.w - tread * i, high))
    rests = tuple((slab.x + tread / 2, slab.y) for slab in slabs)
    outline: list[Point] = [(box.x, box.bottom)]
    for slab, above in zip(slabs, (*slabs[1:], None), strict=True):
        outline += [(slab.x, slab.y), (above.x if above else slab.right, slab.y)]
    return Stairs(tuple(slabs), rests, (*outline, (box.right, box.bottom)))


def hops(rests: tuple[Point, ...], open: int, lift: float = 16.0) -> list[Point]:
    """The dotted way from the first step to the open one: an arc from tread to tread."""
    dots: list[Point] = []
    for (ax, ay), (bx, by) in pairwise(rests[: open + 1]):
        a, b = (ax, ay - lift), (bx, by - lift)
        high = min(ay, by) - lift
        dots += _arc(a, (ax + (bx - ax) * 0.1, high - 50), (bx - (bx - ax) * 0.2, high - 60), b)
    return dots


def _arc(a: Point, c1: Point, c2: Point, b: Point) -> list[Point]:
    at = _bezier(a, c1, c2, b)
    fine = [at(i / 60) for i in range(61)]
    kept = [fine[0]]
    for point in fine[1:]:
        last = kept[-1]
        if ((point[0] - last[0]) ** 2 + (point[1] - last[1]) ** 2) ** 0.5 >= _HOP:
            kept.append(point)
    return kept


def _bezier(a: Point, c1: Point, c2: Point, b: Point) -> Callable[[float], Point]:
    def at(t: float) -> Point:
        u = 1 - t
        return (
            u**3 * a[0] + 3 * u * u * t * c1[0] + 3 * u * t * t * c2[0] + t**3 * b[0],
            u**3 * a[1] + 3 * u * u * t * c1[1] + 3 * u * t * t * c2[1] + t**3 * b[1],
        )

    return at
