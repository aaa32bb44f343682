"""Reading deputies from a file: CSV (UTF-8 or GB 18030), XLSX, or Popolo JSON.

All of it is read before any of it is kept. Owns file formats and sentences with row numbers; what a row means on a day
is `content.samples.table`.
"""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException
from pydantic import ValidationError

from content import schema
from content.civics.regions import districts
from content.readings import spelled
from content.samples.table import COLUMNS, LEVEL_NAMES, BadRow, from_row

_MOST = 50
"""Sentences shown at once; a file with a wrong column is wrong in every row."""


class BadFile(Exception):
    """The file cannot be imported; nothing was. `sentences` names rows and columns."""

    def __init__(self, sentences: Iterable[str]) -> None:
        self.sentences = tuple(sentences)
        super().__init__("\n".join(self.sentences))


def read_deputies(path: Path, on: date) -> schema.Directory:
    """The directory a file describes, as of the day `on`. Raises BadFile, OSError."""
    readers = {".csv": _csv, ".xlsx": _xlsx, ".json": _popolo}
    reader = readers.get(path.suffix.lower())
    if reader is None:
        raise BadFile([f"{path.name}：只认 .csv、.xlsx 和 Popolo 的 .json 文件。"])
    deputies: dict[str, schema.Deputy] = {}
    sentences: list[str] = []
    for row, fields in reader(path.read_bytes(), on):
        try:
            deputy = schema.Deputy.model_validate(fields())
        except BadRow as error:
            sentences.append(f"第 {row} 行：{str(error).rstrip('。')}。")
            continue
        except ValidationError as error:
            sentences.append(f"第 {row} 行：{_sentence(error)}")
            continue
        if deputy.id in deputies:
            sentences.append(f"第 {row} 行：编号 {deputy.id} 已经用过。")
        deputies[deputy.id] = deputy
    if not deputies and not sentences:
        sentences.append(f"{path.name}：文件里没有代表。")
    if sentences:
        more = [f"另有 {len(sentences) - _MOST} 处问题没有列出。"] if len(sentences) > _MOST else []
        raise BadFile([*sentences[:_MOST], *more])
    return schema.Directory(as_of=on, regions=_regions(on), deputies=tuple(deputies.values()))


_Rows = Iterator[tuple[int, Any]]


def _csv(data: bytes, on: date) -> _Rows:
    reader = csv.DictReader(io.StringIO(_decoded(data), newline=""))
    _check_columns(reader.fieldnames or ())
    for row in reader:
        yield reader.line_num, _later(row, on)


def _xlsx(data: bytes, on: date) -> _Rows:
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, OSError) as error:
        raise BadFile(["这不是能打开的 XLSX 文件。"]) from error
    try:
        rows = book.worksheets[0].iter_rows(values_only=True)
        headings = [_cell(one) for one in next(rows, ())]
        _check_columns(headings)
        for number, values in enumerate(rows, start=2):
            texts = [_cell(one) for one in values]
            if any(texts):
                yield number, _later(dict(zip(headings, texts, strict=False)), on)
    finally:
        book.close()


def _popolo(data: bytes, on: date) -> _Rows:
    """Popolo (popoloproject.com): persons with memberships in organizations, at the least those fields we show."""
    try:
        document = json.loads(_decoded(data))
        persons = document["persons"]
        organizations = {one["id"]: one for one in document.get("organizations", [])}
        areas = {one["id"]: one for one in document.get("areas", [])}
        memberships: dict[str, list[Any]] = {}
        for one in [*document.get("memberships", []), *(m for p in persons for m in p.get("memberships", []))]:
            memberships.setdefault(one.get("person_id", ""), []).append(one)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BadFile(["这不是 Popolo JSON：要有 persons，以及 memberships、organizations、areas。"]) from error
    for number, person in enumerate(persons, start=1):
        held = memberships.get(person.get("id", ""), []) or person.get("memberships", [])
        row = _popolo_row(person, held, organizations, areas)
        yield number, _later(row, on)


def _popolo_row(
    person: Mapping[str, Any], held: list[Any], organizations: Mapping[str, Any], areas: Mapping[str, Any]
) -> dict[str, str]:
    first = held[0] if held else {}
    area = areas.get(first.get("area_id", ""), {})
    bodies = [organizations.get(one.get("organization_id", ""), {}) for one in held]
    other = {one.get("note", ""): one.get("name", "") for one in person.get("other_names", [])}
    name = person.get("name", "")
    contact = next(
        (one.get("value", "") for one in person.get("contact_details", []) if one.get("type") == "reception"), ""
    )
    return {
        "编号": person.get("id", ""),
        "姓名": name,
        "姓名拼音": person.get("sort_name") or (spelled(name) if name else ""),
        "英文姓名": other.get("en", ""),
        "层级": "、".join(
            dict.fromkeys(LEVEL_NAMES.get(b.get("classification", ""), b.get("classification", "")) for b in bodies)
        ),
        "区县": area.get("name", ""),
        "乡镇街道": "",
        "选区或选举单位": first.get("label") or first.get("on_behalf_of_label") or "",
        "任期开始": first.get("start_date", ""),
        "任期结束": first.get("end_date", ""),
        "接待": contact,
        "示例": "是" if person.get("is_sample") else "否",
    }


def _later(row: Mapping[str, str | None], on: date) -> Any:
    return lambda: from_row(row, on)


def _check_columns(found: Iterable[str]) -> None:
    missing = [column for column in COLUMNS if column not in set(found)]
    if missing:
        raise BadFile([f"第 1 行：缺少列{'、'.join(f'“{one}”' for one in missing)}。"])


def _decoded(data: bytes) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise BadFile(["文件的编码既不是 UTF-8，也不是 GB 18030。请另存为 UTF-8 的 CSV。"])


def _cell(value: object) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat()
    return "" if value is None else str(value).strip()


def _regions(on: date) -> tuple[schema.Region, ...]:
    return tuple(
        schema.Region(id=one.id, name=schema.Words(zh_hans=one.name, en=one.en), since=one.since, until=one.until)
        for one in districts(on)
    )


def _sentence(error: ValidationError) -> str:
    first = error.errors(include_url=False)[0]
    return f"字段 {'.'.join(map(str, first['loc']))} 不合要求：{first['msg']}"
