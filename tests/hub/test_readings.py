"""Staff read texts aloud: a list says who reads what, a reading is replaced and removed, old words are marked."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from content import schema
from content.aloud import PERSON
from content.narration import Reading, wanted
from hub.exhibition.models import Exhibit
from hub.publishing.narration import Narration
from hub.readings import views
from hub.readings.listing import name_of_path, shares
from hub.site.shield import READINGS

pytestmark = pytest.mark.django_db
EXHIBIT = "timeline"


@pytest.fixture
def narration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Narration:
    kept = Narration(tmp_path / "narration")
    monkeypatch.setattr(views, "narration", lambda: kept)
    return kept


@pytest.fixture
def editor(person: Any, filled: schema.Exhibition, narration: Narration) -> Client:
    client = Client()
    client.force_login(person("editor"))
    return client


@pytest.fixture(scope="module")
def voice(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return made(tmp_path_factory.mktemp("sound") / "reading.mp3")


def made(file: Path, hertz: int = 220, seconds: int = 2) -> bytes:
    source = f"sine=frequency={hertz}:duration={seconds}"
    subprocess.run(("ffmpeg", "-v", "error", "-f", "lavfi", "-i", source, str(file)), check=True)
    return file.read_bytes()


def first(exhibition: schema.Exhibition) -> Reading:
    return next(one for one in wanted(exhibition) if one.exhibit == EXHIBIT)


def page(one: Reading) -> str:
    return reverse("reading", args=[EXHIBIT, name_of_path(one.path(PERSON))])


def send(client: Client, one: Reading, data: bytes, name: str = "reading.mp3") -> str:
    answer = client.post(page(one), {"act": "keep", "sound": SimpleUploadedFile(name, data)}, follow=True)
    return str(answer.content.decode())


def listed(client: Client, **asked: str) -> str:
    return str(client.get(reverse("readings_of", args=[EXHIBIT]), asked).content.decode())


def test_a_reading_is_kept_played_replaced_and_removed(
    editor: Client, filled: schema.Exhibition, narration: Narration, voice: bytes, tmp_path: Path
) -> None:
    one = first(filled)
    assert narration.state(one) == "none" and one.text in listed(editor, state="none", language=one.language)
    assert "录音留下了" in send(editor, one, voice)
    assert narration.state(one) == "person" and one.path(PERSON) in narration.files(filled)
    assert one.text in listed(editor, state="person") and one.text not in listed(editor, state="none", language="en")
    heard = editor.get(reverse("reading_sound", args=[EXHIBIT, name_of_path(one.path(PERSON)), "person"]))
    before = heard.content
    assert before.startswith(b"OggS") and heard.headers["Content-Type"] == "audio/ogg"
    send(editor, one, made(tmp_path / "other.wav", 660, 1), "other.wav")
    assert narration.files(filled)[one.path(PERSON)] != before
    editor.post(page(one), {"act": "remove"})
    assert narration.state(one) == "none" and not list(narration.folder.rglob("*.*"))


def test_who_reads_what_is_counted_by_exhibit(
    editor: Client, filled: schema.Exhibition, narration: Narration, voice: bytes
) -> None:
    every = [one for one in wanted(filled) if one.exhibit == EXHIBIT]
    send(editor, every[0], voice)
    neural = narration.folder / every[1].path()
    neural.write_bytes(narration.files(filled)[every[0].path(PERSON)])
    (share,) = [one for one in shares(narration, filled) if one.exhibit == EXHIBIT]
    assert (share.person, share.neural, share.none, share.stale) == (1, 1, len(every) - 2, 0)
    shown = editor.get(reverse("readings")).content.decode()
    assert f'?state=none">{len(every) - 2}<' in shown


def test_a_changed_text_marks_its_reading_and_no_release_takes_it(
    editor: Client, filled: schema.Exhibition, narration: Narration, voice: bytes
) -> None:
    one = next(r for r in wanted(filled) if r.exhibit == EXHIBIT and r.language == "zh-Hans")
    send(editor, one, voice)
    held = Exhibit.objects.get(slug=EXHIBIT)
    assert held.content["gist"]["zh-Hans"] == one.text
    held.content["gist"]["zh-Hans"] = "换了一句话。"
    held.save_revision().publish()
    shown = listed(editor)
    assert "文字改了，录音还是旧的" in shown and one.text in shown
    assert "1 段" in editor.get(reverse("readings")).content.decode()
    assert narration.files(views._Page().exhibition()) == {}
    assert editor.get(page(one)).status_code == 404, "there is no such text to read"
    heard = editor.get(reverse("reading_sound", args=[EXHIBIT, name_of_path(one.path(PERSON)), "person"]))
    assert heard.status_code == 200, "the old one can still be heard"
    editor.post(page(one), {"act": "remove"})
    assert "文字改了" not in listed(editor)


@pytest.mark.parametrize("data", [b"", b"no sound at all" * 99, b"#EXTM3U\nfile:///etc/passwd\n"])
def test_what_is_no_sound_is_refused_in_words_and_nothing_is_kept(
    editor: Client, filled: schema.Exhibition, narration: Narration, data: bytes
) -> None:
    one = first(filled)
    assert "录音留下了" not in send(editor, one, data, "reading.wav")
    assert narration.state(one) == "none"


def test_without_a_file_it_says_what_to_do(editor: Client, filled: schema.Exhibition) -> None:
    answer = editor.post(page(first(filled)), {"act": "keep"}, follow=True)
    assert "请先录一段" in answer.content.decode()


def test_only_who_edits_exhibits_reads_them(person: Any, filled: schema.Exhibition, narration: Narration) -> None:
    stranger = Client()
    stranger.force_login(person("letters"))
    addresses = (reverse("readings"), reverse("readings_of", args=[EXHIBIT]), page(first(filled)))
    for address in addresses:
        answer = stranger.get(address)
        assert (answer.status_code, answer.headers["Location"]) == (302, "/admin/")
    kept = first(filled)
    file = narration.folder / kept.path(PERSON)
    file.parent.mkdir(parents=True)
    file.write_bytes(b"OggS")
    stranger.post(page(kept), {"act": "remove"})
    assert file.exists()


def test_the_microphone_is_allowed_on_these_pages_only(editor: Client, filled: schema.Exhibition) -> None:
    assert reverse("readings").startswith(READINGS)
    assert "microphone=(self)" in editor.get(page(first(filled))).headers["Permissions-Policy"]
    assert "microphone=()" in editor.get("/admin/").headers["Permissions-Policy"]


@pytest.mark.parametrize("name", ["..", "a%2F..%2Fb", "x" * 99])
def test_a_name_leads_nowhere_else(editor: Client, narration: Narration, name: str) -> None:
    (narration.folder / "exhibits").mkdir(parents=True)
    assert editor.get(f"/admin/readings/{EXHIBIT}/{name}/person/").status_code == 404


@pytest.mark.parametrize(
    ("asked", "status", "told", "part"),
    [
        ("bytes=0-3", 206, "bytes 0-3/{n}", slice(0, 4)),
        ("bytes=10-", 206, "bytes 10-{last}/{n}", slice(10, None)),
        ("bytes=-5", 206, "bytes {five}-{last}/{n}", slice(-5, None)),
        ("bytes=0-999999999", 206, "bytes 0-{last}/{n}", slice(None)),
        ("bytes=999999999-", 416, "bytes */{n}", slice(0, 0)),
        ("bytes=-", 200, "", slice(None)),
        ("lines=1-2", 200, "", slice(None)),
    ],
)
def test_a_player_gets_the_part_it_asks_for(
    editor: Client, filled: schema.Exhibition, voice: bytes, asked: str, status: int, told: str, part: slice
) -> None:
    one = first(filled)
    send(editor, one, voice)
    address = reverse("reading_sound", args=[EXHIBIT, name_of_path(one.path(PERSON)), "person"])
    whole = editor.get(address).content
    answer = editor.get(address, headers={"range": asked})
    assert answer.status_code == status and answer.content == whole[part]
    n = len(whole)
    assert answer.headers.get("Content-Range", "") == told.format(n=n, last=n - 1, five=n - 5)
