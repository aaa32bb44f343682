"""What a row says of a deputy, and everything that is wrong with it: each problem with its column and its cure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from pydantic import ValidationError

from content import schema
from content.civics.regions import NotCovered, districts, find, successors, table
from hub.deputies import columns as c
from hub.deputies import values
from hub.deputies.files import Line, Sheet
from hub.deputies.files.sheet import ERROR, strange
from hub.deputies.report import Problem
from hub.deputies.values import Wrong

MOST_YEARS = 10  # of one term; a congress sits five (宪法 art. 60, 98)
_LONGEST = {c.NAME: 40, c.NAME_EN: 80, c.PINYIN: 120}
_LONG = 200
_FORMULA = ("=", "@")
_SLUG = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")
NO_RECEPTION = {"zh-Hans": "接待时间请问站里的工作人员", "en": "Ask the staff when residents are received"}
_DUMMY_ID = "000000000"
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Entry:
    """A deputy as a row describes them. `id` and `source_id` are empty where the file gives none."""

    row: int
    id: str
    source_id: str
    deputy: schema.Deputy
    unchecked: bool

    def with_id(self, id: str) -> schema.Deputy:
        return self.deputy.model_copy(update={"id": id})


@dataclass(frozen=True)
class RowReader:
    """Reads the rows of one table. `topics`: what letters may be about, by name and by id."""

    sheet: Sheet
    places: Mapping[str, int]
    on: date
    fills: Mapping[str, str]
    topics: Mapping[str, str]

    def read(self, line: Line) -> tuple[Entry | None, list[Problem]]:
        """The entry, or what is wrong with the row; never both."""
        row = _Row(self, line)
        entry = row.entry()
        return (None, row.problems) if row.problems or entry is None else (entry, [])


class _Row:
    """One row while it is read; what is wrong gathers in `problems`."""

    def __init__(self, reader: RowReader, line: Line) -> None:
        self._reader = reader
        self._line = line
        self.problems: list[Problem] = []

    def entry(self) -> Entry | None:
        name = self._needed(c.NAME, values.name)
        levels = self._needed(c.LEVELS, values.levels) or ()
        region = self._region()
        first, last = self._term()
        township = self._words(c.TOWNSHIP)
        if levels == ("township",) and township and township["zh-Hans"].endswith("街道"):
            self._wrong(c.LEVELS, "街道没有人民代表大会，住在街道的人不会是乡镇代表", "请改成“区县”，或改乡镇街道")
        fields = {
            "name": name or "", "levels": levels, "region": region, "township": township,
            "name_pinyin": (self._read(c.PINYIN, lambda text: values.pinyin(text, name), "") if name else "") or "",
            "name_en": self._text(c.NAME_EN) or (name if name and not values.is_han(name) else None),
            "community": self._words(c.COMMUNITY), "station": self._words(c.STATION),
            "unit": self._unit(levels, region), "term_from": first, "term_to": last, "verified_until": self._until(),
            "concerns": self._concerns(), "reception": self._words(c.RECEPTION) or NO_RECEPTION,
            "group": self._words(c.GROUP),
            "groups": self._groups(), "is_sample": self._read(c.SAMPLE, values.truth, False),
        }  # fmt: skip
        id = self._read(c.ID, values.deputy_id, "") if self._text(c.ID) else ""
        checked = self._read(c.CHECKED, values.checked, True)
        if self.problems:
            return None
        try:
            deputy = schema.Deputy.model_validate(fields | {"id": id or _DUMMY_ID})
        except ValidationError as error:
            first_error = error.errors(include_url=False)[0]
            self._wrong("", f"{first_error['loc'][0]} 不合要求：{first_error['msg']}", "请改正这一行")
            return None
        return Entry(self._line.number, id or "", self._text(c.SOURCE_ID)[:120], deputy, not checked)

    # ---- columns that need several cells, or a table

    def _region(self) -> str:
        text = self._text(c.REGION)
        if not text:
            self._wrong(c.REGION, "空着", "请写区县的全名")
            return ""
        found = find(text, self._reader.on) or find(re.sub("^重庆市?", "", text), self._reader.on)
        if found is None and self._reader.sheet.external_ids:  # an area of Popolo may be a constituency
            found = find(self._reader.fills.get(c.REGION, ""), self._reader.on)
        if found is None:
            self._wrong(
                c.REGION, f"“{text[:30]}”在 {self._reader.on} 不是重庆的区县", _what_became(text, self._reader.on)
            )
            return ""
        return str(found.id)

    def _term(self) -> tuple[date | None, date | None]:
        together, epoch = self._text(c.TERM), self._reader.sheet.epoch_1904
        if together and not (self._text(c.FROM) and self._text(c.TO)):
            both = self._read(c.TERM, lambda text: values.span(text, epoch_1904=epoch), None)
            first, last = both or (None, None)
        else:
            first = self._needed(c.FROM, lambda text: values.day(text, last=False, epoch_1904=epoch))
            last = self._needed(c.TO, lambda text: values.day(text, last=True, epoch_1904=epoch))
        if first and last and last < first:
            self._wrong(c.TO, f"任期结束 {last} 早于开始 {first}", "请核对这两天")
        elif first and last and last.year - first.year > MOST_YEARS:
            self._wrong(c.TO, f"任期从 {first} 到 {last}，太长了", "请核对年份")
        return first, last

    def _unit(self, levels: tuple[str, ...], region: str) -> dict[str, str] | None:
        """Who elected them. What congresses elect needs no cell: the law says which (选举法 (2020) art. 3)."""
        written = self._words(c.UNIT)
        if written or not levels:
            return written
        if levels == ("national",):
            return {"zh-Hans": "重庆市人民代表大会", "en": "Chongqing Municipal People's Congress"}
        home = next((one for one in table().regions if one.id == region), None)
        if levels == ("city",) and home:
            return {"zh-Hans": f"{home.name}人民代表大会", "en": f"{home.en} People's Congress"}
        self._wrong(c.UNIT, "空着", "区县和乡镇代表请写选区，例如“第 12 选区”")
        return None

    def _until(self) -> date | None:
        epoch = self._reader.sheet.epoch_1904
        if not self._text(c.CHECKED_UNTIL):
            return None
        return self._read(c.CHECKED_UNTIL, lambda text: values.day(text, last=True, epoch_1904=epoch), None)

    def _concerns(self) -> tuple[str, ...]:
        found = []
        for one in values.split(self._text(c.CONCERNS)):
            id = self._reader.topics.get(one) or (one if _SLUG.fullmatch(one) else "")
            if id:
                found.append(id)
            else:
                names = [name for name in self._reader.topics if not _SLUG.fullmatch(name)]
                cure = f"请从这些里选：{'、'.join(names)}" if names else "请写信箱话题的标识，例如 elderly"
                self._wrong(c.CONCERNS, f"“{one[:20]}”不是信箱里的话题", cure)
        return tuple(dict.fromkeys(found))

    def _groups(self) -> tuple[dict[str, str], ...]:
        chinese, english = values.split(self._text(c.GROUPS)), values.split(self._text(c.GROUPS + c.ENGLISH))
        if english and len(english) != len(chinese):
            self._wrong(
                c.GROUPS + c.ENGLISH, f"有 {len(english)} 个，中文有 {len(chinese)} 个", "请一一对应，用“；”隔开"
            )
            return ()
        if not english:
            return tuple({"zh-Hans": one} for one in chinese)
        return tuple({"zh-Hans": zh, "en": en} for zh, en in zip(chinese, english, strict=True))

    # ---- single cells

    def _text(self, column: str) -> str:
        """A cell, what is filled in where it is empty, or nothing; what can't be text is a problem, once."""
        place = self._reader.places.get(column)
        text = self._line.cells[place] if place is not None and place < len(self._line.cells) else ""
        if text.startswith(ERROR):
            self._wrong(column, text[1:], "请在表格里把公式换成数值（复制，再“选择性粘贴—数值”）")
            return ""
        text = text.removeprefix("'") if text[1:2] in ("=", "+", "-", "@") else text
        if values.is_nothing(text):
            text = self._reader.fills.get(column, "")
        longest = _LONGEST.get(column, _LONG)
        if len(text) > longest:
            self._wrong(column, f"有 {len(text)} 个字", f"请缩短到 {longest} 个字以内")
        elif text.startswith(_FORMULA):
            self._wrong(column, "以“=”或“@”开头，像是公式", "请写成普通文字")
        elif strange(text):
            self._wrong(column, "有看不见的控制字符", "请重新输入这一格")
        else:
            return text
        return ""

    def _read(self, column: str, read: Callable[[str], _T], instead: _T) -> _T:
        before = len(self.problems)
        text = self._text(column)
        if len(self.problems) > before:
            return instead
        try:
            return read(text)
        except Wrong as error:
            self._wrong(column, error.what, error.cure)
            return instead

    def _needed(self, column: str, read: Callable[[str], _T]) -> _T | None:
        before = len(self.problems)
        if not self._text(column):
            if len(self.problems) == before:
                self._wrong(column, "空着", "请补上")
            return None
        return self._read(column, read, None)

    def _words(self, column: str) -> dict[str, str] | None:
        chinese = self._text(column)
        if not chinese:
            return None
        english = self._text(column + c.ENGLISH)
        return {"zh-Hans": chinese, "en": english} if english else {"zh-Hans": chinese}

    def _wrong(self, column: str, what: str, cure: str) -> None:
        one = Problem(self._line.number, column, what, cure, self._reader.sheet.row_word)
        if one not in self.problems:
            self.problems.append(one)


def _what_became(text: str, on: date) -> str:
    """Where to look instead: the districts that an abolished one went to, or how names are written."""
    for one in table().regions:
        if text in (one.name, one.short) and one.until is not None and one.until <= on:
            heirs = "、".join(heir.name for heir in successors(one.id, on))
            return f"{one.name}从 {one.until} 起已不存在，请改成现在的区县（{heirs}）"
    return "请写区县的全名，例如九龙坡区；整份文件同属一个区县的，可以在导入时填“区县”"


def published_regions(on: date) -> tuple[schema.Region, ...]:
    """The districts of a day as the bundle names them. Raises NotCovered."""
    return tuple(
        schema.Region(id=one.id, name=schema.Words(zh_hans=one.name, en=one.en), since=one.since, until=one.until)
        for one in districts(on)
    )


def covered(on: date) -> bool:
    """Whether the table of districts says anything of that day."""
    try:
        districts(on)
    except NotCovered:
        return False
    return True


def entries(reader: RowReader, lines: tuple[Line, ...]) -> Iterator[tuple[Entry | None, list[Problem]]]:
    """What each row says."""
    return (reader.read(one) for one in lines)
