"""Who is in office today, found by name, strokes, place and level: the catalogue's index within one day.

Owns what is costly and asked again at every key: the sets of a day. Leaves to others: matching (`content.search`), the
deputies themselves (`content.catalog`). One finder serves all visits until the content or the day changes.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Literal

from content.catalog import LEVELS, Catalog
from content.readings import spelled
from content.schema import Deputy, Level, Words
from content.search import Found, NameIndex, Within
from screens.inputs.strokes.table import StrokeTable

STROKES = "hspnz"
PlaceKind = Literal["township", "community", "station"]

_PLACES: tuple[PlaceKind, ...] = ("township", "community", "station")


@dataclass(frozen=True, slots=True)
class Scope:
    """Where and at which level somebody is looked for; places are named as in the directory's Chinese."""

    region: str | None = None
    township: str | None = None
    community: str | None = None
    station: str | None = None
    level: Level | None = None

    @property
    def everywhere(self) -> bool:
        return self == Scope()


class Finder:
    """The deputies whose term runs on one day. `catalog` and `day` never change.

    What a key asks costs as much as the names that begin with what is typed; with nothing typed, nothing is walked.
    """

    def __init__(self, catalog: Catalog, day: date, strokes: Callable[[], StrokeTable] = StrokeTable.read) -> None:
        self.catalog = catalog
        self.day = day
        self._in_office = catalog.in_office(day)
        self._read_strokes = strokes
        self._scopes: dict[Scope, Within] = {}
        self._named: dict[tuple[PlaceKind, Scope], tuple[Words, ...]] = {}

    def find(self, query: str, limit: int, scope: Scope, *, strokes: bool = False) -> Found[str]:
        """How many match, and the ids of the first `limit`. With `strokes`, the query is of h, s, p, n, z and *."""
        within = self._within(scope)
        if strokes:
            return self._names.by_strokes(query, limit, self._codes, within)
        return self._names.find(query, limit, within)

    def next_letters(self, query: str, scope: Scope, *, strokes: bool = False) -> frozenset[str]:
        """The letters a-z, or the strokes, that still find somebody."""
        if strokes:
            return frozenset(one for one in STROKES if self.find(query + one, 0, scope, strokes=True).total)
        return self._names.next_letters(query, self._within(scope))

    def levels(self, query: str, scope: Scope, *, strokes: bool = False) -> frozenset[Level]:
        """The levels that would not come up empty."""
        wanted = ((one, replace(scope, level=one)) for one in LEVELS)
        return frozenset(one for one, where in wanted if self.find(query, 0, where, strokes=strokes).total)

    def regions(self, query: str, scope: Scope, *, strokes: bool = False) -> frozenset[str]:
        """The regions that would not come up empty."""
        wanted = (
            (one.id, Scope(region=one.id, level=scope.level)) for one in self.catalog.exhibition.directory.regions
        )
        return frozenset(one for one, where in wanted if self.find(query, 0, where, strokes=strokes).total)

    def places(self, kind: PlaceKind, scope: Scope) -> tuple[Words, ...]:
        """The townships of a region, the communities of a township, or the stations of either; by pinyin."""
        place = replace(scope, community=None, station=None, level=None)
        if (kind, place) not in self._named:
            within, keys = self._within(place), self._names.keys
            ids = keys if within is None else (keys[row] for row in within.rows)
            found = {named.zh_hans: named for id in ids if (named := getattr(self.catalog.deputy(id), kind))}
            self._named[kind, place] = tuple(
                found[one] for one in sorted(found, key=lambda name: (spelled(name), name))
            )
        return self._named[kind, place]

    def by_level(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        """Deputies of a station from the nation's to the township's, each level in the order of names."""
        highest = {id: max(LEVELS.index(one) for one in self.catalog.deputy(id).levels) for id in ids}
        return tuple(sorted(ids, key=lambda id: -highest[id]))

    def is_in_office(self, id: str) -> bool:
        """Whether the term of this deputy runs on the day and the entry is checked; False for an unknown id."""
        return id in self._in_office

    def _within(self, scope: Scope) -> Within | None:
        """Who is there, as the index counts them; worked out once. None for everybody."""
        if scope.everywhere:
            return None
        if scope not in self._scopes:
            parts = sorted((self._parts.get(one, _NOBODY) for one in _wanted(scope)), key=len)
            rows = parts[0]
            if len(parts) > 1:
                rows = array("I", sorted(set(rows).intersection(*parts[1:])))
            self._scopes[scope] = Within(rows)
        return self._scopes[scope]

    @cached_property
    def _names(self) -> NameIndex[str]:
        """The catalogue's own index where everybody is in office, else one without the others."""
        everyone = self.catalog.exhibition.directory.deputies
        if len(self._in_office) == len(everyone):
            return self.catalog.names
        return self.catalog.names_of(one for one in everyone if one.id in self._in_office)

    @cached_property
    def _codes(self) -> dict[str, tuple[str, ...]]:
        """How the characters of the names are written; read when strokes are first asked for. None without a table."""
        try:
            return self._read_strokes().codes(self._names.characters)
        except OSError:
            return {}

    @cached_property
    def _parts(self) -> dict[Hashable, array[int]]:
        """The rows of every place and level, in one walk; a fifth of what sets would take."""
        parts: dict[Hashable, array[int]] = {}
        for row, id in enumerate(self._names.keys):
            for one in _properties(self.catalog.deputy(id)):
                parts.setdefault(one, array("I")).append(row)
        return parts


def finders(today: Callable[[], date]) -> Callable[[Catalog], Finder]:
    """A way to today's finder over a catalogue; it is kept until either is another."""
    kept: list[Finder] = []

    def of(catalog: Catalog) -> Finder:
        day = today()
        if not kept or kept[0].catalog is not catalog or kept[0].day != day:
            kept[:] = [Finder(catalog, day)]
        return kept[0]

    return of


_NOBODY = array("I")


def _wanted(scope: Scope) -> Iterator[Hashable]:
    if scope.region:
        yield "region", scope.region
    if scope.level:
        yield "level", scope.level
    for kind in _PLACES:
        if name := getattr(scope, kind):
            yield kind, scope.region, name


def _properties(deputy: Deputy) -> Iterator[Hashable]:
    yield "region", deputy.region
    for level in deputy.levels:
        yield "level", level
    for kind in _PLACES:
        place = getattr(deputy, kind)
        if place is not None:
            yield kind, deputy.region, place.zh_hans
