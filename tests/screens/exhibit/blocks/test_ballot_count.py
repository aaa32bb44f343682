"""The simulated vote: what stands on the ballot, how the others mark it, what the count says."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screens.exhibit.blocks.ballot.count import (
    GRADES,
    REVOTES,
    candidates,
    count,
    first_paper,
    grades,
    members,
    passes,
    served,
    simulated,
)
from screens.parts.money import money, said
from tests.screens.exhibit.blocks.samples import ballot

BLOCK = ballot()
TOWN, STREET = BLOCK.rule_sets
PAPER = first_paper(BLOCK)


def test_only_what_passes_all_three_tests_stands_on_the_ballot():
    listed = candidates(BLOCK)
    assert all(passes(one) for one in listed)
    assert {"garden", "bridge", "rail-line"}.isdisjoint(one.id for one in listed)


def test_of_too_many_the_ballot_keeps_those_that_serve_most_in_the_order_of_the_content():
    listed = candidates(BLOCK)
    assert len(listed) == BLOCK.ballot_size == 8
    assert "books" not in {one.id for one in listed}  # 12 per cent, the least of nine that pass
    order = [one.id for one in BLOCK.proposals]
    assert [order.index(one.id) for one in listed] == sorted(order.index(one.id) for one in listed)


@given(st.integers(0, 2**32), st.integers(0, 3))
@settings(max_examples=40, deadline=None)
def test_no_simulated_voter_marks_more_than_places_or_money_allow(seed, round):
    ballots = simulated(TOWN, PAPER, seed, round)
    assert len(ballots) == members(TOWN) - 1
    for marks in ballots:
        assert len(marks) <= PAPER.places
        assert PAPER.cost(tuple(marks)) <= PAPER.budget
        assert marks <= set(PAPER.options)


def test_the_others_vote_the_same_whenever_the_visitor_goes_back():
    assert simulated(TOWN, PAPER, 7, 0) == simulated(TOWN, PAPER, 7, 0)
    assert simulated(TOWN, PAPER, 7, 0) != simulated(TOWN, PAPER, 8, 0)


def test_a_group_follows_its_disclosed_wishes():
    first_wish = {group.id: group.prefers[0] for group in TOWN.groups}
    ballots = [simulated(TOWN, PAPER, seed, 0)[: TOWN.groups[0].count] for seed in range(20)]
    marked = sum(first_wish["g0"] in marks for run in ballots for marks in run)
    assert marked > 0.9 * 20 * TOWN.groups[0].count


@given(st.integers(0, 2**32), st.sets(st.sampled_from(PAPER.options), max_size=3), st.sampled_from(BLOCK.rule_sets))
@settings(max_examples=60, deadline=None)
def test_a_count_adds_up_and_stays_within_the_budget(seed, marks, rules):
    affordable = tuple(one for one in marks if PAPER.cost(tuple(marks)) <= PAPER.budget)
    counted = count(BLOCK, rules, seed, [affordable])
    papers = [frozenset(affordable), *simulated(rules, PAPER, seed, 0)]
    assert sum(counted.votes.values()) == sum(len(one) for one in papers)
    assert counted.outcome.valid + counted.outcome.blank == members(rules)
    assert counted.outcome.invalid == 0
    assert counted.outcome.spent <= BLOCK.budget
    assert len(counted.outcome.chosen) <= BLOCK.places


@given(st.integers(0, 2**32))
@settings(max_examples=80, deadline=None)
def test_a_tie_is_voted_on_again_and_always_comes_to_an_end(seed):
    rounds = [PAPER.options[:2]]
    counted = count(BLOCK, TOWN, seed, rounds)
    while counted.revote:
        again = counted.again
        assert set(again.options) == set(counted.outcome.tied)
        assert again.places == counted.outcome.open_places
        rounds.append(again.options[:1])
        counted = count(BLOCK, TOWN, seed, rounds)
    assert counted.round <= REVOTES
    assert counted.outcome.spent <= BLOCK.budget


def test_voters_who_stay_level_are_asked_again_twice_and_then_leave_the_places_open():
    wishes = [["rail", "crossing"], ["rail", "care"], ["crossing", "care"]]  # two out of three for each, every time
    groups = [
        {"id": f"g{i}", "name": {"zh-Hans": "代表"}, "count": 4, "prefers": wish} for i, wish in enumerate(wishes)
    ]
    block = ballot(places=2, rule_sets=[TOWN.model_copy(update={"groups": ()}).model_dump() | {"groups": groups}])
    rules = block.rule_sets[0]
    rounds: list[tuple[str, ...]] = []
    for expected in (True, True, False):
        rounds.append(())
        counted = count(block, rules, 1, rounds)
        assert counted.revote is expected
        assert set(counted.outcome.tied) == {"rail", "crossing", "care"}
    assert counted.outcome.chosen == ()


def test_a_tie_does_happen():
    assert any(count(BLOCK, TOWN, seed, [("lift", "canteen")]).revote for seed in range(200))


def test_nothing_can_be_counted_before_a_vote():
    with pytest.raises(ValueError):
        count(BLOCK, TOWN, 1, [])


def test_a_smaller_project_serves_the_part_the_money_reaches():
    rail = next(one for one in BLOCK.proposals if one.id == "rail")
    assert (served(rail, "done"), served(rail, "later")) == (35, 0)
    assert served(rail, "smaller") == 35 * 320 // 410
    books = next(one for one in BLOCK.proposals if one.id == "books")
    assert served(books, "smaller") == 6  # nothing but time ran out: half


def test_everybody_appraises_once_and_a_finished_project_pleases_more():
    rail = next(one for one in BLOCK.proposals if one.id == "rail")
    done, later = (grades(TOWN, rail, fate, 5, BLOCK.places) for fate in ("done", "later"))
    assert set(done) == set(GRADES)
    assert sum(done.values()) == sum(later.values()) == members(TOWN) - 1
    assert done["satisfied"] > later["satisfied"]
    assert done["not"] < later["not"]


@pytest.mark.parametrize(
    ("amount", "zh", "en"),
    [
        (860, "860 万元", "8.6 million yuan"),
        (90, "90 万元", "900,000 yuan"),
        (2400, "2400 万元", "24 million yuan"),
        (12500, "1.25 亿元", "125 million yuan"),
        (0, "0 万元", "0 yuan"),
    ],
)
def test_money_is_said_as_each_language_says_it(amount, zh, en):
    assert said(amount, "zh-Hans") == zh
    assert said(amount, "en") == en
    assert " ".join(money(amount, "zh-Hant")) == zh
