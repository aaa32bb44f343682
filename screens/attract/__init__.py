"""The idle screen: the city, one question, and nothing to learn before touching it."""

from __future__ import annotations

from collections.abc import Callable

from content.catalog import Catalog
from screens.attract.model import Attract
from screens.attract.view import view
from screens.screen import ScreenKind


def kind(catalog: Callable[[], Catalog]) -> ScreenKind:
    """The attract screen over a catalogue."""
    return ScreenKind("attract", lambda _about: Attract(catalog()), view)
