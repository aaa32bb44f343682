"""What a visitor has written so far, and how it meets what the law asks: the rubric is computed, never stored."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from content.schema import SharpenBlock, Slot, Wording

Rule = Literal["one_matter", "not_own"]
RULES: tuple[Rule, ...] = ("one_matter", "not_own")


@dataclass(frozen=True, slots=True)
class SharpenState:
    """Which slot is open (past the last: the finished page) and what was chosen, as (slot, wording)."""

    block: SharpenBlock
    at: int = 0
    chosen: tuple[tuple[str, str], ...] = ()
    page: int = 0

    @property
    def done(self) -> bool:
        """Whether the page is finished."""
        return self.at >= len(self.block.slots)

    @property
    def slot(self) -> Slot:
        """The open slot; the last one when all are filled."""
        return self.block.slots[min(self.at, len(self.block.slots) - 1)]

    def wording(self, slot: Slot) -> Wording | None:
        """What was chosen for a slot."""
        id = dict(self.chosen).get(slot.id)
        return next((one for one in slot.wordings if one.id == id), None)

    def concrete(self, slot: Slot) -> bool:
        """Whether what was chosen for a slot says it clearly and with reason."""
        one = self.wording(slot)
        return one is not None and one.flaw not in ("vague", "unfounded")

    def keeps(self, rule: Rule) -> bool:
        """One matter a page (条例 art. 9 para. 1); none of the deputy's own (art. 9 para. 2 item 1)."""
        flaw = "second_matter" if rule == "one_matter" else "own_matter"
        chosen = (self.wording(slot) for slot in self.block.slots)
        return all(one is None or one.flaw != flaw for one in chosen)

    @property
    def score(self) -> tuple[int, int]:
        """How many points of the rubric are met, of how many."""
        met = sum(self.concrete(slot) for slot in self.block.slots) + sum(self.keeps(rule) for rule in RULES)
        return met, len(self.block.slots) + len(RULES)

    @property
    def first_flaw(self) -> int | None:
        """The first slot that could be put better."""
        for i, slot in enumerate(self.block.slots):
            one = self.wording(slot)
            if one is None or one.flaw:
                return i
        return None
