"""选举法 (2020) art. 11, 28, 29, 32, 34: the calendar laid out for one election day, month ends and leap years."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.civics import elections
from content.civics.election_calendar import KEYS, Provision, deadlines, earliest_election_day, in_time

_HAN = "零一二三四五六七八九"
DAYS = st.dates(date(2000, 2, 1), date(2100, 1, 1))


def days(election_day):
    return {one.key: one.day for one in deadlines(election_day)}


@pytest.mark.parametrize(
    ("election_day", "key", "day"),
    [
        # art. 28: twenty days before, over a February of 29 days, of 28 days, and of a century that is no leap year
        (date(2028, 3, 15), "voter_list", date(2028, 2, 24)),
        (date(2027, 3, 15), "voter_list", date(2027, 2, 23)),
        (date(2100, 3, 15), "voter_list", date(2100, 2, 23)),
        (date(2028, 3, 20), "voter_list", date(2028, 2, 29)),
        # art. 28: over the end of a year, and of a month of 30 days
        (date(2027, 1, 10), "voter_list", date(2026, 12, 21)),
        (date(2026, 12, 20), "voter_list", date(2026, 11, 30)),
        # art. 29: five days from publication, its own day not counted; on the leap day
        (date(2028, 3, 15), "objections", date(2028, 2, 29)),
        (date(2027, 3, 15), "objections", date(2027, 2, 28)),
        # art. 29: a ruling within three days of the last objection
        (date(2028, 3, 15), "objection_ruling", date(2028, 3, 3)),
        # art. 32 para. 1: fifteen days before
        (date(2028, 3, 15), "first_candidates", date(2028, 2, 29)),
        (date(2027, 3, 15), "first_candidates", date(2027, 2, 28)),
        # art. 32 para. 1: seven days before, back into a month of 31 days
        (date(2026, 11, 7), "formal_candidates", date(2026, 10, 31)),
        # art. 29: five days before to go to court; judged before election day
        (date(2028, 3, 5), "court_action", date(2028, 2, 29)),
        (date(2028, 3, 1), "judgment", date(2028, 2, 29)),
        # art. 34: introductions end with the day before
        (date(2027, 3, 1), "introductions_end", date(2027, 2, 28)),
        # art. 11 para. 1 item 3: the committee sets the day
        (date(2028, 2, 29), "election_day", date(2028, 2, 29)),
    ],
)
def test_each_deadline_of_the_law(election_day, key, day):
    assert days(election_day)[key] == day


@pytest.mark.parametrize("key", KEYS)
def test_article_and_paragraph_are_those_the_rule_itself_cites(key):
    cited = next(step.article for step in elections.calendar(date(2028, 3, 15)) if step.key == key)
    provision = next(one.provision for one in deadlines(date(2028, 3, 15)) if one.key == key)
    assert f"第{_han(provision.article)}条" in cited
    assert provision.paragraph is None or f"第{_han(provision.paragraph)}款" in cited


def _han(number):
    tens, ones = divmod(number, 10)
    return (("" if tens == 1 else _HAN[tens]) + "十" if tens else "") + (_HAN[ones] if ones else "")


@given(DAYS)
def test_the_days_come_in_order_and_end_with_election_day(day):
    made = deadlines(day)
    assert [one.day for one in made] == sorted(one.day for one in made)
    assert {one.key for one in made} == set(KEYS)
    assert made[-1].key == "election_day"
    assert made[0].day == day - timedelta(days=20)


@pytest.mark.parametrize(
    ("ready", "earliest"),
    [
        (date(2028, 2, 9), date(2028, 2, 29)),
        (date(2027, 2, 9), date(2027, 3, 1)),
        (date(2026, 12, 31), date(2027, 1, 20)),
    ],
)
def test_a_list_ready_later_moves_the_earliest_election_day(ready, earliest):
    # art. 28
    assert earliest_election_day(ready) == earliest
    assert in_time(earliest, ready)
    assert not in_time(earliest - timedelta(days=1), ready)


def test_a_provision_without_paragraphs_names_none():
    assert Provision(28).paragraph is None
