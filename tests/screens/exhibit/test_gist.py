"""Every exhibit says in half a minute what it is about: the first thing to read in it."""

from __future__ import annotations

import random
from datetime import date

import pytest

from content import bundled
from content.catalog import Catalog
from content.schema import Exhibit, Panel, PanelsBlock
from screens.exhibit.gist import GIST, with_gist
from screens.exhibit.model import ExhibitScreen

CATALOG = Catalog(bundled.read(date(2026, 11, 23)))
EXHIBITS = {one.id: one for one in CATALOG.exhibition.exhibits}


def panels_of(exhibit: Exhibit) -> list[PanelsBlock]:
    return [one for one in exhibit.blocks if isinstance(one, PanelsBlock)]


@pytest.mark.parametrize("exhibit", EXHIBITS)
def test_what_there_is_to_read_begins_with_the_gist(exhibit: str) -> None:
    first, *others = panels_of(EXHIBITS[exhibit])
    shown = ExhibitScreen(CATALOG, random.Random(1), f"{exhibit}/{first.id}").state.inner
    assert shown.panel == GIST
    assert shown.block.panels[0].text == EXHIBITS[exhibit].gist
    assert shown.block.panels[1:] == first.panels, "nothing of what the author wrote is lost"
    for other in others:
        assert with_gist(EXHIBITS[exhibit], other) is other, "it is said once"


def test_an_author_who_wrote_a_panel_of_that_name_keeps_it() -> None:
    exhibit = EXHIBITS["timeline"]
    own = Panel(id=GIST, heading=exhibit.title, text=exhibit.gist)
    block = panels_of(exhibit)[0].model_copy(update={"panels": (own,)})
    changed = exhibit.model_copy(update={"blocks": (block,)})
    assert with_gist(changed, block) is block


def test_its_heading_speaks_each_language() -> None:
    exhibit = EXHIBITS["timeline"]
    block = with_gist(exhibit, panels_of(exhibit)[0])
    assert isinstance(block, PanelsBlock)
    heading = block.panels[0].heading
    assert heading.en == "In short"
    assert heading.zh_hans and heading.zh_hant
