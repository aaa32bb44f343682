"""What there is to look at of each part of an exhibition, as rooms to walk through.

Parts are the files of a release without their ending (`home`, `quiz`, `mailbox`, `tours`, `answers`, `glossary`), and
the ids of exhibits. The directory has no rooms: people's names are cut on purpose, and no author shortens them.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from content.catalog import Catalog
from content.schema import QuizBlock
from kiosk.fits.walk import Room
from screens import attract, exhibit, explore, home, huge, mailbox, tour
from screens.attract.model import AttractState
from screens.composition import compose
from screens.exhibit.model import ExhibitScreen
from screens.inputs._letters import LettersEngine
from screens.look import Look
from screens.parts.chrome import Station
from screens.scene import Scene
from screens.screen import Screen, ScreenKind

PARTS = ("home", "answers", "glossary", "quiz", "tours", "mailbox")
PEOPLE = "directory"
_STATION = Station("示例站", "12:00", "12:00")
_SEED = 7


@dataclass(frozen=True)
class Plan:
    """How rooms are made of content: tests and cures make them of changed content."""

    today: date

    def rooms(self, catalog: Catalog, part: str) -> Iterator[Room]:
        """All rooms of a part. Raises: KeyError for a part there is not."""
        if part == PEOPLE:
            return
        if part in PARTS:
            yield from getattr(self, f"_{part}")(catalog)
            return
        shown = catalog.exhibit(part)
        for place in (*(one.id for one in shown.blocks), "sources"):
            yield self._exhibit(catalog, part, place)

    def _exhibit(self, catalog: Catalog, id: str, place: str) -> Room:
        def open_() -> Screen[Any]:
            return ExhibitScreen(catalog, random.Random(_SEED), f"{id}/{place}", lambda: self.today)

        return Room(f"exhibit:{id}/{place}", id, open_, _drawn(_exhibits(catalog, self.today), f"{id}/{place}"))

    def _home(self, catalog: Catalog) -> Iterator[Room]:
        yield _room(home.kind(lambda: catalog), "home")
        yield replace(_room(explore.kind(lambda: catalog), "home"), most=40, strolls=0)
        content = catalog.exhibition.home
        for number, question in enumerate((content.question, *content.questions)):
            yield _still(attract.kind(lambda: catalog, _noon), f"attract:{number}", "home", AttractState(question))

    def _answers(self, catalog: Catalog) -> Iterator[Room]:
        question = catalog.exhibition.home.question
        for card in catalog.exhibition.answers:
            state = AttractState(question, card)
            yield _still(attract.kind(lambda: catalog, _noon), f"attract:{card.id}", "answers", state)

    def _glossary(self, catalog: Catalog) -> Iterator[Room]:
        kind = explore.kind(lambda: catalog)
        for term in catalog.exhibition.glossary:
            state = kind.open("search").state
            sources = catalog.sources_in(term)
            yield _still(kind, f"explore:{term.id}", "glossary", _with(state, term=term, sources=sources))

    def _quiz(self, catalog: Catalog) -> Iterator[Room]:
        """Each question by itself, in the first exhibit's frame."""
        shown = catalog.exhibition.exhibits[0]
        block = QuizBlock(id="quiz", title=shown.title, count=1)
        holder = shown.model_copy(update={"blocks": (block,)})
        for question in catalog.exhibition.quiz:
            alone = Catalog(catalog.exhibition.model_copy(update={"quiz": (question,), "exhibits": (holder,)}))
            one = self._exhibit(alone, holder.id, "quiz")
            yield Room(f"quiz:{question.id}", "quiz", one.open, one.draw)

    def _tours(self, catalog: Catalog) -> Iterator[Room]:
        exhibits = _exhibits(catalog, self.today)
        for one in catalog.exhibition.tours:

            def open_(about: str = one.id) -> Screen[Any]:
                return tour.kind(lambda: catalog, random.Random(_SEED), exhibits).open(about)

            drawing = tour.kind(lambda: catalog, random.Random(_SEED), exhibits)
            yield Room(f"tour:{one.id}", "tours", open_, _drawn(drawing, one.id))

    def _mailbox(self, catalog: Catalog) -> Iterator[Room]:
        def refuse(*_: object) -> Any:
            raise mailbox.PostRefused("mailbox.refused.unenrolled")

        services = mailbox.MailboxServices(
            lambda: catalog, refuse, refuse, lambda: LettersEngine("not typed here"),
            lambda: self.today,
        )  # fmt: skip
        kind = mailbox.kind(services)
        yield Room("mailbox", "mailbox", lambda: kind.open(""), _drawn(kind, ""))


def parts_of(catalog: Catalog) -> tuple[str, ...]:
    """Every part that has rooms, exhibits first."""
    return (*(one.id for one in catalog.exhibition.exhibits), *PARTS, PEOPLE)


def _exhibits(catalog: Catalog, today: date) -> ScreenKind:
    return exhibit.kind(lambda: catalog, random.Random(_SEED), lambda: today)


def _room(kind: ScreenKind, part: str, about: str = "") -> Room:
    return Room(kind.id + (f":{about}" if about else ""), part, lambda: kind.open(about), _drawn(kind, about))


def _still(kind: ScreenKind, id: str, part: str, state: Any) -> Room:
    """One state of a screen that no touch leads to."""
    return Room(id, part, lambda: _Standing(state), _drawn(kind, ""))


class _Standing(Screen[Any]):
    """Shows a state, whatever is touched."""

    def __init__(self, state: Any) -> None:
        self.state = state


def _drawn(kind: ScreenKind, about: str) -> Callable[[Any, Look], Scene]:
    def drawn(state: Any, look: Look) -> Scene:
        name = (kind.id, about)
        if look.huge:
            page = huge.settle(look, lambda on: kind.view(state, on))
            if not page.view.bare:
                return huge.whole(look, name, page)
        return compose(look, name, kind.view(state, look), _STATION, None, None)

    return drawn


def _with(state: Any, **changes: Any) -> Any:
    return replace(state, **changes)


def _noon() -> datetime:
    return datetime(2026, 1, 1, 12)
