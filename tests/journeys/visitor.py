"""Somebody at a station who plays an exhibit to its end and looks at every page on the way."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from tests.journeys.processes import StationProcess

HAN = re.compile(r"[\u4e00-\u9fff]")


class Visitor:
    """Touches, and looks at each page reached."""

    def __init__(self, station: StationProcess, language: str, pictures: Path) -> None:
        self._station = station
        self._language = language
        self._pictures = pictures
        self._seen = 0
        station.tap("attract.begin")
        if language == "en":
            station.tap("dock.language")

    def tap(self, id: str, *, picture: bool = True) -> None:
        """Touch a target, and look at where it leads."""
        self._station.tap(id)
        self.look(id, picture=picture)

    def open(self, screen: str) -> None:
        """Begin at a screen, as `kiosk shots` names it: `exhibit:livelihood-vote/ballot`."""
        self._station.do("show", screen=screen)
        self.look(screen.replace(":", "-").replace("/", "-"))

    def look(self, name: str, *, picture: bool = True) -> None:
        """The page is whole and speaks one language."""
        for widget in self._station.widgets():
            assert not widget["clipped"], f"{name}: {widget['text']!r} is cut off"
            above = widget["role"] == "caption" and widget["id"].startswith("text.")  # the page's title in the strip
            in_chinese = above or widget["id"].startswith("dock.language")
            if self._language == "en" and not in_chinese:
                assert not HAN.search(widget["text"]), f"{name}: {widget['text']!r} is not English"
        if picture:
            self._seen += 1
            file = self._pictures / f"{self._language}-{self._seen:02}-{name}.png"
            self._station.do("shot", file=str(file))
            assert file.stat().st_size > 10_000

    def wait(self, seconds: float) -> None:
        """Let time pass without a touch."""
        self._station.do("wait", seconds=seconds)

    def turn_pages(self, id: str) -> None:
        """Touch the way to the next page until there is none."""
        while self.ids(id):
            self.tap(id)

    def slide(self, id: str, start: float, end: float, *, picture: bool = True) -> None:
        """Draw a finger along a slider, between shares of its width, and look at where it ends."""
        x, y, w, h = next(one["bounds"] for one in self._station.targets() if one["id"] == id)
        self._station.do("drag", **{"from": [x + w * start, y + h - 40], "to": [x + w * end, y + h - 40]})
        self.look(f"{id}-slid", picture=picture)

    def live(self, id: str) -> bool:
        """Whether something is there and can be touched."""
        return any(one["id"] == id and not one["disabled"] for one in self._station.targets())

    def widgets(self) -> list[dict[str, Any]]:
        """Everything on the glass, as the layout dump has it."""
        return self._station.widgets()

    def ids(self, start: str = "") -> list[str]:
        """What can be touched, by the beginning of its id."""
        return [id for id in self._station.ids() if id.startswith(start)]

    def read_panels(self) -> None:
        """Touch every panel of the block that is shown, and every part of it."""
        seen: set[str] = set()
        while left := [id for id in self.ids("panels.to.") if id not in seen]:
            seen.add(left[-1])  # the way on comes last; the first may be the way back
            self.tap(left[-1])
        assert seen
