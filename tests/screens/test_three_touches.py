"""Everything that is explained lies three touches from home. Counted on what the views offer, without Kivy."""

import random
from collections import deque
from datetime import date

import pytest

from content import bundled
from content.catalog import Catalog
from content.schema import Exhibition
from screens.exhibit.model import ExhibitScreen
from screens.exhibit.view import view as exhibit_view
from screens.explore.model import Explore
from screens.explore.view import view as explore_view
from screens.flow import Place
from screens.home.model import HomeScreen
from screens.home.view import view as home_view
from screens.look import Look
from screens.scene import targets
from screens.screen import Go
from tests.screens.looks import look

LIMIT = 3
#: What leads on: cards of home, cards and pages of the overview, tabs of an exhibit.
DOORS = ("home.", "explore.exhibit.", "explore.page.", "explore.lens.", "exhibit.tab.")
LOOKS = {
    f"{'landscape' if wide else 'portrait'}-{language}-{reach}": look(wide, language, reach=reach)
    for wide in (True, False)
    for language in ("zh-Hans", "en")
    for reach in ("normal", "low")
}


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return Catalog(bundled.read(date(2026, 11, 23)))


def everything(exhibition: Exhibition) -> set[str]:
    return {f"{one.id}/{block.id}" for one in exhibition.exhibits for block in one.blocks}


def touches(catalog: Catalog, look: Look, limit: int = LIMIT) -> dict[str, int]:
    """The fewest touches from home to every block, as far as `limit` reaches."""
    found: dict[str, int] = {}
    seen: set[object] = set()
    waiting: deque[tuple[Place, tuple[str, ...], int]] = deque([(Place("home"), (), 0)])
    while waiting:
        place, pressed, count = waiting.popleft()
        screen, offered = shown(catalog, look, place, pressed)
        if (place, screen.state if isinstance(screen, Explore) else ()) in seen:
            continue
        seen.add((place, screen.state if isinstance(screen, Explore) else ()))
        if isinstance(screen, ExhibitScreen):
            found.setdefault(f"{screen.state.exhibit.id}/{screen.state.block}", count)
        for id in offered if count < limit else ():
            model, _ = shown(catalog, look, place, pressed)
            effects = model.press(id, 0.0)
            gone = [one.place for one in effects if isinstance(one, Go)]
            if gone:
                waiting.extend((to, (), count + 1) for to in gone if to.screen in ("home", "explore", "exhibit"))
            elif not effects:
                waiting.append((place, (*pressed, id), count + 1))
    return found


def shown(
    catalog: Catalog, look: Look, place: Place, pressed: tuple[str, ...]
) -> tuple[HomeScreen | Explore | ExhibitScreen, list[str]]:
    """The screen at this place after these touches, and the doors it shows."""
    screen: HomeScreen | Explore | ExhibitScreen
    if place.screen == "home":
        screen = HomeScreen(catalog)
        nodes = home_view(screen.state, look).nodes
    elif place.screen == "explore":
        screen = Explore(catalog, place.about)
        for id in pressed:
            screen.press(id, 0.0)
        nodes = explore_view(screen.state, look).nodes
    else:
        screen = ExhibitScreen(catalog, random.Random(1), place.about)
        nodes = exhibit_view(screen.state, look).nodes
    return screen, [one.id for one in targets(nodes) if one.id.startswith(DOORS) and not one.disabled]


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_every_exhibit_and_block_is_three_touches_from_home(catalog: Catalog, look: Look) -> None:
    counted = touches(catalog, look)
    assert everything(catalog.exhibition) - counted.keys() == set()
    assert max(counted.values()) == LIMIT


def test_large_letters_cost_no_more_than_turning_pages(catalog: Catalog) -> None:
    """Nothing is out of reach where cards are so large that the overview has several pages."""
    large = look(False, "en", text="large")
    assert everything(catalog.exhibition) - touches(catalog, large, LIMIT + 2).keys() == set()


def test_two_touches_are_not_enough_for_all_of_it(catalog: Catalog) -> None:
    """So that the count above counts: a limit of two leaves blocks out."""
    assert everything(catalog.exhibition) - touches(catalog, LOOKS["landscape-zh-Hans-normal"], 2).keys()
