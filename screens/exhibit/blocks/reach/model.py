"""The walk's state: who walks, for how long, where home and the services stand. Times are content.civics.reach's."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache

from content.civics.reach import Pace, Stretch, Way, covered, walk
from content.schema import ReachBlock, ReachPlace, ReachWalker
from screens.exhibit.blocks import BlockEffects, BlockModel

HOME = "home"
LEAST, MOST = 5, 20
_MOVES = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}


@dataclass(frozen=True, slots=True)
class ReachState:
    """`stands` pairs what stands somewhere with its crossing, `home` first; `held` is what a tap on the map moves."""

    block: ReachBlock
    walker_id: str
    minutes: int
    stands: tuple[tuple[str, str], ...]
    held: str = HOME
    built: tuple[str, ...] = ()

    @property
    def walker(self) -> ReachWalker:
        """Who walks."""
        return next(one for one in self.block.walkers if one.id == self.walker_id)

    @property
    def places(self) -> dict[str, ReachPlace]:
        """The crossings by id."""
        return {one.id: one for one in self.block.places}

    @property
    def where(self) -> dict[str, str]:
        """The crossing of home and of each service."""
        return dict(self.stands)

    @property
    def ways(self) -> tuple[Way, ...]:
        """The net as it is built now."""
        laid = [Way(one.id, one.a, one.b, one.metres, one.surface) for one in self.block.ways]
        ends = {one.id: one for one in self.block.ways}
        for work in self.block.works:
            if work.id in self.built:
                beside = ends[work.way]
                laid.append(Way(f"work-{work.id}", beside.a, beside.b, beside.metres, "lift", work.minutes))
        return tuple(laid)

    def times(self, walker: ReachWalker) -> dict[str, Fraction]:
        """Minutes from home to every crossing this walker can get to at all."""
        return _times(self.ways, self.where[HOME], _pace(walker))

    def arrivals(self, walker: ReachWalker) -> dict[str, Fraction | None]:
        """Minutes to each service; None where the walker can't get to it."""
        times = self.times(walker)
        return {one.id: times.get(self.where[one.id]) for one in self.block.services}

    def reached(self, walker: ReachWalker) -> tuple[str, ...]:
        """The services within the time."""
        return tuple(id for id, taken in self.arrivals(walker).items() if taken is not None and taken <= self.minutes)

    @property
    def pace(self) -> Pace:
        """How fast who walks now is."""
        return _pace(self.walker)

    @property
    def net(self) -> tuple[Stretch, ...]:
        """How far the time lasts along every way, for who walks now."""
        return _net(self.ways, self.where[HOME], self.pace, self.minutes)

    def neighbour(self, direction: str) -> str | None:
        """The crossing one street away, on the grid, from what is held; none at the edge of town."""
        here = self.places[self.where[self.held]]
        dx, dy = _MOVES[direction]
        wanted = (here.x + dx, here.y + dy)
        return next((one.id for one in self.block.places if (one.x, one.y) == wanted), None)


@lru_cache(maxsize=32)
def _times(ways: tuple[Way, ...], start: str, pace: Pace) -> dict[str, Fraction]:
    """Kept while nothing but the minutes change: the slider asks at every frame."""
    return walk(ways, start, pace)


@lru_cache(maxsize=64)
def _net(ways: tuple[Way, ...], start: str, pace: Pace, minutes: int) -> tuple[Stretch, ...]:
    return covered(ways, _times(ways, start, pace), pace, minutes)


def _pace(walker: ReachWalker) -> Pace:
    return Pace(walker.level, walker.stairs)


class ReachModel(BlockModel[ReachState]):
    """Begins with the first walker at home; whatever is moved onto something changes places with it."""

    def __init__(self, block: ReachBlock) -> None:
        self._start = ReachState(
            block,
            block.walkers[0].id,
            block.minutes,
            ((HOME, block.home), *((one.id, one.stands) for one in block.services)),
        )
        self.state = self._start

    def press(self, id: str, now: float) -> BlockEffects:
        verb, _, rest = id.removeprefix("reach.").partition(".")
        if not id.startswith("reach."):
            return ()
        if verb == "walker" and any(one.id == rest for one in self.state.block.walkers):
            self.state = replace(self.state, walker_id=rest)
        elif verb == "hold" and rest in self.state.where:
            self.state = replace(self.state, held=rest)
        elif verb == "at" and rest in self.state.places:
            self._tap(rest)
        elif verb == "move" and rest in _MOVES:
            there = self.state.neighbour(rest)
            if there is not None:
                self._put(there)
        elif verb in ("less", "more"):
            self._minutes(self.state.minutes + (1 if verb == "more" else -1))
        elif verb == "build" and any(one.id == rest for one in self.state.block.works):
            self.state = replace(self.state, built=tuple(sorted(set(self.state.built) ^ {rest})))
        elif verb == "again":
            self.state = replace(self._start, walker_id=self.state.walker_id)
        return ()

    def slide(self, id: str, share: float, now: float) -> BlockEffects:
        if id == "reach.minutes":
            self._minutes(LEAST + round(share * (MOST - LEAST)))
        return ()

    def _minutes(self, wanted: int) -> None:
        self.state = replace(self.state, minutes=min(max(wanted, LEAST), MOST))

    def _tap(self, place: str) -> None:
        """A crossing where something else stands takes that up; any other receives what is held."""
        there = next((one for one, at in self.state.stands if at == place), None)
        if there is not None and there != self.state.held:
            self.state = replace(self.state, held=there)
        else:
            self._put(place)

    def _put(self, place: str) -> None:
        """What is held goes there; what stood there comes to where it was."""
        before = self.state.where[self.state.held]
        moved = {self.state.held: place}
        for one, at in self.state.stands:
            if at == place and one != self.state.held:
                moved[one] = before
        self.state = replace(self.state, stands=tuple((one, moved.get(one, at)) for one, at in self.state.stands))
