"""The board where votes are written down: a row for each candidate, its votes as strokes of 正, and their number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from content.civics.ballot_box import WRITE_IN, tally
from content.schema import Candidate
from screens.exhibit.blocks.count.model import CountState
from screens.look import Look
from screens.parts.panels import panel
from screens.scene import Box, Node, Picture, Stroke

#: The five strokes of 正 in the order they are written, on a square of 40.
_STROKES = (
    ((4.0, 4.0), (36.0, 4.0)), ((20.0, 4.0), (20.0, 36.0)), ((20.0, 19.0), (33.0, 19.0)),
    ((9.0, 19.0), (9.0, 36.0)), ((2.0, 36.0), (38.0, 36.0)),
)  # fmt: skip
_STEP = 1.3  # from one 正 to the next, in its own widths


def marks(x: float, y: float, size: float, number: int, color: str = "ink") -> list[Node]:
    """So many votes as strokes, five to a 正."""
    unit = size / 40
    nodes: list[Node] = []
    for i in range(number):
        left = x + i // 5 * size * _STEP
        points = tuple((left + px * unit, y + py * unit) for px, py in _STROKES[i % 5])
        nodes.append(Stroke(points, color, 5 * unit))
    return nodes


def marks_width(size: float, number: int) -> float:
    """Room that so many votes take."""
    return -(-number // 5) * size * _STEP


def names(state: CountState, look: Look) -> Mapping[str, str]:
    """The candidates' names by id."""
    return {one.id: look.say(one.name) for one in state.block.candidates}


def board(state: CountState, look: Look, box: Box) -> list[Node]:
    """What has been counted so far, and a last line for papers that gave nobody on the list a vote."""
    votes, void = tally(state.counted, [*(one.id for one in state.block.candidates), WRITE_IN], state.block.seats)
    line = look.style("meta").line
    inner = box.inset(28, 16)
    key = "count.board.first" if state.phase == "end" else "count.board.rest"
    foot = look.text(
        inner.x, inner.bottom - line, inner.w, look.t(key, void=void, other=votes[WRITE_IN]), "meta",
        color="ink2", id="count.rest.line",
    )  # fmt: skip
    rows = Box(inner.x, inner.y, inner.w, inner.h - line - 8).rows(len(state.block.candidates), 0)
    nodes: list[Node] = [*panel(box, look)]
    column = _columns(look, state.block.candidates)
    for row, one in zip(rows, state.block.candidates, strict=True):
        nodes += _row(look, row, one, votes[one.id], column)
    return [*nodes, foot]


def _columns(look: Look, candidates: Sequence[Candidate]) -> float:
    return max(look.width(look.say(one.name), "label") for one in candidates) + 28


def _row(look: Look, row: Box, one: Candidate, votes: int, name_w: float) -> list[Node]:
    tree = min(row.h - 4, 72.0)
    line = look.style("label").line
    x = row.x + tree + 20
    size = min(40.0, row.h - 16)
    figure = "numeral" if row.h >= look.style("numeral").line else "label_l"
    number_w = look.width("88", "numeral") + 8
    high = look.style(figure).line
    number = look.text(
        row.right - number_w, row.center[1] - high / 2, number_w, str(votes), figure, align="right",
        spoken=look.t("count.votes.spoken", name=look.say(one.name), n=votes),
    )  # fmt: skip
    return [
        Picture(Box(row.x, row.center[1] - tree / 2, tree, tree), one.art),
        look.text(x, row.center[1] - line / 2, name_w, look.say(one.name), "label"),
        *marks(x + name_w, row.center[1] - size / 2, size, votes),
        number,
    ]
