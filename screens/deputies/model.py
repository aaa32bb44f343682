"""Finding a deputy by place, station, level, initials, strokes or name; what is asked and what was found.

Owns the question. Leaves to others: searching (`finder`, `content.search`), one deputy's page (`profile`), drawing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from content.catalog import LEVELS, Catalog
from content.schema import Deputy, Level, Region, Words
from screens.deputies.finder import STROKES, Finder, PlaceKind, Scope
from screens.deputies.names import ShownName, shown
from screens.flow import Place
from screens.inputs.layouts import INITIALS
from screens.screen import Effects, Go, Screen

PAGE = 6  # results a page; a view may show fewer
PORTRAITS = 24  # results a page where they are shown as portraits
LONGEST_QUERY = 12  # characters, or strokes
Showing = Literal["results", "places"]
Route = Literal["letters", "strokes"]
PlacesOf = Literal["region", "township", "community", "station"]


@dataclass(frozen=True, slots=True)
class Row:
    """One result as it is shown."""

    deputy: Deputy
    name: ShownName
    region: Region | None


@dataclass(frozen=True, slots=True)
class DirectoryState:
    """What was asked and what was found. `rows` begin at result `first`; `alive` are the letters that lead on.

    On the page of places, `first` counts places: those of `places_of`, which are `regions` or `named`. `peopled` are
    the regions where somebody would be found; `has` the kinds of places there are to choose from here. By `strokes`,
    the query and `alive` are of h, s, p, n, z and *.
    """

    query: str = ""
    route: Route = "letters"
    portraits: bool = False
    level: Level | None = None
    region: Region | None = None
    township: Words | None = None
    community: Words | None = None
    station: Words | None = None
    has: frozenset[PlaceKind] = frozenset()
    showing: Showing = "results"
    places_of: PlacesOf = "region"
    named: tuple[Words, ...] = ()
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
        elif name == "stroke":
            self._press_stroke(value)
        elif name == "level":
            self._ask(level=next((one for one in LEVELS if one == value), None))
        elif name == "place":
            self._choose(value)
        elif name in ("places", "townships", "communities", "stations"):
            self._show_places(_KINDS[name])
        elif name == "from" and value.isdecimal():
            self._turn(int(value))
        elif name == "route" and value in ("letters", "strokes"):
            self._ask(route=value, query="")
        elif name == "portraits":
            self._ask(portraits=not self.state.portraits)
        elif name == "clear":
            self._ask(query="", level=None, region=None, township=None, community=None, station=None)
        elif id == "dock.back" and self.state.showing == "places":
            self._ask()
        elif id == "dock.back" and self.state.portraits:
            self._ask(portraits=False)
        return ()

    def key(self, key: str, now: float) -> Effects:
        if self.state.showing == "places":
            return ()
        if key == "backspace":
            self._ask(query=self.state.query[:-1])
        elif len(key) == 1 and (key.isalpha() or key == "·"):
            if self.state.route == "strokes":
                self._ask(route="letters", query="")
            self._type(key)
        elif key == "enter" and self.state.total == 1:
            return self._open("0")
        return ()

    def renew(self, content: Catalog) -> None:
        self._catalog = content
        region, fresh = self.state.region, self._blank()
        still = region is not None and any(one.id == region.id for one in fresh.regions)
        self.state = replace(
            fresh, query=self.state.query, route=self.state.route, level=self.state.level,
            portraits=self.state.portraits, region=region if still else None,
        )  # fmt: skip
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
            self._ask(query=self.state.query + (letter if self.state.route == "strokes" else letter.upper()))

    def _press_stroke(self, code: str) -> None:
        if code == "delete":
            self._ask(query=self.state.query[:-1])
        elif code == "any" and self.state.alive:
            self._type("*")
        elif code in STROKES and code in self.state.alive:
            self._type(code)

    def _ask(self, **what: object) -> None:
        """Change the question and search anew, from the first result."""
        state = replace(self.state, showing="results", first=0, **what)  # type: ignore[arg-type]
        finder, scope, strokes = self._finder, _scope(state), state.route == "strokes"
        total, ids = self._found(state, 0)
        alive = finder.next_letters(state.query, scope, strokes=strokes)
        self.state = replace(
            state,
            total=total,
            rows=self._rows(ids),
            alive=alive if strokes else frozenset(one.upper() for one in alive).intersection(INITIALS),
            levels=finder.levels(state.query, scope, strokes=strokes),
            has=self._kinds_here(state),
        )

    def _found(self, state: DirectoryState, first: int) -> tuple[int, tuple[str, ...]]:
        """How many, and the ids of a page from `first`. Those of a station go by level."""
        page = PORTRAITS if state.portraits else PAGE
        strokes, scope = state.route == "strokes", _scope(state)
        if state.station is None:
            found = self._finder.find(state.query, first + page, scope, strokes=strokes)
            return found.total, found.keys[first:]
        total = self._finder.find(state.query, 0, scope, strokes=strokes).total
        whole = self._finder.find(state.query, total, scope, strokes=strokes).keys
        return total, self._finder.by_level(whole)[first : first + page]

    def _turn(self, first: int) -> None:
        state = self.state
        if state.showing == "places":
            count = len(state.regions if state.places_of == "region" else state.named)
            self.state = replace(state, first=min(first, max(0, count - 1)))
            return
        first = min(first, max(0, state.total - 1))
        self.state = replace(state, first=first, rows=self._rows(self._found(state, first)[1]))

    # ---- places

    def _kinds_here(self, state: DirectoryState) -> frozenset[PlaceKind]:
        """The kinds of places by which this region, or township, can be narrowed further."""
        if state.region is None:
            return frozenset()
        scope = _scope(state)
        found: set[PlaceKind] = set()
        if self._places("township", replace(scope, township=None)):
            found.add("township")
        if state.township is not None and self._places("community", scope):
            found.add("community")
        if self._places("station", scope):
            found.add("station")
        return frozenset(found)

    def _places(self, kind: PlaceKind, scope: Scope) -> tuple[Words, ...]:
        return self._finder.places(kind, scope)

    def _show_places(self, places_of: PlacesOf) -> None:
        state, scope = self.state, _scope(self.state)
        if places_of == "region":
            peopled = self._finder.regions(state.query, scope, strokes=state.route == "strokes")
            self.state = replace(state, showing="places", places_of="region", first=0, peopled=peopled, named=())
        elif places_of in state.has:
            where = replace(scope, township=None) if places_of == "township" else scope
            named = self._places(places_of, where)
            self.state = replace(state, showing="places", places_of=places_of, first=0, named=named)

    def _choose(self, value: str) -> None:
        """A place was chosen: a region by id, the others by their number in the list; anything else is all of them."""
        state = self.state
        if state.places_of == "region":
            region = next((one for one in state.regions if one.id == value), None)
            self._ask(region=region, township=None, community=None, station=None)
            return
        number = int(value) if value.isdecimal() else -1
        chosen = state.named[number] if 0 <= number < len(state.named) else None
        if state.places_of == "township":
            self._ask(township=chosen, community=None, station=None)
        elif state.places_of == "community":
            self._ask(community=chosen)
        else:
            self._ask(station=chosen)

    def _rows(self, ids: tuple[str, ...]) -> tuple[Row, ...]:
        return tuple(self._row(self._catalog.deputy(id)) for id in ids)

    def _row(self, deputy: Deputy) -> Row:
        return Row(deputy, shown(deputy.name, deputy.name_pinyin, deputy.name_en), region_of(self._catalog, deputy))

    def _open(self, place: str) -> Effects:
        if place.isdecimal() and int(place) < len(self.state.rows):
            return (Go(Place("deputies", self.state.rows[int(place)].deputy.id)),)
        return ()


_KINDS: dict[str, PlacesOf] = {
    "places": "region", "townships": "township", "communities": "community", "stations": "station",
}  # fmt: skip


def _scope(state: DirectoryState) -> Scope:
    def name(words: Words | None) -> str | None:
        return words.zh_hans if words else None

    region = state.region.id if state.region else None
    return Scope(region, name(state.township), name(state.community), name(state.station), state.level)


def region_of(catalog: Catalog, deputy: Deputy) -> Region | None:
    """The deputy's region; None where the directory does not list it."""
    try:
        return catalog.region(deputy.region)
    except KeyError:
        return None
