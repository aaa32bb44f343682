"""Finding a text by what a visitor types: pinyin initials, full pinyin, Chinese characters, or the beginning of a word.

Owns the index over titles and texts of exhibits and over the glossary. Leaves to others: names of deputies
(`content.search`), how characters are read (`content.readings`), what opens where (`screens`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from content.readings import fold, readings
from content.schema import BlockBase, Exhibit, Term, Words
from content.walk import models

_WORD = re.compile(r"[a-z0-9]+")
_LEAST_IN_TEXT = 2  # one letter is found in every text


@dataclass(frozen=True, slots=True)
class Entry:
    """What can be found. `opens` as a home card says it, or `term:<id>`; `within` names the exhibit around it."""

    opens: str
    title: Words
    within: Words | None = None


@dataclass(frozen=True, slots=True)
class _Keys:
    """A text as it is searched: initials, syllables run together and where they begin, and its words."""

    characters: str
    initials: str
    pinyin: str
    starts: frozenset[int]
    words: tuple[str, ...]

    def has(self, query: str) -> int | None:
        """How well it matches: 0 from the beginning, 1 within, None not at all."""
        for text in (self.characters, self.initials):
            at = text.find(query)
            if at >= 0:
                return int(at > 0)
        at = self.pinyin.find(query)
        while at >= 0:
            if at in self.starts:
                return int(at > 0)
            at = self.pinyin.find(query, at + 1)
        if any(word.startswith(query) for word in self.words):
            return 1
        return None


class TextIndex:
    """All entries with their keys; immutable, a new release is a new index."""

    def __init__(self, exhibits: Iterable[Exhibit], terms: Iterable[Term]) -> None:
        self._rows = [
            (entry, _keys([entry.title]), _keys(texts)) for entry, texts in (*_of_exhibits(exhibits), *_of_terms(terms))
        ]

    def find(self, query: str, limit: int) -> tuple[int, tuple[Entry, ...]]:
        """How many entries match, and the best `limit`: titles before texts, beginnings before the rest."""
        wanted = fold(query).replace(" ", "")
        if not wanted:
            return 0, ()
        found: list[tuple[int, int]] = []
        for index, (_, title, text) in enumerate(self._rows):
            rank = title.has(wanted)
            if rank is None and len(wanted) >= _LEAST_IN_TEXT and text.has(wanted) is not None:
                rank = 2
            if rank is not None:
                found.append((rank, index))
        found.sort()
        return len(found), tuple(self._rows[index][0] for _, index in found[:limit])


def _of_exhibits(exhibits: Iterable[Exhibit]) -> Iterator[tuple[Entry, list[Words]]]:
    for exhibit in exhibits:
        yield Entry(f"exhibit:{exhibit.id}", exhibit.title), [exhibit.subtitle, exhibit.gist]
        for block in exhibit.blocks:
            entry = Entry(f"exhibit:{exhibit.id}/{block.id}", block.title, exhibit.title)
            yield entry, [one for _, one in models(block) if isinstance(one, Words) and not _is_title(block, one)]


def _of_terms(terms: Iterable[Term]) -> Iterator[tuple[Entry, list[Words]]]:
    for term in terms:
        yield Entry(f"term:{term.id}", term.term), [term.meaning]


def _is_title(block: BlockBase, words: Words) -> bool:
    return words is block.title or words is block.tab or words is block.hint


def _keys(texts: list[Words]) -> _Keys:
    chinese = "\n".join(one.zh_hans for one in texts)
    initials, pinyin, starts = [], [], []
    length = 0
    for character, read in _read(chinese):
        syllable = read if read.isalnum() and read.isascii() else character
        initials.append(syllable[0])
        pinyin.append(syllable)
        starts.append(length)
        length += len(syllable)
    english = fold(" ".join(one.en or "" for one in texts))
    return _Keys(chinese, "".join(initials), "".join(pinyin), frozenset(starts), tuple(set(_WORD.findall(english))))


def _read(text: str) -> Iterator[tuple[str, str]]:
    """Each character with its usual reading; line ends stay between texts, so that nothing is found across them."""
    for line in text.split("\n"):
        for character, syllables in readings(line):
            yield character, syllables[0]
        yield "\n", "\n"
