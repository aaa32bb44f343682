"""The steps that explain and choose a way: the rules, and what was collected."""

from __future__ import annotations

from content.schema import Proposal, RuleSet
from screens.exhibit.blocks.ballot.choices import told
from screens.exhibit.blocks.ballot.count import members
from screens.exhibit.blocks.ballot.pieces import Card, card_height, card_target, draw_card
from screens.exhibit.blocks.ballot.state import BallotState
from screens.look import Look
from screens.parts import panel, segmented
from screens.parts.foot import GAP, Press
from screens.parts.money import said
from screens.parts.paged import Para, grid, read
from screens.parts.walked import Step
from screens.scene import Box, Label, Node, Picture

_TOP = 3  # a group's first wishes, those that are named


def rules_step(state: BallotState, look: Look) -> Step:
    """Choose between the rule sets; what each means, who votes and what these people want."""

    def draw(box: Box, page: int) -> tuple[list[Node], int]:
        high = 120.0 if look.large else 96.0
        options = [(f"ballot.rule.{one.id}", look.say(one.name)) for one in state.block.rule_sets]
        at_top = look.landscape
        choose = Box(box.x, box.y if at_top else box.bottom - high, box.w if not at_top else min(box.w, 1100), high)
        rest = Box(box.x, box.y + (high + GAP if at_top else 0), box.w, box.h - high - GAP)
        inner = rest.inset(32, 16)
        columns = 2 if look.landscape else 1
        ways = _rule_paras(state.rules, state, look)
        fitting = [one for one in ways if read(look, inner, one, columns=columns)[1] == 1]
        text, pages = read(look, inner, (fitting or ways)[0], page, columns=columns)
        nodes = [*panel(rest, look), *text, *(_picture(inner.columns(columns, 48)[0], text) if pages == 1 else [])]
        if len(options) > 1:
            nodes += segmented(look, choose, options, f"ballot.rule.{state.rule}")
        return nodes, pages

    buttons = (
        Press("ballot.next", look.t("ballot.begin"), "primary", "next"),
        Press("ballot.skip", look.t("ballot.rules.skip")),
    )
    return Step(look.t("ballot.rules.title"), look.t("ballot.rules.sub"), draw, buttons)


def _picture(inner: Box, text: list[Node]) -> list[Node]:
    """The ballot box below the words, where they leave it room."""
    end = max((one.box.bottom for one in text if isinstance(one, Label) and one.box.x < inner.right), default=inner.y)
    end += 32
    free = inner.bottom - 8 - end
    return [Picture(Box(inner.x, end, inner.w, min(free, 460.0)), "step3_ballot")] if free >= 150 else []


def _rule_paras(rules: RuleSet, state: BallotState, look: Look) -> list[list[Para]]:
    """The words, then the same with less: beside the tabs the way's name, below the tag and the dock's line the
    disclaimer say nothing new."""
    voters = look.t("ballot.rules.voters", who=look.say(rules.voters_name), n=members(rules))
    name = Para(look.say(rules.name), "h2", heads=True, role="heading")
    paras = [
        Para(voters, "meta", "teal_deep", 4),
        Para(look.say(rules.explanation)),
        Para(look.t("ballot.rules.effect"), "h3", gap=16, heads=True, role="heading"),
        Para(look.say(rules.effect), gap=4),
        Para(look.t("ballot.rules.groups"), "h3", gap=16, heads=True, role="heading"),
    ]
    for group in rules.groups:
        wishes = [look.say(state.proposal(id).name) for id in group.prefers[:_TOP]]
        line = look.t("ballot.rules.group", who=look.say(group.name), n=group.count, what=_list(look, wishes))
        paras.append(Para(line, "meta", gap=6))
    disclaimer = Para(look.say(state.block.disclaimer), "meta", "ink2", 16)
    early = [*paras[:4], disclaimer, *paras[4:]]
    return [[name, *paras, disclaimer], [*paras, disclaimer], early, paras]


def _list(look: Look, names: list[str]) -> str:
    return (", " if look.english else "、").join(names)


def collect_step(state: BallotState, look: Look) -> Step:
    """Every proposal as a card; the one touched says who asks for it, beside the cards or over them."""
    title = look.t("ballot.collect.title", n=len(state.block.proposals))
    asked = state.proposal(state.open) if state.open else None
    if asked and _side(look, Box(0, 0, _PANEL_W, _PANEL_H), _about(state, look, asked))[1] > 1:
        return _opened(state, look, asked, title)
    next_ = Press("ballot.next", look.t("ballot.collect.next"), "primary", "next")
    subtitle = look.t("ballot.collect.sub")
    return Step(title, subtitle, lambda box, page: _collect(state, look, box, page, asked), (next_,), "collect")


_PANEL_W, _PANEL_H = 480.0, 500.0


def _opened(state: BallotState, look: Look, asked: Proposal, title: str) -> Step:
    def draw(box: Box, page: int) -> tuple[list[Node], int]:
        return told(look, box, _about(state, look, asked), page, asked.icon)

    close = Press("ballot.close", look.t("ballot.collect.close"), "secondary")
    return Step(title, look.t("ballot.collect.who"), draw, (close,), "collect", "ballot.leaf")


def _collect(state: BallotState, look: Look, box: Box, page: int, asked: Proposal | None) -> tuple[list[Node], int]:
    nodes: list[Node] = []
    if look.large:
        cards = Box(box.x, max(box.y, look.reach_top), box.w, box.bottom - max(box.y, look.reach_top))
    elif look.landscape:
        cards = Box(box.x, box.y, box.w - _PANEL_W - 24, box.h)
        nodes += _aside(state, look, Box(cards.right + 24, box.y, _PANEL_W, box.h), asked)
    else:
        top = max(box.y + 380, look.reach_top)
        cards = Box(box.x, top, box.w, box.bottom - top)
        nodes += _aside(state, look, Box(box.x, box.y, box.w, top - GAP - box.y), asked)
    listed = state.block.proposals
    plain = Card(priced=False)

    def need(width: float) -> float:
        return max(card_height(look, width, one, plain, tall=False) for one in listed)

    laid = grid(cards, len(listed), need, page, columns=3 if look.landscape else 2, gap=16, tallest=200)
    for cell, one in zip(laid.cells, listed[laid.first :], strict=False):
        id = f"ballot.item.{one.id}"
        card = Card(chosen=one is asked, priced=False)
        nodes += draw_card(look, cell, id, one, card, tall=False)
        nodes.append(card_target(look, cell, id, one, card, one is asked))
    return nodes, laid.pages


def _aside(state: BallotState, look: Look, box: Box, asked: Proposal | None) -> list[Node]:
    begin = Para(look.t("ballot.collect.tap"), "body" if look.large else "body_l", "ink2")
    paras = _about(state, look, asked) if asked else [begin]
    return [*panel(box, look), *_side(look, box, paras)[0]]


def _side(look: Look, box: Box, paras: list[Para]) -> tuple[list[Node], int]:
    return read(look, box.inset(28, 20), paras)


def _about(state: BallotState, look: Look, one: Proposal) -> list[Para]:
    """What a proposal costs, whom it serves, and which groups want it most."""
    cost = look.t("ballot.cost", x=said(one.cost, look.variant.language), n=one.serves)
    paras = [
        Para(look.say(one.name), "h3", heads=True, role="heading"),
        Para(cost, "meta", gap=6),
        Para(look.t("ballot.collect.who"), "meta", "teal_deep", 14, heads=True),
    ]
    fans = [group for group in state.rules.groups if one.id in group.prefers[:_TOP]]
    for group in fans:
        place = group.prefers.index(one.id) + 1
        line = look.t(f"ballot.collect.fan.{place}", who=look.say(group.name), n=group.count)
        paras.append(Para(line, "meta", gap=4))
    return paras if fans else [*paras, Para(look.t("ballot.collect.nobody"), "meta", gap=4)]
