"""A letter's deadline in plain words, for the person who wrote it: the day, what is left of it, and why it moved.

Owns the sentences, in Chinese and English. Leaves the arithmetic to `content.civics.reply_terms`. A day that lies
beyond the last holiday notice is called expected; a pledge is called the station's own, never law.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from content.civics.reply_terms import Due, Term, due, left
from content.civics.working_days import WorkCalendar

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


@dataclass(frozen=True)
class Said:
    """The same in both languages."""

    zh: str
    en: str

    def __add__(self, other: Said) -> Said:
        return Said(self.zh + other.zh, f"{self.en} {other.en}".strip())


def in_words(term: Term, today: date, calendar: WorkCalendar, reason: str = "") -> Said:
    """What the writer is told of the term on a day. `reason` is that of an extension, as staff wrote it."""
    found = due(term, calendar)
    if found is None:
        return Said("等您补充情况，计时暂停。", "We're waiting for more from you; the days don't count meanwhile.")
    said = _day(term, found) + _left(term, today, calendar)
    if found.extended:
        because = reason.rstrip("。")
        said += Said(
            f"期限延长过一次{f'，原因：{because}' if because else ''}。",
            f"The term was lengthened once{f': {because}' if because else ''}.",
        )
    if found.paused:
        said += Said(
            f"等您补充的时间没有计算在内，往后移了 {found.paused} 天。",
            f"The days spent waiting for you don't count: it moved by {_days(found.paused)}.",
        )
    if not found.known:
        said += Said("那时的放假安排还没有公布，日期可能变动。", "Holidays for then aren't announced yet; it may move.")
    return said


def spell(on: date) -> Said:
    """A day in full."""
    return Said(f"{on.year} 年 {on.month} 月 {on.day} 日", f"{on.day} {_MONTHS[on.month - 1]} {on.year}")


def _day(term: Term, found: Due) -> Said:
    day, sure = spell(found.on), found.known
    if term.rule.basis == "pledge":
        return Said(
            f"本站{'承诺' if sure else '预计'}在 {day.zh}前答复。",
            f"This station {'has promised' if sure else 'expects'} to answer by {day.en}.",
        )
    return Said(
        f"按{term.rule.article}，{'应当' if sure else '预计'}在 {day.zh}前答复。",
        f"By regulation it is {'to be' if sure else 'expected to be'} answered by {day.en}.",
    )


def _left(term: Term, today: date, calendar: WorkCalendar) -> Said:
    count = left(term, today, calendar)
    assert count is not None
    worked = term.rule.unit == "working_days"
    unit = "个工作日" if worked else "天"
    if count == 0:
        return Said("今天是最后一天。", "Today is the last day.")
    amount = _days(abs(count), "working day" if worked else "day")
    if count > 0:
        return Said(f"还有 {count} {unit}。", f"{amount} left.")
    return Said(f"已经过了 {-count} {unit}，您可以请工作人员催办。", f"It is {amount} late; staff can ask for it.")


def _days(count: int, word: str = "day") -> str:
    return f"{count} {word}{'' if count == 1 else 's'}"
