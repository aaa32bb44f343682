"""Which step of a procedure is open, and where its own "try it" leads."""

from __future__ import annotations

from dataclasses import dataclass, replace

from content.schema import Step, StepsBlock
from screens.exhibit.blocks import BlockEffects, BlockModel, OpenBlock


@dataclass(frozen=True, slots=True)
class StepsState:
    """The procedure, the index of the open step, the page of its words (any integer; the view counts pages)."""

    block: StepsBlock
    open: int = 0
    page: int = 0

    @property
    def step(self) -> Step:
        """The open step."""
        return self.block.steps[self.open]


class StepsModel(BlockModel[StepsState]):
    """A tap opens a step; `steps.try` opens the block where the visitor can do it themselves."""

    def __init__(self, block: StepsBlock) -> None:
        self.state = StepsState(block)

    def press(self, id: str, now: float) -> BlockEffects:
        state = self.state
        if id == "steps.try" and state.step.opens:
            return (OpenBlock(state.step.opens),)
        if id in ("steps.page.next", "steps.page.prev"):
            self.state = replace(state, page=state.page + (1 if id.endswith("next") else -1))
        for i, step in enumerate(state.block.steps):
            if id == f"steps.step.{step.id}":
                self.state = replace(state, open=i, page=0)
        return ()
