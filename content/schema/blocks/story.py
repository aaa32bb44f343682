"""Short told stories: a picture and a few sentences a page."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from content.schema.base import BlockBase, Published, Slug, Text, Words


class StoryPage(Published):
    """One page: a drawing with its caption, a heading, a few sentences."""

    id: Slug
    picture: str = Field(description="Name of a drawing in media/art")
    caption: Words = Field(description="What the drawing shows; read aloud for those who can't see it")
    heading: Words
    text: Text


class Story(Published):
    """One story, page by page."""

    id: Slug
    name: Words
    pages: tuple[StoryPage, ...] = Field(min_length=1, max_length=12)

    @model_validator(mode="after")
    def _pages_have_their_own_ids(self) -> Story:
        ids = [one.id for one in self.pages]
        if len(set(ids)) != len(ids):
            raise ValueError(f"two pages of {self.id!r} share an id; give each its own")
        return self


class StoryBlock(BlockBase):
    """Stories of deputies and stations. One that is made up cites `station-simulation`, and says so on the screen."""

    kind: Literal["story"] = "story"
    stories: tuple[Story, ...] = Field(min_length=1, max_length=4)

    @model_validator(mode="after")
    def _stories_have_their_own_ids(self) -> StoryBlock:
        ids = [one.id for one in self.stories]
        if len(set(ids)) != len(ids):
            raise ValueError("two stories share an id; give each its own")
        return self
