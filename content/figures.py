"""Numbers in Chinese and English text, as values: "一百五十五万", "155 万" and "1.55 million" are the same number.

Owns recognising them. Leaves to others which of them must be in a source (`content.checks`), and showing which is
(`screens.exhibit`). English number words are not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

_DIGIT = {one: value for value, one in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_TEN = {"十": 10, "百": 100, "千": 1000}
_BIG = {"万": 10**4, "亿": 10**8, "million": 10**6, "billion": 10**9}
_HAN = "零〇一二两三四五六七八九十百千万亿"
_ARABIC = re.compile(
    r"(?<![A-Za-z\d.,])(\d[\d,]*(?:\.\d+)?)(?:st|nd|rd|th)?\s*[多余几]?\s*(万|亿|million|billion)?\s*[多余]?(?=\s*(\S?))"
)
_CHINESE = re.compile(f"(?<![{_HAN}分之])([{_HAN}]+)(?:分之([{_HAN}]+))?[多余]?(?=(\\S?))")
_UNITS = frozenset("名人项个年级步月日天倍票位届处条岁周元次县区户封字平")
_LARGE = re.compile("[百千万亿]")


@dataclass(frozen=True)
class Figure:
    """A number: its value, how it is written, the character after it (its unit, if any)."""

    value: Fraction
    written: str
    unit: str


def figures(text: str) -> Iterator[Figure]:
    """Every number in running text that says how many.

    In Chinese numerals only fractions, large numbers, and those from 3 up before a unit: 一 and 两 are mostly
    no counts.
    """
    yield from _arabic(text)
    for found in _CHINESE.finditer(text):
        value = _chinese_value(found)
        if value is not None and (found[2] or _LARGE.search(found[1]) or (found[3] in _UNITS and value >= 3)):
            yield Figure(value, found[0], found[3])


def stated(figure: str) -> Iterator[Fraction]:
    """The numbers in a figure of a source, whatever they stand before: "三至五人" states 3 and 5."""
    for one in _arabic(figure):
        yield one.value
    for found in _CHINESE.finditer(re.sub(r"\d[\d.,]*\s*[多余]?\s*[万亿]?", " ", figure)):
        value = _chinese_value(found)
        if value is not None:
            yield value


def _arabic(text: str) -> Iterator[Figure]:
    for found in _ARABIC.finditer(text):
        number = Fraction(found[1].replace(",", ""))
        yield Figure(number * _BIG.get(found[2] or "", 1), found[0].strip(), found[3])


def _chinese_value(found: re.Match[str]) -> Fraction | None:
    if found[2]:
        below, above = 100 if found[1] == "百" else _chinese(found[1]), _chinese(found[2])
        if not below or above is None:
            return None
        return Fraction(above) if below == 100 else Fraction(above, below)  # 百分之五 is written 5 %
    value = _chinese(found[1])
    return None if value is None else Fraction(value)


def _chinese(written: str) -> int | None:
    """The value of Chinese numerals, or None where they are no number (千万 in 千万不要, 三三两两)."""
    if len(written) > 1 and all(one in _DIGIT for one in written):
        return int("".join(str(_DIGIT[one]) for one in written))  # 二〇二五
    total = section = digit = 0
    for one in written:
        if one in _DIGIT:
            digit = _DIGIT[one]
        elif one in _TEN:
            if not digit and one != "十":
                return None
            section, digit = section + (digit or 1) * _TEN[one], 0
        else:
            if not section + digit:
                return None
            total, section, digit = (total + section + digit) * _BIG[one], 0, 0
    return total + section + digit
