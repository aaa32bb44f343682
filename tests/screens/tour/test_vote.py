"""The vote of teams is counted by the rules, whatever the teams do."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.schema import BallotBlock
from screens.tour.vote import TeamVote, answer, closed
from tests.content.samples_of_content import ballot_block
from tests.screens.tour.samples import catalog

BLOCK = BallotBlock.model_validate(ballot_block())


def fresh(teams: int = 4) -> TeamVote:
    return TeamVote(BLOCK, teams)


def after(vote: TeamVote, *names: str) -> TeamVote:
    for name in names:
        vote = answer(vote, name)
    return vote


def cast_by(vote: TeamVote, *ballots: str) -> TeamVote:
    """Each ballot as words: "p1 p2"."""
    for marks in ballots:
        vote = after(vote, "come", *(f"mark.{one}" for one in marks.split()), "cast")
    return vote


def test_the_block_of_an_exhibit_is_the_one_voted_on() -> None:
    assert catalog().exhibit("levels").blocks[1].kind == "ballot"


def test_a_ballot_is_marked_only_by_the_team_at_the_screen() -> None:
    vote = after(fresh(), "mark.p1", "cast")
    assert (vote.marks, vote.team, vote.phase) == ((), 0, "turn")
    vote = after(vote, "come", "mark.p1", "mark.p2", "mark.p1")
    assert vote.marks == ("p2",)


def test_no_paper_has_more_marks_than_places_nor_costs_more_than_there_is() -> None:
    vote = after(fresh(), "come", "mark.p1", "mark.p2", "mark.p3")
    assert vote.marks == ("p1", "p2")
    poor = replace(vote, block=BLOCK.model_copy(update={"budget": 150}), marks=())
    assert after(poor, "mark.p1", "mark.p2").marks == ("p1",)
    assert after(vote, "mark.moon").marks == vote.marks


def test_what_more_than_half_of_the_teams_want_is_chosen() -> None:
    vote = cast_by(fresh(), "p1 p2", "p1 p2", "p1 p3", "p2 p4")
    assert vote.phase == "count"
    assert vote.outcome.chosen == ("p1", "p2")
    assert (vote.outcome.votes_needed, vote.outcome.spent) == (3, 200)
    assert [vote.chosen_by(team) for team in range(4)] == [(2, 2), (2, 2), (1, 2), (1, 2)]


def test_equal_votes_are_voted_on_once_more_among_the_tied_alone() -> None:
    vote = cast_by(fresh(), "p1 p2", "p1 p2", "p3 p2", "p1 p3")
    assert vote.outcome.chosen == ("p1", "p2")
    vote = cast_by(fresh(6), "p1 p2", "p1 p2", "p1 p3", "p1 p3", "p2 p3", "p2 p3")
    assert (vote.outcome.state, vote.outcome.tied, vote.again) == ("tie", ("p1", "p2", "p3"), True)
    vote = answer(vote, "again")
    assert ([one.id for one in vote.options], vote.places, vote.budget) == (["p1", "p2", "p3"], 2, 300)
    vote = cast_by(vote, "p1 p2", "p1 p2", "p1 p2", "p1", "p3", "p3")
    assert (vote.outcome.state, vote.outcome.chosen, vote.again) == ("decided", ("p1", "p2"), False)


def test_a_tie_that_stays_leaves_its_places_open() -> None:
    papers = ("p1 p2", "p1 p2", "p1 p3", "p1 p3", "p2 p3", "p2 p3")
    vote = cast_by(answer(cast_by(fresh(6), *papers), "again"), *papers)
    assert (vote.outcome.state, vote.outcome.chosen, vote.again) == ("tie", (), False)
    assert answer(vote, "again") == vote


# 地方组织法第十四条第四款: two thirds of all must be there
@pytest.mark.parametrize(("cast", "state"), [(2, "no_quorum"), (3, "decided")])
def test_when_the_time_is_up_what_was_cast_is_counted_if_enough_were_there(cast: int, state: str) -> None:
    vote = closed(cast_by(fresh(), *["p1 p2"] * cast))
    assert (vote.phase, vote.outcome.state) == ("count", state)


def test_a_second_round_that_was_broken_off_leaves_the_first_as_it_was() -> None:
    papers = ("p1 p2", "p1 p2", "p1 p3", "p1 p3", "p2 p3", "p2 p3")
    first = cast_by(fresh(6), *papers)
    vote = closed(cast_by(answer(first, "again"), "p1"))
    assert vote.outcome == first.outcome
    assert not vote.again


NAMES = ["come", "cast", "again", "nonsense", *(f"mark.p{i}" for i in range(6))]


@given(st.integers(4, 8), st.lists(st.sampled_from(NAMES), max_size=80))
def test_no_sequence_of_touches_reaches_an_impossible_vote(teams: int, names: list[str]) -> None:
    vote = after(fresh(teams), *names)
    for one in (vote, closed(vote)):
        assert len(one.cast) <= teams
        assert all(len(marks) <= BLOCK.places for marks in (*one.cast, one.marks))
        assert one.spent <= one.budget
        if one.phase == "count":
            outcome = one.outcome
            assert sum(votes for _, votes in outcome.votes) <= teams * BLOCK.places
            assert outcome.spent <= BLOCK.budget
            assert len(outcome.chosen) + outcome.open_places == BLOCK.places
