"""Tables of deputies for tests of the importer: rows, CSV, and workbooks as offices keep them."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from openpyxl import Workbook

from hub.deputies import importing
from hub.deputies.importing import Wish, bring_in
from hub.deputies.report import Report
from tests.hub.conftest import NOW

ON = date(2026, 1, 1)
HEAD = ("姓名", "层级", "区县", "乡镇街道", "选区", "任期开始", "任期结束")
JIANG = ("江澄", "区县", "九龙坡区", "谢家湾街道", "第 12 选区", "2026-01-01", "2030-12-31")
SHAN = ("单禾", "乡镇", "秀山土家族苗族自治县", "清溪场镇", "第 3 选区", "2026-01-01", "2030-12-31")
OUYANG = ("欧阳若澜", "全国", "渝中区", "", "", "2023-03-05", "2028-03-04")
PEOPLE = (JIANG, SHAN, OUYANG)


def csv_of(rows: Sequence[Sequence[str]], head: Sequence[str] = HEAD, mark: str = ",") -> bytes:
    return "\n".join(mark.join(one) for one in (head, *rows)).encode()


def book_of(rows: Sequence[Sequence[Any]], change: Callable[[Any, Workbook], None] = lambda *_: None) -> bytes:
    """A workbook with these rows; `change(sheet, book)` does what people do to sheets."""
    book = Workbook()
    for one in rows:
        book.active.append(list(one))
    change(book.active, book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def look(data: bytes, **wish: Any) -> importing.Read:
    """What a file says, without a database."""
    return importing.read(data, "file", Wish(**({"on": ON} | wish)))


def take(data: bytes, **wish: Any) -> Report:
    """Import a file."""
    return bring_in(data, "file", Wish(**({"on": ON} | wish)), NOW)
