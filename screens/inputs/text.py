"""The text of one field and its caret, as frozen values: every edit gives a new one.

Owns limits and positions (counted in characters, 0 before the first). Leaves to others: what may be typed (`fields`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Draft:
    """Text, caret and limit; 0 <= caret <= len(text) <= limit always holds."""

    limit: int
    text: str = ""
    caret: int = 0

    @classmethod
    def of(cls, text: str, limit: int) -> Draft:
        """A draft with the caret at the end; what exceeds the limit is cut."""
        kept = text[:limit]
        return cls(limit, kept, len(kept))

    @property
    def room(self) -> int:
        """How many characters still fit."""
        return self.limit - len(self.text)

    @property
    def before(self) -> str:
        """The text left of the caret."""
        return self.text[: self.caret]

    def insert(self, text: str) -> Draft:
        """With `text` put in at the caret, as much of it as fits."""
        part = text[: self.room]
        return replace(self, text=self.before + part + self.text[self.caret :], caret=self.caret + len(part))

    def delete_before(self) -> Draft:
        """Without the character left of the caret."""
        if not self.caret:
            return self
        return replace(self, text=self.text[: self.caret - 1] + self.text[self.caret :], caret=self.caret - 1)

    def delete_after(self) -> Draft:
        """Without the character right of the caret."""
        return replace(self, text=self.before + self.text[self.caret + 1 :])

    def move_to(self, caret: int) -> Draft:
        """With the caret there, or at the nearest end."""
        return replace(self, caret=max(0, min(caret, len(self.text))))
