"""The next day on which a deputy receives residents, from the words in which the rule is published.

Reads "每月第一个周三", "每月最后一个周五", "每周二" and "每月 15 日", and gives the next such day, that day included.
Words that are no such rule give no day, never a guess. Leaves to others: holidays, of which the station gives notice.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

_DAYS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6}
_ORDINALS = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_NTH = re.compile(r"每月的?第\s*([一二三四1-4])\s*个?(?:周|星期|礼拜)([一二三四五六日天])")
_LAST = re.compile(r"每月的?最后一个(?:周|星期|礼拜)([一二三四五六日天])")
_WEEKLY = re.compile(r"每(?:周|个?星期|礼拜)([一二三四五六日天])")
_DATED = re.compile(r"每月的?\s*(\d{1,2})\s*[日号]")
_MORE = re.compile(r"[、，和及或]\s*(?:第|最后|周|星期|\d{1,2}\s*[日号])")


def next_reception(rule: str, on: date) -> date | None:
    """The first day from `on` that the rule names; None where it names none, or several."""
    if _MORE.search(rule):
        return None
    if found := _NTH.search(rule):
        ordinal, weekday = _ORDINALS[found[1]], _DAYS[found[2]]
        return _monthly(on, lambda first: _nth(first, ordinal, weekday))
    if found := _LAST.search(rule):
        last = _DAYS[found[1]]
        return _monthly(on, lambda first: _last(first, last))
    if found := _WEEKLY.search(rule):
        return on + timedelta(days=(_DAYS[found[1]] - on.weekday()) % 7)
    if (found := _DATED.search(rule)) and 1 <= int(found[1]) <= 28:
        number = int(found[1])
        return _monthly(on, lambda first: first.replace(day=number))
    return None


def _monthly(on: date, of: Callable[[date], date]) -> date:
    """The day of this month, or of the next where it has passed."""
    first = on.replace(day=1)
    found = of(first)
    return found if found >= on else of((first + timedelta(days=32)).replace(day=1))


def _nth(first: date, ordinal: int, weekday: int) -> date:
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (ordinal - 1))


def _last(first: date, weekday: int) -> date:
    end = first.replace(day=monthrange(first.year, first.month)[1])
    return end - timedelta(days=(end.weekday() - weekday) % 7)
