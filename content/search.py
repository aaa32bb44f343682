"""Finding a person or place by name while it is typed: characters, pinyin, initials, or a mixture (张w).

Owns the index in memory and its order. Leaves to others: how characters are read (`content.readings`) and written
(strokes come in as a table), the trie it walks (`content._name_trie`), drawing of letters that lead nowhere.

A query is cut in every possible way into pieces, one for each character from the beginning of the name; a piece is the
character itself or the beginning of one of its readings. `zhw` is 张伟 (zh+w) and 朱鸿文 (z+h+w). Names are kept
sorted, as the levels of a trie in flat arrays: whatever follows a piece is a range, so that counting 30,000 matches
costs as much as counting three, and only the page that is shown is ever put together.
"""

from __future__ import annotations

import heapq
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, islice, product
from typing import Generic, TypeAlias, TypeVar

from content._name_trie import Span, Spelling, Trie
from content.readings import fold, readings

Key = TypeVar("Key", bound=Hashable)
Among: TypeAlias = "Collection[Key] | Within | None"

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

    def __init__(self, entries: Iterable[tuple[Key, str]], said: Callable[[Key], str] = lambda _: "") -> None:
        """Index (key, name) pairs. Names may be shared, keys not. `said` gives how somebody's name is read, where that
        is known: toneless syllables with spaces.
        """
        spelled = sorted(((_ways(name, said(key)), key) for key, name in entries), key=lambda one: one[0][0])
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

    @property
    def keys(self) -> tuple[Key, ...]:
        """All keys in order; where a key stands is its row."""
        return self._keys

    @property
    def characters(self) -> frozenset[str]:
        """Every character of the names."""
        return self._usual.characters

    def find(self, query: str, limit: int, within: Among[Key] = None) -> Found[Key]:
        """The names that begin with what is typed, at most `limit` keys; an empty query finds all.

        If characters were typed, names that have them further on come after the others. `within` is the set of keys
        to consider, such as those of a place (see `Facets`).
        """
        return self._found(self._rows(normalized(query)), limit, within)

    def by_strokes(
        self,
        typed: str,
        limit: int,
        codes: Mapping[str, tuple[str, ...]],
        within: Among[Key] = None,
    ) -> Found[Key]:
        """The names whose characters, written one after the other, begin with these strokes (`h s p n z`, `*` any).

        `codes` gives the strokes of a character, in each order in which it is written.
        """
        rows = _Rows(self._usual.strokes(typed, codes) if typed else [(0, len(self._keys))], [], [])
        return self._found(rows, limit, within)

    def _found(self, rows: _Rows, limit: int, within: Among[Key]) -> Found[Key]:
        if isinstance(within, Within):
            rows = rows.inside(within)
        if within is None or isinstance(within, Within):
            return Found(len(rows), tuple(self._keys[row] for row in islice(rows, limit)))
        kept = [key for key in map(self._keys.__getitem__, rows) if key in within]
        return Found(len(kept), tuple(kept[:limit]))

    def next_letters(self, prefix: str, within: Among[Key] = None) -> frozenset[str]:
        """The letters a-z after which something is still found; the others lead nowhere."""
        query = normalized(prefix)
        tries = (self._usual, self._other) if query.isascii() else (self._usual, self._other, self._inner)
        letters = frozenset().union(*(trie.letters_after(query) for trie in tries))
        if within is None:
            return letters
        if isinstance(within, Within):
            return frozenset(one for one in letters if len(self._rows(query + one).inside(within)))
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


class Within:
    """Rows of one index, sorted, such as those of a place. What is found among them is counted, not walked."""

    def __init__(self, rows: array[int]) -> None:
        self.rows = rows

    def __len__(self) -> int:
        return len(self.rows)

    def __contains__(self, row: int) -> bool:
        at = bisect_left(self.rows, row)
        return at < len(self.rows) and self.rows[at] == row

    def part(self, span: Span) -> Span:
        """Where the rows of a span lie in it."""
        return bisect_left(self.rows, span[0]), bisect_left(self.rows, span[1])


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

        self._kept: array[int] | None = None  # the rows that spans count, where those are not all

    def inside(self, within: Within) -> _Rows:
        """Those of them that lie within."""
        spans = [part for part in map(within.part, self._spans) if part[0] < part[1]]
        rows = _Rows(
            spans, [one for one in self._other if one in within], [one for one in self._inner if one in within]
        )
        rows._kept = within.rows
        return rows

    def __len__(self) -> int:
        return sum(end - start for start, end in self._spans) + len(self._other) + len(self._inner)

    def __iter__(self) -> Iterator[int]:
        usual: Iterator[int] = chain.from_iterable(range(start, end) for start, end in self._spans)
        if self._kept is not None:
            usual = map(self._kept.__getitem__, usual)
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


def _ways(name: str, said: str = "") -> list[Spelling]:
    """The ways to spell a name, the usual one first: as it is said, where that is known and fits the characters."""
    read = readings(name)
    parts = [[f"{syllable} {character}" for syllable in syllables] for character, syllables in read]
    ways = list(islice(product(*parts), MAX_WAYS))
    known = said.split()
    if len(known) == len(read):
        first = tuple(f"{fold(one)} {character}" for one, (character, _) in zip(known, read, strict=True))
        ways = [first, *(one for one in ways if one != first)][:MAX_WAYS]
    return ways
