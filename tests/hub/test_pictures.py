"""Picture files: imported with a folder or uploaded by staff, refused where unfit, and carried to the stations."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from content import schema
from content.media import MAX_BYTES, named
from hub.exhibition import pictures
from hub.exhibition.models import Exhibit, Picture
from hub.publishing.builder import Publisher, Refused
from kiosk.shelf import opened
from media.photos import decode
from tests.hub.conftest import BUNDLED, Clock
from tests.hub.station import taken

pytestmark = pytest.mark.django_db
ADD = "/admin/snippets/exhibition/picture/add/"


def png(side: int = 40) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (side, side), "#125B66").save(out, "PNG")
    return out.getvalue()


def upload(client: Client, name: str, data: bytes, url: str = ADD) -> Any:
    exhibit = Exhibit.objects.get(slug="timeline").pk
    return client.post(url, {"exhibit": exhibit, "upload": SimpleUploadedFile(name, data)})


def test_a_station_gets_every_picture_that_is_named_as_its_author_made_it(
    publisher: Publisher, filled: schema.Exhibition, clock: Clock, tmp_path: Path
) -> None:
    publisher.publish()
    release = taken(publisher, clock, tmp_path)
    catalog = opened(release)
    paths = named(filled)
    assert len(paths) >= 8
    for path in paths:
        file = catalog.media(path)
        assert file is not None and file.read_bytes() == (BUNDLED / path).read_bytes()
        if path.endswith(".webp") and "deputies" in path:
            assert decode(file, (320, 240)).size == (320, 213)
    assert catalog.media("exhibits/timeline/media/none.webp") is None
    assert catalog.media("../manifest.json") is None


def test_a_release_without_one_of_its_pictures_is_refused(publisher: Publisher, filled: Any) -> None:
    Picture.objects.get(name="visit.webp").delete()
    with pytest.raises(Refused, match=r"代表在身边.*visit\.webp"):
        publisher.publish()


def test_a_new_picture_under_the_old_name_is_a_new_release(publisher: Publisher, filled: Any, clock: Clock) -> None:
    publisher.publish()
    held = Picture.objects.get(name="visit.webp")
    held.data = Picture.objects.get(name="online.webp").data
    held.save()
    clock.forward(minutes=5)
    assert publisher.publish().changes == ("exhibits/deputies-near-you/media/visit.webp",)


def test_a_folder_without_its_picture_is_refused_with_the_cure(filled: schema.Exhibition, tmp_path: Path) -> None:
    with pytest.raises(pictures.UnfitPicture, match="put the file there"):
        pictures.of_folder(tmp_path, filled)


def test_an_editor_uploads_a_picture_and_replaces_it(editor: Client) -> None:
    assert upload(editor, "gate.png", png()).status_code == 302
    kept = Picture.objects.get(name="gate.png")
    assert bytes(kept.data) == png() and kept.exhibit.slug == "timeline"
    edit = f"/admin/snippets/exhibition/picture/edit/{kept.pk}/"
    assert editor.get(edit).status_code == 200
    assert upload(editor, "another-name.png", png(50), edit).status_code == 302
    assert bytes(Picture.objects.get(name="gate.png").data) == png(50)


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("gate.webp", png(), "不是真正的 webp 图片"),
        ("gate.svg", b"<svg/>", "结尾"),
        ("Gate.png", png(), "小写字母"),
        ("gate.png", png()[:60], "打不开"),
        ("gate.png", png() + bytes(MAX_BYTES), "超过 4 MB"),
    ],
)
def test_an_unfit_file_is_refused_in_words(editor: Client, name: str, data: bytes, sentence: str) -> None:
    answer = upload(editor, name, data)
    assert answer.status_code == 200 and sentence in answer.content.decode()
    assert not Picture.objects.filter(exhibit__slug="timeline").exists()


def test_a_second_file_of_one_name_is_refused(editor: Client) -> None:
    upload(editor, "gate.png", png())
    answer = upload(editor, "gate.png", png(50))
    assert "已有 gate.png" in answer.content.decode()
    assert bytes(Picture.objects.get(name="gate.png").data) == png()


def test_who_reads_letters_uploads_nothing(person: Any, filled: Any) -> None:
    client = Client()
    client.force_login(person("letters"))
    upload(client, "gate.png", png())
    assert not Picture.objects.filter(name="gate.png").exists()
