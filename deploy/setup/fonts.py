"""Take the Simplified Chinese faces out of Debian's font collections: python -m deploy.setup.fonts

Owns the cut. The tables are copied as they stand, so a face takes a fifth of a second, not the minute of a
recompilation. Which faces and where they go is `media.fonts`'s.
"""

from __future__ import annotations

from pathlib import Path

from fontTools.ttLib import TTFont, TTLibError

from media.fonts import FACES, Coverage, coverage_file

COLLECTIONS = Path("/usr/share/fonts/opentype/noto")
_FAMILY = {"sans": "Noto Sans CJK SC", "serif": "Noto Serif CJK SC"}
_FAMILY_NAME_ID = 1
_TYPOGRAPHIC_FAMILY_NAME_ID = 16


def take_out(collection: Path, family: str, target: Path) -> None:
    """Write the face of `family` in `collection` to `target`, whole or not at all, and its code points beside it.

    Raises:
        LookupError: the collection has no such face.
    """
    font = _face(collection, family)
    aside = target.with_suffix(".part")
    font.save(aside, reorderTables=None)
    aside.replace(target)
    coverage_file(target).write_bytes(Coverage.of(font.getBestCmap()).ranges.tobytes())


def _face(collection: Path, family: str) -> TTFont:
    number = 0
    while True:
        try:
            font = TTFont(collection, fontNumber=number, lazy=True, recalcBBoxes=False, recalcTimestamp=False)
        except TTLibError as error:
            raise LookupError(f"{collection} has no face of the family {family}") from error
        names = {font["name"].getDebugName(kind) for kind in (_FAMILY_NAME_ID, _TYPOGRAPHIC_FAMILY_NAME_ID)}
        if family in names:
            return font
        number += 1


def main() -> None:
    for (kind, weight), target in FACES.items():
        collection = COLLECTIONS / f"Noto{kind.capitalize()}CJK-{weight}.ttc"
        take_out(collection, _FAMILY[kind], target)


if __name__ == "__main__":
    main()
