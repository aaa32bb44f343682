"""Tiers one above the other: a body, its way to the top, and what travels along it."""

from __future__ import annotations

from screens.exhibit.blocks import BlockKind
from screens.exhibit.blocks.tree.model import TreeModel
from screens.exhibit.blocks.tree.view import view

KIND = BlockKind("tree", lambda block, _catalog, _rng: TreeModel(block), view)
