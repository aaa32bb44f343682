"""The seat calculator: population in, seats out, with the formula of art. 12 drawn."""

from __future__ import annotations

from screens.exhibit.blocks import BlockKind
from screens.exhibit.blocks.seats.model import SeatsModel
from screens.exhibit.blocks.seats.view import view

KIND = BlockKind("seats", lambda block, _catalog, _rng: SeatsModel(block), view)
