"""Days known to the year, the month or the day: what span they cover, whether it is over, how many days are left.

A target "by April 2025" is open until that month's last day has passed. What was reached by then is not this module's:
only a source can say so.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import Literal

Precision = Literal["year", "month", "day"]


def span(on: date, precision: Precision) -> tuple[date, date]:
    """First and last day of what is known to be `on` such a year, month or day."""
    if precision == "year":
        return date(on.year, 1, 1), date(on.year, 12, 31)
    if precision == "month":
        return on.replace(day=1), on.replace(day=monthrange(on.year, on.month)[1])
    return on, on


def over(on: date, precision: Precision, today: date) -> bool:
    """Whether its last day is behind us."""
    return span(on, precision)[1] < today


def days_left(on: date, precision: Precision, today: date) -> int:
    """Days from today to its last day; 0 on that day and after it."""
    return max(0, (span(on, precision)[1] - today).days)


def order_key(on: date, precision: Precision) -> tuple[date, int]:
    """Sorts by first day; of those that begin together the less precise come first."""
    return span(on, precision)[0], ("year", "month", "day").index(precision)
