"""`kiosk fits CONTENT`: reads an authors' folder or the files of a release, looks at it, and says what does not fit."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any, TextIO

from content.authoring import DIRECTORY, EXHIBIT_FILE, TOURS, AuthoringError, read_exhibition
from content.bundle import BundleError, from_files
from content.catalog import Catalog
from content.marks import parse
from content.schema import Directory, Exhibition
from kiosk.fits.report import Report, Unfit, look_at
from kiosk.fits.rooms import Plan, parts_of


class Unreadable(Exception):
    """This folder is no exhibition; the message says why."""


def fits(folder: Path, only: Sequence[str], *, as_json: bool, out: TextIO = sys.stdout) -> int:
    """Say what does not fit. Returns 1 if anything does not. Raises: Unreadable."""
    exhibition, authored = read(folder)
    parts = parts_of(Catalog(exhibition))
    unknown = [one for one in only if one not in parts]
    if unknown:
        raise Unreadable(f"there is no part {unknown[0]!r}; there are {', '.join(parts)}")
    began = time.monotonic()
    report = look_at(exhibition, only or parts, Plan(date.today()))
    took = time.monotonic() - began
    if as_json:
        out.write(json.dumps(_plain(report, took), ensure_ascii=False) + "\n")
        return 1 if report.unfit else 0
    for one in report.unfit:
        out.write(f"{_where(one, folder, exhibition) if authored else _named(one)}: {sentence(one)}\n")
    share = f"{report.seen} of {report.of} texts seen"
    out.write(f"{len(report.unfit)} texts do not fit; {report.pictures} layouts, {share}, {took:.1f} s.\n")
    return 1 if report.unfit else 0


def read(folder: Path) -> tuple[Exhibition, bool]:
    """The exhibition of a folder, and whether it is an authors' folder. Raises: Unreadable."""
    try:
        if (folder / "home.json").is_file():
            paths = [one.relative_to(folder).as_posix() for one in folder.rglob("*.json")]
            return from_files(lambda path: (folder / path).read_bytes(), paths), False
        nobody = None if (folder / DIRECTORY).exists() else Directory(as_of=date.min, regions=(), deputies=())
        return read_exhibition(folder, nobody), True
    except (AuthoringError, BundleError, OSError) as error:
        raise Unreadable(str(error)) from error


def sentence(one: Unfit) -> str:
    """What is wrong and the cure."""
    text = one.text if len(one.text) <= 40 else one.text[:39] + "…"
    if not one.looks:
        return f"{text!r} {one.reason} ({one.language})" if text else one.reason
    cure = "let the layout give it room" if one.excess is None else f"make it {one.excess} characters shorter"
    where = " > ".join((one.room, *one.touches))
    return f"{text!r} {one.reason} in {'; '.join(one.looks)} ({one.language}, {where}); {cure}"


def _where(one: Unfit, folder: Path, exhibition: Exhibition) -> str:
    file, way = f"{one.file}.yaml", one.way
    if one.file.startswith("exhibits/"):
        file = f"{one.file}/{EXHIBIT_FILE}"
    elif one.file == "tours":
        file, way = f"{TOURS}/{exhibition.tours[int(way[0])].id}.yaml", way[1:]
    elif not one.file:
        return one.room
    return f"{file}:{parse((folder / file).read_text('utf-8')).line(way)}"


def _named(one: Unfit) -> str:
    return f"{one.file or one.room}: {'.'.join(map(str, one.way))}" if one.way else one.room


def _plain(report: Report, took: float) -> dict[str, Any]:
    return {**asdict(report), "seconds": round(took, 1)}
