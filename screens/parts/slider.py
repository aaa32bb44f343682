"""A track with a knob that follows the finger. Whoever uses it puts buttons for single steps beside it."""

from __future__ import annotations

from collections.abc import Sequence

from screens.look import Look
from screens.scene import Box, Disc, Fill, Node, Stroke, Target

KNOB_R = 32.0
_TRACK_H = 12.0
_TICK_H = 20.0


def slider(
    look: Look, box: Box, id: str, share: float, label: str, spoken: str = "", ticks: Sequence[float] = ()
) -> list[Node]:
    """The knob at `share` (0-1) of the way; `ticks` are shares with a mark. The box is at least 96 high.

    The whole box is touched; the screen's model hears of it by `slide`.
    """
    left, right = box.x + KNOB_R, box.right - KNOB_R
    middle = box.center[1]
    x = left + share * (right - left)
    nodes: list[Node] = [Fill(Box(left, middle - _TRACK_H / 2, right - left, _TRACK_H), "line", _TRACK_H / 2)]
    nodes.append(Fill(Box(left, middle - _TRACK_H / 2, x - left, _TRACK_H), "ink", _TRACK_H / 2))
    for tick in ticks:
        at = left + tick * (right - left)
        nodes.append(Stroke(((at, middle - _TICK_H), (at, middle + _TICK_H)), "control", 3))
    nodes.append(Disc(x, middle, KNOB_R, "raised", "ink", 6))
    nodes.append(Disc(x, middle, 8, "ink"))
    nodes.append(Target(box, id, "slider", label, spoken or label, slides="x", inset=KNOB_R, share=share))
    return nodes
