"""Which pairs are found, which cards are in hand, and what was said of the last two.

Every two cards settle the right one: the next page says what it belongs to and why, and that pair leaves the table.
So there is no guessing in circles, and the pairs always come to an end.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from typing import Literal

from content.catalog import Catalog
from content.schema import MatchBlock, MatchPair, Source
from screens.exhibit.trail import TrailModel, documents

Phase = Literal["play", "told", "end"]


@dataclass(frozen=True, slots=True)
class MatchState:
    """`settled`: for each right card the left one the visitor chose for it, in that order; all are ids of pairs."""

    block: MatchBlock
    sources: tuple[Source, ...]
    lefts: tuple[str, ...]
    rights: tuple[str, ...]
    left: str = ""
    right: str = ""
    settled: tuple[tuple[str, str], ...] = ()
    phase: Phase = "play"
    page: int = 0  # of the right side, and of what is told
    shelf: int = 0  # page of the left side

    @property
    def open_lefts(self) -> tuple[MatchPair, ...]:
        """Left cards still on the table."""
        return tuple(self.pair(id) for id in self.lefts if id not in dict(self.settled))

    @property
    def open_rights(self) -> tuple[MatchPair, ...]:
        """Right cards still on the table."""
        return tuple(self.pair(id) for id in self.rights if id not in dict(self.settled))

    def pair(self, id: str) -> MatchPair:
        """A pair by id."""
        return next(one for one in self.block.pairs if one.id == id)


def answer(state: MatchState, id: str) -> MatchState:
    """The state after `id` was pressed; the same state when it means nothing here."""
    name = id.removeprefix("match.")
    if name in ("page.next", "page.prev"):
        return replace(state, page=state.page + (1 if name == "page.next" else -1))
    if name in ("shelf.page.next", "shelf.page.prev"):
        return replace(state, shelf=state.shelf + (1 if name == "shelf.page.next" else -1))
    if state.phase == "play":
        return _in_play(state, name)
    if state.phase == "told" and name == "next":
        return replace(state, phase="play" if state.open_rights else "end", page=0)
    return state


def _in_play(state: MatchState, name: str) -> MatchState:
    if name in {f"left.{one.id}" for one in state.open_lefts}:
        left = name.removeprefix("left.")
        state = replace(state, left="" if left == state.left else left)
    elif name in {f"right.{one.id}" for one in state.open_rights}:
        right = name.removeprefix("right.")
        state = replace(state, right="" if right == state.right else right)
    if state.left and state.right:
        settled = (*state.settled, (state.right, state.left))
        return replace(state, settled=settled, left="", right="", phase="told", page=0)
    return state


class MatchModel(TrailModel[MatchState]):
    """One visitor's run. `rng` decides only the order of the cards on both sides."""

    def __init__(self, block: MatchBlock, sources: tuple[Source, ...], rng: random.Random) -> None:
        self._rng = rng
        super().__init__(self._dealt(block, sources))

    def answered(self, id: str) -> MatchState:
        return answer(self.state, id)

    def place(self, state: MatchState) -> object:
        return state.phase, state.settled

    def kept(self, state: MatchState) -> MatchState:
        return replace(state, left="", right="")

    def anew(self, id: str) -> MatchState | None:
        over = id == "match.again" and self.state.phase == "end"
        return self._dealt(self.state.block, self.state.sources) if over else None

    def _dealt(self, block: MatchBlock, sources: tuple[Source, ...]) -> MatchState:
        lefts = [one.id for one in block.pairs]
        rights = list(lefts)
        self._rng.shuffle(rights)
        if rights == lefts:  # a table on which every pair lies side by side is no game
            rights.append(rights.pop(0))
        return MatchState(block, sources, tuple(lefts), tuple(rights))


def open_match(block: MatchBlock, catalog: Catalog | None, rng: random.Random) -> MatchModel:
    """The block with the documents it cites."""
    return MatchModel(block, documents(block, catalog), rng)
