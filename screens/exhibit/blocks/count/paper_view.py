"""Paper by paper: the paper, the board, and whether it counts; afterwards why."""

from __future__ import annotations

from screens.exhibit.blocks.count.board import board
from screens.exhibit.blocks.count.model import CountState
from screens.exhibit.blocks.count.paper import paper
from screens.look import Look
from screens.parts import button_height, note
from screens.parts.buttons import button
from screens.parts.stage import law, stage
from screens.scene import Box, Node

_GAP = 16.0
_LEFT = 0.44


def paper_view(state: CountState, look: Look, box: Box) -> list[Node]:
    """Landscape: the paper left, board and buttons right. Portrait: one below the other."""
    title = look.t("count.paper.title", i=state.at + 1, n=len(state.box.papers))
    nodes, top = stage(look, box, title, look.t("count.paper.sub"), look.t("ballot.sim"), "count.title")
    body = Box(box.x, top, box.w, box.bottom - top)
    high = button_height(look)
    if look.landscape:
        left = Box(body.x, body.y, body.w * _LEFT, body.h)
        side = Box(left.right + 32, body.y, body.w - left.w - 32, body.h)
        told_h = _told_height(state, look, side.w)
        foot = Box(side.x, side.bottom - high, side.w, high)
        told = Box(side.x, foot.y - _GAP - told_h, side.w, told_h)
        wall = Box(side.x, side.y, side.w, told.y - _GAP - side.y)
    else:
        told_h = _told_height(state, look, body.w)
        foot = Box(body.x, body.bottom - high, body.w, high)
        told = Box(body.x, foot.y - _GAP - told_h, body.w, told_h)
        room = told.y - 2 * _GAP - body.y
        left = Box(body.x, body.y, body.w, room * 0.58)
        wall = Box(body.x, left.bottom + _GAP, body.w, room * 0.42)
    return [
        *nodes, *paper(state, look, left), *board(state, look, wall), *_told(state, look, told),
        *_foot(state, look, foot),
    ]  # fmt: skip


def _foot(state: CountState, look: Look, box: Box) -> list[Node]:
    cells = box.columns(2, _GAP)
    if state.verdict is None:
        return [
            *button(look, cells[0], "count.valid", look.t("count.valid"), "secondary", icon="check"),
            *button(look, cells[1], "count.void", look.t("count.void"), "secondary", icon="close"),
        ]
    last = state.at + 1 == len(state.box.papers)
    next_ = look.t("count.paper.done" if last else "count.paper.next")
    if last:
        return button(look, box, "count.next", next_, icon="next")
    rest = look.t("count.paper.rest")
    return [
        *button(look, cells[0], "count.rest", rest, "secondary", style=_style(look, rest, cells[0])),
        *button(look, cells[1], "count.next", next_, icon="next"),
    ]


def _style(look: Look, text: str, cell: Box) -> str:
    return look.fit(text, ("label_l", "label"), cell.w - 56, cell.h - 8)


def _reason(state: CountState, look: Look) -> str:
    ruling = state.ruling
    if not ruling.valid:
        key = "count.why.many"
    elif ruling.chosen == ruling.seats:
        key = "count.why.full"
    elif ruling.chosen:
        key = "count.why.fewer"
    else:
        key = "count.why.against" if state.paper.against else "count.why.blank"
    where = law(look, ruling.provision.article, ruling.provision.paragraph, short=look.large)
    said = look.t("count.right" if state.verdict == ruling.valid else "count.wrong")
    return said + look.t(key, n=ruling.chosen, seats=ruling.seats, law=where)


def _told_height(state: CountState, look: Look, width: float) -> float:
    """Room for the longest reason, so that nothing moves when it is said; none before the first paper is judged."""
    text = look.t("count.ask") if state.verdict is None else _reason(state, look)
    return max(96.0, look.height(text, "meta", width - 116) + 28)


def _told(state: CountState, look: Look, box: Box) -> list[Node]:
    if state.verdict is None:
        return note(look, box, look.t("count.ask"), icon="info", tone="teal")
    agrees = state.verdict == state.ruling.valid
    icon, tone = ("check", "teal") if agrees else ("info", "ochre")
    return note(look, box, _reason(state, look), icon=icon, tone=tone)
