"""An exhibit: its blocks one at a time under one heading, with tabs between them and its sources at the end."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date

from content.catalog import Catalog
from screens.exhibit.model import ExhibitScreen
from screens.exhibit.view import view
from screens.screen import ScreenKind


def kind(
    catalog: Callable[[], Catalog], rng: random.Random, today: Callable[[], date] | None = None, tier: str = ""
) -> ScreenKind:
    """The exhibit screen over a catalogue; `rng` drives the simulations, `today` tells blocks the day.

    `tier` is where the station stands, as the tree of tiers names it; empty where nobody has said so.
    """

    def on_home() -> tuple[str, ...]:
        opened = [card.opens for card in catalog().exhibition.home.cards]
        return tuple(one.removeprefix("exhibit:") for one in opened if one.startswith("exhibit:"))

    return ScreenKind("exhibit", lambda about: ExhibitScreen(catalog(), rng, about, today, tier), view, likely=on_home)
