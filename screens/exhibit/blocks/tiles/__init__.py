"""The schematic map of districts and counties on two days, and two of them side by side."""

from __future__ import annotations

from screens.exhibit.blocks import BlockKind
from screens.exhibit.blocks.tiles.model import TilesModel, people_of
from screens.exhibit.blocks.tiles.view import view

KIND = BlockKind("tiles", lambda block, catalog, _rng: TilesModel(block, people_of(catalog)), view)
