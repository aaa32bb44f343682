"""The clause reader: comment on a practice draft, and see what becomes of each opinion."""

from __future__ import annotations

from screens.exhibit.blocks import BlockKind
from screens.exhibit.blocks.clauses.model import ClausesModel
from screens.exhibit.blocks.clauses.view import view

KIND = BlockKind("clauses", lambda block, _catalog, _rng: ClausesModel(block), view)
