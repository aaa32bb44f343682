"""`python -m content.checks [--confirm] FOLDER`: what is to be put right in an authors' folder.

Exit code 1 if anything is. `--confirm` keeps every pair of Chinese and English as it stands: somebody has looked at all
that was found stale.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from content.authoring import DIRECTORY, AuthoringError, read_exhibition
from content.checks import Stock, check_exhibition, translations
from content.schema import Directory

_ART = Path(__file__).parents[2] / "media" / "art"


def main(arguments: list[str]) -> int:
    """Print a line for each thing to put right. Fonts belong to a station and are not looked for here."""
    if len(arguments) not in (1, 2) or arguments[:-1] not in ([], ["--confirm"]):
        sys.stderr.write("usage: python -m content.checks [--confirm] FOLDER\n")
        return 2
    folder = Path(arguments[-1])
    try:
        exhibition = read_exhibition(folder, None if (folder / DIRECTORY).exists() else _nobody())
    except AuthoringError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    if len(arguments) == 2:
        translations.confirm(folder, exhibition)
    found = check_exhibition(exhibition, folder, replace(_stock(), translated=translations.read(folder)))
    sys.stderr.writelines(f"{one}\n" for one in found)
    return 1 if found else 0


def _nobody() -> Directory:
    return Directory(as_of=date.min, regions=(), deputies=())


def _stock(art: Path = _ART) -> Stock:
    """The drawings that come with the project, where they lie beside this package; otherwise they aren't looked for."""
    scenes = frozenset(one.name.removesuffix("_light.svg") for one in (art / "scenes").glob("*_light.svg"))
    icons = frozenset(one.stem for one in (art / "icons").glob("*.svg"))
    return Stock(art=scenes or None, icons=icons or None, simplify=_simplifier())


def _simplifier() -> Callable[[str], str] | None:
    """OpenCC's, where it is installed; a station does without."""
    try:
        from opencc import OpenCC
    except ImportError:
        return None
    convert: Callable[[str], str] = OpenCC("t2s").convert
    return convert


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
