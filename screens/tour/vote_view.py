"""The teams' vote: whose turn it is, the paper in hand, and the count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from content.schema import Proposal
from screens.look import Look
from screens.parts import button, button_height
from screens.parts.money import said
from screens.parts.paged import grid, pager_height
from screens.scene import Box, Disc, Fill, Icon, Node, Target
from screens.screen import View
from screens.tour.count_view import count_view
from screens.tour.pieces import GAP, emblem, ground, heading, team_name, turns
from screens.tour.state import TourState
from screens.tour.teams import TEAMS
from screens.tour.vote import TeamVote

_LOW_STAGE = 300.0


def vote_view(state: TourState, look: Look) -> View:
    """The page of the vote's phase."""
    vote = state.vote
    assert vote is not None
    if vote.phase == "count":
        return count_view(state, vote, look)
    if vote.phase == "turn":
        return View(tuple(_turn(vote, look)), sample=True)
    return View(tuple(_paper(state, vote, look)), sample=True)


def _turn(vote: TeamVote, look: Look) -> list[Node]:
    """The team that is awaited, large; all teams below it, and who has voted."""
    content = look.content
    team = TEAMS[vote.team]
    title = look.t("tour.vote.turn", i=team.number)
    nodes, top = heading(look, content, title, look.t("tour.vote.turn.sub"))
    high = button_height(look)
    foot = Box(content.x, content.bottom - high, content.w, high)
    come = Box(foot.right - 620, foot.y, 620, high) if look.landscape else foot
    nodes += button(look, come, "tour.vote.come", look.t("tour.vote.come"), icon="next")
    body = Box(content.x, top, content.w, foot.y - GAP - top)
    columns = 4 if look.landscape else 2
    down = -(-vote.teams // columns)
    row_h = 150.0 if look.large else 112.0
    strip_h = down * row_h + (down - 1) * 12
    stage = Box(body.x, body.y, body.w, body.h - strip_h - GAP)
    nodes += _stage(look, stage, vote)
    rows = Box(body.x, stage.bottom + GAP, body.w, strip_h).rows(down, 12)
    cells = [cell for row in rows for cell in row.columns(columns, 12)]
    for i, cell in enumerate(cells[: vote.teams]):
        nodes += _waiting(look, cell, i, vote.team)
    return nodes


def _stage(look: Look, box: Box, vote: TeamVote) -> list[Node]:
    team = TEAMS[vote.team]
    x, y = box.center
    if box.h < _LOW_STAGE:
        name = team_name(look, team)
        size = box.h - 24
        style = look.fit(name, ("h1", "h2", "h3"), box.w, box.h)
        wide = look.width(name, style)
        left = x - (size + 32 + wide) / 2
        line = look.style(style).line
        return [
            ground(look, box, team),
            Icon(Box(left, box.y + 12, size, size), team.icon, "ink"),
            look.text(left + size + 32, y - line / 2, wide + 4, name, style, max_h=box.h),
        ]
    r = min(150.0, box.h / 2 - 50)
    line = look.style("h1").line
    y -= line / 2
    return [
        ground(look, box, team),
        Disc(x, y, r, "raised", "ink", 6),
        Icon(Box(x - r * 0.62, y - r * 0.62, r * 1.24, r * 1.24), team.icon, "ink"),
        look.text(box.x, y + r + 4, box.w, team_name(look, team), "h1", align="center"),
    ]


def _waiting(look: Look, box: Box, i: int, now: int) -> list[Node]:
    key = "done" if i < now else "now" if i == now else "waiting"
    team = TEAMS[i]
    nodes: list[Node] = [ground(look, box, team)]
    if i == now:
        nodes.append(Fill(box, None, 12, "ink", 4))
    room = box.inset(20, 0)
    line = look.style("meta").line
    half = look.style("h3").line
    top = box.y + (box.h - line - half) / 2
    nodes += emblem(look, Box(room.x, top, room.w, half), team)
    said_ = look.text(room.x, top + half, room.w, look.t(f"tour.vote.{key}"), "meta", max_h=line)
    if i < now:
        nodes.append(Icon(Box(room.right - 40, box.center[1] - 20, 40, 40), "check", "ink"))
    return [*nodes, said_]


def _paper(state: TourState, vote: TeamVote, look: Look) -> list[Node]:
    """The projects to mark, what is marked, and the button that casts."""
    content = look.content
    team = TEAMS[vote.team]
    money = said(vote.budget, look.variant.language)
    key = "tour.vote.again.sub" if vote.before else "tour.vote.mark.sub"
    title = look.t("tour.vote.mark", name=team_name(look, team))
    nodes, top = heading(look, content, title, look.t(key, n=vote.places, x=money))
    high = button_height(look)
    foot = Box(content.x, content.bottom - high, content.w, high)
    cast_w = 520.0 if look.landscape else content.w * 0.5
    nodes += button(look, Box(foot.right - cast_w, foot.y, cast_w, high), "tour.vote.cast", look.t("tour.vote.cast"))
    told = look.t("tour.vote.marked", k=len(vote.marks), n=vote.places, x=said(vote.spent, look.variant.language))
    room = foot.w - cast_w - GAP
    style = look.fit(told, ("h3", "label"), room, high)
    text_h = look.height(told, style, room)
    nodes.append(look.text(foot.x, foot.center[1] - text_h / 2, room, told, style, role="status", max_h=high))
    area_top = max(top, look.reach_top)
    if area_top - GAP - top >= _LOW_STAGE:
        nodes += _stage(look, Box(content.x, top, content.w, area_top - GAP - top), vote)
    return nodes + _cards(state, vote, look, Box(content.x, area_top, content.w, foot.y - GAP - area_top))


def _cards(state: TourState, vote: TeamVote, look: Look, box: Box) -> list[Node]:
    options = vote.options
    columns = 4 if look.landscape else 2
    roomy = grid(box, len(options), lambda width: max(_need(look, width, one, _ROOMY) for one in options),
                 columns=columns, gap=16, tallest=340).pages == 1  # fmt: skip
    size = _ROOMY if roomy and not look.large else _CLOSE

    def need(width: float) -> float:
        return max(_need(look, width, one, size) for one in options)

    laid = grid(box, len(options), need, state.leaf, columns=columns, gap=16, tallest=340)
    nodes: list[Node] = []
    if laid.pages > 1:
        high = pager_height(look)
        box = Box(box.x, box.y, box.w, box.h - high - 16)
        laid = grid(box, len(options), need, state.leaf, columns=columns, gap=16, tallest=340)
        nodes += turns(look, Box(box.x, box.bottom + 16, box.w, high), state.leaf, laid.pages)
    for cell, one in zip(laid.cells, options[laid.first :], strict=False):
        nodes += _card(vote, look, cell, one, size)
    return nodes


@dataclass(frozen=True, slots=True)
class _Size:
    """How large a card's sign and words are."""

    icon: float
    name: str
    cost: str


_ROOMY, _CLOSE = _Size(76.0, "h3", "body"), _Size(56.0, "label", "meta")


def _need(look: Look, width: float, one: Proposal, size: _Size) -> float:
    room = width - 40
    cost = look.height(said(one.cost, look.variant.language), size.cost, room)
    return max(96.0, 20 + size.icon + 8 + look.height(look.say(one.name), size.name, room) + cost + 20)


def _card(vote: TeamVote, look: Look, box: Box, one: Proposal, size: _Size) -> list[Node]:
    on = one.id in vote.marks
    out = not on and not vote.takes(one.id)
    id = f"tour.vote.mark.{one.id}"
    room = box.w - 40
    ink = "disabled_text" if out else "ink"
    cost = said(one.cost, look.variant.language)
    spare = box.h - _need(look, box.w, one, size)
    y = box.y + 20 + max(0.0, min(24.0, spare / 2))
    fill = "disabled_fill" if out else "raised"
    nodes: list[Node] = [Fill(box, fill, 12, "ink" if on else "control", 4 if on else 2, dashed=out)]
    nodes.append(Icon(Box(box.x + 20, y, size.icon, size.icon), one.icon, ink if out else "teal"))
    spot = (box.right - 48, y + size.icon / 2)
    nodes += _ticked(spot) if on else [Disc(*spot, 24, "raised", "control" if out else "ink", 3)]
    y += size.icon + 8
    name = look.text(box.x + 20, y, room, look.say(one.name), size.name, color=ink, max_h=box.bottom - y, of=id)
    nodes.append(name)
    y += name.box.h
    nodes.append(
        look.text(name.box.x, y, room, cost, size.cost, color=ink if out else "ink2", max_h=box.bottom - 8 - y, of=id)
    )
    spoken = "，".join((look.say(one.name), cost))
    return [*nodes, Target(box, id, "option", look.say(one.name), spoken, on, out)]


def _ticked(spot: tuple[float, float]) -> Sequence[Node]:
    x, y = spot
    return [Disc(x, y, 24, "ink"), Icon(Box(x - 18, y - 18, 36, 36), "check", "on_ink")]
