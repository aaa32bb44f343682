"""The console: pages in Chinese, each for whom it is meant; editing, sending, reading."""

from __future__ import annotations

import re
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from content import schema
from hub.exhibition.fields import SchemaField
from hub.exhibition.models import Exhibit
from hub.letters.models import Letter, Reading
from hub.publishing.builder import Publisher
from hub.publishing.models import Release
from hub.stations.models import EnrolmentCode, Station
from tests.hub.posting import post_data
from tests.hub.station import Device
from tests.hub.test_publishing import published_exhibit

pytestmark = pytest.mark.django_db
PAGES = ("release", "letters", "stations", "deputies")


def as_user(user: Any) -> Client:
    client = Client()
    client.force_login(user)
    return client


def form_of(record: Exhibit) -> dict[str, str]:
    """What the editing page sends when nothing has been changed."""
    field = SchemaField(schema.Exhibit, name="content").formfield()
    return post_data(field.block, field.prepare_value(record.content), "content")


def edit_url(record: Exhibit) -> str:
    return reverse(Exhibit.snippet_viewset.get_url_name("edit"), args=[record.pk])


@pytest.fixture
def arrived(publisher: Publisher, db: None) -> Letter:
    """A letter that has just come."""
    device = Device()
    device.known()
    device.send(device.sealed(publisher.keys.announced(), "三单元的电梯又停了。"))
    return Letter.objects.get()


def test_an_administrator_finds_every_page_in_chinese(publisher: Publisher, filled: Any, person: Any) -> None:
    client = as_user(person(admin=True))
    pages = ["/admin/", *(reverse(page) for page in PAGES)]
    pages += [reverse(Exhibit.snippet_viewset.get_url_name("list")), edit_url(Exhibit.objects.get(code="D1"))]
    for page in pages:
        answer = client.get(page)
        assert answer.status_code == 200, page
        assert 'lang="zh-hans"' in answer.content.decode()
    desk, *own = [client.get(page).content.decode() for page in ("/admin/", *(reverse(page) for page in PAGES))]
    assert "封未读的信" in desk
    assert all(title in page for title, page in zip(("发布到展台", "信件", "展台", "代表名录"), own, strict=True))


def test_who_is_not_signed_in_gets_the_door(publisher: Publisher) -> None:
    for page in PAGES:
        answer = Client().get(reverse(page))
        assert (answer.status_code, answer["Location"].partition("?")[0]) == (302, "/admin/login/"), page
    assert "登录数智总站" in Client().get("/admin/login/").content.decode()


@pytest.mark.parametrize(
    ("role", "allowed"),
    [("editor", {"deputies"}), ("publisher", {"release", "stations", "deputies"}), ("letters", {"letters"})],
)
def test_each_role_opens_its_own_pages_only(
    publisher: Publisher, filled: Any, person: Any, role: str, allowed: set[str]
) -> None:
    client = as_user(person(role))
    opened = {page for page in PAGES if client.get(reverse(page)).status_code == 200}
    assert opened == allowed


def test_an_editor_saves_a_draft_that_no_station_gets(publisher: Publisher, filled: Any, person: Any) -> None:
    publisher.publish()
    record = Exhibit.objects.get(code="D1")
    client = as_user(person("editor"))
    answer = client.post(edit_url(record), form_of(record) | {"content-gist-zh_hans": "改过的一句。"})
    assert answer.status_code == 302
    record.refresh_from_db()
    assert record.content["gist"]["zh-Hans"] != "改过的一句。"
    assert record.get_latest_revision_as_object().content["gist"]["zh-Hans"] == "改过的一句。"
    assert publisher.publish().changes == ()


def test_an_editor_cannot_publish(publisher: Publisher, filled: Any, person: Any) -> None:
    record = Exhibit.objects.get(code="D1")
    sent = form_of(record) | {"content-gist-zh_hans": "改过的一句。", "action-publish": "stations"}
    as_user(person("editor")).post(edit_url(record), sent)
    record.refresh_from_db()
    assert record.content["gist"]["zh-Hans"] != "改过的一句。"
    assert not Release.objects.exists()


def test_publishing_to_stations_takes_one_button(
    publisher: Publisher, filled: Any, person: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = Exhibit.objects.get(code="D1")
    changed = {"content-gist-zh_hans": "选民选出代表。", "content-gist-en": "Voters elect deputies."}
    sent = form_of(record) | changed | {"action-publish": "stations"}
    answer = as_user(person("publisher")).post(edit_url(record), sent, follow=True)
    assert "已发布，展台下次更新时就会换上" in answer.content.decode()
    assert published_exhibit(publisher, record.slug)["gist"]["zh-Hans"] == "选民选出代表。"
    assert Release.objects.get().published_by.username == "publisher"


def test_saving_an_unchanged_form_changes_no_release(publisher: Publisher, filled: Any, person: Any) -> None:
    publisher.publish()
    client = as_user(person("publisher"))
    for record in Exhibit.objects.all():
        assert client.post(edit_url(record), form_of(record) | {"action-publish": "action-publish"}).status_code == 302
    assert publisher.publish().changes == ()


def test_a_wrong_form_comes_back_with_the_sentence_at_its_field(publisher: Publisher, filled: Any, person: Any) -> None:
    record = Exhibit.objects.get(code="D1")
    sent = form_of(record) | {"content-gist-zh_hans": "", "action-publish": "action-publish"}
    answer = as_user(person("publisher")).post(edit_url(record), sent)
    assert answer.status_code == 200
    page = answer.content.decode()
    error = re.search(r"data-w-block-arguments-value=\"(.*?)\"", page, re.DOTALL)
    assert error is not None
    assert "gist&quot;: {&quot;blockErrors&quot;: {&quot;zh_hans&quot;" in error[1]


def test_the_release_page_says_what_stands_in_the_way(publisher: Publisher, filled: Any, person: Any) -> None:
    record = Exhibit.objects.get(code="D1")
    record.content["gist"]["sources"] = ["no-such-law"]
    record.save()
    page = as_user(person("publisher")).get(reverse("release")).content.decode()
    assert "先改好下面这些" in page
    assert "三十秒要点" in page
    assert 'id="send-release"' not in page


def test_reading_a_letter_is_written_down_before_it_is_shown(arrived: Letter, person: Any) -> None:
    user = person("letters")
    client = as_user(user)
    assert "电梯" not in client.get(reverse("letters")).content.decode()
    assert Reading.objects.count() == 0
    page = client.get(reverse("letter", args=[arrived.pk])).content.decode()
    assert "三单元的电梯又停了。" in page
    reading = Reading.objects.get()
    assert (reading.letter, reading.reader, reading.channel) == (arrived, user, "console")
    arrived.refresh_from_db()
    assert arrived.state == "read"
    assert client.get(reverse("letter", args=[uuid4()])).status_code == 404


def test_a_publisher_does_not_read_letters(arrived: Letter, person: Any) -> None:
    answer = as_user(person("publisher")).get(reverse("letter", args=[arrived.pk]))
    assert (answer.status_code, answer["Location"]) == (302, "/admin/")
    assert not Reading.objects.exists()


def test_a_letter_that_cannot_be_opened_is_kept_and_counts_as_unread(arrived: Letter, person: Any) -> None:
    Letter.objects.update(sealed=bytes(arrived.sealed)[:-1] + b"\x00")
    page = as_user(person("letters")).get(reverse("letter", args=[arrived.pk])).content.decode()
    assert "这封信打不开" in page
    assert not Reading.objects.exists()
    arrived.refresh_from_db()
    assert arrived.state == "received"


def test_words_of_a_letter_are_shown_and_never_run(publisher: Publisher, person: Any) -> None:
    device = Device()
    device.known()
    device.send(device.sealed(publisher.keys.announced(), "<script>alert(1)</script>"))
    page = as_user(person("letters")).get(reverse("letter", args=[Letter.objects.get().pk])).content.decode()
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert(1)" not in page


def test_a_code_made_on_the_page_enrols_a_station(publisher: Publisher, person: Any) -> None:
    page = as_user(person("publisher")).post(reverse("stations"), {"name": "民主村 1 号"}, follow=True).content.decode()
    found = re.search(r"登记码：([A-Z0-9-]{14})", page)
    assert found is not None
    assert Device().enrol(found[1]).status_code == 200
    assert Station.objects.get().name == "民主村 1 号"


def test_a_stopped_station_is_heard_no_more(publisher: Publisher, person: Any) -> None:
    device = Device()
    station = device.known()
    as_user(person("publisher")).post(reverse("stations"), {"revoke": station.id})
    assert device.beat()[1].status_code == 403


def test_a_code_without_a_name_is_not_made(publisher: Publisher, person: Any) -> None:
    as_user(person("publisher")).post(reverse("stations"), {"name": " "})
    assert not EnrolmentCode.objects.exists()


def test_deputies_are_found_by_name_and_pinyin(publisher: Publisher, filled: schema.Exhibition, person: Any) -> None:
    deputy = filled.directory.deputies[7]
    client = as_user(person("editor"))
    for wanted in (deputy.name, deputy.name_pinyin, deputy.id.lower()):
        page = client.get(reverse("deputies"), {"q": wanted}).content.decode()
        assert deputy.id in page
    assert "没找到" in client.get(reverse("deputies"), {"q": "不存在的名字"}).content.decode()
