"""The seat calculator."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from content.schema.base import BlockBase, Published, Slug, Text, Words


class SeatExample(Published):
    """A real place to try: population as of a date, and the number of seats really set, where a source states it."""

    id: Slug
    name: Words
    population: int = Field(gt=0)
    population_note: Text
    actual_seats: int | None = None
    actual_note: Text | None = None


class SeatRule(Published):
    """One rule the calculator offers; `rule` names a function of content.civics.seats."""

    id: Slug
    rule: Literal["provincial", "city", "county", "township"]
    name: Words
    explanation: Text
    population_min: int = Field(gt=0)
    population_max: int = Field(gt=0)
    population_start: int = Field(gt=0)
    examples: tuple[SeatExample, ...] = ()


class SeatsBlock(BlockBase):
    """Seat calculator: population in, number of deputies out, with the formula drawn."""

    kind: Literal["seats"] = "seats"
    rules: tuple[SeatRule, ...] = Field(min_length=1)
    caveat: Text
