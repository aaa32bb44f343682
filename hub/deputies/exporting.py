"""The directory as a CSV that can be changed and imported again.

A cell that a spreadsheet would run as a formula gets an apostrophe before it, which importing takes away again.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from content import schema
from content.civics.regions import get
from hub.deputies import columns as c
from hub.deputies.values import LEVELS

COLUMNS = (
    c.ID, c.SOURCE_ID, c.NAME, c.PINYIN, c.NAME_EN, c.LEVELS, c.REGION, c.TOWNSHIP, c.TOWNSHIP + c.ENGLISH, c.COMMUNITY,
    c.COMMUNITY + c.ENGLISH, c.STATION, c.STATION + c.ENGLISH, c.UNIT, c.UNIT + c.ENGLISH, c.FROM, c.TO, c.CONCERNS,
    c.RECEPTION, c.RECEPTION + c.ENGLISH, c.GROUP, c.GROUP + c.ENGLISH, c.GROUPS, c.GROUPS + c.ENGLISH, c.CHECKED,
    c.CHECKED_UNTIL, c.SAMPLE,
)  # fmt: skip
_RUN = ("=", "+", "-", "@", "\t", "\r")


def table(people: Iterable[tuple[schema.Deputy, str, bool]]) -> Iterator[str]:
    """The lines of the table, the first with the mark by which spreadsheets know UTF-8.

    `people`: each with their source id and whether they are still to be checked.
    """
    yield "\ufeff" + _line(COLUMNS)
    for one, source_id, unchecked in people:
        yield _line([harmless(cell) for cell in _cells(one, source_id, unchecked)])


def harmless(cell: str) -> str:
    """The cell so that no spreadsheet runs it."""
    return f"'{cell}" if cell.startswith(_RUN) else cell


def _cells(one: schema.Deputy, source_id: str, unchecked: bool) -> list[str]:
    def both(words: schema.Words | None) -> list[str]:
        return [words.zh_hans, words.en or ""] if words else ["", ""]

    english = [group.en or "" for group in one.groups]
    return [
        one.id, source_id, one.name, one.name_pinyin, one.name_en or "",
        "、".join(LEVELS[level] for level in one.levels), get(one.region).name, *both(one.township),
        *both(one.community), *both(one.station), *both(one.unit), one.term_from.isoformat(), one.term_to.isoformat(),
        "、".join(one.concerns), *both(one.reception), *both(one.group),
        "；".join(group.zh_hans for group in one.groups), "；".join(english) if all(english) else "",
        "待核实" if unchecked else "已核实", one.verified_until.isoformat() if one.verified_until else "",
        "是" if one.is_sample else "否",
    ]  # fmt: skip


def _line(cells: Iterable[str]) -> str:
    out = io.StringIO()
    csv.writer(out).writerow(cells)
    return out.getvalue()
