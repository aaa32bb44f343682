"""Everything there is: all exhibits through a lens, and a search over their titles and texts."""

from __future__ import annotations

from collections.abc import Callable

from content.catalog import Catalog
from screens.explore.model import Explore
from screens.explore.view import view
from screens.screen import ScreenKind


def kind(catalog: Callable[[], Catalog]) -> ScreenKind:
    """The overview over a catalogue. `about` may name a lens: `election`, `oversight_power`..., or `search`."""
    return ScreenKind("explore", lambda about: Explore(catalog(), about), view, likely=lambda: ("",))
