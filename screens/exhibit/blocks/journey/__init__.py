"""A case that branches, told on a working-day clock."""

from __future__ import annotations

from screens.exhibit.blocks import BlockKind
from screens.exhibit.blocks.journey.model import JourneyModel
from screens.exhibit.blocks.journey.view import view

KIND = BlockKind("journey", lambda block, _catalog, _rng: JourneyModel(block), view)
