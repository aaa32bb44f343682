"""The five faces the glass is set in, and which characters they can draw.

Owns the paths of the Simplified Chinese faces that set-up takes out of Debian's collections (Kivy opens face 0 of a
.ttc, which is the Japanese cut: 直 骨 令 would be drawn in forms our readers do not use). Choosing a face for a text is
the design tokens' business.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable
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
def coverage(face: Path) -> Coverage:
    """The code points that `face` has a glyph for, from the list beside it that set-up wrote: reading the face's own
    tables takes a library and 46 MB, which a station would keep for good.

    Raises:
        FileNotFoundError: the face was not taken out at set-up.
    """
    ranges = array("I")
    data = coverage_file(face).read_bytes()
    ranges.frombytes(data)
    return Coverage(ranges)


def coverage_file(face: Path) -> Path:
    """Where the list of a face's code points lies."""
    return face.with_suffix(".chars")


class Coverage:
    """Code points as half-open ranges: start, end, start, end... in ascending order."""

    def __init__(self, ranges: array[int]) -> None:
        self.ranges = ranges

    @classmethod
    def of(cls, code_points: Iterable[int]) -> Coverage:
        """The ranges that these code points make."""
        ranges = array("I")
        for point in sorted(set(code_points)):
            if ranges and ranges[-1] == point:
                ranges[-1] = point + 1
            else:
                ranges.extend((point, point + 1))
        return cls(ranges)

    def __contains__(self, code_point: int) -> bool:
        return bisect_right(self.ranges, code_point) % 2 == 1
