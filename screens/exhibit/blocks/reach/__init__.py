"""The reach map: what lies within a quarter of an hour's walk, for whom, from where."""

from __future__ import annotations

from screens.exhibit.blocks import BlockKind
from screens.exhibit.blocks.reach.model import ReachModel
from screens.exhibit.blocks.reach.view import view

KIND = BlockKind("reach", lambda block, _catalog, _rng: ReachModel(block), view)
