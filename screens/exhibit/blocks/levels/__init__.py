"""The four levels as hills: who elects whom, who answers to whom, who oversees whom."""

from __future__ import annotations

from screens.exhibit.blocks import BlockKind
from screens.exhibit.blocks.levels.model import LevelsModel
from screens.exhibit.blocks.levels.view import view

KIND = BlockKind("levels", lambda block, _catalog, _rng: LevelsModel(block), view)
