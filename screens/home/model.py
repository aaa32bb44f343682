"""The home screen: cards that content chooses, and the two doors of the No. 1 mailbox."""

from __future__ import annotations

from dataclasses import dataclass

from content.catalog import Catalog
from content.schema import Home
from screens.flow import Place
from screens.screen import Effects, Go, Screen


@dataclass(frozen=True, slots=True)
class HomeState:
    """What content says the home screen holds."""

    home: Home
    tours: bool = False


class HomeScreen(Screen[HomeState]):
    """Opens what a card names: an exhibit (at one of its blocks) or a service; and the tours, if there are any."""

    def __init__(self, catalog: Catalog) -> None:
        self.renew(catalog)

    def press(self, id: str, now: float) -> Effects:
        if id == "home.mailbox":
            return (Go(Place("mailbox")),)
        if id == "home.track":
            return (Go(Place("mailbox", "track")),)
        if id == "home.tours":
            return (Go(Place("tour")),)
        for card in self.state.home.cards:
            if id == f"home.{card.id}":
                screen, _, about = card.opens.partition(":")
                return (Go(Place(screen, about)),)
        return ()

    def renew(self, content: Catalog) -> None:
        self.state = HomeState(content.exhibition.home, bool(content.exhibition.tours))
