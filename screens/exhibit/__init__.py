"""An exhibit: its blocks one at a time under one heading, with tabs between them and its sources at the end."""

from __future__ import annotations

import random
from collections.abc import Callable

from content.catalog import Catalog
from screens.exhibit.model import ExhibitScreen
from screens.exhibit.view import view
from screens.screen import ScreenKind


def kind(catalog: Callable[[], Catalog], rng: random.Random) -> ScreenKind:
    """The exhibit screen over a catalogue; `rng` drives the simulations."""
    return ScreenKind("exhibit", lambda about: ExhibitScreen(catalog(), rng, about), view)
