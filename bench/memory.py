"""Memory at the start and after many changes of screen, by real touches, as fast as the glass answers."""

from __future__ import annotations

import itertools
import math
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from bench import processes
from bench.chromium import Running
from bench.plan import Spot

_LIMIT_S = 15.0
_AT_REST_S = 2.0
_SAME_PLACE, _BOUNCE_S = 60.0, 0.2  # pixels, seconds: a finger that bounces counts once, two touches must be apart


@dataclass(frozen=True)
class Memory:
    """MB of PSS, before and after; seconds the changes took."""

    start: float
    after: float
    changes: int
    seconds: float

    @property
    def growth(self) -> float:
        """Percent."""
        return 100 * (self.after / self.start - 1)


def measure(several: list[Running], changes: int, limit_s: float) -> list[Memory]:
    """Side by side, from home; each on its own screen. Fewer changes than asked for, if the time does not suffice."""
    with ThreadPoolExecutor(len(several)) as pool:
        return list(pool.map(lambda one: _measure(one, changes, limit_s), several))


def _measure(running: Running, changes: int, limit_s: float) -> Memory:
    time.sleep(_AT_REST_S)
    start = processes.pss_mb(running.pids)
    doors = [page for page in running.plan.pages.values() if page.door and page.home]
    began, made, last = time.perf_counter(), 0, (0.0, 0.0)
    for page in itertools.islice(itertools.cycle(doors), changes // 2):
        assert page.door is not None and page.home is not None
        for spot, home in ((page.door, False), (page.home, True)):
            if math.dist(spot.at, last) < _SAME_PLACE:
                time.sleep(_BOUNCE_S)
            _tap(running, spot, home=home)
            last = spot.at
        made += 2
        if time.perf_counter() - began > limit_s:
            break
    seconds = time.perf_counter() - began
    time.sleep(_AT_REST_S)
    return Memory(start, processes.pss_mb(running.pids), made, seconds)


def _tap(running: Running, spot: Spot, *, home: bool) -> None:
    running.screen.move(*spot.at)
    running.screen.press(True)
    running.screen.press(False)
    running.screen.wait_for(lambda: running.at_home() is home, _LIMIT_S)
