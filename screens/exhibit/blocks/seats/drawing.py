"""The formula and the hall: what informs on the calculator, and is not touched."""

from __future__ import annotations

from screens.exhibit.blocks.seats.hall import hall, seats_per_dot
from screens.exhibit.blocks.seats.model import SeatsState
from screens.look import Look
from screens.scene import Box, Disc, Icon, Node

_HALL_MIN = 120.0


def number(value: int) -> str:
    """A count with its thousands apart."""
    return f"{value:,}"


def short(value: int, look: Look) -> str:
    """A round number in few characters: 2.5 万, 25k."""
    if look.english:
        size, unit = (1_000_000, "M") if value >= 1_000_000 else (1000, "k")
        return f"{value / size:g}{unit}" if value >= 1000 else str(value)
    return f"{value / 10_000:g} 万" if value >= 10_000 else str(value)


def formula_height(look: Look, state: SeatsState, width: float) -> float:
    """Height of the formula with its captions and the line below it."""
    cells = _cells(state, look)
    caption = max(look.height(text, "meta", _cell_w(width, len(cells)) - 8) for _, text, _, _ in cells)
    return look.style("display").line + caption + 14 + look.height(_notice(state, look), "meta", width)


def formula(state: SeatsState, look: Look, box: Box) -> list[Node]:
    """Base + added = what the law allows (and beside it the real number, where one is known)."""
    cells = _cells(state, look)
    wide = _cell_w(box.w, len(cells))
    line = look.style("display").line
    nodes: list[Node] = []
    foot = 0.0
    for i, (value, caption, style, sign) in enumerate(cells):
        x = box.x + i * (box.w - wide) / (len(cells) - 1)
        style = look.fit(value, (style, "numeral"), wide, line)
        lift = line - look.style(style).line - (10 if style == "numeral" else 0)
        nodes.append(look.text(x, box.y + lift, wide, value, style, align="center", max_h=line))
        if sign:
            nodes.append(_sign(look, x - (box.w - wide * len(cells)) / (len(cells) - 1), box, wide, len(cells), sign))
        said = look.text(x + 4, box.y + line, wide - 8, caption, "meta", color="ink2", align="center")
        nodes.append(said)
        foot = max(foot, said.box.bottom)
    room = box.bottom - foot - 14
    line_below = _notice(state, look)
    nodes.append(look.text(box.x, foot + 14, box.w, line_below, "meta", align="center", role="status", max_h=room))
    return nodes


def _cell_w(width: float, count: int) -> float:
    gap = 56.0
    return (width - gap * (count - 1)) / count


def _sign(look: Look, x: float, box: Box, wide: float, count: int, sign: str) -> Node:
    """The sign in the gap before a cell; an arrow where the sum is cut to the ceiling."""
    gap = (box.w - wide * count) / (count - 1)
    style = look.style("numeral")
    y = box.y + look.style("display").line - style.line - 10
    if sign == "next":
        return Icon(Box(x + gap / 2 - 22, y + style.line / 2 - 22, 44, 44), sign, "ink2")
    return look.text(x, y, gap, sign, "numeral", color="ink2", align="center")


def _cells(state: SeatsState, look: Look) -> list[tuple[str, str, str, str]]:
    """Value, caption, type style, and the sign before it."""
    count = state.count
    added = look.t("seats.added", n=number(count.people_per_seat))
    cells = [
        (str(count.base), look.t("seats.base"), "numeral", ""),
        (str(count.added), added, "numeral", "+"),
        (str(count.total), look.t("seats.total"), "display", "next" if count.cap_applied else "="),
    ]
    if state.example and state.example.actual_seats is not None:
        cells.append((str(state.example.actual_seats), look.t("seats.actual"), "display", "|"))
    return cells


def _notice(state: SeatsState, look: Look) -> str:
    """The ceiling, or what this population does to the rule."""
    count = state.count
    if count.cap_applied:
        return look.t("seats.capped", sum=count.base + count.added, cap=count.cap)
    cap = look.t("seats.cap", cap=count.cap)
    if count.may_be_fewer:
        return f"{look.t('seats.fewer', base=count.base)} · {cap}"
    return cap


def picture(state: SeatsState, look: Look, box: Box) -> list[Node]:
    """The hall with a key below it; nothing where there is too little room for it to be seen."""
    key = _key(state, look, box)
    foot = max((node.box.bottom for node in key if hasattr(node, "box")), default=box.y) - box.y + 12
    room = Box(box.x, box.y, box.w, box.h - foot)
    if room.h < _HALL_MIN:
        return []
    down = box.h - foot + 12
    return [*_dots(state, room), *_key(state, look, Box(box.x, box.y + down, box.w, foot))]


def _dots(state: SeatsState, room: Box) -> list[Node]:
    count = state.count
    unit = seats_per_dot(count.cap)
    places, radius = hall(-(-count.cap // unit), room)
    filled, base = -(-count.total // unit), -(-min(count.base, count.total) // unit)
    nodes: list[Node] = []
    for i, (x, y) in enumerate(places):
        if i >= filled:
            nodes.append(Disc(x, y, radius * 0.45, "control"))
        elif i == filled - 1:
            nodes.append(_last(x, y, radius))
        elif i < base:
            nodes.append(Disc(x, y, radius, "ink"))
        else:  # hollow: beside ink, teal alone is a matter of hue
            nodes.append(_added(x, y, radius))
    return nodes


def _last(x: float, y: float, radius: float) -> Disc:
    return Disc(x, y, radius * 1.3, "vermilion", "ink", max(2.0, radius * 0.24))


def _added(x: float, y: float, radius: float) -> Disc:
    edge = radius * 0.36
    return Disc(x, y, radius - edge / 2, None, "teal", edge)


def _key(state: SeatsState, look: Look, box: Box) -> list[Node]:
    """What the dots mean, as many to a line as fit."""
    entries = [("ink", "seats.dots.base"), ("teal", "seats.dots.added"), ("vermilion", "seats.dots.last"),
               ("control", "seats.dots.free")]  # fmt: skip
    line = look.style("meta").line
    unit = seats_per_dot(state.count.cap)
    x, y = box.x, box.y
    nodes: list[Node] = []
    words = [(color, look.t(key)) for color, key in entries]
    if unit > 1:
        words.append(("", look.t("seats.dot", n=unit)))
    for color, text in words:
        wide = look.width(text, "meta") + (34 if color else 0)
        if x > box.x and x + wide > box.right:
            x, y = box.x, y + line
        if color in ("teal", "vermilion"):
            nodes.append((_added if color == "teal" else _last)(x + 11, y + line / 2, 10))
        elif color:
            nodes.append(Disc(x + 11, y + line / 2, 6 if color == "control" else 10, color))
        nodes.append(look.text(x + (34 if color else 0), y, wide, text, "meta", color="ink2"))
        x += wide + 36
    return nodes
