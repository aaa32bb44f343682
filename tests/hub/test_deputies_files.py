"""Files as people make them: encodings, marks, titles above the heading, merged and hidden parts, days, bombs."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date, datetime
from typing import Any

import pytest

from hub.deputies import values
from hub.deputies.files import MAX_BYTES, Unreadable, joined, opened, sheets
from hub.deputies.importing import Read
from tests.hub.tables import HEAD, JIANG, PEOPLE, SHAN, book_of, csv_of, look


def names(found: Read) -> list[str]:
    assert found.report.problems == (), found.report.text()
    return [one.deputy.name for one in found.entries]


@pytest.mark.parametrize("mark", [",", "\t", ";", "，", "|"])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gb18030", "gb18030-bom", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_text_tables_are_read_in_every_encoding_and_with_every_mark(encoding: str, mark: str) -> None:
    text = csv_of(PEOPLE, mark=mark).decode()
    data = ("\ufeff" + text).encode("gb18030") if encoding == "gb18030-bom" else text.encode(encoding)
    assert names(look(data)) == ["江澄", "单禾", "欧阳若澜"]


@pytest.mark.parametrize(
    "written",
    [
        "2024-01-05", "2024/1/5", "2024.1.5", "2024年1月5日", "2024 年 1 月 5 日", "20240105", "45296", "45296.0",
        "2024-01-05 00:00:00", "2024-01-05T08:30:00", "２０２４－０１－０５",
    ],
)  # fmt: skip
def test_a_day_is_understood_in_every_style(written: str) -> None:
    assert values.day(written, last=False) == date(2024, 1, 5)


@pytest.mark.parametrize("written", ["2024.01", "2024-1", "2024年1月", "2024/01"])
def test_a_month_begins_or_ends_a_term(written: str) -> None:
    assert values.day(written, last=False) == date(2024, 1, 1)
    assert values.day(written, last=True) == date(2024, 1, 31)


@pytest.mark.parametrize(
    "written", ["1/5/2024", "5.1.24", "2024-02-30", "2024", "至今", "12345", "99999", "2024-13-01"]
)
def test_a_day_that_could_be_another_is_asked_for_again(written: str) -> None:
    with pytest.raises(values.Wrong) as raised:
        values.day(written, last=False)
    assert "2026-01-31" in raised.value.cure


def test_one_column_may_hold_a_whole_term() -> None:
    head = (*HEAD[:5], "任期")
    found = look(csv_of([(*JIANG[:5], "2022年1月至2026年12月")], head))
    assert names(found) == ["江澄"]
    assert (found.entries[0].deputy.term_from, found.entries[0].deputy.term_to) == (
        date(2022, 1, 1),
        date(2026, 12, 31),
    )


def test_a_sheet_with_titles_and_a_heading_over_two_lines_is_read() -> None:
    rows: list[list[Any]] = [
        ["九龙坡区代表名册", None, None, None, None, None, None],
        ["填表日期：2026年1月", None, None, None, None, None, None],
        [],
        ["姓  名", "层级*", "区县（自治县）", "乡镇（街道）", "选区", "任期", None],
        [None, None, None, None, None, "开始", "结束"],
        [*JIANG[:5], datetime(2026, 1, 1), 47848],
        [],
        [*SHAN[:5], "2026.01", "2030年12月31日"],
    ]

    def merged(sheet: Any, _: Any) -> None:
        sheet.merge_cells("A1:G1")
        sheet.merge_cells("F4:G4")
        for column in "ABCDE":
            sheet.merge_cells(f"{column}4:{column}5")

    found = look(book_of(rows, merged))
    assert names(found) == ["江澄", "单禾"]
    assert [one.row for one in found.entries] == [6, 8]
    assert {one.deputy.term_to for one in found.entries} == {date(2030, 12, 31)}
    assert found.report.heading_row == 5


def test_a_district_merged_over_its_deputies_counts_for_each() -> None:
    other = ("蒋禾", "区县", None, "杨家坪街道", "第 13 选区", "2026-01-01", "2030-12-31")
    found = look(book_of([HEAD, JIANG, other], lambda sheet, _: sheet.merge_cells("C2:C3")))
    assert names(found) == ["江澄", "蒋禾"]
    assert len({one.deputy.region for one in found.entries}) == 1


def test_hidden_rows_are_read_and_told() -> None:
    def hide(sheet: Any, book: Any) -> None:
        sheet.row_dimensions[3].hidden = True
        book.create_sheet("备忘").append(["无关"])
        book.create_sheet("旧").sheet_state = "hidden"

    found = look(book_of([HEAD, *PEOPLE], hide))
    assert names(found) == ["江澄", "单禾", "欧阳若澜"]
    notes = " ".join(found.report.notes)
    assert "第 3 行" in notes
    assert "备忘" in notes
    assert "旧" in notes


def test_a_sheet_of_explanations_before_the_table_is_passed_over() -> None:
    def before(_: Any, book: Any) -> None:
        sheet = book.create_sheet("名册")
        sheet.append(list(HEAD))
        sheet.append(list(JIANG))

    for rows in ([], [["填表说明"], ["请如实填写"]]):
        found = look(book_of(rows, before))
        assert names(found) == ["江澄"]
        assert "名册" in found.report.kind


def test_formulas_are_never_computed() -> None:
    row = ["=A1", *JIANG[1:]]
    found = look(book_of([HEAD, row]))
    assert [(one.row, one.column) for one in found.report.problems] == [(2, "姓名")]
    assert "公式" in found.report.problems[0].what
    text = look(csv_of([('=HYPERLINK("x")'.replace('"', "'"), *JIANG[1:])]))
    assert "公式" in text.report.problems[0].what


def test_a_zip_bomb_is_refused_by_what_it_says_it_unpacks_to() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for i in range(9):
            package.writestr(f"xl/{i}.xml", b"\0" * (50 << 20))
    assert len(out.getvalue()) < 1 << 20
    with pytest.raises(Unreadable, match="太大"):
        opened(out.getvalue())


def test_a_part_that_declares_entities_is_refused() -> None:
    data = book_of([HEAD, JIANG])
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as package:
        for name in source.namelist():
            part = source.read(name)
            if name == "xl/workbook.xml":
                part = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "ha">]>' + part.partition(b"?>")[2]
            package.writestr(name, part)
    with pytest.raises(Unreadable, match="XLSX"):
        opened(out.getvalue())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'<c r="A1"', b'<c r="ZZZZ9"'),
        (b'<c r="A1"', b'<c r="XFD1"'),
        (b'<row r="2"', b'<row r="99999999"'),
        (b"</sheetData>", b'</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
        (b"</sheetData>", b'</sheetData><mergeCells><mergeCell ref="oops"/></mergeCells>'),
        (b"<v>0</v>", b"<v>999999999999999999999</v>"),
        (b"</worksheet>", b""),
    ],
)
def test_a_sheet_made_to_do_harm_is_a_sentence_or_a_table(old: bytes, new: bytes) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book_of([HEAD, JIANG]))) as source, zipfile.ZipFile(out, "w") as package:
        for name in source.namelist():
            package.writestr(name, source.read(name).replace(old, new) if "sheet1" in name else source.read(name))
    found = look(out.getvalue())
    assert found.report.problems or names(found) == ["江澄"]


def test_a_file_of_two_gigabytes_is_given_up_after_its_limit() -> None:
    read = 0

    def endless() -> Any:
        nonlocal read
        while True:
            read += 1 << 20
            yield b"x" * (1 << 20)

    with pytest.raises(Unreadable, match="大于"):
        joined(endless())
    assert read <= MAX_BYTES + (2 << 20)


def test_a_password_is_named() -> None:
    data = bytearray(book_of([HEAD, JIANG]))
    start = data.find(b"PK\x01\x02")
    data[start + 8] |= 1
    with pytest.raises(Unreadable, match="密码"):
        sheets.read(bytes(data))


# ---- columns


def test_the_mapping_of_columns_is_told() -> None:
    head = ("名字", "Level", "所在区县", "镇街", "Constituency", "start_date", "end_date", "备注", "联系电话")
    found = look(csv_of([(*JIANG, "x", "138")], head))
    assert names(found) == ["江澄"]
    assert ("名字", "姓名") in found.report.mapping
    assert found.report.ignored == ("备注", "联系电话")
    assert "“名字”作“姓名”" in found.report.text()


def test_a_column_that_is_there_twice_is_refused() -> None:
    found = look(csv_of([(*JIANG, "张")], (*HEAD, "名字")))
    assert "都是“姓名”" in found.report.problems[0].what


def test_what_is_the_same_for_all_may_be_filled_in() -> None:
    rows = [(one[0], *one[3:]) for one in (JIANG,)]
    found = look(csv_of(rows, (HEAD[0], *HEAD[3:])), fills={"level": "区县", "区县": "九龙坡"})
    assert names(found) == ["江澄"]
    assert "填了“九龙坡”" in " ".join(found.report.notes)
    assert look(csv_of(rows, (HEAD[0], *HEAD[3:])), fills={"身高": "1"}).report.refused


# ---- rows


@pytest.mark.parametrize(
    ("column", "cell", "cure"),
    [
        ("姓名", "", "补上"),
        ("层级", "街道", "区县"),
        ("层级", "省", "全国"),
        ("区县", "江北区", "两江新区"),
        ("区县", "海淀区", "全名"),
        ("选区", "", "选区"),
        ("任期开始", "昨天", "2026-01-31"),
        ("任期结束", "2019-01-01", "核对"),
        ("任期结束", "2206-01-01", "核对|2026"),
        ("姓名", "江\x07澄", "重新输入"),
        ("姓名", "江" * 41, "缩短"),
        ("姓名", "江\u202e澄", "重新输入"),
    ],
)
def test_every_wrong_cell_is_named_with_its_cure(column: str, cell: str, cure: str) -> None:
    row = list(JIANG)
    row[HEAD.index(column)] = cell
    (found,) = look(csv_of([SHAN, row])).report.problems
    assert found.row == 3
    assert any(one in found.cure for one in cure.split("|")), found
    assert str(found).startswith("第 3 行“")


def test_all_problems_of_a_row_are_told_at_once() -> None:
    found = look(csv_of([("", "省", "海淀", "", "", "x", "y")]))
    assert {one.column for one in found.report.problems} == {"姓名", "层级", "区县", "任期开始", "任期结束"}


def test_a_street_has_no_deputies_of_its_own() -> None:
    row = ("江澄", "乡镇", "九龙坡区", "谢家湾街道", "第 1 选区", "2026-01-01", "2030-12-31")
    assert "街道没有人民代表大会" in look(csv_of([row])).report.problems[0].what


@pytest.mark.parametrize(
    ("name", "given", "read"),
    [
        ("单禾", "", "shan he"), ("仇舟", "", "qiu zhou"), ("解溪", "", "xie xi"), ("曾帆", "", "zeng fan"),
        ("查岚", "", "zha lan"), ("盖桐", "", "ge tong"), ("朴枫", "", "piao feng"), ("区杉", "", "ou shan"),
        ("任竹", "", "ren zhu"), ("尉迟荷", "", "yu chi he"), ("万俟菊", "", "mo qi ju"),
        ("江澄", "JIANG Chéng", "jiang cheng"),
        ("江澄", "jiangcheng", "jiang cheng"), ("曾乐", "ZengLe", "zeng le"), ("张 三", "", "zhang san"),
        ("艾力・热合曼", "", "ai li re he man"), ("吕舟", "Lǚ Zhōu", "lv zhou"),
    ],
)  # fmt: skip
def test_names_are_read_as_people_are_called(name: str, given: str, read: str) -> None:
    found = look(csv_of([(name, *JIANG[1:], given)], (*HEAD, "拼音")))
    assert found.report.problems == ()
    assert found.entries[0].deputy.name_pinyin == read


def test_pinyin_that_does_not_fit_is_refused() -> None:
    found = look(csv_of([("江澄", *JIANG[1:], "jiang")], (*HEAD, "拼音")))
    assert [one.column for one in found.report.problems] == ["姓名拼音"]


def test_what_congresses_elect_needs_no_constituency() -> None:
    found = look(csv_of([("江澄", "市", "九龙坡区", "", "", "2023-01-01", "2028-01-31")]))
    assert found.entries[0].deputy.unit.zh_hans == "九龙坡区人民代表大会"


# ---- popolo


def popolo(**more: Any) -> bytes:
    document = {
        "persons": [{"id": "p1", "name": "江澄"}],
        "organizations": [{"id": "o", "classification": "county"}],
        "areas": [{"id": "a", "name": "九龙坡区"}],
        "memberships": [
            {"person_id": "p1", "organization_id": "o", "area_id": "a", "label": "第 1 选区",
             "start_date": "2026-01-01", "end_date": "2030-12-31"},
        ],
    }  # fmt: skip
    return json.dumps(document | more, ensure_ascii=False).encode()


def test_popolo_persons_are_numbered_and_keep_their_own_ids() -> None:
    found = look(popolo())
    assert names(found) == ["江澄"]
    assert found.entries[0].source_id == "p1"


def test_a_person_without_a_term_is_named_by_number() -> None:
    (first, second) = look(
        popolo(memberships=[]), fills={"层级": "区县", "区县": "九龙坡", "选区": "一"}
    ).report.problems
    assert (first.column, second.column) == ("任期开始", "任期结束")
    assert str(first).startswith("第 1 人“任期开始”")
