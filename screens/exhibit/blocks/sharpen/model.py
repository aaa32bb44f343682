"""Choosing a wording for each slot, going on, going back to the one that could be better."""

from __future__ import annotations

from dataclasses import replace

from content.schema import SharpenBlock
from screens.exhibit.blocks import BlockEffects, BlockModel
from screens.exhibit.blocks.sharpen.state import SharpenState


def answer(state: SharpenState, id: str) -> SharpenState:
    """The state after `id` was pressed; the same state when it means nothing here."""
    name = id.removeprefix("sharpen.")
    if name in ("page.next", "page.prev"):
        return replace(state, page=state.page + (1 if name == "page.next" else -1))
    if name.startswith("wording.") and not state.done:
        return _choose(state, name.removeprefix("wording."))
    if name == "next" and not state.done and state.wording(state.slot):
        return replace(state, at=state.at + 1, page=0)
    if name == "other" and not state.done:
        return replace(state, chosen=tuple(one for one in state.chosen if one[0] != state.slot.id), page=0)
    if name == "mend" and state.done and state.first_flaw is not None:
        return replace(state, at=state.first_flaw, page=0)
    if name == "again" and state.done:
        return SharpenState(state.block)
    return state


def _choose(state: SharpenState, wording: str) -> SharpenState:
    slot = state.slot
    if wording not in {one.id for one in slot.wordings}:
        return state
    others = tuple(one for one in state.chosen if one[0] != slot.id)
    return replace(state, chosen=(*others, (slot.id, wording)), page=0)


class SharpenModel(BlockModel[SharpenState]):
    """One visitor's page. Back is the slot before."""

    def __init__(self, block: SharpenBlock) -> None:
        self.state = SharpenState(block)

    def press(self, id: str, now: float) -> BlockEffects:
        if id == "dock.back":
            if self.state.at:
                self.state = replace(self.state, at=self.state.at - 1, page=0)
            return ()
        self.state = answer(self.state, id)
        return ()
