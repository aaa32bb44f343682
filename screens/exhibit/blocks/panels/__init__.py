"""Text to dig into: short panels with facts and drawings, paged."""

from __future__ import annotations

from screens.exhibit.blocks import BlockKind
from screens.exhibit.blocks.panels.model import PanelsModel
from screens.exhibit.blocks.panels.view import view

KIND = BlockKind("panels", lambda block, _catalog, _rng: PanelsModel(block), view)
