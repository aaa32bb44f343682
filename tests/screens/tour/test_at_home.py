"""The way into the tours from the home screen, and what a class locks there."""

from __future__ import annotations

from screens.flow import Place
from screens.home.model import HomeScreen
from screens.home.view import view
from screens.scene import targets
from screens.screen import Go
from tests.screens.looks import all_looks, complaints
from tests.screens.tour.samples import catalog
from tests.screens.tour.test_views import bundled


def test_tours_are_offered_in_every_look_where_content_has_some() -> None:
    for one in all_looks():
        shown = view(HomeScreen(bundled()).state, one)
        found = complaints(shown.nodes, one)
        assert found == [], (one.landscape, one.variant, found)
        ids = {target.id for target in targets(shown.nodes)} | ({shown.action.id} if shown.action else set())
        assert "home.tours" in ids


def test_without_tours_nothing_leads_to_them() -> None:
    for one in all_looks():
        shown = view(HomeScreen(catalog(tours=[])).state, one)
        assert shown.action is None
        assert "home.tours" not in {target.id for target in targets(shown.nodes)}


def test_the_entrance_leads_to_the_choice_of_tours() -> None:
    assert HomeScreen(catalog()).press("home.tours", 0.0) == (Go(Place("tour")),)
