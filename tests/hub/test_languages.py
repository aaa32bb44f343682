"""Language packs at the hub: uploaded by staff, refused in a sentence, carried to stations with the signed release."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from content import schema
from content.language import say
from content.packs import PackError, compiling, install
from hub.config import HubSettings
from hub.publishing.builder import Publisher
from hub.publishing.languages import Languages
from kiosk.shelf import Shelf
from screens.strings import string
from sync.client import SyncClient
from tests.content import packs as example
from tests.hub.conftest import NOW, Clock
from tests.sync.simulator import serve

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nothing_stays() -> Iterator[None]:
    yield
    install(())


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    place = tmp_path_factory.mktemp("pack")
    example.compiled(place)
    return {one.name: one.read_bytes() for one in (place / "packs" / "ar").iterdir()}


def test_a_station_offers_the_language_its_release_brought_and_no_longer_once_it_is_gone(
    publisher: Publisher, filled: schema.Exhibition, files: dict[str, bytes], clock: Clock, tmp_path: Path
) -> None:
    packs = Languages(tmp_path / "languages")
    packs.take(compiling.zipped(files))
    publisher = Publisher(publisher.repo_dir, publisher.keys, publisher.channel, clock, languages=packs)
    publisher.publish()
    with serve(publisher.repo_dir) as (url, _), requests.Session() as session:
        root = publisher.repository().first_root()
        station = SyncClient(tmp_path / "station", [url], root, publisher.channel, session, clock)
        station.poll()
        release = station.open_current()
        assert release is not None
        shelf = Shelf(release, NOW.date())
        assert string("dock.home", "ar") == "الرئيسية"
        vote = next(one for one in shelf.catalog.exhibition.exhibits if one.id == "livelihood-vote")
        assert say(vote.title, "ar") == "كيف يُختار مشروع لمعيشة الناس"
        (pack,) = shelf.catalog.packs
        assert pack.faces["regular"].file.read_bytes() == files["regular.ttf"]
        packs.remove("ar")
        clock.forward(minutes=1)
        assert publisher.publish().changes == tuple(sorted(f"languages/ar/{name}" for name in files))
        station.poll()
        later = station.open_current()
        assert later is not None
        shelf.renew(later)
    with pytest.raises(ValueError, match="no such language"):
        say(vote.title, "ar")


def test_what_is_no_pack_is_refused_in_a_sentence(files: dict[str, bytes], tmp_path: Path) -> None:
    packs = Languages(tmp_path)
    for data in (b"no zip", _zip({}), _zip({**files, "pack.json": b"{}"}), _zip({**files, "words.mo": b"x"})):
        with pytest.raises(PackError):
            packs.take(data)
    assert packs.files() == {}


def test_a_face_that_is_none_or_not_the_listed_one_is_refused(files: dict[str, bytes], tmp_path: Path) -> None:
    packs = Languages(tmp_path)
    for wrong in ({"regular.ttf": b"no face"}, {"regular.chars": files["regular.chars"][8:]}):
        with pytest.raises(PackError, match="face"):
            packs.take(_zip({**files, **wrong}))


def test_files_that_belong_to_no_pack_are_left_behind(files: dict[str, bytes], tmp_path: Path) -> None:
    packs = Languages(tmp_path)
    packs.take(_zip({**files, "notes.txt": b"x", "../outside": b"x"}))
    assert {path.rpartition("/")[2] for path in packs.files()} == set(files)
    assert not (tmp_path.parent / "outside").exists()


def _zip(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as held:
        for name, data in files.items():
            held.writestr(name, data)
    return out.getvalue()


def test_staff_upload_a_pack_see_how_far_it_is_and_take_it_away(
    home: HubSettings, client: Any, person: Any, filled: schema.Exhibition, files: dict[str, bytes]
) -> None:
    page = reverse("languages")
    client.force_login(person("editor"))
    assert client.get(page).status_code == 302 and client.get(page)["Location"] == "/admin/"
    client.force_login(person("publisher"))
    upload = SimpleUploadedFile("ar.zip", compiling.zipped(files))
    assert client.post(page, {"file": upload}).status_code == 302
    shown = client.get(page).content.decode()
    assert "العربية" in shown and "从右到左" in shown and "其余显示英文并注明" in shown
    assert client.post(page, {"remove": "ar"}).status_code == 302
    assert "العربية" not in client.get(page).content.decode()
    refused = client.post(page, {"file": SimpleUploadedFile("x.zip", b"x")})
    assert "不能用" in refused.content.decode()
