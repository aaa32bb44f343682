"""What the glass is told of the world: a voice to read aloud, and what the strip says of the station."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from screens.parts import chrome
from screens.strings import Language, string


class Speaker(Protocol):
    """Reads aloud; see media.speech."""

    slow: bool

    @property
    def busy(self) -> bool: ...

    @property
    def at(self) -> tuple[int, int] | None: ...

    def say(self, text: str, language: str) -> None: ...

    def stop(self) -> None: ...

    def forget(self) -> None: ...


@dataclass(frozen=True, slots=True)
class StationFacts:
    """What the strip needs: who we are, when content was last fetched (None while offline), and the key of the string
    that says what has become of a call for staff (empty: there is none)."""

    name: Callable[[str], str]
    updated: Callable[[], datetime | None]
    sample: bool
    call: Callable[[], str] = lambda: ""

    def said(self, language: Language, wall: datetime) -> chrome.Station:
        """As the strip says it at this time of day."""
        updated = self.updated()
        when = updated and (f"{updated:%H:%M}" if updated.date() == wall.date() else f"{updated:%Y-%m-%d}")
        called = self.call()
        status = string(called, language) if called else ""
        return chrome.Station(self.name(language), f"{wall:%H:%M}", when or None, self.sample, status)
