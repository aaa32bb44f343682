"""A visitor compares districts on two days, guesses at the data wall, reads the matrix and the tiers: D8 to its end."""

from __future__ import annotations

import pytest

from content.civics.regions import table
from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.slow
IDS = {one.short: one.id for one in table().regions}


def test_the_map_is_compared_across_its_two_days(visitor: Visitor) -> None:
    visitor.open("exhibit:map-and-data/map")
    assert len(visitor.ids("tiles.tile.")) == 38
    visitor.tap(f"tiles.tile.{IDS['渝北']}")
    visitor.tap(f"tiles.tile.{IDS['九龙坡']}")
    for turn in visitor.ids("tiles.page.")[-1:]:
        visitor.tap(turn)
    visitor.tap("tiles.day.november")
    visitor.tap("tiles.clear")
    assert len(visitor.ids("tiles.tile.")) == 37
    visitor.tap(f"tiles.tile.{IDS['两江新区']}")
    visitor.tap("dock.back")
    assert len(visitor.ids("tiles.tile.")) == 37


def test_every_chart_is_answered_and_its_bars_are_read(visitor: Visitor) -> None:
    visitor.open("exhibit:map-and-data/data")
    for chart in range(1, 20):
        bars = visitor.ids("bars.bar.")
        visitor.tap(bars[-1])
        for bar in visitor.ids("bars.bar."):
            visitor.tap(bar)
        for by in visitor.ids("bars.by."):
            visitor.tap(by)
        if f"bars.chart.{chart}" not in visitor.ids("bars.chart."):
            break
        visitor.tap(f"bars.chart.{chart}")
    assert chart == 6


def test_matrix_tiers_panels_and_sources_are_read_to_their_end(visitor: Visitor) -> None:
    visitor.open("exhibit:map-and-data/units")
    cells = visitor.ids("matrix.cell.")
    assert len(cells) == 25
    for id in cells[::3] + visitor.ids("matrix.column."):
        visitor.tap(id, picture=False)
    visitor.look("matrix")
    visitor.tap("exhibit.tab.tiers")
    for id in visitor.ids("tree.node."):
        visitor.tap(id)
    visitor.tap("exhibit.tab.more")
    visitor.read_panels()
    visitor.tap("exhibit.tab.sources")
    visitor.tap("dock.home")
    assert visitor.ids("home.mailbox")
