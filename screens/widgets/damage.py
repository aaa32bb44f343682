"""Which parts of the glass must be drawn anew. Plain arithmetic; window pixels, y up.

A software rasteriser pays for every pixel, so a pressed look or a moving car should cost its own few, not two million.
What changes at two ends of the glass stays two parts: going through the drawing once more costs as much as some hundred
thousand pixels (measured: 0.5 to 1.2 ms, where the whole glass takes 14 to 22). Owns the parts that changed since the
last frame. Whoever draws asks `take`; whoever changes something says where, or says `all` when that isn't known.
"""

from __future__ import annotations

from screens.scene import Box
from screens.widgets.frame import Frame

Rect = tuple[int, int, int, int]
Parts = tuple[Rect, ...]

_MARGIN = 20.0  # design pixels: glyphs and round line ends reach a little out of their boxes
_WORTH_IT = 0.6  # of the window; nearly everything is drawn as everything
_PASS = 120_000.0  # design pixels that cost as much as going through the drawing once more
_MOST = 6  # parts; the passes add up


class Damage:
    """A few rectangles that hold every change since the last `take`."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._all = True
        self._boxes: list[Box] = []

    def all(self) -> None:
        """Anything may have changed."""
        self._all = True

    def add(self, box: Box, margin: float = 0.0) -> None:
        """Something changed in this design box, or up to `margin` and a little more around it."""
        if self._all:
            return
        grown, boxes = box.inset(-_MARGIN - margin), self._boxes
        while (near := next((one for one in boxes if _waste(one, grown) <= _PASS), None)) is not None:
            boxes.remove(near)
            grown = _around(near, grown)
        boxes.append(grown)
        if len(boxes) > _MOST:
            self._join_nearest()

    def take(self) -> Parts | None:
        """What to draw: left, bottom, width, height of each; None for everything. What follows is counted anew."""
        boxes, everything = self._boxes, self._all
        self._all, self._boxes = False, []
        if everything or not boxes:  # a frame that nobody explains is drawn whole
            return None
        frame = self._frame
        if sum(one.w * one.h for one in boxes) > _WORTH_IT * frame.design_w * frame.design_h:
            return None
        return tuple(self._rect(one) for one in boxes)

    def _rect(self, box: Box) -> Rect:
        left, bottom = self._frame.to_window(box.x, box.y, box.h)
        right, top = self._frame.to_window(box.right, box.y)
        x, y = max(0, int(left)), max(0, int(bottom))
        return x, y, max(1, int(right) + 1 - x), max(1, int(top) + 1 - y)

    def _join_nearest(self) -> None:
        pairs = [(a, b) for index, a in enumerate(self._boxes) for b in self._boxes[:index]]
        a, b = min(pairs, key=lambda pair: _waste(*pair))
        self._boxes = [one for one in self._boxes if one is not a and one is not b]
        self._boxes.append(_around(a, b))


def area(parts: Parts | None) -> int | None:
    """Pixels drawn for them; None for everything."""
    return None if parts is None else sum(wide * high for _, _, wide, high in parts)


def _waste(a: Box, b: Box) -> float:
    """Pixels that are drawn for nothing when two parts become one."""
    both = _around(a, b)
    return both.w * both.h - a.w * a.h - b.w * b.h


def _around(a: Box, b: Box) -> Box:
    x, y = min(a.x, b.x), min(a.y, b.y)
    return Box(x, y, max(a.right, b.right) - x, max(a.bottom, b.bottom) - y)
