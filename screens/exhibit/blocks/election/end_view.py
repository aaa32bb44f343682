"""What came of it: each case with its place in the law, ticked where the answer was the law's; the way to the count."""

from __future__ import annotations

from screens.exhibit.blocks.election.model import ElectionState
from screens.exhibit.blocks.election.month import month
from screens.exhibit.blocks.election.wording import day_words
from screens.look import Look
from screens.parts.foot import Press, foot_row
from screens.parts.paged import Grid, Para, grid, pager, pager_height, read
from screens.parts.panels import panel
from screens.parts.stage import law, stage
from screens.scene import Box, Icon, Label, Node

_GAP = 20.0
_AIR, _LEAST_AIR = 28.0, 12.0  # above and below a card's words together; the least where that saves a page
_ICON = 44.0
_WALL, _WALL_H, _WALL_W = 320.0, 820.0, 1200.0


def end_view(state: ElectionState, look: Look, box: Box) -> list[Node]:
    """The cases as a list, and what was made up below it."""
    subtitle = look.t(
        "election.end.sub", n=len(state.answers), m=state.agreed, date=day_words(look, state.election_day)
    )
    nodes, top = stage(look, box, look.t("election.end.title"), subtitle, look.t("ballot.sim"), "election.title")
    presses = [Press("election.again", look.t("election.again"))]
    if state.block.opens and state.block.opens_label:
        presses.insert(0, Press("election.open", look.say(state.block.opens_label), "primary", "next"))
    foot, left = foot_row(look, box, presses)
    body = Box(box.x, top, box.w, left.y - _GAP - top)
    for air in (_AIR, _LEAST_AIR):
        drawn, pages = _cases(state, look, body, air)
        if pages == 1:
            return [*nodes, *drawn, *foot]
    high = pager_height(look)
    if look.landscape and left.w >= 560:
        place = Box(box.x, box.bottom - high, min(left.w, 860.0), high)
    else:
        body = Box(body.x, body.y, body.w, body.h - high - _GAP)
        place = Box(box.x, body.bottom + _GAP, min(box.w, 960.0), high)
    drawn, pages = _leaves(state, look, body)
    words = (look.t("page.previous"), look.t("page.next"))
    return [*nodes, *drawn, *pager(look, place, "election", words, state.page, pages), *foot]


def _laid(state: ElectionState, look: Look, box: Box, air: float, page: int) -> Grid:
    return grid(
        box, len(state.answers), lambda width: _height(state, look, width) + air, page,
        columns=2 if look.landscape else 1, gap=12 if air == _AIR else 8, tallest=132 if not look.large else 176,
        even=True,
    )  # fmt: skip


def _cards(state: ElectionState, look: Look, laid: Grid) -> list[Node]:
    return [node for i, cell in enumerate(laid.cells, start=laid.first) for node in _case(state, look, cell, i)]


def _note(state: ElectionState, look: Look, box: Box) -> tuple[list[Node], float]:
    """What was made up, at the foot of `box`, and how much of it that takes."""
    note = look.say(state.block.disclaimer)
    high = look.height(note, "meta", box.w) + 16
    said, _ = read(look, Box(box.x, box.bottom - high + 16, box.w, high - 16), [Para(note, "meta", "ink2")])
    return said, high


def _cases(state: ElectionState, look: Look, box: Box, air: float) -> tuple[list[Node], int]:
    """Cards, and the note below them on each page."""
    said, note_h = _note(state, look, box)
    cards = Box(box.x, box.y, box.w, box.h - note_h)
    laid = _laid(state, look, cards, air, state.page)
    nodes = _cards(state, look, laid)
    below = laid.cells[-1].bottom + 32 if laid.cells else cards.y
    if laid.pages == 1 and cards.bottom - below >= _WALL:  # few were decided: what was settled is the day
        wall = Box(box.x, below, min(box.w, _WALL_W), min(cards.bottom - below, _WALL_H))
        nodes += month(state, look, wall, today=state.election_day)
    return [*nodes, *said], laid.pages


def _leaves(state: ElectionState, look: Look, box: Box) -> tuple[list[Node], int]:
    """Several pages: the note stands on the last one, where that saves a page."""
    noted = _cases(state, look, box, _LEAST_AIR)
    pages = _laid(state, look, box, _LEAST_AIR, 0).pages
    last = _laid(state, look, box, _LEAST_AIR, pages - 1)
    said, note_h = _note(state, look, box)
    if pages >= noted[1] or last.cells[-1].bottom + note_h > box.bottom:
        return noted
    nodes = _cards(state, look, _laid(state, look, box, _LEAST_AIR, state.page))
    return [*nodes, *(said if state.page % pages == pages - 1 else [])], pages


def _room(width: float) -> float:
    return width - 28 - _ICON - 24 - 24


def _height(state: ElectionState, look: Look, width: float) -> float:
    names = [look.say(case.title) for case in state.block.cases]
    return max(look.height(one, "label", _room(width)) for one in names) + look.style("meta").line


def _case(state: ElectionState, look: Look, cell: Box, index: int) -> list[Node]:
    agrees = state.agrees(index)
    ruling = state.ruling(index)
    x = cell.x + 28 + _ICON + 24
    name = look.say(state.block.cases[index].title)
    spoken = look.t("election.end.agrees" if agrees else "election.end.differs", name=name)
    high = look.height(name, "label", _room(cell.w)) + look.style("meta").line
    top = cell.y + (cell.h - high) / 2
    head: Label = look.text(x, top, _room(cell.w), name, "label", spoken=spoken, max_h=cell.bottom - top)
    where = law(look, ruling.provision.article, ruling.provision.paragraph, short=True)
    key = "election.end.same" if agrees else "election.end.other"
    below = look.text(
        x, head.box.bottom, _room(cell.w), f"{look.t(key)} · {where}", "meta", color="ink2",
        max_h=cell.bottom - head.box.bottom,
    )  # fmt: skip
    icon, color = ("check", "teal") if agrees else ("info", "ochre_deep")
    mark = Icon(Box(cell.x + 28, cell.center[1] - _ICON / 2, _ICON, _ICON), icon, color)
    return [*panel(cell, look), mark, head, below]
