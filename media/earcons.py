"""Short tones for a finger that can't see: pitch says how high on the glass, colour says what lies there.

Made in code, nothing is loaded: a handful of samples at first use. Leaves to others: when they sound
(`screens.access`), the device (`media._sink`).
"""

from __future__ import annotations

import math
import struct
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from media._sink import OpenSink

RATE = 24_000
LOWEST_HZ, HIGHEST_HZ = 196.0, 1175.0
_LEVELS = 24  # so many pitches from bottom to top
_AT_ONCE = 3
_EDGE_S = 0.006  # a tone that begins or ends at once clicks


@dataclass(frozen=True, slots=True)
class Note:
    """One sine: pitch as a share of the way from low to high (none: the place on the glass), seconds, loudness."""

    pitch: float | None
    seconds: float
    loud: float
    click: bool = False


SOUNDS: dict[str, Sequence[Note]] = {
    "thing": (Note(None, 0.07, 0.28, click=True),),
    "text": (Note(None, 0.05, 0.12),),
    "empty": (Note(0.0, 0.03, 0.08),),
    "act": (Note(0.55, 0.05, 0.25), Note(0.8, 0.07, 0.25)),
    "limit": (Note(0.1, 0.06, 0.22), Note(0.1, 0.06, 0.22)),
    "hold": (Note(None, 0.12, 0.25),),
    "on": (Note(0.4, 0.09, 0.25), Note(0.6, 0.09, 0.25), Note(0.8, 0.14, 0.25)),
    "off": (Note(0.8, 0.09, 0.25), Note(0.6, 0.09, 0.25), Note(0.4, 0.14, 0.25)),
}


class Earcons:
    """Plays one tone after another through sinks of their own; a device that is missing or stuck is only silence."""

    def __init__(self, open_sink: OpenSink, start: Callable[[Callable[[], None]], None] | None = None) -> None:
        self._open = open_sink
        self._start = start or _in_a_thread
        self._room = threading.Semaphore(_AT_ONCE)

    def play(self, sound: str, pitch: float = 0.5) -> None:
        """Sound and return at once. Raises: KeyError for a sound there is none of."""
        made = samples(sound, round(min(1.0, max(0.0, pitch)) * _LEVELS))
        if self._room.acquire(blocking=False):  # a finger that rushes over the glass need not be heard whole
            self._start(lambda: self._heard(made))

    def _heard(self, made: bytes) -> None:
        try:
            sink = self._open(RATE)
            sink.write(made)
            sink.finish()
        finally:
            self._room.release()


def hertz(pitch: float) -> float:
    """The frequency of a share of the way from low to high: equal steps sound equal."""
    return LOWEST_HZ * math.pow(HIGHEST_HZ / LOWEST_HZ, pitch)


@lru_cache(maxsize=256)
def samples(sound: str, level: int) -> bytes:
    """A sound at one of the pitches, as 16-bit samples of one channel."""
    return b"".join(_note(one, level / _LEVELS) for one in SOUNDS[sound])


def _note(note: Note, place: float) -> bytes:
    pitch = place if note.pitch is None else note.pitch
    step = 2 * math.pi * hertz(pitch) / RATE
    count = round(note.seconds * RATE)
    edge = round(_EDGE_S * RATE)
    values = []
    for i in range(count):
        loud = note.loud * min(1.0, i / edge, (count - i) / edge)
        tick = 0.3 * (1 - i / edge) * (1 if i % 4 < 2 else -1) if note.click and i < edge else 0.0
        values.append(round(32_000 * (loud * math.sin(step * i) + note.loud * tick)))
    return struct.pack(f"<{count}h", *values)


def _in_a_thread(run: Callable[[], None]) -> None:
    threading.Thread(target=run, name="tone", daemon=True).start()
