"""From starting the program to its first page on the screen, and to the answer to a touch made at that moment."""

from __future__ import annotations

from dataclasses import dataclass

from bench import processes
from bench.chromium import Running
from bench.touch import begin


@dataclass(frozen=True)
class Start:
    """Seconds to the first page; seconds to the home page after a touch at once; processor seconds until then."""

    first_page: float
    answered: float
    cpu: float


def measure(running: Running) -> Start:
    """Wait for the first page, touch it at once, wait for home."""
    ready = running.wait_ready()
    begin(running)
    home = running.screen.wait_for(running.at_home, 20)
    return Start(ready - running.began, home - running.began, processes.cpu_s(running.pids))
