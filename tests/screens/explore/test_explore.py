"""Every exhibit is two touches from home, whichever way one looks."""

import random
from datetime import date
from itertools import product

import pytest

from content import bundled
from content.catalog import Catalog
from screens.exhibit.model import ExhibitScreen
from screens.explore.model import LINKS, POWERS, Explore
from screens.explore.view import view
from screens.flow import Place
from screens.look import Look
from screens.scene import Target
from screens.screen import Go
from tests.screens.looks import all_looks, complaints


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return Catalog(bundled.read(date(2026, 11, 23)))


def test_it_begins_with_everything(catalog: Catalog) -> None:
    assert Explore(catalog, "").state.shown == catalog.exhibition.exhibits


def test_every_exhibit_opens(catalog: Catalog) -> None:
    model = Explore(catalog, "")
    for exhibit in model.state.shown:
        assert model.press(f"explore.exhibit.{exhibit.id}", 0.0) == (Go(Place("exhibit", exhibit.id)),)


def test_a_lens_shows_what_is_about_it(catalog: Catalog) -> None:
    model = Explore(catalog, "")
    for lens in model.state.lenses:
        model.press(f"explore.lens.{lens}", 0.0)
        assert model.state.lens == lens
        assert model.state.shown
        assert all(lens in one.links or lens in one.powers for one in model.state.shown)
    model.press("explore.lens.all", 0.0)
    assert model.state.shown == catalog.exhibition.exhibits


def test_all_five_links_and_four_powers_are_ways_in(catalog: Catalog) -> None:
    assert Explore(catalog, "").state.lenses == (*LINKS, *POWERS)


def test_every_exhibit_is_seen_through_some_lens(catalog: Catalog) -> None:
    assert all(one.links for one in catalog.exhibition.exhibits)


def test_what_is_typed_is_found_and_opens(catalog: Catalog) -> None:
    model = Explore(catalog, "")
    model.press("explore.search", 0.0)
    for letter in "shijian":
        model.press(f"explore.letter.{letter}", 0.0)
    assert model.state.query == "SHIJIAN"
    at = next(i for i, one in enumerate(model.state.found) if one.opens == "exhibit:timeline")
    assert model.press(f"explore.found.{at}", 0.0) == (Go(Place("exhibit", "timeline")),)


def test_a_term_opens_over_the_search_and_closes_again(catalog: Catalog) -> None:
    model = Explore(catalog, "search")
    for letter in "pj":
        model.press(f"explore.letter.{letter}", 0.0)
    at = next(i for i, one in enumerate(model.state.found) if one.opens.startswith("term:"))
    assert model.press(f"explore.found.{at}", 0.0) == ()
    assert model.state.term is not None
    assert model.state.sources
    model.press("dock.back", 0.0)
    assert model.state.term is None
    assert model.state.query == "PJ"


def test_back_leaves_the_search_before_the_page(catalog: Catalog) -> None:
    model = Explore(catalog, "")
    model.press("explore.search", 0.0)
    model.press("dock.back", 0.0)
    assert not model.state.searching
    before = model.state
    model.press("dock.back", 0.0)
    assert model.state == before


def test_nothing_typed_stays_for_the_next_visitor(catalog: Catalog) -> None:
    model = Explore(catalog, "")
    model.key("x", 0.0)
    assert model.state.searching
    model.wipe()
    assert model.state == Explore(catalog, "").state


@pytest.mark.parametrize("look", tuple(all_looks()), ids=lambda one: f"{one.landscape} {one.variant}")
def test_a_word_to_start_from_finds_something_in_every_look(catalog: Catalog, look: Look) -> None:
    model = Explore(catalog, "search")
    tries = [one.id for one in view(model.state, look).nodes if isinstance(one, Target) and ".try." in one.id]
    assert tries
    for id in tries:
        model.press(id, 0.0)
        assert model.state.total > 0, id


STATES = {
    "all": (),
    "lens": ("explore.lens.oversight",),
    "second": ("explore.page.next",),
    "search": ("explore.search",),
    "found": ("explore.search", "explore.letter.x", "explore.letter.j"),
    "nothing": ("explore.search", *["explore.letter.q"] * 16),
}


@pytest.mark.parametrize("name", STATES)
def test_it_stands_in_every_variant(catalog: Catalog, name: str) -> None:
    model = Explore(catalog, "")
    for press in STATES[name]:
        model.press(press, 0.0)
    found = []
    for look in all_looks():
        found += [f"{look.variant} {look.landscape}: {one}" for one in complaints(view(model.state, look).nodes, look)]
    assert not found, "\n".join(found[:20])


def test_unknown_presses_change_nothing(catalog: Catalog) -> None:
    model = Explore(catalog, "")
    before = model.state
    for name, value in product(("explore.found", "explore.exhibitx", "nowhere"), ("99", "x")):
        assert model.press(f"{name}.{value}", 0.0) == ()
    assert model.state == before


def test_a_panel_that_was_found_is_the_one_that_opens(catalog: Catalog) -> None:
    model = Explore(catalog, "search")
    for letter in "piaojue":
        model.press(f"explore.letter.{letter}", 0.0)
    at = next(i for i, one in enumerate(model.state.found) if one.opens.endswith("/more/two-words"))
    (go,) = model.press(f"explore.found.{at}", 0.0)
    assert isinstance(go, Go)
    exhibit = ExhibitScreen(catalog, random.Random(1), go.place.about)
    assert (exhibit.state.block, exhibit.state.inner.panel) == ("more", "two-words")
    nowhere = ExhibitScreen(catalog, random.Random(1), "livelihood-vote/more/nothing")
    assert nowhere.state.inner.panel == "gist"
