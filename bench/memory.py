"""Memory at the start and after many changes of screen, by real touches, as fast as the glass answers."""

from __future__ import annotations

import itertools
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from bench import processes
from bench.chromium import Running
from bench.plan import Spot

_LIMIT_S = 10.0
_AT_REST_S = 2.0


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


def measure(several: list[Running], changes: int) -> list[Memory]:
    """Side by side, from home; each on its own screen."""
    with ThreadPoolExecutor(len(several)) as pool:
        return list(pool.map(lambda one: _measure(one, changes), several))


def _measure(running: Running, changes: int) -> Memory:
    time.sleep(_AT_REST_S)
    start = processes.pss_mb(running.pids)
    doors = [page for page in running.plan.pages.values() if page.door and page.home]
    began = time.perf_counter()
    for page in itertools.islice(itertools.cycle(doors), changes // 2):
        assert page.door is not None and page.home is not None
        _tap(running, page.door, home=False)
        _tap(running, page.home, home=True)
    seconds = time.perf_counter() - began
    time.sleep(_AT_REST_S)
    return Memory(start, processes.pss_mb(running.pids), changes, seconds)


def _tap(running: Running, spot: Spot, *, home: bool) -> None:
    running.screen.move(*spot.at)
    running.screen.press(True)
    running.screen.press(False)
    running.screen.wait_for(lambda: running.at_home() is home, _LIMIT_S)
