"""The end: what was agreed, who is content and who is not and why, what the visitor's side gave up, who checks."""

from __future__ import annotations

from content.civics.deliberation import mood
from content.schema import Party
from screens.exhibit.blocks.roleplay.agree_view import clauses
from screens.exhibit.blocks.roleplay.pieces import listed, split, told
from screens.exhibit.blocks.roleplay.state import TalkState
from screens.exhibit.blocks.roleplay.tracks import legend_height, row_height, tracks
from screens.look import Look
from screens.parts import panel
from screens.parts.foot import GAP, Press
from screens.parts.paged import Para
from screens.parts.walked import Step
from screens.scene import Box, Node


def end_step(state: TalkState, look: Look) -> Step:
    """Nobody wins; the number of other ways out is counted, not claimed."""
    buttons = (
        Press("talk.again.plan", look.t("talk.end.plan"), "primary"),
        Press("talk.again.role", look.t("talk.end.role")),
        Press("talk.again.scene", look.t("talk.end.scene")),
    )
    subtitle = "" if look.large else _count(state, look)
    return Step(look.t("talk.end.title"), subtitle, lambda box, page: _end(state, look, box, page), buttons)


def _end(state: TalkState, look: Look, box: Box, page: int) -> tuple[list[Node], int]:
    if look.large:  # no room for the tracks; the words say how content each side is
        return told(look, box, [*_ways_out(state, look), *_paras(state, look)], page)
    rows = len(state.scene.parties)
    high = rows * row_height(look) + legend_height(look) + 36
    left, right = split(look, box, 0.36, box.y + high + GAP)
    nodes: list[Node] = [*panel(left, look), *tracks(state, look, left.inset(28, 16), moving=False)]
    columns = 2 if look.landscape else 1
    text, pages = told(look, right, _paras(state, look), page, columns)
    return [*nodes, *text], pages


def _count(state: TalkState, look: Look) -> str:
    found, every = state.ways_out
    return look.t("talk.end.sub", n=found, m=every)


def _ways_out(state: TalkState, look: Look) -> list[Para]:
    return [Para(_count(state, look), "body", "teal_deep")]


def _paras(state: TalkState, look: Look) -> list[Para]:
    return [*_agreed(state, look), *_gave(state, look), *_who(state, look), *_note(state, look)]


def _head(look: Look, key: str, gap: float = 20) -> Para:
    return Para(look.t(key), "h3", gap=gap, heads=True, role="heading")


def _agreed(state: TalkState, look: Look) -> list[Para]:
    return [_head(look, "talk.end.agreed", 0), *(Para(one.text, "meta", gap=4) for one in clauses(state, look))]


def _gave(state: TalkState, look: Look) -> list[Para]:
    """Issue by issue, what the visitor's side had asked for and what it got instead."""
    paras = [_head(look, "talk.end.gave")]
    best = state.best(state.me)
    for i, (issue, offer) in enumerate(state.offers):
        got, most = state.gets(state.me, i)
        if got == most:
            continue
        wanted = issue.offers[best[i]]
        line = look.t(
            "talk.end.gave.line", issue=look.say(issue.name), wanted=look.say(wanted.name), got=look.say(offer.name),
            n=most - got,
        )  # fmt: skip
        paras.append(Para(line, "meta", gap=4))
    return paras if len(paras) > 1 else [*paras, Para(look.t("talk.end.gave.nothing"), "meta", gap=4)]


def _who(state: TalkState, look: Look) -> list[Para]:
    return [_head(look, "talk.end.who"), *(Para(_why(state, look, one), "meta", gap=4) for one in state.scene.parties)]


def _why(state: TalkState, look: Look, party: Party) -> str:
    """Whether a side is content, and over which issue it lost or won most."""
    feels = mood(state.points(party))
    gets = [(*state.gets(party, i), look.say(issue.name)) for i, issue in enumerate(state.scene.issues)]
    lost = [name for got, most, name in sorted(gets, key=lambda one: one[0] - one[1]) if got < most]
    won = [name for got, most, name in gets if got == most]
    who, n = look.say(party.name), state.points(party)
    if not lost:
        return look.t("talk.end.why.all", who=who, n=n)
    reason = won if feels == "content" and won else lost[:1]
    return look.t(f"talk.end.why.{feels}" if won or feels != "content" else "talk.end.why.near", who=who, n=n,
                  what=listed(look, reason))  # fmt: skip


def _note(state: TalkState, look: Look) -> list[Para]:
    return [
        _head(look, "talk.end.check"),
        Para(look.say(state.checking.clause) if state.checking else "", "meta", gap=4),
        Para(look.say(state.block.disclaimer), "meta", "ink2", 20),
    ]
