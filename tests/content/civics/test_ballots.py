"""The two rule sets of the vote simulation, and their count.

What statutes say: 地方组织法 (2022) art. 14 para. 4, art. 25; 重庆市乡镇人大工作条例 (2016) art. 10, 17;
代表法 (2025) art. 23. By analogy only: 选举法 (2020) art. 44, 45.
"""

from dataclasses import fields, replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.civics.ballots import COUNTY, RULES, STREET, TOWN, Budget, Provision, Share, tally

OPTIONS = ("路灯", "扶手", "食堂", "车棚", "步道")


def votes(**counts: int) -> list[set[str]]:
    """One mark a ballot: so many ballots for each option."""
    return [{option} for option, n in counts.items() for _ in range(n)]


def test_a_congress_decides_and_a_street_chooses():
    # S2: 票决 by deputies of districts and townships, 票选 by the street's meeting; T6
    assert (COUNTY.term, TOWN.term, STREET.term) == ("票决", "票决", "票选")
    assert "没有本级人大代表" in STREET.effect.reason
    assert STREET.voters == "议事代表"


def test_a_session_needs_two_thirds_of_all_deputies():
    # 地方组织法 art. 14 para. 4; 乡镇人大工作条例 art. 10
    assert TOWN.quorum.provision.basis == "stated"
    assert "第十条" in TOWN.quorum.provision.cite
    assert tally([{"路灯"}] * 39, TOWN, 1, options=OPTIONS, members=60).state == "no_quorum"
    assert tally([{"路灯"}] * 40, TOWN, 1, options=OPTIONS, members=60).state == "decided"


def test_a_choice_needs_more_than_half_of_all_deputies_not_of_those_present():
    # 乡镇人大工作条例 art. 17: 以全体代表的过半数通过
    below = tally(votes(路灯=30, 扶手=10), TOWN, 1, options=OPTIONS, members=60)
    above = tally(votes(路灯=31, 扶手=9), TOWN, 1, options=OPTIONS, members=60)
    assert (below.votes_needed, below.chosen, below.state) == (31, (), "open_places")
    assert (above.chosen, above.state) == (("路灯",), "decided")


def test_a_street_takes_half_of_those_present_and_says_that_this_is_ours():
    assert STREET.majority.provision.basis == "exhibit rule"
    result = tally(votes(路灯=16, 扶手=14), STREET, 1, options=OPTIONS, members=50)
    assert (result.votes_needed, result.chosen) == (16, ("路灯",))


def test_whatever_the_sources_leave_open_is_marked_as_our_rule():
    for rules in RULES.values():
        for provision in (rules.majority.provision, rules.too_many_marks, rules.blank, rules.tie, rules.budget):
            assert provision.basis == "exhibit rule"
            assert provision.reason


@pytest.mark.parametrize("rules", RULES.values(), ids=RULES)
def test_what_is_stated_names_its_source(rules):
    provisions = [getattr(rules, field.name) for field in fields(rules)]
    provisions = [one.provision if isinstance(one, Share) else one for one in provisions]
    for provision in (one for one in provisions if isinstance(one, Provision)):
        assert provision.cite if provision.basis == "stated" else provision.reason


def test_a_ballot_with_more_marks_than_places_is_invalid_and_a_blank_one_abstains():
    result = tally([{"路灯", "扶手", "食堂"}, set(), {"路灯"}, {"摩天轮"}], STREET, 2, options=OPTIONS, members=4)
    assert (result.valid, result.invalid, result.blank) == (1, 2, 1)
    assert dict(result.votes)["路灯"] == 1


def test_invalid_and_blank_ballots_still_count_as_people_present():
    result = tally([set()] * 20 + [{"路灯"}] * 20, STREET, 1, options=OPTIONS, members=40)
    assert (result.votes_needed, result.chosen) == (21, ())


def test_more_ballots_than_people_make_the_vote_void():
    result = tally([{"路灯"}] * 41, TOWN, 1, options=OPTIONS, members=60, present=40)
    assert (result.state, result.chosen, result.open_places) == ("void", (), 1)


def test_a_tie_for_the_last_place_is_voted_on_again_among_the_tied():
    first = [{"路灯", "扶手"}] * 20 + [{"路灯", "食堂"}] * 20
    rules = replace(STREET, majority=Share(Fraction(1, 3), True, "present", STREET.majority.provision))
    tie = tally(first, rules, 2, options=OPTIONS, members=40)
    assert (tie.state, tie.chosen, tie.tied, tie.open_places) == ("tie", ("路灯",), ("扶手", "食堂"), 1)
    again = tally(first, rules, 2, options=OPTIONS, members=40, revotes=[votes(食堂=21, 扶手=19)])
    assert (again.state, again.chosen, again.tied) == ("decided", ("路灯", "食堂"), ())


def test_a_second_tie_is_a_tie_again():
    first = votes(路灯=20, 扶手=20)
    rules = replace(STREET, majority=Share(Fraction(1, 4), True, "present", STREET.majority.provision))
    equal = votes(路灯=20, 扶手=20)
    assert tally(first, rules, 1, options=OPTIONS, members=40, revotes=[equal]).tied == ("路灯", "扶手")
    third = tally(first, rules, 1, options=OPTIONS, members=40, revotes=[equal, votes(扶手=21, 路灯=19)])
    assert third.chosen == ("扶手",)


def test_equal_votes_that_all_find_a_place_are_no_tie():
    result = tally([{"路灯", "扶手"}] * 10, STREET, 2, options=OPTIONS, members=10)
    assert (result.state, set(result.chosen)) == ("decided", {"路灯", "扶手"})


def test_a_project_that_no_longer_fits_the_budget_is_skipped_for_the_next():
    ballots = [{"路灯", "扶手", "食堂"}] * 8 + [{"路灯", "扶手"}] + [{"路灯"}]
    budget = Budget(100, {"路灯": 70, "扶手": 40, "食堂": 30, "车棚": 5, "步道": 5})
    result = tally(ballots, STREET, 3, options=OPTIONS, members=10, budget=budget)
    assert (result.chosen, result.over_budget, result.spent) == (("路灯", "食堂"), ("扶手",), 100)
    assert result.open_places == 1


def test_equal_votes_that_only_one_can_be_paid_for_are_a_tie():
    budget = Budget(100, dict.fromkeys(OPTIONS, 60))
    ballots = [{"路灯", "扶手"}] * 10
    tie = tally(ballots, STREET, 2, options=OPTIONS, members=10, budget=budget)
    assert (tie.state, tie.tied) == ("tie", ("路灯", "扶手"))
    done = tally(ballots, STREET, 2, options=OPTIONS, members=10, budget=budget, revotes=[[{"扶手"}] * 10])
    assert (done.chosen, done.over_budget, done.spent) == (("扶手",), ("路灯",), 60)


def test_a_project_is_not_called_too_dear_when_the_places_were_gone():
    budget = Budget(50, {"路灯": 50, "扶手": 60, "食堂": 1, "车棚": 1, "步道": 1})
    ballots = [{"路灯"}] * 6 + [{"扶手"}] * 4
    rules = replace(STREET, majority=Share(Fraction(1, 4), True, "present", STREET.majority.provision))
    assert tally(ballots, rules, 1, options=OPTIONS, members=10, budget=budget).over_budget == ()


@pytest.mark.parametrize(
    "wrong",
    [
        {"places": 0},
        {"members": 3},
        {"present": 99},
        {"options": ("路灯", "路灯")},
        {"revotes": [[{"路灯"}]]},
    ],
)
def test_impossible_numbers_are_refused(wrong):
    given_ = {"places": 1, "members": 10, "options": OPTIONS, **wrong}
    with pytest.raises(ValueError):
        tally([{"路灯"}] * 8, STREET, given_.pop("places"), **given_)


BALLOTS = st.lists(st.sets(st.sampled_from(OPTIONS)), max_size=30)


@given(BALLOTS, st.integers(1, 4), st.sampled_from(list(RULES)), st.integers(0, 20), st.integers(0, 200))
def test_no_count_ever_breaks_its_own_rules(ballots, places, id, absent, limit):
    budget = Budget(limit, {option: 20 * n for n, option in enumerate(OPTIONS, 1)})
    result = tally(ballots, RULES[id], places, options=OPTIONS, members=len(ballots) + absent, budget=budget)
    counts = dict(result.votes)
    assert len(result.chosen) + result.open_places == places
    assert result.spent <= limit
    assert all(counts[option] >= result.votes_needed for option in result.chosen + result.tied + result.over_budget)
    assert result.valid + result.invalid + result.blank == len(ballots)
    groups = [result.chosen, result.tied, result.over_budget, result.below_majority]
    assert len(set().union(*groups)) == sum(map(len, groups))
    assert (result.state == "tie") == bool(result.tied)
