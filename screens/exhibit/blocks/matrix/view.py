"""The whole table where its words fit, with what is read beside or below it; otherwise one link at a time."""

from __future__ import annotations

from screens.exhibit.blocks import BlockView
from screens.exhibit.blocks.matrix.marks import kind_of, legend, legend_height, mark, tally
from screens.exhibit.blocks.matrix.model import MatrixState
from screens.exhibit.blocks.matrix.table import GAP, LEAST_ROW, Measures, table
from screens.look import Look
from screens.parts.buttons import button, button_height, centred
from screens.parts.paged import Para, read
from screens.parts.reader import reader
from screens.scene import Box, Fill, Label, Node, Target

_GUTTER = 28.0
_TABLE = 0.7
_TALLEST = 150.0
_LEAST_TOLD = 240.0


def view(state: MatrixState, look: Look, box: Box) -> BlockView:
    """Table and words, or links, units and words."""
    wide = box.w * _TABLE if look.landscape else box.w
    measures = Measures(look, state, wide)
    if not look.large and measures.fits:
        nodes = _with_table(state, look, box, measures)
    else:
        nodes = _by_link(state, look, box)
    return BlockView(tuple(nodes), hint=look.t("matrix.hint") if state.column_id else "")


def _with_table(state: MatrixState, look: Look, box: Box, measures: Measures) -> list[Node]:
    count = len(state.block.rows)
    if look.landscape:
        high = (box.h - measures.head_h - GAP * count) / count
        area = Box(box.x, box.y, measures.wide, box.h)
        told = Box(area.right + _GUTTER, box.y, box.right - area.right - _GUTTER, box.h)
    else:
        high = min(_TALLEST, (box.h - _LEAST_TOLD - 20 - measures.head_h - GAP * count) / count)
        used = measures.head_h + count * (high + GAP)
        top = box.bottom - used if look.low else box.y
        area = Box(box.x, top, box.w, used)
        told = Box(box.x, box.y, box.w, top - 20 - box.y)
        if not look.low:
            told = Box(box.x, area.bottom + 20, box.w, box.bottom - area.bottom - 20)
    if not look.landscape and state.column_id and _pages(state, look, told) > 1:
        return _alone(state, look, box)
    return [*table(state, look, area, measures, max(LEAST_ROW, high)), *_told(state, look, told)]


# ---- one link at a time ----------------------------------------


def _by_link(state: MatrixState, look: Look, box: Box) -> list[Node]:
    """The links, the units under the one chosen, the words."""
    count = len(state.block.columns)
    if look.landscape:
        links, units, told = (
            Box(box.x, box.y, 400, box.h),
            Box(box.x + 400 + _GUTTER, box.y, 600, box.h),
            Box(box.x + 1000 + 2 * _GUTTER, box.y, box.w - 1000 - 2 * _GUTTER, box.h),
        )
        return [*_links(state, look, links, 1), *_units(state, look, units), *_told(state, look, told)]
    across = _across(state, look, box.w)
    down = -(-len(state.block.rows) // across)
    row = LEAST_ROW if look.low else 112.0
    links_h = down * LEAST_ROW + (down - 1) * GAP
    units_h = count * row + (count - 1) * GAP
    controls = links_h + 16 + units_h
    top = max(box.bottom - controls, look.reach_top) if look.low else box.y
    links = Box(box.x, top, box.w, links_h)
    units = Box(box.x, links.bottom + 16, box.w, units_h)
    told = Box(box.x, units.bottom + 20, box.w, box.bottom - units.bottom - 20)
    if look.low:
        told = Box(box.x, box.y, box.w, top - 20 - box.y)
    if state.column_id and _pages(state, look, told) > 1:
        return _alone(state, look, box)
    return [*_links(state, look, links, across), *_units(state, look, units), *_told(state, look, told)]


def _pages(state: MatrixState, look: Look, box: Box) -> int:
    return read(look, box.inset(32, 24), _paras(state, look))[1]


def _alone(state: MatrixState, look: Look, box: Box) -> list[Node]:
    """The words by themselves where they leave no room for the table, with the way back to it."""
    foot = Box(box.x, box.bottom - button_height(look), box.w, button_height(look))
    told = _told(state, look, Box(box.x, box.y, box.w, box.h - foot.h - 20))
    return [*told, *button(look, foot, "matrix.close", look.t("matrix.close"))]


def _across(state: MatrixState, look: Look, width: float) -> int:
    """How many links stand in a line."""
    widest = max(look.width(look.say(one.name), "label") for one in state.block.rows) + 24
    count = len(state.block.rows)
    return next((n for n in range(count, 0, -1) if (width - GAP * (n - 1)) / n >= widest), 1)


def _links(state: MatrixState, look: Look, box: Box, across: int) -> list[Node]:
    down = -(-len(state.block.rows) // across)
    cells = [cell for line in box.rows(down, GAP) for cell in line.columns(across, GAP)]
    nodes: list[Node] = []
    for row, cell in zip(state.block.rows, cells, strict=False):
        on = row.id == state.row_id
        name, id = look.say(row.name), f"matrix.row.{row.id}"
        nodes += [
            Fill(cell, "ink" if on else "raised", 12, None if on else "ink", 3),
            centred(look, cell, name, "label", "on_ink" if on else "ink", cell.w - 16, of=id),
            Target(cell, id, "tab", name, name, on, False, 12, on),
        ]
    return nodes


def _units(state: MatrixState, look: Look, box: Box) -> list[Node]:
    nodes: list[Node] = []
    for column, cell in zip(state.block.columns, box.rows(len(state.block.columns), GAP), strict=True):
        name = look.say(column.name)
        kind = kind_of(state.cell(state.row_id, column.id))
        on = state.column_id == column.id
        id = f"matrix.cell.{state.row_id}.{column.id}"
        fill = "teal_wash" if kind != "silent" else "raised"
        label = look.text(cell.x + 84, cell.y, cell.w - 100, name, "label", of=id)
        y = cell.y + (cell.h - label.box.h) / 2
        nodes.append(Fill(cell, fill, 12, "ink" if on else "control", 4 if on else 2))
        nodes += mark(cell.x + 44, cell.center[1], kind)
        nodes.append(look.text(cell.x + 84, y, cell.w - 100, name, "label", of=id, max_h=cell.h))
        spoken = f"{name}，{look.t(f'matrix.{kind}')}" if not look.english else f"{name}: {look.t(f'matrix.{kind}')}"
        nodes.append(Target(cell, id, "option", name, spoken, on))
    return nodes


# ---- the words ----------------------------------------


def _told(state: MatrixState, look: Look, box: Box) -> list[Node]:
    """What is read; the legend at the foot where it leaves room, and instead of the words at first."""
    nodes = reader(look, box, _paras(state, look), state.page, "matrix")
    if any(isinstance(one, Target) for one in nodes):  # paged: its buttons stand at the foot
        return nodes
    high = legend_height(look)
    inner = box.inset(32, 24)
    bottom = max((one.box.bottom for one in nodes if isinstance(one, Label)), default=inner.y)
    if not state.column_id:
        room = Box(inner.x, bottom + 32, inner.w, inner.bottom - bottom - 32)
        return [*nodes, *tally(look, room, _counts(state))]
    if bottom + 24 + high <= inner.bottom:
        nodes += legend(look, Box(inner.x, inner.bottom - high, inner.w, high))
    return nodes


def _counts(state: MatrixState) -> dict[str, int]:
    kinds = [kind_of(state.cell(row.id, column.id)) for row in state.block.rows for column in state.block.columns]
    return {kind: kinds.count(kind) for kind in ("named", "placed", "silent")}


def _paras(state: MatrixState, look: Look) -> list[Para]:
    column = state.column
    if column is None:
        return [Para(look.t("matrix.start"), gap=0)]
    name = look.say(column.name)
    if not state.met:
        return [Para(name, "h2", gap=0, heads=True, role="heading"), Para(look.say(column.text))]
    cell = state.cell(state.row_id, column.id)
    head = look.t("matrix.meet", row=look.say(state.row.name), column=name)
    text = look.say(cell.text if cell else state.block.silent)
    return [
        Para(head, "h3", gap=0, heads=True, role="heading"),
        Para(text),
        Para(look.t(f"matrix.{kind_of(cell)}"), "meta", "teal_deep", gap=16),
        Para(look.say(column.text), "meta", "ink2", gap=16),
    ]
