"""Putting the proposal to the meeting, writing it down, and what happens if nobody does."""

from __future__ import annotations

from dataclasses import dataclass

from content.schema import Party
from screens.exhibit.blocks.roleplay.pieces import Option, listed, option_height, options, split, told
from screens.exhibit.blocks.roleplay.seats import filled, pitch_for, seats
from screens.exhibit.blocks.roleplay.state import TalkState
from screens.look import Look
from screens.parts import panel
from screens.parts.foot import GAP, Press
from screens.parts.paged import Para, read
from screens.parts.walked import Step
from screens.scene import Box, Disc, Fill, Icon, Label, Node, Picture, Stroke


def vote_step(state: TalkState, look: Look) -> Step:
    """Who agrees, how many they are, and the conditions one by one."""
    agreed = state.result.agreed
    title = look.t("talk.vote.yes" if agreed else "talk.vote.no")
    subtitle = look.t("talk.vote.round", n=state.rounds)
    change = Press("talk.change", look.t("talk.vote.change"), "secondary" if agreed else "primary")
    write = Press("talk.write", look.t("talk.vote.write"), "primary", "next")
    buttons = (write, change) if agreed else (change,)
    return Step(title, subtitle, lambda box, page: _vote(state, look, box, page), buttons, "vote")


def _vote(state: TalkState, look: Look, box: Box, page: int) -> tuple[list[Node], int]:
    parties = [state.me, *state.others]
    least = len(parties) * _hand_height(look) + 40
    left, right = split(look, box, 0.5, box.y + (least if look.large else max(least, box.h * 0.5)) + GAP)
    nodes: list[Node] = list(panel(left, look))
    inner = left.inset(32, 20)
    high = min(inner.h / len(parties), 190.0)
    for i, party in enumerate(parties):
        nodes += _hand(state, look, Box(inner.x, inner.y + i * high, inner.w, high), party, i > 0)
    text, pages = _checklist(state, look, right, page)
    return [*nodes, *text], pages


def _hand_height(look: Look) -> float:
    return look.style("label").line + look.style("meta").line + 52


def _hand(state: TalkState, look: Look, box: Box, party: Party, ruled: bool) -> list[Node]:
    """One side: its name, its answer with the points, and a seat for each of it, those who came with their answer."""
    agrees = state.agrees(party)
    here = state.coming(party)
    line, small = look.style("label").line, look.style("meta").line
    pitch = pitch_for(box.w - 76, party.count, min(52.0, box.h - line - small - 16))
    top = box.y + (box.h - line - small - pitch) / 2
    name = look.say(party.name) + (look.t("talk.me") if party.id == state.role else "")
    answer = look.t("talk.vote.agrees" if agrees else "talk.vote.refuses", n=state.points(party), here=here)
    room = box.w - 76
    style = look.fit(name, ("label", "meta"), room, line)
    nodes: list[Node] = [Fill(Box(box.x, box.y, box.w, 2), "line")] if ruled else []
    row = filled("yes" if agrees else "no", here, party.count)
    color = "teal_deep" if agrees else "ochre_deep"
    return [
        *nodes,
        Icon(Box(box.x, top + (line + small) / 2 - 24, 48, 48), "check" if agrees else "close", color),
        look.text(box.x + 76, top, room, name, style, max_h=line),
        look.text(box.x + 76, top + line, room, answer, "meta", color="ink2", max_h=small),
        *seats(box.x + 70, top + line + small, pitch, row),
    ]


@dataclass(frozen=True, slots=True)
class _Condition:
    """One thing that must be so, and whether it is."""

    met: bool
    text: str


def _conditions(state: TalkState, look: Look) -> list[_Condition]:
    outcome = state.result
    scene = state.scene
    found = [
        _Condition(outcome.quorate, look.t("talk.vote.quorum", n=outcome.present, m=outcome.quorum)),
        _Condition(outcome.enough, look.t(f"talk.vote.{scene.majority}", n=outcome.agreeing, m=outcome.needed)),
    ]
    if scene.floor:
        below = [look.say(scene.parties[i].name) for i in outcome.below]
        who = look.t("talk.vote.below", who=listed(look, below)) if below else look.t("talk.vote.none_below")
        found.append(_Condition(not below, look.t("talk.vote.floor", n=scene.floor, who=who)))
    return [*found, _Condition(False, look.t("talk.vote.paper"))]


def _checklist(state: TalkState, look: Look, box: Box, page: int) -> tuple[list[Node], int]:
    """The conditions with a tick or an empty ring, then what to think about; the words after them turn pages."""
    if look.large:
        return told(look, box, [*_written_out(state, look), *_thoughts(state, look)], page)
    inner = box.inset(32, 24)
    nodes: list[Node] = list(panel(box, look))
    y = inner.y
    for one in _conditions(state, look):
        spoken = look.t("talk.vote.met" if one.met else "talk.vote.unmet")
        label = look.text(inner.x + 68, y, inner.w - 68, one.text, "body", spoken=f"{spoken}，{one.text}")
        middle = y + look.style("body").line / 2
        if one.met:
            nodes.append(Icon(Box(inner.x, middle - 22, 44, 44), "check", "teal_deep"))
        else:
            nodes.append(Disc(inner.x + 22, middle, 15, None, "control", 4))
        nodes.append(label)
        y = label.box.bottom + 12
    rest = Box(inner.x, y + 8, inner.w, inner.bottom - y - 8)
    text, pages = read(look, rest, _thoughts(state, look), page)
    return [*nodes, *text], pages


def _written_out(state: TalkState, look: Look) -> list[Para]:
    """The conditions as words, which can turn pages."""
    joint = ": " if look.english else "："
    return [
        Para(f"{look.t('talk.vote.met' if one.met else 'talk.vote.unmet')}{joint}{one.text}", gap=10)
        for one in _conditions(state, look)
    ]


def _thoughts(state: TalkState, look: Look) -> list[Para]:
    rule = Para(look.say(state.scene.rule), "meta", "ink2", 16)
    if state.result.agreed:
        return [Para(look.t("talk.vote.next"), "body"), rule]
    unhappy = [look.say(one.name) for one in state.scene.parties if not state.agrees(one)]
    return [Para(look.t("talk.vote.who", who=listed(look, unhappy)), "body"), rule]


# ---- in writing ----------------------------------------


def sign_step(state: TalkState, look: Look) -> Step:
    """The agreement on paper; who looks after it has to be chosen before it is signed."""
    buttons = (
        Press("talk.sign", look.t("talk.sign.sign"), "primary", disabled=not state.checking),
        Press("talk.oral", look.t("talk.sign.oral")),
    )
    key = "talk.sign.sub" if state.checking else "talk.sign.pick"
    return Step(
        look.t("talk.sign.title"), look.t(key), lambda box, page: _sign(state, look, box, page), buttons, "sign",
    )  # fmt: skip


def clauses(state: TalkState, look: Look) -> list[Para]:
    """The agreement, clause by clause."""
    lines = [look.say(offer.clause) for _, offer in state.offers]
    if state.checking:
        lines.append(look.say(state.checking.clause))
    return [Para(f"{i}. {line}", gap=10) for i, line in enumerate(lines, start=1)]


def _sign(state: TalkState, look: Look, box: Box, page: int) -> tuple[list[Node], int]:
    picks = [Option(f"talk.check.{one.id}", look.say(one.name), one.id == state.check) for one in state.scene.checks]
    wide = (box.w - 24) * 0.42 if look.landscape else box.w
    high = option_height(look, wide, [one.text for one in picks])
    head = look.style("h3").line + 12
    rows = head + high * len(picks) + 16 * (len(picks) - 1)
    left, right = split(look, box, 0.58, box.bottom - rows)
    title = Para(look.t("talk.sign.paper", what=look.say(state.scene.name)), "h2", heads=True, role="heading")
    paper = [title, *clauses(state, look)]
    hands = _hands(state, look, left.inset(48, 24))
    text, pages = read(look, Box(left.x + 48, left.y + 32, left.w - 96, left.h - 56 - hands[1]), paper, page)
    nodes: list[Node] = [*panel(left, look), Fill(left, None, 12, "line", 2), *text, *hands[0]]
    nodes.append(look.text(right.x, right.y, right.w, look.t("talk.sign.check"), "h3", role="heading"))
    choose = Box(right.x, right.y + head, right.w, right.h - head)
    return [*nodes, *options(look, choose.rows(len(picks), 16), picks)], pages


def _hands(state: TalkState, look: Look, box: Box) -> tuple[list[Node], float]:
    """A line to sign on for each side, at the foot of the paper; large text keeps the room for the clauses."""
    if look.large:
        return [], 0.0
    parties = state.scene.parties
    across = len(parties) if look.landscape else 2
    names = [look.say(one.name) + ("" if state.agrees(one) else look.t("talk.sign.not")) for one in parties]
    each = (box.w - 24 * (across - 1)) / across
    if any(look.width(name, "micro") > each for name in names):
        return [], 0.0
    down = -(-len(parties) // across)
    high = down * (look.style("micro").line + 60)
    cells = [
        cell for row in Box(box.x, box.bottom - high, box.w, high).rows(down, 0) for cell in row.columns(across, 24)
    ]
    nodes: list[Node] = []
    for cell, name in zip(cells, names, strict=False):
        y = cell.bottom - look.style("micro").line - 6
        nodes.append(Stroke(((cell.x, y), (cell.right, y)), "control", 2))
        nodes.append(look.text(cell.x, y + 6, cell.w, name, "micro", color="ink2"))
    return nodes, high


def oral_step(state: TalkState, look: Look) -> Step:
    """What becomes of an agreement that nobody wrote down."""
    buttons = (Press("talk.write", look.t("talk.oral.write"), "primary"),)
    return Step(look.t("talk.oral.title"), "", lambda box, page: _oral(state, look, box, page), buttons, "sign")


def _oral(state: TalkState, look: Look, box: Box, page: int) -> tuple[list[Node], int]:
    paras = [
        Para(look.say(state.scene.unwritten), "body_l" if look.large else "h2"),
        Para(look.t("talk.oral.so"), gap=28),
        Para(look.say(state.block.disclaimer), "meta", "ink2", 24),
    ]
    if look.large:
        nodes, pages = told(look, box, paras, page)
        low = max(one.box.bottom for one in nodes if isinstance(one, Label)) + 40
        if pages == 1 and box.bottom - 40 - low >= 260:
            nodes.append(Picture(Box(box.x + 36, low, box.w - 72, box.bottom - 40 - low), state.scene.picture))
        return nodes, pages
    left, right = split(look, box, 0.34, box.y + box.h * 0.5)
    text, pages = told(look, right, paras, page)
    return [Picture(left.inset(0, 24), state.scene.picture), *text], pages
