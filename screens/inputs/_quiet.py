"""What an engine does that suggests nothing and remembers nothing besides what is being composed."""

from __future__ import annotations


class QuietEngine:
    """Base of engines without next words: their answers to everything that concerns these."""

    def suggest(self, most: int) -> tuple[str, ...]:
        return ()

    def follow(self, word: str) -> None:
        """Nothing follows."""

    def break_off(self) -> None:
        """Nothing to break off."""

    def clear(self) -> None:
        raise NotImplementedError

    def new_visitor(self) -> None:
        self.clear()
