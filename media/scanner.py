"""Telling a keyboard-wedge scanner from typing hands, by speed alone. Plain Python; times in seconds.

A scanner types a whole code within milliseconds a character and ends with Enter or Tab. Keys that come that fast are
held back until it is clear which of the two they were; slow keys pass on at once.
"""

from __future__ import annotations

FASTEST_HAND_S = 0.035
SHORTEST_SCAN = 6
LONGEST_SCAN = 512


class WedgeReader:
    """Feed it keys; it answers with `("scan", text)` and `("key", name)` in order."""

    def __init__(self) -> None:
        self._held: list[str] = []
        self._last = -1.0

    def feed(self, key: str, now: float) -> list[tuple[str, str]]:
        """Take one key. Characters are held while a scan may be under way."""
        out: list[tuple[str, str]] = []
        quick = now - self._last <= FASTEST_HAND_S
        self._last = now
        if not quick:
            out += self.flush(now)
        if key in ("enter", "tab") and len(self._held) >= SHORTEST_SCAN:
            text, self._held = "".join(self._held), []
            return [*out, ("scan", text[:LONGEST_SCAN])]
        if key == "enter":
            return [*out, *self.flush(now), ("key", "enter")]
        if len(key) > 1:
            return [*out, *self.flush(now), ("key", key)]
        if len(self._held) < LONGEST_SCAN:
            self._held.append(key)
        return out

    def flush(self, now: float) -> list[tuple[str, str]]:
        """Give up on a scan: what was held was typed by hand."""
        keys, self._held = self._held, []
        return [("key", key) for key in keys]

    def waits_s(self, now: float) -> float | None:
        """Seconds after which `flush` should be called; None while nothing is held."""
        return max(0.0, self._last + FASTEST_HAND_S + 0.005 - now) if self._held else None
