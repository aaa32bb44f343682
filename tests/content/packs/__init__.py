"""An Arabic pack of a few screens, real but not complete: tests compile it as a translator would, with Kivy's face."""

from __future__ import annotations

import shutil
from datetime import date
from importlib.util import find_spec
from pathlib import Path

from content.bundled import read
from content.packs import Pack, compiling, pack_in, sources
from screens.strings import table

SOURCE = Path(__file__).parent / "ar"


def folder(into: Path) -> Path:
    """A translator's folder of it, the face laid beside the lists."""
    place = into / "ar"
    shutil.copytree(SOURCE, place)
    kivy = find_spec("kivy")
    assert kivy is not None and kivy.origin is not None
    shutil.copy(Path(kivy.origin).parent / "data" / "fonts" / "DejaVuSans.ttf", place / "face.ttf")
    return place


def compiled(into: Path) -> Pack:
    """The pack as a station reads it."""
    words = list(sources.of_strings(table()))
    content = list(sources.of_content(read(date(2026, 11, 23))))
    compiling.write(compiling.compiled(sources.read(folder(into)), words, content), into / "packs" / "ar")
    return pack_in(into / "packs" / "ar")
