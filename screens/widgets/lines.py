"""A line of several directions and faces: the runs it is drawn in, from left to right.

Owns the Unicode bidirectional algorithm's place here: levels are FriBidi's (Debian's own library, what Pango uses), the
shaping of each run is HarfBuzz's (in SDL_ttf), the letters that our faces lack come from the face of a language pack.
Only lines that need it come here; a station without packs never loads FriBidi.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from content.packs import Pack, installed
from screens.typography import is_rightward

_RTL, _LTR = 0x111, 0x110  # FRIBIDI_PAR_RTL, FRIBIDI_PAR_LTR
_MIRRORED: Final = str.maketrans("()[]{}<>«»（）《》「」【】→←", ")(][}{><»«）（》《」「】【←→")
_CHINESE: Final = "\u2e80"  # from here on, characters are ours
_ARROWS: Final = str.maketrans("→←", "←→")


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of one direction and one face. `file` is none for the house's own."""

    text: str
    rtl: bool = False
    file: str = ""
    script: str = ""


@dataclass(frozen=True, slots=True)
class _Face:
    file: str
    script: str
    points: Any

    def draws(self, character: str) -> bool:
        return bisect_right(self.points, ord(character)) % 2 == 1


def runs(text: str, bold: bool, ours: Callable[[str], bool]) -> tuple[Run, ...]:
    """The runs of a line from left to right; none for a line that is drawn as it is."""
    packs = installed()
    if not packs or text.isascii():
        return ()
    rightward = is_rightward(text) or "\u200f" in text
    faces = _faces(tuple(packs), bold)
    which = _which(text, faces, ours) if faces else [0] * len(text)
    if not rightward and not any(which) and not any(map(_is_silent, text)):
        return ()
    levels = _levels(text) if rightward else [0] * len(text)
    cells = [(c, level, face) for c, level, face in zip(text, levels, which, strict=True) if not _is_silent(c)]
    logical = [
        (level, "".join(c for c, _, _ in part), face)
        for (level, face), group in groupby(cells, key=lambda cell: (cell[1], cell[2]))
        for part in (list(group),)
    ]
    return tuple(_run(*one, faces) for one in _visual(logical))


def _run(level: int, text: str, face: int, faces: tuple[_Face, ...]) -> Run:
    rtl = level % 2 == 1
    if face:
        known = faces[face - 1]
        return Run(text.translate(_ARROWS) if rtl else text, rtl, known.file, known.script)
    return Run(text[::-1].translate(_MIRRORED) if rtl else text)


def _visual(logical: list[tuple[int, str, int]]) -> list[tuple[int, str, int]]:
    """From the order of reading to that of drawing (UAX 9, rule L2)."""
    order = list(logical)
    highest = max((level for level, _, _ in order), default=0)
    for level in range(highest, 0, -1):
        turned: list[tuple[int, str, int]] = []
        for above, group in groupby(order, key=lambda one, level=level: one[0] >= level):  # type: ignore[misc]
            part = list(group)
            turned += part[::-1] if above else part
        order = turned
    return order


def _is_silent(character: str) -> bool:
    """Marks that direct and are not drawn; joiners are for the shaper."""
    return character in "\u200e\u200f\u061c" or "\u202a" <= character <= "\u202e" or "\u2066" <= character <= "\u2069"


def _which(text: str, faces: tuple[_Face, ...], ours: Callable[[str], bool]) -> list[int]:
    """For each character 0 for our face or the number of a pack's; what is of no script goes with the one before.

    No word is drawn in two faces: where a line has a letter that ours lack, all but the Chinese go with it.
    """
    needed = next((at for c in text if not ours(c) for at, face in enumerate(faces, 1) if face.draws(c)), 0)
    found: list[int] = []
    last = 0
    for c in text:
        if needed and c.isalpha() and c < _CHINESE and faces[needed - 1].draws(c):
            last = needed
            found.append(needed)
            continue
        common = not unicodedata.category(c).startswith("L")
        if common and last and faces[last - 1].draws(c):
            found.append(last)
            continue
        if common and not last and ours(c):
            found.append(0)
            continue
        last = 0 if ours(c) else next((at for at, face in enumerate(faces, 1) if face.draws(c)), 0)
        found.append(last)
    return found


@lru_cache(maxsize=4)
def _faces(packs: tuple[Pack, ...], bold: bool) -> tuple[_Face, ...]:
    found = []
    for pack in packs:
        face = (pack.faces.get("bold") if bold else None) or pack.faces.get("regular")
        if face is not None:
            points = array("I")
            points.frombytes(face.ranges)
            found.append(_Face(_named(face.file), pack.manifest.script, points))
    return tuple(found)


def _named(file: Path) -> str:
    """A path that Kivy takes for a face: it goes by the name's ending, which files of a release do not have."""
    whole = file.resolve()
    if whole.suffix.lower() in (".ttf", ".otf"):
        return str(whole)
    link = Path(_beside().name) / f"{whole.name}.ttf"
    if not link.exists():
        link.symlink_to(whole)
    return str(link)


@lru_cache(maxsize=1)
def _beside() -> TemporaryDirectory[str]:
    """Goes with the process."""
    return TemporaryDirectory(prefix="kiosk-faces-")


@lru_cache(maxsize=1)
def _fribidi() -> Any:
    name = ctypes.util.find_library("fribidi") or "libfribidi.so.0"
    return ctypes.CDLL(name)


def _levels(text: str) -> list[int]:
    """The embedding level of each character. A line without FriBidi to ask is drawn as one run from the right."""
    try:
        library = _fribidi()
    except OSError:
        return [1] * len(text)
    count = len(text)
    letters = (ctypes.c_uint32 * count)(*map(ord, text))
    base = ctypes.c_uint32(_RTL)
    levels = (ctypes.c_int8 * count)()
    if not library.fribidi_log2vis(letters, ctypes.c_int(count), ctypes.byref(base), None, None, None, levels):
        return [1] * count
    return list(levels)
