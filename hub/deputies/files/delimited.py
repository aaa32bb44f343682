"""Text tables: their encoding, what parts their columns, and their lines.

Offices save in UTF-8, GB 18030 (as GBK, mostly) and UTF-16 ("Unicode text"), each with or without a byte order mark.
"""

from __future__ import annotations

import csv
import io

from hub.deputies.files.sheet import Line, Sheet, Unreadable, bounded, line

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8", "UTF-8（有 BOM）"),
    (b"\x84\x31\x95\x33", "gb18030", "GB 18030（有 BOM）"),
    (b"\xff\xfe", "utf-16-le", "UTF-16"),
    (b"\xfe\xff", "utf-16-be", "UTF-16"),
)
_PARTED_BY = {",": "逗号", "\t": "制表符", ";": "分号", "，": "全角逗号", "；": "全角分号", "|": "竖线"}
_CURE = "请用电子表格打开它，另存为“CSV UTF-8”"
_FIELD_LIMIT = 1 << 20  # characters; an unpaired quotation mark would otherwise swallow the rest of the file


def decoded(data: bytes) -> tuple[str, str]:
    """The text of a file, and its encoding's name. Raises Unreadable."""
    for mark, encoding, name in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding, name), name
    for encoding, name in _guesses(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text, name
    raise Unreadable("文件的编码既不是 UTF-8，也不是 GB 18030 或 UTF-16", _CURE)


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        row = data[: error.start].count(b"\n") + 1
        raise Unreadable(f"文件开头说编码是 {name}，这里却不是", _CURE, row) from error
    if "\0" in text:
        raise Unreadable("这不是文字表格：里面有空字符", _CURE, text[: text.index("\0")].count("\n") + 1)
    return text


def _guesses(data: bytes) -> list[tuple[str, str]]:
    """Encodings worth trying without a mark; every second byte of Latin text in UTF-16 is zero."""
    head = data[:2000]
    if len(head) > 1 and head[1::2].count(0) * 8 > len(head):
        return [("utf-16-le", "UTF-16")]
    if len(head) > 1 and head[::2].count(0) * 8 > len(head):
        return [("utf-16-be", "UTF-16")]
    return [("utf-8", "UTF-8"), ("gb18030", "GB 18030")]


def read(text: str, encoding: str) -> Sheet:
    """The lines of a text table. Raises Unreadable."""
    mark = _delimiter(text)
    lines: list[Line] = []
    before = csv.field_size_limit(_FIELD_LIMIT)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True)
    last = 0
    try:
        for cells in reader:
            bounded(lines, line(last + 1, cells))
            last = reader.line_num
    except csv.Error as error:
        raise Unreadable(
            "引号没有配对，或者单元格太长", "请检查这一行的引号，或用电子表格另存为 .xlsx", last + 1
        ) from error
    finally:
        csv.field_size_limit(before)
    return Sheet(f"CSV，{encoding}，用{_PARTED_BY[mark]}分隔", tuple(lines))


def _delimiter(text: str) -> str:
    """What parts the columns: the mark that the fullest of the first lines has most of."""
    head = [one for one in text[:20_000].splitlines()[:20] if one.strip()]
    counts = {mark: max((one.count(mark) for one in head), default=0) for mark in _PARTED_BY}
    best = max(counts, key=lambda mark: counts[mark])
    return best if counts[best] else ","
