"""Pairs to be put together, each with the reason why they belong together."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from content.schema.base import BlockBase, Published, Slug, Text, Words


class MatchPair(Published):
    """A name on the left and what belongs to it on the right. A scene that is made up cites `station-simulation`."""

    id: Slug
    left: Words = Field(description="A name, at most 12 characters")
    icon: str | None = None
    right: Text = Field(description="What belongs to it, at most 40 characters; must not give the name away")
    reason: Text = Field(description="Why they belong together, said after every answer")


class MatchBlock(BlockBase):
    """Matching: tap a card on the left and one on the right; every pair is explained when it is found."""

    kind: Literal["match"] = "match"
    left_name: Words = Field(description="What stands on the left, such as: power")
    right_name: Words = Field(description="What stands on the right, such as: example")
    pairs: tuple[MatchPair, ...] = Field(min_length=3, max_length=6)
    outcome: Text = Field(description="Said at the end: what the pairs show together")
    art: str | None = Field(default=None, description="Drawn where the words leave room")
    disclaimer: Text | None = Field(default=None, description="What is made up here, and what is not")

    @model_validator(mode="after")
    def _cards_differ(self) -> MatchBlock:
        for side in ("left", "right"):
            said = [getattr(one, side).zh_hans for one in self.pairs]
            doubled = sorted({one for one in said if said.count(one) > 1})
            if doubled:
                raise ValueError(
                    f"two pairs say {doubled[0]!r} on the {side}; only one of them could be right, reword one"
                )
        return self
