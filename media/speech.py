"""Reading aloud behind one port. Voices are tried in order; one that fails is silent and the next takes over."""

from __future__ import annotations

from typing import Protocol


class Voice(Protocol):
    """Speaks one text at a time; a new text interrupts the old one."""

    @property
    def busy(self) -> bool:
        """Whether something is being said."""

    def say(self, text: str, language: str) -> None:
        """Begin to speak and return at once."""

    def stop(self) -> None:
        """Be quiet, within 200 ms."""

    def close(self) -> None:
        """Give back what the voice holds."""


class SilentVoice:
    """Says nothing: a station without a loudspeaker, and tests."""

    busy = False

    def say(self, text: str, language: str) -> None:
        """Nothing is heard."""

    def stop(self) -> None:
        """Nothing to stop."""

    def close(self) -> None:
        """Nothing to give back."""
