"""Which part of the glass must be drawn anew. Plain arithmetic; window pixels, y up.

A software rasteriser pays for every pixel, so a pressed look or a moving car should cost its own few, not two million.
Owns the sum of what changed since the last frame. Whoever draws asks `take`; whoever changes something says where, or
says `all` when that isn't known.
"""

from __future__ import annotations

from screens.scene import Box
from screens.widgets.frame import Frame

Rect = tuple[int, int, int, int]

_MARGIN = 20.0  # design pixels: glyphs and round line ends reach a little out of their boxes
_WORTH_IT = 0.6  # of the window; nearly everything is drawn as everything


class Damage:
    """The smallest rectangle that holds every change since the last `take`."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._all = True
        self._box: Box | None = None

    def all(self) -> None:
        """Anything may have changed."""
        self._all = True

    def add(self, box: Box, margin: float = 0.0) -> None:
        """Something changed in this design box, or up to `margin` and a little more around it."""
        if self._all:
            return
        grown = box.inset(-_MARGIN - margin)
        self._box = grown if self._box is None else _around(self._box, grown)

    def take(self) -> Rect | None:
        """What to draw: left, bottom, width, height; None for everything. What follows is counted anew."""
        box, everything = self._box, self._all
        self._all, self._box = False, None
        if everything or box is None:  # a frame that nobody explains is drawn whole
            return None
        frame = self._frame
        if box.w * box.h > _WORTH_IT * frame.design_w * frame.design_h:
            return None
        left, bottom = frame.to_window(box.x, box.y, box.h)
        right, top = frame.to_window(box.right, box.y)
        x, y = max(0, int(left)), max(0, int(bottom))
        return x, y, max(1, int(right) + 1 - x), max(1, int(top) + 1 - y)


def _around(a: Box, b: Box) -> Box:
    x, y = min(a.x, b.x), min(a.y, b.y)
    return Box(x, y, max(a.right, b.right) - x, max(a.bottom, b.bottom) - y)
