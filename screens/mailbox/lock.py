"""Five wrong receipts or PINs, then a quarter of an hour of rest. It outlives visits and, where it is kept,
restarts: leaving opens nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

TRIES = 5
LOCK_S = 15 * 60.0


@dataclass
class TrackLock:
    """Wrong tries at this station since the last right one. Times are seconds on the app's clock."""

    wrong: int = 0
    until: float = 0.0
    keep: Callable[[int, float], None] = lambda _wrong, _left: None
    """Told each change, wrong tries and seconds left, before anybody sees an answer."""

    def minutes_left(self, now: float) -> int:
        """Whole minutes until the next try, 0 when free."""
        left = self.until - now
        return -int(-left // 60) if left > 0 else 0

    def missed(self, now: float) -> None:
        """One wrong try."""
        self.wrong += 1
        if self.wrong >= TRIES:
            self.wrong, self.until = 0, now + LOCK_S
        self.keep(self.wrong, max(0.0, self.until - now))

    def hit(self) -> None:
        """A right one: the count starts anew."""
        if self.wrong:
            self.wrong = 0
            self.keep(0, 0.0)
