"""The election committee's work as a simulation: setting the day, and deciding what comes up on the way to it."""

from __future__ import annotations

from datetime import date
from typing import Literal, Self, get_args

from pydantic import Field, model_validator

from content.civics.election_calendar import DeadlineKey
from content.civics.election_cases import RuleName
from content.schema.base import BlockBase, Published, Slug, Text, Words


class ElectionDeadline(Published):
    """One day of the calendar: what is due, in a few characters and in a sentence. The date is computed."""

    key: DeadlineKey
    name: Words = Field(description="At most 8 characters: it stands in a list of days")
    text: Text


class ElectionCase(Published):
    """Something the committee has to decide. Which answer the law gives is computed by `rule`, never written here."""

    id: Slug
    title: Words
    story: Text
    icon: str
    rule: RuleName = Field(description="A rule of content.civics.election_cases")
    day: int = Field(ge=0, description="How many days before election day it comes up")
    number: int = Field(default=0, description="What the rule is applied to: days, people or papers, as the rule says")
    choices: tuple[int, ...] = Field(default=(), description="For `candidates`: numbers to choose from")
    allow: Words = Field(description="The answer that allows it; with choices, {n} stands for the number")
    refuse: Words | None = Field(default=None, description="The answer that refuses it; none with choices")
    why: Text = Field(description="Said after the answer: what the law says")

    @model_validator(mode="after")
    def _has_two_answers(self) -> Self:
        if (self.rule == "candidates") != bool(self.choices):
            raise ValueError(f"case {self.id!r}: `choices` go with the rule `candidates`, and only with it")
        if bool(self.choices) == (self.refuse is not None):
            raise ValueError(f"case {self.id!r} needs either `refuse` or `choices`; take the other away")
        if self.rule == "comes_of_age" and self.number == 0:
            raise ValueError(f"case {self.id!r}: the law leaves a birthday on election day open; use another `number`")
        return self


class ElectionBlock(BlockBase):
    """The visitor is an election committee: chooses a day, sees every deadline move, decides case by case."""

    kind: Literal["election"] = "election"
    starts: date = Field(description="Made-up day on which the committee sits down")
    registration_days: int = Field(gt=0, description="Days it needs to register voters, made up")
    span_days: int = Field(ge=40, le=120, description="The latest election day, counted from the first one")
    seats: int = Field(ge=1, le=3, description="Seats of the constituency (选举法 art. 25: one to three)")
    deadlines: tuple[ElectionDeadline, ...]
    cases: tuple[ElectionCase, ...] = Field(min_length=3, max_length=12)
    disclaimer: Text
    opens: Slug | None = Field(default=None, description="Block of this exhibit where the votes are counted")
    opens_label: Words | None = None

    @model_validator(mode="after")
    def _holds_every_deadline_once(self) -> Self:
        keys = [one.key for one in self.deadlines]
        for key in get_args(DeadlineKey):
            if keys.count(key) != 1:
                raise ValueError(f"deadline {key!r} is there {keys.count(key)} times; describe each exactly once")
        if (self.opens is None) != (self.opens_label is None):
            raise ValueError("`opens` and `opens_label` go together; give both or neither")
        return self
