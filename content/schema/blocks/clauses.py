"""Clauses of a practice draft, the opinions a visitor may send in on them, and what becomes of each."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from content.schema.base import BlockBase, Published, Slug, Text, Words


class ClausePiece(Published):
    """A run of words of a clause that an opinion may change. In English pieces are joined with spaces."""

    id: Slug
    text: Text


class ClauseChange(Published):
    """What an opinion does to a clause: other words in place of a piece, or words that follow it."""

    piece: Slug
    how: Literal["replace", "follow"] = "replace"
    text: Text


class ClauseOpinion(Published):
    """One thing a visitor may say about a clause, how it is dealt with, and why."""

    id: Slug
    reason: Words = Field(description="What is missing, at most 12 characters, such as: who pays?")
    says: Text = Field(description="The opinion in full, at most 50 characters")
    about: tuple[Slug, ...] = Field(min_length=1, description="Pieces of the clause that it is about")
    outcome: Literal["adopted", "partly", "declined"]
    reply: Text = Field(description="Why, at most 80 characters; cite the rule it rests on")
    changes: tuple[ClauseChange, ...] = Field(default=(), description="None where it is declined")


class Clause(Published):
    """A clause as it was first drafted."""

    id: Slug
    name: Words = Field(description="Its name on a tab, at most 6 characters")
    pieces: tuple[ClausePiece, ...] = Field(min_length=1)
    opinions: tuple[ClauseOpinion, ...] = Field(min_length=2, max_length=4)

    @model_validator(mode="after")
    def _opinions_fit_the_words(self) -> Clause:
        pieces = [one.id for one in self.pieces]
        replaced: dict[str, str] = {}
        for opinion in self.opinions:
            for wanted in (*opinion.about, *(one.piece for one in opinion.changes)):
                if wanted not in pieces:
                    raise ValueError(
                        f"opinion {opinion.id!r} names the piece {wanted!r}, which clause {self.id!r} has not; "
                        f"use one of {', '.join(pieces)}"
                    )
            if bool(opinion.changes) != (opinion.outcome != "declined"):
                raise ValueError(
                    f"opinion {opinion.id!r} is {opinion.outcome}: one that is declined changes nothing, any other "
                    "something; mend its outcome or its changes"
                )
            for change in opinion.changes:
                other = replaced.setdefault(change.piece, opinion.id) if change.how == "replace" else opinion.id
                if other != opinion.id:
                    raise ValueError(
                        f"opinions {other!r} and {opinion.id!r} both replace the piece {change.piece!r}; cut it in two"
                    )
        return self


class ClausesBlock(BlockBase):
    """Clause reader: read a clause, send in opinions, see what becomes of them, the clause before and after."""

    kind: Literal["clauses"] = "clauses"
    draft: Words = Field(description="The name of the practice draft")
    clauses: tuple[Clause, ...] = Field(min_length=1, max_length=3)
    disclaimer: Text = Field(description="That draft, opinions and replies are made up, at most 60 characters")

    @model_validator(mode="after")
    def _clauses_have_their_own_ids(self) -> ClausesBlock:
        ids = [one.id for one in self.clauses]
        doubled = sorted({one for one in ids if ids.count(one) > 1})
        if doubled:
            raise ValueError(f"two clauses share the id {doubled[0]!r}; give each its own")
        return self
