"""What a finger that can't see means: it explores, taps twice, swipes, or asks for quiet with a second finger.

A finger that rests explores; lifting it means nothing. Two quick taps anywhere act. No gesture needs two fingers, a
certain speed of the hand or a certain place: exploring and the keypad reach everything. Times in seconds, places in
design pixels.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot
from typing import Any, Literal

Kind = Literal["touch", "explore", "act", "next", "previous", "more", "less", "hush"]

REST_S = 0.12  # after this a finger explores: what is said of a thing begins within 200 ms of the finger's arrival
AGAIN_S = 0.5  # between the taps of a double tap: generous to slow hands
SWIPE_S = 0.35
SWIPE_PX = 110.0
_STILL_PX = 24.0  # a finger that comes down moves about this much


@dataclass(frozen=True, slots=True)
class Gesture:
    """`touch` is a finger's arrival, `explore` a place of one that rests or moves slowly."""

    kind: Kind
    x: float = 0.0
    y: float = 0.0


class Gestures:
    """One hand. Each call answers what it meant, in order."""

    def __init__(self) -> None:
        self._down: dict[Any, tuple[float, float]] = {}
        self._start = (0.0, 0.0)
        self._now = (0.0, 0.0)
        self._since = 0.0
        self._exploring = False
        self._dead = False  # two fingers: nothing more is meant until both are lifted
        self._tap: tuple[float, float, float] | None = None  # a first tap: when and where

    @property
    def exploring(self) -> bool:
        """Whether a finger explores now."""
        return self._exploring

    def down(self, finger: Any, x: float, y: float, now: float) -> list[Gesture]:
        """A finger arrives."""
        self._down[finger] = (x, y)
        if len(self._down) > 1:
            quiet = not self._dead
            self._dead, self._exploring, self._tap = True, False, None
            return [Gesture("hush")] if quiet else []
        self._start = self._now = (x, y)
        self._since, self._exploring, self._dead = now, False, False
        return [Gesture("touch", x, y)]

    def move(self, finger: Any, x: float, y: float, now: float) -> list[Gesture]:
        """It moves."""
        if finger not in self._down or self._dead:
            return []
        self._now = (x, y)
        if self._exploring:
            return [Gesture("explore", x, y)]
        return self.tick(now)

    def up(self, finger: Any, now: float) -> list[Gesture]:
        """It is lifted."""
        if self._down.pop(finger, None) is None:
            return []
        if self._dead:
            self._dead = bool(self._down)
            return []
        if self._exploring:
            self._exploring = False
            return []
        swipe = self._swipe()
        if swipe is not None and now - self._since <= SWIPE_S:
            self._tap = None
            return [swipe]
        if self._tap is not None:
            self._tap = None
            return [Gesture("act")]
        self._tap = (now, *self._start)
        return []

    def tick(self, now: float) -> list[Gesture]:
        """Time passes: a finger that rests begins to explore; a tap that stays alone asks what is there."""
        if self._down and not self._dead and not self._exploring:
            limit = SWIPE_S if self._travelled() > _STILL_PX else REST_S
            if now - self._since >= limit - 1e-6:
                self._exploring, self._tap = True, None
                return [Gesture("explore", *self._now)]
        if self._tap is not None and not self._down and now - self._tap[0] >= AGAIN_S - 1e-6:
            _, x, y = self._tap
            self._tap = None
            return [Gesture("explore", x, y)]
        return []

    def next_due(self, now: float) -> float | None:
        """Seconds until `tick` matters."""
        if self._down and not self._dead and not self._exploring:
            return max(0.0, self._since + REST_S - now) if now < self._since + REST_S else 0.05
        if self._tap is not None and not self._down:
            return max(0.0, self._tap[0] + AGAIN_S - now)
        return None

    def clear(self) -> None:
        """Nobody touches any more."""
        self._down.clear()
        self._exploring, self._dead, self._tap = False, False, None

    def _travelled(self) -> float:
        return hypot(self._now[0] - self._start[0], self._now[1] - self._start[1])

    def _swipe(self) -> Gesture | None:
        dx, dy = self._now[0] - self._start[0], self._now[1] - self._start[1]
        if max(abs(dx), abs(dy)) < SWIPE_PX:
            return None
        if abs(dx) >= abs(dy):
            return Gesture("next" if dx > 0 else "previous")
        return Gesture("more" if dy < 0 else "less")
