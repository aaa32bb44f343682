"""The line a finger leaves: places on the glass in, a smooth brush stroke of varying width out.

Pure: the shell feeds it while a finger writes, a few points at a time, and what it gave never changes afterwards, so
that drawing may go on from where it was. Coordinates and times are whatever the caller counts in (pixels, seconds).
"""

from __future__ import annotations

from typing import TypeAlias

Point: TypeAlias = tuple[float, float]
Sample: TypeAlias = tuple[float, float, float]
"""A place of the line and how wide it is there."""
Samples: TypeAlias = tuple[Sample, ...]

_STEP = 0.22  # samples lie this part of the width apart
_NEAREST = 0.08  # of the width: a finger that trembles less than this rests
_QUICK = 70.0  # widths a second at which the line is thinnest
_THICK, _THIN = 1.12, 0.62
_YIELDS = 0.16  # how fast the width follows the speed, a sample
_TIP = 0.6  # of its width, where the finger lifts off


class Pen:
    """One stroke being written with a line `width` wide when the finger moves at ease."""

    def __init__(self, width: float, x: float, y: float, at: float) -> None:
        self._width = width
        self._now = width
        self._last, self._at = (x, y), at
        self._from = (x, y)
        self._samples: list[Sample] = [(x, y, width)]
        self.reach = 0.0

    def to(self, x: float, y: float, at: float) -> Samples:
        """The finger is there now. Returns what the line gained; nothing while it hardly moved."""
        (px, py), (sx, sy, _) = self._last, self._samples[0]
        length = ((x - px) ** 2 + (y - py) ** 2) ** 0.5
        self.reach = max(self.reach, ((x - sx) ** 2 + (y - sy) ** 2) ** 0.5)
        if length < self._width * _NEAREST:
            return ()
        seconds = max(at - self._at, 0.001)
        wanted = self._wanted(length / seconds)
        middle = ((px + x) / 2, (py + y) / 2)
        gained = self._curve(middle, wanted)
        self._last, self._at, self._from = (x, y), at, middle
        return gained

    def lift(self) -> Samples:
        """The finger is gone: the line runs out to where it was."""
        gained = self._curve(self._last, self._now * _TIP)
        if len(self._samples) == 1:  # a dot
            x, y, width = self._samples[0]
            self._samples.append((x + 0.1, y, width))
            gained = (self._samples[-1],)
        return gained

    @property
    def samples(self) -> Samples:
        """The line so far."""
        return tuple(self._samples)

    @property
    def tail(self) -> tuple[Sample, Sample]:
        """From the end of the line to the finger: drawn anew each time, so that the ink does not lag behind."""
        x, y = self._last
        return self._samples[-1], (x, y, self._now)

    def _wanted(self, speed: float) -> float:
        part = min(1.0, speed / (self._width * _QUICK))
        return self._width * (_THICK + (_THIN - _THICK) * part)

    def _curve(self, end: Point, wanted: float) -> Samples:
        """A quadratic curve from the line's end, drawn towards the last place, to `end`."""
        (ax, ay), (cx, cy), (bx, by) = self._from, self._last, end
        length = ((cx - ax) ** 2 + (cy - ay) ** 2) ** 0.5 + ((bx - cx) ** 2 + (by - cy) ** 2) ** 0.5
        steps = max(1, round(length / (self._width * _STEP))) if length > 0.01 else 0
        gained = []
        for i in range(1, steps + 1):
            t = i / steps
            s = 1 - t
            self._now += (wanted - self._now) * _YIELDS
            gained.append(
                (s * s * ax + 2 * s * t * cx + t * t * bx, s * s * ay + 2 * s * t * cy + t * t * by, self._now)
            )
        self._samples += gained
        return tuple(gained)


def fitted(stroke: Samples, x: float, y: float, scale: float) -> Samples:
    """The stroke moved to (x, y) and made `scale` times its size."""
    return tuple((x + a * scale, y + b * scale, w * scale) for a, b, w in stroke)


def around(stroke: Samples) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of the line's middle."""
    xs, ys = [one[0] for one in stroke], [one[1] for one in stroke]
    return min(xs), min(ys), max(xs), max(ys)
