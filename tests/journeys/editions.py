"""Editions of the bundled exhibition that differ in known sentences, and what a station shows of each exhibit.

Owns changing YAML and reading an exhibit's texts off the glass. Leaves publishing to `processes`.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import yaml

from tests.journeys.processes import EXHIBITION

D1, D5 = "who-elects-whom", "livelihood-vote"


def sentence(language: str = "zh-Hans", exhibition: Path = EXHIBITION) -> str:
    """The sentence on D1's first page about the county level, which is open when a visitor comes."""
    return str(_county(_read(exhibition, D1))["summary"][language]).strip()


def edition(folder: Path, words: str) -> Path:
    """The exhibition with other words in that one Chinese sentence."""
    _copied(folder)
    exhibit = _read(folder, D1)
    _county(exhibit)["summary"]["zh-Hans"] = words
    _write(folder, D1, exhibit)
    return folder


def mark_of(number: int) -> str:
    """A mark for a numbered edition, in characters that no check of content takes for a figure."""
    return "（" + "".join("甲乙丙丁戊己庚辛壬癸"[int(digit)] for digit in f"{number:03}") + "）"


def marked_edition(folder: Path, mark: str) -> Path:
    """The exhibition with a mark at the end of every Chinese sentence, to tell a whole release from a mixed one."""
    _copied(folder)
    for id in (D1, D5):
        exhibit = _read(folder, id)
        _mark(exhibit, mark)
        _write(folder, id, exhibit)
    return folder


def remark(folder: Path, old: str, new: str) -> None:
    """Another mark in every place of the old one."""
    for id in (D1, D5):
        path = _file(folder, id)
        text = path.read_text(encoding="utf-8")
        assert text.count(old) > 10
        path.write_text(text.replace(old, new), encoding="utf-8")


def _copied(folder: Path) -> None:
    """A copy whose authors keep no list of translations: that the English is older than its Chinese is left alone."""
    shutil.copytree(EXHIBITION, folder, ignore=shutil.ignore_patterns("translations.txt"))


def _mark(value: Any, mark: str) -> None:
    """Texts that are sentences get the mark; names stay, for they are measured to fit their buttons."""
    if isinstance(value, list):
        for one in value:
            _mark(one, mark)
    elif isinstance(value, dict):
        words = value.get("zh-Hans")
        if isinstance(words, str) and words.rstrip().endswith("。"):
            value["zh-Hans"] = words.rstrip() + mark
        else:
            for one in value.values():
                _mark(one, mark)


def _county(exhibit: dict[str, Any]) -> dict[str, Any]:
    levels = next(block for block in exhibit["blocks"] if block["kind"] == "levels")
    found: dict[str, Any] = next(level for level in levels["levels"] if level["id"] == "county")
    return found


def _read(exhibition: Path, id: str) -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load(_file(exhibition, id).read_text(encoding="utf-8"))
    return read


def _write(exhibition: Path, id: str, exhibit: dict[str, Any]) -> None:
    text = yaml.safe_dump(exhibit, allow_unicode=True, sort_keys=False, width=1000)
    _file(exhibition, id).write_text(text, encoding="utf-8")


def _file(exhibition: Path, id: str) -> Path:
    return exhibition / "exhibits" / id / "exhibit.yaml"
