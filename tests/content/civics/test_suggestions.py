"""重庆市代表建议条例 (2017) art. 9, 13, 16, 18, 20, 21, 24, 27-29; 代表法 (2025) art. 51; 乡镇人大条例 (2016) art. 16;
信访工作条例 (2022) art. 22, 23, 34-36."""  # fmt: skip

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.civics.suggestions import (
    EXCLUDED,
    TERMS,
    after_evaluation,
    counts_in_statistics,
    deadline,
    promise_window,
    standing,
)
from tests.content.civics.test_working_days import AUTUMN


@pytest.mark.parametrize(
    ("key", "start", "due", "article"),
    [
        # 条例: working days, over the eight days off of October 2025
        ("assign", date(2025, 9, 26), date(2025, 10, 16), "第十三条第二款"),
        ("refuse", date(2025, 9, 15), date(2025, 9, 28), "第十六条"),
        ("reassign", date(2025, 9, 26), date(2025, 10, 16), "第十六条"),
        ("contact", date(2025, 9, 15), date(2025, 10, 17), "第十八条"),
        ("co_opinion", date(2025, 9, 15), date(2025, 10, 31), "第二十条第一款"),
        ("co_opinion_again", date(2025, 9, 30), date(2025, 10, 14), "第二十条第一款"),
        # 条例 art. 21, 代表法 art. 51 para. 2: months, their ends, days off at the end
        ("reply", date(2025, 9, 15), date(2025, 12, 15), "第二十一条"),
        ("reply", date(2025, 11, 30), date(2026, 2, 28), "第五十一条第二款"),
        ("reply", date(2023, 11, 30), date(2024, 2, 29), "第二十一条"),
        ("reply", date(2025, 10, 1), date(2026, 1, 1), "第二十一条"),
        ("reply_hard", date(2025, 8, 31), date(2026, 2, 28), "第二十一条"),
        # 条例: the two evaluations, the redo, the report on promises
        ("evaluate_reply", date(2025, 9, 15), date(2025, 10, 17), "第二十七条第一款"),
        ("redo", date(2025, 12, 31), date(2026, 2, 28), "第二十七条第二款"),
        ("promise_notice", date(2025, 9, 15), date(2025, 12, 31), "第二十四条第二款"),
        ("promise_notice", date(2025, 12, 31), date(2025, 12, 31), "第二十四条第二款"),
        ("evaluate_promise", date(2025, 12, 31), date(2026, 1, 29), "第二十八条第一款"),
        # 乡镇人大条例 art. 16
        ("town_reply", date(2025, 12, 31), date(2026, 2, 28), "第十六条"),
        ("town_reply_hard", date(2025, 10, 31), date(2026, 2, 28), "第十六条"),
        # 信访工作条例: days run through holidays
        ("petition_forward", date(2025, 9, 26), date(2025, 10, 11), "第二十二条"),
        ("petition_inform", date(2025, 9, 26), date(2025, 10, 11), "第二十三条"),
        ("petition_objection", date(2025, 9, 30), date(2025, 10, 14), "第二十三条第三款"),
        ("petition_conclude", date(2025, 9, 15), date(2025, 11, 14), "第三十四条"),
        ("petition_extension", date(2025, 9, 15), date(2025, 12, 14), "第三十四条"),
        ("petition_review_request", date(2025, 9, 15), date(2025, 10, 15), "第三十五条"),
        ("petition_review", date(2025, 9, 15), date(2025, 10, 15), "第三十五条"),
        ("petition_recheck_request", date(2025, 9, 15), date(2025, 10, 15), "第三十六条第一款"),
        ("petition_recheck", date(2025, 9, 15), date(2025, 10, 15), "第三十六条第一款"),
    ],
)
def test_each_term_ends_on_its_day(key, start, due, article):
    found = deadline(key, start, AUTUMN)
    assert found.due == due
    assert article in found.term.article


def test_every_term_says_where_it_runs_from_and_what_the_law_leaves_open():
    for term in TERMS.values():
        assert term.runs_from, term.key
        assert term.note, term.key
        assert term.amount > 0, term.key


def test_a_month_that_ends_on_a_day_off_says_so():
    found = deadline("reply", date(2025, 10, 1), AUTUMN)  # ends on New Year's Day
    assert not found.works
    assert "顺延" in found.term.note


def test_beyond_the_holiday_table_a_due_date_is_an_estimate():
    assert deadline("assign", date(2025, 9, 15), AUTUMN).known
    assert not deadline("assign", date(2026, 12, 25), AUTUMN).known


@pytest.mark.parametrize(
    ("key", "before"),
    [("assign", date(2017, 12, 31)), ("petition_conclude", date(2022, 4, 30))],
)
def test_no_rule_reaches_back_before_it_was_in_force(key, before):
    # 条例 art. 40, 信访工作条例 art. 50
    with pytest.raises(ValueError, match="in force since"):
        deadline(key, before, AUTUMN)
    assert deadline(key, before + timedelta(days=1), AUTUMN).due > before


@pytest.mark.parametrize(
    ("key", "today", "state", "left", "unit"),
    [
        ("assign", date(2025, 9, 15), "open", 10, "working_days"),
        ("assign", date(2025, 9, 26), "open", 1, "working_days"),
        ("assign", date(2025, 9, 28), "today", 0, "working_days"),
        ("assign", date(2025, 9, 29), "over", -1, "working_days"),
        ("assign", date(2025, 10, 9), "over", -3, "working_days"),
        ("reply", date(2025, 12, 14), "open", 1, "days"),
        ("reply", date(2025, 12, 15), "today", 0, "days"),
        ("reply", date(2025, 12, 17), "over", -2, "days"),
    ],
)
def test_a_deadline_counts_down_in_its_own_unit(key, today, state, left, unit):
    found = standing(deadline(key, date(2025, 9, 15), AUTUMN), today, AUTUMN)
    assert (found.state, found.left, found.unit) == (state, left, unit)


@pytest.mark.parametrize(
    ("round_", "grade", "promised", "next_"),
    [
        # art. 27 para. 2: a first reply, then the reply made anew
        ("reply", "satisfied", False, "closed"),
        ("reply", "mostly", True, "promise_follows"),
        ("reply", "dissatisfied", True, "redo_may_be_asked"),
        ("redone_reply", "satisfied", True, "promise_follows"),
        ("redone_reply", "dissatisfied", True, "studied_together"),
        # art. 28 para. 2: the second evaluation
        ("promise", "satisfied", True, "closed"),
        ("promise", "mostly", True, "closed"),
        ("promise", "dissatisfied", True, "studied_together"),
    ],
)
def test_what_an_evaluation_leads_to(round_, grade, promised, next_):
    assert after_evaluation(round_, grade, promised=promised) == next_


@pytest.mark.parametrize(
    ("evaluated", "reminded", "today", "counts"),
    [
        # art. 29
        (None, False, date(2025, 12, 1), True),
        (None, True, date(2025, 10, 17), True),  # the last day
        (None, True, date(2025, 10, 18), False),
        (date(2025, 10, 30), True, date(2025, 12, 1), True),
    ],
)
def test_an_evaluation_never_given_is_left_out_of_the_statistics(evaluated, reminded, today, counts):
    term = deadline("evaluate_reply", date(2025, 9, 15), AUTUMN)
    assert counts_in_statistics(term, evaluated, reminded=reminded, today=today) is counts


def test_promises_are_reported_in_the_fourth_quarter():
    # art. 24 para. 2
    assert promise_window(2025) == (date(2025, 10, 1), date(2025, 12, 31))


def test_a_residents_letter_passed_on_is_no_suggestion():
    # art. 9 para. 2 item 2
    assert EXCLUDED["forwarded_letter"].endswith("第九条第二款第二项")
    assert EXCLUDED["own_matter"].endswith("第一项")
    assert EXCLUDED["complaint"].endswith("第四项")


@given(st.sampled_from(sorted(TERMS)), st.dates(date(2025, 4, 1), date(2026, 9, 30)))
def test_a_term_ends_after_it_began_and_is_open_until_then(key, start):
    found = deadline(key, start, AUTUMN)
    assert found.due > start or (key == "promise_notice" and found.due >= start)
    assert standing(found, found.due, AUTUMN).state == "today"
    assert standing(found, found.due + timedelta(days=1), AUTUMN).state == "over"
