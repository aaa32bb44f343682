"""A film of the exhibition's own: files beside an exhibit, its captions in every language, what it shows in words."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from content.schema.base import BlockBase, Made, Published, Text
from content.schema.blocks.gallery import PictureFile

FILM_PATTERN = r"^[a-z0-9][a-z0-9_-]{0,59}\.mp4$"
CAPTION_PATTERN = r"^[a-z0-9][a-z0-9_-]{0,59}\.vtt$"
FilmFile = Annotated[str, Field(pattern=FILM_PATTERN)]
CaptionFile = Annotated[str, Field(pattern=CAPTION_PATTERN)]


class FilmCue(Published):
    """What is said at one time of a film. Made of the caption files; its sources are the film's."""

    start_ms: int = Field(ge=0)
    end_ms: int = Field(ge=1)
    words: Text


class FilmBlock(BlockBase):
    """A film to play. Where it can't be shown, `told` and the poster stand in its place for good."""

    kind: Literal["film"] = "film"
    file: FilmFile = Field(description="A film in the folder media/ beside the exhibit: MP4 with H.264")
    contrast: FilmFile | None = Field(default=None, description="The same film for the high-contrast theme")
    seconds: int = Field(ge=1, le=300, description="How long it is, rounded down")
    poster: PictureFile = Field(description="What is seen before it plays: a picture in the folder media/")
    poster_contrast: PictureFile | None = Field(default=None, description="That picture for the high-contrast theme")
    captions_zh: CaptionFile = Field(description="What is said, in Chinese: WebVTT, in the folder media/")
    captions_en: CaptionFile = Field(description="What is said, in English: the same cues at the same times")
    sign: FilmFile | None = Field(default=None, description="The same in sign language, as long as the film")
    told: Text = Field(description="What there is to see and hear; its sources are those of the captions too")
    sound: bool = Field(default=True, description="Something is heard in it; then a visitor can switch that off")
    shows_map: bool = Field(default=False, description="A map of real places is seen in it")
    map_approval: str | None = Field(default=None, description="审图号, as printed on the map; shown below the film")
    cues: Annotated[tuple[FilmCue, ...], Made()] = Field(default=(), max_length=200)
