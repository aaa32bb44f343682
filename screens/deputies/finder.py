"""Who is in office today, found by initials, place and level: the catalogue's index within one day.

Owns what is costly and asked again at every key: the sets of a day. Leaves to others: matching (`content.search`), the
deputies themselves (`content.catalog`). One finder serves all visits until the content or the day changes.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from datetime import date
from functools import cached_property

from content.catalog import LEVELS, Catalog
from content.schema import Deputy, Level
from content.search import Facets, Found, NameIndex

_Scope = tuple[str | None, Level | None]
_EVERYWHERE: _Scope = (None, None)


class Finder:
    """The deputies whose term runs on one day. `catalog` and `day` never change.

    What a key asks costs as much as the names that begin with what is typed; with nothing typed, nothing is walked.
    """

    def __init__(self, catalog: Catalog, day: date) -> None:
        self.catalog = catalog
        self.day = day
        self._in_office = catalog.in_office(day)
        self._scopes: dict[_Scope, tuple[frozenset[str], tuple[str, ...]]] = {}

    def find(self, query: str, limit: int, region: str | None, level: Level | None) -> Found[str]:
        """How many match, and the ids of the first `limit`."""
        if (region, level) == _EVERYWHERE:
            return self._names.find(query, limit)
        kept, ordered = self._scope(region, level)
        if not query:
            return Found(len(ordered), ordered[:limit])
        return self._names.find(query, limit, kept)

    def next_letters(self, query: str, region: str | None, level: Level | None) -> frozenset[str]:
        """The letters a-z that still find somebody."""
        kept = None if (region, level) == _EVERYWHERE else self._scope(region, level)[0]
        return self._names.next_letters(query, kept)

    def levels(self, query: str, region: str | None) -> frozenset[Level]:
        """The levels that would not come up empty."""
        if not query:
            return frozenset(one for one in LEVELS if self.find("", 0, region, one).total)
        found: set[Level] = set()
        for id in self.find(query, len(self._names), region, None).keys:
            found.update(self.catalog.deputy(id).levels)
            if len(found) == len(LEVELS):
                break
        return frozenset(found)

    def regions(self, query: str, level: Level | None) -> frozenset[str]:
        """The regions that would not come up empty."""
        found = self.find(query, len(self._names), None, level)
        return frozenset(self.catalog.deputy(id).region for id in found.keys)

    def is_in_office(self, id: str) -> bool:
        """Whether the term of this deputy runs on the day; False for an unknown id."""
        return id in self._in_office

    def _scope(self, region: str | None, level: Level | None) -> tuple[frozenset[str], tuple[str, ...]]:
        """Who is of a region and a level: as a set, and in the order of names; worked out once."""
        scope = region, level
        if scope not in self._scopes:
            wanted = [("region", region)] * (region is not None) + [("level", level)] * (level is not None)
            kept = self._facets.having(*wanted)
            self._scopes[scope] = kept, tuple(id for id in self._order if id in kept)
        return self._scopes[scope]

    @cached_property
    def _names(self) -> NameIndex[str]:
        """The catalogue's own index where everybody is in office, else one without the others."""
        everyone = self.catalog.exhibition.directory.deputies
        if len(self._in_office) == len(everyone):
            return self.catalog.names
        return NameIndex((one.id, one.name) for one in everyone if one.id in self._in_office)

    @cached_property
    def _order(self) -> tuple[str, ...]:
        return self._names.find("", len(self._names)).keys

    @cached_property
    def _facets(self) -> Facets[str]:
        deputies = self.catalog.exhibition.directory.deputies
        return Facets((one.id, _properties(one)) for one in deputies if one.id in self._in_office)


def finders(today: Callable[[], date]) -> Callable[[Catalog], Finder]:
    """A way to today's finder over a catalogue; it is kept until either is another."""
    kept: list[Finder] = []

    def of(catalog: Catalog) -> Finder:
        day = today()
        if not kept or kept[0].catalog is not catalog or kept[0].day != day:
            kept[:] = [Finder(catalog, day)]
        return kept[0]

    return of


def _properties(deputy: Deputy) -> Iterator[Hashable]:
    yield "region", deputy.region
    for level in deputy.levels:
        yield "level", level
