"""Waiting for a visitor. The whole glass is one target; two more choose the language by its own name."""

from __future__ import annotations

from dataclasses import dataclass

from content.catalog import Catalog
from content.schema import Words
from screens.flow import HOME, Place
from screens.screen import ChooseLanguage, Effects, Go, Screen
from screens.strings import Language

_LANGUAGES: dict[str, Language] = {
    "attract.language.en": "en",
    "attract.language.zh-hans": "zh-Hans",
    "attract.language.zh-hant": "zh-Hant",
}


@dataclass(frozen=True, slots=True)
class AttractState:
    """The question asked of whoever passes by."""

    question: Words


class Attract(Screen[AttractState]):
    """Any touch begins a visit; a language button begins it in that language."""

    def __init__(self, catalog: Catalog) -> None:
        self.state = AttractState(catalog.exhibition.home.question)

    def press(self, id: str, now: float) -> Effects:
        begin = Go(Place(HOME))
        if id in _LANGUAGES:
            return (ChooseLanguage(_LANGUAGES[id]), begin)
        return (begin,)

    def key(self, key: str, now: float) -> Effects:
        return (Go(Place(HOME)),) if key in ("enter", " ") else ()

    def renew(self, content: Catalog) -> None:
        self.state = AttractState(content.exhibition.home.question)
