"""Making recorded narration with the neural voice: one file a text, beside those that are there already.

Owns the run: resumable at any moment, at the lowest priority, telling how far it is. Leaves to others: which texts
(`content.narration`), the voice (`media.neural`), the files (`media.recording`).
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from content.narration import Reading
from media.recording import BadRecording, encode

#: Gives the samples of each clause of a text in a language.
Synthesis = Callable[[str, str], Iterable[bytes]]


@dataclass(frozen=True)
class Progress:
    """How far a run is: texts done of all, seconds of sound made by this run, the recording just made."""

    done: int
    all: int
    seconds: float
    path: str


class VoiceMissing(RuntimeError):
    """The neural voice is not installed here."""


def missing(readings: Iterable[Reading], *folders: Path) -> tuple[Reading, ...]:
    """Those of which none of the folders has a recording."""
    return tuple(one for one in readings if not any((folder / one.path()).is_file() for folder in folders))


def render(
    readings: tuple[Reading, ...], out: Path, synthesize: Synthesis, until: float | None = None,
    clock: Callable[[], float] = time.monotonic,
) -> Iterator[Progress]:  # fmt: skip
    """Make the recordings, telling of each. Past `until` nothing new is begun.

    A text that can't be said is left to the station's other voices.
    """
    seconds = 0.0
    for index, one in enumerate(readings, 1):
        if until is not None and clock() >= until:
            return
        try:
            seconds += encode(synthesize(one.text, one.language), out / one.path())
        except BadRecording as error:
            yield Progress(index, len(readings), seconds, f"{one.path()}: {error}")
        else:
            yield Progress(index, len(readings), seconds, one.path())


def neural() -> Synthesis:
    """The neural voice in this process, which from now on runs only when nobody else wants to.

    Raises: VoiceMissing.
    """
    from media.neural import installed

    if not installed():
        raise VoiceMissing("the neural voice is not installed; run `make voices` first")
    os.nice(19)
    from content.aloud import voice_for
    from media.neural.model import Kokoro, read

    kokoro = Kokoro(voice_for("zh-Hans"))
    return lambda text, language: read(kokoro, text, language)
