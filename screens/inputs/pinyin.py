"""Writing by pinyin, and the next words that every way of writing Chinese offers."""

from __future__ import annotations

from screens.inputs.engine import PinyinEngine
from screens.inputs.mode import SUGGESTIONS, PlainMode
from screens.inputs.punctuation import chinese, ends_phrase


class FollowingMode(PlainMode):
    """Base of modes that offer the words likely to come next. Owns telling the engine what was written."""

    def __init__(self, engine: PinyinEngine) -> None:
        self._engine = engine

    def following(self, most: int) -> tuple[str, ...]:
        """Words that may come next."""
        return self._engine.suggest(SUGGESTIONS)[:most]

    def follow(self, index: int) -> str:
        """Take the next word of that number. Raises: IndexError."""
        if index < 0:
            raise IndexError(index)
        word = self._engine.suggest(SUGGESTIONS)[index]
        self._engine.follow(word)
        return word

    def plain(self, text: str, before: str) -> str:
        """A mark or letter to insert as it is; the end of a phrase ends the suggestions."""
        typed = chinese(text, before)
        if ends_phrase(typed):
            self._engine.break_off()
        return typed

    def moved(self) -> None:
        self._engine.break_off()

    def wipe(self) -> None:
        self._engine.new_visitor()


class PinyinMode(FollowingMode):
    """Letters compose; a candidate, the space bar or a mark ends composing; digits 1 to 9 choose while composing."""

    def type(self, text: str, before: str) -> str:
        composing = bool(self._engine.letters())
        if len(text) == 1 and text.isascii() and text.islower():
            self._engine.type(text)
            return ""
        if composing and text == "'":
            if not self._engine.letters().endswith("'"):
                self._engine.type(text)
            return ""
        if composing and text in tuple("123456789"):
            place = int(text) - 1
            return self.choose(place) if place < len(self._engine.candidates(9)) else ""
        if composing and text == " ":
            return self.flush()
        done = self.flush()
        return done + self.plain(text, before + done)

    def preedit(self) -> str:
        return self._engine.preedit()

    def offers(self, most: int) -> tuple[str, ...]:
        return self._engine.candidates(most) if self._engine.letters() else self.following(most)

    def choose(self, index: int) -> str:
        return self._engine.choose(index) if self._engine.letters() else self.follow(index)

    def backspace(self) -> bool:
        return self._engine.backspace()

    def flush(self) -> str:
        """The first candidate; should it leave pinyin open, the first of the rest, and so on; letters nobody can read
        stay letters."""
        for _ in range(len(self._engine.letters())):
            if not self._engine.candidates(1):
                break
            done = self._engine.choose(0)
            if done:
                return done
        return self.letters()

    def letters(self) -> str:
        typed = self._engine.letters()
        self._engine.clear()
        return typed
