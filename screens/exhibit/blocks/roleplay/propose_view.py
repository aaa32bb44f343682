"""The proposal: an offer for each issue on one hand, on the other how far each side goes along, moving with it."""

from __future__ import annotations

from content.schema import Issue
from screens.exhibit.blocks.roleplay.pieces import Option, option_height, options
from screens.exhibit.blocks.roleplay.state import TalkState
from screens.exhibit.blocks.roleplay.tracks import legend_height, row_height, tracks
from screens.look import Look
from screens.parts import panel
from screens.parts.foot import GAP, Press
from screens.parts.walked import Step
from screens.scene import Box, Node

_SIDE = 0.42


def propose_step(state: TalkState, look: Look) -> Step:
    """The heart of the talk. It begins with all the visitor's side wants."""
    buttons: tuple[Press, ...] = (
        Press("talk.put", look.t("talk.propose.put"), "primary"),
        Press("talk.why", look.t("talk.propose.why")),
    )
    if state.unheard and not look.large:  # large text has no room for a third; the next page offers it too
        buttons += (Press("talk.hear", look.t("talk.hear", n=len(state.unheard))),)
    wishes = state.choice == state.best(state.me)
    subtitle = look.t("talk.propose.wishes" if wishes else "talk.propose.sub")
    return Step(
        look.t("talk.propose.title"), subtitle, lambda box, page: _propose(state, look, box, page), buttons,
        "propose", hint=look.t("talk.propose.hint"),
    )  # fmt: skip


def _propose(state: TalkState, look: Look, box: Box, page: int) -> tuple[list[Node], int]:
    rows = len(state.scene.parties)
    least = rows * row_height(look) + legend_height(look) + 36
    if look.landscape:
        wide = (box.w - 24) * _SIDE
        side = Box(box.right - wide, box.y, wide, box.h)
        choose = Box(box.x, box.y, box.w - wide - 24, box.h)
    else:
        least = least if look.large else max(least, box.h * 0.36)
        top = max(box.y + least + GAP, look.reach_top)
        side = Box(box.x, box.y, box.w, top - GAP - box.y)
        choose = Box(box.x, top, box.w, box.bottom - top)
    nodes: list[Node] = [*panel(side, look), *tracks(state, look, side.inset(28, 8 if look.large else 16))]
    drawn, pages = _issues(state, look, choose, page)
    return [*nodes, *drawn], pages


def _issues(state: TalkState, look: Look, box: Box, page: int) -> tuple[list[Node], int]:
    """As many issues on a page as fit, each with its offers side by side (or one below the other)."""
    issues = state.scene.issues
    across = _across(look, box.w, issues)
    highs = [_issue_height(look, box.w, issue, across) for issue in issues]
    least = max(highs)
    room = max(1, min(len(issues), int((box.h + GAP + 0.5) // (least + GAP))))
    pages = -(-len(issues) // room)
    first = page % pages * room
    shown = list(range(first, min(first + room, len(issues))))
    spare = min(56.0 if look.landscape else 110.0, (box.h - least * len(shown) - GAP * (len(shown) - 1)) / len(shown))
    nodes: list[Node] = []
    y = box.y
    for i in shown:
        cell = Box(box.x, y, box.w, least + max(0.0, spare))
        nodes += _issue(state, look, cell, i, across)
        y = cell.bottom + GAP
    return nodes, pages


def _across(look: Look, width: float, issues: tuple[Issue, ...]) -> bool:
    """Whether the offers of every issue fit side by side, in at most three lines each."""
    tallest = 0.0
    for issue in issues:
        n = len(issue.offers)
        room = (width - 16 * (n - 1)) / n
        tallest = max(tallest, option_height(look, room, [look.say(one.name) for one in issue.offers]))
    return tallest <= 3 * look.style("label").line + 28.5


def _issue_height(look: Look, width: float, issue: Issue, across: bool) -> float:
    n = len(issue.offers)
    names = [look.say(one.name) for one in issue.offers]
    head = look.style("h3").line + 8
    if across:
        return head + option_height(look, (width - 16 * (n - 1)) / n, names)
    return head + n * option_height(look, width, names) + 12 * (n - 1)


def _issue(state: TalkState, look: Look, box: Box, i: int, across: bool) -> list[Node]:
    issue = state.scene.issues[i]
    line = look.style("h3").line
    got, most = state.gets(state.me, i)
    nodes: list[Node] = [look.text(box.x, box.y, box.w, look.say(issue.name), "h3", role="heading", max_h=line)]
    mine = look.t("talk.propose.mine", n=got, m=most)
    left = look.width(look.say(issue.name), "h3") + 24
    if left + look.width(mine, "meta") <= box.w:
        lift = line - look.style("meta").line - 2
        nodes.append(look.text(box.x + left, box.y + lift, box.w - left, mine, "meta", color="ink2"))
    picks = [
        Option(f"talk.offer.{issue.id}.{one.id}", look.say(one.name), j == state.choice[i])
        for j, one in enumerate(issue.offers)
    ]
    below = Box(box.x, box.y + line + 8, box.w, box.h - line - 8)
    cells = below.columns(len(picks), 16) if across else below.rows(len(picks), 12)
    return nodes + options(look, cells, picks)
