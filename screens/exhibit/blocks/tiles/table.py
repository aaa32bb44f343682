"""Districts side by side: rows under their names, paged where they do not fit; and the page about the map."""

from __future__ import annotations

from screens.exhibit.blocks.tiles.model import TilesState
from screens.exhibit.blocks.tiles.rows import Row, count_line, name_of, rows, short_of
from screens.look import Look
from screens.parts import panel
from screens.parts.buttons import button
from screens.parts.paged import Para
from screens.parts.paging import lines_label, pager, pager_height
from screens.parts.reader import reader, turn
from screens.scene import Box, Fill, Node, Stroke

_PAD_X, _PAD_Y = 32.0, 24.0
_GAP = 28.0
_BETWEEN = 16.0
_FOOT = 12.0

Part = tuple[str, tuple[tuple[str, ...], ...]]  # a label and the lines below it, for each district or for all


def comparison(state: TilesState, look: Look, box: Box, *, clear: bool = False) -> list[Node]:
    """The names on top, rows below; at the foot the way to other pages and, with `clear`, to another pair."""
    inner = box.inset(_PAD_X, _PAD_Y)
    head, top = _names(state, look, inner)
    style = "meta" if look.large or inner.w < 800 else "body"
    foot = pager_height(look) + _FOOT
    room = Box(inner.x, top, inner.w, inner.bottom - top - (foot if clear else 0))
    pages = _pages(look, state, room, style)
    turning = len(pages) > 1
    if turning and not clear:
        room = Box(room.x, room.y, room.w, room.h - foot)
        pages = _pages(look, state, room, style)
    at = min(state.page, len(pages) - 1)
    nodes = [*panel(box, look), *head, *_drawn(look, state, room, pages[at], style)]
    row = Box(inner.x, inner.bottom - pager_height(look), inner.w, pager_height(look))
    if clear:
        wide = row.w * 0.38 if turning else min(row.w, 560.0)
        cell = Box(row.right - wide, row.y, wide, row.h)
        nodes += button(look, cell, "tiles.clear", look.t("tiles.clear"), icon="undo", style="label")
        row = Box(row.x, row.y, row.w - wide - _GAP, row.h)
    if turning:
        nodes += pager(look, row, turn("tiles", at, len(pages)), at, len(pages), "tiles")
    return nodes


def about(state: TilesState, look: Look, box: Box, *, beside: bool = False) -> list[Node]:
    """What the documents of the day say, that the map is schematic, and what is not known.

    `beside` the map, which says of itself that it is schematic, it says how to begin instead.
    """
    middle = Para(look.t("tiles.prompt") if beside else look.say(state.block.caveat), gap=24)
    paras = [
        Para(look.say(state.day.name), "h2", gap=0, heads=True, role="heading"),
        Para(count_line(state, look), "label"),
        Para(look.say(state.day.told)),
        middle,
    ]
    if not beside:
        paras.append(Para(look.say(state.block.unknown), "meta", "ink2", gap=24))
    return reader(look, box, paras, state.page, "tiles")


def _names(state: TilesState, look: Look, box: Box) -> tuple[list[Node], float]:
    """Each name over its column, in ink as its tile is."""
    pair = state.pair
    cells = box.columns(len(pair), _GAP)
    names = [name_of(state, look, one) for one in pair]
    if any(look.height(name, "h3", cells[0].w - 32) > look.style("h3").line for name in names):
        names = [short_of(state, look, one) for one in pair]
    high = max(look.height(name, "h3", cells[0].w - 32) for name in names) + 24
    nodes: list[Node] = []
    for cell, name in zip(cells, names, strict=True):
        ground = Box(cell.x, cell.y, cell.w, high)
        said = look.height(name, "h3", cell.w - 32)
        nodes.append(Fill(ground, "ink", 6))
        top = cell.y + (high - said) / 2
        nodes.append(look.text(cell.x + 16, top, cell.w - 32, name, "h3", color="on_ink", role="heading"))
    return nodes, box.y + high + _BETWEEN


def _pages(look: Look, state: TilesState, room: Box, style: str) -> list[list[Part]]:
    """Rows packed into pages; a row higher than a page runs on over several."""
    line, lead = look.style(style).line, look.style("meta").line
    pages: list[list[Part]] = [[]]
    used = 0.0
    for row in rows(state, look):
        label, values = row.label, _broken(look, state, room, row, style)
        head = lead * len(look.lines(label, "meta", room.w))
        while any(values):
            gap = _BETWEEN if pages[-1] else 0.0
            fit = int((room.h - used - gap - head + 0.5) // line)
            longest = max(len(one) for one in values)
            if fit < min(longest, 2) and pages[-1]:
                pages.append([])
                used = 0.0
                continue
            fit = max(1, fit)
            pages[-1].append((label, tuple(one[:fit] for one in values)))
            values = tuple(one[fit:] for one in values)
            used += gap + head + min(fit, longest) * line
    return pages


def _broken(look: Look, state: TilesState, room: Box, row: Row, style: str) -> tuple[tuple[str, ...], ...]:
    """A column for each district; below one another over the whole width where one of them has much more to say."""
    if len(row.values) == 1:
        return (look.lines(row.values[0], style, room.w),)
    wide = room.columns(len(state.pair), _GAP)[0].w
    beside = tuple(look.lines(one, style, wide) for one in row.values)
    joint = ": " if look.english else "："
    named = [f"{short_of(state, look, one)}{joint}{said}" for one, said in zip(state.pair, row.values, strict=True)]
    below = tuple(line for one in named for line in look.lines(one, style, room.w))
    return (below,) if len(below) < max(len(one) for one in beside) else beside


def _drawn(look: Look, state: TilesState, room: Box, page: list[Part], style: str) -> list[Node]:
    nodes: list[Node] = []
    line = look.style(style).line
    y = room.y
    for i, (label, values) in enumerate(page):
        if i:
            y += _BETWEEN
            nodes.append(Stroke(((room.x, y - _BETWEEN / 2), (room.right, y - _BETWEEN / 2)), "line", 2))
        said = look.text(room.x, y, room.w, label, "meta", color="teal_deep")
        nodes.append(said)
        y = said.box.bottom
        cells = room.columns(len(state.pair), _GAP) if len(values) > 1 else [room]
        for cell, lines in zip(cells, values, strict=False):
            if lines:
                nodes.append(lines_label(look, Box(cell.x, y, cell.w, room.bottom - y + 1), lines, style))
        y += max(len(one) for one in values) * line
    return nodes
