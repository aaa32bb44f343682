"""Characters by their strokes: 横 h, 竖 s, 撇 p, 点 or 捺 n, 折 z, in the order of writing.

Owns the search. The table is one string of lines `code` + `character`, the likeliest first, so that a search stops at
as many as are wanted; it is made at set-up (deploy/setup/strokes.py) and read when strokes are first asked for.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import islice
from pathlib import Path

TABLE = Path(__file__).with_name("table.txt")
CODES = frozenset("hspnz")
ANY = "*"


class StrokeTable:
    """The lines, held as UTF-8: a megabyte."""

    def __init__(self, lines: bytes) -> None:
        self._lines = lines

    @classmethod
    def read(cls, file: Path = TABLE) -> StrokeTable:
        """Raises: OSError where set-up has not made it."""
        return cls(file.read_bytes())

    def search(self, strokes: str, most: int) -> tuple[str, ...]:
        """Up to `most` characters that begin with these strokes, those that end with them first; `*` is any stroke."""
        if not strokes or most < 1:
            return ()
        code = b"\n" + strokes.replace(ANY, "[hspnz]").encode()
        whole = self._find(code + rb"([^\nhspnz]+)", most)
        found = dict.fromkeys(whole)
        if len(found) < most:
            longer = self._find(code + rb"[hspnz]+([^\nhspnz]+)", most)
            found |= dict.fromkeys(longer)
        return tuple(islice(found, most))

    def codes(self, characters: Collection[str]) -> dict[str, tuple[str, ...]]:
        """The strokes of each of these characters, in every order in which it is written."""
        found: dict[str, tuple[str, ...]] = {}
        for hit in re.finditer(rb"\n([hspnz]+)([^\nhspnz]+)", self._lines):
            character = hit[2].decode()
            if character in characters:
                found[character] = (*found.get(character, ()), hit[1].decode())
        return found

    def _find(self, pattern: bytes, most: int) -> list[str]:
        twice = 2 * most  # a character may have several orders
        return [hit[1].decode() for hit in islice(re.finditer(pattern, self._lines), twice)]
