"""Which characters are written here: the common ones (GB 2312), those of names (GB 18030), digits and marks.

Owns the sets alone, each read when it is first asked for. GB 18030-2022 has 87,887 characters; of those beyond GB 2312
people's names use the standard table's 1,467, and every one of these can be entered and drawn (docs/input.md).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

NAMES = Path(__file__).with_name("names.txt")
DIGITS = "0123456789"
MARKS = "，。！？、：；（）《》“”-"


@cache
def common() -> frozenset[str]:
    """The 6,763 characters of GB 2312."""
    cells = (bytes((row, cell)) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    return frozenset(cell.decode("gb2312") for cell in cells if not (cell[0] == 0xD7 and cell[1] > 0xF9))


@cache
def names() -> frozenset[str]:
    """The standard characters that GB 2312 lacks."""
    lines = NAMES.read_text(encoding="utf-8").splitlines()
    return frozenset("".join(line for line in lines if not line.startswith("#")))


def standard() -> frozenset[str]:
    """Both: what a letter or a name is written with today."""
    return common() | names()
