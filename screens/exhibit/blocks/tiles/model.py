"""What a visitor does on the map: the day shown, the two tiles chosen, the cut that is enlarged."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from weakref import WeakKeyDictionary

from content.catalog import LEVELS, Catalog
from content.civics.regions import Region, UnknownRegion, districts, get
from content.schema import Level, MapDay, TilesBlock
from screens.exhibit.blocks import BlockEffects, BlockModel
from screens.exhibit.blocks.tiles.grid import ZONES, zone_of

MOST = 2


@dataclass(frozen=True, slots=True)
class People:
    """How many deputies of each level the directory has for each region, and whether they are made up."""

    as_of: date
    counts: tuple[tuple[str, tuple[tuple[Level, int], ...]], ...]
    sample: bool

    def of(self, region: str) -> tuple[tuple[Level, int], ...]:
        """Level and number, from the township upwards; empty where the directory has nobody."""
        return next((counts for id, counts in self.counts if id == region), ())


_counted: WeakKeyDictionary[Catalog, People] = WeakKeyDictionary()


def people_of(catalog: Catalog) -> People:
    """The directory, counted once for each release: it holds thousands, and the page is opened by every visitor."""
    if catalog not in _counted:
        directory = catalog.exhibition.directory
        found: dict[str, Counter[Level]] = {}
        for deputy in directory.deputies:
            found.setdefault(deputy.region, Counter()).update(deputy.levels)
        counts = tuple((id, tuple((level, one[level]) for level in LEVELS)) for id, one in sorted(found.items()))
        _counted[catalog] = People(directory.as_of, counts, catalog.is_sample)
    return _counted[catalog]


Letters = tuple[tuple[str, str], ...]


def traditional_of(catalog: Catalog) -> Letters:
    """How the characters of districts' names are written in Traditional, as the directory was published with them."""
    pairs: dict[str, str] = {}
    for region in catalog.exhibition.directory.regions:
        written = region.name.zh_hant or ""
        if len(written) == len(region.name.zh_hans):
            pairs.update(zip(region.name.zh_hans, written, strict=True))
    return tuple(sorted((one, other) for one, other in pairs.items() if one != other))


@dataclass(frozen=True, slots=True)
class TilesState:
    """`chosen` are at most two region ids, in the order they were touched; one may be gone on the day shown."""

    block: TilesBlock
    people: People
    traditional: Letters
    day_id: str
    chosen: tuple[str, ...] = ()
    zone: str = "middle"
    about: bool = False
    page: int = 0

    @property
    def day(self) -> MapDay:
        """The day whose districts are shown."""
        return next(one for one in self.block.days if one.id == self.day_id)

    @property
    def regions(self) -> tuple[Region, ...]:
        """The districts and counties of that day."""
        return districts(self.day.day)

    @property
    def pair(self) -> tuple[Region, ...]:
        """What is chosen."""
        return tuple(get(one) for one in self.chosen)

    @property
    def noted(self) -> frozenset[str]:
        """The regions that a source speaks of."""
        return frozenset(one.region for one in self.block.notes)


class TilesModel(BlockModel[TilesState]):
    """Begins on the first day, with nothing chosen. A third tile takes the second's place."""

    def __init__(self, block: TilesBlock, people: People, traditional: Letters = ()) -> None:
        self.state = TilesState(block, people, traditional, block.days[0].id)

    def press(self, id: str, now: float) -> BlockEffects:
        if id == "dock.back":
            self._back()
        elif id.startswith("tiles."):
            verb, _, rest = id.removeprefix("tiles.").partition(".")
            self._act(verb, rest)
        return ()

    def _act(self, verb: str, rest: str) -> None:
        state = self.state
        if verb == "day" and any(one.id == rest for one in state.block.days):
            self.state = replace(state, day_id=rest, page=0)
        elif verb == "zone" and rest in ZONES:
            self.state = replace(state, zone=rest)
        elif verb == "tile":
            self._choose(rest)
        elif verb == "clear":
            self.state = replace(state, chosen=(), page=0)
        elif verb in ("about", "close"):
            self.state = replace(state, about=verb == "about", page=0)
        elif verb == "page" and rest.isdecimal():
            self.state = replace(state, page=int(rest))

    def _choose(self, id: str) -> None:
        try:
            region = get(id)
        except UnknownRegion:
            return
        chosen = self.state.chosen
        if id in chosen:
            chosen = tuple(one for one in chosen if one != id)
        elif region.exists(self.state.day.day):
            chosen = (*chosen[: MOST - 1], id)
        self.state = replace(self.state, chosen=chosen, zone=zone_of(region), about=False, page=0)

    def _back(self) -> None:
        """One step back: the page about the map, then the tile chosen last. At the beginning nothing changes."""
        if self.state.about:
            self.state = replace(self.state, about=False, page=0)
        elif self.state.chosen:
            self.state = replace(self.state, chosen=self.state.chosen[:-1], page=0)
