"""Questions one may ask of the content on show.

Owns lookups over one frozen `Exhibition`; a new release is a new catalogue. Leaves to others: which release is on show,
words in a language (`content.language`), matching of names while they are typed (`content.search`).
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from datetime import date
from functools import cached_property
from pathlib import Path

from content.narration import find, spoken_forms
from content.packs import Pack
from content.schema import (
    Deputy,
    Exhibit,
    Exhibition,
    Level,
    Place,
    Published,
    Question,
    Region,
    Retired,
    Source,
    Term,
    Topic,
    Tour,
    Words,
)
from content.search import Facets, Found, NameIndex
from content.texts import TextIndex
from content.walk import cited

LEVELS: tuple[Level, ...] = ("township", "county", "city", "national")


class Catalog:
    """What the exhibition holds, by id. Every lookup of an unknown id raises KeyError.

    `media` says where the file of a logical path lies on this machine, or None; `packs` are the languages it brought.
    """

    def __init__(
        self,
        exhibition: Exhibition,
        media: Callable[[str], Path | None] = lambda _: None,
        packs: tuple[Pack, ...] = (),
    ) -> None:
        self.exhibition = exhibition
        self.media = media
        self.packs = packs
        self._exhibits = {one.id: one for one in exhibition.exhibits}
        self._sources = {one.id: one for one in exhibition.sources}
        self._terms = {one.id: one for one in exhibition.glossary}
        self._questions = {one.id: one for one in exhibition.quiz}
        self._tours = {one.id: one for one in exhibition.tours}
        self._topics = {one.id: one for one in exhibition.mailbox.topics}
        self._places = {one.id: one for one in exhibition.mailbox.places}
        self._regions = {one.id: one for one in exhibition.directory.regions}
        self._deputies = {one.id: one for one in exhibition.directory.deputies}
        self._retired = {one.id: one for one in exhibition.directory.retired}
        self._serving: dict[date, frozenset[str]] = {}
        self._aloud: dict[str, dict[str, str]] = {}
        self._cited: dict[str, tuple[Source, ...]] = {}

    # ---- what is exhibited

    def exhibit(self, id: str) -> Exhibit:
        """The exhibit with this id."""
        return self._exhibits[id]

    def exhibit_of(self, block: Published) -> str:
        """The id of the exhibit that this very block is part of; empty for a block that is part of none."""
        exhibits = self.exhibition.exhibits
        return next((one.id for one in exhibits if any(held is block for held in one.blocks)), "")

    def aloud(self, written: str, language: str) -> str:
        """How a text on the glass is read aloud: its spoken form where authors gave it one, else as it is written."""
        if language not in self._aloud:
            self._aloud[language] = spoken_forms(self.exhibition, language)
        return self._aloud[language].get(written, written)

    def narration(self, language: str, text: str) -> Path | None:
        """The recording of these words, if this exhibition brought one."""
        return find(self.media, self._exhibits, language, text)

    def source(self, id: str) -> Source:
        """The source with this id."""
        return self._sources[id]

    def sources_of(self, exhibit: str) -> tuple[Source, ...]:
        """The sources its texts cite, in the order in which they are first cited."""
        if exhibit not in self._cited:  # asked whenever a visitor changes the page of an exhibit
            self._cited[exhibit] = self.sources_in(self._exhibits[exhibit])
        return self._cited[exhibit]

    def sources_in(self, *content: Published) -> tuple[Source, ...]:
        """The sources that texts in this content cite, in the order in which they are first cited."""
        return tuple(self._sources[one] for one in cited(content) if one in self._sources)

    def term(self, id: str) -> Term:
        """The glossary entry with this id."""
        return self._terms[id]

    def tour(self, id: str) -> Tour:
        """The tour with this id."""
        return self._tours[id]

    def question(self, id: str) -> Question:
        """The question of the bank with this id."""
        return self._questions[id]

    def questions(self, *about: str) -> tuple[Question, ...]:
        """The questions about any of these exhibits or links; the whole bank without any."""
        wanted = set(about)
        return tuple(one for one in self.exhibition.quiz if not wanted or wanted & set(one.about))

    def topic(self, id: str) -> Topic:
        """What a letter may be about."""
        return self._topics[id]

    def place(self, id: str) -> Place:
        """A place a letter may be about."""
        return self._places[id]

    # ---- regions and deputies

    def region(self, id: str) -> Region:
        """The district or county with this id, abolished ones included."""
        return self._regions[id]

    def region_name(self, id: str) -> Words:
        """Its name."""
        return self._regions[id].name

    def regions_on(self, day: date) -> tuple[Region, ...]:
        """The districts and counties that exist on that day, in the order of the directory."""
        return tuple(
            one
            for one in self.exhibition.directory.regions
            if (one.since is None or one.since <= day) and (one.until is None or day < one.until)
        )

    def deputy(self, id: str) -> Deputy:
        """The deputy with this id, past terms included."""
        return self._deputies[id]

    def deputies(self, *, region: str | None = None, level: Level | None = None) -> tuple[Deputy, ...]:
        """The deputies of a region and a level, by pinyin; all of them without either."""
        return tuple(self._deputies[one] for one in self.find("", len(self._deputies), region=region, level=level).keys)

    def find(
        self, query: str, limit: int, *, region: str | None = None, level: Level | None = None, day: date | None = None
    ) -> Found[str]:
        """How many deputies match what is typed, and the ids of the first `limit`; see `NameIndex.find`.

        With `day`, only those whose term runs on that day.
        """
        return self.names.find(query, limit, self._within(region, level, day))

    def next_letters(
        self, prefix: str, *, region: str | None = None, level: Level | None = None, day: date | None = None
    ) -> frozenset[str]:
        """The letters a-z that may be typed next and still find someone."""
        return self.names.next_letters(prefix, self._within(region, level, day))

    @cached_property
    def names(self) -> NameIndex[str]:
        """All deputies' names; built when first asked for."""
        return self.names_of(self.exhibition.directory.deputies)

    def names_of(self, deputies: Iterable[Deputy]) -> NameIndex[str]:
        """The names of some of the deputies, read as the directory says."""
        return NameIndex(((one.id, one.name) for one in deputies), lambda id: self._deputies[id].name_pinyin)

    def retired(self, id: str) -> Retired:
        """What is known of a deputy who is no longer in the directory."""
        return self._retired[id]

    @property
    def letters_to(self) -> tuple[Level, ...]:
        """The levels of deputies to whom residents may write from here."""
        return self.exhibition.directory.letters_to

    @cached_property
    def texts(self) -> TextIndex:
        """Titles and texts of all exhibits, and the glossary; built when first asked for."""
        return TextIndex(self.exhibition.exhibits, self.exhibition.glossary)

    @cached_property
    def is_sample(self) -> bool:
        """Whether any deputy is made up; such screens carry the tag 示例."""
        return any(one.is_sample for one in self.exhibition.directory.deputies)

    def in_office(self, day: date) -> frozenset[str]:
        """Ids of the deputies whose term runs on that day and whose entry still counts as checked.

        Both days of a term count (代表法 art. 2 para. 3 dates it by sessions, the directory by days).
        """
        if day not in self._serving:  # asked at every key press, answered anew once a day
            everyone = self.exhibition.directory.deputies
            self._serving = {day: frozenset(one.id for one in everyone if one.shown_on(day))}
        return self._serving[day]

    @cached_property
    def _facets(self) -> Facets[str]:
        return Facets((one.id, _properties(one)) for one in self.exhibition.directory.deputies)

    def _within(self, region: str | None, level: Level | None, day: date | None) -> frozenset[str] | None:
        wanted = [("region", region)] * (region is not None) + [("level", level)] * (level is not None)
        kept = self._facets.having(*wanted) if wanted else None
        if day is None:
            return kept
        return self.in_office(day) if kept is None else kept & self.in_office(day)


def _properties(deputy: Deputy) -> Iterator[Hashable]:
    yield "region", deputy.region
    for level in deputy.levels:
        yield "level", level
