"""Numbers as bars: a guess first, then what each number is, of which day, and what it is divided by."""

from __future__ import annotations

from screens.exhibit.blocks import BlockKind
from screens.exhibit.blocks.bars.model import BarsModel
from screens.exhibit.blocks.bars.view import view

KIND = BlockKind("bars", lambda block, _catalog, _rng: BarsModel(block), view)
