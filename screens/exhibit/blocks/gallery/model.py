"""Which picture is looked at, and which part of its words where they need several pages."""

from __future__ import annotations

from dataclasses import dataclass, replace

from content.media import path_of
from content.schema import GalleryBlock, Media
from screens.exhibit.blocks import BlockEffects, BlockModel


@dataclass(frozen=True, slots=True)
class GalleryState:
    """`exhibit` is whose files they are. `part` is counted by the view; past the last one it means the last."""

    block: GalleryBlock
    exhibit: str
    at: int = 0
    part: int = 0

    @property
    def shown(self) -> Media:
        """The picture that is looked at."""
        return self.block.pictures[self.at]

    def path(self, one: Media, contrast: bool) -> str:
        """The logical path of a picture's file in a theme."""
        return path_of(self.exhibit, one.contrast if contrast and one.contrast else one.file)


class GalleryModel(BlockModel[GalleryState]):
    """Arrows ask for a picture and a part of its words, `gallery.to.<n>.<part>`; small pictures `gallery.pick.<id>`."""

    def __init__(self, block: GalleryBlock, exhibit: str) -> None:
        self.state = GalleryState(block, exhibit)

    def press(self, id: str, now: float) -> BlockEffects:
        state = self.state
        if id == "dock.back":
            if state.at or state.part:
                self.state = replace(state, at=max(0, state.at - (0 if state.part else 1)), part=0)
        elif id.startswith("gallery.to."):
            self._to(id.removeprefix("gallery.to."))
        else:
            for n, one in enumerate(state.block.pictures):
                if id == f"gallery.pick.{one.id}":
                    self.state = replace(state, at=n, part=0)
        return ()

    def _to(self, place: str) -> None:
        at, _, part = place.partition(".")
        if at.isdecimal() and part.isdecimal() and int(at) < len(self.state.block.pictures):
            self.state = replace(self.state, at=int(at), part=int(part))
