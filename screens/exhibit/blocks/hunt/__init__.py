"""Finding what is wrong in a picture, and saying who should see to it (F83, exhibit D6)."""

from __future__ import annotations

from screens.exhibit.blocks import BlockKind
from screens.exhibit.blocks.hunt.model import HuntModel
from screens.exhibit.blocks.hunt.view import view

KIND = BlockKind("hunt", lambda block, _catalog, _rng: HuntModel(block), view)
