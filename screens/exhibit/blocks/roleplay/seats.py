"""Everybody whom a matter affects, as a row of seats: who comes, who stays away, who agrees and who doesn't.

Told by a sign on each seat, not by its colour alone.
"""

from __future__ import annotations

from typing import Literal

from screens.scene import Box, Disc, Icon, Node

Seat = Literal["here", "away", "yes", "no"]
_ICON = {"here": "check", "yes": "check", "no": "close"}
PITCH = 60.0
_LEAST = 32.0


def pitch_for(width: float, most: int, high: float) -> float:
    """How far apart seats stand so that the longest row fits the width and the height of a row."""
    return max(_LEAST, min(PITCH, width / max(1, most), high))


def filled(seat: Seat, count: int, of: int) -> list[Seat]:
    """A row of `of` seats, the first `count` of them this one, the rest empty."""
    return [seat if i < count else "away" for i in range(of)]


def seats(x: float, y: float, pitch: float, row: list[Seat]) -> list[Node]:
    """A row of seats from the left; `pitch` is the room of one of them, in both directions."""
    r = pitch * 0.36
    nodes: list[Node] = []
    for i, seat in enumerate(row):
        cx, cy = x + (i + 0.5) * pitch, y + pitch / 2
        if seat == "away":
            nodes.append(Disc(cx, cy, r, None, "control", 3))
            continue
        fill, ink = ("raised", "ochre_deep") if seat == "no" else ("teal", "on_teal")
        nodes.append(Disc(cx, cy, r, fill, "ochre_deep" if seat == "no" else "teal", 3))
        size = r * 1.3
        nodes.append(Icon(Box(cx - size / 2, cy - size / 2, size, size), _ICON[seat], ink))
    return nodes
