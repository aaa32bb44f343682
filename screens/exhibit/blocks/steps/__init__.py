"""A procedure as a flight of stairs, one step open at a time."""

from __future__ import annotations

from screens.exhibit.blocks import BlockKind
from screens.exhibit.blocks.steps.model import StepsModel
from screens.exhibit.blocks.steps.view import view

KIND = BlockKind("steps", lambda block, _catalog, _rng: StepsModel(block), view)
