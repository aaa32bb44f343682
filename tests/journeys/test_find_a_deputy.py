"""A visitor finds a deputy by every way, at a real station: letters, strokes, place, station, portraits, code."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.journeys.conftest import MakeStation
from tests.journeys.processes import StationProcess

pytestmark = [pytest.mark.slow, pytest.mark.visit]


class Walk:
    """Touches, and looks at each page: whole, and drawn."""

    def __init__(self, station: StationProcess, pictures: Path) -> None:
        self.station, self._pictures, self._seen = station, pictures, 0

    def tap(self, *ids: str) -> None:
        for id in ids:
            self.station.tap(id)
            self.look(id)

    def look(self, name: str) -> None:
        for widget in self.station.widgets():
            assert not widget["clipped"], f"{name}: {widget['text']!r} is cut off"
        self._seen += 1
        file = self._pictures / f"{self._seen:02}-{name}.png"
        self.station.do("shot", file=str(file))
        assert file.stat().st_size > 10_000

    def ids(self, prefix: str) -> list[str]:
        return [one["id"] for one in self.station.targets() if one["id"].startswith(prefix)]

    def text(self, id: str) -> str:
        return next(str(one["text"]) for one in self.station.widgets() if one["id"] == id)


@pytest.mark.parametrize(("language", "size"), [("zh-Hans", "1920x1080"), ("en", "1080x1920")])
def test_every_way_leads_to_a_deputy(make_station: MakeStation, tmp_path: Path, language: str, size: str) -> None:
    station = make_station(size=size)
    station.start()
    walk = Walk(station, tmp_path)
    station.tap("attract.begin")
    if language == "en":
        station.tap("dock.language")
    station.do("show", screen="deputies")
    everyone = walk.text("deputies.count")
    walk.tap("deputies.initial.j")
    assert walk.text("deputies.count") != everyone
    walk.tap("deputies.route.strokes", "deputies.stroke.h", "deputies.stroke.any", "deputies.stroke.delete")
    assert walk.ids("deputies.row."), "strokes find somebody"
    walk.tap("deputies.route.letters", "deputies.places")
    walk.tap(walk.ids("deputies.place.r")[0], "deputies.townships", "deputies.place.0")
    if walk.ids("deputies.communities"):
        walk.tap("deputies.communities", "deputies.place.0")
    walk.tap("deputies.stations", "deputies.place.0", "deputies.portraits")
    walk.tap("deputies.row.0")
    name = walk.text("deputies.name")
    code = walk.text("deputies.code").replace(" ", "")
    for tab in walk.ids("deputies.tab."):
        walk.tap(tab)
    walk.tap("dock.home")
    station.do("scan", text=code)
    walk.look("scanned")
    assert walk.text("deputies.name") == name
