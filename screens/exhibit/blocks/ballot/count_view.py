"""The count: a bar for every project, the line it had to reach, what became of it, and the visitor's own rings."""

from __future__ import annotations

from content.civics.ballots import Outcome
from screens.exhibit.blocks.ballot.count import Count
from screens.exhibit.blocks.ballot.ring import ring
from screens.exhibit.blocks.ballot.state import BallotState
from screens.look import Look
from screens.parts.foot import Press
from screens.parts.money import said
from screens.parts.paged import grid
from screens.parts.walked import Step
from screens.scene import Box, Fill, Icon, Node, Stroke


def count_step(state: BallotState, look: Look) -> Step:
    """Open the box: everybody's secret papers, counted."""
    counted = state.counted
    subtitle = _subtitle(state, look, counted)
    if counted.revote:
        buttons = (Press("ballot.revote", look.t("ballot.count.revote"), "primary", "next"),)
    else:
        key = "ballot.count.end" if not state.projects else "ballot.count.next"
        buttons = (Press("ballot.next", look.t(key), "primary", "next"),)
    title = look.t(f"ballot.count.title.{state.rule}", n=len(counted.outcome.chosen))
    return Step(title, subtitle, lambda box, page: _rows(state, look, box, page, counted), buttons)


def _subtitle(state: BallotState, look: Look, counted: Count) -> str:
    result = counted.outcome
    who = look.say(state.rules.voters_name)
    base = look.t(f"ballot.count.sub.{state.rule}", who=who, n=counted.members, need=result.votes_needed)
    tied = (", " if look.english else "、").join(look.say(state.proposal(id).name) for id in result.tied)
    if counted.revote:
        return base + look.t("ballot.count.tie", what=tied, n=result.open_places)
    if result.tied:
        return base + look.t("ballot.count.still", what=tied)
    return base + look.t("ballot.count.spent", x=said(result.spent, look.variant.language))


def fate_key(result: Outcome, id: str) -> str:
    """What the count says of a project, as a string key."""
    for name, ids in (
        ("chosen", result.chosen),
        ("tied", result.tied),
        ("over", result.over_budget),
        ("below", result.below_majority),
    ):
        if id in ids:
            return f"ballot.result.{name}"
    return "ballot.result.full"


def _rows(state: BallotState, look: Look, box: Box, page: int, counted: Count) -> tuple[list[Node], int]:
    votes = counted.outcome.votes
    names = [look.say(state.proposal(id).name) for id, _ in votes]
    fates = [_fate(state, look, counted, id, n) for id, n in votes]
    columns = _Columns(look, box.w, names, fates)
    laid = grid(
        box, len(votes), lambda _: columns.height, page, columns=1, gap=6, tallest=170 if columns.stacked else 96
    )
    nodes: list[Node] = []
    for i, cell in enumerate(laid.cells, start=laid.first):
        nodes += _row(state, look, cell, columns, counted, names[i], fates[i], *votes[i])
    return nodes, laid.pages


def _fate(state: BallotState, look: Look, counted: Count, id: str, n: int) -> str:
    votes = look.t("ballot.votes", n=n)
    again = f" + {counted.votes[id]}" if counted.round and id in counted.votes else ""
    return f"{votes}{again} · {look.t(fate_key(counted.outcome, id))}"


class _Columns:
    """How a row is shared between name, bar and result; in narrow places the bar goes below."""

    def __init__(self, look: Look, width: float, names: list[str], fates: list[str]) -> None:
        line = look.style("meta").line
        self.mark = 56.0
        self.fate = max(look.width(one, "meta") for one in fates) + 44
        longest = max(look.width(one, "meta") for one in names) + 12
        self.stacked = not look.landscape or look.large
        if self.stacked:
            self.name = width - self.mark - self.fate - 16
            self.bar = width - self.mark
            self.height = max(look.height(one, "meta", self.name) for one in names) + 28 + 12
        else:
            self.name = min(longest, 560.0)
            self.bar = width - self.mark - self.name - self.fate - 48
            self.height = max(max(look.height(one, "meta", self.name) for one in names), line, 52.0) + 4


def _row(
    state: BallotState, look: Look, cell: Box, columns: _Columns, counted: Count, name: str, fate: str, id: str, n: int
) -> list[Node]:
    """One project: its name, the bar with the line of the majority, votes and result."""
    chosen = id in counted.outcome.chosen
    line = look.style("meta").line
    x = cell.x + columns.mark
    text_h = look.height(name, "meta", columns.name)
    top = cell.y if columns.stacked else cell.y + (cell.h - text_h) / 2
    mine = any(id in marks for marks in state.rounds)
    spoken = look.t("ballot.count.mine", name=name) if mine else ""
    label = look.text(x, top, columns.name, name, "meta", max_h=cell.bottom - top, spoken=spoken)
    right = cell.right - columns.fate
    fate_y = top if columns.stacked else cell.y + (cell.h - line) / 2
    nodes: list[Node] = [label]
    if columns.stacked:
        thick = max(24.0, min(56.0, cell.bottom - label.box.bottom - 44))  # a tall page has room for heavier bars
        bar = Box(x, label.box.bottom + 2, columns.bar, thick)
    else:
        bar = Box(x + columns.name + 24, cell.center[1] - 16, columns.bar, 32)
    nodes += _bar(bar, n, counted, "teal" if chosen else "control")
    nodes.append(
        Icon(Box(right, fate_y + line / 2 - 16, 32, 32), "check" if chosen else "minus", "teal" if chosen else "ink2")
    )
    nodes.append(look.text(right + 40, fate_y, columns.fate - 40, fate, "meta", color="ink" if chosen else "ink2"))
    if mine:
        size = 40.0
        nodes += ring(Box(cell.x + 4, top + line / 2 - size / 2, size, size))
    return nodes


def _bar(box: Box, n: int, counted: Count, color: str) -> list[Node]:
    part = n / max(1, counted.members)
    need = box.x + box.w * min(1.0, counted.outcome.votes_needed / max(1, counted.members))
    nodes: list[Node] = [Fill(box, "sunk")]
    if n:
        nodes.append(Fill(Box(box.x, box.y, box.w * part, box.h), color))
    line = ((need, box.y - 6), (need, box.bottom + 6))
    return [*nodes, Stroke(line, "paper", 10), Stroke(line, "ink", 4)]
