"""The count of one ballot box as a simulation: papers one by one, then the result by law."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from content.schema.base import BlockBase, Published, Slug, Text, Words


class Candidate(Published):
    """A made-up candidate: a tree, never a person."""

    id: Slug
    name: Words
    art: str = Field(description="Name of a drawing in media/art")


class BallotPaper(Published):
    """How one paper is marked, made up. Whether it counts is computed."""

    chosen: tuple[Slug, ...] = Field(default=(), description="Candidates marked with a ring")
    against: tuple[Slug, ...] = Field(default=(), description="Candidates marked with a cross")
    writes_in: Words | None = Field(default=None, description="Another voter chosen instead: a tree as well")

    @model_validator(mode="after")
    def _marks_each_once(self) -> Self:
        if set(self.chosen) & set(self.against):
            raise ValueError("a paper is for and against the same candidate; keep one of the two marks")
        return self


class BallotBox(Published):
    """The papers of one constituency, made up. The result is computed from them."""

    id: Slug
    voters: int = Field(gt=0, le=40, description="All voters of the constituency")
    took_part: int = Field(gt=0, description="Voters who were given a paper")
    papers: tuple[BallotPaper, ...] = Field(min_length=1, max_length=12)

    @model_validator(mode="after")
    def _nobody_votes_who_is_no_voter(self) -> Self:
        if self.took_part > self.voters:
            raise ValueError(f"box {self.id!r}: more took part than there are voters; correct one of the numbers")
        return self


class CountBlock(BlockBase):
    """The visitor counts a box: valid or void, tally, turnout, majority; a vote again or a run-off if need be."""

    kind: Literal["count"] = "count"
    seats: int = Field(ge=1, le=3, description="Seats of the constituency (选举法 art. 25: one to three)")
    candidates: tuple[Candidate, ...] = Field(min_length=2, max_length=6)
    boxes: tuple[BallotBox, ...] = Field(min_length=1)
    disclaimer: Text
    method: Text = Field(description="How made-up voters vote in later rounds, disclosed")

    @model_validator(mode="after")
    def _papers_name_candidates(self) -> Self:
        known = {one.id for one in self.candidates}
        for box in self.boxes:
            for number, paper in enumerate(box.papers, start=1):
                odd = sorted((set(paper.chosen) | set(paper.against)) - known)
                if odd:
                    raise ValueError(
                        f"box {box.id!r}, paper {number}: {odd[0]!r} is no candidate; use one of {sorted(known)}"
                    )
        return self
