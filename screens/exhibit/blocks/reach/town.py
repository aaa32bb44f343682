"""The town as it is drawn: terraces of a hill above the river, ways, crossings, and what stands at them."""

from __future__ import annotations

from math import sin

from content.civics.reach import Stretch, Way, minutes_on
from content.schema import ReachPlace
from screens.exhibit.blocks.reach.model import HOME, ReachState
from screens.exhibit.blocks.reach.ways import Point, first_part, line, middle
from screens.exhibit.blocks.reach.wording import spoken_place
from screens.look import Look
from screens.scene import Box, Disc, Fill, Group, Icon, Node, Shape, Stroke, Target

TOUCH = 96.0
_COLUMNS, _ROWS = 8, 4
_PAD_X, _PAD_Y = 60.0, 56.0
_THING_R = 38.0
_TINTS = ("fill_1", "fill_2", "fill_3", "fill_4")


def height_to_touch() -> float:
    """The least height of a map whose crossings can be touched."""
    return _ROWS * TOUCH + (_ROWS - 1) * 8 + 2 * (_PAD_Y - TOUCH / 2)


def town(state: ReachState, look: Look, box: Box, touch: bool) -> list[Node]:
    """The whole map; with `touch` every crossing can be pressed."""
    spots = {one.id: _spot(one, box) for one in state.block.places}
    nodes = [*_hill(look, box), *_houses(box), *_ways(state, spots)]
    times = state.times(state.walker)
    for id, (x, y) in spots.items():
        near = id in times and times[id] <= state.minutes
        nodes.append(Disc(x, y, 13, "teal" if near else "raised", "raised" if near else "control", 3))
    nodes += _things(state, look, spots, min(_THING_R, 0.44 * (box.h - 2 * _PAD_Y) / (_ROWS - 1)))
    if touch:
        for place in state.block.places:
            x, y = spots[place.id]
            spoken = spoken_place(state, look, place, times.get(place.id))
            cell = Box(x - TOUCH / 2, y - TOUCH / 2, TOUCH, TOUCH)
            nodes.append(Target(cell, f"reach.at.{place.id}", "button", "", spoken, radius=48))
    return nodes


def _spot(place: ReachPlace, box: Box) -> Point:
    wide, high = box.w - 2 * _PAD_X, box.h - 2 * _PAD_Y
    return box.x + _PAD_X + wide * place.x / (_COLUMNS - 1), box.y + _PAD_Y + high * place.y / (_ROWS - 1)


def _hill(look: Look, box: Box) -> list[Node]:
    """Terraces from the top down, each over the one above, and the river along the foot."""
    dark = look.variant.theme == "contrast"
    nodes: list[Node] = [Fill(box, "raised" if dark else _TINTS[0], 0, "line" if dark else None, 2 if dark else 0)]
    step = (box.h - 2 * _PAD_Y) / (_ROWS - 1)
    crests = [_crest(box, box.y + _PAD_Y + step * (i + 0.5), i) for i in range(_ROWS - 1)]
    for i, crest in enumerate(crests):
        if not dark:
            hidden = max(y for _, y in crests[i + 1]) + 2 if i + 1 < len(crests) else box.bottom  # by the next terrace
            nodes.append(Shape((*crest, (box.right, hidden), (box.x, hidden)), _TINTS[i + 1]))
        nodes.append(Stroke(crest, "ridge_2", 3))
    shore = _crest(box, box.bottom - 20, 5, swing=4)
    nodes.append(Shape((*shore, (box.right, box.bottom), (box.x, box.bottom)), "river_jialing_fill"))
    nodes.append(Stroke(shore, "river_jialing", 3))
    return nodes


def _houses(box: Box) -> list[Node]:
    """Roofs between the streets: the town that the ways lead through. They mean nothing and carry nothing."""
    across, down = (box.w - 2 * _PAD_X) / (_COLUMNS - 1), (box.h - 2 * _PAD_Y) / (_ROWS - 1)
    nodes: list[Node] = []
    for row in range(_ROWS - 1):
        for column in range(_COLUMNS - 1):
            if (column * 5 + row * 3) % 4 == 1:
                continue
            x = box.x + _PAD_X + across * (column + 0.5)
            y = box.y + _PAD_Y + down * (row + 0.5) + (14 if (column + row) % 2 else -6)
            for dx, high in ((-18, 26), (14, 34)) if (column + row) % 3 else ((-2, 30),):
                nodes.append(Stroke(_house(x + dx, y, 26, high), "ridge_3", 2))
    return nodes


def _house(x: float, y: float, wide: float, high: float) -> tuple[Point, ...]:
    left, right, eaves = x - wide / 2, x + wide / 2, y - high * 0.5
    return (left, y), (left, eaves), (x, eaves - high * 0.4), (right, eaves), (right, y), (left, y)


def legend(look: Look, box: Box) -> list[Node]:
    """What the lines mean: stairs, a ramp, how far the time lasts."""
    nodes: list[Node] = []
    x, y = box.x, box.center[1]
    for key in ("stairs", "ramp", "near"):
        a, b = (x + 4, y), (x + 56, y)
        points = line("ramp" if key == "ramp" else "stairs" if key == "stairs" else "street", a, b)
        color, wide = ("teal", 13.0) if key == "near" else ("control", 3.0 if key == "stairs" else 5.0)
        nodes.append(Stroke(points, color, wide))
        words = look.t(f"reach.legend.{key}")
        nodes.append(look.text(x + 72, box.y, look.width(words, "meta") + 4, words, "meta", max_h=box.h))
        x += 72 + look.width(words, "meta") + 36
    return nodes


def _crest(box: Box, y: float, turn: int, swing: float = 9.0) -> tuple[Point, ...]:
    count = 24
    return tuple(
        (box.x + box.w * i / count, y + swing * sin(i * 0.55 + turn * 1.9) + 0.4 * swing * sin(i * 1.3 + turn))
        for i in range(count + 1)
    )


def _ways(state: ReachState, spots: dict[str, Point]) -> list[Node]:
    """Thin where the time doesn't last, thick where it does; a cross where this walker can't pass."""
    reached = {one.way: one for one in state.net}
    pace = state.pace
    nodes: list[Node] = []
    above: list[Node] = []
    for way in state.ways:
        points = line(way.surface, spots[way.a], spots[way.b])
        blocked = minutes_on(way, pace) is None
        nodes.append(Stroke(points, "control", 3 if way.surface in ("stairs", "lift") else 5))
        nodes += _covered(points, way, reached.get(way.id))
        if blocked:
            x, y = middle(points)
            above += [Disc(x, y, 20, "raised", "ochre_deep", 3), Icon(_around(x, y, 13), "close", "ochre_deep")]
        if way.surface == "lift":
            x, y = _beside(points)
            above += [Disc(x, y, 28, "raised", "ink", 4), Icon(_around(x, y, 20), "lift", "ink")]
    return nodes + above


def _covered(points: tuple[Point, ...], way: Way, stretch: Stretch | None) -> list[Node]:
    if stretch is None:
        return []
    wide = 7.0 if way.surface in ("stairs", "lift") else 13.0
    parts = [first_part(points, float(stretch.from_a))] if stretch.from_a else []
    if stretch.from_b:
        parts.append(first_part(points[::-1], float(stretch.from_b)))
    return [Stroke(one, "teal", wide) for one in parts]


def _beside(points: tuple[Point, ...]) -> Point:
    """The middle of a lift's shaft."""
    (x, y), (u, v) = points[1], points[2]
    return (x + u) / 2, (y + v) / 2


def _around(x: float, y: float, r: float) -> Box:
    return Box(x - r, y - r, 2 * r, 2 * r)


def _things(state: ReachState, look: Look, spots: dict[str, Point], r: float) -> list[Node]:
    """Filled where it is reached, hollow where not; a ring around what is held. Home is the one vermilion mark."""
    near = state.reached(state.walker)
    icons = {one.id: one.icon for one in state.block.services}
    nodes: list[Node] = []
    for id, place in reversed(state.stands):
        x, y = spots[place]
        ring: list[Node] = [Disc(0, 0, r + 9, "raised", "ink", 5)] if id == state.held else []
        if id == HOME:
            body: list[Node] = [Disc(0, 0, r, "vermilion", "raised", 3), _mark("home", "on_vermilion", r)]
        elif id in near:
            body = [Disc(0, 0, r, "teal", "raised", 3), _mark(icons[id], "on_teal", r)]
        else:
            body = [Disc(0, 0, r, "raised", "control", 4), _mark(icons[id], "ink", r)]
        nodes.append(Group(f"reach.{id}", (*ring, *body), x, y, look.tokens.duration("base")))
    return nodes


def _mark(icon: str, color: str, r: float) -> Icon:
    return Icon(_around(0, 0, r * 0.63), icon, color)
