"""A procedure, step by step."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from content.schema.base import BlockBase, Fact, Published, Slug, Text, Words


class Step(Published):
    """One step of a procedure."""

    id: Slug
    name: Words
    text: Text
    facts: tuple[Fact, ...] = ()
    art: str | None = Field(default=None, description="Name of a drawing in media/art")
    opens: Slug | None = Field(default=None, description="Block of this exhibit that lets the visitor try this step")
    opens_label: Words | None = None


class StepsBlock(BlockBase):
    """A procedure as a flight of stairs: one step open at a time."""

    kind: Literal["steps"] = "steps"
    steps: tuple[Step, ...] = Field(min_length=2, max_length=6)
