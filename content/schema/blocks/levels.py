"""The drill-down through the four levels of the congresses."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from content.schema.base import BlockBase, Level, Published, Relation, Slug, Text, Words


class Organ(Published):
    """A body drawn in the levels diagram."""

    id: Slug
    name: Words
    note: Text
    role: Literal["congress", "standing", "executive", "supervisory", "court", "procuratorate", "presidium"]


class Arrow(Published):
    """A relation between two organs of one level, or from the voters (`voters`) or the level below (`below`)."""

    id: Slug
    origin: Slug
    target: Slug
    relation: Relation
    text: Text


class CongressLevel(Published):
    """One of the four levels: who elects it, what it consists of."""

    id: Level
    name: Words
    full_name: Words
    election: Literal["direct", "indirect"]
    summary: Text
    organs: tuple[Organ, ...] = Field(min_length=2)
    arrows: tuple[Arrow, ...] = Field(min_length=1)


class Aside(Published):
    """A question with its answer in panels: "And the subdistricts?"."""

    id: Slug
    question: Words
    teaser: Text
    panels: tuple[Text, ...] = Field(min_length=1)


class LevelsBlock(BlockBase):
    """Drill-down through the four levels; arrows say who elects, reports to, oversees whom."""

    kind: Literal["levels"] = "levels"
    levels: tuple[CongressLevel, ...] = Field(min_length=2, description="From the township upwards")
    asides: tuple[Aside, ...] = ()
