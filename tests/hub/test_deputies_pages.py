"""Deputies in the console: importing by a page, texts that two people stand for, photos with consent, a safe export."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from content.schema import PORTRAIT_PATH
from hub.deputies.directory import read_directory
from hub.deputies.exporting import harmless
from hub.deputies.models import Deputy, Note, Portrait
from hub.exhibition import pictures
from tests.hub.tables import HEAD, JIANG, PEOPLE, SHAN, book_of, csv_of, take

pytestmark = pytest.mark.django_db


def as_user(user: Any) -> Client:
    client = Client()
    client.force_login(user)
    return client


def send(client: Client, data: bytes, button: str, **more: str) -> str:
    upload = SimpleUploadedFile("名册.xlsx", data)
    answer = client.post(reverse("deputies_import"), {"file": upload, button: "1"} | more)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_file_is_tried_first_and_then_imported(person: Any) -> None:
    client = as_user(person("publisher"))
    data = book_of([HEAD, *PEOPLE])
    assert "试导入，什么也没有改" in send(client, data, "try", as_of="2026-01-01")
    assert not Deputy.objects.exists()
    assert "已导入：新增 3 位" in send(client, data, "import", as_of="2026-01-01")
    assert Deputy.objects.count() == 3
    assert "什么也没有改" in send(client, data, "import", as_of="2026-01-01")


def test_a_bad_row_is_shown_with_its_column_and_cure_and_never_run(person: Any) -> None:
    row = ["<img src=x onerror=alert(1)>", "省", *JIANG[2:]]
    page = send(as_user(person("publisher")), csv_of([row]), "import")
    assert "第 2 行 层级" in page
    assert "请写全国、市、区县、乡镇" in page
    assert "<img src=x" not in page
    assert "<img src=x" not in send(as_user(person(admin=True)), csv_of(
        [["<img src=x>", *JIANG[1:]]]
    ), "import")  # fmt: skip


def test_what_the_file_lacks_is_filled_in_on_the_page(person: Any) -> None:
    head = [one for one in HEAD if one not in ("区县", "层级")]
    row = [cell for cell, name in zip(JIANG, HEAD, strict=True) if name in head]
    page = send(as_user(person("publisher")), csv_of([row], head), "import", region="九龙坡区", level="区县")
    assert "新增 1 位" in page


def test_only_who_publishes_may_import(person: Any) -> None:
    client = as_user(person("editor"))
    assert client.get(reverse("deputies_import")).status_code in (302, 403)
    client.post(reverse("deputies_import"), {"file": SimpleUploadedFile("x.csv", csv_of(PEOPLE)), "import": "1"})
    assert not Deputy.objects.exists()
    assert Client().get(reverse("deputies_export")).status_code in (302, 403)


def test_the_export_can_be_imported_again_and_no_cell_of_it_runs(person: Any) -> None:
    take(csv_of([("-江澄", *JIANG[1:]), SHAN]))
    client = as_user(person("publisher"))
    data = b"".join(client.get(reverse("deputies_export")).streaming_content)  # type: ignore[attr-defined]
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert [one["姓名"] for one in rows] == ["'-江澄", "单禾"]
    assert take(data).changes == ()
    assert [harmless(one) for one in ("=1", "+1", "-1", "@x", "\tx", "江")] == [
        "'=1",
        "'+1",
        "'-1",
        "'@x",
        "'\tx",
        "江",
    ]


# ---- texts


def note(client: Client, id: str, **fields: str) -> Note:
    said = {"kind": "report", "year": "2025", "text_zh": "走访 20 户，提出 3 件建议。"} | fields
    client.post(reverse("deputy", args=[id]), said)
    found = Note.objects.order_by("-pk").first()
    assert found is not None
    return found


@pytest.fixture
def jiang() -> str:
    take(csv_of([JIANG]))
    return read_directory().deputies[0].id


def test_a_text_reaches_stations_only_after_somebody_else_approved_it(person: Any, jiang: str) -> None:
    writer, other = as_user(person("publisher")), as_user(person(admin=True))
    written = note(writer, jiang)
    assert read_directory().deputies[0].reports == ()
    page = writer.post(reverse("deputy", args=[jiang]), {"approve": written.pk}, follow=True).content.decode()
    assert "不能自己批准" in page
    assert read_directory().deputies[0].reports == ()
    other.post(reverse("deputy", args=[jiang]), {"approve": written.pk})
    (report,) = read_directory().deputies[0].reports
    assert (report.year, report.text.zh_hans) == (2025, "走访 20 户，提出 3 件建议。")
    other.post(reverse("deputy", args=[jiang]), {"withdraw": written.pk})
    assert read_directory().deputies[0].reports == ()


def test_an_editor_writes_and_does_not_approve(person: Any, jiang: str) -> None:
    editor = as_user(person("editor"))
    written = note(editor, jiang)
    assert editor.post(reverse("deputy", args=[jiang]), {"approve": written.pk}).status_code in (302, 403)
    assert Note.objects.get().approved_on is None


def test_a_story_needs_consent_and_an_end(person: Any, jiang: str) -> None:
    client = as_user(person("publisher"))
    wanted = {"kind": "story", "title_zh": "楼道的灯", "text_zh": "三个晚上数清了坏灯。"}
    client.post(reverse("deputy", args=[jiang]), wanted)
    client.post(reverse("deputy", args=[jiang]), wanted | {"consented": "2026-01-01", "until": "2039-01-01"})
    assert not Note.objects.exists()
    told = note(client, jiang, **wanted, consented="2026-01-01", until="2030-01-01")
    as_user(person(admin=True)).post(reverse("deputy", args=[jiang]), {"approve": told.pk})
    assert read_directory().deputies[0].stories[0].until == date(2030, 1, 1)


def test_texts_outlive_an_import_and_are_no_part_of_it(person: Any, jiang: str) -> None:
    written = note(as_user(person("publisher")), jiang, kind="pledge", state="going", as_of="2026-01-01", year="")
    as_user(person(admin=True)).post(reverse("deputy", args=[jiang]), {"approve": written.pk})
    assert take(csv_of([JIANG])).changes == ()
    assert [one.state for one in read_directory().deputies[0].pledges] == ["going"]


def photo(size: tuple[int, int] = (2000, 1500)) -> bytes:
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "somebody's camera"
    Image.new("RGB", size, "#888").save(out, "JPEG", exif=exif)
    return out.getvalue()


def test_a_photo_is_kept_small_and_bare_and_travels_with_the_release(person: Any, jiang: str) -> None:
    client, url = as_user(person("editor")), reverse("deputy", args=[jiang])
    client.post(url, {"photo_form": "1", "photo": SimpleUploadedFile("a.jpg", photo())})
    assert not Portrait.objects.exists(), "without consent there is no photo"
    client.post(url, {"photo_form": "1", "photo": SimpleUploadedFile("a.jpg", photo()), "agreed_on": "2026-01-01"})
    path = PORTRAIT_PATH.format(id=jiang)
    assert read_directory().deputies[0].photo == path
    data = pictures.read(path)
    with Image.open(io.BytesIO(data)) as kept:
        assert max(kept.size) <= 600
        assert not kept.getexif()
    assert b"camera" not in data
    client.post(url, {"no_photo": "1"})
    assert read_directory().deputies[0].photo is None


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"\xff\xd8\xff broken", photo((60, 60))[:300]])
def test_what_is_no_photo_is_refused(person: Any, jiang: str, data: bytes) -> None:
    url = reverse("deputy", args=[jiang])
    said = {"photo_form": "1", "photo": SimpleUploadedFile("a.jpg", data), "agreed_on": "2026-01-01"}
    assert as_user(person("editor")).post(url, said).status_code == 200
    assert not Portrait.objects.exists()


def test_a_deputy_nobody_knows_has_no_page(person: Any) -> None:
    assert as_user(person("editor")).get(reverse("deputy", args=["ZZZZZZZZZ"])).status_code == 404
