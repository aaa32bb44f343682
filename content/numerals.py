"""Numbers in a Chinese text, written out as they are said.

Owns what can be read in one way only: years, months, percentages, decimals, ranges, counts, telephone numbers of
services. Leaves to others: clauses (`content.aloud`), English (its voices read numbers well), and what only an author
can know, which a `spoken` form says.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

_DIGITS: Final = "零一二三四五六七八九"
_PLACES: Final = ("", "十", "百", "千")
_GROUPS: Final = ("", "万", "亿", "万亿")
# 两, not 二, before what is counted; 月 and 日 after a 2 are a date
_COUNTED: Final = "个名位人次种项年天条款件张票级场组步份元万亿千米分小套座处家户户栋户区县所类段轮层道部倍周票"


def counted(value: int) -> str:
    """A whole number from 0 on: 2400 is 二千四百, 12 十二."""
    if value < 10:
        return _DIGITS[value]
    groups: list[str] = []
    low = False  # whether a zero must be said before what follows
    rest = value
    place = 0
    while rest:
        rest, part = divmod(rest, 10_000)
        if part:
            said = _thousands(part) + _GROUPS[place]
            groups.insert(0, said + ("零" if low else ""))
        low = bool(groups) and part < 1000
        place += 1
    said = "".join(groups)
    return said[1:] if said.startswith("一十") else said


def _thousands(value: int) -> str:
    said, gap = "", False
    for place in (3, 2, 1, 0):
        digit = value // 10**place % 10
        if digit:
            said += ("零" if gap and said else "") + _DIGITS[digit] + _PLACES[place]
            gap = False
        else:
            gap = True
    return said


def singly(digits: str) -> str:
    """Digit by digit, as a year is said."""
    return "".join(_DIGITS[int(one)] for one in digits)


def dialled(digits: str) -> str:
    """Digit by digit, as a telephone number is said: 1 is 幺."""
    return singly(digits).replace("一", "幺")


def _number(written: str) -> str:
    whole, _, part = written.replace(",", "").partition(".")
    if len(whole) > 1 and whole.startswith("0"):
        said = singly(whole)
    else:
        said = counted(int(whole))
    return f"{said}点{singly(part)}" if part else said


def _date(found: re.Match[str]) -> str:
    day = f"{counted(int(found[3]))}日" if found[3] else ""
    return f"{singly(found[1])}年{counted(int(found[2]))}月{day}"


def _clock(found: re.Match[str]) -> str:
    minutes = int(found[2])
    return f"{counted(int(found[1]))}点" + (f"{'零' if minutes < 10 else ''}{counted(minutes)}分" if minutes else "")


def _range(found: re.Match[str]) -> str:
    return f"{_share(found[1], found[3])}到{_share(found[2], found[3])}"


def _share(number: str, percent: str) -> str:
    return f"百分之{_number(number)}" if percent else _number(number)


_NUMBER = r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_YEAR = r"(?:18|19|20)\d\d"
_RULES: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...]] = (
    (re.compile(r"(?<!\d)((?:18|19|20)\d\d)-(0?[1-9]|1[0-2])(?:-(0?[1-9]|[12]\d|3[01]))?(?![\d-])"), _date),
    (re.compile(r"(?<![\d:])([01]?\d|2[0-3])[:：]([0-5]\d)(?![\d:])"), _clock),
    (re.compile(rf"(?<!\d)({_YEAR})(?=(?:\s*[—–~-]+\s*{_YEAR})?\s*(?:年|届))"), lambda m: singly(m[1])),
    (re.compile(rf"^\s*({_YEAR})\s*$"), lambda m: singly(m[1])),
    (re.compile(r"^\s*(110|119|120)\s*$"), lambda m: dialled(m[1])),
    (re.compile(r"(?<!\d)(1\d{4}|1[12]\d|\d{7,})(?=热线|电话|号|平台|便民)"), lambda m: dialled(m[1])),
    (re.compile(rf"({_NUMBER})\s*[—–~-]+\s*({_NUMBER})(%?)"), _range),
    (re.compile(rf"({_NUMBER})(%)"), lambda m: _share(m[1], m[2])),
    (re.compile(rf"(?<![\d.])2(?=[{_COUNTED}])"), lambda m: "两"),
    (re.compile(_NUMBER), lambda m: _number(m[0])),
    (re.compile(r"(?<=[零一二三四五六七八九])\s*[—–-]+\s*(?=[零一二三四五六七八九])"), lambda m: "到"),
)


def written_out(text: str) -> str:
    """A Chinese text without digits."""
    text = text.replace("〇", "零")
    for pattern, say in _RULES:
        text = pattern.sub(say, text)
    return text
