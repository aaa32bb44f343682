"""Pictures of the exhibition's own, one at a time, each with its name and caption."""

from __future__ import annotations

from screens.exhibit.blocks import BlockKind
from screens.exhibit.blocks.gallery.model import GalleryModel
from screens.exhibit.blocks.gallery.view import view

KIND = BlockKind("gallery", lambda block, catalog, _rng: GalleryModel(block, catalog.exhibit_of(block)), view)
