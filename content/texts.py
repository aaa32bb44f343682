"""Finding a text by what a visitor types: pinyin initials, full pinyin, Chinese characters, or the beginning of a word.

Owns the index over titles and texts of exhibits and over the glossary, and the order of what is found. Leaves to
others: how a query fits a text (`content._text_keys`), names of deputies (`content.search`), what opens where
(`screens`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from content._text_keys import Fit, Keys, keys
from content.readings import fold
from content.schema import BlockBase, Exhibit, PanelsBlock, Term, Words
from content.walk import models

_LEAST_IN_TEXT = 2  # one letter is found in every text


@dataclass(frozen=True, slots=True)
class Entry:
    """What can be found. `opens` as a home card says it, or `term:<id>`; `within` names the exhibit around it."""

    opens: str
    title: Words
    within: Words | None = None


@dataclass(frozen=True, slots=True)
class _Row:
    entry: Entry
    titles: tuple[Keys, ...]
    text: Keys
    weight: int


class TextIndex:
    """All entries with their keys; immutable, a new release is a new index."""

    def __init__(self, exhibits: Iterable[Exhibit], terms: Iterable[Term]) -> None:
        exhibits = tuple(exhibits)
        self._common = _common(exhibits)
        self._rows = [
            _Row(entry, tuple(keys([one]) for one in self._titles(entry, tab)), keys(texts), _weight(entry))
            for entry, tab, texts in (*_of_exhibits(exhibits), *_of_terms(terms))
        ]

    def find(self, query: str, limit: int) -> tuple[int, tuple[Entry, ...]]:
        """How many entries match, and the best `limit`: titles before texts, each by how much of it was typed."""
        wanted = fold(query).replace(" ", "")
        if not wanted:
            return 0, ()
        found: list[tuple[Fit, int, float, int]] = []
        for index, row in enumerate(self._rows):
            if fits := self._fits(row, wanted):
                fit, close = min(fits)
                found.append((fit, row.weight if fit < Fit.TEXT else 0, close, index))
        found.sort()
        return len(found), tuple(self._rows[index].entry for *_, index in found[:limit])

    def _fits(self, row: _Row, wanted: str) -> list[tuple[Fit, float]]:
        fits = [fit for title in row.titles if (fit := title.in_title(wanted))]
        if not fits and len(wanted) >= _LEAST_IN_TEXT and (fit := row.text.in_text(wanted)):
            fits = [fit]
        if row.entry.title.zh_hans in self._common:
            return [(Fit.COMMON_HEADING, fit + close) for fit, close in fits]
        return fits

    def _titles(self, entry: Entry, tab: Words | None) -> tuple[Words, ...]:
        """The title, and the tab that leads there unless other exhibits have the same."""
        return (entry.title,) if tab is None or tab.zh_hans in self._common else (entry.title, tab)


def _common(exhibits: tuple[Exhibit, ...]) -> frozenset[str]:
    """Headings that several exhibits share: they say nothing of what is under them."""
    blocks = [block for exhibit in exhibits for block in exhibit.blocks]
    count = Counter(heading for block in blocks for heading in {one.zh_hans for one in (block.title, block.tab) if one})
    return frozenset(words for words, times in count.items() if times > 1)


def _weight(entry: Entry) -> int:
    """Of what fits alike: an exhibit, then what there is to do in it, then panels and terms."""
    return 2 if entry.opens.startswith("term:") else min(2, entry.opens.count("/"))


_Found = tuple[Entry, Words | None, list[Words]]  # the entry, its tab, its texts


def _of_exhibits(exhibits: Iterable[Exhibit]) -> Iterator[_Found]:
    for exhibit in exhibits:
        yield Entry(f"exhibit:{exhibit.id}", exhibit.title), None, [exhibit.subtitle, exhibit.gist]
        for block in exhibit.blocks:
            entry = Entry(f"exhibit:{exhibit.id}/{block.id}", block.title, exhibit.title)
            if isinstance(block, PanelsBlock):
                yield entry, block.tab, [block.subtitle] if block.subtitle else []
                yield from _of_panels(block, entry)
            else:
                yield entry, block.tab, _texts(block)


def _of_panels(block: PanelsBlock, over: Entry) -> Iterator[_Found]:
    """Each panel by itself: a page of panels is about as many things as it has headings."""
    for panel in block.panels:
        words = [panel.text, *(word for _, word in models(panel.facts) if isinstance(word, Words))]
        yield Entry(f"{over.opens}/{panel.id}", panel.heading, over.within), None, words


def _of_terms(terms: Iterable[Term]) -> Iterator[_Found]:
    for term in terms:
        yield Entry(f"term:{term.id}", term.term), None, [term.meaning]


def _texts(block: BlockBase) -> list[Words]:
    titles = (block.title, block.tab, block.hint)
    return [one for _, one in models(block) if isinstance(one, Words) and not any(one is title for title in titles)]
