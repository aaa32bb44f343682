"""A voice and tones that are written down instead of sounded: what somebody at this station would have heard.

For driving a station without a loudspeaker (`kiosk drive`) and for tests. Nothing is kept on disk.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from media.speech import SilentVoice


@dataclass
class HeardLog:
    """In order, with the app's clock: `{"at", "text", "language"}`, `{"at", "sound", "pitch"}`, `{"at", "quiet"}`."""

    now: Callable[[], float] = lambda: 0.0
    entries: list[dict[str, Any]] = field(default_factory=list)

    def add(self, **what: Any) -> None:
        """Write down one thing."""
        self.entries.append({"at": round(self.now(), 3), **what})

    def take(self) -> list[dict[str, Any]]:
        """Everything since the last call."""
        taken, self.entries = self.entries, []
        return taken


class HeardVoice(SilentVoice):
    """A voice for eyes."""

    def __init__(self, log: HeardLog) -> None:
        super().__init__()
        self.log = log
        self._said = False

    def say(self, text: str, language: str) -> None:
        """Written down whole; nobody waits for it to be spoken."""
        self.log.add(text=text, language=language)
        self._said = True

    def stop(self) -> None:
        """A breaking off is written down where something was said."""
        if self._said:
            self.log.add(quiet=True)
        self._said = False


class HeardSounds:
    """Tones for eyes."""

    def __init__(self, log: HeardLog) -> None:
        self._log = log

    def play(self, sound: str, pitch: float = 0.5) -> None:
        """Written down."""
        self._log.add(sound=sound, pitch=round(pitch, 2))
