"""Where the hills stand: their outlines, the places of their names, and the arrows that climb them. Plain numbers.

Drawn on a sheet of 1010 x 706 (design mockup f), whose lower edge is the ground the voters stand on, and scaled into
the box it is given. A hill is a bell curve with a steeper and a gentler side, as ridges around Chongqing are.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import exp, log, sqrt

from screens.scene import Box

Point = tuple[float, float]
Points = tuple[Point, ...]

SHEET_W, SHEET_H = 1010.0, 706.0
_STEPS = 101
_HEAD = 16.0
_NAME_W = 400.0


@dataclass(frozen=True, slots=True)
class Hill:
    """A hill on the sheet: where its top is, how high, how wide to the left and right; the y its name stands at."""

    x: float
    height: float
    left: float
    right: float
    name_y: float

    def surface(self, x: float) -> float:
        """The y of the hill's surface at x."""
        wide = self.left if x < self.x else self.right
        return SHEET_H - self.height * exp(-((x - self.x) ** 2) / (2 * wide * wide))

    def room(self, y: float) -> tuple[float, float]:
        """The leftmost and rightmost x that lie inside the hill at y; both at the top where y is above it."""
        above = max(0.01, min(SHEET_H - y, self.height))
        reach = sqrt(2 * log(self.height / above))
        return self.x - self.left * reach, self.x + self.right * reach


@dataclass(frozen=True, slots=True)
class Climb:
    """An arrow that climbs a hill: tail, bend of a quadratic curve, head; touched at its middle."""

    tail: Point
    bend: Point
    head: Point

    def at(self, t: float) -> Point:
        """The point at t, 0 at the tail and 1 at the head."""
        u = 1 - t
        x = u * u * self.tail[0] + 2 * u * t * self.bend[0] + t * t * self.head[0]
        y = u * u * self.tail[1] + 2 * u * t * self.bend[1] + t * t * self.head[1]
        return x, y


#: From the lowest upwards: township, county, city, nation.
HILLS = (
    Hill(480, 164, 509.3, 509.3, 622),
    Hill(560, 322, 316.6, 349.0, 472),
    Hill(470, 478, 218.6, 264.4, 306),
    Hill(560, 672, 151.9, 177.2, 156),
)

#: The smallest distance between the tops of two hills: the height that two lines of a name have.
LEAST_APART = 156.0

#: The arrow up to each hill, in the same order.
CLIMBS = (
    Climb((216, 702), (216, 608), (216, 570)),
    Climb((842, 702), (886, 610), (842, 512)),
    Climb((330, 524), (292, 452), (330, 380)),
    Climb((664, 372), (704, 306), (666, 240)),
)


def place(box: Box, point: Point) -> Point:
    """A point of the sheet, in the box."""
    return box.x + point[0] * box.w / SHEET_W, box.y + point[1] * box.h / SHEET_H


@lru_cache(maxsize=32)
def crest(hill: Hill, box: Box) -> Points:
    """The hill's surface from left to right, in the box."""
    xs = (SHEET_W * i / (_STEPS - 1) for i in range(_STEPS))
    return tuple(place(box, (x, hill.surface(x))) for x in xs)


@lru_cache(maxsize=32)
def body(hill: Hill, box: Box) -> Points:
    """The hill as a polygon that stands on the ground."""
    return (*crest(hill, box), (box.right, box.bottom), (box.x, box.bottom))


def name_box(hill: Hill, box: Box, height: float) -> Box:
    """Where the hill's name stands and is touched: `height` high, as wide as the hill is near the name's top."""
    _, y = place(box, (0, hill.name_y))
    left, right = hill.room(hill.name_y - 0.3 * height * SHEET_H / box.h)
    middle, half = (left + right) / 2, min((right - left) / 2, _NAME_W / 2)
    x, wide = box.x + middle * box.w / SHEET_W, 2 * half * box.w / SHEET_W
    return Box(x - wide / 2, y - height / 2, wide, height)


def stem(climb: Climb, box: Box, since: float = 0.0, until: float = 1.0) -> Points:
    """The arrow's line between two of its moments, in the box."""
    steps = 16
    return tuple(place(box, climb.at(since + (until - since) * i / steps)) for i in range(steps + 1))


def barbs(points: Points, size: float = _HEAD) -> Points:
    """The two strokes of an arrowhead at the end of a line, as one polyline through the tip."""
    (ax, ay), (bx, by) = points[-2], points[-1]
    length = max(0.001, ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5)
    dx, dy = (bx - ax) / length * size, (by - ay) / length * size
    side = 0.62
    return ((bx - dx - dy * side, by - dy + dx * side), (bx, by), (bx - dx + dy * side, by - dy - dx * side))


def touch_box(climb: Climb, box: Box, size: float) -> Box:
    """A square around the arrow's middle."""
    x, y = place(box, climb.at(0.5))
    return Box(x - size / 2, y - size / 2, size, size)
