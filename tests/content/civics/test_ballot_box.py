"""选举法 (2020) art. 41, 44, 45: a box of papers counted to the end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.civics.ballot_box import WRITE_IN, Paper, first_round, judge, later_round, next_round, validity

TREES = ("fig", "camphor", "ginkgo", "cypress")
PAPERS = st.lists(
    st.builds(Paper, st.lists(st.sampled_from((*TREES, WRITE_IN)), unique=True, max_size=5).map(tuple)), max_size=30
)


def papers(**pairs):
    """`fig_camphor=4`: four papers for those two."""
    return [Paper(tuple(names.split("_"))) for names, n in pairs.items() for _ in range(n)]


@pytest.mark.parametrize(
    ("chosen", "against", "seats", "valid"),
    [
        # art. 44 para. 2: more people chosen than seats, as many, fewer
        (("fig", "camphor", "ginkgo"), (), 2, False),
        (("fig", "camphor"), (), 2, True),
        (("fig",), (), 2, True),
        # art. 41: votes against choose nobody; a blank paper abstains; another voter may be chosen and counts
        (("fig", "camphor"), ("ginkgo", "cypress"), 2, True),
        ((), TREES, 2, True),
        ((), (), 2, True),
        (("fig", WRITE_IN), (), 2, True),
        (("fig", "camphor", WRITE_IN), (), 2, False),
    ],
)
def test_a_paper_choosing_too_many_is_void(chosen, against, seats, valid):
    assert judge(Paper(chosen, against), seats).valid is valid


@pytest.mark.parametrize(
    ("voters", "took_part", "cast", "valid", "article", "paragraph"),
    [
        (20, 12, 12, True, 45, 1),  # art. 45 para. 1: more than half
        (24, 12, 12, False, 45, 1),  # exactly half is not more than half
        (20, 11, 12, False, 44, 1),  # art. 44 para. 1: more votes than people
        (20, 12, 11, True, 45, 1),  # art. 44 para. 1: fewer votes are fine
        (24, 12, 13, False, 45, 1),
    ],
)
def test_when_an_election_stands(voters, took_part, cast, valid, article, paragraph):
    found = validity(voters, took_part, cast)
    assert (found.valid, found.provision.article, found.provision.paragraph) == (valid, article, paragraph)


def test_void_papers_count_among_those_who_took_part():
    # art. 45 para. 1: 参加投票的选民过半数; six of twelve is half
    box = [*papers(fig=6, camphor=4), Paper(TREES), Paper(TREES)]
    round = first_round(box, TREES, 1, took_part=12)
    assert (round.count.votes_needed, round.count.elected, round.void) == (7, (), 2)


def test_equal_votes_are_voted_on_again_between_the_tied():
    # art. 45 para. 3
    box = papers(fig_camphor=4, fig_ginkgo=4, camphor_ginkgo=3, cypress=1)
    round = first_round(box, TREES, 2, took_part=12)
    assert round.count.elected == ("fig",)
    kind, standing, seats = next_round(round)
    assert (kind, set(standing), seats) == ("again", {"camphor", "ginkgo"}, 1)
    again = later_round(kind, papers(camphor=4, ginkgo=3) + [Paper()] * 5, standing, seats)
    assert again.count.elected == ("camphor",)  # most votes, no share of them is asked for
    assert next_round(again) is None


def test_a_vote_again_that_is_equal_again_is_voted_on_once_more():
    again = later_round("again", papers(camphor=6, ginkgo=6), ("camphor", "ginkgo"), 1)
    assert next_round(again) == ("again", ("camphor", "ginkgo"), 1)


def test_fewer_elected_than_seats_leads_to_a_run_off_of_two_for_one_seat():
    # art. 45 para. 4
    box = papers(fig_camphor=4, fig_ginkgo=4, camphor=2, cypress=2)
    round = first_round(box, TREES, 2, took_part=12)
    assert round.count.elected == ("fig",)
    assert next_round(round) == ("run_off", ("camphor", "ginkgo"), 1)


@pytest.mark.parametrize(("votes", "elected"), [(4, ("camphor",)), (3, ())])
def test_a_run_off_asks_for_a_third_of_the_votes(votes, elected):
    # art. 45 para. 5: 不得少于选票的三分之一; twelve papers, four votes
    box = papers(camphor=votes, ginkgo=1) + [Paper()] * (11 - votes)
    round = later_round("run_off", box, ("camphor", "ginkgo"), 1)
    assert (round.count.elected, round.count.votes_needed) == (elected, 4)
    assert next_round(round) is None


def test_somebody_else_is_counted_but_stands_in_no_run_off():
    box = papers(other=7, fig=3, camphor=2)
    round = first_round(box, TREES, 1, took_part=12)
    assert round.votes[WRITE_IN] == 7
    assert next_round(round) == ("run_off", ("fig", "camphor"), 1)


def test_a_first_round_is_not_a_later_one():
    with pytest.raises(ValueError):
        later_round("first", [], TREES, 1)


@given(PAPERS, st.integers(1, 3))
def test_votes_add_up_and_no_more_are_elected_than_there_are_seats(box, seats):
    round = first_round(box, TREES, seats, took_part=len(box))
    valid = [paper for paper in box if judge(paper, seats).valid]
    assert round.void + len(valid) == len(box)
    assert sum(round.votes.values()) == sum(len(paper.chosen) for paper in valid)
    assert len(round.count.elected) + round.count.open_seats == seats
    assert all(2 * round.votes[who] > len(box) for who in round.count.elected)
