"""XLSX without a spreadsheet: the first sheet that can be seen, its merged and hidden parts; formulas never run.

Owns taking a package apart within bounds. Nothing is unpacked to disk, nothing outside the package is followed, and a
part that declares a document type is refused, so that no entity can grow or reach out.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import IO
from xml.etree.ElementTree import Element, ParseError, iterparse

from hub.deputies.files.sheet import ERROR, MAX_COLUMNS, MAX_LINES, Line, Sheet, Unreadable, bounded, line

MAX_UNPACKED = 400 << 20  # bytes of all parts together
MAX_PARTS = 5_000
MAX_STRINGS = 2_000_000
MAX_MERGED = 200_000  # cells that merged ranges may cover

_BROKEN = "这不是能打开的 XLSX 文件", "请用电子表格打开它，另存为新的 .xlsx"
IsTable = Callable[[tuple[Line, ...]], bool]
_CELL = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


@dataclass
class _Found:
    """What was met on one sheet."""

    lines: list[Line] = field(default_factory=list)
    hidden: list[int] = field(default_factory=list)
    formulas: int = 0
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)


def read(data: bytes, is_table: IsTable = bool) -> Sheet:
    """The first sheet that is a table, else the first with anything on it. Raises Unreadable."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _check(package)
            return _read(package, is_table)
    except (zipfile.BadZipFile, zlib.error, ParseError, KeyError, EOFError, NotImplementedError, ValueError) as error:
        raise Unreadable(*_BROKEN) from error
    except (RuntimeError, OSError) as error:  # a part with a password; a part that ends too soon
        raise Unreadable(*_BROKEN) from error


def _check(package: zipfile.ZipFile) -> None:
    parts = package.infolist()
    if len(parts) > MAX_PARTS or sum(one.file_size for one in parts) > MAX_UNPACKED:
        raise Unreadable("解开以后太大，不像名册", "请把名册复制到新的表格里，另存为 .xlsx")
    if any(one.flag_bits & 1 for one in parts):
        raise Unreadable("文件加了密码", "请去掉密码再导入")


def _read(package: zipfile.ZipFile, is_table: IsTable) -> Sheet:
    paths = _targets(package, "xl/_rels/workbook.xml.rels")
    seen: list[tuple[str, str]] = []
    behind: list[str] = []
    epoch_1904 = False
    for element in _elements(package, "xl/workbook.xml", {"sheet", "workbookPr"}):
        if _tag(element) == "workbookPr":
            epoch_1904 = element.get("date1904") in ("1", "true")
            continue
        path = paths.get(next((value for key, value in element.attrib.items() if key.endswith("}id")), ""))
        name = element.get("name", "")[:60]
        if element.get("state", "visible") != "visible":
            behind.append(name)
        elif path and path in package.NameToInfo:
            seen.append((name, path))
    if not seen:
        raise Unreadable("工作簿里没有看得见的表", "请取消隐藏放名册的那张表")
    texts = _strings(package)
    found, chosen = _Found(), ""
    for name, path in seen:
        this = _sheet(package, path, texts)
        good = is_table(tuple(_unmerged(this)))
        if good or (this.lines and not chosen):
            found, chosen = this, name
        if good:
            break
    others = [name for name, _ in seen if name != chosen]
    lines = tuple(_unmerged(found))
    return Sheet(f"XLSX，工作表“{chosen}”", lines, tuple(_notes(found, others, behind)), epoch_1904=epoch_1904)


def _notes(found: _Found, others: list[str], behind: list[str]) -> Iterator[str]:
    if found.hidden:
        first = "、".join(map(str, found.hidden[:8])) + ("……" if len(found.hidden) > 8 else "")
        yield f"有 {len(found.hidden)} 行是隐藏的（第 {first} 行），照样读了；不该导入的行请删去。"
    if found.merged:
        yield f"有 {len(found.merged)} 处合并的单元格，里面每一格都按合并后的内容读。"
    if found.formulas:
        yield f"有 {found.formulas} 格是公式，只读表格里存下的结果，不计算。"
    if others:
        yield f"只读一张表，没有读：{'、'.join(others[:8])}。"
    if behind:
        yield f"隐藏的表没有读：{'、'.join(behind[:8])}。"


def _targets(package: zipfile.ZipFile, path: str) -> dict[str, str]:
    """Relation id -> part of the package."""
    return {
        one.get("Id", ""): posixpath.normpath(posixpath.join("xl", one.get("Target", ""))).removeprefix("/")
        for one in _elements(package, path, {"Relationship"})
        if one.get("TargetMode") != "External"
    }


def _strings(package: zipfile.ZipFile) -> list[str]:
    """The texts that cells share."""
    if "xl/sharedStrings.xml" not in package.NameToInfo:
        return []
    texts: list[str] = []
    for element in _elements(package, "xl/sharedStrings.xml", {"si"}):
        if len(texts) >= MAX_STRINGS:
            raise Unreadable("文字太多，不像名册", "请把名册复制到新的表格里，另存为 .xlsx")
        texts.append(_text(element))
    return texts


def _sheet(package: zipfile.ZipFile, path: str, texts: list[str]) -> _Found:
    found, number = _Found(), 0
    for element in _elements(package, path, {"row", "mergeCell"}):
        if _tag(element) == "mergeCell":
            found.merged.append(_range(element.get("ref", "")))
            continue
        number = int(element.get("r", number + 1))
        if not 0 < number <= 1_048_576:
            raise ValueError("no such row")
        before = len(found.lines)
        bounded(found.lines, line(number, _cells(element, texts, found)))
        if element.get("hidden") in ("1", "true") and len(found.lines) > before:
            found.hidden.append(number)
    return found


def _cells(row: Element, texts: list[str], found: _Found) -> list[str]:
    cells: list[str] = []
    for one in row:
        if _tag(one) != "c":
            continue
        at = _column(one.get("r", "")) if one.get("r") else len(cells)
        if at >= MAX_COLUMNS:
            if _value(one, texts, found):
                raise Unreadable(
                    f"第 {at + 1} 列还有内容", f"请删去多余的列，最多 {MAX_COLUMNS} 列", len(found.lines) + 1
                )
            continue
        cells += [""] * (at + 1 - len(cells))
        cells[at] = _value(one, texts, found)
    return cells


def _value(cell: Element, texts: list[str], found: _Found) -> str:
    """What a cell shows. A formula gives the result that was kept with it, or is marked where none was."""
    parts = {_tag(one): one for one in cell}
    kind, value = cell.get("t", "n"), parts.get("v")
    written = value.text or "" if value is not None else ""
    if "f" in parts:
        found.formulas += 1
        if not written:
            return f"{ERROR}公式没有存下结果"
    if kind == "s":
        place = int(written or -1)
        return texts[place] if 0 <= place < len(texts) else ""
    if kind == "inlineStr":
        return _text(parts["is"]) if "is" in parts else ""
    if kind == "e":
        return f"{ERROR}公式的结果是 {written[:20]}"
    if kind == "b":
        return "是" if written == "1" else "否"
    return _number(written) if kind == "n" else written


def _number(written: str) -> str:
    """`12` for 12.0: numbers are kept as floating point, names and codes among them were whole."""
    return written[:-2] if written.endswith(".0") else written


def _unmerged(found: _Found) -> Iterator[Line]:
    """Lines with every cell of a merged range saying what the range says."""
    rows = {one.number: list(one.cells) for one in found.lines}
    room = MAX_MERGED
    for top, left, bottom, right in found.merged:
        kept = rows.get(top, [])
        says = kept[left] if left < len(kept) else ""
        if not says:
            continue
        for number in range(top, min(bottom, top + MAX_LINES) + 1):
            room -= right - left + 1
            if room < 0:
                raise Unreadable("合并的单元格太多", "请取消合并，再另存为 .xlsx")
            if number in rows and right < MAX_COLUMNS:
                cells = rows[number]
                cells += [""] * (right + 1 - len(cells))
                cells[left : right + 1] = [says] * (right + 1 - left)
    for one in found.lines:
        yield Line(one.number, tuple(rows[one.number]))


def _range(ref: str) -> tuple[int, int, int, int]:
    first, _, last = ref.partition(":")
    top, bottom = _CELL.fullmatch(first), _CELL.fullmatch(last or first)
    if top is None or bottom is None:
        raise ValueError("no range")
    return int(top[2]), _column(first), int(bottom[2]), _column(last or first)


def _column(ref: str) -> int:
    found = 0
    for one in ref:
        if not "A" <= one <= "Z":
            break
        found = found * 26 + ord(one) - 64
    if not 0 < found <= 16_384:
        raise ValueError("no column")
    return found - 1


def _text(element: Element) -> str:
    """The words in an element, without the readings that may be written above them."""
    said: list[str] = []
    for one in element:
        if _tag(one) == "t":
            said.append(one.text or "")
        elif _tag(one) == "r":
            said += [inner.text or "" for inner in one if _tag(inner) == "t"]
    return "".join(said)


def _elements(package: zipfile.ZipFile, path: str, wanted: set[str]) -> Iterator[Element]:
    """The elements of these names, one after the other; what was read is let go of."""
    with package.open(path) as part:
        _refuse_types(part)
    with package.open(path) as part:
        roots: list[Element] = []
        for event, element in iterparse(part, ("start", "end")):
            if event == "start":
                roots.append(element)
                continue
            roots.pop()
            if _tag(element) in wanted:
                yield element
                if roots:
                    roots[-1].clear()


def _refuse_types(part: IO[bytes]) -> None:
    head = part.read(4096).replace(b"\0", b"").upper()
    if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
        raise Unreadable(*_BROKEN)


def _tag(element: Element) -> str:
    return element.tag.rpartition("}")[2]
