"""Reading aloud behind one port, and the port of those who can do it. Values and protocols; nothing here makes a sound.

A station has one `Voice`. Behind it stand narrators, best first: recorded narration, the neural voice, the platform's
own engine. One that can't say a passage says nothing of it, within a bound, and the next takes over where it stopped.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from content.aloud import clauses


class Span(NamedTuple):
    """Where in a text something stands: from the character `start` to before `end`."""

    start: int
    end: int


class Voice(Protocol):
    """Reads one text at a time; a new text interrupts the old one. Lines of a text are paragraphs of their own."""

    slow: bool
    """Whether what is said from now on is said slowly."""
    on_change: Callable[[], None]
    """Called, from whatever thread, when another clause is being read and when the reading ends."""

    @property
    def busy(self) -> bool:
        """Whether something is being said."""

    @property
    def at(self) -> Span | None:
        """The clause being read, as a range of the text given to `say`; None while nothing is read."""

    def say(self, text: str, language: str) -> None:
        """Begin to speak and return at once."""

    def stop(self) -> None:
        """Be quiet, within 200 ms."""

    def forget(self) -> None:
        """The visitor has left: be quiet and keep nothing that was said. Returns at once."""

    def close(self) -> None:
        """Give back what the voice holds."""


@dataclass(frozen=True)
class Passage:
    """One paragraph to be read, cut into clauses."""

    text: str
    language: str
    clauses: tuple[Span, ...]
    slow: bool = False

    @classmethod
    def of(cls, text: str, language: str, *, slow: bool = False) -> Passage:
        """A paragraph as it stands."""
        return cls(text, language, tuple(Span(*one) for one in clauses(text)), slow)


class Narrator(Protocol):
    """One way of saying a passage."""

    unhurried: bool
    """Whether it takes seconds to begin: not for the name of a button under a finger."""
    joins: bool
    """Whether it is better given several paragraphs at once, so that it does not wait between them."""

    def can(self, passage: Passage) -> bool:
        """Whether it has what the passage asks for; it may still break while it speaks."""

    def prepare(self) -> None:
        """It will be needed in this reading: what takes long may begin. Returns at once."""

    def speak(
        self, passage: Passage, first: int, stopped: threading.Event, heard: Callable[[int], None]
    ) -> int:  # fmt: skip
        """Say the clauses from `first` on, telling of each as it begins to be heard. Blocks.

        Returns the first clause that is still unsaid: the number of clauses when all were said, `first` when this
        narrator can't say the passage. Never raises for want of an engine, a device or a file; ends within 200 ms once
        `stopped` is set, and by itself within a bound that the passage's length gives.
        """

    def close(self) -> None:
        """End every process."""


class SilentVoice:
    """Says nothing: a station without a loudspeaker, and tests."""

    busy = False
    at: Span | None = None
    slow = False

    def __init__(self) -> None:
        self.on_change: Callable[[], None] = lambda: None

    def say(self, text: str, language: str) -> None:
        """Nothing is heard."""

    def stop(self) -> None:
        """Nothing to stop."""

    def forget(self) -> None:
        """Nothing to forget."""

    def close(self) -> None:
        """Nothing to give back."""
