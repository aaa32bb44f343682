"""Days on which offices work, and counting by them: "within ten working days", "within three months".

Owns the arithmetic. Leaves to others: which days are holidays (content, or the hub, supplies a `WorkCalendar` made from
the State Council's yearly notice) and which term a law sets (`content.civics.suggestions`). The day something happens
on is not counted; the regulations cited by `suggestions` leave that open, and it is how terms are usually counted.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

_DAY = timedelta(days=1)
_SATURDAY = 5


@dataclass(frozen=True)
class WorkCalendar:
    """Weekends, the days off among weekdays, and the weekend days worked instead; what it knows ends at `covers`.

    Outside `covers` only weekends count as days off, and `knows` says so: a due date there is an estimate.
    """

    days_off: frozenset[date] = frozenset()
    extra_days: frozenset[date] = frozenset()
    covers: tuple[date, date] = field(default=(date.min, date.max))

    def works(self, day: date) -> bool:
        """Whether offices work on this day."""
        if day in self.extra_days:
            return True
        return day.weekday() < _SATURDAY and day not in self.days_off

    def knows(self, first: date, last: date) -> bool:
        """Whether every day from `first` to `last` lies in what this calendar was made from."""
        return self.covers[0] <= first and last <= self.covers[1]


#: No holidays at all.
WEEKENDS = WorkCalendar()


def spans(ranges: Iterable[tuple[date, date]]) -> frozenset[date]:
    """Every day of some ranges, both ends included.

    Raises: ValueError where a range ends before it begins.
    """
    days: set[date] = set()
    for first, last in ranges:
        if last < first:
            raise ValueError(f"{last} comes before {first}; give the first day first")
        days.update(first + timedelta(days=i) for i in range((last - first).days + 1))
    return frozenset(days)


def after(start: date, count: int, calendar: WorkCalendar = WEEKENDS) -> date:
    """The `count`-th working day after `start`, which is not counted itself; `start` for none.

    Raises: ValueError for a negative count.
    """
    if count < 0:
        raise ValueError("working days are counted forwards")
    day = start
    while count:
        day += _DAY
        count -= calendar.works(day)
    return day


def between(start: date, end: date, calendar: WorkCalendar = WEEKENDS) -> int:
    """Working days after `start`, up to and including `end`; negative when `end` comes first."""
    if end < start:
        return -between(end, start, calendar)
    return sum(calendar.works(start + timedelta(days=i)) for i in range(1, (end - start).days + 1))


def on_or_after(day: date, calendar: WorkCalendar = WEEKENDS) -> date:
    """The day itself if offices work, else the next one on which they do."""
    while not calendar.works(day):
        day += _DAY
    return day


def months_after(start: date, count: int) -> date:
    """The same day `count` months later; the month's last day where it has no such day (30 November -> 28 February)."""
    month = start.month - 1 + count
    year, month = start.year + month // 12, month % 12 + 1
    return date(year, month, min(start.day, monthrange(year, month)[1]))
