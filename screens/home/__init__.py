"""The first screen of a visit: the mailbox and the ways in, chosen by content."""

from __future__ import annotations

from collections.abc import Callable

from content.catalog import Catalog
from screens.home.model import HomeScreen
from screens.home.view import view
from screens.screen import ScreenKind


def kind(catalog: Callable[[], Catalog]) -> ScreenKind:
    """The home screen over a catalogue."""
    return ScreenKind("home", lambda _about: HomeScreen(catalog()), view, likely=lambda: ("",))
