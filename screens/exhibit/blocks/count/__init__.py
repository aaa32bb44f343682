"""The count of a ballot box: paper by paper, then turnout, majority, a vote again or a run-off (exhibit D3)."""

from __future__ import annotations

from screens.exhibit.blocks import BlockKind
from screens.exhibit.blocks.count.model import CountModel
from screens.exhibit.blocks.count.view import view

KIND = BlockKind("count", lambda block, _catalog, rng: CountModel(block, rng), view)
