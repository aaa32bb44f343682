"""The rules of the deliberation simulation. None is a statute's: the decision of 2025-03-26 fixes neither number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.civics.deliberation import Rule, Side, mood, points, proposals, quorum, result, wishes, workable


def sides(*numbers):
    return [Side(*one) for one in numbers]


@pytest.mark.parametrize(
    ("affected", "needed"),
    [(1, 1), (2, 1), (3, 2), (14, 7), (17, 9), (32, 16), (33, 17)],
    ids=lambda n: str(n),
)
def test_at_least_half_of_those_affected_must_come(affected, needed):
    assert quorum(affected) == needed


@pytest.mark.parametrize(
    ("majority", "numbers", "agreeing", "needed", "enough"),
    [
        # (affected, present, points)
        ("more_than_half", [(10, 5, 5), (10, 5, 4)], 5, 6, False),  # half is not more than half
        ("more_than_half", [(10, 6, 5), (10, 5, 4)], 6, 6, True),
        ("two_thirds", [(9, 6, 5), (9, 3, 4)], 6, 6, True),  # two thirds, this number included
        ("two_thirds", [(9, 6, 5), (9, 4, 4)], 6, 7, False),
        ("two_thirds", [(9, 0, 9), (9, 9, 4)], 0, 6, False),  # who stays away agrees to nothing
        ("every_side", [(9, 9, 5), (2, 1, 5)], 10, 10, True),
        ("every_side", [(9, 9, 10), (2, 2, 4)], 9, 11, False),  # numbers don't help against one side
        ("every_side", [(9, 9, 10), (2, 0, 10)], 9, 9, False),  # a side of which nobody came has not agreed
    ],
)
def test_who_must_agree(majority, numbers, agreeing, needed, enough):
    found = result(Rule(majority), sides(*numbers))
    assert (found.agreeing, found.needed, found.enough) == (agreeing, needed, enough)


def test_a_majority_cannot_leave_a_side_below_the_floor():
    mostly = sides((20, 20, 9), (2, 2, 2))
    assert result(Rule("two_thirds"), mostly).agreed
    found = result(Rule("two_thirds", floor=3), mostly)
    assert found.enough
    assert found.below == (1,)
    assert not found.agreed


def test_nothing_is_agreed_when_fewer_than_half_came():
    found = result(Rule("more_than_half"), sides((10, 4, 10), (5, 3, 10)))
    assert (found.present, found.quorum, found.quorate) == (7, 8, False)
    assert found.enough
    assert not found.agreed


@pytest.mark.parametrize(
    ("value", "feels"),
    [(0, "opposed"), (4, "opposed"), (5, "accepts"), (7, "accepts"), (8, "content"), (10, "content")],
)
def test_five_points_are_enough_to_accept_and_eight_to_be_content(value, feels):
    assert mood(value) == feels


TABLE = (((3, 0), (0, 4)), ((7, 2), (5, 6)))


def test_points_add_up_over_the_issues():
    assert points(TABLE, (0, 1)) == (8, 6)
    assert sorted(proposals(TABLE)) == [(0, 0), (0, 1), (1, 0), (1, 1)]


def test_wishes_are_the_best_offers_the_first_of_equals():
    assert wishes(TABLE, 0) == (0, 0)
    assert wishes(TABLE, 1) == (1, 1)
    assert wishes([[(2,), (2,)]], 0) == (0,)


def test_workable_proposals_are_those_that_the_rule_lets_pass():
    found = workable(Rule("every_side"), TABLE, (4, 4), (3, 2))
    assert set(found) == {(0, 1), (1, 0), (1, 1)}
    assert set(workable(Rule("every_side"), TABLE, (4, 4), (1, 2))) == set()
    assert all(one.agreed for one in found.values())
    assert workable(Rule("every_side"), TABLE, (4, 4), (3, 0)) == {}


@given(
    st.sampled_from(["more_than_half", "two_thirds", "every_side"]),
    st.integers(0, 4),
    st.lists(st.tuples(st.integers(1, 30), st.integers(0, 30), st.integers(0, 10)), min_size=2, max_size=5),
)
def test_more_points_for_a_side_never_undo_an_agreement(majority, floor, numbers):
    numbers = [(count, min(here, count), value) for count, here, value in numbers]
    rule = Rule(majority, floor)
    if result(rule, sides(*numbers)).agreed:
        for place, (count, here, value) in enumerate(numbers):
            better = [*numbers]
            better[place] = (count, here, min(10, value + 1))
            assert result(rule, sides(*better)).agreed
