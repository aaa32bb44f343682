"""A few exhibits under a lens share the page as wide cards; the rest of the overview is drawn alike."""

from __future__ import annotations

from datetime import date

import pytest

from content import bundled
from content.catalog import Catalog
from screens.explore.few import MOST
from screens.explore.model import Explore
from screens.explore.view import view
from screens.look import Look
from screens.scene import Label, Picture, Target
from tests.screens.exhibit.blocks.d1 import measured
from tests.screens.looks import all_looks, complaints, torn

CATALOG = Catalog(bundled.read(date(2026, 11, 23)))
LOOKS = [measured(one) for one in all_looks()]
PLAIN = [one for one in LOOKS if not one.large]
LENSES = Explore(CATALOG, "").state.lenses


@pytest.mark.parametrize("lens", LENSES)
def test_every_lens_stands_in_every_variant(lens: str) -> None:
    state = Explore(CATALOG, lens).state
    for look in LOOKS:
        nodes = view(state, look).nodes
        assert complaints(nodes, look) + torn(nodes) == [], look.variant


@pytest.mark.parametrize("lens", [one for one in LENSES if len(Explore(CATALOG, one).state.shown) <= MOST])
def test_few_exhibits_stand_on_one_page_with_their_drawings(lens: str) -> None:
    state = Explore(CATALOG, lens).state
    for look in PLAIN:
        nodes = view(state, look).nodes
        cards = [one for one in nodes if isinstance(one, Target) and one.id.startswith("explore.exhibit.")]
        assert len(cards) == len(state.shown)
        drawn = {one.name for one in nodes if isinstance(one, Picture)}
        assert {one.picture for one in state.shown} <= drawn


@pytest.mark.parametrize("look", PLAIN, ids=lambda one: f"{one.landscape} {one.variant}")
def test_one_exhibit_alone_says_what_it_is_about(look: Look) -> None:
    alone = next(one for one in LENSES if len(Explore(CATALOG, one).state.shown) == 1)
    state = Explore(CATALOG, alone).state
    said = [one.full for one in view(state, look).nodes if isinstance(one, Label)]
    assert look.say(state.shown[0].gist) in said or look.say(state.shown[0].subtitle) in said


def test_search_stays_within_low_reach() -> None:
    state = Explore(CATALOG, "").state
    for look in (one for one in LOOKS if one.reach_top):
        search = next(one for one in view(state, look).nodes if isinstance(one, Target) and one.id == "explore.search")
        assert search.box.y >= look.reach_top
