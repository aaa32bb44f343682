"""The files beside an exhibit: which travel, which are complained of, and which the package has."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from content import bundled
from content.bundle import from_files, to_files
from content.catalog import Catalog
from content.checks import Finding, check_exhibition
from content.media import MAX_BYTES, fault_of, kind_of, named
from content.schema import Exhibition
from sync.layout import Blob, parse_section, section_of, split_sections
from tests.content.samples_of_content import exhibit, exhibition, panels_block, text, words

PNG = b"\x89PNG\r\n\x1a\n"


def picture(id: str, file: str, contrast: str | None = None) -> dict[str, Any]:
    one = {"id": id, "file": file, "name": words(id), "alt": words(id), "caption": text(id)}
    return {**one, "contrast": contrast} if contrast else one


def gallery(*pictures: dict[str, Any]) -> dict[str, Any]:
    return {"kind": "gallery", "id": "gallery", "title": words("图集"), "pictures": list(pictures)}


def two_rooms() -> Exhibition:
    return exhibition(
        exhibits=[
            exhibit("one", "D1", panels_block(), gallery(picture("a", "a.png", "a-dark.png"), picture("b", "b.jpg"))),
            exhibit("two", "D2", gallery(picture("a", "a.png"), picture("again", "a.png"))),
        ]
    )


def complaints(exhibition: Exhibition, folder: Path) -> list[Finding]:
    return [one for one in check_exhibition(exhibition, folder) if one.check == "media_files"]


def test_every_picture_is_named_once_by_the_exhibit_it_lies_beside() -> None:
    assert named(two_rooms()) == (
        "exhibits/one/media/a.png",
        "exhibits/one/media/a-dark.png",
        "exhibits/one/media/b.jpg",
        "exhibits/two/media/a.png",
    )


def test_a_release_carries_the_pictures_in_the_section_of_their_exhibit() -> None:
    held = {path: path.encode() for path in named(two_rooms())}
    files = to_files(two_rooms(), held.__getitem__)
    assert {path: files[path] for path in held} == held
    assert from_files(files.__getitem__, files).exhibits == two_rooms().exhibits
    sections = split_sections({path: Blob.of(data) for path, data in files.items()})
    assert set(held) <= {path for name in ("exhibits/one", "exhibits/two") for path in parse_section(sections[name])}
    assert {section_of(path) for path in held} == {"exhibits/one", "exhibits/two"}


def test_a_release_lacks_no_picture_silently() -> None:
    nothing: dict[str, bytes] = {}
    with pytest.raises(KeyError):
        to_files(two_rooms(), nothing.__getitem__)


def test_an_older_station_shows_the_exhibit_without_the_gallery(monkeypatch: pytest.MonkeyPatch) -> None:
    files = to_files(two_rooms(), lambda path: b"")
    monkeypatch.setattr("content.bundle._KINDS", frozenset({"panels"}))
    read = from_files(files.__getitem__, files)
    assert [[block.kind for block in one.blocks] for one in read.exhibits] == [["panels"]]


def test_the_catalogue_knows_whose_block_it_is_even_among_equals() -> None:
    catalog = Catalog(two_rooms())
    one, two = catalog.exhibit("one"), catalog.exhibit("two")
    assert [catalog.exhibit_of(block) for block in (*one.blocks, *two.blocks)] == ["one", "one", "two"]
    assert catalog.exhibit_of(one.blocks[1].model_copy()) == ""
    assert catalog.media("exhibits/one/media/a.png") is None


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for path in named(two_rooms()):
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(PNG if path.endswith("png") else b"\xff\xd8\xff")
    return tmp_path


def test_pictures_that_are_all_there_are_not_complained_of(folder: Path) -> None:
    assert complaints(two_rooms(), folder) == []


def test_what_is_missing_unused_or_no_picture_is_said_with_its_place(folder: Path) -> None:
    (folder / "exhibits/one/media/b.jpg").unlink()
    (folder / "exhibits/one/media/a.png").write_text("<svg/>")
    (folder / "exhibits/two/media/left-over.png").write_bytes(PNG)
    found = {(one.file, one.way, one.message) for one in complaints(two_rooms(), folder)}
    way = ("blocks", 1, "pictures")
    assert found == {
        ("exhibits/one/exhibit.yaml", (*way, 0, "file"), "a.png is not what its name says"),
        ("exhibits/one/exhibit.yaml", (*way, 1, "file"), "there is no file 'b.jpg' in media/"),
        ("exhibits/two/exhibit.yaml", (), "nothing shows the file 'left-over.png'"),
    }


def test_a_description_that_would_not_fit_its_picture_is_said() -> None:
    long = {**picture("a", "a.png"), "alt": {"zh-Hans": "字" * 61, "en": "w" * 161}}
    found = check_exhibition(exhibition(exhibits=[exhibit("one", "D1", gallery(long, picture("b", "b.png")))]))
    assert [(one.way[-2:], one.message) for one in found if one.check == "descriptions"] == [
        (("alt", "zh-Hans"), "61 characters, at most 60"),
        (("alt", "en"), "161 characters, at most 160"),
    ]


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (PNG + b"....", "png"),
        (b"\xff\xd8\xff\xe0", "jpg"),
        (b"RIFF....WEBP", "webp"),
        (b"RIFF....WAVE", None),
        (b"GIF89a", None),
        (b"", None),
    ],
)
def test_a_kind_is_told_by_its_first_bytes(head: bytes, kind: str | None) -> None:
    assert kind_of(head) == kind


def test_a_picture_too_large_is_refused_with_the_cure() -> None:
    fault = fault_of("a.png", PNG + bytes(MAX_BYTES))
    assert fault is not None and "4 MB" in fault[0] and "smaller" in fault[1]


def test_the_package_has_its_pictures_small_and_gives_nothing_else() -> None:
    files = sorted(bundled.FOLDER.glob("exhibits/*/media/*"))
    assert len(files) >= 8
    for file in files:
        assert bundled.media(file.relative_to(bundled.FOLDER).as_posix()) == file
        assert file.stat().st_size < (350_000 if file.suffix == ".mp4" else 60_000)
    for path in ("exhibits/timeline/exhibit.yaml", "../schema/base.py", "exhibits/x/media/a.png", ""):
        assert bundled.media(path) is None


def test_the_drawings_are_what_the_pictures_were_made_from() -> None:
    drawn = {file.stem for file in bundled.FOLDER.glob("exhibits/*/drawings/*.svg")}
    made = {file.stem.removesuffix("-contrast") for file in bundled.FOLDER.glob("exhibits/*/media/*.webp")}
    assert drawn == {one for one in made if not one.endswith("-poster")}  # posters are frames of films
