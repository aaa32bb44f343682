"""Where tiles lie: places on the map, the five cuts of it that are shown enlarged, rivers, and who lies beside whom.

Owns geometry in tiles, (0, 0) at the top left. The map is schematic: a tile's place is relative, and tiles that touch
say nothing about borders. River courses are those of media/art/tilemap.json.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from content.civics.regions import Region
from screens.scene import Box

COLS, ROWS = 11, 8
Point = tuple[float, float]

#: Points in the gutters, counted from a tile's top left corner.
JIALING: tuple[Point, ...] = ((3, 3.55), (3, 5), (4, 5), (4, 6), (5, 6))
CHANGJIANG: tuple[Point, ...] = ((1.6, 7), (5, 7), (5, 6), (5, 5), (7, 5), (7, 3), (8, 3), (8, 2), (11.25, 2))

#: Cuts of the map: col, row, columns, rows. Together they hold every tile once; they are no official areas.
ZONES: dict[str, tuple[int, int, int, int]] = {
    "left": (0, 3, 2, 3),
    "middle": (2, 4, 3, 4),
    "right": (5, 2, 4, 4),
    "top": (7, 0, 4, 2),
    "bottom": (5, 6, 4, 2),
}


@dataclass(frozen=True, slots=True)
class Plan:
    """A grid of tiles on the glass: where its top left is, tile sizes, and gaps."""

    x: float
    y: float
    tile_w: float
    tile_h: float
    gap: float
    col: int = 0
    row: int = 0

    def box(self, region: Region) -> Box:
        """Where a region's tile lies."""
        col, row, wide, high = region.tile
        x, y = self.corner(col, row)
        return Box(x, y, self._span(self.tile_w, wide), self._span(self.tile_h, high))

    def corner(self, col: float, row: float) -> Point:
        """The top left of a tile."""
        return self.x + (col - self.col) * (self.tile_w + self.gap), self.y + (row - self.row) * (
            self.tile_h + self.gap
        )

    def gutter(self, point: Point) -> Point:
        """A point of a river: in the middle of the gutter before a tile."""
        x, y = self.corner(*point)
        return x - self.gap / 2, y - self.gap / 2

    def area(self, zone: str) -> Box:
        """The ground of a cut of the map."""
        col, row, cols, rows = ZONES[zone]
        x, y = self.corner(col, row)
        return Box(x, y, self._span(self.tile_w, cols), self._span(self.tile_h, rows))

    def _span(self, one: float, count: int) -> float:
        return one * count + self.gap * (count - 1)


def within(box: Box, gap: float, zone: str = "", tallest: float = 1000.0) -> Plan:
    """The whole map, or one cut of it, filling a box."""
    col, row, cols, rows = ZONES[zone] if zone else (0, 0, COLS, ROWS)
    wide = (box.w - gap * (cols - 1)) / cols
    high = min(tallest, (box.h - gap * (rows - 1)) / rows)
    return Plan(box.x, box.y, wide, high, gap, col, row)


def zone_of(region: Region) -> str:
    """The cut that holds a tile."""
    col, row, _, _ = region.tile
    return next(id for id, (x, y, w, h) in ZONES.items() if x <= col < x + w and y <= row < y + h)


def beside(region: Region, regions: Iterable[Region]) -> tuple[Region, ...]:
    """The regions whose tiles share an edge with this one's."""
    return tuple(one for one in regions if one.id != region.id and _edge(region.tile, one.tile))


def _edge(a: tuple[int, int, int, int], b: tuple[int, int, int, int]) -> bool:
    across = min(a[0] + a[2], b[0] + b[2]) - max(a[0], b[0])
    down = min(a[1] + a[3], b[1] + b[3]) - max(a[1], b[1])
    return (across == 0 and down > 0) or (down == 0 and across > 0)


def short_en(region: Region) -> str:
    """The English name without its kind: Chengkou, Liangjiang New Area."""
    return region.en if region.en.endswith("New Area") else region.en.split(" ")[0]


def halves(region: Region, english: bool) -> tuple[str, ...]:
    """The name of a tile in two lines: between syllables, as evenly as may be."""
    if not english:
        middle = (len(region.short) + 1) // 2
        return region.short[:middle], region.short[middle:]
    first, _, rest = short_en(region).partition(" ")
    cut = _cut(first, region)
    lines = (f"{first[:cut]}-", first[cut:]) if first[cut - 1] != "'" else (first[:cut], first[cut:])
    return (*lines, *rest.split()) if rest else lines


def _cut(name: str, region: Region) -> int:
    """Where a name in pinyin parts most evenly; syllables are those of its reading with tones."""
    ends = [0]
    for syllable in region.pinyin.split(" "):
        end = ends[-1] + len(syllable)
        if end < len(name) and name[end] == "'":
            end += 1
        ends.append(end)
    inner = [one for one in ends if 0 < one < len(re.sub(r"\W+$", "", name))]
    return min(inner, key=lambda one: abs(len(name) - 2 * one), default=len(name))
