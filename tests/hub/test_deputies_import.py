"""Importing into the directory: all or nothing, the same again is nothing, codes stay, leavers are known."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from django.core.management import call_command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hub.deputies.directory import NoDirectory, read_directory
from hub.deputies.importing import Wish, read
from hub.deputies.models import Deputy, DirectoryState
from hub.deputies.report import MOST_SHOWN
from tests.hub.tables import HEAD, JIANG, ON, OUYANG, PEOPLE, SHAN, book_of, csv_of, look, take

pytestmark = pytest.mark.django_db


def ids() -> dict[str, str]:
    return {one.name: one.id for one in read_directory().deputies}


def row(person: tuple[str, ...], **cells: str) -> tuple[str, ...]:
    changed = dict(zip(HEAD, person, strict=True)) | cells
    return tuple(changed[one] for one in HEAD)


def kinds(report: Any) -> dict[str, str]:
    assert report.problems == (), report.text()
    return {one.name: one.kind for one in report.changes}


def everything() -> list[Any]:
    return [*Deputy.objects.order_by("id").values(), *DirectoryState.objects.values()]


def test_people_without_codes_get_some_that_can_be_printed_and_keep_them() -> None:
    first = take(csv_of(PEOPLE))
    assert kinds(first) == dict.fromkeys(("江澄", "单禾", "欧阳若澜"), "new")
    before = ids()
    second = take(csv_of(list(reversed(PEOPLE))))
    assert (kinds(second), second.same) == ({}, 3)
    assert "什么也没有改" in second.text()
    assert ids() == before


def test_a_second_import_leaves_every_byte_as_it_was() -> None:
    take(csv_of(PEOPLE))
    before = everything()
    take(book_of([HEAD, *PEOPLE]))
    assert everything() == before, "even from another kind of file"


def test_a_trial_changes_nothing_and_says_the_same() -> None:
    trial = take(csv_of(PEOPLE), dry_run=True)
    with pytest.raises(NoDirectory):
        read_directory()
    assert not trial.applied
    assert trial.sentence.startswith("试导入")
    assert kinds(trial) == kinds(take(csv_of(PEOPLE)))


def test_one_wrong_row_keeps_all_others_out() -> None:
    take(csv_of([JIANG]))
    before = everything()
    report = take(csv_of([JIANG, SHAN, row(OUYANG, 层级="省")]))
    assert report.refused
    assert everything() == before


def test_who_moves_or_is_renamed_keeps_the_code() -> None:
    take(csv_of(PEOPLE))
    before = ids()
    report = take(csv_of([row(JIANG, 区县="渝中区", 选区="第 1 选区"), SHAN, OUYANG]))
    assert kinds(report) == {"江澄": "moved"}
    assert "区县 九龙坡区 → 渝中区" in report.text()
    head = ("编号", *HEAD)
    report = take(csv_of([(before["单禾"], "单荷", *SHAN[1:])] + [("", *one) for one in (JIANG, OUYANG)], head))
    assert kinds(report)["单荷"] == "renamed"
    assert ids() == {"江澄": before["江澄"], "单荷": before["单禾"], "欧阳若澜": before["欧阳若澜"]}


def test_who_leaves_is_retired_and_the_code_still_answers() -> None:
    take(csv_of(PEOPLE))
    gone = ids()["单禾"]
    report = take(csv_of([JIANG, OUYANG]), on=date(2026, 6, 1))
    assert kinds(report) == {"单禾": "left"}
    directory = read_directory()
    assert [(one.id, one.why, one.since) for one in directory.retired] == [(gone, "left", date(2026, 6, 1))]
    assert "单禾" not in directory.model_dump_json(), "stations learn the id and nothing else"
    assert kinds(take(csv_of(PEOPLE), on=date(2026, 6, 2))) == {"单禾": "returned"}
    assert ids()["单禾"] == gone
    assert read_directory().retired == ()


def test_a_file_that_would_empty_the_directory_is_asked_about() -> None:
    many = [row(JIANG, 姓名=f"江{one}") for one in "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉"]
    take(csv_of(many))
    report = take(csv_of([JIANG]))
    assert "--many-leave" in report.text()
    assert len(ids()) == 20
    assert take(csv_of([JIANG]), many_may_go=True).counts()["left"] == 20


def test_one_district_may_be_brought_up_to_date_alone() -> None:
    take(csv_of(PEOPLE))
    before = ids()
    report = take(csv_of([row(JIANG, 姓名="蒋禾")]), only="九龙坡")
    assert kinds(report) == {"蒋禾": "new", "江澄": "left"}
    assert ids()["单禾"] == before["单禾"]
    assert "只能有九龙坡区" in take(csv_of([SHAN]), only="九龙坡区").text()
    assert "不是区县" in take(csv_of([SHAN]), only="火星区").text()


def test_a_namesake_in_another_district_is_not_taken_along() -> None:
    take(csv_of(PEOPLE))
    before = ids()
    report = take(csv_of([row(JIANG, 区县="渝中区")]), only="渝中区")
    assert kinds(report) == {"江澄": "new", "欧阳若澜": "left"}
    assert before["江澄"] in {one.id for one in read_directory().deputies}


def test_two_of_a_name_are_told_apart_by_their_own_ids_only() -> None:
    twins = [JIANG, JIANG]
    assert "同名同单位" in take(csv_of(twins)).text()
    head = (*HEAD, "证号")
    assert kinds(take(csv_of([(*JIANG, "17"), (*JIANG, "18")], head))) == {"江澄": "new"}
    assert len(read_directory().deputies) == 2
    report = take(csv_of([(*row(JIANG, 姓名="江晚"), "17"), (*JIANG, "18")], head))
    assert kinds(report) == {"江晚": "renamed"}


def test_unchecked_entries_stay_off_the_glass_until_they_are_checked() -> None:
    head = (*HEAD, "核实", "核实有效至")
    take(csv_of([(*JIANG, "待核实", ""), (*SHAN, "已核实", "2026.06")], head))
    directory = read_directory()
    assert [one.name for one in directory.deputies] == ["单禾"]
    assert directory.deputies[0].verified_until == date(2026, 6, 30)
    assert [one.why for one in directory.retired] == ["unchecked"]
    assert kinds(take(csv_of([(*JIANG, "已核实", ""), (*SHAN, "已核实", "2026.06")], head))) == {"江澄": "changed"}


def test_the_report_is_text_for_people_and_json_for_programs() -> None:
    rows = [row(JIANG, 层级="省", 姓名=f"江{i}") for i in range(MOST_SHOWN + 5)]
    report = take(csv_of(rows))
    assert "另有 5 处" in report.text()
    said = json.loads(report.as_json())
    assert (said["format"], said["refused"], said["problem_count"]) == ("bayu-import-report-1", True, MOST_SHOWN + 5)
    assert said["problems"][0] | {"row": 2, "column": "层级"} == said["problems"][0]


def test_the_migrations_hold_all_of_the_models() -> None:
    call_command("makemigrations", "deputies", "--check", "--dry-run", verbosity=0)


# ---- whatever the file: a report, never a traceback, never a half

_CELLS = st.one_of(
    st.sampled_from([*JIANG, *SHAN, *OUYANG, "", "=1+1", "'=1", "第", "2026", "45658", "街道", "-", "是"]),
    st.text(max_size=12),
)
_HEADS = st.lists(st.sampled_from([*HEAD, "编号", "拼音", "任期", "x", "", "核实", "关注"]), min_size=1, max_size=9)
_ANYTHING = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def whole(data: bytes) -> None:
    """The file is taken entire, or nothing of it is."""
    before = everything()
    report = take(data, many_may_go=True)
    assert report.text()
    json.loads(report.as_json())
    assert report.refused == bool(report.problems)
    if report.refused:
        assert everything() == before
        assert all(one.what and one.cure for one in report.problems)
    else:
        assert len(read_directory().deputies) == report.people - Deputy.objects.filter(unchecked=True).count()
        assert take(data, many_may_go=True).changes == (), "the same again changes nothing"


@_ANYTHING
@given(st.binary(max_size=600))
def test_random_bytes_give_a_report(data: bytes) -> None:
    whole(data)


@_ANYTHING
@given(st.sampled_from([b"PK\x03\x04", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"{", b"[", b"\x84\x31\x95\x33"]),
       st.binary(max_size=300))  # fmt: skip
def test_random_bytes_behind_a_true_beginning_give_a_report(head: bytes, data: bytes) -> None:
    whole(head + data)


@_ANYTHING
@given(_HEADS, st.lists(st.lists(_CELLS, max_size=9), max_size=6), st.sampled_from(["utf-8", "gb18030", "utf-16"]))
def test_random_tables_give_a_report(head: list[str], rows: list[list[str]], encoding: str) -> None:
    text = "\n".join(",".join(one) for one in (head, *rows))
    whole(text.encode(encoding, "ignore"))


@_ANYTHING
@given(st.lists(st.tuples(*(st.one_of(st.just(cell), _CELLS) for cell in JIANG)), min_size=1, max_size=5))
def test_nearly_right_tables_give_a_report(rows: list[tuple[str, ...]]) -> None:
    whole(csv_of([[cell.replace(",", "").replace("\n", "").replace('"', "") for cell in one] for one in rows]))


@_ANYTHING
@given(st.lists(st.integers(0, 2000), min_size=1, max_size=6), st.integers(0, 255))
def test_a_damaged_workbook_gives_a_report(places: list[int], byte: int) -> None:
    data = bytearray(_BOOK)
    for one in places:
        data[one % len(data)] = byte
    whole(bytes(data))


_JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(
            st.sampled_from(["id", "name", "persons", "memberships", "organization", "area_id", "start_date"]), inner
        ),
    ),
    max_leaves=20,
)


@_ANYTHING
@given(_JSON, _JSON, _JSON)
def test_random_popolo_gives_a_report(persons: Any, memberships: Any, other: Any) -> None:
    whole(json.dumps({"persons": persons, "memberships": memberships, "organizations": other, "areas": other}).encode())


def _workbook() -> bytes:
    return book_of([HEAD, *PEOPLE])


_BOOK = _workbook()


def test_reading_alone_needs_no_database() -> None:
    assert read(csv_of([JIANG]), "x", Wish(ON)).report.people == 1
    assert look(csv_of([JIANG])).entries[0].deputy.name == "江澄"
