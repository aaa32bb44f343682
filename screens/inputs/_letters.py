"""The last resort when no pinyin engine can be loaded: letters pass as they are.

Owns the same promise as the real engines, honestly without Chinese: `kind` is "letters", there are no candidates but
the letters themselves, and nothing is suggested.
"""

from __future__ import annotations

from screens.inputs._quiet import QuietEngine
from screens.inputs.engine import LONGEST_PINYIN, EngineKind


class LettersEngine(QuietEngine):
    """Composes nothing but the letters typed; the only candidate is those letters."""

    kind: EngineKind = "letters"

    def __init__(self, reason: str = "") -> None:
        self.reason = reason
        self._typed = ""

    def type(self, letters: str) -> bool:
        if len(self._typed) + len(letters) > LONGEST_PINYIN:
            return False
        self._typed += letters
        return True

    def backspace(self) -> bool:
        if not self._typed:
            return False
        self._typed = self._typed[:-1]
        return True

    def preedit(self) -> str:
        return self._typed

    def letters(self) -> str:
        return self._typed

    def candidates(self, most: int) -> tuple[str, ...]:
        return (self._typed,) if self._typed and most > 0 else ()

    def choose(self, index: int) -> str:
        if index != 0 or not self._typed:
            raise IndexError(index)
        chosen, self._typed = self._typed, ""
        return chosen

    def clear(self) -> None:
        self._typed = ""

    def close(self) -> None:
        self.clear()
