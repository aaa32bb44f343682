"""What was touched in the picture, what was found, and who the visitor said should act."""

from __future__ import annotations

from dataclasses import dataclass, replace

from content.schema import Actor, HuntBlock, Spot
from screens.exhibit.blocks import BlockEffects, BlockModel


@dataclass(frozen=True, slots=True)
class HuntState:
    """`seen` are spots touched, in order; `answers` what was said of problems; `open` the spot that is talked about."""

    block: HuntBlock
    open: str = ""
    asking: bool = False  # the question stands alone, where it has no room below what was found
    seen: tuple[str, ...] = ()
    answers: tuple[tuple[str, str], ...] = ()
    hinted: str = ""
    done: bool = False
    page: int = 0

    @property
    def here(self) -> Spot | None:
        """The spot that is talked about."""
        return next((one for one in self.block.spots if one.id == self.open), None)

    @property
    def found(self) -> tuple[Spot, ...]:
        """Problems touched so far."""
        return tuple(one for one in self.block.problems if one.id in self.seen)

    @property
    def left(self) -> tuple[Spot, ...]:
        """Problems not yet touched."""
        return tuple(one for one in self.block.problems if one.id not in self.seen)

    def answer(self, spot: Spot) -> str:
        """Who the visitor said should act; empty before."""
        return dict(self.answers).get(spot.id, "")

    def actor(self, id: str) -> Actor:
        """An actor by id."""
        return next(one for one in self.block.actors if one.id == id)

    @property
    def settled(self) -> bool:
        """Whether every problem is found and given to somebody."""
        return len(self.answers) == len(self.block.problems)


def press(state: HuntState, id: str) -> HuntState:
    """The state after `id` was pressed; the same state when it means nothing here."""
    name = id.removeprefix("hunt.")
    if name in ("page.next", "page.prev"):
        return replace(state, page=state.page + (1 if name == "page.next" else -1))
    if name == "again":
        return HuntState(state.block)
    if state.done:
        return state
    if name in {f"spot.{one.id}" for one in state.block.spots}:
        return _open(state, name.removeprefix("spot."))
    if name == "hint" and state.left:
        return replace(state, hinted=state.left[0].id, open="", page=0)
    if name == "ledger" and state.settled:
        return replace(state, done=True, open="", page=0)
    return _about(state, name)


def _open(state: HuntState, spot: str) -> HuntState:
    seen = state.seen if spot in state.seen else (*state.seen, spot)
    hinted = "" if state.hinted == spot else state.hinted
    return replace(state, open=spot, seen=seen, hinted=hinted, page=0, asking=False)


def _about(state: HuntState, name: str) -> HuntState:
    """Answers about the spot that is open."""
    here = state.here
    if here is None:
        return state
    if name == "close":
        return replace(state, open="", page=0)
    if name == "who" and here.acts and not state.answer(here):
        return replace(state, asking=True, page=0)
    if here.acts and not state.answer(here) and name in {f"actor.{one.id}" for one in state.block.actors}:
        return replace(state, answers=(*state.answers, (here.id, name.removeprefix("actor."))), asking=False, page=0)
    return state


class HuntModel(BlockModel[HuntState]):
    """One visitor's hunt. "Back" closes what is open, or leaves the ledger."""

    def __init__(self, block: HuntBlock) -> None:
        self.state = HuntState(block)

    def press(self, id: str, now: float) -> BlockEffects:
        if id == "dock.back":
            if self.state.done or self.state.open:
                self.state = replace(self.state, done=False, open="", asking=False, page=0)
            return ()
        self.state = press(self.state, id)
        return ()
