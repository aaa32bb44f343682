"""Sorted spellings of names as the levels of a trie in flat arrays. Private to `content.search`, which explains why.

A spelling is a tuple of parts, one for each character: `("zhang 张", "wei 伟")`. The space sorts before every letter,
so parts stand by syllable first, and what begins with given letters is one range.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

Spelling = tuple[str, ...]
Span = tuple[int, int]  # rows or nodes [start, end)

LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")
_AFTER_Z = "{"
ANY_STROKE = "*"


class _Level:
    """The nodes at one depth: node i has the rows [first[i], end[i]) and the children [child[i], child[i+1])."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.first = array("I")
        self.end = array("I")
        self.child = array("I")
        self.initials = ""
        self.characters = ""

    def pieces(self, query: str, taken: int, low: int, high: int) -> Iterator[tuple[int, int, int]]:
        """Each beginning of query[taken:] that nodes of [low, high) match: (letters of it, nodes [start, end)).

        Letters match the beginnings of syllables; anything else one character, given as 0 letters.
        """
        if query[taken] not in LETTERS:
            node = self.characters.find(query[taken], low, high)
            while node >= 0:
                yield 0, node, node + 1
                node = self.characters.find(query[taken], node + 1, high)
            return
        parts = self.parts
        for length in range(1, len(query) - taken + 1):
            piece = query[taken : taken + length]
            low = bisect_left(parts, piece, low, high)
            high = bisect_left(parts, piece + _AFTER_Z, low, high)
            if low == high or piece[-1] not in LETTERS:
                return
            yield length, low, high


class Trie:
    """Spellings with their entries: where does a query lead, and which letters may follow it?"""

    def __init__(self, spellings: list[tuple[Spelling, int]]) -> None:
        spellings.sort()
        self._entries = array("I", [entry for _, entry in spellings])
        self._levels: list[_Level] = []
        rows = [spelling for spelling, _ in spellings]
        nodes: Sequence[Span] = [(0, len(rows))]
        while nodes:
            level = _Level()
            starts, nodes = _fill(level, rows, nodes, len(self._levels))
            if self._levels:
                self._levels[-1].child = starts
            if nodes:
                self._levels.append(level)

    def spans(self, query: str) -> list[Span]:
        """The rows whose spelling begins as `query` says: sorted spans that do not touch."""
        return _merged(sorted((level.first[low], level.end[high - 1]) for level, _, low, high, _ in self._ends(query)))

    def entries(self, query: str) -> list[int]:
        """The entries of those rows, sorted, each once."""
        return sorted({entry for start, end in self.spans(query) for entry in self._entries[start:end]})

    @property
    def characters(self) -> frozenset[str]:
        """Every character that is spelled."""
        return frozenset().union(*(level.characters for level in self._levels))

    def strokes(self, typed: str, codes: Mapping[str, tuple[str, ...]]) -> list[Span]:
        """The rows whose characters, written one after the other, begin with these strokes."""
        found: list[Span] = []
        waiting = [(typed, 0, 0, len(self._levels[0].parts))] if self._levels else []
        while waiting:
            rest, depth, low, high = waiting.pop()
            level = self._levels[depth]
            for node in range(low, high):
                for code in codes.get(level.characters[node], ()):
                    if not _begins_alike(code, rest):
                        continue
                    if len(rest) <= len(code):
                        found.append((level.first[node], level.end[node]))
                    elif depth + 1 < len(self._levels) and level.child[node] < level.child[node + 1]:
                        waiting.append((rest[len(code) :], depth + 1, level.child[node], level.child[node + 1]))
        return _merged(sorted(found))

    def letters_after(self, query: str) -> set[str]:
        """The letters a-z that may follow `query`."""
        if not query:
            return set(self._levels[0].initials) & LETTERS if self._levels else set()
        letters: set[str] = set()
        for level, depth, low, high, taken in self._ends(query):
            if taken:
                letters.update(part[taken] for part in level.parts[low:high])
            if depth + 1 < len(self._levels):
                letters.update(self._levels[depth + 1].initials[level.child[low] : level.child[high]])
        return letters & LETTERS

    def _ends(self, query: str) -> Iterator[tuple[_Level, int, int, int, int]]:
        """Where `query` may end: (level, depth, nodes [low, high), letters taken of their syllables)."""
        waiting = [(0, 0, 0, len(self._levels[0].parts))] if self._levels else []
        while waiting:
            taken, depth, low, high = waiting.pop()
            level = self._levels[depth]
            child = level.child
            for letters, start, end in level.pieces(query, taken, low, high):
                after = taken + (letters or 1)
                if after == len(query):
                    yield level, depth, start, end, letters
                elif depth + 1 < len(self._levels):
                    waiting += [
                        (after, depth + 1, child[node], child[node + 1])
                        for node in range(start, end)
                        if child[node] < child[node + 1]
                    ]


def _fill(
    level: _Level, rows: Sequence[Spelling], parents: Sequence[Span], depth: int
) -> tuple[array[int], list[Span]]:
    """Fill a level with the children of `parents`: (where the children of each begin, the rows of each child)."""
    starts = array("I")
    for row, last in parents:
        starts.append(len(level.parts))
        while row < last:
            spelling = rows[row]
            if len(spelling) == depth:  # a name that ends here sorts before those that go on
                row += 1
                continue
            part, first = spelling[depth], row
            while row < last and rows[row][depth] == part:
                row += 1
            level.parts.append(part)
            level.first.append(first)
            level.end.append(row)
    starts.append(len(level.parts))
    level.initials = "".join(part[0] for part in level.parts)
    level.characters = "".join(part[-1] for part in level.parts)
    return starts, list(zip(level.first, level.end, strict=True))


def _begins_alike(code: str, typed: str) -> bool:
    """Whether two rows of strokes are alike as far as the shorter goes."""
    if ANY_STROKE not in typed:
        return code.startswith(typed) or typed.startswith(code)
    return all(one in (two, ANY_STROKE) for one, two in zip(typed, code, strict=False))


def _merged(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
