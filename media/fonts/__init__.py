"""The five faces the glass is set in, and which characters they can draw.

Owns the paths of the Simplified Chinese faces that set-up takes out of Debian's collections (Kivy opens face 0 of a
.ttc, which is the Japanese cut: 直 骨 令 would be drawn in forms our readers do not use). Choosing a face for a text is
the design tokens' business.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Final, Literal

Family = Literal["sans", "serif"]
Weight = Literal["Regular", "Medium", "SemiBold", "Bold"]

_HERE: Final = Path(__file__).parent

FACES: Final[dict[tuple[Family, Weight], Path]] = {
    ("sans", "Regular"): _HERE / "NotoSansCJKsc-Regular.otf",
    ("sans", "Medium"): _HERE / "NotoSansCJKsc-Medium.otf",
    ("sans", "Bold"): _HERE / "NotoSansCJKsc-Bold.otf",
    ("serif", "SemiBold"): _HERE / "NotoSerifCJKsc-SemiBold.otf",
    ("serif", "Bold"): _HERE / "NotoSerifCJKsc-Bold.otf",
}
"""Family and weight, as `screens/tokens.json` names them, to the face's file."""


def missing(face: Path, text: str) -> set[str]:
    """The characters of `text` that `face` has no glyph for; line ends and spaces are never missing.

    Kivy has no fallback and draws nothing, or a box, for such a character: a text that has one must not be published.

    Raises:
        FileNotFoundError: the face was not taken out at set-up.
    """
    return {char for char in text if not char.isspace() and ord(char) not in coverage(face)}


@lru_cache(maxsize=len(FACES))
def coverage(face: Path) -> frozenset[int]:
    """Every code point that `face` has a glyph for.

    Raises:
        FileNotFoundError: the face was not taken out at set-up.
    """
    # Imported here: a station draws with faces at every start, but only checks of content read their tables.
    from fontTools.ttLib import TTFont

    with TTFont(face, lazy=True) as font:
        return frozenset(font.getBestCmap())
