"""Film and caption files: uploaded by staff, refused where unfit, and carried to the stations as cues and films."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from content import schema
from content.films import MAX_BYTES, read_head
from hub.exhibition.models import Exhibit, Picture
from hub.publishing.builder import Publisher, Refused
from hub.site.shield import MAX_UPLOAD_BYTES, UPLOADS
from kiosk.shelf import opened
from tests.hub.conftest import BUNDLED, Clock
from tests.hub.station import taken
from tests.media.clips import clip

pytestmark = pytest.mark.django_db
ADD = f"{UPLOADS}add/"
FILM = "exhibits/who-elects-whom/media/levels-film.mp4"
VTT = "WEBVTT\n\n00:00.500 --> 00:02.000\n河边有长凳。\n"


def upload(client: Client, name: str, data: bytes, url: str = ADD, **more: str) -> Any:
    exhibit = Exhibit.objects.get(slug="timeline").pk
    return client.post(url, {"exhibit": exhibit, "upload": SimpleUploadedFile(name, data), **more})


def film_of(exhibition: schema.Exhibition) -> schema.FilmBlock:
    (found,) = [b for one in exhibition.exhibits for b in one.blocks if isinstance(b, schema.FilmBlock)]
    return found


def test_a_station_gets_the_film_and_what_is_said_in_it_in_three_languages(
    publisher: Publisher, filled: schema.Exhibition, clock: Clock, tmp_path: Path
) -> None:
    publisher.publish()
    release = taken(publisher, clock, tmp_path)
    assert FILM in release and not [path for path in release.paths() if path.endswith(".vtt")]
    catalog = opened(release)
    file = catalog.media(FILM)
    assert file is not None and file.read_bytes() == (BUNDLED / FILM).read_bytes()
    assert read_head(file).seconds == pytest.approx(30.0, abs=0.1)
    first = film_of(catalog.exhibition).cues[1].words
    assert (first.zh_hans, first.zh_hant) == ("乡镇人大的代表，由选民直接选举。", "鄉鎮人大的代表，由選民直接選舉。")
    assert first.en == "Voters elect township deputies directly."


def test_cues_are_made_of_the_files_and_stand_in_no_form(filled: schema.Exhibition) -> None:
    held = Exhibit.objects.get(slug="who-elects-whom").content
    (block,) = [one for one in held["blocks"] if one["kind"] == "film"]
    assert not block.get("cues") and block["captions_zh"] == "levels-film-zh.vtt"
    assert {one.name for one in Picture.objects.filter(exhibit__slug="who-elects-whom")} >= {
        "levels-film.mp4", "levels-film-zh.vtt", "levels-film-en.vtt", "levels-film-poster.webp",
    }  # fmt: skip


def test_new_captions_are_a_new_release_of_that_exhibit_alone(publisher: Publisher, filled: Any, clock: Clock) -> None:
    publisher.publish()
    for language, old, new in (
        ("zh", "乡镇人大的代表，由选民直接选举。", "乡镇人大的代表，由选民直接选出。"),
        ("en", "Voters elect township deputies directly.", "Voters choose township deputies directly."),
    ):
        held = Picture.objects.get(name=f"levels-film-{language}.vtt")
        held.data = bytes(held.data).replace(old.encode(), new.encode())
        held.save()
    clock.forward(minutes=5)
    assert publisher.publish().changes == ("exhibits/who-elects-whom/exhibit.json",)


@pytest.mark.parametrize("name", ["levels-film.mp4", "levels-film-en.vtt", "levels-film-poster.webp"])
def test_a_release_without_a_film_its_captions_or_its_poster_is_refused(
    publisher: Publisher, filled: Any, name: str
) -> None:
    Picture.objects.get(name=name).delete()
    with pytest.raises(Refused, match=rf"四级人大.*{name}"):
        publisher.publish()


def test_captions_that_do_not_agree_are_refused_with_file_and_line(publisher: Publisher, filled: Any) -> None:
    held = Picture.objects.get(name="levels-film-en.vtt")
    held.data = bytes(held.data).replace(b"00:05.000", b"00:05.500")
    held.save()
    with pytest.raises(Refused, match=r"levels-film-en\.vtt 第 9 行.*times are not those of the Chinese"):
        publisher.publish()


def test_an_editor_uploads_a_film_and_its_captions(editor: Client) -> None:
    film = clip(1).read_bytes()
    assert upload(editor, "gate.mp4", film).status_code == 302
    assert upload(editor, "gate-zh.vtt", VTT.encode()).status_code == 302
    assert bytes(Picture.objects.get(name="gate.mp4").data) == film
    assert Picture.objects.get(name="gate-zh.vtt").exhibit.slug == "timeline"


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("gate.mp4", b"not a film", "这段影片放不了"),
        ("gate.mp4", clip(1).read_bytes()[:3000], "这段影片放不了"),
        ("gate.mp4", clip(1, codec="mpeg4").read_bytes(), "H.264"),
        ("Gate.mp4", clip(1).read_bytes(), "小写字母"),
        ("gate.webm", clip(1).read_bytes(), "结尾"),
        ("gate.vtt", b"1\n00:00:01,000 --> 00:00:02,000\nSRT\n", "字幕第 1 行"),
        ("gate.vtt", VTT.encode("utf-16"), "字幕第 1 行"),
    ],
)
def test_an_unfit_file_is_refused_in_words(editor: Client, name: str, data: bytes, sentence: str) -> None:
    answer = upload(editor, name, data)
    assert answer.status_code == 200 and sentence in answer.content.decode()
    assert not Picture.objects.filter(exhibit__slug="timeline").exists()


def test_a_film_may_be_larger_than_a_form_but_only_for_who_is_signed_in(editor: Client) -> None:
    large = clip(1).read_bytes() + bytes(10 << 20)
    answer = upload(editor, "gate.mp4", large)
    assert answer.status_code == 200 and "这段影片放不了" in answer.content.decode(), "read, and refused for what it is"
    stranger = Client()
    assert upload(stranger, "gate.mp4", large).status_code == 413
    stranger.cookies["sessionid"] = "made-up"
    assert upload(stranger, "gate.mp4", large).status_code == 413
    stated = str(MAX_UPLOAD_BYTES + 1)
    assert editor.generic("POST", ADD, b"", CONTENT_LENGTH=stated).status_code == 413
    assert editor.generic("POST", "/admin/login/", b"", CONTENT_LENGTH=str(10 << 20)).status_code == 413
    assert MAX_UPLOAD_BYTES > MAX_BYTES


@pytest.mark.parametrize(
    ("name", "said", "sentence"),
    [
        ("city-map.mp4", {}, "文件名说它是地图"),
        ("gate.mp4", {"shows_map": "on"}, "没有审图号的地图不能展出"),
        ("gate.mp4", {"map_approval": "2024-1"}, "这不是审图号"),
    ],
)
def test_a_map_is_not_taken_without_its_number(editor: Client, name: str, said: dict[str, str], sentence: str) -> None:
    answer = upload(editor, name, clip(1).read_bytes(), **said)
    assert answer.status_code == 200 and sentence in answer.content.decode()
    assert not Picture.objects.filter(name=name).exists()


def test_a_map_with_its_number_is_taken(editor: Client) -> None:
    assert upload(editor, "city-map.mp4", clip(1).read_bytes(), map_approval=" 渝S（2024）001号 ").status_code == 302
    held = Picture.objects.get(name="city-map.mp4")
    assert (held.shows_map, held.map_approval) == (True, "渝S（2024）001号")


def test_a_map_goes_out_only_with_the_number_said_at_its_upload(publisher: Publisher, filled: Any) -> None:
    Picture.objects.filter(name="levels-film.mp4").update(shows_map=True, map_approval="渝S（2024）001号")
    with pytest.raises(Refused, match=r"四级人大.*levels-film\.mp4.*渝S（2024）001号.*没有填"):
        publisher.publish()
    exhibit = Exhibit.objects.get(slug="who-elects-whom")
    (block,) = [one for one in exhibit.content["blocks"] if one["kind"] == "film"]
    for said in ("渝S（2024）002号", "渝S（2024）001号"):
        block.update(shows_map=True, map_approval=said)
        exhibit.save_revision().publish()
        if said.endswith("002号"):
            with pytest.raises(Refused, match="填的是 渝S（2024）002号"):
                publisher.publish()
    assert publisher.publish().changes
