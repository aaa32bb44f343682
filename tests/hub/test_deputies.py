"""Importing deputies: the tables people really have, and a sentence with its row for everything wrong."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from content import schema
from content.samples.table import COLUMNS, to_row
from hub.deputies import importing
from hub.deputies.directory import NoDirectory, read_directory, store_directory
from hub.deputies.importing import Wish, bring_in
from hub.deputies.models import Deputy
from tests.hub.conftest import NOW

ON = date(2026, 1, 1)


@pytest.fixture
def rows(directory: schema.Directory) -> list[dict[str, str]]:
    """Three deputies as rows of a table."""
    return [to_row(one.model_dump(by_alias=True)) for one in directory.deputies[:3]]


def text_of(rows: list[dict[str, str]], columns: tuple[str, ...] = COLUMNS) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def written(folder: Path, rows: list[dict[str, str]], encoding: str = "utf-8") -> Path:
    path = folder / "deputies.csv"
    path.write_bytes(text_of(rows).encode(encoding))
    return path


def sentences(path: Path) -> tuple[str, ...]:
    found = importing.read(path.read_bytes(), path.name, Wish(ON))
    assert not found.entries or found.report.problems
    return tuple(map(str, found.report.problems))


def read(path: Path) -> tuple[schema.Deputy, ...]:
    found = importing.read(path.read_bytes(), path.name, Wish(ON))
    assert found.report.problems == ()
    return tuple(one.with_id(one.id) for one in found.entries)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_table_is_read_in_the_encodings_offices_use(
    tmp_path: Path, rows: Any, directory: schema.Directory, encoding: str
) -> None:
    assert read(written(tmp_path, rows, encoding)) == directory.deputies[:3]


def test_columns_may_come_in_any_order_with_others_between(
    tmp_path: Path, rows: Any, directory: schema.Directory
) -> None:
    path = tmp_path / "deputies.csv"
    path.write_text(text_of([one | {"备注": "x"} for one in rows], ("备注", *reversed(COLUMNS))), encoding="utf-8")
    assert read(path) == directory.deputies[:3]


def test_a_spreadsheet_with_real_dates_is_read(tmp_path: Path, rows: Any, directory: schema.Directory) -> None:
    book = Workbook()
    sheet = book.active
    sheet.append(list(COLUMNS))
    for one in rows:
        days = {key: date.fromisoformat(one[key]) for key in ("任期开始", "任期结束")}
        sheet.append([(one | days)[column] for column in COLUMNS])
    sheet.append([None] * len(COLUMNS))
    book.save(tmp_path / "deputies.xlsx")
    assert read(tmp_path / "deputies.xlsx") == directory.deputies[:3]


def test_popolo_is_read(tmp_path: Path, rows: Any) -> None:
    first = rows[0]
    document = {
        "persons": [
            {
                "id": first["编号"],
                "name": "江澄",
                "contact_details": [{"type": "reception", "value": "每月第一个周三 9:00–11:30"}],
                "is_sample": True,
            }
        ],
        "organizations": [{"id": "council", "classification": "county"}],
        "areas": [{"id": "area", "name": first["区县"]}],
        "memberships": [
            {
                "person_id": first["编号"],
                "organization_id": "council",
                "area_id": "area",
                "label": "第 12 选区",
                "start_date": "2026-01-01",
                "end_date": "2030-12-31",
            }
        ],
    }
    path = tmp_path / "popolo.json"
    path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    (deputy,) = read(path)
    assert (deputy.name, deputy.name_pinyin, deputy.levels) == ("江澄", "jiang cheng", ("county",))
    assert (deputy.unit.zh_hans, deputy.term_to, deputy.is_sample) == ("第 12 选区", date(2030, 12, 31), True)


def test_every_wrong_row_is_named_and_nothing_is_kept(tmp_path: Path, rows: Any) -> None:
    rows[0]["区县"] = "没有区"
    rows[1]["任期开始"] = "去年"
    rows[2]["编号"] = "123"
    found = sentences(written(tmp_path, rows))
    assert [one.partition("：")[0] for one in found] == ["第 2 行“区县”", "第 3 行“任期开始”", "第 4 行“编号”"]
    assert all(one.count("。") >= 2 for one in found), "what is wrong, and the cure"


@pytest.mark.django_db
def test_a_code_used_twice_is_refused(rows: Any) -> None:
    rows[2]["编号"] = rows[0]["编号"]
    data = text_of(rows).encode()
    report = bring_in(data, "deputies.csv", Wish(ON), NOW)
    assert [one.row for one in report.problems] == [4]
    assert "已经用过，在第 2 行" in report.text()
    assert not Deputy.objects.exists()


def test_missing_columns_are_named_together(tmp_path: Path, rows: Any) -> None:
    path = tmp_path / "deputies.csv"
    path.write_text(text_of(rows, tuple(one for one in COLUMNS if one not in ("姓名", "区县"))), encoding="utf-8")
    (found,) = sentences(path)
    assert found.startswith("第 1 行：缺少列“姓名”、“区县”。")


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.pdf", b"%PDF", "PDF"),
        ("a.xls", b"\xd0\xcf\x11\xe0", "xls"),
        ("a.xlsx", b"PK not a zip", "XLSX"),
        ("a.xlsx", b"not a zip", "表头"),
        ("a.json", b"[]", "Popolo"),
        ("a.json", b"{", "JSON"),
        ("a.csv", b"\x81\x00\xff", "编码"),
        ("a.csv", b"", "表头"),
        ("a.xls", b"<html><table><tr><td>", "网页"),
        ("a.csv", b'\xe5\xa7\x93,"', "引号"),
        ("a.csv", b"\xef\xbb\xbf\xff", "UTF-8"),
        ("a.csv", b"a,b\n\x00\x00\x00,", "编码"),
        ("a.json", b"[" * 100_000, "JSON"),
        ("a.json", b'{"persons": 3}', "Popolo"),
        ("a.json", b'{"persons": []}', "没有代表"),
    ],
)
def test_what_is_no_table_is_refused_in_one_sentence(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(data)
    found = sentences(tmp_path / name)
    assert len(found) == 1
    assert said in found[0]


def test_an_empty_table_does_not_empty_the_directory(tmp_path: Path) -> None:
    assert sentences(written(tmp_path, [])) == ("文件里没有代表。表头下面请一行写一位代表。",)


@pytest.mark.django_db
def test_a_directory_comes_back_from_the_database_as_it_went_in(directory: schema.Directory) -> None:
    store_directory(directory, NOW)
    assert read_directory() == directory
    store_directory(directory.model_copy(update={"deputies": directory.deputies[:1]}), NOW)
    assert len(read_directory().deputies) == 1


@pytest.mark.django_db
def test_without_an_import_there_is_no_directory() -> None:
    with pytest.raises(NoDirectory, match="hub import deputies"):
        read_directory()
