"""Make the table of stroke orders from Debian's: python -m deploy.setup.strokes

Owns the choice: characters that the glass can draw, the standard ones before the others, each part by how often it is
written. Debian's table (rime-data-stroke, LGPL-3.0) gives the orders, its word list (rime-essay, LGPL-3.0) the counts.
The result is read by `screens.inputs.strokes.table`, which says what it looks like.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from opencc import OpenCC

from media.fonts import FACES, coverage
from screens.inputs.characters import standard
from screens.inputs.strokes.table import CODES, TABLE

DATA = Path("/usr/share/rime-data")
FIRST, LAST = "㐀", "\U000323af"
_COMPATIBILITY = range(0xF900, 0xFB00)


def orders(dictionary: str) -> list[tuple[str, str]]:
    """Character and code, one for each way of writing it, from Rime's dictionary."""
    rows = (line.split("\t") for line in dictionary.splitlines() if "\t" in line)
    return [
        (row[0], row[1]) for row in rows if len(row[0]) == 1 and FIRST <= row[0] <= LAST and not set(row[1]) - CODES
    ]


def counts(essay: str, simplify: OpenCC) -> dict[str, int]:
    """How often each character is written, after the words of a list, in simplified characters."""
    found: defaultdict[str, int] = defaultdict(int)
    for line in simplify.convert(essay).splitlines():
        word, _, count = line.partition("\t")
        for char in word:
            found[char] += int(count or 0)
    return found


def table(rows: list[tuple[str, str]], often: dict[str, int]) -> bytes:
    """The lines, best first."""
    drawn = [coverage(face) for face in FACES.values()]
    own = standard()
    kept = {
        (char, code)
        for char, code in rows
        if ord(char) not in _COMPATIBILITY and all(ord(char) in one for one in drawn)
    }
    ordered = sorted(kept, key=lambda row: (row[0] not in own, -often.get(row[0], 0), len(row[1]), row))
    return "\n".join(("", *(code + char for char, code in ordered), "")).encode()


def main() -> None:
    rows = orders((DATA / "stroke.dict.yaml").read_text(encoding="utf-8"))
    often = counts((DATA / "essay.txt").read_text(encoding="utf-8"), OpenCC("t2s"))
    aside = TABLE.with_suffix(".part")
    aside.write_bytes(table(rows, often))
    aside.replace(TABLE)


if __name__ == "__main__":
    main()
