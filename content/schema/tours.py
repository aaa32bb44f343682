"""Guided tours: a route over exhibits against a clock for a class, or at one's own pace for visitors."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from content.schema.base import Published, Slug, Text, Words

Grade = Literal["primary", "junior", "senior"]
Audience = Literal["class", "visitor", "family"]
Plays = Literal["exhibit", "vote", "quiz"]


class GroupQuestion(Published):
    """What a group talks over at a stop."""

    grade: Grade | None = Field(default=None, description="Only for pupils of this grade; for everybody without one")
    words: Words


class TourStop(Published):
    """One stop: what is on the glass, for how long, and what to do there."""

    id: Slug
    title: Words
    plays: Plays = Field(
        default="exhibit",
        description="An exhibit; its vote by teams; or a quiz of teams drawn from the question bank",
    )
    opens: str | None = Field(
        default=None,
        pattern=r"^exhibit:[a-z0-9_-]+(/[a-z0-9_-]+)?$",
        description="The exhibit or block shown; for a vote by teams the block with the ballot; none for a quiz",
    )
    minutes: tuple[int, ...] = Field(
        min_length=1, description="Minutes here for each length of the tour, in their order; 0 leaves the stop out"
    )
    least: int = Field(default=1, ge=1, description="Minutes it is never shortened below")
    todo: Text = Field(description="What to do here")
    questions: tuple[GroupQuestion, ...] = Field(default=(), description="What the group talks over")
    about: tuple[Slug, ...] = Field(
        default=(), description="For a quiz: only questions about these exhibits or links; all of the bank without any"
    )

    @model_validator(mode="after")
    def _opens_what_it_plays(self) -> TourStop:
        if self.plays == "quiz" and self.opens is not None:
            raise ValueError(f"the quiz {self.id!r} opens {self.opens!r}; take `opens` away")
        if self.plays != "quiz" and self.opens is None:
            raise ValueError(f"the stop {self.id!r} opens nothing; name an exhibit in `opens`")
        for minutes in self.minutes:
            if minutes < 0 or 0 < minutes < self.least:
                raise ValueError(f"the stop {self.id!r} has {minutes} minutes, at least {self.least} are needed; or 0")
        return self

    def question(self, grade: str) -> Words | None:
        """What a group of this grade talks over: what was written for it, or for everybody."""
        own = [one.words for one in self.questions if one.grade == grade]
        return next(iter(own + [one.words for one in self.questions if one.grade is None]), None)


class Tour(Published):
    """A tour. That of a class keeps its time and is set up by a teacher; the others go at the visitor's pace."""

    id: Slug
    title: Words
    subtitle: Words
    audience: Audience
    grades: tuple[Grade, ...] = Field(default=(), description="For a class: the first is whom it is written for")
    lengths: tuple[int, ...] = Field(min_length=1, max_length=3, description="How long it can be, in minutes")
    picture: str
    address: str | None = Field(
        default=None, pattern=r"^https://[^\s]{4,200}$", description="Page with more, in the code at the end"
    )
    stops: tuple[TourStop, ...] = Field(min_length=2, max_length=8)

    @model_validator(mode="after")
    def _adds_up(self) -> Tour:
        ids = [one.id for one in self.stops]
        doubled = sorted({one for one in ids if ids.count(one) > 1})
        if doubled:
            raise ValueError(f"two stops share the id {doubled[0]!r}; give each its own")
        for stop in self.stops:
            if len(stop.minutes) != len(self.lengths):
                raise ValueError(f"stop {stop.id!r} has {len(stop.minutes)} minutes for {len(self.lengths)} lengths")
        for index, length in enumerate(self.lengths):
            found = sum(stop.minutes[index] for stop in self.stops)
            if found != length:
                raise ValueError(f"the stops take {found} minutes, not {length}; change `minutes` of some stop")
        if (self.audience == "class") != bool(self.grades):
            raise ValueError("a class tour names its `grades`, and only a class tour does")
        if self.audience != "class" and any(one.plays != "exhibit" for one in self.stops):
            raise ValueError("teams vote and answer in a class tour only; let this stop open an exhibit")
        return self
