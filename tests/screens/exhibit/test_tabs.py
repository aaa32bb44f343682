"""The tabs of every exhibit stand whole beside or below its heading, in every look."""

import random
from datetime import date
from itertools import pairwise

import pytest

from content import bundled
from content.catalog import Catalog
from screens.exhibit.model import SOURCES, ExhibitScreen
from screens.exhibit.view import view
from screens.scene import Label, targets
from tests.screens.exhibit.blocks.d1 import measured
from tests.screens.looks import all_looks

CATALOG = Catalog(bundled.read(date(2026, 11, 23)))
IDS = [one.id for one in CATALOG.exhibition.exhibits]


@pytest.mark.parametrize("exhibit", IDS)
def test_tabs_stand_inside_apart_and_leave_the_heading_a_quarter(exhibit: str) -> None:
    state = ExhibitScreen(CATALOG, random.Random(1), f"{exhibit}/{SOURCES}").state
    for look in (measured(one) for one in all_looks()):
        nodes = view(state, look).nodes
        boxes = [one.box for one in targets(nodes) if one.id.startswith("exhibit.tab.")]
        assert len(boxes) == len(state.exhibit.blocks) + 1
        assert all(one.x >= look.content.x - 0.5 and one.right <= look.content.right + 0.5 for one in boxes)
        for one, other in pairwise(boxes):
            assert other.x >= one.right + 7.5 or other.y >= one.bottom + 7.5, look.variant
        rows = [sum(one.y == y for one in boxes) for y in sorted({one.y for one in boxes})]
        if not look.landscape and len(rows) > 1:
            assert max(rows) - min(rows) <= 2, (look.variant, rows)
        if look.landscape:
            title = next(one for one in nodes if isinstance(one, Label) and one.id == "exhibit.title")
            assert len({one.y for one in boxes}) == 1
            assert boxes[0].x - look.content.x >= look.content.w / 4, look.variant
            assert title.box.right <= boxes[0].x, look.variant
