"""A few questions drawn from the exhibition's question bank."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from content.schema.base import BlockBase, Slug


class QuizBlock(BlockBase):
    """A quiz: so many questions, drawn anew each time; one a page, each explained with its source."""

    kind: Literal["quiz"] = "quiz"
    count: int = Field(default=5, ge=1, le=12, description="How many questions are drawn")
    about: tuple[Slug, ...] = Field(
        default=(), description="Only questions about these exhibits or links; all of the bank without any"
    )
    art: str | None = Field(default=None, description="Drawn where the words leave room")
