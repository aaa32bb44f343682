"""The organs of one level and the arrows of one relation between them, laid out for the room there is.

Columns (mockup f) where the names of the bodies fit side by side, a tree with a trunk where they don't. Every organ is
a target, and so is every arrow, by the chip that sits on it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from content.schema import Arrow, CongressLevel, Organ
from screens.exhibit.blocks.levels.hills import Points, barbs
from screens.exhibit.blocks.levels.model import LevelsState, bodies_of, inner_groups
from screens.look import Look
from screens.parts.buttons import centred
from screens.scene import Box, Fill, Icon, Node, Stroke, Target

_GAP = 12.0
_BUS = 14.0
_HEADROOM = 34.0
_STYLES = ("label", "meta")
_INSET = 14.0
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


def diagram(state: LevelsState, look: Look, box: Box) -> list[Node]:
    """Arrows first, organs over them, chips on top."""
    level = state.current
    laid = plan(look, level, state, box)
    nodes: list[Node] = _rest_link(level, state, laid)
    groups = inner_groups(level, state.relation)
    chosen = [group for group in groups if state.arrow in group]
    for group in [one for one in groups if one not in chosen] + chosen:
        for arrow in group:
            nodes += _line(level, laid, arrow, group in chosen)
    bodies = bodies_of(level)
    for organ in level.organs:
        box = laid.boxes[organ.id]
        style = name_style(look, bodies if organ in bodies else _heads(level), box.w) or _STYLES[-1]
        nodes += _organ(look, organ, box, style, state.organ == organ)
    for group in groups:
        nodes += _chip(look, level, laid, group, group in chosen)
    return nodes


# ---- places ----------------------------------------


def _chip_high(look: Look) -> float:
    return 112.0 if look.large else 96.0


def _tree_room(look: Look) -> float:
    """Width that the trunk, a chip and an arrowhead need beside a body."""
    return 96 + 24 + _HEADROOM + 16


def _fits(look: Look, organ: Organ, width: float) -> bool:
    name = look.say(organ.name)
    style = name_style(look, (organ,), width)
    return style is not None and len(look.lines(name, style, width - _INSET)) <= 3


def name_style(look: Look, organs: tuple[Organ, ...], width: float) -> str | None:
    """The larger style in which no Latin word of any name must be torn; none if there is none."""
    words = [word for one in organs for word in _WORD.findall(look.say(one.name))]
    for style in _STYLES:
        if all(look.width(word, style) <= width - _INSET for word in words):
            return style
    return None


def _organ_high(look: Look, organs: tuple[Organ, ...], width: float) -> float:
    style = name_style(look, organs, width) or _STYLES[-1]
    least = 120.0 if look.large else 100.0
    return max([least, *(look.height(look.say(one.name), style, width - _INSET) + 16 for one in organs)])


def _heads(level: CongressLevel) -> tuple[Organ, ...]:
    """The congress, then its standing committee or presidium."""
    congress = [one for one in level.organs if one.role == "congress"]
    return (*congress, *(one for one in level.organs if one.role in ("standing", "presidium")))


def _group_ends(group: tuple[Arrow, ...]) -> set[str]:
    return {end for arrow in group for end in (arrow.origin, arrow.target)}


def _top_row(look: Look, level: CongressLevel, state: LevelsState, box: Box) -> tuple[dict[str, Box], dict[str, Box]]:
    """The congress at the left, what is permanent of it at the right, and the chip between them."""
    heads = _heads(level)
    ids = {one.id for one in heads}
    linked = [group for group in inner_groups(level, state.relation) if _group_ends(group) <= ids]
    link = (176.0 if look.large else 168.0) if linked else 64.0
    cells = box.columns(max(2, len(heads)), link)
    high = _organ_high(look, heads, cells[0].w)
    boxes = {one.id: Box(cell.x, box.y, cell.w, high) for one, cell in zip(heads, cells, strict=False)}
    chips = {}
    for group in linked:
        x = cells[0].right + link / 2
        chips[group[0].id] = Box(x - 48, box.y + (high - _chip_high(look)) / 2, 96, _chip_high(look))
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
    if len(bodies) == 1:
        cells = [Box(box.x, box.y, wide, 0)]
    high = _organ_high(look, bodies, wide)
    top = below + 12 + _chip_high(look) + 24
    for one, cell in zip(bodies, cells, strict=True):
        boxes[one.id] = Box(cell.x, top, cell.w, high)
    for group in inner_groups(level, state.relation):
        for one in bodies:
            if one.id in _group_ends(group):
                cell = boxes[one.id]
                wide = max(96.0, min(_chip_width(look, state), cell.w))
                chips[group[0].id] = Box(cell.center[0] - wide / 2, below + 12, wide, _chip_high(look))
    return Plan(boxes, chips, None, top + high - box.y)


def _tree(look: Look, level: CongressLevel, state: LevelsState, box: Box, across: int) -> Plan:
    boxes, chips = _top_row(look, level, state, box)
    bodies = bodies_of(level)
    below = max((one.bottom for one in boxes.values()), default=box.y) + 2 * _BUS
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
            if one.id in _group_ends(group):
                chip_y = y + (high - _chip_high(look)) / 2
                chips[group[0].id] = Box(chip_x, chip_y, chip_w, _chip_high(look))
    rows = -(-len(bodies) // across)
    return Plan(boxes, chips, trunk, below + rows * (high + _GAP) - _GAP - box.y)


def _chip_width(look: Look, state: LevelsState) -> float:
    return look.width(look.t(f"levels.verb.{state.relation}"), "label") + 48


# ---- drawing ----------------------------------------


def _organ(look: Look, organ: Organ, box: Box, style: str, chosen: bool) -> list[Node]:
    fill, border, ink = {
        "congress": ("ink", "ink", "on_ink"),
        "standing": ("raised", "ink", "ink"),
        "presidium": ("raised", "ink", "ink"),
    }.get(organ.role, ("teal_wash", "teal", "ink"))
    name = look.say(organ.name)
    id = f"levels.organ.{organ.id}"
    nodes: list[Node] = [Fill(box, fill, 12, border, 3)]
    if chosen:
        nodes.append(Fill(box.inset(-7), None, 18, "ink", 4))
    nodes.append(centred(look, box, name, style, ink, box.w - _INSET, of=id))
    spoken = look.t("levels.organ.spoken", name=name)
    nodes.append(Target(box, id, "option", name, spoken, chosen, dark=organ.role == "congress"))
    return nodes


def _chip(look: Look, level: CongressLevel, laid: Plan, group: tuple[Arrow, ...], chosen: bool) -> list[Node]:
    """The arrow's name on the arrow; only its direction where the name has no room."""
    box = laid.chips.get(group[0].id)
    if box is None:
        return []
    arrow = group[0]
    verb = look.t(f"levels.verb.{arrow.relation}")
    id = f"levels.arrow.{arrow.id}"
    pill = box.inset(0, 12)
    ink = "on_ink" if chosen else "ink"
    nodes: list[Node] = [Fill(pill, "ink" if chosen else "raised", pill.h / 2, None if chosen else "control", 3)]
    if look.width(verb, "label") <= box.w - 24:
        nodes.append(centred(look, pill, verb, "label", ink, box.w - 16, of=id))
    else:
        x, y = pill.center
        nodes.append(Icon(Box(x - 22, y - 22, 44, 44), _direction(laid, arrow), ink))
    spoken = f"{_name(look, level, arrow.origin)} {verb} {_name(look, level, arrow.target)}"
    nodes.append(Target(box, id, "option", verb, spoken, chosen, radius=pill.h / 2, dark=chosen))
    return nodes


def _name(look: Look, level: CongressLevel, organ: str) -> str:
    return next((look.say(one.name) for one in level.organs if one.id == organ), "")


def _direction(laid: Plan, arrow: Arrow) -> str:
    """The icon that points as the arrow does."""
    (ax, ay), (bx, by) = laid.boxes[arrow.origin].center, laid.boxes[arrow.target].center
    level_row = abs(ay - by) < 1
    if laid.trunk is None and not level_row:
        return "down" if by > ay else "up"
    if level_row:
        return "next" if bx > ax else "back"
    body, away = (bx, True) if by > ay else (ax, False)
    return "next" if (body > laid.trunk) == away else "back"  # type: ignore[operator]


def _rest_link(level: CongressLevel, state: LevelsState, laid: Plan) -> list[Node]:
    """The dotted tie between a congress and what is permanent of it, while no arrow is drawn there."""
    heads = [one.id for one in _heads(level)]
    if len(heads) < 2 or any(_group_ends(group) <= set(heads) for group in inner_groups(level, state.relation)):
        return []
    left, right = laid.boxes[heads[0]], laid.boxes[heads[1]]
    return [Stroke(((left.right, left.center[1]), (right.x, right.center[1])), "ink", 3, dash=8)]


def _line(level: CongressLevel, laid: Plan, arrow: Arrow, strong: bool) -> list[Node]:
    """From one organ to the other; thick while its sentence is read."""
    if arrow.origin not in laid.boxes or arrow.target not in laid.boxes:
        return []
    bodies = {one.id for one in bodies_of(level)}
    if arrow.target in bodies or arrow.origin not in bodies:
        points = _route(laid, arrow.origin, arrow.target, bodies)
    else:
        points = tuple(reversed(_route(laid, arrow.target, arrow.origin, bodies)))
    width = 8.0 if strong else 3.0
    return [Stroke(points, "ink", width), Stroke(barbs(points, 18 if strong else 14), "ink", width)]


def _route(laid: Plan, head: str, body: str, bodies: set[str]) -> Points:
    """The points from an organ of the top row to a body, or to its neighbour in the row."""
    a, b = laid.boxes[head], laid.boxes[body]
    if body not in bodies or head in bodies:
        left_to_right = a.x < b.x
        return ((a.right if left_to_right else a.x, a.center[1]), (b.x if left_to_right else b.right, b.center[1]))
    first = a.x <= min(one.x for one in laid.boxes.values()) + 1
    bus = a.bottom + (_BUS if first else _BUS * 0.5)
    if laid.trunk is None:
        if abs(a.center[0] - b.center[0]) < 1:
            return ((a.center[0], a.bottom), (b.center[0], b.y))
        return ((a.center[0], a.bottom), (a.center[0], bus), (b.center[0], bus), (b.center[0], b.y))
    trunk = laid.trunk + (-7 if first else 7)
    edge = b.right if b.x < trunk else b.x
    start = max(a.x + 24, min(a.right - 24, trunk))
    return ((start, a.bottom), (start, bus), (trunk, bus), (trunk, b.center[1]), (edge, b.center[1]))
