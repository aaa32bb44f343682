"""Reading a table of deputies out of a file that anybody may have made: CSV, XLSX, Popolo JSON.

Owns opening files within bounds and turning them into lines of text cells. Leaves to others: what a column is
(`hub.deputies.columns`), what a row means (`hub.deputies.rows`), what becomes of the directory (`hub.deputies.plan`).
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from hub.deputies.files import delimited, popolo, sheets
from hub.deputies.files.sheet import MAX_BYTES, Line, Sheet, Unreadable

__all__ = ["MAX_BYTES", "Line", "Sheet", "Unreadable", "opened", "taken"]

_OTHERS = {
    b"%PDF": ("这是 PDF 文件", "请用电子表格打开原来的名册，另存为 .xlsx 或 .csv"),
    b"\xd0\xcf\x11\xe0": ("这是旧的 .xls 文件，或者加了密码的文件", "请去掉密码，另存为 .xlsx"),
    b"{\\rtf": ("这是文字处理文件", "请把名册放进电子表格，另存为 .xlsx"),
    b"\x1f\x8b": ("这是压缩文件", "请先解压缩"),
    b"Rar!": ("这是压缩文件", "请先解压缩"),
    b"7z\xbc\xaf": ("这是压缩文件", "请先解压缩"),
    b"\x89PNG": ("这是图片", "请用名册的表格文件"),
    b"\xff\xd8\xff": ("这是图片", "请用名册的表格文件"),
}


def taken(file: Path) -> bytes:
    """The bytes of a file, never more than `MAX_BYTES`. Raises Unreadable, OSError."""
    with file.open("rb") as opened_file:
        return joined(iter(lambda: opened_file.read(1 << 20), b""))


def joined(chunks: Iterable[bytes]) -> bytes:
    """Chunks put together, given up as soon as they are too many. Raises Unreadable."""
    data = bytearray()
    for chunk in chunks:
        data += chunk
        if len(data) > MAX_BYTES:
            raise Unreadable(f"文件大于 {MAX_BYTES >> 20} MB", "请按区县分成几个文件，或者删去名册以外的内容")
    return bytes(data)


def opened(data: bytes, is_table: sheets.IsTable = bool) -> Sheet:
    """The table in a file, by what the file is and not by its name; of several sheets the one that `is_table`.

    Raises Unreadable.
    """
    for head, (what, cure) in _OTHERS.items():
        if data.startswith(head):
            raise Unreadable(what, cure)
    if data.startswith(b"PK"):
        return sheets.read(data, is_table)
    text, encoding = delimited.decoded(data)
    start = text[:400].lstrip().lower()
    if start.startswith(("{", "[")):
        return popolo.read(text, encoding)
    if start.startswith("<"):
        raise Unreadable("这是网页或 XML 文件", "请用电子表格打开它，另存为 .xlsx 或 .csv")
    return delimited.read(text, encoding)
