"""选举法 (2020) art. 28, 29, 31, 32, 34, 44, 45."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.civics import elections
from content.civics.elections import (
    ballot,
    calendar,
    candidates,
    elect,
    may_introduce_candidates,
    run_off,
    run_off_candidates,
    turnout,
    votes_match,
)


@pytest.mark.parametrize(
    ("seats", "mode", "least", "most"),
    [
        # art. 31 para. 2: direct, more by one third to as many again
        (1, "direct", 2, 2),
        (2, "direct", 3, 4),
        (3, "direct", 4, 6),
        # art. 31 para. 2: indirect, more by one fifth to one half
        (2, "indirect", 3, 3),
        (5, "indirect", 6, 7),
        (6, "indirect", 8, 9),
        (20, "indirect", 24, 30),
        # one seat, indirect: no whole number fits; art. 45 para. 4 asks for two
        (1, "indirect", 2, 2),
    ],
)
def test_there_are_more_candidates_than_seats(seats, mode, least, most):
    limits = candidates(seats, mode)
    assert (limits.least, limits.most) == (least, most)
    assert limits.allows(least)
    assert limits.allows(most)
    assert not limits.allows(least - 1)
    assert not limits.allows(most + 1)
    assert limits.article.endswith("第三十一条第二款")


@pytest.mark.parametrize(
    ("voters", "took_part", "valid"),
    [(100, 50, False), (100, 51, True), (101, 50, False), (101, 51, True), (0, 0, False)],
)
def test_an_election_needs_more_than_half_of_all_voters(voters, took_part, valid):
    # art. 45 para. 1
    assert turnout(voters, took_part).met is valid


@pytest.mark.parametrize(("cast", "took_part", "valid"), [(11, 10, False), (10, 10, True), (9, 10, True)])
def test_more_votes_than_people_make_the_election_void(cast, took_part, valid):
    # art. 44 para. 1
    assert votes_match(cast, took_part).met is valid


@pytest.mark.parametrize(("marks", "seats", "valid"), [(3, 2, False), (2, 2, True), (1, 2, True), (0, 2, True)])
def test_a_ballot_with_more_names_than_seats_is_void(marks, seats, valid):
    # art. 44 para. 2
    assert ballot(marks, seats).met is valid


def test_half_of_the_votes_is_not_enough():
    # art. 45 para. 1: 过半数
    count = elect({"甲": 50, "乙": 49}, 1, base=100)
    assert (count.elected, count.open_seats, count.votes_needed) == ((), 1, 51)


def test_of_those_with_more_than_half_the_most_votes_win():
    # art. 45 para. 3
    assert elect({"甲": 60, "乙": 71, "丙": 66}, 2, base=100).elected == ("乙", "丙")


def test_an_equal_vote_that_decides_is_voted_on_again():
    # art. 45 para. 3: 就票数相等的候选人再次投票
    count = elect({"甲": 80, "乙": 60, "丙": 60}, 2, base=100)
    assert (count.elected, count.tied, count.open_seats) == (("甲",), ("丙", "乙") if "丙" < "乙" else ("乙", "丙"), 1)


def test_an_equal_vote_that_decides_nothing_is_no_tie():
    count = elect({"甲": 60, "乙": 60}, 2, base=100)
    assert (set(count.elected), count.tied) == ({"甲", "乙"}, ())


def test_an_indirect_election_counts_all_deputies_not_those_present():
    # art. 45 para. 2: 全体代表过半数; 100 deputies, 80 present, 45 votes
    assert elect({"甲": 45}, 1, base=100).elected == ()
    assert elect({"甲": 51}, 1, base=100).elected == ("甲",)


@pytest.mark.parametrize(
    ("votes", "elected", "seats", "mode", "standing"),
    [
        # art. 45 para. 4: one seat open, two stand
        ({"甲": 70, "乙": 40, "丙": 30, "丁": 20}, ("甲",), 1, "direct", ("乙", "丙")),
        # equal votes at the edge are kept if art. 31 leaves room: two seats, three or four stand
        ({"a": 40, "b": 30, "c": 20, "d": 20, "e": 1}, (), 2, "direct", ("a", "b", "c", "d")),
        ({"a": 40, "b": 20, "c": 20, "d": 20, "e": 20}, (), 2, "direct", ("a", "b", "c")),
    ],
)
def test_the_run_off_takes_the_next_by_votes(votes, elected, seats, mode, standing):
    assert run_off_candidates(votes, elected, seats, mode) == standing


@pytest.mark.parametrize(
    ("cast", "votes", "elected"),
    [(90, 30, ("甲",)), (90, 29, ()), (91, 30, ()), (91, 31, ("甲",))],  # art. 45 para. 5: 不得少于选票的三分之一
)
def test_a_run_off_needs_a_third_of_the_votes(cast, votes, elected):
    assert run_off({"甲": votes, "乙": 1}, 1, cast=cast).elected == elected


DAY = date(2026, 12, 20)


@pytest.mark.parametrize(
    ("key", "day", "article"),
    [
        ("voter_list", date(2026, 11, 30), "第二十八条"),
        ("objections", date(2026, 12, 5), "第二十九条"),
        ("objection_ruling", date(2026, 12, 8), "第二十九条"),
        ("court_action", date(2026, 12, 15), "第二十九条"),
        ("judgment", date(2026, 12, 19), "第二十九条"),
        ("first_candidates", date(2026, 12, 5), "第三十二条"),
        ("formal_candidates", date(2026, 12, 13), "第三十二条"),
        ("introductions_end", date(2026, 12, 19), "第三十四条"),
        ("election_day", DAY, "第十一条"),
    ],
)
def test_the_calendar_counts_back_from_election_day(key, day, article):
    step = next(step for step in calendar(DAY) if step.key == key)
    assert step.day == day
    assert article in step.article


def test_objections_run_from_the_day_the_list_was_really_published():
    steps = {step.key: step.day for step in calendar(DAY, list_published=date(2026, 11, 20))}
    assert steps["objections"] == date(2026, 11, 25)


def test_a_list_published_too_late_is_refused():
    with pytest.raises(ValueError, match=r"art\. 28"):
        calendar(DAY, list_published=date(2026, 12, 1))


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_the_calendar_is_in_order_of_time(day):
    days = [step.day for step in calendar(day)]
    assert days == sorted(days)
    assert days[-1] == day


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 400))
def test_candidates_are_introduced_before_election_day_and_never_on_or_after_it(day, later):
    # art. 34, last sentence
    assert may_introduce_candidates(day - timedelta(days=1), day)
    assert not may_introduce_candidates(day + timedelta(days=later), day)


@given(st.dictionaries(st.text("abcdefgh", min_size=1, max_size=2), st.integers(0, 100), max_size=9), st.integers(1, 5))
def test_a_count_never_elects_more_than_there_are_seats_nor_anyone_below_half(votes, seats):
    count = elect(votes, seats, base=100)
    assert len(count.elected) + count.open_seats == seats
    assert all(votes[who] >= 51 for who in count.elected + count.tied)
    assert not count.tied or len(count.tied) > count.open_seats
    assert not set(count.elected) & set(count.tied)


@pytest.mark.parametrize(
    "call",
    [
        lambda: candidates(0, "direct"),
        lambda: turnout(10, 11),
        lambda: elect({"甲": 11}, 1, base=10),
        lambda: elect({}, 0, base=10),
        lambda: run_off({"甲": -1}, 1, cast=10),
    ],
)
def test_impossible_numbers_are_refused(call):
    with pytest.raises(ValueError):
        call()


def test_there_is_no_way_to_cast_a_vote_here():
    # T13: the kiosk never takes a ballot; the module only counts what it is given
    assert not [name for name in dir(elections) if "cast" in name or "store" in name or "record" in name]
