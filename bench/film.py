"""What a film costs while it plays: processor time, frames, memory; beside the same page at rest.

`python -m bench.film` runs the real app on its own loop, off screen at 1920 x 1080, and plays the film of the
exhibition. A frame is one pass of the app while the film plays, to the last pixel. Owns no limits: it prints.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench import processes
from bench.frames import p95
from bench.table import Row

if TYPE_CHECKING:
    from kiosk.app import KioskApp

PLACE = ("exhibit", "who-elects-whom/film")
_SETTLES_S, _RESTS_S, _PLAYS_S = 6.0, 6.0, 20.0


def rows() -> list[Row]:
    """Percent of a core of the station and of ffmpeg, the frame that one in twenty exceeds, and memory."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        file = Path(folder) / "film.json"
        subprocess.run([sys.executable, "-m", "bench.film", str(file)], check=True)
        found: dict[str, float] = json.loads(file.read_text("utf-8"))
    parts = ((name.rpartition(" "), value) for name, value in found.items())
    return [Row(f"film, {name}", "% core" if unit == "%" else unit, value) for (name, _, unit), value in parts]


def main(arguments: list[str]) -> int:
    """Measure; to a file, or to standard output."""
    from kiosk.glass import boot, heap

    heap.be_frugal()
    boot.prepare((1920, 1080), headless=True)
    with tempfile.TemporaryDirectory(prefix="bench-home-") as home:
        visit = _Visit(_app(Path(home)))
        visit.plan()
        visit.app.run_station()
    text = json.dumps(visit.found, indent=1)
    Path(arguments[0]).write_text(text, "utf-8") if arguments else sys.stdout.write(text + "\n")
    return 0


def _app(home: Path) -> KioskApp:
    """The real app, with everything that sounds left out."""
    from kiosk import config
    from kiosk.app import KioskApp
    from kiosk.bootstrap import Clocks, build
    from kiosk.glass import loop
    from media.speech import SilentVoice
    from screens.inputs.engine import open_engine

    settings = config.Settings(home=home, voice="silent", film_sound="silent")
    clocks = Clocks(time.monotonic, lambda: datetime.now().astimezone())
    rng, secret_rng = random.Random(1), random.Random(2)
    return KioskApp(build(settings, clocks, rng, secret_rng, SilentVoice(), lambda _: open_engine(), loop.stop))


class _Visit:
    """Opens the page, rests, plays, pauses; what each costs is in `found`, by name and unit."""

    def __init__(self, app: KioskApp) -> None:
        self.app = app
        self.found: dict[str, float] = {}
        self._watch = _Watch(os.getpid())

    def plan(self) -> None:
        """What happens when, from the start of the app."""
        self._at(_SETTLES_S - 2, self._open)
        self._at(_SETTLES_S, self._watch.begin)
        self._at(_SETTLES_S + _RESTS_S, self._rested)
        self._watch.frames_of(self.app)

    def _at(self, seconds: float, act: Callable[[], None]) -> None:
        from kivy.clock import Clock

        Clock.schedule_once(lambda _: act(), seconds)

    def _open(self) -> None:
        from screens.flow import Place
        from screens.session import Variant

        self.app.station.director.visit(Place(*PLACE), Variant())
        self._refresh()

    def _press(self, id: str) -> None:
        self.app.station.director.press(id)
        self._refresh()

    def _refresh(self) -> None:
        assert self.app.shell is not None
        self.app.shell.refresh()

    def _rested(self) -> None:
        watch = self._watch
        self.found["the page at rest, station %"] = watch.station()
        self.found["the page at rest, memory MB"] = processes.pss_mb([watch.pid])
        self._press("film.play")
        self._at(2.0, watch.begin)
        self._at(2.0 + _PLAYS_S, self._played)

    def _played(self) -> None:
        watch, found = self._watch, self.found
        found["playing, station %"] = watch.station()
        found["playing, ffmpeg %"] = watch.others()
        found["playing, frame p95 ms"] = p95(watch.frames) if watch.frames else 0.0
        found["playing, frame p95 of all threads' processor time ms"] = p95(watch.costs) if watch.costs else 0.0
        found["playing, frames a second 1/s"] = len(watch.frames) / _PLAYS_S
        found["playing, station's memory MB"] = processes.pss_mb([watch.pid])
        found["playing, ffmpeg's memory MB"] = processes.pss_mb(watch.children())
        self._press("film.play")
        self._at(2.0, watch.begin)
        self._at(2.0 + _RESTS_S, self._paused)

    def _paused(self) -> None:
        from kiosk.glass import loop

        self.found["paused, station %"] = self._watch.station()
        self.found["paused, memory MB"] = processes.pss_mb([self._watch.pid])
        loop.stop()


class _Watch:
    """Counts processor time and frames since `begin`."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self.frames: list[float] = []
        self.costs: list[float] = []
        self.begin()

    def begin(self) -> None:
        """From now on."""
        self._since = time.perf_counter()
        self._own = processes.cpu_s([self.pid])
        self._their = processes.cpu_s(self.children())
        self.frames.clear()
        self.costs.clear()

    def children(self) -> list[int]:
        """What the station has started."""
        return [one for one in processes.family(self.pid) if one != self.pid]

    def station(self) -> float:
        """Percent of a core."""
        return 100 * (processes.cpu_s([self.pid]) - self._own) / (time.perf_counter() - self._since)

    def others(self) -> float:
        """Percent of a core of what it has started, which must still run."""
        return 100 * (processes.cpu_s(self.children()) - self._their) / (time.perf_counter() - self._since)

    def frames_of(self, app: Any) -> None:
        """Note how long each pass takes that draws something."""
        from kivy.base import EventLoop
        from kivy.graphics.opengl import glFinish

        idle = EventLoop.idle

        def timed() -> None:
            began, used = time.perf_counter(), time.process_time()
            idle()
            glFinish()
            passed = (time.perf_counter() - began) * 1000
            if passed > 1.0:  # else nothing was drawn
                self.frames.append(passed)
                self.costs.append((time.process_time() - used) * 1000)

        EventLoop.idle = timed


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
