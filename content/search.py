"""Finding a person or place by name while it is typed: characters, pinyin, initials, or a mixture (张w).

Owns the index in memory and its order. Leaves to others: how characters are read (`content.readings`), the trie it
walks (`content._name_trie`), drawing of letters that lead nowhere.

A query is cut in every possible way into pieces, one for each character from the beginning of the name; a piece is the
character itself or the beginning of one of its readings. `zhw` is 张伟 (zh+w) and 朱鸿文 (z+h+w). Names are kept
sorted, as the levels of a trie in flat arrays: whatever follows a piece is a range, so that counting 30,000 matches
costs as much as counting three, and only the page that is shown is ever put together.
"""

from __future__ import annotations

import heapq
from bisect import bisect_right
from collections.abc import Collection, Hashable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice, product
from typing import Generic, TypeVar

from content._name_trie import Span, Spelling, Trie
from content.readings import fold, readings

Key = TypeVar("Key", bound=Hashable)

MAX_QUERY = 40  # characters; longer than any name
MAX_WAYS = 8  # ways to read one name that are kept, the usual one first
_IGNORED = dict.fromkeys(map(ord, " \u3000\t·•・‧.'’`-_"))


@dataclass(frozen=True)
class Found(Generic[Key]):
    """How many match, and the first of them in order."""

    total: int
    keys: tuple[Key, ...]


class NameIndex(Generic[Key]):
    """Names to find by typing. Order: character by character, each by pinyin and then by itself; then as given."""

    def __init__(self, entries: Iterable[tuple[Key, str]]) -> None:
        """Index (key, name) pairs. Names may be shared, keys not."""
        spelled = sorted(((_ways(name), key) for key, name in entries), key=lambda one: one[0][0])
        self._keys: tuple[Key, ...] = tuple(key for _, key in spelled)
        self._usual = Trie([(ways[0], row) for row, (ways, _) in enumerate(spelled)])
        self._other = Trie([(way, row) for row, (ways, _) in enumerate(spelled) for way in ways[1:]])
        self._inner = Trie(
            [
                (way[start:], row)
                for row, (ways, _) in enumerate(spelled)
                for way in ways
                for start in range(1, len(way))
            ]
        )

    def __len__(self) -> int:
        return len(self._keys)

    def find(self, query: str, limit: int, within: Collection[Key] | None = None) -> Found[Key]:
        """The names that begin with what is typed, at most `limit` keys; an empty query finds all.

        If characters were typed, names that have them further on come after the others. `within` is the set of keys
        to consider, such as those of a place (see `Facets`).
        """
        rows = self._rows(normalized(query))
        if within is None:
            return Found(len(rows), tuple(self._keys[row] for row in islice(rows, limit)))
        kept = [key for key in map(self._keys.__getitem__, rows) if key in within]
        return Found(len(kept), tuple(kept[:limit]))

    def next_letters(self, prefix: str, within: Collection[Key] | None = None) -> frozenset[str]:
        """The letters a-z after which something is still found; the others lead nowhere."""
        query = normalized(prefix)
        tries = (self._usual, self._other) if query.isascii() else (self._usual, self._other, self._inner)
        letters = frozenset().union(*(trie.letters_after(query) for trie in tries))
        if within is None:
            return letters
        return frozenset(one for one in letters if any(self._keys[row] in within for row in self._rows(query + one)))

    def _rows(self, query: str) -> _Rows:
        if not query:
            return _Rows([(0, len(self._keys))], [], [])
        if len(query) > MAX_QUERY:
            return _Rows([], [], [])
        spans = self._usual.spans(query)
        other = _outside(self._other.entries(query), spans)
        if query.isascii():
            return _Rows(spans, other, [])
        known = set(other)
        return _Rows(spans, other, [row for row in _outside(self._inner.entries(query), spans) if row not in known])


class Facets(Generic[Key]):
    """The keys that have a property: a place, a level, a topic."""

    def __init__(self, entries: Iterable[tuple[Key, Iterable[Hashable]]]) -> None:
        """Index (key, its properties) pairs, such as `("7K2...", [("region", "r4q1z"), ("level", "county")])`."""
        sets: dict[Hashable, set[Key]] = {}
        for key, properties in entries:
            for one in properties:
                sets.setdefault(one, set()).add(key)
        self._sets = {one: frozenset(keys) for one, keys in sets.items()}

    def having(self, first: Hashable, *others: Hashable) -> frozenset[Key]:
        """The keys that have every one of these properties."""
        none: frozenset[Key] = frozenset()
        return frozenset.intersection(*(self._sets.get(one, none) for one in (first, *others)))


def normalized(query: str) -> str:
    """What is typed, as it is compared: lower case, half width, no tones, spaces, dots or apostrophes, ü as v."""
    return fold(query[: 2 * MAX_QUERY]).translate(_IGNORED)


class _Rows:
    """Matching rows in order: those that begin so, by either reading, then those that go on so further in."""

    def __init__(self, spans: list[Span], other: list[int], inner: list[int]) -> None:
        self._spans, self._other, self._inner = spans, other, inner

    def __len__(self) -> int:
        return sum(end - start for start, end in self._spans) + len(self._other) + len(self._inner)

    def __iter__(self) -> Iterator[int]:
        usual = chain.from_iterable(range(start, end) for start, end in self._spans)
        return chain(heapq.merge(usual, self._other) if self._other else usual, self._inner)


def _outside(rows: Iterable[int], spans: list[Span]) -> list[int]:
    """The rows that are in none of the sorted spans."""
    starts = [start for start, _ in spans]
    outside = []
    for row in rows:
        before = bisect_right(starts, row) - 1
        if before < 0 or row >= spans[before][1]:
            outside.append(row)
    return outside


def _ways(name: str) -> list[Spelling]:
    """The ways to spell a name, the usual one first."""
    parts = [[f"{syllable} {character}" for syllable in syllables] for character, syllables in readings(name)]
    return list(islice(product(*parts), MAX_WAYS))
