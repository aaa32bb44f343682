"""The bell in the room: two soft strokes, made in code, heard through the station's loudspeaker.

Owns the sound and its loudness. Leaves to others: when it sounds (`kiosk.bell`), the device (`media._sink`).
"""

from __future__ import annotations

import math
import struct
import threading
from functools import lru_cache
from typing import Final

from media._playback import Playback, Sound
from media._sink import OpenSink

RATE: Final = 24_000
_STROKES: Final = ((0.0, 784.0), (0.55, 587.3))  # seconds, hertz: a falling fourth, as door bells have
_LENGTH_S: Final = 2.2
_PARTIALS: Final = (
    (1.0, 1.0, 1.1),
    (2.76, 0.28, 0.5),
    (5.4, 0.1, 0.25),
)  # of a bar that is struck: pitch, loudness, ring
_EDGE_S: Final = 0.004


@lru_cache(maxsize=2)
def samples(volume: int) -> bytes:
    """The chime as 16-bit samples of one channel; `volume` 0 (nothing) to 100 (as loud as goes without distortion)."""
    count = round(_LENGTH_S * RATE)
    values = [0.0] * count
    for at, pitch in _STROKES:
        start = round(at * RATE)
        for ratio, loud, ring_s in _PARTIALS:
            step, fade = 2 * math.pi * pitch * ratio / RATE, math.exp(-1 / (ring_s * RATE / 2.5))
            level = loud
            for i in range(start, count):
                values[i] += level * min(1.0, (i - start) / (_EDGE_S * RATE)) * math.sin(step * (i - start))
                level *= fade
    end = round(0.05 * RATE)
    for i in range(end):
        values[count - 1 - i] *= i / end
    peak = max(map(abs, values))
    scale = 30_000 * volume / 100 / peak
    return struct.pack(f"<{count}h", *(round(one * scale) for one in values))


class Chime:
    """Sounds on a thread of its own; a device that is missing or stuck is only silence."""

    def __init__(self, open_sink: OpenSink, volume: int) -> None:
        self._open = open_sink
        self._volume = volume

    def __call__(self) -> None:
        """Sound and return at once."""
        if self._volume:
            threading.Thread(target=self._sound, name="chime", daemon=True).start()

    def _sound(self) -> None:
        coming = iter(([Sound(0, RATE, samples(self._volume))],))
        Playback(self._open, threading.Event(), lambda _clause: None).play(0, lambda: next(coming, None), 1.0)
