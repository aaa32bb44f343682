"""Sorting cards into bins: tap a card, then its bin; every card is explained (F54, F84, F88)."""

from __future__ import annotations

from screens.exhibit.blocks import BlockKind
from screens.exhibit.blocks.sort.model import open_sort
from screens.exhibit.blocks.sort.view import view

KIND = BlockKind("sort", open_sort, view)
