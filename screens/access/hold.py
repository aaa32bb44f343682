"""The hold of a lower corner that switches touch-to-hear on and off: found by feeling the frame, guided by tones.

A short touch there stays what it is: only the end of the hold means something. The same is done by a button in the
dock and by a key, so nobody has to hold anything.
"""

from __future__ import annotations

from typing import Any, Literal

HOLD_S = 3.0
CORNER_PX = 160.0
_PROMPT_S = 1.0  # by then it is no tap any more: say what goes on
_TONE_S = 0.5
Sign = Literal["prompt", "tone", "done"]


class CornerHold:
    """Watches the first finger. `tick` answers the signs that are due, and how many tones there were so far."""

    def __init__(self) -> None:
        self._finger: Any = None
        self._since = 0.0
        self._prompted = False
        self.tones = 0

    @property
    def held(self) -> bool:
        """Whether a finger lies in a corner."""
        return self._finger is not None

    def down(self, finger: Any, x: float, y: float, size: tuple[float, float], now: float) -> None:
        """A finger arrives; a second one ends the hold."""
        if self._finger is not None or not in_corner(x, y, size):
            self._finger = None
            return
        self._finger, self._since, self._prompted, self.tones = finger, now, False, 0

    def move(self, finger: Any, x: float, y: float, size: tuple[float, float]) -> None:
        """It moves; out of the corner the hold is over."""
        if finger == self._finger and not in_corner(x, y, size):
            self._finger = None

    def up(self, finger: Any) -> None:
        """It is lifted."""
        if finger == self._finger:
            self._finger = None

    def tick(self, now: float) -> list[Sign]:
        """What is due."""
        if self._finger is None:
            return []
        waited = now - self._since + 1e-6
        if waited >= HOLD_S:
            self._finger = None
            return ["done"]
        signs: list[Sign] = []
        if waited >= _PROMPT_S:
            if not self._prompted:
                self._prompted = True
                signs.append("prompt")
            if waited >= _PROMPT_S + self.tones * _TONE_S:
                self.tones += 1
                signs.append("tone")
        return signs

    def next_due(self, now: float) -> float | None:
        """Seconds until `tick` matters."""
        if self._finger is None:
            return None
        due = min(HOLD_S, _PROMPT_S + self.tones * _TONE_S)
        return max(0.0, self._since + due - now)

    def clear(self) -> None:
        """Nobody holds anything."""
        self._finger = None


def in_corner(x: float, y: float, size: tuple[float, float]) -> bool:
    """Whether a place lies in the lower left or lower right corner."""
    return y >= size[1] - CORNER_PX and (x <= CORNER_PX or x >= size[0] - CORNER_PX)
