"""Finding a deputy, and one deputy's page with the code that opens it again on another screen or a phone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from content.catalog import Catalog
from screens.deputies.finder import finders
from screens.deputies.model import Directory, DirectoryState
from screens.deputies.profile import Profile
from screens.deputies.state import ProfileState
from screens.look import Look
from screens.screen import ScreenKind, View


def kind(catalog: Callable[[], Catalog], today: Callable[[], date]) -> ScreenKind:
    """The directory, or about a deputy's id their page; opened by a scanned deputy code."""
    finder = finders(today)

    def open(about: str) -> Directory | Profile:
        return Profile(catalog(), finder, about) if about else Directory(catalog(), finder)

    return ScreenKind("deputies", open, _view, opens_code="D", service=True, likely=lambda: ("",))


def _view(state: DirectoryState | ProfileState, look: Look) -> View:
    from screens.deputies import places_view, profile_view, view

    if isinstance(state, ProfileState):
        return profile_view.view(state, look)
    if state.showing == "places":
        return places_view.view(state, look)
    return view.view(state, look)
