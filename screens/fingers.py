"""Fingers beside the first: where several may press at once, each holds its own target until it is lifted.

Plain values by the touch's id. What a press means, and whether it still can be pressed, is the shell's.
"""

from __future__ import annotations

from typing import Any

from screens.scene import Target


class MoreFingers:
    """What each further finger is on. A finger that leaves its target holds nothing, and presses nothing."""

    def __init__(self) -> None:
        self._held: dict[Any, Target | None] = {}

    def __contains__(self, finger: Any) -> bool:
        return finger in self._held

    @property
    def held(self) -> tuple[Target, ...]:
        """The targets under these fingers."""
        return tuple(one for one in self._held.values() if one is not None)

    def down(self, finger: Any, target: Target | None) -> None:
        """A finger came down. Targets that slide or want to be held are left to a single finger."""
        single = target is not None and (target.hold_ms or target.slides)
        self._held[finger] = None if single else target

    def left(self, finger: Any) -> None:
        """The finger is no longer on its target."""
        self._held[finger] = None

    def up(self, finger: Any) -> Target | None:
        """The finger was lifted; the target it was on."""
        return self._held.pop(finger, None)

    def on(self, finger: Any) -> Target | None:
        """The target this finger is on."""
        return self._held.get(finger)

    def clear(self) -> None:
        """Nobody touches any more."""
        self._held.clear()
