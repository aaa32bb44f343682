"""Districts side by side: rows under their names, paged where they do not fit; and the page about the map."""

from __future__ import annotations

from dataclasses import dataclass

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
_LEAD_W, _LEAD_W_LARGE = 330.0, 420.0
_PAIR_Y = 16.0  # above and below two districts, which need the room

Part = tuple[str, tuple[tuple[str, ...], ...]]  # a label and the lines below it, for each district or for all


@dataclass(frozen=True, slots=True)
class _Setting:
    """How rows are set: the style of their words, and the width of labels that stand before them; 0: above them."""

    style: str
    lead: float = 0.0


def comparison(state: TilesState, look: Look, box: Box) -> list[Node]:
    """One district: its name on top, rows below; at the foot the way to other pages."""
    inner = box.inset(_PAD_X, _PAD_Y)
    head, top = _names(state, look, inner)
    setting = _Setting("meta" if look.large or inner.w < 800 else "body")
    room = Box(inner.x, top, inner.w, inner.bottom - top)
    pages = _pages(look, state, room, setting)
    if len(pages) > 1:
        room = Box(room.x, room.y, room.w, room.h - pager_height(look) - _FOOT)
        pages = _pages(look, state, room, setting)
    at = min(state.page, len(pages) - 1)
    nodes = [*panel(box, look), *head, *_drawn(look, state, room, pages[at], setting)]
    return nodes + _turning(look, inner, at, len(pages))


def side_by_side(state: TilesState, look: Look, box: Box, foot: Box) -> list[Node]:
    """Two districts over the whole page; in the `foot` the way to another pair and to other pages.

    The largest setting that takes one page; where none does, the one that takes the fewest.
    """
    inner = box.inset(_PAD_X, _PAIR_Y)
    lead = (_LEAD_W_LARGE if look.large else _LEAD_W) if look.landscape else 0.0
    styles = ("body", "meta")
    settings = [_Setting(style, wide) for style in styles for wide in dict.fromkeys((lead, 0.0))]

    def laid(setting: _Setting) -> tuple[list[Node], Box, list[list[Part]]]:
        head, top = _names(state, look, inner, setting.lead)
        room = Box(inner.x, top, inner.w, inner.bottom - top)
        return head, room, _pages(look, state, room, setting)

    setting = min(settings, key=lambda one: (len(laid(one)[2]), settings.index(one)))
    head, room, pages = laid(setting)
    at = min(state.page, len(pages) - 1)
    nodes = [*panel(box, look), *head, *_drawn(look, state, room, pages[at], setting)]
    wide = min(560.0, foot.w * (0.4 if len(pages) > 1 else 1.0))
    cell = Box(foot.right - wide, foot.y, wide, foot.h)
    word = look.t("tiles.clear")
    icon = "undo" if look.width(word, "label") + 56 + 56 <= wide else None
    nodes += button(look, cell, "tiles.clear", word, icon=icon, style="label")
    return nodes + _turning(look, Box(foot.x, foot.y, foot.w - wide - _GAP, foot.h), at, len(pages))


def _turning(look: Look, box: Box, at: int, pages: int) -> list[Node]:
    if pages < 2:
        return []
    high = pager_height(look)
    return pager(look, Box(box.x, box.bottom - high, box.w, high), turn("tiles", at, pages), at, pages, "tiles")


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


def _names(state: TilesState, look: Look, box: Box, lead: float = 0.0) -> tuple[list[Node], float]:
    """Each name over its column, in ink as its tile is."""
    pair = state.pair
    cells = _columns(state, box, lead)
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


def _columns(state: TilesState, box: Box, lead: float) -> list[Box]:
    """A column for each district, right of the labels."""
    left = lead + _GAP if lead else 0.0
    return Box(box.x + left, box.y, box.w - left, box.h).columns(len(state.pair), _GAP)


def _pages(look: Look, state: TilesState, room: Box, setting: _Setting) -> list[list[Part]]:
    """Rows packed into pages; a row higher than a page runs on over several."""
    line, lead = look.style(setting.style).line, look.style("meta").line
    pages: list[list[Part]] = [[]]
    used = 0.0
    for row in rows(state, look):
        values = _broken(look, state, room, row, setting)
        named = lead * len(look.lines(row.label, "meta", setting.lead or room.w))
        head = 0.0 if setting.lead else named
        while any(values):
            gap = _BETWEEN if pages[-1] else 0.0
            fit = int((room.h - used - gap - head + 0.5) // line)
            longest = max(len(one) for one in values)
            if (fit < min(longest, 2) or used + gap + named > room.h + 0.5) and pages[-1]:
                pages.append([])
                used = 0.0
                continue
            fit = max(1, fit)
            pages[-1].append((row.label, tuple(one[:fit] for one in values)))
            values = tuple(one[fit:] for one in values)
            high = min(fit, longest) * line
            used += gap + (max(high, named) if setting.lead else named + high)
    return pages


def _broken(look: Look, state: TilesState, room: Box, row: Row, setting: _Setting) -> tuple[tuple[str, ...], ...]:
    """A column for each district; below one another over the whole width where one of them has much more to say."""
    style = setting.style
    whole = room.w - (setting.lead + _GAP if setting.lead else 0.0)
    if len(row.values) == 1:
        return (look.lines(row.values[0], style, whole),)
    wide = _columns(state, room, setting.lead)[0].w
    beside = tuple(look.lines(one, style, wide) for one in row.values)
    joint = ": " if look.english else "："
    named = [f"{short_of(state, look, one)}{joint}{said}" for one, said in zip(state.pair, row.values, strict=True)]
    below = tuple(line for one in named for line in look.lines(one, style, whole))
    return (below,) if len(below) < max(len(one) for one in beside) else beside


def _drawn(look: Look, state: TilesState, room: Box, page: list[Part], setting: _Setting) -> list[Node]:
    nodes: list[Node] = []
    line = look.style(setting.style).line
    y = room.y
    for i, (label, values) in enumerate(page):
        if i:
            y += _BETWEEN
            nodes.append(Stroke(((room.x, y - _BETWEEN / 2), (room.right, y - _BETWEEN / 2)), "line", 2))
        drop = (line - look.style("meta").line) / 2 if setting.lead else 0.0
        said = look.text(room.x, y + drop, setting.lead or room.w, label, "meta", color="teal_deep")
        nodes.append(said)
        if not setting.lead:
            y = said.box.bottom
        cells = _columns(state, room, setting.lead)
        if len(values) == 1:
            cells = [Box(cells[0].x, y, room.right - cells[0].x, room.h)]
        for cell, lines in zip(cells, values, strict=False):
            if lines:
                nodes.append(lines_label(look, Box(cell.x, y, cell.w, room.bottom - y + 1), lines, setting.style))
        y += max(len(one) for one in values) * line
        if setting.lead:
            y = max(y, said.box.bottom)
    return nodes
