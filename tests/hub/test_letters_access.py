"""Who sees which letters, who sees that they did, and what leaves the hub as a file."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, timedelta
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from content import schema
from content.civics import regions
from hub import commands
from hub.letters import areas
from hub.letters.access import overseen, visible
from hub.letters.exports import cell
from hub.letters.models import Letter, Reading, StaffArea
from hub.publishing.builder import Publisher
from hub.refusals import CommandRefused
from hub.stations.models import Station
from tests.hub.conftest import NOW, Clock
from tests.hub.station import PHONE, Device

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)
HERE, THERE, LOST = "三单元的电梯又停了。", "桥头的路灯不亮。", "公园的长椅坏了。"


def id_of(name: str, on: date = TODAY) -> str:
    found = regions.find(name, on)
    assert found is not None
    return found.id


NINE, SOUTH = id_of("九龙坡区"), id_of("南岸区")


@pytest.fixture(autouse=True)
def _the_time(monkeypatch: pytest.MonkeyPatch, clock: Clock) -> None:
    monkeypatch.setattr("django.utils.timezone.now", clock)


@pytest.fixture
def three(publisher: Publisher, filled: schema.Exhibition) -> dict[str, Letter]:
    """A letter of each of two districts, and one of a station that stands nowhere."""
    made = {}
    for name, area, words in (
        ("一号厅", (NINE, "谢家湾街道"), HERE),
        ("二号厅", (SOUTH, "南坪镇"), THERE),
        ("三号厅", ("", ""), LOST),
    ):
        device = Device()
        areas.place(device.known(name), area)
        item = device.sealed(publisher.keys.announced(), words)
        device.send(item)
        made[name] = Letter.objects.get(pk=item.id)
    return made


def client_of(user: Any) -> Client:
    client = Client()
    client.force_login(user)
    return client


def stations(letters: Any) -> set[str]:
    return {one.station.name for one in letters}


# ---- districts ----


@pytest.mark.parametrize(
    ("given", "seen"),
    [
        ((), set()),
        (((NINE, ""),), {"一号厅"}),
        (((NINE, "谢家湾街道"),), {"一号厅"}),
        (((NINE, "石桥铺街道"),), set()),
        (((SOUTH, ""),), {"二号厅"}),
        (((NINE, ""), (SOUTH, "南坪镇")), {"一号厅", "二号厅"}),
        ((("", ""),), {"一号厅", "二号厅", "三号厅"}),
    ],
)
def test_a_person_sees_the_letters_of_their_areas_only(
    three: Any, person: Any, given: tuple[tuple[str, str], ...], seen: set[str]
) -> None:
    clerk = person("letters", areas=given)
    assert stations(visible(clerk, TODAY)) == seen
    page = client_of(clerk).get(reverse("letters")).content.decode()
    assert {name for name in three if name in page} == seen
    assert f'<span class="bayu-figure">{len(seen)}</span> 封信' in page


def test_a_letter_of_another_district_is_not_there_whatever_is_asked_of_it(three: Any, person: Any) -> None:
    clerk = client_of(person("letters", areas=((NINE, ""),)))
    own, other = three["一号厅"], three["二号厅"]
    for view in ("letter", "letter_voice", "letter_card"):
        assert clerk.get(reverse(view, args=[other.pk])).status_code == 404, view
    for action in ("triage", "answer", "close", "correct", "erase", "mute", "withdraw", "assign", "merge", "part"):
        fields = {"act": action, "reply": "答", "why": "由", "name": "王", "into": str(own.pk)}
        assert clerk.post(reverse("letter", args=[other.pk]), fields).status_code == 404, action
    said = clerk.post(reverse("letter", args=[own.pk]), {"act": "merge", "into": str(other.pk)}, follow=True)
    assert "没有这一封信" in said.content.decode()
    for view in ("letters_table", "letters_requests"):
        assert str(other.pk) not in clerk.get(reverse(view)).content.decode()
    assert THERE not in clerk.get(reverse("letter", args=[own.pk])).content.decode()
    assert not Reading.objects.filter(letter=other).exists()
    other.refresh_from_db()
    assert (other.stage, other.withdrawn_at) == ("received", None)


def test_districts_that_were_redrawn_are_seen_by_whoever_has_the_new_one(three: Any, person: Any) -> None:
    # T1: 江北区 and 渝北区 became 两江新区 in 2025-11
    before, after = id_of("江北区", date(2025, 10, 1)), id_of("两江新区", TODAY)
    assert after in {one.id for one in regions.successors(before, TODAY)}
    areas.place(Station.objects.get(name="一号厅"), (before, ""))
    assert stations(visible(person("letters", areas=((after, ""),)), TODAY)) == {"一号厅"}


def test_a_letter_is_not_given_to_somebody_who_may_not_see_it(three: Any, person: Any) -> None:
    clerk, other = person("letters", areas=((NINE, ""),)), person("letters", name="other", areas=((SOUTH, ""),))
    mate = person("letters", name="mate", areas=((NINE, "谢家湾街道"),))
    one = three["一号厅"]
    page = client_of(clerk).post(reverse("letter", args=[one.pk]), {"act": "assign", "person": other.pk}, follow=True)
    assert "不能交给他" in page.content.decode()
    client_of(clerk).post(reverse("letter", args=[one.pk]), {"act": "assign", "person": mate.pk})
    one.refresh_from_db()
    assert one.assignee == mate
    assert stations(visible(mate, TODAY).filter(assignee=mate)) == {"一号厅"}
    page = client_of(mate).get(reverse("letters"), {"mine": "1"}).content.decode()
    assert '<span class="bayu-figure">1</span> 封信' in page


@pytest.mark.parametrize("role", ["editor", "publisher", "reception", "overseer"])
def test_who_has_another_role_opens_no_letter_even_with_an_area(three: Any, person: Any, role: str) -> None:
    user = person(role)
    areas.give(user, (("", ""),))
    client = client_of(user)
    one = three["一号厅"]
    for url in (reverse("letters"), reverse("letter", args=[one.pk]), reverse("letter_digest")):
        assert client.get(url).status_code in (302, 403), url
    for view in ("letters_table", "letters_requests"):
        assert client.get(reverse(view)).status_code in (302, 403)
    assert not visible(user, TODAY).exists()
    assert not Reading.objects.exists()


# ---- filters ----


@pytest.mark.parametrize(
    ("asked", "seen"),
    [
        ({"area": NINE}, {"一号厅"}),
        ({"area": f"{SOUTH}|南坪镇"}, {"二号厅"}),
        ({"area": f"{SOUTH}|别处"}, set()),
        ({"topic": "lift"}, {"一号厅", "二号厅", "三号厅"}),
        ({"topic": "road"}, set()),
        ({"stage": "triaged"}, {"二号厅"}),
        ({"stage": "open"}, {"一号厅", "二号厅"}),
        ({"stage": "nonsense", "due": "nonsense", "p": "x"}, {"一号厅", "二号厅", "三号厅"}),
        ({"due": "late"}, {"一号厅"}),
        ({"due": "soon"}, {"二号厅"}),
    ],
)
def test_the_inbox_is_narrowed(three: Any, person: Any, asked: dict[str, str], seen: set[str]) -> None:
    Letter.objects.filter(pk=three["一号厅"].pk).update(due=TODAY - timedelta(days=1))
    Letter.objects.filter(pk=three["二号厅"].pk).update(due=TODAY + timedelta(days=2), stage="triaged")
    Letter.objects.filter(pk=three["三号厅"].pk).update(stage="closed", due=TODAY - timedelta(days=9))
    page = client_of(person("letters")).get(reverse("letters"), asked).content.decode()
    table = page.partition("<tbody>")[2].partition("</tbody>")[0]
    assert {name for name in three if name in table} == seen


def test_what_is_owed_soonest_comes_first_and_what_is_done_last(three: Any, person: Any) -> None:
    for name, days, stage in (("一号厅", 9, "received"), ("二号厅", 2, "triaged"), ("三号厅", 1, "closed")):
        Letter.objects.filter(pk=three[name].pk).update(due=TODAY + timedelta(days=days), stage=stage)
    page = client_of(person("letters")).get(reverse("letters")).content.decode().partition("<tbody>")[2]
    assert page.index("二号厅") < page.index("一号厅") < page.index("三号厅")


# ---- the log ----


def test_each_reading_is_in_the_log_of_who_oversees_and_the_words_are_not(three: Any, person: Any) -> None:
    clerk = person("letters")
    client_of(clerk).get(reverse("letter", args=[three["一号厅"].pk]))
    page = client_of(person("overseer")).get(reverse("letter_log")).content.decode()
    assert '<td data-label="谁">letters</td>' in page
    assert str(three["一号厅"].pk)[:8] in page
    assert HERE not in page
    assert PHONE not in page
    assert client_of(clerk).get(reverse("letter_log")).status_code in (302, 403)


def test_an_overseer_looks_over_their_own_areas_only(three: Any, person: Any) -> None:
    clerk = client_of(person("letters"))
    for one in three.values():
        clerk.get(reverse("letter", args=[one.pk]))
    watcher = person("overseer", areas=((SOUTH, ""),))
    assert stations(overseen(watcher, TODAY)) == {"二号厅"}
    page = client_of(watcher).get(reverse("letter_log")).content.decode()
    assert '<span class="bayu-figure">1</span> 条' in page


def test_the_log_is_narrowed_to_a_person_an_action_and_a_time(three: Any, person: Any, clock: Clock) -> None:
    a, b = person("letters"), person("letters", name="bei")
    client_of(a).get(reverse("letter", args=[three["一号厅"].pk]))
    client_of(b).get(reverse("letters_table"))
    watcher = client_of(person("overseer"))

    def count(**asked: Any) -> str:
        page = watcher.get(reverse("letter_log"), asked).content.decode()
        return page.partition('<p><span class="bayu-figure">')[2].partition("<")[0]

    assert (count(), count(person=a.pk), count(person=b.pk)) == ("4", "1", "3")
    assert (count(action="read"), count(action="export"), count(action="x"), count(person="x'")) == ("1", "3", "4", "4")
    assert (count(to="2026-11-22"), count(**{"from": "2026-11-23"}), count(**{"from": "rubbish"})) == ("0", "4", "4")


# ---- files ----


def test_the_table_holds_the_envelope_and_nothing_of_the_letter(three: Any, person: Any) -> None:
    client = client_of(person("letters"))
    answer = client.get(reverse("letters_table"))
    assert "no-store" in answer["Cache-Control"]
    text = answer.content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert {row["展台"] for row in rows} == set(three)
    first = next(row for row in rows if row["展台"] == "一号厅")
    assert (first["区县"], first["乡镇（街道）"], first["事由"], first["办理"]) == (
        "九龙坡区", "谢家湾街道", "电梯", "已收到",
    )  # fmt: skip
    for secret in (HERE, THERE, "王示例", PHONE, "ABCDEFGH", "4711"):
        assert secret not in text
    assert Reading.objects.filter(action=Reading.Action.EXPORT).count() == 3


def test_withdrawn_letters_are_in_no_file(three: Any, person: Any) -> None:
    Letter.objects.filter(pk=three["一号厅"].pk).update(withdrawn_at=NOW, stage="withdrawn")
    client = client_of(person("letters"))
    for view in ("letters_table", "letters_requests"):
        assert str(three["一号厅"].pk) not in client.get(reverse(view)).content.decode()


def test_service_requests_have_the_fields_of_open311_and_no_description(three: Any, person: Any) -> None:
    said = json.loads(client_of(person("letters")).get(reverse("letters_requests")).content)
    one = next(row for row in said if row["service_request_id"] == str(three["一号厅"].pk))
    assert set(one) == {
        "service_request_id", "status", "status_notes", "service_name", "service_code", "description",
        "agency_responsible", "service_notice", "requested_datetime", "updated_datetime", "expected_datetime",
        "address", "address_id", "zipcode", "lat", "long", "media_url",
    }  # fmt: skip
    assert (one["status"], one["service_code"], one["address"], one["description"]) == (
        "open", "lift", "九龙坡区谢家湾街道", None,
    )  # fmt: skip
    assert one["expected_datetime"] == "2026-12-14"
    assert HERE not in json.dumps(said, ensure_ascii=False)


@pytest.mark.parametrize("name", ["=1+1", "@SUM(A1)", "+86", "-1", "\t=1", " =HYPERLINK(0)", "＝1", "\r=1", "\x00=1"])
def test_a_station_named_like_a_formula_is_text_in_a_spreadsheet(three: Any, person: Any, name: str) -> None:
    Station.objects.filter(name="一号厅").update(name=name.replace("\x00", ""))
    text = client_of(person("letters")).get(reverse("letters_table")).content.decode("utf-8-sig")
    found = [row["展台"] for row in csv.DictReader(io.StringIO(text))]
    assert not [one for one in found if one.lstrip()[:1] in "=+-@＝"]


@given(st.text(max_size=20))
def test_no_cell_begins_as_a_formula_or_holds_what_breaks_a_row(text: str) -> None:
    shown = cell(text)
    assert not shown.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))
    assert not set(shown) & set("\r\n\t\x00\u2028\u202e")


# ---- digest ----


def test_the_digest_counts_what_came_in_a_time_and_a_place(three: Any, person: Any) -> None:
    Letter.objects.filter(pk=three["二号厅"].pk).update(due=TODAY - timedelta(days=1), extended=True)
    Letter.objects.filter(pk=three["三号厅"].pk).update(withdrawn_at=NOW, stage="withdrawn")
    client = client_of(person("letters"))
    text = client.get(reverse("letter_digest"), {"as": "csv"}).content.decode("utf-8-sig")
    rows = {(row["项目"], row["名称"]): row["数量"] for row in csv.DictReader(io.StringIO(text))}
    assert [rows[name, ""] for name in ("收到", "还没答复", "过了期限", "延期", "合并", "撤回")] == [
        "3", "2", "1", "1", "0", "1",
    ]  # fmt: skip
    assert (rows["事由", "电梯"], rows["办理", "已撤回"]) == ("2", "1")
    page = client.get(reverse("letter_digest"), {"area": NINE}).content.decode()
    assert "九龙坡区，2026-10-25 至 2026-11-23 收到的信" in page
    assert "南坪" not in page.partition("<header>")[2].partition("</header>")[0]
    none = client.get(reverse("letter_digest"), {"from": "2026-01-01", "to": "2026-01-31"}).content.decode()
    assert '<dt>收到</dt><dd class="bayu-figure">0</dd>' in none


def test_the_digest_of_a_district_is_its_own(three: Any, person: Any) -> None:
    clerk = client_of(person("letters", areas=((NINE, ""),)))
    text = clerk.get(reverse("letter_digest"), {"as": "csv", "area": SOUTH}).content.decode("utf-8-sig")
    assert '"收到","","0"' in text


# ---- giving areas ----


def test_an_administrator_says_where_stations_stand_and_who_sees_what(three: Any, person: Any) -> None:
    boss, clerk = client_of(person(admin=True)), person("letters", areas=())
    url, station = reverse("letter_areas"), Station.objects.get(name="三号厅")
    assert "看不到信" in boss.get(url).content.decode()
    boss.post(url, {"station": station.pk, "district": NINE, "township": "石桥铺街道"})
    boss.post(url, {"person": clerk.pk, "district": NINE, "township": "", "act": "add"})
    assert stations(visible(clerk, TODAY)) == {"一号厅", "三号厅"}
    boss.post(url, {"person": clerk.pk, "district": SOUTH, "act": "add"})
    assert stations(visible(clerk, TODAY)) == set(three)
    boss.post(url, {"person": clerk.pk, "act": "none"})
    assert not visible(clerk, TODAY).exists()
    assert "没有这个区县" in boss.post(url, {"person": clerk.pk, "district": "x"}, follow=True).content.decode()
    assert not StaffArea.objects.filter(person=clerk).exists()


@pytest.mark.parametrize("role", ["letters", "overseer", "publisher"])
def test_nobody_else_gives_areas(three: Any, person: Any, role: str) -> None:
    user = person(role, areas=((NINE, ""),))
    answer = client_of(user).post(reverse("letter_areas"), {"person": user.pk, "district": "", "act": "add"})
    assert answer.status_code in (302, 403)
    assert not StaffArea.objects.filter(person=user, district="").exists()


def test_the_command_gives_a_district_or_refuses_in_a_sentence(
    three: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def add(**said: Any) -> str:
        monkeypatch.setattr("sys.stdin", io.StringIO("wanderlust-mountain\n"))
        commands.add_user("li", ["letters"], admin=False, password_stdin=True, **said)
        return capsys.readouterr().out

    assert add(districts=["九龙坡"], township="谢家湾街道") == "li can sign in. Letters: 九龙坡区谢家湾街道.\n"
    li = get_user_model().objects.get(username="li")
    assert stations(visible(li, TODAY)) == {"一号厅"}
    assert add() == "li can sign in. Letters: 全部区县.\n"
    for wrong in (
        {"districts": ["江北区"]},
        {"township": "南坪镇"},
        {"districts": ["九龙坡", "南岸"], "township": "x"},
    ):
        with pytest.raises(CommandRefused):
            add(**wrong)
    assert stations(visible(li, TODAY)) == set(three)
