"""A deputy's name so that it can be drawn: rare characters need a face that has them, or their pinyin in their place.

Owns the choice. Leaves to others: which characters a face has (`media.fonts`), how names are found (`content.search`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from media import fonts

Family = Literal["serif", "sans"]
#: The characters of a text that a family has no glyph for.
Missing = Callable[[Family, str], set[str]]

_DOTS = "·•・‧"


@dataclass(frozen=True, slots=True)
class ShownName:
    """What is drawn for a name, the family that can draw it, its initials such as `J C`, and its pinyin."""

    text: str
    family: Family
    initials: str
    pinyin: str


def missing_glyphs(family: Family, text: str) -> set[str]:
    """What the faces of a family lack. Only characters outside GB 2312, which they have in full, cost a look."""
    rare = "".join(one for one in text if not _is_common(one))
    if not rare:
        return set()
    return set().union(*(fonts.missing(path, rare) for (name, _), path in fonts.FACES.items() if name == family))


def shown(name: str, pinyin: str, name_en: str | None = None, missing: Missing = missing_glyphs) -> ShownName:
    """The name as it is drawn: in Serif, else in Sans, else with pinyin for what neither has, never as a box."""
    syllables = pinyin.split()
    initials = " ".join(one[0].upper() for one in syllables)
    latin = name_en or " ".join(one.capitalize() for one in syllables)
    for family in ("serif", "sans"):
        if not missing(family, name):
            return ShownName(name, family, initials, latin)
    return ShownName(_spelled(name, syllables, missing("sans", name)), "sans", initials, latin)


def _spelled(name: str, syllables: list[str], lacking: set[str]) -> str:
    characters = [one for one in name if one not in _DOTS]
    if len(characters) != len(syllables):
        return " ".join(one.capitalize() for one in syllables) or "?"
    said = iter(syllables)
    parts = [one if one in _DOTS else (one, next(said)) for one in name]
    return "".join(
        one if isinstance(one, str) else f"({one[1].capitalize()})" if one[0] in lacking else one[0] for one in parts
    )


def _is_common(character: str) -> bool:
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return character in _DOTS
    return True
