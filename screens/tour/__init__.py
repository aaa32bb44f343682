"""Guided tours: a class against the clock, in teams; visitors and families at their own pace."""

from __future__ import annotations

import random
from collections.abc import Callable

from content.catalog import Catalog
from screens.screen import ScreenKind
from screens.tour.hosted import Exhibits
from screens.tour.model import TourScreen
from screens.tour.view import view


def kind(catalog: Callable[[], Catalog], rng: random.Random, exhibit: ScreenKind) -> ScreenKind:
    """The tour screen over a catalogue; `exhibit` is the screen that its stops show inside, `rng` draws questions."""
    shown = Exhibits(exhibit.open, exhibit.view)
    return ScreenKind(
        "tour",
        lambda about: TourScreen(catalog(), rng, shown, about),
        lambda state, look: view(state, look, shown),
        likely=lambda: ("",),
    )
