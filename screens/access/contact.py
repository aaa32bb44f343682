"""Which touches are one: a panel that reports a finger twice, or a fingertip that bounces, presses once.

Kivy may report one tap through two providers, or twice through one (its issues 3801 and 7169).
"""

from __future__ import annotations

from math import hypot

TWICE_S = 0.03
BOUNCE_S = 0.05
NEAR_PX = 24.0


class Contacts:
    """Asked at every arrival and told of every lifting. Places in design pixels."""

    def __init__(self) -> None:
        self._came: tuple[float, float, float] | None = None
        self._left: tuple[float, float, float] | None = None

    def again(self, x: float, y: float, now: float, pen: bool = False) -> bool:
        """Whether this arrival is the one before once more. Where a `pen` writes, the next stroke may begin at once
        where the last one ended: only what is reported twice is one there.
        """
        bounces = not pen and _near(self._left, x, y, now, BOUNCE_S)
        twice = bounces or _near(self._came, x, y, now, TWICE_S)
        if not twice:
            self._came = (x, y, now)
        return twice

    def lifted(self, x: float, y: float, now: float) -> None:
        """A finger that counted was lifted."""
        self._left = (x, y, now)

    def clear(self) -> None:
        """Another visitor."""
        self._came = self._left = None


def _near(one: tuple[float, float, float] | None, x: float, y: float, now: float, within: float) -> bool:
    return one is not None and now - one[2] <= within + 1e-9 and hypot(x - one[0], y - one[1]) <= NEAR_PX
