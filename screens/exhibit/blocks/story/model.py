"""Which story is told, which page is open, which part of a page whose words need several."""

from __future__ import annotations

from dataclasses import dataclass, replace

from content.schema import Story, StoryBlock, StoryPage
from screens.exhibit.blocks import BlockEffects, BlockModel


@dataclass(frozen=True, slots=True)
class StoryState:
    """`part` is counted by the view at the visitor's text size; past the last one it means the last."""

    block: StoryBlock
    at: int = 0
    page: int = 0
    part: int = 0

    @property
    def story(self) -> Story:
        """The story that is told."""
        return self.block.stories[self.at]

    @property
    def open(self) -> StoryPage:
        """The page that is open."""
        return self.story.pages[self.page]


class StoryModel(BlockModel[StoryState]):
    """Pages are asked for by number, `story.to.<page>.<part>`; a story by its id."""

    def __init__(self, block: StoryBlock) -> None:
        self.state = StoryState(block)

    def press(self, id: str, now: float) -> BlockEffects:
        state = self.state
        if id == "dock.back":
            if state.page or state.part:
                self.state = replace(state, page=max(0, state.page - (0 if state.part else 1)), part=0)
            return ()
        for i, story in enumerate(state.block.stories):
            if id == f"story.of.{story.id}":
                self.state = StoryState(state.block, i)
        if id.startswith("story.to."):
            self._to(id.removeprefix("story.to."))
        return ()

    def _to(self, place: str) -> None:
        page, _, part = place.partition(".")
        if page.isdecimal() and part.isdecimal() and int(page) < len(self.state.story.pages):
            self.state = replace(self.state, page=int(page), part=int(part))
