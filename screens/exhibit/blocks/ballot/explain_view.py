"""What was collected: every proposal, and who asks for it."""

from __future__ import annotations

from content.schema import Proposal
from screens.exhibit.blocks.ballot.choices import told
from screens.exhibit.blocks.ballot.pieces import Card, card_height, card_target, draw_card
from screens.exhibit.blocks.ballot.state import BallotState
from screens.look import Look
from screens.parts import panel
from screens.parts.foot import GAP, Press
from screens.parts.money import said
from screens.parts.paged import Para, grid, read
from screens.parts.walked import Step
from screens.scene import Box, Node

_TOP = 3  # a group's first wishes, those that are named


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
