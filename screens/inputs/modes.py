"""The ways of writing that the panel can switch between, and how further ones plug in.

Owns the port of a mode, the registry and the built-in modes. Handwriting and strokes have their places reserved in
`fields.FieldSpec.modes`: registering a mode under such an id makes every fitting field offer it. A mode turns keys, or
what its own surface feeds it, into text; it never edits the text itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, Protocol

from screens.inputs.engine import PinyinEngine
from screens.inputs.layouts import LayoutId
from screens.inputs.punctuation import chinese, ends_phrase

SUGGESTIONS = 8

Surface = LayoutId | Literal["pad"]


class Mode(Protocol):
    """One way of writing. Methods that return text return what is to be inserted now, "" for nothing yet."""

    def type(self, text: str, before: str) -> str:
        """A key typed `text` behind the words `before`."""

    def feed(self, sample: object) -> str:
        """Something other than a key: strokes of a finger. Modes of keys ignore it."""

    def preedit(self) -> str:
        """What is being composed, as shown left of the candidates; empty when idle."""

    def offers(self, most: int) -> tuple[str, ...]:
        """Candidates while composing, otherwise words that may follow; best first."""

    def choose(self, index: int) -> str:
        """Take an offer. Raises: IndexError where there is none."""

    def backspace(self) -> bool:
        """Take back a step of composing. False when idle: then the text loses a character."""

    def flush(self) -> str:
        """End composing: the first candidate for everything."""

    def letters(self) -> str:
        """End composing: what was typed, as it is."""

    def moved(self) -> None:
        """The caret or the text changed otherwise: what came before holds no longer."""

    def wipe(self) -> None:
        """Forget everything of this visitor."""


@dataclass(frozen=True, slots=True)
class ModeSpec:
    """A mode by id: what it draws (`surface`: a layout of keys or a pad of its own) and how it is made."""

    id: str
    surface: Surface
    make: Callable[[], Mode]

    @property
    def label_key(self) -> str:
        """The key of its name in the strings."""
        return f"inputs.mode.{self.id}"


class Modes:
    """The modes this station has."""

    def __init__(self) -> None:
        self._specs: dict[str, ModeSpec] = {}

    def register_mode(self, spec: ModeSpec) -> None:
        """Add a mode. Raises: ValueError when its id is taken."""
        if spec.id in self._specs:
            raise ValueError(f"the mode {spec.id!r} is registered already")
        self._specs[spec.id] = spec

    def of(self, ids: tuple[str, ...]) -> tuple[ModeSpec, ...]:
        """Those of `ids` that this station has, in their order."""
        return tuple(self._specs[id] for id in ids if id in self._specs)


def standard_modes(engine: PinyinEngine) -> Modes:
    """Pinyin by `engine`, Latin letters, numbers, punctuation, and the pads of single fields."""
    modes = Modes()
    modes.register_mode(ModeSpec("pinyin", "pinyin", lambda: PinyinMode(engine)))
    surfaces: tuple[LayoutId, ...] = ("latin", "numbers", "punctuation", "initials", "digits", "code")
    for surface in surfaces:
        modes.register_mode(ModeSpec(surface, surface, PlainMode))
    return modes


class PlainMode:
    """Keys type what stands on them."""

    def type(self, text: str, before: str) -> str:
        # the Chinese dash and ellipsis are two characters wide; Latin layouts have neither
        return chinese(text, before) if text in "—…" else text

    def feed(self, sample: object) -> str:
        return ""

    def preedit(self) -> str:
        return ""

    def offers(self, most: int) -> tuple[str, ...]:
        return ()

    def choose(self, index: int) -> str:
        raise IndexError(index)

    def backspace(self) -> bool:
        return False

    def flush(self) -> str:
        return ""

    def letters(self) -> str:
        return ""

    def moved(self) -> None:
        pass

    def wipe(self) -> None:
        pass


class PinyinMode(PlainMode):
    """Letters compose; a candidate, the space bar or a mark ends composing; digits 1 to 9 choose while composing."""

    def __init__(self, engine: PinyinEngine) -> None:
        self._engine = engine

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
        typed = chinese(text, before + done)
        if ends_phrase(typed):
            self._engine.break_off()
        return done + typed

    def preedit(self) -> str:
        return self._engine.preedit()

    def offers(self, most: int) -> tuple[str, ...]:
        return self._engine.candidates(most) if self._engine.letters() else self._engine.suggest(SUGGESTIONS)[:most]

    def choose(self, index: int) -> str:
        if self._engine.letters():
            return self._engine.choose(index)
        if index < 0:
            raise IndexError(index)
        word = self._engine.suggest(SUGGESTIONS)[index]
        self._engine.follow(word)
        return word

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

    def moved(self) -> None:
        self._engine.break_off()

    def wipe(self) -> None:
        self._engine.new_visitor()
