"""Waiting for a visitor. The whole glass is one target; two more choose the language by its own name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from content.catalog import Catalog
from content.schema import AnsweredLetter, Words
from screens.attract import programme
from screens.attract.hours import Hour, hour_of
from screens.flow import HOME, Place
from screens.screen import ChooseLanguage, Effects, Go, Screen
from screens.strings import names

_LANGUAGE = "attract.language."
_WINDOWS_CHANGE = 4  # turns: a light in the city goes on or out about once a minute


@dataclass(frozen=True, slots=True)
class AttractState:
    """What is asked of whoever passes by (or told, on a card), the hour over the city, which of its lights burn."""

    question: Words
    card: AnsweredLetter | None = None
    hour: Hour = "day"
    lights: int = 0


class Attract(Screen[AttractState]):
    """Any touch begins a visit; a language button begins it in that language. The wall clock decides what is shown."""

    def __init__(self, catalog: Catalog, wall: Callable[[], datetime]) -> None:
        self._catalog = catalog
        self._wall = wall
        self.tick(0.0)

    def press(self, id: str, now: float) -> Effects:
        begin = Go(Place(HOME))
        wanted = {tag.lower(): tag for tag in names()}.get(id.removeprefix(_LANGUAGE))
        if id.startswith(_LANGUAGE) and wanted:
            return (ChooseLanguage(wanted), begin)
        return (begin,)

    def key(self, key: str, now: float) -> Effects:
        return (Go(Place(HOME)),) if key in ("enter", " ") else ()

    def tick(self, now: float) -> Effects:
        wall, content = self._wall(), self._catalog.exhibition
        shown = programme.shown(content.home, content.answers, wall)
        hour = hour_of(wall)
        lights = programme.turn(wall) // _WINDOWS_CHANGE if hour in ("dusk", "night") else 0
        self.state = AttractState(shown.question, shown.card, hour, lights)
        return ()

    def next_due(self, now: float) -> float | None:
        return programme.left_s(self._wall())

    def renew(self, content: Catalog) -> None:
        self._catalog = content
        self.tick(0.0)
