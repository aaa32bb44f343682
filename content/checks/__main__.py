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
from content.schema import Directory, Exhibition


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
    said, grave = _packs(folder, exhibition)
    sys.stderr.writelines(f"{one}\n" for one in said)
    return 1 if found or grave else 0


def _packs(folder: Path, exhibition: Exhibition) -> tuple[list[str], bool]:
    """What is to be put right in translators' folders that lie in `languages`, and whether any of it is grave."""
    from content.packs import FOLDER, PackError, checking, sources

    said, grave = [], False
    for place in sorted(one.parent for one in (folder / FOLDER).glob(f"*/{sources.ABOUT}")):
        try:
            found = checking.check_texts(sources.read(place), list(sources.of_content(exhibition)))
        except PackError as error:
            found = [checking.Finding(sources.ABOUT, str(error))]
        said += [f"{FOLDER}/{place.name}/{one}" for one in found]
        grave = grave or any(one.grave for one in found)
    return said, grave


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
