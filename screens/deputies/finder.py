"""Who is in office today, found by initials, place and level: the catalogue's index within one day.

Owns what is costly and asked again at every key: the sets of a day. Leaves to others: matching (`content.search`), the
deputies themselves (`content.catalog`). One finder serves all visits until the content or the day changes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterator
from datetime import date
from functools import cached_property

from content.catalog import LEVELS, Catalog
from content.schema import Deputy, Level
from content.search import Facets, Found


class Finder:
    """The deputies whose term runs on one day. `catalog` and `day` never change."""

    def __init__(self, catalog: Catalog, day: date) -> None:
        self.catalog = catalog
        self.day = day
        everyone = catalog.exhibition.directory.deputies
        self._in_office = catalog.in_office(day)
        self._all_of_them = len(self._in_office) == len(everyone)
        self._scopes: dict[tuple[str | None, Level | None], frozenset[str] | None] = {}

    def find(self, query: str, limit: int, region: str | None, level: Level | None) -> Found[str]:
        """How many match, and the ids of the first `limit`."""
        return self.catalog.names.find(query, limit, self._within(region, level))

    def next_letters(self, query: str, region: str | None, level: Level | None) -> frozenset[str]:
        """The letters a-z that still find somebody."""
        return self.catalog.names.next_letters(query, self._within(region, level))

    def levels(self, query: str, region: str | None) -> frozenset[Level]:
        """The levels that would not come up empty."""
        return frozenset(one for one in LEVELS if self.find(query, 0, region, one).total)

    def regions(self, query: str, level: Level | None) -> frozenset[str]:
        """The regions that would not come up empty, counted in one pass."""
        found = self.find(query, len(self.catalog.names), None, level)
        return frozenset(Counter(self.catalog.deputy(id).region for id in found.keys))

    def is_in_office(self, id: str) -> bool:
        """Whether the term of this deputy runs on the day; False for an unknown id."""
        return id in self._in_office

    def _within(self, region: str | None, level: Level | None) -> frozenset[str] | None:
        scope = region, level
        if scope not in self._scopes:
            wanted = [("region", region)] * (region is not None) + [("level", level)] * (level is not None)
            none = None if self._all_of_them else self._in_office
            self._scopes[scope] = self._facets.having(*wanted) if wanted else none
        return self._scopes[scope]

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
