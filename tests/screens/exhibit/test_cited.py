"""Each number on a screen leads to its source in two touches: the document, who published it, when, and the number."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

import pytest

from content import bundled
from content.catalog import Catalog
from content.figures import figures, stated
from content.schema import Source, Text
from content.walk import models
from kiosk.fits.rooms import Plan
from kiosk.fits.walk import Room, Way, at, labels, states
from screens.composition import topmost
from screens.exhibit.cited import shown
from screens.exhibit.model import ExhibitScreen
from screens.exhibit.view import view
from screens.look import Look
from screens.scene import Scene
from tests.screens.looks import all_looks, complaints, look

DAY = date(2026, 11, 23)
CATALOG = Catalog(bundled.read(DAY))
IDS = [one.id for one in CATALOG.exhibition.exhibits]
LOOKS = [look(), look(False, "en", text="large", reach="low")]
SOURCES = {one.id: one for one in CATALOG.exhibition.sources}
TEXTS = [one for _, one in models((CATALOG.exhibition.exhibits, CATALOG.exhibition.quiz)) if isinstance(one, Text)]


def bare(text: str) -> str:
    return "".join(text.split())


def written(scene: Scene) -> list[str]:
    return [bare(one.full) for layer in scene.layers for one in labels(layer.nodes) if one.full]


def numbers_on(scene: Scene, one: Look) -> list[tuple[Source, list[str]]]:
    """Every number of every text that stands whole in a label: the source that states it, and how that may write it."""
    glass = set(written(scene))
    found = []
    for text in TEXTS:
        if bare(one.say(text)) in glass:
            for source in (SOURCES[id] for id in text.sources):
                for figure in figures(one.say(text)):
                    entries = [entry for entry in source.figures if figure.value in stated(entry)]
                    found += [(source, [figure.written] if one.english else entries)] if entries else []
    return found


def led_to(room: Room, way: Way, scene: Scene, one: Look) -> str:
    """All that is read within two touches on the way to the sources."""
    (door,) = [two.id for two in topmost(scene) if two.id in ("exhibit.tab.sources", "dock.sources")]
    first = room.draw(at(room, (*way, (door, None)), one.variant.language).state, one)
    ways = [two.id for two in topmost(first) if two.id == "exhibit.sources.next" and not two.disabled]
    second = [room.draw(at(room, (*way, (door, None), (id, None)), one.variant.language).state, one) for id in ways]
    return "\n".join(line for page in (first, *second) for line in written(page))


@pytest.mark.slow
@pytest.mark.parametrize("exhibit", IDS)
def test_each_number_leads_to_its_source_in_two_touches(exhibit: str) -> None:
    counted = 0
    for one in LOOKS:
        for room in Plan(DAY).rooms(CATALOG, exhibit):
            if room.id.endswith("/sources"):
                continue
            for way, scene in states(replace(room, strolls=0), one, patience=20):
                numbers = numbers_on(scene, one)
                read = led_to(room, way, scene, one) if numbers else ""
                for source, entries in numbers:
                    assert any(bare(entry) in read for entry in entries), (room.id, way, one.variant, entries)
                    dated = f"{source.dated:%Y-%m-%d}" if source.dated else bare(one.t("exhibit.sources.undated"))
                    for wanted in (one.say(source.title), one.say(source.publisher), dated):
                        assert bare(wanted) in read, (room.id, way, one.variant, source.id)
                counted += len(numbers)
    assert counted > 0, "no number was seen, so nothing was claimed"


@pytest.mark.slow
@pytest.mark.parametrize("exhibit", IDS)
def test_the_sources_over_a_page_stand_in_every_look(exhibit: str) -> None:
    for block in CATALOG.exhibit(exhibit).blocks:
        screen = ExhibitScreen(CATALOG, random.Random(1), f"{exhibit}/{block.id}", lambda: DAY)
        screen.press("dock.sources", 0.0)
        for one in all_looks():
            assert complaints(view(screen.state, one).nodes, one) == [], (block.id, one.variant)


def test_back_and_the_tab_lead_to_the_page_one_came_from() -> None:
    screen = ExhibitScreen(CATALOG, random.Random(1), "livelihood-vote/steps", lambda: DAY)
    before = screen.state
    for way_back in ("dock.back", "exhibit.tab.steps"):
        screen.press("exhibit.tab.sources", 0.0)
        assert screen.state.cited
        assert screen.state.inner == before.inner
        assert screen.press(way_back, 0.0) == ()
        assert screen.state == before


def test_what_moves_waits_while_its_sources_are_read() -> None:
    screen = ExhibitScreen(CATALOG, random.Random(1), "livelihood-vote/steps", lambda: DAY)
    screen.press("exhibit.tab.sources", 0.0)
    assert screen.next_due(0.0) is None


def test_a_page_of_a_long_text_is_known_as_that_text() -> None:
    text = next(one for one in TEXTS if len(one.zh_hans) > 80)
    page, other = look().text(0, 0, 900, text.zh_hans[:30]), look().text(0, 0, 900, "没有谁这样写过。")
    assert shown((text,), (page,), look()) == (text,)
    assert shown((text,), (other,), look()) == ()
