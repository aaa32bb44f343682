"""The stroke under the finger: drawn as it is written, beside the scene and without rebuilding it.

One pen at a time. A second finger is ignored while the first writes; where the first only rests (the ball of the hand
came before the finger), the second writes and what the first left is taken back. Once the stroke is told, the scene
draws it, and this forgets it.
"""

from __future__ import annotations

from typing import Any

from kivy.graphics import InstructionGroup

from screens.pen import Pen, Samples, fitted
from screens.scene import Box, Target
from screens.widgets.ink import Line
from screens.widgets.painter import Painter

_RESTS = 0.7  # of the line's width: who has not gone further does not write
_PALM_S = 1.2  # a finger does not dot its i that long


class Writing:
    """What is being written on a target with a `pen`. Touches are Kivy's, times seconds."""

    def __init__(self, canvas: Any) -> None:
        self._ink = InstructionGroup()
        canvas.add(self._ink)
        self._finger: Any = None
        self._target: Target | None = None
        self._pen: Pen | None = None
        self._line: Line | None = None
        self._began = 0.0
        self._wet: list[Box] = []

    def takes(self, touch: Any) -> bool:
        """Whether this finger writes."""
        return self._pen is not None and self._finger == touch.uid

    @property
    def rests(self) -> bool:
        """Whether nobody writes, or whoever holds the pen has not moved it."""
        pen, target = self._pen, self._target
        return pen is None or target is None or pen.reach < target.pen * _RESTS

    def begin(self, touch: Any, target: Target, painter: Painter, now: float) -> None:
        """A finger came down on the pad."""
        self.clear(painter)
        self._finger, self._target, self._began = touch.uid, target, now
        x, y = self._place(touch, painter)
        self._pen = Pen(target.pen, x, y, now)
        painter.brushes.tint(self._ink, "ink")
        self._line = Line(self._ink, painter.brushes.pen_texture(target.pen))
        self._draw(self._pen.samples, painter)

    def move(self, touch: Any, painter: Painter, now: float) -> None:
        """The finger is elsewhere on the pad, or off it: then the line follows the edge."""
        assert self._pen is not None
        x, y = self._place(touch, painter)
        self._draw(self._pen.to(x, y, now), painter)

    def end(self, painter: Painter, now: float) -> tuple[str, Samples] | None:
        """The finger was lifted: the target and the stroke, in parts of the target's height; None for a palm."""
        pen, target = self._pen, self._target
        assert pen is not None and target is not None
        palm = self.rests and now - self._began > _PALM_S
        self._draw(pen.lift(), painter)
        self._pen = None
        if palm:
            self.clear(painter)
            return None
        scale = 1 / target.box.h
        return target.id, fitted(pen.samples, -target.box.x * scale, -target.box.y * scale, scale)

    def clear(self, painter: Painter | None) -> None:
        """Take the ink off the glass."""
        self._finger = self._target = self._pen = self._line = None
        self._ink.clear()
        if painter is not None:
            for box in self._wet:
                painter.damage.add(box)
        self._wet = []

    def _place(self, touch: Any, painter: Painter) -> tuple[float, float]:
        assert self._target is not None
        x, y = painter.frame.to_design(*touch.pos)
        box = self._target.box.inset(self._target.pen / 2)
        return min(max(x, box.x), box.right), min(max(y, box.y), box.bottom)

    def _draw(self, gained: Samples, painter: Painter) -> None:
        pen, line = self._pen, self._line
        assert pen is not None and line is not None
        line.add(painter.brushes.to_window(gained))
        tail = pen.tail
        line.point(painter.brushes.to_window(tail))
        xs, ys = [one[0] for one in (*gained, *tail)], [one[1] for one in (*gained, *tail)]
        box = Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)).inset(-2 * pen.samples[0][2])
        self._wet.append(box)
        painter.damage.add(box)
