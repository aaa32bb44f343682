"""`kiosk words extract|check|compile`: what a translator needs from this program, in their own folder."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from content.packs import PackError, checking, compiling, sources
from content.packs.sources import Entry
from content.schema import Exhibition
from media.fonts import FACES, missing
from screens.strings import table


def extract(folder: Path, content: Path | None) -> str:
    """Write or renew the two lists of a pack. One sentence on how far it is. Raises: PackError."""
    total, open_ = sources.renew(folder, table(), _exhibition(content))
    return f"{folder}: {total} texts, {open_} of them to be translated or looked at"


def check(folder: Path, content: Path | None) -> list[checking.Finding]:
    """Everything to put right. Raises: PackError."""
    words, texts = _entries(content)
    return checking.check(sources.read(folder), words, texts, lacking)


def compile(folder: Path, out: Path, content: Path | None, *, draft: bool) -> None:
    """Make the files a station reads; a `draft` may be incomplete. Raises: PackError."""
    words, texts = _entries(content)
    source = sources.read(folder)
    grave = [one for one in checking.check(source, words, texts, lacking) if one.grave]
    if grave and not draft:
        raise PackError(f"{grave[0]} (with --draft it is compiled all the same, for a screen of your own)")
    compiling.write(compiling.compiled(source, words, texts), out)


def lacking(text: str) -> set[str]:
    """The characters that any of our faces lacks."""
    return {one for face in FACES.values() for one in missing(face, text)}


def _entries(content: Path | None) -> tuple[list[Entry], list[Entry]]:
    return list(sources.of_strings(table())), list(sources.of_content(_exhibition(content)))


def _exhibition(folder: Path | None) -> Exhibition:
    if folder is None:
        from content.bundled import read

        return read(date.today())
    from content.authoring import AuthoringError, read_exhibition
    from content.schema import Directory

    try:
        return read_exhibition(folder, Directory(as_of=date.min, regions=(), deputies=()))
    except AuthoringError as error:
        raise PackError(str(error)) from error


def command(what: str, folder: Path, out: Path | None, content: Path | None, *, draft: bool) -> int:
    """Run one of the three; 1 where something must be put right. Raises: PackError, OSError."""
    if what == "extract":
        sys.stdout.write(extract(folder, content) + "\n")
        return 0
    if what == "check":
        found = check(folder, content)
        sys.stdout.writelines(f"{one}\n" for one in found)
        return 1 if any(one.grave for one in found) else 0
    target = out or folder.with_suffix(".zip")
    compile(folder, target, content, draft=draft)
    sys.stdout.write(f"{target}\n")
    return 0
