"""Which part of a page is shown, where a page is seen a part at a time. A plain value the director keeps."""

from __future__ import annotations

from dataclasses import dataclass, replace

MOVES = ("down", "up", "more", "less")  # of the dock


@dataclass(frozen=True, slots=True)
class Spot:
    """Which part of which page is shown, of how many; whether the dock shows the aids instead of the ways."""

    part: int = 0
    of: int = 1
    aids: bool = False
    about: tuple[str, ...] = ()

    def moved(self, name: str) -> Spot:
        """After a button of the dock: `down`, `up`, `more`, `less`; any other changes nothing."""
        if name in ("down", "up"):
            step = 1 if name == "down" else -1
            return replace(self, part=min(max(0, self.part + step), self.of - 1))
        return replace(self, aids=name == "more") if name in ("more", "less") else self
