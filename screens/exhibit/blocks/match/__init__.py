"""Putting pairs together: tap a card on each side; every pair is explained (F14, F37, F88)."""

from __future__ import annotations

from screens.exhibit.blocks import BlockKind
from screens.exhibit.blocks.match.model import open_match
from screens.exhibit.blocks.match.view import view

KIND = BlockKind("match", open_match, view)
