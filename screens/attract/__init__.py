"""The idle screen: the city at this hour, one question after another, and nothing to learn before touching it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from content.catalog import Catalog
from screens.attract.model import Attract
from screens.attract.view import view
from screens.screen import ScreenKind


def kind(catalog: Callable[[], Catalog], wall: Callable[[], datetime]) -> ScreenKind:
    """The attract screen over a catalogue; `wall` is the local time of day."""
    return ScreenKind("attract", lambda _about: Attract(catalog(), wall), view)
