"""The schematic map of districts and counties on two days, and two of them side by side."""

from __future__ import annotations

from random import Random

from content.catalog import Catalog
from content.schema import TilesBlock
from screens.exhibit.blocks import BlockKind
from screens.exhibit.blocks.tiles.model import TilesModel, people_of, traditional_of
from screens.exhibit.blocks.tiles.view import view


def _open(block: TilesBlock, catalog: Catalog, _rng: Random) -> TilesModel:
    return TilesModel(block, people_of(catalog), traditional_of(catalog))


KIND = BlockKind("tiles", _open, view)
