"""The exhibits that a stop shows inside the tour: opened as they are asked for, and forgotten with the stop.

They are screens from elsewhere, handed in as `Exhibits`; this keeps them, and which of them is on the glass.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from screens.look import Look
from screens.screen import Effects, Screen, View
from screens.strings import Language


@dataclass(frozen=True, slots=True)
class Exhibits:
    """How an exhibit is opened (`<exhibit>/<block>`) and drawn."""

    open: Callable[[str], Screen[Any]]
    view: Callable[[Any, Look], View]


class Hosted:
    """The exhibit of this stop, and its other blocks that were opened on the way."""

    def __init__(self, open_: Callable[[str], Screen[Any]]) -> None:
        self._open = open_
        self._opened: dict[str, Screen[Any]] = {}
        self._about = ""

    @property
    def shown(self) -> Screen[Any] | None:
        """The one on the glass."""
        return self._opened.get(self._about)

    def show(self, about: str) -> Any:
        """Bring a block to the glass, as it was left; its state."""
        if about not in self._opened:
            self._opened[about] = self._open(about)
        self._about = about
        return self._opened[about].state

    def ask(self, intent: Callable[[Screen[Any]], Effects | None], language: Language) -> Effects:
        """What the one on the glass says to an intent."""
        if self.shown is None:
            return ()
        self.shown.language = language
        return intent(self.shown) or ()

    def close(self) -> None:
        """The stop was left: they forget what was done in them."""
        for one in self._opened.values():
            one.wipe()
        self._opened = {}
        self._about = ""
