"""`kiosk words`: a translator's three commands, as they are typed."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from content.packs import install, pack_in
from kiosk.__main__ import main
from kiosk.pack_words import lacking
from kiosk.shelf import Shelf
from screens.strings import names
from tests.content import packs as example


@pytest.fixture(autouse=True)
def _nothing_stays() -> Iterator[None]:
    yield
    install(())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "fr"
    place.mkdir()
    (place / "pack.yaml").write_text("tag: fr\nname: français\nenglish: French\n", "utf-8")
    return place


def test_a_translator_begins_with_two_lists(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["words", "extract", str(folder)]) == 0
    assert "to be translated" in capsys.readouterr().out
    assert {one.name for one in folder.iterdir()} == {"pack.yaml", "words.po", "content.po"}
    assert main(["words", "check", str(folder)]) == 1
    assert "have no translation" in capsys.readouterr().out


def test_what_is_not_finished_is_compiled_as_a_draft_only(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["words", "extract", str(folder)])
    assert main(["words", "compile", str(folder)]) == 1
    assert "--draft" in capsys.readouterr().err
    assert not folder.with_suffix(".zip").exists()
    assert main(["words", "compile", str(folder), "--draft"]) == 0
    assert pack_in(folder.with_suffix(".zip")).manifest.name == "français"


def test_a_folder_without_a_language_is_refused_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["words", "extract", str(tmp_path)]) == 1
    assert "pack.yaml is missing" in capsys.readouterr().err


def test_letters_are_asked_of_the_faces_that_stations_have() -> None:
    assert lacking("Accueil, Обсуждение, Türkçe 一号信箱") == set()
    assert lacking("العربية") == set("العربية")


def test_the_example_is_refused_without_its_face_and_not_with_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = example.folder(tmp_path)
    main(["words", "check", str(place)])
    assert "draws" not in capsys.readouterr().out
    about = (place / "pack.yaml").read_text("utf-8")
    (place / "pack.yaml").write_text(about.partition("faces:")[0], "utf-8")
    assert main(["words", "check", str(place)]) == 1
    assert "no face here draws" in capsys.readouterr().out


def test_a_developers_packs_are_shown_and_broken_ones_keep_no_glass_dark(tmp_path: Path) -> None:
    example.compiled(tmp_path)
    Shelf(None, date(2026, 11, 23), tmp_path / "packs")
    assert names()["ar"] == "العربية"
    (tmp_path / "packs" / "broken.zip").write_bytes(b"no zip")
    Shelf(None, date(2026, 11, 23), tmp_path / "packs")
    assert "ar" not in names()
    Shelf(None, date(2026, 11, 23), tmp_path / "nowhere")
