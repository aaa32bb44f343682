"""One deputy's page: who they are, their code, and whether letters may be written to them.

Owns the rules of the page. Leaves to others: who is in office (`finder`), the words (`wording`), drawing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from content.catalog import Catalog
from content.civics.codes import Code, CodeError, CodeType
from content.civics.receptions import next_reception
from content.schema import Deputy, Words
from screens.deputies.finder import Finder
from screens.deputies.model import region_of
from screens.deputies.names import shown
from screens.deputies.state import ELECTED_DIRECTLY, ProfileState, Tab
from screens.deputies.wording import introduction
from screens.flow import Place
from screens.screen import Effects, Go, Say, Screen

_TABS: tuple[Tab, ...] = ("about", "reports", "pledges", "stories")


class Profile(Screen[ProfileState]):
    """The page. `finder` gives today's index over a catalogue."""

    def __init__(self, catalog: Catalog, finder: Callable[[Catalog], Finder], id: str) -> None:
        self._id = id
        self._finder_of = finder
        self.state = self._load(catalog)

    def press(self, id: str, now: float) -> Effects:
        if id == "deputies.write" and self.state.deputy and self.state.may_write:
            return (Go(Place("mailbox", f"to:{self.state.deputy.id}")),)
        if id == "deputies.listen" and self.state.deputy:
            return (Say(introduction(self.state, self.language)),)
        if id == "deputies.all":
            return (Go(Place("deputies")),)
        tab = next((one for one in self.state.tabs if id == f"deputies.tab.{one}"), None)
        if tab is not None:
            self.state = replace(self.state, tab=tab, page=0)
        if id in ("deputies.page.prev", "deputies.page.next"):
            self.state = replace(self.state, page=self.state.page + (1 if id.endswith("next") else -1))
        return ()

    def renew(self, content: Catalog) -> None:
        tab, fresh = self.state.tab, self._load(content)
        self.state = replace(fresh, tab=tab) if tab in fresh.tabs else fresh

    def _load(self, catalog: Catalog) -> ProfileState:
        try:
            deputy = catalog.deputy(self._id)
        except KeyError:
            return self._gone(catalog)
        finder = self._finder_of(catalog)
        if not finder.is_in_office(deputy.id):
            runs = deputy.term_from <= finder.day <= deputy.term_to
            return ProfileState("unchecked" if runs else "term")
        stories = tuple(one for one in deputy.stories if finder.day <= one.until)
        told = {"about": True, "reports": deputy.reports, "pledges": deputy.pledges, "stories": stories}
        return ProfileState(
            trouble="",
            deputy=deputy,
            name=shown(deputy.name, deputy.name_pinyin, deputy.name_en),
            region=region_of(catalog, deputy),
            topics=_topics(catalog, deputy),
            code=_code(deputy.id),
            may_write=any(level in catalog.letters_to for level in deputy.levels),
            direct=set(catalog.letters_to) == set(ELECTED_DIRECTLY),
            tabs=tuple(one for one in _TABS if told[one]),
            stories=stories,
            next=next_reception(deputy.reception.zh_hans, finder.day),
        )

    def _gone(self, catalog: Catalog) -> ProfileState:
        """An id that the directory no longer has: why, as far as the hub said so."""
        try:
            retired = catalog.retired(self._id)
        except KeyError:
            return ProfileState()
        return ProfileState(retired.why, since=retired.since)


def _topics(catalog: Catalog, deputy: Deputy) -> tuple[Words, ...]:
    known = {one.id: one.name for one in catalog.exhibition.mailbox.topics}
    return tuple(known[one] for one in deputy.concerns if one in known)


def _code(id: str) -> str:
    try:
        return Code(CodeType.DEPUTY, id).text
    except CodeError:
        return ""
