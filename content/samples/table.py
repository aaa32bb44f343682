"""Deputies as a table with Chinese headings: what `hub import deputies FILE` reads and spreadsheets show.

Owns the columns and both directions. Leaves to others: where deputies are kept, and XLSX or Popolo JSON. See README.md.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from content.civics.codes import Code, CodeError, CodeType
from content.civics.regions import find, get

COLUMNS = (
    "编号", "姓名", "姓名拼音", "英文姓名", "层级", "区县", "乡镇街道", "乡镇街道英文", "社区", "社区英文", "实践站",
    "实践站英文", "选区或选举单位", "选区或选举单位英文", "任期开始", "任期结束", "关注", "接待", "接待英文",
    "代表小组", "代表小组英文", "示例",
)  # fmt: skip

LEVEL_NAMES = {"national": "全国", "city": "市", "county": "区县", "township": "乡镇"}
_LEVELS = {name: level for level, name in LEVEL_NAMES.items()}
_BETWEEN = "、"


class BadRow(ValueError):
    """A row that says something impossible; the message names the line and the column."""


def write_csv(path: Path, deputies: Iterable[Mapping[str, Any]]) -> None:
    """Write deputies as UTF-8 with a byte order mark, which Excel needs to read Chinese."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows(to_row(one) for one in deputies)


def read_csv(path: Path, on: date) -> Iterator[dict[str, Any]]:
    """The deputies of such a file, as fields of `content.schema.Deputy`; districts are those of the day `on`.

    Raises: BadRow with line and column; UnicodeDecodeError if the file is not UTF-8.
    """
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        missing = [column for column in COLUMNS if column not in (reader.fieldnames or ())]
        if missing:
            raise BadRow(f"第 1 行：缺少列“{missing[0]}”")
        for row in reader:
            try:
                yield from_row(row, on)
            except BadRow as error:
                raise BadRow(f"第 {reader.line_num} 行：{error}") from error


def to_row(deputy: Mapping[str, Any]) -> dict[str, str]:
    """One deputy as a row of texts. The district is written by its name."""
    township, group = deputy["township"] or {}, deputy["group"] or {}
    community, station = deputy.get("community") or {}, deputy.get("station") or {}
    values = (
        deputy["id"], deputy["name"], deputy["name_pinyin"], deputy["name_en"] or "",
        _BETWEEN.join(LEVEL_NAMES[level] for level in deputy["levels"]), get(deputy["region"]).name,
        township.get("zh-Hans", ""), township.get("en", ""), community.get("zh-Hans", ""), community.get("en", ""),
        station.get("zh-Hans", ""), station.get("en", ""), deputy["unit"]["zh-Hans"], deputy["unit"]["en"],
        deputy["term_from"].isoformat(), deputy["term_to"].isoformat(), _BETWEEN.join(deputy["concerns"]),
        deputy["reception"]["zh-Hans"], deputy["reception"]["en"], group.get("zh-Hans", ""), group.get("en", ""),
        "是" if deputy["is_sample"] else "否",
    )  # fmt: skip
    return dict(zip(COLUMNS, values, strict=True))


def from_row(row: Mapping[str, str | None], on: date) -> dict[str, Any]:
    """The fields of a deputy from a row.

    Raises: BadRow naming the column.
    """
    cell = {column: (row.get(column) or "").strip() for column in COLUMNS}
    region = find(cell["区县"], on)
    if region is None:
        raise BadRow(f"区县“{cell['区县']}”在 {on} 不存在")
    return {
        "id": _id(cell["编号"]),
        "name": _required(cell, "姓名"),
        "name_pinyin": _required(cell, "姓名拼音"),
        "name_en": cell["英文姓名"] or None,
        "levels": tuple(_level(name) for name in cell["层级"].split(_BETWEEN)),
        "region": region.id,
        "township": _words(cell, "乡镇街道"),
        "community": _words(cell, "社区"),
        "station": _words(cell, "实践站"),
        "unit": _words(cell, "选区或选举单位") or _required(cell, "选区或选举单位"),
        "term_from": _day(cell, "任期开始"),
        "term_to": _day(cell, "任期结束"),
        "concerns": tuple(one for one in cell["关注"].split(_BETWEEN) if one),
        "reception": _words(cell, "接待") or _required(cell, "接待"),
        "group": _words(cell, "代表小组"),
        "is_sample": cell["示例"] == "是",
    }


def _id(text: str) -> str:
    try:
        return Code(CodeType.DEPUTY, text).id
    except CodeError as error:
        raise BadRow("“编号”不是可以印出的编号") from error


def _level(name: str) -> str:
    if name not in _LEVELS:
        raise BadRow(f"层级“{name}”不是{_BETWEEN.join(_LEVELS)}之一")
    return _LEVELS[name]


def _required(cell: Mapping[str, str], column: str) -> str:
    if not cell[column]:
        raise BadRow(f"“{column}”空着")
    return cell[column]


def _words(cell: Mapping[str, str], column: str) -> dict[str, str] | None:
    if not cell[column]:
        return None
    english = cell[column + "英文"]
    return {"zh-Hans": cell[column], "en": english} if english else {"zh-Hans": cell[column]}


def _day(cell: Mapping[str, str], column: str) -> date:
    try:
        return date.fromisoformat(cell[column])
    except ValueError as error:
        raise BadRow(f"“{column}”要写成 2026-01-31 这样") from error
