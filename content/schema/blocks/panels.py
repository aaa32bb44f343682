"""Text to dig into."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from content.schema.base import BlockBase, Fact, Published, Slug, Text, Words


class Panel(Published):
    """One panel: a heading, at most 120 characters, facts, a drawing."""

    id: Slug
    heading: Words
    text: Text
    facts: tuple[Fact, ...] = ()
    art: str | None = None


class PanelsBlock(BlockBase):
    """Text to dig into: short panels with pictures, paged."""

    kind: Literal["panels"] = "panels"
    panels: tuple[Panel, ...] = Field(min_length=1)
