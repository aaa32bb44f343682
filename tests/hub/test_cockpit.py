"""The cockpit: who sees which numbers, that they are right, and what small ones keep to themselves."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from content.civics import regions
from hub.cockpit import figures, plots
from hub.cockpit.scope import scope_of
from hub.cockpit.small import LEAST, shown
from hub.deputies.models import Deputy
from hub.letters import areas
from hub.letters.models import Letter
from hub.stations.models import Station
from tests.hub.conftest import NOW, Clock

TODAY = date(2026, 11, 23)
_HERE = regions.find("九龙坡区", TODAY)
_THERE = regions.find("南岸区", TODAY)
assert _HERE is not None
assert _THERE is not None
NINE, SOUTH = _HERE.id, _THERE.id
STREET = "谢家湾街道"


@pytest.fixture(autouse=True)
def _the_time(monkeypatch: pytest.MonkeyPatch, clock: Clock) -> None:
    monkeypatch.setattr("django.utils.timezone.now", clock)


def station(name: str, area: areas.Area = areas.EVERYWHERE, **fields: Any) -> Station:
    known = {"last_seen": NOW, "app_version": "1.0", "public_key": name.encode()} | fields
    made = Station.objects.create(id=name, name=name, enrolled_at=NOW, **known)
    areas.place(made, area)
    return made


def letters(at: Station, count: int, **fields: Any) -> None:
    known = {"created": NOW, "received": NOW, "key_id": "k", "sealed": b"", "topic": "lift", "mark": "m"} | fields
    Letter.objects.bulk_create(Letter(id=uuid4(), station=at, **known) for _ in range(count))


def numbers(client: Client, area: str = "") -> dict[tuple[str, str], str]:
    """What the table says: (title, name) -> number."""
    body = client.get(reverse("cockpit"), {"as": "csv", "area": area}).content.decode("utf-8-sig")
    return {(title, name): n for _, title, name, n in list(csv.reader(io.StringIO(body)))[1:]}


def client_of(user: Any) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def city(db: None, filled: Any) -> None:
    """Three stations: one late and one fresh pile, one silent."""
    one = station("一号厅", (NINE, STREET))
    two = station("二号厅", (SOUTH, ""))
    station("三号厅", (NINE, ""), last_seen=NOW - timedelta(days=2), app_version="0.9")
    letters(one, 7, due=TODAY - timedelta(days=1), received=NOW - timedelta(days=40))
    letters(one, 2, topic="", stage="closed")
    letters(two, 11, due=TODAY)
    letters(two, 3, withdrawn_at=NOW, stage="withdrawn")


@pytest.mark.usefixtures("city")
def test_the_numbers_are_those_of_what_happened(person: Any) -> None:
    told = numbers(client_of(person("letters")))
    assert told["", "过了答复期限的信"] == "7", "what is due today is not late"
    assert told["", "还没答复的信"] == "18"
    assert told["", "十二个月收到的信"] == "20", "what was withdrawn is none"
    assert told["等了多久（还没答复的）", "5 天以内"] == "11"
    assert told["等了多久（还没答复的）", "31–90 天"] == "7"
    assert (told["每月收到", "2026-11"], told["每月收到", "2026-10"]) == ("13", "7")
    assert (told["联系情况", "在线"], told["联系情况", "没有联系"]) == ("2", "1")
    assert (told["程序版本", "1.0"], told["程序版本", "0.9"]) == ("2", "1")
    assert told["", "在任代表"] == "40"


@pytest.mark.usefixtures("city")
def test_whose_term_is_over_is_counted_and_who_left_is_not(person: Any) -> None:
    one, other = Deputy.objects.all()[:2]
    one.record["term_to"] = "2026-11-22"
    one.save()
    other.record["term_to"] = "2026-11-22"
    other.retired_on = TODAY
    other.save()
    told = numbers(client_of(person("letters")))
    assert (told["", "任期已过的代表"], told["", "在任代表"]) == ("1", "39")
    counted = [int(n) for (title, _), n in told.items() if title == "所在地方"]
    assert sum(counted) == 39


@pytest.mark.usefixtures("city")
def test_a_district_counts_its_own_and_cannot_ask_for_another(person: Any) -> None:
    mine = client_of(person("letters", areas=((SOUTH, ""),)))
    here = numbers(mine)
    assert (here["", "还没答复的信"], here["", "在用的展台"]) == ("11", "1")
    assert numbers(mine, NINE) == here
    assert "一号厅" not in mine.get(reverse("cockpit"), {"area": NINE}).content.decode()
    served = Deputy.objects.filter(retired_on=None, region=SOUTH).count()
    assert here["", "在任代表"] == str(served)


@pytest.mark.usefixtures("city")
def test_who_has_no_area_counts_nothing_and_who_has_no_role_is_refused(person: Any) -> None:
    nowhere = numbers(client_of(person("letters", areas=())))
    assert {n for (title, _), n in nowhere.items() if not title} == {"0"}
    refused = client_of(person("editor")).get(reverse("cockpit"))
    assert (refused.status_code, refused.headers["Location"]) == (302, reverse("wagtailadmin_home"))
    assert "login" in Client().get(reverse("cockpit")).headers["Location"]
    assert reverse("cockpit") not in client_of(person("publisher")).get(reverse("wagtailadmin_home")).content.decode()


@pytest.mark.usefixtures("city")
def test_who_oversees_sees_numbers_and_no_door_to_a_letter(person: Any) -> None:
    page = client_of(person("overseer")).get(reverse("cockpit")).content.decode()
    assert "先看过了期限的" not in page
    assert not any(str(one) in page for one in Letter.objects.values_list("pk", flat=True))
    reader = client_of(person("letters")).get(reverse("cockpit")).content.decode()
    assert "先看过了期限的" in reader
    assert "过期 1 个工作日" in reader


@pytest.mark.usefixtures("city")
def test_below_a_district_small_numbers_are_not_said(person: Any) -> None:
    told = numbers(client_of(person("letters")), f"{NINE}|{STREET}")
    assert told["", "还没答复的信"] == "7"
    assert told["事由", "没有归类"] == "不列", "two letters"
    lift = next(n for (title, name), n in told.items() if title == "事由" and name != "没有归类")
    assert lift == "不列", "the only other one would give it away"
    assert numbers(client_of(person("overseer")))["事由", "没有归类"] == "2", "of the whole city it is said"


ROWS = st.lists(st.integers(0, 30), max_size=8).map(lambda all: [(f"第{at}", n) for at, n in enumerate(all)])


@given(ROWS)
def test_nothing_small_is_said_nor_left_over_from_the_sum(rows: Sequence[tuple[str, int]]) -> None:
    said = shown(rows, narrow=True)
    assert [name for name, _ in said] == [name for name, _ in rows], "no row shows its place by its number"
    assert all(n is None or n == 0 or n >= LEAST for _, n in said)
    hidden = [n for (_, n), (_, told) in zip(rows, said, strict=True) if told is None]
    assert len(hidden) != 1 or not any(n >= LEAST for _, n in rows)
    assert shown(rows, narrow=False) == tuple(rows)


@pytest.mark.usefixtures("city")
def test_nobody_is_asked_to_fill_anything_in(person: Any) -> None:
    client = client_of(person("letters"))
    page = client.get(reverse("cockpit")).content.decode()
    body = page[page.index("bayu-digest") :]
    forms = re.findall(r"<form[^>]*>", body)
    assert [one for one in forms if 'method="get"' not in one] == []
    assert re.findall(r"<(?:input|textarea|select)[^>]*name=\"([^\"]*)", body) == ["area"]
    assert client.post(reverse("cockpit")).status_code == 405


@pytest.mark.usefixtures("city")
def test_each_plot_has_its_numbers_in_a_table_and_no_colour_of_its_own(person: Any) -> None:
    page = client_of(person("letters")).get(reverse("cockpit")).content.decode()
    body = page[page.index("bayu-digest") :]
    drawn = re.findall(r"<svg class=\"bayu-plot\".*?</svg>\s*<details class=\"bayu-plot__table\">", body, re.DOTALL)
    assert len(drawn) == body.count('bayu-plot"') > 5
    assert all('aria-hidden="true"' in one for one in drawn)
    assert not re.search(r"<svg class=\"bayu-plot\"[^§]*?(fill=|style=|<script)[^§]*?</svg>", "".join(drawn))


def test_a_plot_writes_each_number_and_escapes_names() -> None:
    drawn = plots.bars((("<b>", 4), ("没有", 0), ("小", None)))
    assert "&lt;b&gt;" in drawn
    assert "<b>" not in drawn
    assert drawn.count("<rect") == 1, "nothing has no bar"
    assert "不列" in drawn


@pytest.mark.django_db
def test_a_hundred_times_the_letters_and_stations_take_no_more_queries(person: Any, filled: Any) -> None:
    user = person("letters")

    def asked() -> int:
        with CaptureQueriesContext(connection) as seen:
            figures.everything(scope_of(user, "", TODAY), NOW, by_township=False)
        return len(seen)

    at = station("零", (NINE, STREET))
    letters(at, 3, due=TODAY - timedelta(days=1))
    station("静", (NINE, STREET), last_seen=NOW - timedelta(days=1))
    asked()  # a person's permissions are looked up once
    before = asked()
    for number in range(60):
        other = station(f"站{number}", (NINE, f"镇{number}"), last_seen=NOW - timedelta(hours=number))
        letters(other, 5, due=TODAY - timedelta(days=3))
    assert asked() == before < 40


@pytest.mark.parametrize(("day", "back", "first"), [
    (date(2026, 1, 31), 0, date(2026, 1, 1)), (date(2026, 1, 31), 1, date(2025, 12, 1)),
    (date(2026, 11, 23), 11, date(2025, 12, 1)), (date(2024, 2, 29), 12, date(2023, 2, 1)),
])  # fmt: skip
def test_months_are_counted_over_the_end_of_a_year(day: date, back: int, first: date) -> None:
    assert figures._month_before(day, back) == first


@pytest.mark.django_db
@pytest.mark.parametrize(("days", "age"), [
    (0, "5 天以内"), (5, "5 天以内"), (6, "6–15 天"), (15, "6–15 天"), (16, "16–30 天"), (30, "16–30 天"),
    (31, "31–90 天"), (90, "31–90 天"), (91, "90 天以上"),
])  # fmt: skip
@pytest.mark.parametrize("hour", [0, 23], ids=["at midnight in China", "late in the evening"])
def test_a_letters_age_goes_by_the_days_of_china(days: int, age: str, hour: int) -> None:
    at = datetime(2026, 11, 23, hour, 0, tzinfo=UTC) - timedelta(days=days, hours=8)
    letters(station("一"), 1, received=at)
    found = dict(figures.letters(Letter.objects.all(), TODAY).ages)
    assert [name for name, n in found.items() if n] == [age]
