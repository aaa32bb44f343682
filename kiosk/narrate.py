"""`kiosk narrate OUT`: record some content with the neural voice, going on where the last run ended.

Owns reading the content and telling how far the run is. Leaves to others: which texts (`content.narration`), making a
recording (`media.narrate`). The hub calls it as a process.
"""

from __future__ import annotations

import signal
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TextIO

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn

from content import bundled
from content.authoring import AuthoringError, read_exhibition
from content.bundle import BundleError, from_files
from content.narration import wanted
from content.schema import Directory, Exhibition
from media import narrate
from media.narrate import Synthesis


class Unreadable(Exception):
    """The content can't be read; the message says why."""


def command(
    out: Path, content: Path | None, minutes: float | None, synthesis: Callable[[], Synthesis] = narrate.neural,
    stream: TextIO = sys.stdout,
) -> int:  # fmt: skip
    """Record what has no recording in `out` or beside the content. Returns how many texts are still without one.

    Broken off (Ctrl+C, SIGTERM) it says so and ends as if its minutes were over: what is made is whole, the next run
    goes on. Raises: Unreadable, media.narrate.VoiceMissing, VoiceTroubled, Busy, OSError.
    """
    readings = wanted(read(content))
    beside = content or bundled.FOLDER
    left = narrate.missing(readings, out, beside)
    stream.write(f"{len(readings) - len(left)} of {len(readings)} texts are recorded already.\n")
    if not left:
        return 0
    with narrate.alone(out), _breakable():
        left = narrate.missing(readings, out, beside)  # another run may have ended just now
        until = None if minutes is None else time.monotonic() + minutes * 60
        try:
            _tell(narrate.render(left, out, synthesis(), until), stream)
        except KeyboardInterrupt:
            stream.write("Broken off; the same command goes on from here.\n")
    return len(narrate.missing(left, out))


@contextmanager
def _breakable() -> Iterator[None]:
    """Whoever ends the process politely breaks it off as Ctrl+C does."""

    def broken_off(*_: object) -> None:
        raise KeyboardInterrupt

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, broken_off)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def read(content: Path | None) -> Exhibition:
    """The bundled exhibition, an authors' folder, or the files of a release. Raises Unreadable."""
    if content is None:
        return bundled.read(date.today())
    nobody = Directory(as_of=date.min, regions=(), deputies=())
    try:
        if (content / "home.yaml").is_file():
            return read_exhibition(content, None if (content / "directory.json").exists() else nobody)
        paths = tuple(one.relative_to(content).as_posix() for one in content.rglob("*.json"))
        return from_files(lambda path: (content / path).read_bytes(), paths)
    except (AuthoringError, BundleError, OSError) as error:
        raise Unreadable(str(error)) from error


def _tell(run: Iterable[narrate.Progress], stream: TextIO) -> None:
    """A bar on a terminal, a line a text elsewhere; both say how much longer it takes."""
    if not stream.isatty():
        for one in run:
            stream.write(f"{one.done}/{one.all} {one.path} ({spell(one.left_s)} left)\n")
            stream.flush()
        return
    columns = (TextColumn("recording"), BarColumn(), TextColumn("{task.fields[told]}"))
    with Progress(*columns, console=Console(file=stream)) as bar:
        task = bar.add_task("", total=1.0, told="")
        for one in run:
            bar.update(task, completed=one.said, told=f"{one.done}/{one.all}, {spell(one.left_s)} left")


def spell(seconds: float) -> str:
    """A span of time, as exactly as it is known."""
    minutes = round(seconds / 60)
    if minutes < 1:
        return "less than a minute"
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60:02} min"
