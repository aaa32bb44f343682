"""Counting working days over weekends, holidays and worked weekends; months and their ends."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.civics.working_days import WEEKENDS, WorkCalendar, after, between, months_after, on_or_after, spans

# 国务院办公厅关于2025年部分节假日安排的通知 六; 关于2026年部分节假日安排的通知 一, 二
AUTUMN = WorkCalendar(
    spans([(date(2025, 10, 1), date(2025, 10, 8)), (date(2026, 1, 1), date(2026, 1, 3))]),
    frozenset({date(2025, 9, 28), date(2025, 10, 11), date(2026, 1, 4)}),
    (date(2025, 1, 1), date(2026, 12, 31)),
)
DAYS = st.dates(date(2024, 1, 1), date(2027, 12, 31))


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2025, 9, 26), True),  # a Friday
        (date(2025, 9, 27), False),  # a Saturday
        (date(2025, 9, 28), True),  # a Sunday worked for the holiday
        (date(2025, 10, 1), False),  # a Wednesday off
        (date(2025, 10, 8), False),  # its last day
        (date(2025, 10, 9), True),
        (date(2025, 10, 11), True),  # a Saturday worked
        (date(2025, 10, 12), False),
    ],
)
def test_a_holiday_moves_work_to_weekends(day, works):
    assert AUTUMN.works(day) is works


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        (date(2025, 9, 15), 0, date(2025, 9, 15)),
        (date(2025, 9, 15), 1, date(2025, 9, 16)),  # the day itself is not counted
        (date(2025, 9, 15), 10, date(2025, 9, 28)),  # a worked Sunday is the tenth
        (date(2025, 9, 26), 3, date(2025, 9, 30)),
        (date(2025, 9, 26), 4, date(2025, 10, 9)),  # over eight days off
        (date(2025, 9, 30), 10, date(2025, 10, 21)),
        (date(2025, 10, 3), 1, date(2025, 10, 9)),  # begun on a day off
        (date(2025, 12, 31), 1, date(2026, 1, 4)),  # over the turn of the year
    ],
)
def test_the_nth_working_day(start, count, end):
    assert after(start, count, AUTUMN) == end


def test_without_holidays_ten_working_days_are_two_weeks():
    assert after(date(2025, 9, 15), 10) == date(2025, 9, 29)


def test_working_days_are_not_counted_backwards():
    with pytest.raises(ValueError, match="forwards"):
        after(date(2025, 9, 15), -1)


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2025, 9, 15), 3, date(2025, 12, 15)),
        (date(2025, 11, 30), 3, date(2026, 2, 28)),
        (date(2023, 11, 30), 3, date(2024, 2, 29)),  # a leap year
        (date(2025, 8, 31), 6, date(2026, 2, 28)),
        (date(2025, 10, 31), 1, date(2025, 11, 30)),
        (date(2025, 12, 31), 2, date(2026, 2, 28)),
        (date(2025, 1, 31), 12, date(2026, 1, 31)),
    ],
)
def test_months_end_on_the_same_day_or_the_last(start, months, end):
    assert months_after(start, months) == end


def test_a_range_is_given_from_its_first_day():
    with pytest.raises(ValueError, match="first day first"):
        spans([(date(2025, 10, 8), date(2025, 10, 1))])


@given(DAYS, st.integers(0, 200))
def test_counting_forth_and_counting_between_agree(start, count):
    end = after(start, count, AUTUMN)
    assert between(start, end, AUTUMN) == count
    assert between(end, start, AUTUMN) == -count
    assert count == 0 or AUTUMN.works(end)


@given(DAYS)
def test_the_next_working_day_is_near_and_worked(day):
    found = on_or_after(day, AUTUMN)
    assert AUTUMN.works(found)
    assert day <= found <= day + timedelta(days=9)


def test_a_calendar_says_where_its_knowledge_ends():
    assert AUTUMN.knows(date(2025, 9, 1), date(2026, 12, 31))
    assert not AUTUMN.knows(date(2026, 12, 1), date(2027, 1, 1))
    assert WEEKENDS.works(date(2027, 1, 1))  # weekends only
