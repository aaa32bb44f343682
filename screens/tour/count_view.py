"""The count of the teams' vote: a bar for each project against the line of the majority; what real deputies chose."""

from __future__ import annotations

from dataclasses import dataclass

from content.civics.ballots import Outcome
from screens.look import Look
from screens.parts import button, button_height
from screens.parts.money import said
from screens.parts.paged import Para, grid, read
from screens.scene import Box, Fill, Icon, Node, Stroke
from screens.screen import View
from screens.tour.pieces import GAP, heading, turns
from screens.tour.state import TourState
from screens.tour.vote import TeamVote


def count_view(state: TourState, vote: TeamVote, look: Look) -> View:
    """The rows, then (on the pages after them) what the numbers mean and what deputies really chose."""
    content = look.content
    outcome = vote.outcome
    title = look.t("tour.vote.result", n=len(outcome.chosen))
    nodes, top = heading(look, content, title, _sub(vote, outcome, look))
    high = button_height(look)
    foot = Box(content.x, content.bottom - high, content.w, high)
    on_w = 480.0 if look.landscape else content.w * 0.46
    on = Box(foot.right - on_w, foot.y, on_w, high)
    if vote.again:
        nodes += button(look, on, "tour.vote.again", look.t("tour.vote.again"))
    else:
        word = look.t("tour.finish" if state.last else "tour.next")
        nodes += button(look, on, "tour.next", word, icon="next")
    body = Box(content.x, top, content.w, foot.y - GAP - top)
    turn = Box(foot.x, foot.y, foot.w - on_w - GAP, high)
    return View((*nodes, *_pages(state, vote, look, body, turn)), sample=True)


def _sub(vote: TeamVote, outcome: Outcome, look: Look) -> str:
    if outcome.state in ("no_quorum", "void"):
        return look.t("tour.vote.no_quorum")
    if outcome.tied:
        names = {one.id: look.say(one.name) for one in vote.block.candidates}
        what = (", " if look.english else "、").join(names[one] for one in outcome.tied)
        return look.t("tour.vote.tie", what=what, n=outcome.open_places)
    money = said(outcome.spent, look.variant.language)
    return look.t("tour.vote.result.sub", n=vote.teams, need=outcome.votes_needed, x=money)


def _pages(state: TourState, vote: TeamVote, look: Look, body: Box, turn: Box) -> list[Node]:
    """Landscape: words beside the rows. Elsewhere: below them, or on the pages after them."""
    paras = _paras(vote, look)
    if look.landscape and not look.large:
        side = Box(body.right - 560, body.y, 560, body.h)
        drawn, count = _rows(vote, look, Box(body.x, body.y, body.w - side.w - 40, body.h), state.leaf)
        text, more = read(look, side, paras, state.leaf)
        pages = max(count, more)
        drawn = [*drawn, *text]
    else:
        drawn, count = _rows(vote, look, body, 0)
        low = max(one.box.bottom for one in drawn if isinstance(one, Fill)) + 40
        text, more = read(look, Box(body.x, low, body.w, body.bottom - low), paras)
        if count == more == 1 and body.bottom - low > 100:
            return [*drawn, *text]
        _, more = read(look, body, paras)
        pages = count + more
        page = state.leaf % pages
        drawn, _ = _rows(vote, look, body, page) if page < count else read(look, body, paras, page - count)
    return [*drawn, *turns(look, turn, state.leaf, pages)]


def _paras(vote: TeamVote, look: Look) -> list[Para]:
    return [
        Para(look.t("tour.vote.kept"), "body"),
        Para(look.say(vote.block.comparison), "meta", "ink2", 28),
        Para(look.say(vote.block.disclaimer), "meta", "ink2", 28),
    ]


@dataclass(frozen=True, slots=True)
class _Row:
    name: str
    votes: int
    fate: str
    chosen: bool


def _listed(vote: TeamVote, look: Look) -> list[_Row]:
    outcome = vote.outcome
    names = {one.id: look.say(one.name) for one in vote.block.candidates}
    return [_Row(names[id], n, _fate(outcome, id, n, look), id in outcome.chosen) for id, n in outcome.votes]


def _fate(outcome: Outcome, id: str, n: int, look: Look) -> str:
    votes = look.t("tour.vote.votes.one" if n == 1 else "tour.vote.votes", n=n)
    if outcome.state in ("no_quorum", "void"):
        return votes
    for key, ids in (
        ("chosen", outcome.chosen),
        ("tied", outcome.tied),
        ("over", outcome.over_budget),
        ("below", outcome.below_majority),
    ):
        if id in ids:
            return f"{votes} · {look.t(f'tour.vote.{key}')}"
    return f"{votes} · {look.t('tour.vote.full')}"


def _rows(vote: TeamVote, look: Look, box: Box, page: int) -> tuple[list[Node], int]:
    """A row each: name, bar, votes. Where it is narrow, the bar lies below them."""
    rows = _listed(vote, look)
    line = look.style("meta").line
    fate_w = max(look.width(one.fate, "meta") for one in rows) + 48
    beside = look.landscape and not look.large
    name_w = min(box.w * 0.4, 460.0) if beside else box.w - fate_w - 16
    tall = max(look.height(one.name, "label", name_w) for one in rows) + (8 if beside else 48)
    laid = grid(box, len(rows), lambda _: tall, page, columns=1, gap=6, tallest=tall + 20)
    nodes: list[Node] = []
    for cell, row in zip(laid.cells, rows[laid.first :], strict=False):
        text_h = look.height(row.name, "label", name_w)
        top = cell.center[1] - text_h / 2 if beside else cell.y
        right = cell.right - fate_w
        middle = cell.center[1] if beside else top + look.style("label").line / 2
        nodes.append(look.text(cell.x, top, name_w, row.name, "label", max_h=cell.bottom - top))
        icon = Box(right, middle - 16, 32, 32)
        nodes.append(Icon(icon, "check" if row.chosen else "minus", "teal" if row.chosen else "ink2"))
        ink = "ink" if row.chosen else "ink2"
        nodes.append(look.text(right + 40, middle - line / 2, fate_w - 40, row.fate, "meta", color=ink))
        left = cell.x + name_w + 24
        bar = Box(left, middle - 14, right - 24 - left, 28) if beside else Box(cell.x, top + text_h + 8, cell.w, 24)
        nodes += _bar(vote, bar, row)
    return nodes, laid.pages


def _bar(vote: TeamVote, box: Box, row: _Row) -> list[Node]:
    """As long as its share of the teams; the thick line is the majority."""
    need = box.x + box.w * min(1.0, vote.outcome.votes_needed / vote.teams)
    nodes: list[Node] = [Fill(box, "sunk")]
    if row.votes:
        nodes.append(
            Fill(Box(box.x, box.y, box.w * row.votes / vote.teams, box.h), "teal" if row.chosen else "control")
        )
    line = ((need, box.y - 6), (need, box.bottom + 6))
    return [*nodes, Stroke(line, "paper", 10), Stroke(line, "ink", 4)]
