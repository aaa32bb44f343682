"""Cards to be sorted into a few bins, each with the reason why it belongs there."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from content.schema.base import BlockBase, Published, Slug, Text, Words


class SortBin(Published):
    """Where a card may go. `note` is one line under its name: what belongs here."""

    id: Slug
    name: Words
    note: Words | None = None
    icon: str | None = None


class SortCard(Published):
    """A card. One that is made up cites `station-simulation`; the reason cites the rule it follows from."""

    id: Slug
    text: Text = Field(description="What stands on the card, at most 60 characters")
    goes: Slug = Field(description="The bin it belongs in")
    reason: Text = Field(description="Why it belongs there, said after every answer")


class SortBlock(BlockBase):
    """Sorting: tap a card, then its bin; every card is explained, and at the end stands what went where."""

    kind: Literal["sort"] = "sort"
    bins: tuple[SortBin, ...] = Field(min_length=2, max_length=4)
    cards: tuple[SortCard, ...] = Field(min_length=3, max_length=12)
    outcome: Text = Field(description="Said at the end, above the cards: what this sorting shows")
    art: str | None = Field(default=None, description="Drawn where the words leave room")
    disclaimer: Text | None = Field(default=None, description="What is made up here, and what is not")

    @model_validator(mode="after")
    def _cards_have_a_bin(self) -> SortBlock:
        bins = [one.id for one in self.bins]
        for card in self.cards:
            if card.goes not in bins:
                raise ValueError(
                    f"card {card.id!r} goes to {card.goes!r}, which is no bin; use one of {', '.join(bins)}"
                )
        empty = [one for one in bins if one not in {card.goes for card in self.cards}]
        if empty:
            raise ValueError(f"no card goes to the bin {empty[0]!r}; give it one or take the bin away")
        return self
