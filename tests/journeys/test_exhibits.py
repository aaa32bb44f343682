"""A visitor plays D1 and D5 to their end, in Chinese and in English, on a station that has never seen a hub.

Every page is looked at as it stands on the glass: nothing cut off, one language, and a picture kept for people to see.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.processes import StationProcess

pytestmark = pytest.mark.slow
HAN = re.compile(r"[\u4e00-\u9fff]")
LEVELS = ("township", "county", "city", "national")
RELATIONS = ("elects", "reports", "oversees")
LANGUAGES = ("zh-Hans", "en")


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

    def look(self, name: str, *, picture: bool = True) -> None:
        """The page is whole and speaks one language."""
        for widget in self._station.widgets():
            assert not widget["clipped"], f"{name}: {widget['text']!r} is cut off"
            if self._language == "en" and not widget["id"].startswith("dock.language"):
                assert not HAN.search(widget["text"]), f"{name}: {widget['text']!r} is not English"
        if picture:
            self._seen += 1
            file = self._pictures / f"{self._language}-{self._seen:02}-{name}.png"
            self._station.do("shot", file=str(file))
            assert file.stat().st_size > 10_000

    def ids(self, start: str = "") -> list[str]:
        """What can be touched, by the beginning of its id."""
        return [id for id in self._station.ids() if id.startswith(start)]


@pytest.fixture(params=LANGUAGES)
def visitor(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Visitor]:
    """Somebody who has just touched the glass and chosen their language."""
    station = StationProcess(tmp_path / "station", size="960x540")
    try:
        station.start()
        yield Visitor(station, request.param, tmp_path / "pictures")
    finally:
        station.kill()


def test_d1_is_read_to_its_end(visitor: Visitor) -> None:
    visitor.tap("home.levels")
    for level in LEVELS:
        visitor.tap(f"levels.hill.{level}")
        for relation in RELATIONS:
            visitor.tap(f"levels.relation.{relation}")
            for id in visitor.ids("levels.arrow.") + visitor.ids("levels.organ."):
                visitor.tap(id, picture=False)
    for id in visitor.ids("levels.aside."):
        visitor.tap(id)
        visitor.tap("dock.back")
    visitor.tap("levels.voters")
    visitor.tap("exhibit.tab.seats")
    _count_seats(visitor)
    _read_panels(visitor)
    visitor.tap("exhibit.tab.sources")
    visitor.tap("dock.home")
    assert visitor.ids("home.mailbox")


def _count_seats(visitor: Visitor) -> None:
    """Each rule: more people, fewer, an example, and why."""
    rules = visitor.ids("seats.rule.")
    assert rules
    for rule in rules:
        visitor.tap(rule)
        for _ in range(3):
            visitor.tap("seats.more.large")
        visitor.tap("seats.less.small")
        for example in visitor.ids("seats.example."):
            visitor.tap(example)
        if visitor.ids("seats.why"):  # where there is no room for the reasons beside the sum
            visitor.tap("seats.why")
            visitor.tap("dock.back")


def _read_panels(visitor: Visitor) -> None:
    """Every panel, and every part of it."""
    visitor.tap("exhibit.tab.more")
    seen: set[str] = set()
    while left := [id for id in visitor.ids("panels.to.") if id not in seen]:
        seen.add(left[0])
        visitor.tap(left[0])
    assert seen


@pytest.mark.parametrize("rule", ["town", "street"])
def test_d5_is_played_to_its_end(visitor: Visitor, rule: str) -> None:
    visitor.tap("home.steps")
    for step in visitor.ids("steps.step."):
        visitor.tap(step)
    visitor.tap("exhibit.tab.ballot")
    visitor.tap(f"ballot.rule.{rule}")
    visitor.tap("ballot.next")
    visitor.tap(visitor.ids("ballot.item.")[0])
    if visitor.ids("ballot.close"):  # where what a card says lies over the cards
        visitor.tap("ballot.close")
    visitor.tap("ballot.next")
    for _ in range(60):
        if visitor.ids("ballot.cast"):
            break
        for keep in visitor.ids("ballot.keep"):
            visitor.tap(keep)
        visitor.tap("ballot.next")
    _vote(visitor)
    for _ in range(20):
        for reaction in visitor.ids("ballot.react."):  # the last that the budget allows counts
            visitor.tap(reaction, picture=False)
        for grade in visitor.ids("ballot.grade.")[:1]:
            visitor.tap(grade)
        if visitor.ids("ballot.again"):
            break
        visitor.tap("ballot.next")
    assert visitor.ids("ballot.again"), "the end offers to begin again"
    visitor.tap("dock.home")
    visitor.tap("home.steps")
    _read_panels(visitor)
    visitor.tap("exhibit.tab.sources")


def _vote(visitor: Visitor) -> None:
    """Mark until the ballot is full, cast it, and vote again for as long as a tie asks for it."""
    for _ in range(6):
        for option in visitor.ids("ballot.item."):
            visitor.tap(option, picture=False)
        visitor.look("ballot")
        visitor.tap("ballot.cast")
        visitor.tap("ballot.cast.yes")
        if not visitor.ids("ballot.revote"):
            break
        visitor.tap("ballot.revote")
    visitor.tap("ballot.next")
