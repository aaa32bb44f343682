"""The days off that terms are counted by are the very ones that the exhibition shows, year by year."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from content import bundled
from content.civics.holidays import CALENDAR, NOTICES
from content.civics.working_days import WorkCalendar, spans
from content.schema import JourneyBlock


def _shown() -> WorkCalendar:
    blocks = (block for one in bundled.read(date.today()).exhibits for block in one.blocks)
    (held,) = (block.holidays for block in blocks if isinstance(block, JourneyBlock))
    off = tuple((one.first, one.last) for one in held.days_off)
    return WorkCalendar(spans(off), frozenset(held.worked), CALENDAR.covers)


@pytest.mark.parametrize("year", [2025, 2026])
def test_the_exhibition_shows_the_days_that_terms_are_counted_by(year: int) -> None:
    shown, day = _shown(), date(year, 1, 1)
    while day.year == year:
        assert shown.works(day) == CALENDAR.works(day), day
        day += timedelta(1)


@pytest.mark.parametrize("year", [2025, 2026])
def test_every_worked_weekend_is_one_and_every_day_off_is_told_by_a_notice(year: int) -> None:
    assert any(f"{year}年" in one for one in NOTICES)
    worked = [day for day in CALENDAR.extra_days if day.year == year]
    assert worked and all(day.weekday() >= 5 and day not in CALENDAR.days_off for day in worked)
