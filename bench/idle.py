"""What a station costs when nobody is there: processor time of the program and of its X server."""

from __future__ import annotations

import time

from bench import processes
from bench.chromium import Running


def measure(several: list[Running], seconds: float) -> list[float]:
    """Percent of one core for each, side by side, over `seconds`."""
    pids = [[*running.pids, running.screen.pid] for running in several]
    began = time.perf_counter()
    before = [processes.cpu_s(one) for one in pids]
    time.sleep(seconds)
    passed = time.perf_counter() - began
    return [100 * (processes.cpu_s(one) - was) / passed for one, was in zip(pids, before, strict=True)]
