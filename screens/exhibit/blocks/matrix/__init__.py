"""Links against kinds of units: tap where two meet."""

from __future__ import annotations

from screens.exhibit.blocks import BlockKind
from screens.exhibit.blocks.matrix.model import MatrixModel
from screens.exhibit.blocks.matrix.view import view

KIND = BlockKind("matrix", lambda block, _catalog, _rng: MatrixModel(block), view)
