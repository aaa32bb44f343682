"""Which lens the exhibits are seen through, what is searched for, and what opens."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import get_args

from content.catalog import Catalog
from content.schema import Exhibit, Link, Power, Source, Term
from content.texts import Entry
from screens.flow import Place
from screens.screen import Effects, Go, Screen

LINKS: tuple[str, ...] = get_args(Link)
POWERS: tuple[str, ...] = get_args(Power)
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
LONGEST_QUERY = 16
MOST_FOUND = 24


@dataclass(frozen=True, slots=True)
class ExploreState:
    """`lens` is empty, one of LINKS, or one of POWERS; `shown` are the exhibits seen through it.

    While `searching`, `found` are the best of `total`. `term` is the glossary entry that is open.
    """

    lens: str
    lenses: tuple[str, ...]
    shown: tuple[Exhibit, ...]
    page: int = 0
    searching: bool = False
    query: str = ""
    found: tuple[Entry, ...] = ()
    total: int = 0
    term: Term | None = None
    sources: tuple[Source, ...] = ()


class Explore(Screen[ExploreState]):
    """Begins with the lens that `about` names, with the search when it is `search`, else with everything."""

    def __init__(self, catalog: Catalog, about: str) -> None:
        self._catalog = catalog
        self._about = about
        self.state = self._through(about if about in (*LINKS, *POWERS) else "")
        if about == "search":
            self.state = replace(self.state, searching=True)

    def press(self, id: str, now: float) -> Effects:
        name, _, value = id.removeprefix("explore.").partition(".")
        if id == "dock.back":
            self._back()
        elif name == "lens":
            self.state = self._through("" if value == "all" else value)
        elif name == "search":
            self.state = replace(self.state, searching=True, page=0)
        elif name == "browse":
            self.state = self._through(self.state.lens)
        elif name == "page":
            self.state = replace(self.state, page=max(0, self.state.page + (1 if value == "next" else -1)))
        elif name == "letter":
            self._type(value)
        elif name == "try":
            self._ask(value.upper()[:LONGEST_QUERY])
        elif name == "exhibit":
            return (Go(Place("exhibit", value)),)
        elif name == "found" and value.isdecimal() and int(value) < len(self.state.found):
            return self._open(self.state.found[int(value)])
        elif name == "term":
            self.state = replace(self.state, term=None)
        return ()

    def key(self, key: str, now: float) -> Effects:
        if key == "backspace" or (len(key) == 1 and key.isalnum()):
            self.state = replace(self.state, searching=True)
            self._type("delete" if key == "backspace" else key)
        return ()

    def renew(self, content: Catalog) -> None:
        self._catalog = content
        old = self.state
        self.state = self._through(old.lens)
        if old.searching:
            self.state = replace(self.state, searching=True)
            self._ask(old.query)

    def wipe(self) -> None:
        self.state = self._through("")

    def _back(self) -> None:
        if self.state.term is not None:
            self.state = replace(self.state, term=None)
        elif self.state.searching and self._about != "search":
            self.state = self._through(self.state.lens)

    def _through(self, lens: str) -> ExploreState:
        exhibits = self._catalog.exhibition.exhibits
        lenses = tuple(one for one in (*LINKS, *POWERS) if any(_seen(exhibit, one) for exhibit in exhibits))
        if lens not in lenses:
            lens = ""
        return ExploreState(lens, lenses, tuple(one for one in exhibits if not lens or _seen(one, lens)))

    def _type(self, letter: str) -> None:
        query = self.state.query
        self._ask(query[:-1] if letter == "delete" else (query + letter.upper())[:LONGEST_QUERY])

    def _ask(self, query: str) -> None:
        total, found = self._catalog.texts.find(query, MOST_FOUND)
        self.state = replace(self.state, query=query, total=total, found=found, page=0)

    def _open(self, entry: Entry) -> Effects:
        screen, _, about = entry.opens.partition(":")
        if screen != "term":
            return (Go(Place(screen, about)),)
        term = self._catalog.term(about)
        known = (self._catalog.source(one) for one in term.meaning.sources)
        self.state = replace(self.state, term=term, sources=tuple(known))
        return ()


def _seen(exhibit: Exhibit, lens: str) -> bool:
    return lens in exhibit.links or lens in exhibit.powers
