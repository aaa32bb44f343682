"""Writing by pinyin, and the next words that every way of writing Chinese offers."""

from __future__ import annotations

from screens.inputs.engine import PinyinEngine
from screens.inputs.following import is_word, rests
from screens.inputs.mode import SUGGESTIONS, PlainMode
from screens.inputs.punctuation import chinese, ends_phrase

_REMEMBERED = 4


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


class BuildingMode(FollowingMode):
    """Base of modes that give a character at a time: the rest of the word is offered before what may follow it."""

    def __init__(self, engine: PinyinEngine) -> None:
        super().__init__(engine)
        self._before = ""

    def following(self, most: int) -> tuple[str, ...]:
        ends = rests(self._before[-1:])[: SUGGESTIONS // 2] if not is_word(self._before[-2:]) else ()
        return tuple(dict.fromkeys((*ends, *super().following(most), *rests(self._before[-1:]))))[
            : min(most, SUGGESTIONS)
        ]

    def follow(self, index: int) -> str:
        if index < 0:
            raise IndexError(index)
        return self.wrote(self.following(SUGGESTIONS)[index])

    def wrote(self, text: str) -> str:
        """These characters were put in: what comes next follows the word that they end."""
        self._before = (self._before + text)[-_REMEMBERED:]
        whole = next((self._before[-size:] for size in (3, 2) if is_word(self._before[-size:])), self._before[-1:])
        self._engine.break_off()
        self._engine.follow(whole)
        return text

    def plain(self, text: str, before: str) -> str:
        self._before = ""
        return super().plain(text, before)

    def moved(self) -> None:
        super().moved()
        self._before = ""

    def wipe(self) -> None:
        super().wipe()
        self._before = ""


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
