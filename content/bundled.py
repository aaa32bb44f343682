"""The exhibition in the package, with sample deputies: what a station shows before its hub has sent anything.

Owns the packed form that set-up makes of it (`python -m content.bundled`): reading YAML and making up 2,400 people
takes a second, reading JSON a tenth of that. Packed content is used only while it says what its sources say. Leaves to
others: reading YAML (`content.authoring`), the people (`content.samples`), the bytes of a release (`content.bundle`).
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from random import Random

from content.bundle import BundleError, from_files, to_files
from content.media import FOLDER as MEDIA
from content.narration import FOLDER as VOICE
from content.schema import Directory, Exhibition
from content.traditional import fill, opencc

FOLDER = Path(__file__).parent / "exhibition"
PACKED = Path(__file__).parent / "packed.json"
NARRATED = Path(__file__).parent / "narration"
SAMPLE_SEED = 20251106
SAMPLE_COUNT = 2400
_HERE = Path(__file__).parent


def read(today: date, packed: Path = PACKED) -> Exhibition:
    """The exhibition, its sample deputies in office on that day."""
    return _unpacked(today, packed) or _made(today)


def media(path: str) -> Path | None:
    """Where a picture or a recording of this exhibition lies; None when the package has no such file."""
    file = _media().get(path)
    return file if file is not None and file.is_file() else None


@cache
def _media() -> dict[str, Path]:
    """Recordings come with the exhibition, or were made of it here (`make narration`)."""
    places = ((NARRATED, VOICE), (FOLDER, VOICE), (FOLDER, MEDIA))
    found = ((folder, file) for folder, kind in places for file in folder.glob(f"exhibits/*/{kind}/*"))
    return {file.relative_to(folder).as_posix(): file for folder, file in found}


def pack(today: date, target: Path = PACKED) -> None:
    """Write the packed form, whole or not at all."""
    exhibition, convert = _made(today), opencc()
    if convert is not None:
        exhibition = fill(exhibition, convert)
    files = {path: data.decode() for path, data in to_files(exhibition).items()}
    aside = target.with_suffix(".part")
    aside.write_text(json.dumps({"stamp": stamp(), "files": files}, ensure_ascii=False), "utf-8")
    aside.replace(target)


def stamp() -> str:
    """Changes with anything the packed form is made of."""
    digest = hashlib.sha256()
    for file in _sources():
        digest.update(f"{file.relative_to(_HERE)}\0".encode())
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def _sources() -> Iterator[Path]:
    for pattern in (
        "exhibition/**/*.yaml",
        "exhibition/**/*.vtt",
        "samples/*.py",
        "schema/**/*.py",
        "civics/data/*",
        "*.py",
    ):
        yield from sorted(_HERE.glob(pattern))


def _unpacked(today: date, packed: Path) -> Exhibition | None:
    try:
        content = json.loads(packed.read_bytes())
        if content["stamp"] != stamp():
            return None
        files = {path: text.encode() for path, text in content["files"].items()}
        exhibition = from_files(files.__getitem__, files)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, BundleError):
        return None
    return exhibition if _serves(exhibition.directory, today) else None


def _serves(directory: Directory, today: date) -> bool:
    """Whether the people made up for another day still do: no district gone, nobody's term over."""
    return (
        directory.as_of <= today
        and all(one.until is None or today < one.until for one in directory.regions)
        and all(today <= one.term_to for one in directory.deputies)
    )


def _made(today: date) -> Exhibition:
    # only without a packed form is any of this needed, and it takes long to import
    from content.authoring import read_exhibition
    from content.samples import sample_directory

    return read_exhibition(FOLDER, sample_directory(Random(SAMPLE_SEED), SAMPLE_COUNT, today))


def main() -> int:
    """Pack; what keeps the exhibition from being read is said with file, line and cure."""
    from content.authoring import AuthoringError

    try:
        pack(date.today())
    except AuthoringError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
