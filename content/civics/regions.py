"""The districts and counties of Chongqing on a given day: 38 until 2025-11-05, 37 from 2025-11-06.

Owns the dated table (`data/regions.yaml`, with its sources). Leaves to others: towns and streets, stations, drawing the
map. Ids are opaque and permanent: never an administrative code (GB/T 2260), since codes change when districts do, and
that of 两江新区 is not published. "38 区县" in a document of 2025-03 stays a quotation; a count is made for a day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, Literal, NewType

import yaml

RegionId = NewType("RegionId", str)


class NotCovered(ValueError):
    """A day before the table begins; what the districts were then is not in our sources."""


class UnknownRegion(KeyError):
    """No region has this id."""


@dataclass(frozen=True)
class Region:
    """A district or county. `until` is the first day it no longer exists; `tile` is (col, row, width, height)."""

    id: RegionId
    name: str
    short: str
    en: str
    pinyin: str
    kind: Literal["district", "county", "autonomous_county"]
    tile: tuple[int, int, int, int]
    since: date | None = None
    until: date | None = None
    becomes: tuple[RegionId, ...] = ()

    def exists(self, on: date) -> bool:
        """Whether it exists on that day."""
        return (self.since is None or self.since <= on) and (self.until is None or on < self.until)


@dataclass(frozen=True)
class Citation:
    """A document the table rests on, and the day it speaks of."""

    name: str
    publisher: str
    as_of: date
    note: str = ""


@dataclass(frozen=True)
class Table:
    """The whole table: every region that existed since `covers_from`, known as of `as_of`."""

    regions: tuple[Region, ...]
    sources: tuple[Citation, ...]
    covers_from: date
    as_of: date


@cache
def table() -> Table:
    """The table as it is shipped, read once."""
    return read(files("content.civics").joinpath("data/regions.yaml").read_text(encoding="utf-8"))


def read(text: str) -> Table:
    """A table from YAML.

    Raises: ValueError if an id or tile is shared at the same time, or a region becomes one that does not exist.
    """
    raw: dict[str, Any] = yaml.safe_load(text)
    regions = tuple(_region(one) for one in raw["regions"])
    sources = tuple(Citation(**one) for one in raw["sources"])
    known = {region.id for region in regions}
    if len(known) != len(regions):
        raise ValueError("two regions share an id")
    if unknown := {heir for region in regions for heir in region.becomes} - known:
        raise ValueError(f"a region becomes {sorted(unknown)[0]!r}, which is not in the table")
    return Table(regions, sources, raw["covers_from"], raw["as_of"])


def districts(on: date) -> tuple[Region, ...]:
    """All districts and counties that exist on that day, in the order of the table.

    Raises: NotCovered for a day before the table begins.
    """
    if on < table().covers_from:
        raise NotCovered(f"the table of districts begins on {table().covers_from}")
    return tuple(region for region in table().regions if region.exists(on))


def get(id: str) -> Region:
    """The region with this id, whether it still exists or not.

    Raises: UnknownRegion.
    """
    for region in table().regions:
        if region.id == id:
            return region
    raise UnknownRegion(id)


def find(name: str, on: date) -> Region | None:
    """The region of that name on that day: full (九龙坡区), short (九龙坡) or English name; None if there is none.

    Raises: NotCovered for a day before the table begins.
    """
    wanted = name.strip().casefold()
    for region in districts(on):
        if wanted in (region.name, region.short, region.en.casefold()):
            return region
    return None


def successors(id: str, on: date) -> tuple[Region, ...]:
    """What the region is on that day: itself while it exists, afterwards those its land went to.

    Raises: UnknownRegion.
    """
    region = get(id)
    if region.until is None or on < region.until:
        return (region,)
    heirs = [heir for one in region.becomes for heir in successors(one, on)]
    return tuple(dict.fromkeys(heirs))


def _region(raw: dict[str, Any]) -> Region:
    return Region(**{**raw, "tile": tuple(raw["tile"]), "becomes": tuple(raw.get("becomes", ()))})
