"""The packed exhibition is the exhibition, and never an older one."""

import json
from datetime import date
from pathlib import Path

import pytest

from content import bundled
from content.traditional import fill, opencc

TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("packed") / "packed.json"
    bundled.pack(TODAY, file)
    return file


def test_packed_or_not_it_is_the_same_but_for_traditional_characters(packed: Path, tmp_path: Path) -> None:
    convert = opencc()
    assert convert is not None
    assert bundled.read(TODAY, packed) == fill(bundled.read(TODAY, tmp_path / "none.json"), convert)


def test_a_packed_form_is_read_and_nothing_is_made(packed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundled, "_made", lambda today: pytest.fail("made anew"))
    assert bundled.read(TODAY, packed).exhibits


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"stamp": "old", "files": {}}'])
def test_what_is_old_or_damaged_is_made_anew(tmp_path: Path, damage: str) -> None:
    file = tmp_path / "packed.json"
    file.write_text(damage)
    assert bundled.read(TODAY, file).exhibits


def test_a_packed_form_of_changed_sources_is_not_used(packed: Path, tmp_path: Path) -> None:
    content = json.loads(packed.read_text("utf-8"))
    content["stamp"] = "0" * 64
    content["files"]["home.json"] = content["files"]["home.json"].replace("一件小事", "一件旧事")
    file = tmp_path / "packed.json"
    file.write_text(json.dumps(content), "utf-8")
    assert "一件旧事" not in bundled.read(TODAY, file).home.question.zh_hans


def test_nobody_whose_term_is_over_is_shown_as_in_office(packed: Path) -> None:
    later = date(2034, 1, 1)
    directory = bundled.read(later, packed).directory
    assert directory.as_of == later
    assert any(one.term_to >= later for one in directory.deputies)


def test_a_clock_that_lost_the_time_still_opens(packed: Path) -> None:
    assert bundled.read(date(1970, 1, 1), packed).exhibits
