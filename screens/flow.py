"""Which screen follows which: a small history with one way home. Plain values; knows no screen by heart."""

from __future__ import annotations

from dataclasses import dataclass, replace

ATTRACT = "attract"
HOME = "home"
_DEEPEST = 12  # steps back a visitor can take; older ones are forgotten, home is always one touch away


@dataclass(frozen=True, slots=True)
class Place:
    """A screen and what it is about, such as `Place("exhibit", "who-elects-whom/seats")`."""

    screen: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Flow:
    """Where the visitor is and how they came."""

    here: Place = Place(ATTRACT)
    behind: tuple[Place, ...] = ()

    def go(self, place: Place) -> Flow:
        """On to another place; going where one is changes nothing."""
        if place == self.here:
            return self
        if place.screen in (ATTRACT, HOME):
            return Flow(place)
        return Flow(place, (*self.behind, self.here)[-_DEEPEST:])

    def back(self) -> Flow:
        """The place before; home when there is none."""
        if not self.behind:
            return Flow(Place(HOME))
        return replace(self, here=self.behind[-1], behind=self.behind[:-1])

    def home(self) -> Flow:
        """The first screen a visitor works with."""
        return Flow(Place(HOME))

    def idle(self) -> Flow:
        """Nobody is here."""
        return Flow(Place(ATTRACT))
