"""A film with captions in the visitor's language and, where there is one, the same in sign language."""

from __future__ import annotations

from screens.exhibit.blocks import BlockKind
from screens.exhibit.blocks.film.model import FilmModel
from screens.exhibit.blocks.film.view import view

KIND = BlockKind("film", lambda block, catalog, _rng: FilmModel(block, catalog.exhibit_of(block)), view)
