"""The port of a way of writing, and the plainest one: keys type what stands on them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, Protocol

from screens.inputs.layouts import LayoutId
from screens.inputs.punctuation import chinese
from screens.pen import Samples

SUGGESTIONS = 8

PadStatus = Literal["starting", "ready", "reading", "unread", "absent"]


@dataclass(frozen=True, slots=True)
class PadState:
    """What is on the pad of a mode that has one.

    `strokes` are in parts of the pad's height. Of a whole `line`, `cells` are its characters as read, `cell` the one
    whose readings are offered.
    """

    strokes: tuple[Samples, ...] = ()
    status: PadStatus = "ready"
    line: bool = False
    cells: tuple[str, ...] = ()
    cell: int = 0


class Mode(Protocol):
    """One way of writing. Methods that return text return what is to be inserted now, "" for nothing yet."""

    def enter(self) -> None:
        """It is shown now: make ready what it needs. Never waits."""

    def type(self, text: str, before: str) -> str:
        """A key typed `text` behind the words `before`."""

    def feed(self, stroke: Samples) -> None:
        """A finger wrote a stroke on the pad."""

    def act(self, name: str) -> str:
        """A control of the pad was pressed. Raises: KeyError for one it does not have."""

    def take_ink(self) -> tuple[Samples, ...]:
        """Hand over what is on the pad, and empty it."""

    def pad(self) -> PadState | None:
        """What is on the pad; None where the mode has none."""

    def poll(self) -> bool:
        """Take what came from elsewhere. Whether anything changed."""

    def waits_s(self) -> float | None:
        """In how many seconds to poll; None while nothing is awaited."""

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

    def leave(self) -> None:
        """The visitor left: end what runs for them alone."""


@dataclass(frozen=True, slots=True)
class ModeSpec:
    """A mode by id: what it draws (`surface`: a layout of keys or a pad of its own) and how it is made."""

    id: str
    surface: LayoutId
    make: Callable[[], Mode]

    @property
    def label_key(self) -> str:
        """The key of its name in the strings."""
        return f"inputs.mode.{self.id}"


class PlainMode:
    """Keys type what stands on them; the base of modes that do more."""

    def enter(self) -> None:
        """It is always ready."""

    def type(self, text: str, before: str) -> str:
        # the Chinese dash and ellipsis are two characters wide; Latin layouts have neither
        return chinese(text, before) if text in "—…" else text

    def feed(self, stroke: Samples) -> None:
        """It has no pad."""

    def act(self, name: str) -> str:
        raise KeyError(name)

    def take_ink(self) -> tuple[Samples, ...]:
        return ()

    def pad(self) -> PadState | None:
        return None

    def poll(self) -> bool:
        return False

    def waits_s(self) -> float | None:
        return None

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
        """Nothing depends on what came before."""

    def wipe(self) -> None:
        """Nothing is remembered."""

    def leave(self) -> None:
        """Nothing runs."""
