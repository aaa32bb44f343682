"""The two that are compared: our station as installed, and a Chromium kiosk; each on a fresh screen, in a new home."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from bench import processes
from bench.plan import Mark, Plan
from bench.xscreen import XScreen

Kind = Literal["station", "chromium"]
KINDS: tuple[Kind, ...] = ("station", "chromium")
CHROMIUM = Path("/usr/bin/chromium")

_FLAGS = (
    "--kiosk",
    "--no-sandbox",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--disable-features=Translate",
    "--lang=zh-CN",
    "--disable-session-crashed-bubble",
    "--noerrdialogs",
    "--password-store=basic",
    "--window-position=0,0",
    "--window-size=1920,1080",
)
_START_S = 60.0


@dataclass(frozen=True)
class Running:
    """One of the two, started; `began` is when, by time.perf_counter."""

    kind: Kind
    screen: XScreen
    process: subprocess.Popen[bytes]
    began: float
    plan: Plan

    @property
    def pids(self) -> list[int]:
        """It and its children."""
        return processes.family(self.process.pid)

    def wait_ready(self) -> float:
        """When its first page was on the screen. Raises: TimeoutError, RuntimeError when it ended instead."""

        def shown() -> bool:
            if self.process.poll() is not None:
                raise RuntimeError(f"{self.kind} ended with {self.process.returncode}")
            return self._shows(self.plan.ready)

        return self.screen.wait_for(shown, _START_S)

    def at_home(self) -> bool:
        """Whether the home page is on the screen."""
        return self._shows(self.plan.at_home)

    def _shows(self, mark: Mark) -> bool:
        near = zip(self.screen.pixel(mark[0], mark[1]), mark[2:], strict=True)
        return all(abs(a - b) < 10 for a, b in near)


@contextmanager
def started(kind: Kind, folder: Path, plan: Plan) -> Iterator[Running]:
    """Start one; it is ended on leaving. `folder` holds index.html."""
    with tempfile.TemporaryDirectory(prefix="bench-home-") as home, XScreen() as screen:
        command, extra = _station(Path(home)) if kind == "station" else _chromium(Path(home), folder)
        environ = {**_plain_environment(), **extra, "DISPLAY": screen.display}
        screen.move(960, 300)
        with (Path(home) / "log").open("wb") as log:
            began = time.perf_counter()
            process = subprocess.Popen(command, env=environ, stdout=log, stderr=log, cwd=Path(__file__).parents[1])
            try:
                yield Running(kind, screen, process, began, plan)
            finally:
                processes.end(process)


def _station(home: Path) -> tuple[list[str], dict[str, str]]:
    state = {"KIOSK_HOME": str(home / "station"), "KIVY_HOME": str(home / "kivy"), "KIOSK_BARE_X": "1"}
    return [str(Path(sys.executable).parent / "kiosk"), "run"], state


def _chromium(home: Path, folder: Path) -> tuple[list[str], dict[str, str]]:
    page = (folder / "index.html").as_uri()
    return [str(CHROMIUM), *_FLAGS, f"--user-data-dir={home / 'profile'}", page], {"HOME": str(home)}


def _plain_environment() -> dict[str, str]:
    ours = ("KIOSK_", "KIVY_", "SDL_")
    return {name: value for name, value in os.environ.items() if not name.startswith(ours)}
