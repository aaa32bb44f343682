"""What can be walked to from home within so many minutes: the shortest way through a net of streets and stairs.

Owns the sum for one walker: minutes to every crossing, and how far along every street the time lasts. Leaves to others:
the map, the paces and where things stand (content), and drawing them.

市人大常委会《关于助推超大城市现代化治理示范区建设的决定》 (2025-03-26), section 4 (8), has the standing committee hear
how "15分钟高品质生活服务圈建设" gets on. The decision doesn't define how the quarter of an hour is measured; that it is
walked, at which pace and over which ways is this exhibit's own rule. Times are exact fractions: what takes fifteen
minutes to the second is within fifteen minutes.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

Surface = Literal["street", "ramp", "stairs", "lift"]


@dataclass(frozen=True)
class Way:
    """A way between two crossings, the same in both directions. A lift takes its `minutes` whoever rides it."""

    id: str
    a: str
    b: str
    metres: int
    surface: Surface = "street"
    minutes: int = 0


@dataclass(frozen=True)
class Pace:
    """Metres a minute on streets and ramps, and on stairs; 0 where stairs can't be walked at all."""

    level: int
    stairs: int


@dataclass(frozen=True)
class Stretch:
    """How much of a way the time lasts for: shares of it from `a` and from `b`, which together are at most 1."""

    way: str
    from_a: Fraction
    from_b: Fraction


def minutes_on(way: Way, pace: Pace) -> Fraction | None:
    """What the way takes this walker; None where they can't pass."""
    if way.surface == "lift":
        return Fraction(way.minutes)
    speed = pace.stairs if way.surface == "stairs" else pace.level
    return Fraction(way.metres, speed) if speed else None


def walk(ways: Iterable[Way], start: str, pace: Pace) -> dict[str, Fraction]:
    """Minutes from `start` to every crossing this walker can reach at all (Dijkstra); `start` itself takes 0."""
    net: dict[str, list[tuple[str, Fraction]]] = {}
    for way in ways:
        taken = minutes_on(way, pace)
        if taken is not None:
            net.setdefault(way.a, []).append((way.b, taken))
            net.setdefault(way.b, []).append((way.a, taken))
    found: dict[str, Fraction] = {}
    waiting = [(Fraction(0), start)]
    while waiting:
        minutes, here = heapq.heappop(waiting)
        if here in found:
            continue
        found[here] = minutes
        for there, taken in net.get(here, ()):
            if there not in found:
                heapq.heappush(waiting, (minutes + taken, there))
    return found


def covered(ways: Iterable[Way], minutes: Mapping[str, Fraction], pace: Pace, limit: int) -> tuple[Stretch, ...]:
    """How far the time lasts along every way that it lasts for at all; a lift is ridden to its end or not at all."""
    found = []
    for way in ways:
        taken = minutes_on(way, pace)
        if taken is None:
            continue
        shares = [_share(minutes.get(end), taken, limit) for end in (way.a, way.b)]
        if way.surface == "lift":
            shares = [Fraction(share >= 1) for share in shares]
        if sum(shares) > 1:  # walked from both ends: they meet halfway
            shares = [shares[0], 1 - shares[0]]
        if any(shares):
            found.append(Stretch(way.id, shares[0], shares[1]))
    return tuple(found)


def _share(arrived: Fraction | None, taken: Fraction, limit: int) -> Fraction:
    if arrived is None or arrived >= limit:
        return Fraction(0)
    return min(Fraction(1), (limit - arrived) / taken)
