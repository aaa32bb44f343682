"""The models of one visit by their place: opened when first shown, kept while the visit lasts, wiped with it.

Knows no screen; one model in trouble keeps no other from being renewed or wiped.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any

from screens.flow import Place
from screens.screen import Screen, ScreenKind

log = logging.getLogger(__name__)


class Rooms:
    """Every place the visitor has been to."""

    def __init__(self, kinds: Mapping[str, ScreenKind]) -> None:
        self._kinds = kinds
        self._models: dict[Place, Screen[Any]] = {}

    def at(self, place: Place) -> Screen[Any]:
        """The model of a place, as it was left."""
        if place not in self._models:
            self._models[place] = self._kinds[place.screen].open(place.about)
        return self._models[place]

    def running(self, shown: Screen[Any]) -> list[Screen[Any]]:
        """The model shown, and those whose time runs while another is shown."""
        return [shown, *(one for one in self._models.values() if one.busy and one is not shown)]

    @property
    def busy(self) -> bool:
        """Whether the time of one of them runs without a touch."""
        return any(one.busy for one in self._models.values())

    @property
    def locked(self) -> bool:
        """Whether one of them keeps single visitors' services waiting."""
        return any(one.locks for one in self._models.values())

    def leave(self, place: Place, now: float) -> None:
        """Another place is shown from now on: what plays there pauses."""
        model = self._models.get(place)
        if model is not None:
            model.leave(now)

    def renew(self, content: Any) -> None:
        """New content: every model takes it. One that can't is opened anew when it is next shown."""
        for place, model in list(self._models.items()):
            try:
                model.renew(content)
            except Exception as error:
                log.error("%s can't take the new content: %s", place.screen, type(error).__name__)
                self.drop(place)

    def drop(self, place: Place) -> None:
        """Let go of a model, and of what it holds for the visitor as far as it still can."""
        model = self._models.pop(place, None)
        if model is not None:
            try:
                model.wipe()
            except Exception as error:  # its words are in no message and no log
                log.error("%s can't be wiped: %s", place.screen, type(error).__name__)

    def close_services(self) -> bool:
        """A class has begun: what a visitor left in a service is wiped now. Whether there was anything."""
        left = [place for place in self._models if self._kinds[place.screen].service]
        for place in left:
            self.drop(place)
        return bool(left)

    def clear(self) -> None:
        """The visit is over."""
        for place in list(self._models):
            self.drop(place)
