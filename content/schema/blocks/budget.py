"""A made-up budget to be shared out: uses with a minimum by rule, and residents' groups that say what they wish for."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from content.schema.base import BlockBase, Published, Slug, Text, Words


class BudgetUse(Published):
    """What money is spent on, in whole steps. Sums are in units of 10,000 yuan (万元)."""

    id: Slug
    name: Words = Field(description="At most 5 characters")
    icon: str
    least: int = Field(ge=0, description="What the rule of this exhibit asks for; made up")
    start: int = Field(ge=0, description="What the draft gives it")


class BudgetWish(Published):
    """One use, and from which sum on the group is content with it."""

    use: Slug
    at_least: int = Field(gt=0)


class BudgetGroup(Published):
    """Residents who say what they wish for; everything they wish for is shown."""

    id: Slug
    name: Words = Field(description="At most 6 characters")
    icon: str
    wishes: tuple[BudgetWish, ...] = Field(min_length=1, max_length=3)


class BudgetBlock(BlockBase):
    """Budget: share out a fixed total with sliders, never more than there is; then see whose wishes it meets."""

    kind: Literal["budget"] = "budget"
    total: int = Field(gt=0)
    step: int = Field(gt=0)
    most: int = Field(gt=0, description="The right end of every slider")
    uses: tuple[BudgetUse, ...] = Field(min_length=3, max_length=5)
    groups: tuple[BudgetGroup, ...] = Field(min_length=2, max_length=5)
    oversight: Text = Field(description="What oversight of a real budget with citizens' part is, by its source")
    rule: Text = Field(description="Why there are minimums; at most 60 characters")
    disclaimer: Text = Field(description="What is made up; at most 60 characters")

    @model_validator(mode="after")
    def _the_draft_keeps_the_rules(self) -> BudgetBlock:
        ids = [one.id for one in self.uses]
        if len(set(ids)) < len(ids) or len({one.id for one in self.groups}) < len(self.groups):
            raise ValueError("two uses or two groups share an id; give each its own")
        for use in self.uses:
            if any(sum % self.step for sum in (use.least, use.start)):
                raise ValueError(f"{use.id!r}: least and start must be whole steps of {self.step}")
            if not use.least <= use.start <= self.most:
                raise ValueError(f"{use.id!r} starts at {use.start}; start between least and {self.most}")
        if self.total % self.step or self.most % self.step:
            raise ValueError(f"total and most must be whole steps of {self.step}")
        given = sum(one.start for one in self.uses)
        if given > self.total:
            raise ValueError(f"the draft gives out {given} of {self.total}; lower a start")
        return self

    @model_validator(mode="after")
    def _wishes_can_be_met(self) -> BudgetBlock:
        uses = {one.id for one in self.uses}
        for group in self.groups:
            for wish in group.wishes:
                if wish.use not in uses:
                    raise ValueError(f"{group.id!r} wishes for {wish.use!r}, which is no use; name one of `uses`")
                if wish.at_least > self.most or wish.at_least % self.step:
                    raise ValueError(f"{group.id!r} wishes {wish.at_least}; use whole steps up to {self.most}")
        return self
