"""The paper and the question before it is cast: cards with hand-drawn rings, the budget as a column to scale."""

from __future__ import annotations

from screens.exhibit.blocks import BlockView
from screens.exhibit.blocks.ballot.pieces import WALK, Card, card_height, card_target, draw_card, page_words, snug
from screens.exhibit.blocks.ballot.purse import column, purse
from screens.exhibit.blocks.ballot.ring import ring
from screens.exhibit.blocks.ballot.state import BallotState
from screens.look import Look
from screens.parts import button, button_height, icon_button, panel
from screens.parts.ample import ample
from screens.parts.foot import GAP, Press
from screens.parts.money import said
from screens.parts.paged import Para, grid, pager, pager_height, read
from screens.parts.walked import Step, heading
from screens.scene import Box, Fill, Label, Node

_CHECK = 84.0


def vote_view(state: BallotState, look: Look, box: Box) -> BlockView:
    """Landscape: cards left, the paper's column right. Portrait: the column above, cards and buttons below it."""
    paper = state.paper
    cap = said(paper.budget, look.variant.language)
    who = look.say(state.rules.voters_name)
    title = look.t("ballot.revote.title") if state.rounds else look.t("ballot.title")
    key = "ballot.revote.sub" if state.rounds else "ballot.vote.sub"
    side_w = 500.0 if look.large else 426.0
    head_box = Box(box.x, box.y, box.w - side_w - 24, box.h) if look.landscape else box
    nodes, top = heading(look, head_box, WALK, title, look.t(key, who=who, n=paper.places, cap=cap))
    if look.landscape:
        side = Box(box.right - side_w, box.y + 16, side_w, box.h - 16)
        high = button_height(look)
        foot = Box(side.x + 28, side.bottom - 28 - high, side.w - 56, high)
        nodes += [*panel(side, look), *purse(state, look, Box(foot.x, side.y + 20, foot.w, foot.y - side.y - 44))]
        nodes += _buttons(look, foot, state)
        cards = Box(head_box.x, top, head_box.w, box.bottom - top)
    else:
        high = button_height(look)
        nodes += _buttons(look, Box(box.x, box.bottom - high, box.w, high), state)
        split = max(top + (400 if not look.large else 364), look.reach_top)
        side = Box(box.x, top, box.w, split - GAP - top)
        nodes += [*panel(side, look), *purse(state, look, side.inset(28, 20))]
        cards = Box(box.x, split, box.w, box.bottom - high - GAP - split)
    nodes += _cards(state, look, cards)
    return BlockView(tuple(nodes), hint=look.t("ballot.hint"), sample=True, bare=True)


def _buttons(look: Look, box: Box, state: BallotState) -> list[Node]:
    side = max(96.0, box.h if look.large else 96.0)
    cast = Box(box.x, box.y, box.w - side - 16, box.h)
    undo = Box(box.right - side, box.y, side, box.h)
    return [
        *button(look, cast, "ballot.cast", look.t("ballot.cast")),
        *icon_button(look, undo, "ballot.undo", "undo", look.t("ballot.undo"), disabled=not state.marks),
    ]


# ---- the cards ----------------------------------------


def _cards(state: BallotState, look: Look, box: Box) -> list[Node]:
    paper = state.paper
    options = [state.proposal(id) for id in paper.options]
    worst = Card(line=_short(look, max(paper.costs.values(), default=0)), box_w=_CHECK + 16)
    tall = look.landscape and not look.large

    def need(width: float) -> float:
        return max(card_height(look, width, one, worst, tall=tall) for one in options)

    columns = 4 if look.landscape else 2
    laid = grid(box, len(options), need, state.page, columns=columns, gap=16, tallest=340)
    nodes: list[Node] = []
    if laid.pages > 1:
        high = pager_height(look)
        box = Box(box.x, box.y, box.w, box.h - high - 16)
        laid = grid(box, len(options), need, state.page, columns=columns, gap=16, tallest=340)
        nodes += pager(
            look, Box(box.x, box.bottom + 16, box.w, high), "ballot", page_words(look), state.page, laid.pages
        )
    for cell, one in zip(laid.cells, options[laid.first :], strict=False):
        on = one.id in state.marks
        card = Card(on, not on and not paper.takes(state.marks, one.id), _missing(state, look, one.id), _CHECK + 16)
        id = f"ballot.item.{one.id}"
        nodes += draw_card(look, cell, id, one, card, tall=tall)
        nodes += _square(state, look, cell, one.id, card, tall)
        nodes.append(card_target(look, cell, id, one, card, on))
    return nodes


def _total(look: Look, amount: int) -> str:
    return said(amount, look.variant.language)


def _short(look: Look, amount: int) -> str:
    """How much is missing; in English without "yuan", which stands above it."""
    return look.t("ballot.short", x=_total(look, amount).removesuffix(" yuan"))


def _missing(state: BallotState, look: Look, id: str) -> str:
    """Why a project can't be marked: too little money, or no place left."""
    paper = state.paper
    if id in state.marks or paper.takes(state.marks, id):
        return ""
    short = paper.short(state.marks, id)
    return _short(look, short) if short else look.t("ballot.full", n=paper.places)


def _square(state: BallotState, look: Look, cell: Box, id: str, card: Card, tall: bool) -> list[Node]:
    x = cell.right - 24 - _CHECK
    y = cell.y + 20 if tall else cell.y + (cell.h - _CHECK) / 2
    square = Box(x, y, _CHECK, _CHECK)
    nodes: list[Node] = [Fill(square, "raised", 4, "control" if card.out else "ink", 3)]
    if card.chosen:
        fresh = id == state.marks[-1]
        part = state.ink if fresh and not look.variant.reduced_motion else 1.0
        nodes += ring(square, part)
    return nodes


# ---- before it is cast ----------------------------------------


def confirm_step(state: BallotState, look: Look) -> Step:
    """The paper once more, and the question whose verb the button repeats."""
    paper = state.paper

    def draw(box: Box, page: int) -> tuple[list[Node], int]:
        sheet = Box(box.x, box.y, min(box.w, 1200.0), box.h)
        inner = sheet.inset(40, 28)
        paras = ample(look, inner, _paras()) if look.landscape else _paras()
        text, pages = read(look, inner, paras, page)
        nodes = [*(panel(sheet, look) if look.landscape else snug(look, sheet, text, 28)), *text]
        low = max((one.box.bottom for one in text if isinstance(one, Label)), default=box.y) + 68
        if box.bottom - low >= 320 and not look.landscape:
            nodes += column(state, look, Box(box.x, low, box.w, box.bottom - low))
        if box.right - sheet.right >= 400:
            nodes += column(state, look, Box(sheet.right + 48, box.y, box.right - sheet.right - 48, box.h))
        return nodes, pages

    def _paras() -> list[Para]:
        if not state.marks:
            return [Para(look.t("ballot.confirm.blank"), "body_l")]
        rows = [
            Para(f"{i}  {look.say(state.proposal(id).name)}", "body_l", gap=4)
            for i, id in enumerate(state.marks, start=1)
        ]
        total = look.t("ballot.confirm.total", n=len(state.marks), x=_total(look, paper.cost(state.marks)))
        return [*rows, Para(total, "meta", "ink2", 20), Para(look.t("ballot.confirm.secret"), "meta", "ink2", 4)]

    buttons = (
        Press("ballot.cast.yes", look.t("ballot.cast"), "primary"),
        Press("ballot.cast.wait", look.t("ballot.confirm.wait")),
    )
    return Step(look.t("ballot.confirm.title"), look.t("ballot.confirm.sub"), draw, buttons)
