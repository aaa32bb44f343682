"""Numbers as bars, each with its day and with what it is: a target, or a count of what there was."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field, model_validator

from content.schema.base import BlockBase, Published, Slug, Text, Words


class Bar(Published):
    """One number. A target may also say what had been reached of it, on which day and by which source."""

    id: Slug
    name: Words
    value: int = Field(gt=0)
    basis: Literal["target", "actual"] = Field(description="target: to be reached; actual: already so")
    as_of: date = Field(description="The day of the source, or the day it speaks of")
    due: date | None = Field(default=None, description="The last day of a target, where its source names one")
    text: Text = Field(description="What the number means, as its source has it")
    among: int | None = Field(default=None, gt=0, description="How many units share it, for the average")
    reached: int | None = Field(default=None, ge=0)
    reached_on: date | None = None
    reached_text: Text | None = None

    @model_validator(mode="after")
    def _a_target_is_told_whole(self) -> Bar:
        told = [one is not None for one in (self.reached, self.reached_on, self.reached_text)]
        if any(told) and (not all(told) or self.basis == "actual"):
            raise ValueError(f"{self.id!r} needs reached, reached_on and reached_text together, and only as a target")
        if self.due is not None and (self.basis == "actual" or self.due < self.as_of):
            raise ValueError(f"{self.id!r} is due on {self.due}; only a target is due, and after its source's day")
        return self


class BarChart(Published):
    """Bars of one unit, and what a visitor is asked of them before their nature is shown."""

    id: Slug
    name: Words
    unit: Words
    bars: tuple[Bar, ...] = Field(min_length=2, max_length=4)
    asks: Literal["nothing", "actual", "average"] = Field(
        default="nothing", description="actual: which is already so; average: which is the greatest on average"
    )
    question: Words | None = None
    answer: Text | None = None
    average_name: Words | None = Field(default=None, description="Per what, such as: per congress")
    caveat: Text = Field(description="How to read it, or what it can't say")

    @model_validator(mode="after")
    def _a_question_has_an_answer(self) -> BarChart:
        if (self.asks != "nothing") != bool(self.question and self.answer):
            raise ValueError(f"{self.id!r} asks {self.asks}; give question and answer together, or neither")
        shared = [one.among is not None for one in self.bars]
        if any(shared) != bool(self.average_name) or any(shared) != all(shared):
            raise ValueError(f"{self.id!r} needs `among` on every bar and average_name, or none of them")
        if self.asks == "average" and not self.average_name:
            raise ValueError(f"{self.id!r} asks for an average; give every bar `among`, and average_name")
        return self

    @property
    def right(self) -> tuple[str, ...]:
        """The bars that answer the question; none where no source says that any of them is so."""
        if self.asks == "average":
            averages = {one.id: one.value / (one.among or 1) for one in self.bars}
            return tuple(id for id, value in averages.items() if value == max(averages.values()))
        return tuple(one.id for one in self.bars if one.basis == "actual") if self.asks == "actual" else ()


class BarsBlock(BlockBase):
    """Data bars: one chart after the other, with a question first."""

    kind: Literal["bars"] = "bars"
    charts: tuple[BarChart, ...] = Field(min_length=1, max_length=8)
