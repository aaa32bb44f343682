"""Short told stories, page by page."""

from __future__ import annotations

from screens.exhibit.blocks import BlockKind
from screens.exhibit.blocks.story.model import StoryModel
from screens.exhibit.blocks.story.view import view

KIND = BlockKind("story", lambda block, _catalog, _rng: StoryModel(block), view)
