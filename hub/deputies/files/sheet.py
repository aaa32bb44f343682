"""What every reader gives: lines of text cells with the numbers people see, and what was noticed on the way."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

MAX_BYTES = 64 << 20
MAX_LINES = 200_000
MAX_COLUMNS = 200
MAX_CELL = 4_000  # characters
ERROR = "\x00"  # begins a cell that a spreadsheet could not compute; no text that was read has it elsewhere

_SPACES = re.compile(r"[ \t\r\n\f\v\u00a0\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
_UNSEEN = frozenset("\u200b\u200c\u200d\u2060\ufeff\u200e\u200f")
_FORBIDDEN = ("Cc", "Cf", "Cs", "Co", "Cn")


class Unreadable(Exception):
    """The file as a whole cannot be read: what is wrong, the cure, and the row where one is known."""

    def __init__(self, what: str, cure: str, row: int | None = None) -> None:
        self.what, self.cure, self.row = what, cure, row
        super().__init__(f"{what}。{cure}。")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a table: its number as a spreadsheet or an editor counts it, and its cells."""

    number: int
    cells: tuple[str, ...]

    @property
    def empty(self) -> bool:
        return not any(self.cells)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as it was read. `kind` says what it was; `named` that its first line holds our own columns' names."""

    kind: str
    lines: tuple[Line, ...]
    notes: tuple[str, ...] = ()
    row_word: str = "行"
    epoch_1904: bool = False
    external_ids: bool = False


def clean(text: str) -> str:
    """A cell as it is compared and kept: one space where there were several, nothing that cannot be seen."""
    if text.isascii() and text.isalnum():
        return text
    seen = "".join(one for one in text if one not in _UNSEEN)
    return _SPACES.sub(" ", seen).strip(" ")


def strange(text: str) -> bool:
    """Whether a cell has characters that no name or place has: controls, directions, halves of characters."""
    return (not text.isascii() and any(unicodedata.category(one) in _FORBIDDEN for one in text)) or any(
        one < " " or one == "\x7f" for one in text
    )


def line(number: int, cells: list[str]) -> Line:
    """A line within bounds. Raises Unreadable."""
    while cells and not cells[-1]:
        cells.pop()
    if len(cells) > MAX_COLUMNS:
        raise Unreadable(f"这一行有 {len(cells)} 列", f"请删去多余的列，最多 {MAX_COLUMNS} 列", number)
    return Line(number, tuple(one if one.startswith(ERROR) else clean(one[: MAX_CELL + 1]) for one in cells))


def bounded(lines: list[Line], found: Line) -> None:
    """Keep a line that says something. Raises Unreadable where there are too many."""
    if found.empty:
        return
    if len(lines) >= MAX_LINES:
        raise Unreadable(f"表格多于 {MAX_LINES} 行", "请按区县分成几个文件", found.number)
    lines.append(found)
