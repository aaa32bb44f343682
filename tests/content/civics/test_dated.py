"""Days as precise as they are known: spans, what is over, days left. Dates of the Decision (S0) and the plan in S2."""

from datetime import date

import pytest

from content.civics.dated import days_left, order_key, over, span


@pytest.mark.parametrize(("day", "precision", "first", "last"), [
    (date(1953, 1, 1), "year", date(1953, 1, 1), date(1953, 12, 31)),
    (date(2020, 6, 15), "year", date(2020, 1, 1), date(2020, 12, 31)),
    (date(2025, 4, 1), "month", date(2025, 4, 1), date(2025, 4, 30)),
    (date(2027, 12, 1), "month", date(2027, 12, 1), date(2027, 12, 31)),
    (date(2024, 2, 10), "month", date(2024, 2, 1), date(2024, 2, 29)),
    (date(2025, 2, 10), "month", date(2025, 2, 1), date(2025, 2, 28)),
    (date(2025, 3, 26), "day", date(2025, 3, 26), date(2025, 3, 26)),
])  # fmt: skip
def test_what_is_known_to_the_month_or_year_covers_all_of_it(day, precision, first, last):
    assert span(day, precision) == (first, last)


@pytest.mark.parametrize(("today", "is_over", "left"), [
    (date(2025, 3, 26), False, 35),
    (date(2025, 4, 29), False, 1),
    (date(2025, 4, 30), False, 0),
    (date(2025, 5, 1), True, 0),
])  # fmt: skip
def test_a_target_by_april_2025_is_open_through_the_30th(today, is_over, left):
    assert over(date(2025, 4, 1), "month", today) is is_over
    assert days_left(date(2025, 4, 1), "month", today) == left


def test_days_left_count_over_a_leap_day():
    assert days_left(date(2028, 3, 1), "day", date(2028, 2, 28)) == 2
    assert days_left(date(2027, 3, 1), "day", date(2027, 2, 28)) == 1


def test_what_begins_together_stands_with_the_less_precise_first():
    days = [
        (date(2023, 1, 1), "day"),
        (date(2023, 1, 9), "month"),
        (date(2023, 7, 1), "year"),
        (date(2022, 12, 31), "day"),
    ]
    assert sorted(days, key=lambda one: order_key(*one)) == [days[3], days[2], days[1], days[0]]
