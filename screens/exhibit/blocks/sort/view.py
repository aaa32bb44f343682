"""The sorting game's pictures: the hand over the bins, what holds for the last card, and what went where."""

from __future__ import annotations

from screens.exhibit.blocks import BlockView
from screens.exhibit.blocks.sort.bins import bin_grid, draw_bin, legend
from screens.exhibit.blocks.sort.model import SortState
from screens.look import Look
from screens.parts.foot import Press
from screens.parts.paged import Para, grid
from screens.parts.told import bare, citation, roomy, told
from screens.scene import Box, Disc, Fill, Node, Target

_GAP = 24.0
_PAD = 28.0
_HAND = 4  # cards in hand at most
_TALLEST = 440.0


def view(state: SortState, look: Look, box: Box) -> BlockView:
    """One view for each phase."""
    if state.phase == "told":
        return _told(state, look, box)
    if state.phase == "end":
        return _end(state, look, box)
    return _play(state, look, box)


def _play(state: SortState, look: Look, box: Box) -> BlockView:
    """The hand above, the bins below; in portrait at low reach what the bins hold is said above the reach."""
    top = max(box.y, look.reach_top)
    nodes: list[Node] = []
    above = top > box.y + 200
    if above:
        nodes += legend(state, look, Box(box.x, box.y, box.w, top - _GAP - box.y))
    room = Box(box.x, top, box.w, box.bottom - top)
    bins = bin_grid(state, look, room, notes=not above and not look.large)
    hand = Box(room.x, room.y, room.w, bins[0].y - _GAP - room.y)
    nodes += _hand(state, look, hand)
    for cell, one in zip(bins, state.block.bins, strict=True):
        nodes += draw_bin(state, look, cell, one, notes=not above and not look.large)
    left = len(state.pile)
    hint = "" if not state.placed else look.t("sort.left", n=left)
    return BlockView(tuple(nodes), hint=hint, sample=bool(state.block.disclaimer))


def _hand(state: SortState, look: Look, box: Box) -> list[Node]:
    pile = state.pile
    count = min(_HAND, len(pile))

    def need(width: float) -> float:
        words = (look.say(one.text) for one in state.block.cards)
        return max(look.height(one, "body_l", width - 2 * _PAD) for one in words) + 2 * _PAD + 36

    laid = grid(box, count, need, columns=4 if look.landscape else 2, gap=_GAP, tallest=_TALLEST)
    shown = list(pile[: len(laid.cells)])
    if state.hand and state.hand not in shown:
        shown[-1] = state.hand
    nodes: list[Node] = []
    for cell, card in zip(laid.cells, shown, strict=True):
        nodes += _card(look, cell, f"sort.card.{card.id}", look.say(card.text), card == state.hand)
    return nodes


def _card(look: Look, box: Box, id: str, words: str, on: bool) -> list[Node]:
    """A card; the one in hand has a thick edge and the vermilion point."""
    edge = ("ink", 5.0) if on else ("control", 2.0)
    point = Disc(box.right - 34, box.y + 32, 12, "vermilion") if on else None
    room = box.w - 2 * _PAD
    high = look.height(words, "body_l", room)
    label = look.text(box.x + _PAD, box.center[1] - high / 2 + 12, room, words, "body_l", max_h=box.h - 48, of=id)
    nodes: list[Node] = [Fill(box, "raised", 12, *edge), label, Target(box, id, "option", words, words, on)]
    return [*nodes, point] if point else nodes


def _told(state: SortState, look: Look, box: Box) -> BlockView:
    """The card and the bin chosen, beside the bin it belongs in and why."""
    id, put = state.placed[-1]
    card = state.card(id)
    asked = [
        Para(look.t("sort.asked", n=len(state.placed), m=len(state.order)), "meta", "ink2"),
        Para(look.say(card.text), "body_l", gap=12),
        Para(look.t("sort.yours"), "meta", "ink2", 20, heads=True),
        Para(look.say(state.bin(put).name), "h3", gap=2),
    ]
    if state.block.disclaimer:
        asked.append(Para(look.say(state.block.disclaimer), "meta", "ink2", 24))
    right = put == card.goes
    verdict = look.t("sort.right" if right else "sort.other")
    why = [
        Para(verdict, "h3", "teal_deep", heads=True),
        Para(look.say(state.bin(card.goes).name), "h2", gap=2, heads=True, role="heading"),
        Para(look.say(card.reason), "body_l", gap=12),
    ]
    said = citation(look, card.reason.sources, state.sources)
    if said:
        why.append(Para(said, "meta", "ink2", 20))
    on = Press("sort.next", look.t("sort.next" if state.pile else "sort.finish"), "primary", "next")
    nodes = told(look, roomy(look, box), "sort", (asked, why), state.page, (on,), state.block.art)
    return BlockView(
        tuple(nodes), hint=look.t("sort.left", n=len(state.pile)), sample=bool(state.block.disclaimer), bare=bare(look)
    )


def _end(state: SortState, look: Look, box: Box) -> BlockView:
    """What the sorting shows, and which card lies where; a card first put elsewhere says so."""
    title = look.t("sort.end")
    paras = [Para(title, "h2", heads=True, role="heading")] if bare(look) else []
    paras.append(Para(look.say(state.block.outcome), "body_l"))
    said = citation(look, state.block.outcome.sources, state.sources)
    if said:
        paras.append(Para(said, "meta", "ink2", 8))
    for one in state.block.bins:
        paras.append(Para(look.say(one.name), "h3", "teal_deep", 24, heads=True, role="heading"))
        for card in state.lies_in(one.id):
            put = state.first_put(card.id)
            paras.append(Para(look.say(card.text), gap=6))
            if put != card.goes:
                where = look.t("sort.first", what=look.say(state.bin(put).name))
                paras.append(Para(where, "meta", "ink2", 0))
    if state.block.disclaimer:
        paras.append(Para(look.say(state.block.disclaimer), "meta", "ink2", 24))
    again = Press("sort.again", look.t("sort.again"), "primary")
    nodes = told(look, roomy(look, box), "sort", (paras,), state.page, (again,), state.block.art)
    return BlockView(
        tuple(nodes),
        title=title,
        hint=look.t("sort.end.hint"),
        sample=bool(state.block.disclaimer),
        bare=bare(look),
    )
