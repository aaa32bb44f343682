"""A visitor's budget: what each use gets. Whatever is touched, minimums are kept and no more is given than there is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from content.civics.budgets import all_wishes_cost, bounded, left, met
from content.schema import BudgetBlock, BudgetGroup, BudgetUse
from screens.exhibit.blocks import BlockEffects, BlockModel

Phase = Literal["share", "end"]


@dataclass(frozen=True, slots=True)
class BudgetState:
    """`sums` are in the order of the uses; `page` is of the running text at the end."""

    block: BudgetBlock
    sums: tuple[int, ...]
    phase: Phase = "share"
    page: int = 0

    @property
    def by_use(self) -> dict[str, int]:
        """What each use gets."""
        return {use.id: sum_ for use, sum_ in zip(self.block.uses, self.sums, strict=True)}

    @property
    def left(self) -> int:
        """What has not been given out."""
        return left(self.block.total, self.by_use)

    def ceiling(self, use: BudgetUse) -> int:
        """The most this use can get now."""
        return self._bounded(use, self.block.most)

    def met(self, group: BudgetGroup) -> int:
        """How many of a group's wishes are met."""
        return met([(one.use, one.at_least) for one in group.wishes], self.by_use)

    @property
    def content(self) -> tuple[BudgetGroup, ...]:
        """The groups whose wishes are all met."""
        return tuple(one for one in self.block.groups if self.met(one) == len(one.wishes))

    @property
    def all_cost(self) -> int:
        """What it would take to meet every wish of everybody."""
        wishes = [(one.use, one.at_least) for group in self.block.groups for one in group.wishes]
        return all_wishes_cost(wishes, {one.id: one.least for one in self.block.uses})

    def given(self, use: BudgetUse, wanted: int) -> BudgetState:
        """The state in which a use has what it wants, as far as it may."""
        sums = {**self.by_use, use.id: self._bounded(use, wanted)}
        return replace(self, sums=tuple(sums.values()))

    def _bounded(self, use: BudgetUse, wanted: int) -> int:
        block = self.block
        return bounded(
            wanted, use.id, self.by_use, total=block.total, least=use.least, most=block.most, step=block.step
        )  # fmt: skip


class BudgetModel(BlockModel[BudgetState]):
    """Begins with the draft."""

    def __init__(self, block: BudgetBlock) -> None:
        self._draft = BudgetState(block, tuple(one.start for one in block.uses))
        self.state = self._draft

    def press(self, id: str, now: float) -> BlockEffects:
        state = self.state
        if id == "dock.back" and state.phase == "end":
            self.state = replace(state, phase="share", page=0)
        verb, _, rest = id.removeprefix("budget.").partition(".")
        if not id.startswith("budget."):
            return ()
        use = next((one for one in state.block.uses if one.id == rest), None)
        if state.phase == "end":
            self._at_end(verb, rest)
        elif verb in ("less", "more") and use is not None:
            step = state.block.step if verb == "more" else -state.block.step
            self.state = state.given(use, state.by_use[use.id] + step)
        elif verb == "draft":
            self.state = self._draft
        elif verb == "done":
            self.state = replace(state, phase="end", page=0)
        return ()

    def slide(self, id: str, share: float, now: float) -> BlockEffects:
        use = next((one for one in self.state.block.uses if id == f"budget.use.{one.id}"), None)
        if use is not None and self.state.phase == "share":
            self.state = self.state.given(use, round(min(max(share, 0.0), 1.0) * self.state.block.most))
        return ()

    def _at_end(self, verb: str, rest: str) -> None:
        if verb == "page":
            self.state = replace(self.state, page=max(0, self.state.page + (1 if rest == "next" else -1)))
        elif verb == "again":
            self.state = replace(self.state, phase="share", page=0)
        elif verb == "draft":
            self.state = self._draft
