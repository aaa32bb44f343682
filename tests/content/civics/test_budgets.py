"""Sharing out a sum: steps, minimums, ceilings. 地方组织法 (2022) art. 11 (2), 12 (4): a congress approves it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.civics.budgets import all_wishes_cost, bounded, left, met

SUMS = {"a": 50, "b": 30}


@pytest.mark.parametrize(("wanted", "gets"), [
    (50, 50), (52, 50), (53, 55), (57, 55), (58, 60),  # the nearest step
    (0, 30), (-40, 30), (31, 30),  # never below its minimum of 30
    (70, 70), (71, 70), (500, 70),  # 100 - 30 of the other
])  # fmt: skip
def test_a_use_gets_the_nearest_step_within_its_minimum_and_what_is_left(wanted, gets):
    assert bounded(wanted, "a", SUMS, total=100, least=30, most=100, step=5) == gets


def test_no_use_gets_more_than_its_slider_reaches():
    assert bounded(90, "a", SUMS, total=200, least=30, most=80, step=5) == 80


@given(st.integers(-50, 300), st.integers(0, 20), st.integers(0, 20))
def test_whatever_is_wanted_the_total_holds(wanted, a, b):
    sums = {"a": a * 5, "b": b * 5}
    gets = bounded(wanted, "a", sums, total=200, least=0, most=100, step=5)
    assert left(200, {**sums, "a": gets}) >= 0
    assert 0 <= gets <= 100


def test_a_wish_is_met_from_its_sum_on():
    assert met([("a", 50), ("b", 35)], SUMS) == 1
    assert met([("a", 55), ("b", 35)], SUMS) == 0
    assert met([("a", 50), ("b", 30)], SUMS) == 2


def test_all_wishes_cost_the_highest_of_each_use_and_the_minimums_of_the_rest():
    assert all_wishes_cost([("a", 50), ("a", 40), ("b", 10)], {"a": 30, "b": 20, "c": 5}) == 50 + 20 + 5
