"""Pictures of the exhibition's own: files beside an exhibit, each with what it shows and what is said about it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from content.schema.base import BlockBase, Published, Slug, Text, Words

PICTURE_PATTERN = r"^[a-z0-9][a-z0-9_-]{0,59}\.(png|jpg|webp)$"
PictureFile = Annotated[str, Field(pattern=PICTURE_PATTERN)]


class Media(Published):
    """A picture. Where its file cannot be shown, `alt` stands in its place for good: it says everything seen there."""

    id: Slug
    file: PictureFile = Field(description="A file in the folder media/ beside the exhibit")
    contrast: PictureFile | None = Field(default=None, description="The same picture for the high-contrast theme")
    name: Words
    alt: Words = Field(description="What there is to see; read aloud, and shown where the picture can't be")
    caption: Text
    shows_map: bool = Field(default=False, description="A map of real places is seen in it")
    map_approval: str | None = Field(default=None, description="审图号, as printed on the map; shown beside it")


class GalleryBlock(BlockBase):
    """Pictures to walk through, one at a time, each with its name and caption."""

    kind: Literal["gallery"] = "gallery"
    pictures: tuple[Media, ...] = Field(min_length=1, max_length=12)

    @model_validator(mode="after")
    def _pictures_have_their_own_ids(self) -> GalleryBlock:
        ids = [one.id for one in self.pictures]
        if len(set(ids)) != len(ids):
            raise ValueError("two pictures share an id; give each its own")
        return self
