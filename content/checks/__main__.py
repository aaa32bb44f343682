"""`python -m content.checks [--confirm] FOLDER`: what is to be put right in an authors' folder.

Exit code 1 if anything is. `--confirm` keeps every pair of Chinese and English as it stands: somebody has looked at all
that was found stale. It also takes away the recordings of words that were changed: the next voice reads the new ones.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

from content.authoring import DIRECTORY, AuthoringError, read_exhibition
from content.checks import check_exhibition, translations
from content.checks.stock import project_stock
from content.narration import outdated
from content.schema import Directory


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
        _drop(outdated(exhibition, folder))
    found = check_exhibition(exhibition, folder, replace(project_stock(), translated=translations.read(folder)))
    sys.stderr.writelines(f"{one}\n" for one in found)
    return 1 if found else 0


def _drop(recordings: tuple[Path, ...]) -> None:
    for one in recordings:
        one.unlink()
    if recordings:
        sys.stderr.write(
            f"{len(recordings)} recordings of words that were changed are gone; `make narration` makes new ones.\n"
        )


def _nobody() -> Directory:
    return Directory(as_of=date.min, regions=(), deputies=())


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
