"""The simulation of a vote on livelihood projects."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from content.schema.base import BlockBase, Published, Slug, Text, Words


class Proposal(Published):
    """A made-up idea of the simulation. The three tests of the screening step are disclosed."""

    id: Slug
    name: Words
    icon: str
    cost: int = Field(gt=0, description="10,000 yuan, made up")
    serves: int = Field(gt=0, description="Share of residents served, per cent, made up")
    public: bool = Field(description="Serves the public, not a few")
    within_year: bool = Field(description="Can be done within the year")
    within_powers: bool = Field(description="Lies within the powers of this level")
    why_not: Text | None = Field(default=None, description="Said when the screening turns it down")
    surprise: Text | None = Field(default=None, description="What happens while it is carried out")
    surprise_cost: int = Field(default=0, ge=0, description="Extra cost of the surprise, 10,000 yuan")
    argument_for: Text
    argument_against: Text


class Voters(Published):
    """A group of simulated deputies and what they care about, disclosed to the visitor."""

    id: Slug
    name: Words
    count: int = Field(gt=0)
    prefers: tuple[Slug, ...] = Field(min_length=1, description="Proposals from most to least wanted")


class RuleSet(Published):
    """Town 票决 or street 票选: who votes and what the result is (traps T2, T6)."""

    id: Literal["town", "street"]
    name: Words
    voters_name: Words
    explanation: Text
    effect: Text
    groups: tuple[Voters, ...] = Field(min_length=1)


class BallotBlock(BlockBase):
    """The vote simulation: collect, screen, debate, vote in secret, carry out, appraise."""

    kind: Literal["ballot"] = "ballot"
    rule_sets: tuple[RuleSet, ...] = Field(min_length=1)
    proposals: tuple[Proposal, ...] = Field(min_length=4, max_length=12)
    places: int = Field(gt=0, description="How many projects are to be chosen")
    budget: int = Field(gt=0, description="10,000 yuan, made up")
    ballot_size: int = Field(default=8, ge=2, le=8, description="How many screened proposals stand on the ballot")
    disclaimer: Text
    comparison: Text = Field(description="What deputies really chose, with date and source")

    @property
    def candidates(self) -> tuple[Proposal, ...]:
        """What stands on the ballot: proposals that pass all tests; of too many, those that serve most residents."""
        good = [one for one in self.proposals if one.public and one.within_year and one.within_powers]
        kept = {one.id for one in sorted(good, key=lambda one: -one.serves)[: self.ballot_size]}
        return tuple(one for one in good if one.id in kept)
