"""A block that is walked through step by step: what is kept of the way, and how "back" and "again" go.

Owns the trail. Leaves to each block what a touch means (`answered`) and which change of its state is a step (`place`).
"""

from __future__ import annotations

from collections import deque
from typing import TypeVar

from content.catalog import Catalog
from content.schema import BlockBase, Source
from content.walk import cited
from screens.exhibit.blocks import BlockEffects, BlockModel

S = TypeVar("S")
_LONGEST = 200  # steps back


class TrailModel(BlockModel[S]):
    """One visitor's way through a block. "Back" at its first step is passed on: the state stays as it is."""

    def __init__(self, first: S) -> None:
        self.state = first
        self._trail: deque[S] = deque(maxlen=_LONGEST)

    def answered(self, id: str) -> S:
        """The state after `id` was pressed; the same state when it means nothing here."""
        raise NotImplementedError

    def place(self, state: S) -> object:
        """What "back" goes back to: a change of this is a step, anything else is not."""
        raise NotImplementedError

    def kept(self, state: S) -> S:
        """A state as it is gone back to."""
        return state

    def anew(self, id: str) -> S | None:
        """A first state, when `id` begins again and the way so far is to be forgotten."""
        return None

    def press(self, id: str, now: float) -> BlockEffects:
        if id == "dock.back":
            if self._trail:
                self.state = self.kept(self._trail.pop())
            return ()
        fresh = self.anew(id)
        if fresh is not None:
            self._trail.clear()
            self.state = fresh
            return ()
        after = self.answered(id)
        if self.place(after) != self.place(self.state):
            self._trail.append(self.kept(self.state))
        self.state = after
        return ()


def documents(block: BlockBase, catalog: Catalog | None) -> tuple[Source, ...]:
    """The documents that a block cites, in the order in which it cites them; none without a catalogue."""
    known = {one.id: one for one in catalog.exhibition.sources} if catalog else {}
    return tuple(known[id] for id in cited(block) if id in known)
