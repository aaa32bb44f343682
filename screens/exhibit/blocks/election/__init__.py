"""The election committee's work: the day, the deadlines that follow from it, the cases on the way (exhibit D3)."""

from __future__ import annotations

from screens.exhibit.blocks import BlockKind
from screens.exhibit.blocks.election.model import ElectionModel
from screens.exhibit.blocks.election.view import view

KIND = BlockKind("election", lambda block, _catalog, _rng: ElectionModel(block), view)
