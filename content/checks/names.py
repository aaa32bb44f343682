"""Checks of people's names: written with characters that the standard has, and that the glass can draw."""

from __future__ import annotations

from content.checks.finding import Found, Part, Stock
from content.schema import Directory, Exhibition

#: Han characters of GB 18030-2022, implementation level 3: first and last of each block.
BLOCKS = (
    (0x3007, 0x3007), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0x20000, 0x2A6DF), (0x2A700, 0x2B739),
    (0x2B740, 0x2B81D), (0x2B820, 0x2CEA1), (0x2CEB0, 0x2EBE0),
)  # fmt: skip
_BETWEEN = "·"  # 艾力·买买提


def names(part: Part, exhibition: Exhibition, stock: Stock) -> Found:
    """No stand-in for a rare character (a private one, a drawing in parts, a question mark), and none without a glyph.

    Names of people are left as their owners write them: Traditional and variant characters are right there.
    """
    if not isinstance(part.content, Directory):
        return
    for index, one in enumerate(part.content.deputies):
        way = ("deputies", index, "name")
        odd = "".join(char for char in one.name if char not in _BETWEEN and not _is_han(char))
        if odd:
            cure = "ask how the name is written, and enter it by its code point"
            yield way, f"{odd!r} in {one.name!r} is no Chinese character of GB 18030-2022", cure
        elif stock.missing is not None and (lacking := "".join(sorted(stock.missing(one.name)))):
            yield way, f"no font has {lacking!r} of {one.name!r}", "add a font that has it, and say so to the station"


def _is_han(char: str) -> bool:
    return any(first <= ord(char) <= last for first, last in BLOCKS)
