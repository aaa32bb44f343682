"""What moves over the city while nobody is there: the cable car, then a boat, then birds. One at a time, for ever.

Each is a `Drift` over the whole round that stands still, off the glass, outside its own part of it: nothing is drawn
for what stands, and what changes between two frames is never larger than one of them (docs/adr/0004).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from screens.look import Look
from screens.scene import Box, Drift, Node, Picture

Point = tuple[float, float]

CAR = (64.0, 72.0)
_BOAT, _BIRDS = (96.0, 48.0), (96.0, 48.0)
_STEP_MS = 500
_BEYOND = 60.0  # design pixels past the edge, where nothing of it shows any more

# The drawing's own units. Design guide 6: quadratic Bezier of the cable
_CABLE: tuple[Point, Point, Point] = ((913.0, 652.0), (1451.5, 621.0), (1990.0, 470.0))
# down the middle of the Changjiang, as the drawing has it
_RIVER: tuple[Point, ...] = (
    (-60, 991), (70, 990), (157, 987), (240, 982), (319, 973), (401, 961), (482, 947), (560, 933), (634, 917),
    (705, 900), (774, 884), (840, 869), (903, 857), (962, 847), (1021, 839), (1080, 834), (1139, 832), (1198, 834),
    (1258, 837), (1320, 840), (1385, 844), (1451, 849), (1521, 854), (1600, 856), (1699, 855), (1812, 852), (1990, 846),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mover:
    """Something on its way: a drawing, its size, where its middle goes, and how long that takes."""

    name: str
    size: tuple[float, float]
    path: tuple[Point, ...]
    ms: int


def car_at(share: float, left: float, top: float) -> Box:
    """The car on the cable at a share of its way, in a cut of the drawing that begins at (left, top)."""
    return _car(_on_cable(share), left, top)


def life(look: Look, left: float, top: float, hour: str) -> list[Node]:
    """Everything that moves at this hour, in a cut of the drawing that begins at (left, top)."""
    movers = [_cable_car(look, left, top, hour), _boat(look, left, top, hour)]
    if hour != "night":
        movers.append(_birds(look))
    whole = sum(one.ms for one in movers)
    nodes: list[Node] = []
    begin = 0
    for one in movers:
        nodes.append(_drift(one, begin, whole))
        begin += one.ms
    return nodes


def _drift(mover: Mover, begin: int, whole: int) -> Drift:
    """The mover's part of the round: waiting where it begins, its way, waiting where it ends."""
    first = mover.path[0]
    before, after = begin // _STEP_MS, (whole - begin - mover.ms) // _STEP_MS
    steps = mover.ms // _STEP_MS
    way = [_along(mover.path, i / steps) for i in range(steps + 1)]
    points = [first] * before + way + [way[-1]] * after
    offsets = tuple((x - first[0], y - first[1]) for x, y in points)
    wide, high = mover.size
    box = Box(first[0] - wide / 2, first[1] - high / 2, wide, high)
    return Drift(mover.name.partition("_")[0], (Picture(box, mover.name),), offsets, whole)


def _cable_car(look: Look, left: float, top: float, hour: str) -> Mover:
    """Once across in the time the design gives it; where the glass ends sooner, so does the way."""
    path = [_on_cable(i / 96) for i in range(97)]
    seen = [(x - left, y - top + CAR[1] / 2 - 6) for x, y in path if x - left <= look.size[0] + _BEYOND]
    whole = look.tokens.duration("ambient_gondola")
    return Mover(_at(hour, "gondola"), CAR, tuple(seen), _round(whole * (len(seen) - 1) / 96))


def _boat(look: Look, left: float, top: float, hour: str) -> Mover:
    """Down the river and off the glass, towards the sea on the right."""
    right = look.size[0]
    river = [(x - left, y - top - _BOAT[1] / 4) for x, y in _RIVER]
    seen = [(x, y) for x, y in river if -2 * _BEYOND - 60 <= x <= right + 2 * _BEYOND + 60]
    whole = look.tokens.duration("ambient_boat")
    return Mover(_at(hour, "boat"), _BOAT, tuple(seen), _round(whole * right / 1920))


def _birds(look: Look) -> Mover:
    """From behind the hills up and away, beside the words and never behind them."""
    wide, high = look.size
    path = (
        (wide + _BEYOND, high * 0.36),
        (wide * 0.95, high * 0.3),
        (wide * 0.9, high * 0.17),
        (wide * 0.86, -_BEYOND),
    )
    if not look.landscape:
        path = (
            (-_BEYOND, high * 0.47),
            (wide * 0.4, high * 0.42),
            (wide * 0.8, high * 0.4),
            (wide + _BEYOND, high * 0.38),
        )
    return Mover("birds", _BIRDS, path, look.tokens.duration("ambient_birds"))


def _at(hour: str, name: str) -> str:
    return f"{name}_night" if hour == "night" else name


def _round(ms: float) -> int:
    return int(ms // _STEP_MS) * _STEP_MS


def _car(hook: Point, left: float, top: float) -> Box:
    return Box(hook[0] - left - CAR[0] / 2, hook[1] - top - 6, *CAR)


def _on_cable(t: float) -> Point:
    (ax, ay), (bx, by), (cx, cy) = _CABLE
    u = 1 - t
    return u * u * ax + 2 * u * t * bx + t * t * cx, u * u * ay + 2 * u * t * by + t * t * cy


def _along(path: tuple[Point, ...], share: float) -> Point:
    """The point at a share of a path's length."""
    lengths = [((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5 for (ax, ay), (bx, by) in pairwise(path)]
    rest = share * sum(lengths)
    for (ax, ay), (bx, by), length in zip(path, path[1:], lengths, strict=False):
        if rest <= length and length:
            part = rest / length
            return ax + (bx - ax) * part, ay + (by - ay) * part
        rest -= length
    return path[-1]
