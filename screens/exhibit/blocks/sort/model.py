"""Which cards are sorted, which one is in hand, and what was said of the last one.

A card is placed once: wherever it was put, the next page says where it belongs and why, and it lies there from then on.
So the cards always come to an end, and the end shows what belongs where, not how well somebody did.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from typing import Literal

from content.catalog import Catalog
from content.schema import SortBin, SortBlock, SortCard, Source
from screens.exhibit.trail import TrailModel, documents

Phase = Literal["play", "told", "end"]


@dataclass(frozen=True, slots=True)
class SortState:
    """`order`: all cards as they were shuffled. `placed`: card and the bin the visitor chose, in that order."""

    block: SortBlock
    sources: tuple[Source, ...]
    order: tuple[str, ...]
    chosen: str = ""
    placed: tuple[tuple[str, str], ...] = ()
    phase: Phase = "play"
    page: int = 0

    @property
    def pile(self) -> tuple[SortCard, ...]:
        """The cards still to be sorted, the top one first."""
        done = {card for card, _ in self.placed}
        return tuple(self.card(id) for id in self.order if id not in done)

    @property
    def hand(self) -> SortCard | None:
        """The card that the next bin takes: the one tapped, else the top one; none when all are sorted."""
        pile = self.pile
        return next((one for one in pile if one.id == self.chosen), pile[0] if pile else None)

    def card(self, id: str) -> SortCard:
        """A card by id."""
        return next(one for one in self.block.cards if one.id == id)

    def bin(self, id: str) -> SortBin:
        """A bin by id."""
        return next(one for one in self.block.bins if one.id == id)

    def lies_in(self, bin: str) -> tuple[SortCard, ...]:
        """The sorted cards that belong in a bin, in the order they were sorted."""
        return tuple(self.card(card) for card, _ in self.placed if self.card(card).goes == bin)

    def first_put(self, card: str) -> str:
        """The bin the visitor chose for a sorted card."""
        return dict(self.placed)[card]


def answer(state: SortState, id: str) -> SortState:
    """The state after `id` was pressed; the same state when it means nothing here."""
    name = id.removeprefix("sort.")
    if name in ("page.next", "page.prev"):
        return replace(state, page=state.page + (1 if name == "page.next" else -1))
    if state.phase == "play":
        return _in_play(state, name)
    if state.phase == "told" and name == "next":
        return replace(state, phase="play" if state.pile else "end", page=0)
    return state


def _in_play(state: SortState, name: str) -> SortState:
    if name in {f"card.{one.id}" for one in state.pile}:
        return replace(state, chosen=name.removeprefix("card."))
    card = state.hand
    if card and name in {f"bin.{one.id}" for one in state.block.bins}:
        put = (card.id, name.removeprefix("bin."))
        return replace(state, placed=(*state.placed, put), chosen="", phase="told", page=0)
    return state


class SortModel(TrailModel[SortState]):
    """One visitor's run. `rng` decides only the order of the cards."""

    def __init__(self, block: SortBlock, sources: tuple[Source, ...], rng: random.Random) -> None:
        self._rng = rng
        super().__init__(self._dealt(block, sources))

    def answered(self, id: str) -> SortState:
        return answer(self.state, id)

    def place(self, state: SortState) -> object:
        return state.phase, state.placed

    def anew(self, id: str) -> SortState | None:
        over = id == "sort.again" and self.state.phase == "end"
        return self._dealt(self.state.block, self.state.sources) if over else None

    def _dealt(self, block: SortBlock, sources: tuple[Source, ...]) -> SortState:
        order = [one.id for one in block.cards]
        self._rng.shuffle(order)
        return SortState(block, sources, tuple(order))


def open_sort(block: SortBlock, catalog: Catalog | None, rng: random.Random) -> SortModel:
    """The block with the documents it cites."""
    return SortModel(block, documents(block, catalog), rng)
