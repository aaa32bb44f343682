"""Where the organs of one level and the chips on their arrows stand, for the room there is.

Columns (mockup f) where the names of the bodies fit side by side, a tree with a trunk where they don't.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from content.schema import Arrow, CongressLevel, Organ
from screens.exhibit.blocks.levels.model import LevelsState, bodies_of, inner_groups
from screens.look import Look
from screens.scene import Box

#: From the larger to the smaller style of an organ's name, and the room left and right of it together.
STYLES = ("label", "meta")
INSET = 14.0
#: How far below the top row the line runs that leads to the bodies.
BUS = 18.0

_GAP = 12.0
_HEADROOM = 34.0
_SHORT = 5
_WORD = re.compile(r"[A-Za-z'’-]+")


@dataclass(frozen=True, slots=True)
class Plan:
    """Where every organ stands, and how arrows reach the bodies. `trunk` is the x of the trunk; none in columns."""

    boxes: dict[str, Box]
    chips: dict[str, Box]
    trunk: float | None
    height: float


def plan(look: Look, level: CongressLevel, state: LevelsState, box: Box) -> Plan:
    """The first layout in which every name fits: columns, a tree of two columns, a tree of one."""
    bodies = bodies_of(level)
    columns = box.columns(max(1, len(bodies)), _GAP)
    if not bodies or all(_fits(look, one, columns[0].w) for one in bodies):
        return _columns(look, level, state, box)
    half = box.w / 2 - _tree_room(look)
    across = 2 if len(bodies) > 1 and all(_fits(look, one, half) for one in bodies) else 1
    return _tree(look, level, state, box, across)


def _chip_high(look: Look) -> float:
    return 112.0 if look.large else 96.0


def _tree_room(look: Look) -> float:
    """Width that the trunk, a chip and an arrowhead need beside a body."""
    return 96 + 24 + _HEADROOM + 16


def _fits(look: Look, organ: Organ, width: float) -> bool:
    name = look.say(organ.name)
    style = name_style(look, (organ,), width)
    return style is not None and len(look.lines(name, style, width - INSET)) <= 3


def name_style(look: Look, organs: tuple[Organ, ...], width: float) -> str | None:
    """The larger style in which no word of any name must be torn; none if there is none.

    A Chinese name of up to five characters counts as a word.
    """
    names = [look.say(one.name) for one in organs]
    words = [word for name in names for word in _WORD.findall(name)] + [name for name in names if len(name) <= _SHORT]
    for style in STYLES:
        if all(look.width(word, style) <= width - INSET for word in words):
            return style
    return None


def _organ_high(look: Look, organs: tuple[Organ, ...], width: float) -> float:
    style = name_style(look, organs, width) or STYLES[-1]
    least = 120.0 if look.large else 100.0
    return max([least, *(look.height(look.say(one.name), style, width - INSET) + 16 for one in organs)])


def heads_of(level: CongressLevel) -> tuple[Organ, ...]:
    """The congress, then its standing committee or presidium."""
    congress = [one for one in level.organs if one.role == "congress"]
    return (*congress, *(one for one in level.organs if one.role in ("standing", "presidium")))


def ends_of_group(group: tuple[Arrow, ...]) -> set[str]:
    return {end for arrow in group for end in (arrow.origin, arrow.target)}


def _top_row(look: Look, level: CongressLevel, state: LevelsState, box: Box) -> tuple[dict[str, Box], dict[str, Box]]:
    """The congress at the left, what is permanent of it at the right, and the chip between them."""
    heads = heads_of(level)
    ids = {one.id for one in heads}
    linked = [group for group in inner_groups(level, state.relation) if ends_of_group(group) <= ids]
    link = (176.0 if look.large else 168.0) if linked else 64.0
    cells = box.columns(max(2, len(heads)), link)
    high = _organ_high(look, heads, cells[0].w)
    boxes = {one.id: Box(cell.x, box.y, cell.w, high) for one, cell in zip(heads, cells, strict=False)}
    chips = {}
    for group in linked:
        wide = max(96.0, min(_chip_width(look, state), link - 56))
        x = cells[0].right + (link - wide) / 2
        chips[group[0].id] = Box(x, box.y + (high - _chip_high(look)) / 2, wide, _chip_high(look))
    return boxes, chips


def _columns(look: Look, level: CongressLevel, state: LevelsState, box: Box) -> Plan:
    boxes, chips = _top_row(look, level, state, box)
    bodies = bodies_of(level)
    below = max((one.bottom for one in boxes.values()), default=box.y)
    if not bodies:
        return Plan(boxes, chips, None, below - box.y)
    wide = min(box.columns(len(bodies), _GAP)[0].w, box.w / 2)
    total = wide * len(bodies) + _GAP * (len(bodies) - 1)
    cells = Box(box.x + (box.w - total) / 2, box.y, total, 0).columns(len(bodies), _GAP)
    if len(bodies) == 1:  # straight below the congress
        wide = min((one.w for one in boxes.values()), default=wide)
        cells = [Box(box.x, box.y, wide, 0)]
    high = _organ_high(look, bodies, wide)
    top = below + 12 + _chip_high(look) + 24
    for one, cell in zip(bodies, cells, strict=True):
        boxes[one.id] = Box(cell.x, top, cell.w, high)
    for group in inner_groups(level, state.relation):
        for one in bodies:
            if one.id in ends_of_group(group):
                cell = boxes[one.id]
                wide = max(96.0, min(_chip_width(look, state), cell.w))
                chips[group[0].id] = Box(cell.center[0] - wide / 2, below + 12, wide, _chip_high(look))
    return Plan(boxes, chips, None, top + high - box.y)


def _tree(look: Look, level: CongressLevel, state: LevelsState, box: Box, across: int) -> Plan:
    boxes, chips = _top_row(look, level, state, box)
    bodies = bodies_of(level)
    below = max((one.bottom for one in boxes.values()), default=box.y) + 2 * BUS
    trunk = box.center[0] if across == 2 else box.x + 28
    room = (box.w / 2 if across == 2 else box.w - 28) - _tree_room(look)
    chip_w = 96.0
    wanted = _chip_width(look, state)
    if room - (wanted - chip_w) > 0 and all(_fits(look, one, room - (wanted - chip_w)) for one in bodies):
        room, chip_w = room - max(0.0, wanted - chip_w), max(wanted, chip_w)
    high = max(_organ_high(look, bodies, room), _chip_high(look))
    for i, one in enumerate(bodies):
        left = across == 2 and i % 2 == 0
        y = below + (i // across) * (high + _GAP)
        x = box.x if left else box.right - room
        boxes[one.id] = Box(x, y, room, high)
        chip_x = x + room + _HEADROOM if left else x - _HEADROOM - chip_w
        for group in inner_groups(level, state.relation):
            if one.id in ends_of_group(group):
                chip_y = y + (high - _chip_high(look)) / 2
                chips[group[0].id] = Box(chip_x, chip_y, chip_w, _chip_high(look))
    rows = -(-len(bodies) // across)
    return Plan(boxes, chips, trunk, below + rows * (high + _GAP) - _GAP - box.y)


def _chip_width(look: Look, state: LevelsState) -> float:
    return look.width(look.t(f"levels.verb.{state.relation}"), "label") + 48
