"""Making a vague suggestion concrete."""

from __future__ import annotations

from screens.exhibit.blocks import BlockKind
from screens.exhibit.blocks.sharpen.model import SharpenModel
from screens.exhibit.blocks.sharpen.view import view

KIND = BlockKind("sharpen", lambda block, _catalog, _rng: SharpenModel(block), view)
