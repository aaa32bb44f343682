"""The whole table: its measures, the names of the units, and the cells."""

from __future__ import annotations

from dataclasses import dataclass

from screens.exhibit.blocks.matrix.marks import kind_of, mark
from screens.exhibit.blocks.matrix.model import MatrixState
from screens.look import Look
from screens.parts.buttons import centred
from screens.scene import Box, Disc, Fill, Node, Target

GAP = 8.0
LEAST_ROW = 96.0


@dataclass(frozen=True)
class Measures:
    """How wide and high the parts of the table are on a given width."""

    look: Look
    state: MatrixState
    wide: float

    @property
    def names_w(self) -> float:
        """Width of the links' names."""
        return max(self.look.width(self.look.say(one.name), "label") for one in self.state.block.rows) + 20

    @property
    def cell_w(self) -> float:
        """Width of a column."""
        count = len(self.state.block.columns)
        return (self.wide - self.names_w - GAP * count) / count

    @property
    def fits(self) -> bool:
        """Whether every column's name can be broken to its width, and cells can be touched."""
        look, room = self.look, self.cell_w - 16
        names = [look.say(one.name) for one in self.state.block.columns]
        widest = max(
            look.width(word, "meta") for name in names for word in (name.split() if look.english else [name[:3]])
        )
        return widest <= room and self.cell_w >= LEAST_ROW

    @property
    def head_h(self) -> float:
        """Height of the columns' names."""
        look = self.look
        names = [look.say(one.name) for one in self.state.block.columns]
        return max(LEAST_ROW, *(look.height(name, "meta", self.cell_w - 16) + 20 for name in names))


def table(state: MatrixState, look: Look, box: Box, measures: Measures, high: float) -> list[Node]:
    """Names on top and at the left, cells to touch."""
    nodes: list[Node] = []
    x = box.x + measures.names_w + GAP
    style = _head_style(state, look, measures.cell_w, measures.head_h)
    for column in state.block.columns:
        head = Box(x, box.y, measures.cell_w, measures.head_h)
        nodes += _column_head(state, look, head, column.id, look.say(column.name), style)
        x += measures.cell_w + GAP
    y = box.y + measures.head_h + GAP
    for row in state.block.rows:
        name = look.say(row.name)
        nodes.append(centred(look, Box(box.x, y, measures.names_w, high), name, "label", "ink"))
        x = box.x + measures.names_w + GAP
        for column in state.block.columns:
            cell = Box(x, y, measures.cell_w, high)
            nodes += _cell(state, look, cell, row.id, column.id, f"{name}，{look.say(column.name)}")
            x += measures.cell_w + GAP
        y += high + GAP
    return nodes


def _head_style(state: MatrixState, look: Look, width: float, high: float) -> str:
    """One style for all columns' names: the larger one where it breaks no word of any."""
    names = [look.say(one.name) for one in state.block.columns]
    words = [word for name in names for word in (name.split() if look.english else [name])]
    whole = all(look.width(word, "label") <= width - 16 for word in words)
    return "label" if whole and all(look.height(one, "label", width - 16) <= high - 12 for one in names) else "meta"


def _column_head(state: MatrixState, look: Look, box: Box, id: str, name: str, style: str) -> list[Node]:
    on = state.column_id == id and not state.met
    fill, ink = ("ink", "on_ink") if on else ("raised", "ink")
    target = f"matrix.column.{id}"
    return [
        Fill(box, fill, 8, None if on else "control", 3),
        centred(look, box, name, style, ink, box.w - 12, of=target),
        Target(box, target, "button", name, look.t("matrix.column.spoken", name=name), on, False, 8, on),
    ]


def _cell(state: MatrixState, look: Look, box: Box, row: str, column: str, name: str) -> list[Node]:
    on = state.met and (state.row_id, state.column_id) == (row, column)
    kind = kind_of(state.cell(row, column))
    x, y = box.center
    fill = "teal_wash" if kind != "silent" else "raised"
    nodes: list[Node] = [Fill(box, fill, 8, "ink" if on else "control", 4 if on else 2), *mark(x, y, kind)]
    if on:
        nodes += [
            Disc(box.right - 18, box.y + 18, 12, None, "vermilion", 3),
            Disc(box.right - 18, box.y + 18, 6, "vermilion"),
        ]
    spoken = f"{name}，{look.t(f'matrix.{kind}')}" if not look.english else f"{name}: {look.t(f'matrix.{kind}')}"
    return [*nodes, Target(box, f"matrix.cell.{row}.{column}", "option", name, spoken, on, False, 8)]
