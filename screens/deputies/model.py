"""Finding a deputy by place, level, initials or name; what is asked and what was found.

Owns the question. Leaves to others: searching (`finder`, `content.search`), one deputy's page (`profile`), drawing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from content.catalog import LEVELS, Catalog
from content.schema import Deputy, Level, Region
from screens.deputies.finder import Finder
from screens.deputies.names import ShownName, shown
from screens.flow import Place
from screens.inputs.layouts import INITIALS
from screens.screen import Effects, Go, Screen

PAGE = 6  # results a page; a view may show fewer
LONGEST_QUERY = 12  # characters
Showing = Literal["results", "places"]


@dataclass(frozen=True, slots=True)
class Row:
    """One result as it is shown."""

    deputy: Deputy
    name: ShownName
    region: Region | None


@dataclass(frozen=True, slots=True)
class DirectoryState:
    """What was asked and what was found. `rows` begin at result `first`; `alive` are the letters that lead on.

    On the page of places, `first` counts regions; `peopled` are those where somebody would be found.
    """

    query: str = ""
    level: Level | None = None
    region: Region | None = None
    showing: Showing = "results"
    first: int = 0
    total: int = 0
    rows: tuple[Row, ...] = ()
    alive: frozenset[str] = frozenset()
    levels: frozenset[Level] = frozenset()
    regions: tuple[Region, ...] = ()
    peopled: frozenset[str] = frozenset()
    sample: bool = False


class Directory(Screen[DirectoryState]):
    """The directory. `finder` gives today's index over a catalogue."""

    def __init__(self, catalog: Catalog, finder: Callable[[Catalog], Finder]) -> None:
        self._catalog = catalog
        self._finder_of = finder
        self.state = self._blank()
        self._ask()

    def press(self, id: str, now: float) -> Effects:
        name, _, value = id.removeprefix("deputies.").partition(".")
        if name == "row":
            return self._open(value)
        if name == "initial":
            self._press_initial(value.upper())
        elif name == "level":
            self._ask(level=next((one for one in LEVELS if one == value), None))
        elif name == "place":
            self._ask(region=next((one for one in self.state.regions if one.id == value), None))
        elif name == "places":
            self._show_places()
        elif name == "from" and value.isdecimal():
            self._turn(int(value))
        elif name == "clear":
            self._ask(query="", level=None, region=None)
        elif id == "dock.back" and self.state.showing == "places":
            self._ask()
        return ()

    def key(self, key: str, now: float) -> Effects:
        if self.state.showing == "places":
            return ()
        if key == "backspace":
            self._ask(query=self.state.query[:-1])
        elif len(key) == 1 and (key.isalpha() or key == "·"):
            self._type(key)
        elif key == "enter" and self.state.total == 1:
            return self._open("0")
        return ()

    def renew(self, content: Catalog) -> None:
        self._catalog = content
        region, fresh = self.state.region, self._blank()
        still = region is not None and any(one.id == region.id for one in fresh.regions)
        self.state = replace(fresh, query=self.state.query, level=self.state.level, region=region if still else None)
        self._ask()

    def wipe(self) -> None:
        self.state = self._blank()
        self._ask()

    @property
    def _finder(self) -> Finder:
        return self._finder_of(self._catalog)

    def _blank(self) -> DirectoryState:
        return DirectoryState(regions=self._catalog.regions_on(self._finder.day), sample=self._catalog.is_sample)

    def _press_initial(self, letter: str) -> None:
        if letter == "DELETE":
            self._ask(query=self.state.query[:-1])
        elif letter in self.state.alive:  # a dashed letter does nothing (design guide 9)
            self._type(letter)

    def _type(self, letter: str) -> None:
        if len(self.state.query) < LONGEST_QUERY:
            self._ask(query=self.state.query + letter.upper())

    def _ask(self, **what: object) -> None:
        """Change the question and search anew, from the first result."""
        state = replace(self.state, showing="results", first=0, **what)  # type: ignore[arg-type]
        finder, region = self._finder, state.region.id if state.region else None
        found = finder.find(state.query, PAGE, region, state.level)
        alive = {one.upper() for one in finder.next_letters(state.query, region, state.level)}
        self.state = replace(
            state,
            total=found.total,
            rows=self._rows(found.keys),
            alive=frozenset(alive.intersection(INITIALS)),
            levels=finder.levels(state.query, region),
        )

    def _turn(self, first: int) -> None:
        state = self.state
        if state.showing == "places":
            self.state = replace(state, first=min(first, max(0, len(state.regions) - 1)))
            return
        first = min(first, max(0, state.total - 1))
        region = state.region.id if state.region else None
        found = self._finder.find(state.query, first + PAGE, region, state.level)
        self.state = replace(state, first=first, rows=self._rows(found.keys[first:]))

    def _show_places(self) -> None:
        peopled = self._finder.regions(self.state.query, self.state.level)
        self.state = replace(self.state, showing="places", first=0, peopled=peopled)

    def _rows(self, ids: tuple[str, ...]) -> tuple[Row, ...]:
        return tuple(self._row(self._catalog.deputy(id)) for id in ids)

    def _row(self, deputy: Deputy) -> Row:
        return Row(deputy, shown(deputy.name, deputy.name_pinyin, deputy.name_en), region_of(self._catalog, deputy))

    def _open(self, place: str) -> Effects:
        if place.isdecimal() and int(place) < len(self.state.rows):
            return (Go(Place("deputies", self.state.rows[int(place)].deputy.id)),)
        return ()


def region_of(catalog: Catalog, deputy: Deputy) -> Region | None:
    """The deputy's region; None where the directory does not list it."""
    try:
        return catalog.region(deputy.region)
    except KeyError:
        return None
