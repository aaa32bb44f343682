"""Where the vote is cast: the rule sets to choose from, who votes there, and what those people want, disclosed.

Owns the first page. Who else votes is drawn as cards of people and their first wishes; where these find no room beside
the words they take a page of their own, and where not even that, they are told in lines.
"""

from __future__ import annotations

from content.schema import RuleSet, Voters
from screens.exhibit.blocks.ballot.count import members
from screens.exhibit.blocks.ballot.state import BallotState
from screens.look import Look
from screens.parts import panel, segmented
from screens.parts.foot import GAP, Press
from screens.parts.paged import Para, read
from screens.parts.walked import Step
from screens.scene import Box, Icon, Label, Node, Picture

_TOP = 3  # a group's first wishes, those that are named
_CHOOSE_W = 1100.0
_PERSON, _SIGN = 34.0, 34.0
_PAD_X, _PAD_Y = 22.0, 12.0
_AIR = 16.0  # between cards
_BELOW = 8.0  # between words and the cards' heading


def rules_step(state: BallotState, look: Look) -> Step:
    """Choose between the rule sets; what each means, who votes and what these people want."""

    def draw(box: Box, page: int) -> tuple[list[Node], int]:
        high = 120.0 if look.large else 96.0
        options = [(f"ballot.rule.{one.id}", look.say(one.name)) for one in state.block.rule_sets]
        if look.landscape:
            choose = Box(box.x, box.y, min(box.w, _CHOOSE_W), high)
            beside = Box(choose.right + 40, box.y, box.right - choose.right - 40, high)
        else:
            choose, beside = Box(box.x, box.bottom - high, box.w, high), None
        rest = Box(box.x, box.y + (high + GAP if look.landscape else 0), box.w, box.h - high - GAP)
        nodes, pages = _told(state, look, rest, beside, page)
        if len(options) > 1:
            nodes += segmented(look, choose, options, f"ballot.rule.{state.rule}")
        return nodes, pages

    buttons = (
        Press("ballot.next", look.t("ballot.begin"), "primary", "next"),
        Press("ballot.skip", look.t("ballot.rules.skip")),
    )
    return Step(look.t("ballot.rules.title"), look.t("ballot.rules.sub"), draw, buttons)


def _told(state: BallotState, look: Look, box: Box, beside: Box | None, page: int) -> tuple[list[Node], int]:
    """One page of words and cards; else pages of words, then one of cards; else words alone."""
    across = len(state.rules.groups) if look.landscape else 2
    cards_h = _cards_height(state, look, box.w, across)
    voters, seen = _voters(state, look, beside) if beside else ([], False)
    words, used = _words(state, look, box, not seen)
    if used + cards_h <= box.h:
        place = Box(box.x, box.y + used, box.w, box.h - used)
        return [*voters, *words, *_cards(state, look, place, across), *_box(state, look, place, cards_h)], 1
    if cards_h > box.h:
        return _in_lines(state, look, box, voters, not seen, page)
    inner = box.inset(32, 16)
    sheet, used = _words(state, look, inner, not seen, "body_l")
    if used > inner.h:
        sheet, used = _words(state, look, inner, not seen)
    if used > inner.h:
        text, pages = read(look, inner, _plain(state, look, not seen), page)
        sheet, used = text, inner.h
    else:
        pages = 1
    if page % (pages + 1) == pages:
        return [*voters, *_cards(state, look, box, across)], pages + 1
    below = Box(inner.x, inner.y + used + 16, inner.w, inner.h - used - 24)
    picture = [Picture(Box(below.x, below.y, below.w, min(below.h, 460.0)), "step3_ballot")] if below.h >= 120 else []
    return [*voters, *panel(box, look), *sheet, *picture], pages + 1


def _in_lines(
    state: BallotState, look: Look, box: Box, voters: list[Node], who: bool, page: int
) -> tuple[list[Node], int]:  # fmt: skip
    inner = box.inset(32, 16)
    paras = [*_plain(state, look, who), *_groups(state, look)]
    text, pages = read(look, inner, paras, page, columns=2 if look.landscape else 1)
    return [*voters, *panel(box, look), *text], pages


# ---- words ----------------------------------------


def _voters(state: BallotState, look: Look, box: Box) -> tuple[list[Node], bool]:
    """Who votes, beside the choice, the visitor as a person among them."""
    text = _who(state.rules, look)
    room = box.w - _PERSON - 16
    if look.height(text, "meta", room) > box.h:
        return [], False
    room = max(look.width(line, "meta") for line in look.headline(text, "meta", room)) + 1
    high = look.height(text, "meta", room)
    said = look.text(box.x + _PERSON + 16, box.center[1] - high / 2, room, text, "meta", color="teal_deep")
    return [Icon(Box(box.x, box.center[1] - _PERSON / 2, _PERSON, _PERSON), "person", "vermilion"), said], True


def _words(
    state: BallotState, look: Look, box: Box, who: bool, style: str = "body"
) -> tuple[list[Node], float]:  # fmt: skip
    """What the rules are and what the result does; and the height they take."""
    rules = state.rules
    left = [Para(_who(rules, look), "meta", "teal_deep")] if who else []
    left.append(Para(look.say(rules.explanation), style, gap=8))
    right = [
        Para(look.t("ballot.rules.effect"), "h3", heads=True, role="heading"),
        Para(look.say(rules.effect), style, gap=4),
    ]
    if look.landscape:
        cells = box.columns(2, 48.0)
        parts = list(zip(cells, (left, right), strict=True))
    else:
        parts = [(box, [*left, Para(right[0].text, "h3", gap=16, heads=True, role="heading"), right[1]])]
    nodes: list[Node] = []
    bottom = box.y
    for cell, paras in parts:
        text, _ = read(look, Box(cell.x, cell.y, cell.w, 10_000.0), paras)
        nodes += text
        bottom = max(bottom, *(one.box.bottom for one in text if isinstance(one, Label)))
    return nodes, bottom - box.y + _BELOW


def _who(rules: RuleSet, look: Look) -> str:
    return look.t("ballot.rules.voters", who=look.say(rules.voters_name), n=members(rules))


def _plain(state: BallotState, look: Look, who: bool) -> list[Para]:
    """The words in a panel."""
    rules = state.rules
    return [
        *([Para(_who(rules, look), "meta", "teal_deep", 4)] if who else []),
        Para(look.say(rules.explanation)),
        Para(look.t("ballot.rules.effect"), "h3", gap=16, heads=True, role="heading"),
        Para(look.say(rules.effect), gap=4),
    ]


def _groups(state: BallotState, look: Look) -> list[Para]:
    """What cards would say, a line for each group."""
    paras = [Para(look.t("ballot.rules.groups"), "h3", gap=16, heads=True, role="heading")]
    for group in state.rules.groups:
        what = (", " if look.english else "、").join(_wish_names(state, look, group))
        paras.append(Para(look.t("ballot.rules.group", who=look.say(group.name), n=group.count, what=what), "meta"))
    return paras


# ---- the others ----------------------------------------


def _wish_names(state: BallotState, look: Look, group: Voters) -> list[str]:
    return [look.say(state.proposal(id).name) for id in group.prefers[:_TOP]]


def _cards_height(state: BallotState, look: Look, width: float, across: int) -> float:
    """What the heading and the rows of cards need."""
    room = _card_width(width, across)
    rows = -(-len(state.rules.groups) // across)
    high = max(_card_height(state, look, one, room) for one in state.rules.groups)
    return _heading_height(look) + rows * high + (rows - 1) * _AIR


def _heading_height(look: Look) -> float:
    return look.style("meta").line + 4


def _card_width(width: float, across: int) -> float:
    return (width - (across - 1) * _AIR) / across


def _card_height(state: BallotState, look: Look, group: Voters, width: float) -> float:
    room = width - 2 * _PAD_X
    named = look.height(look.say(group.name), _name_style(state, look, width), room)
    wishes = sum(look.height(one, "meta", room - _SIGN - 12) for one in _wish_names(state, look, group))
    return 2 * _PAD_Y + named + 4 + _PERSON + 6 + wishes


def _name_style(state: BallotState, look: Look, width: float) -> str:
    """One style for all names: the larger where each of them has a line."""
    names = [look.say(one.name) for one in state.rules.groups]
    return "label" if all(look.width(one, "label") <= width - 2 * _PAD_X for one in names) else "meta"


def _cards(state: BallotState, look: Look, box: Box, across: int) -> list[Node]:
    nodes: list[Node] = [
        look.text(box.x, box.y, box.w, look.t("ballot.rules.groups"), "meta", color="teal_deep", role="heading"),
    ]
    groups = state.rules.groups
    wide = _card_width(box.w, across)
    high = max(_card_height(state, look, one, wide) for one in groups)
    top = box.y + _heading_height(look)
    rows = -(-len(groups) // across)
    high = min(high * 1.25, max(high, (box.bottom - top - (rows - 1) * _AIR) / rows))
    for at, group in enumerate(groups):
        row, column = divmod(at, across)
        cell = Box(box.x + column * (wide + _AIR), top + row * (high + _AIR), wide, high)
        nodes += _card(state, look, cell, group)
    return nodes


def _card(state: BallotState, look: Look, cell: Box, group: Voters) -> list[Node]:
    """One person for each vote, and below them what they want first."""
    x, room = cell.x + _PAD_X, cell.w - 2 * _PAD_X
    name = look.say(group.name)
    spoken = look.t("ballot.rules.group.spoken", who=name, n=group.count)
    y = cell.y + (cell.h - _card_height(state, look, group, cell.w)) / 2 + _PAD_Y
    head = look.text(x, y, room, name, _name_style(state, look, cell.w), spoken=spoken)
    nodes: list[Node] = [*panel(cell, look), head]
    y = head.box.bottom + 4
    step = min(_PERSON + 8, room / group.count)
    nodes += [Icon(Box(x + i * step, y, _PERSON, _PERSON), "person", "teal") for i in range(group.count)]
    y += _PERSON + 6
    for id in group.prefers[:_TOP]:
        wish = state.proposal(id)
        said = look.text(x + _SIGN + 12, y, room - _SIGN - 12, look.say(wish.name), "meta", max_h=cell.bottom - y)
        line = look.style("meta").line
        nodes += [Icon(Box(x, y + (line - _SIGN) / 2, _SIGN, _SIGN), wish.icon, "ink2"), said]
        y = said.box.bottom
    return nodes


def _box(state: BallotState, look: Look, place: Box, cards_h: float) -> list[Node]:
    """What was made up, and the ballot box, below the cards of a tall page."""
    said = look.text(place.x, 0, place.w, look.say(state.block.disclaimer), "meta", color="ink2")
    top = place.y + cards_h * 1.25 + 24
    free = place.bottom - top
    if look.landscape or free < said.box.h:
        return []
    nodes: list[Node] = [look.text(place.x, top, place.w, said.full, "meta", color="ink2")]
    end = top + said.box.h + 24
    if place.bottom - end >= 150:
        nodes.append(Picture(Box(place.x, end, place.w, min(place.bottom - end, 460.0)), "step3_ballot"))
    return nodes
