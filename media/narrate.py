"""Making recorded narration with the neural voice: one file a text, beside those that are there already.

Owns the run: resumable at any moment, at the lowest priority, telling how far it is. Leaves to others: which texts
(`content.narration`), the voice (`media.neural`), the files (`media.recording`).
"""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from content.narration import Reading
from media.recording import BadRecording, encode

MOST_TROUBLES: Final = 5  # texts in a row: then it is the voice, or the disk
_EACH = 10  # characters that a text costs besides its own: a start of ffmpeg

#: Gives the samples of each clause of a text in a language.
Synthesis = Callable[[str, str], Iterable[bytes]]


@dataclass(frozen=True)
class Progress:
    """How far a run is: texts done of all, seconds of sound made by this run, the recording just made.

    `left_s` is how long the rest will take at the pace of this run, by the length of the texts; `said` their share.
    """

    done: int
    all: int
    seconds: float
    path: str
    left_s: float = 0.0
    said: float = 0.0


class VoiceMissing(RuntimeError):
    """The neural voice is not installed here."""


class VoiceTroubled(Exception):
    """The voice fails text after text; the message says how."""


class Busy(Exception):
    """Another run is at it."""


def missing(readings: Iterable[Reading], *folders: Path) -> tuple[Reading, ...]:
    """Those of which none of the folders has a recording."""
    return tuple(one for one in readings if not any((folder / one.path()).is_file() for folder in folders))


def render(
    readings: tuple[Reading, ...], out: Path, synthesize: Synthesis, until: float | None = None,
    clock: Callable[[], float] = time.monotonic,
) -> Iterator[Progress]:  # fmt: skip
    """Make the recordings, telling of each. Past `until` nothing new is begun.

    A text that can't be said is left to the station's other voices. Raises: VoiceTroubled when too many in a row can't.
    """
    seconds, bad, began = 0.0, 0, clock()
    whole, said = sum(len(one.text) + _EACH for one in readings), 0
    for index, one in enumerate(readings, 1):
        if until is not None and clock() >= until:
            return
        told = one.path()
        try:
            seconds += encode(synthesize(one.text, one.language), out / one.path())
            bad = 0
        except (BadRecording, RuntimeError, ValueError, ArithmeticError, LookupError) as error:  # one text of thousands
            told, bad = f"{told}: {error}", bad + 1
            if bad >= MOST_TROUBLES:
                raise VoiceTroubled(f"{bad} texts in a row could not be recorded; the last: {error}") from error
        said += len(one.text) + _EACH
        left_s = (clock() - began) * (whole - said) / said
        yield Progress(index, len(readings), seconds, told, left_s, said / whole)


@contextmanager
def alone(out: Path) -> Iterator[None]:
    """Hold a folder for one run; what a run that was killed left half written goes. Raises: Busy."""
    out.mkdir(parents=True, exist_ok=True)
    with (out / ".narrating").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)  # the kernel lets go of it whatever becomes of us
        except BlockingIOError as error:
            raise Busy(f"another run is recording into {out}") from error
        for half in out.rglob("*.part"):
            half.unlink(missing_ok=True)
        yield


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
