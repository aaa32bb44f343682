"""The committee's way: the day, the deadlines that follow, the cases; no touch leads past what the law allows."""

import subprocess
import sys
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from content.civics.election_calendar import deadlines
from content.schema import ElectionBlock, Exhibit, strictly
from screens.exhibit.blocks import OpenBlock
from screens.exhibit.blocks.election.model import STEPS
from tests.screens.exhibit.blocks.d3 import block, exhibit, opened

BLOCK = block("election")


def press(model, *names):
    for name in names:
        model.press(f"election.{name}", 0.0)
    return model.state


def decide(model, name):
    """Answer every case the same way: the first answer (`allow`) or the second."""
    while model.state.phase == "case":
        case = model.state.case
        press(model, f"choose.{case.choices[0]}" if case.choices else name, "next")
    return model.state


def test_the_model_runs_without_kivy():
    code = "import sys, screens.exhibit.blocks.election.model; sys.exit('kivy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_it_opens_on_a_day_that_leaves_time_for_the_list():
    state = opened("election").state
    assert state.possible
    assert state.earliest == BLOCK.starts + timedelta(days=BLOCK.registration_days + 20)
    assert state.election_day == state.earliest + timedelta(days=7)


def test_every_deadline_moves_with_the_day():
    model = opened("election")
    before = model.state.days
    after = press(model, "more.day").days
    assert [day + timedelta(days=1) for day, _ in before] == [day for day, _ in after]
    assert sum(len(due) for _, due in after) == len(deadlines(model.state.election_day))


@pytest.mark.parametrize(("share", "days"), [(0.0, 21), (1.0, BLOCK.span_days), (0.5, 48)])
def test_the_slider_reaches_from_the_first_day_to_the_last(share, days):
    model = opened("election")
    model.slide("election.slide", share, 0.0)
    assert model.state.election_day == BLOCK.starts + timedelta(days=days)


def test_a_day_too_early_for_the_list_can_be_looked_at_but_not_set():
    # art. 28: registered on 15 February, the list is out for twenty days before election day
    model = opened("election")
    model.slide("election.slide", 0.0, 0.0)
    assert not model.state.possible
    assert press(model, "set").phase == "day"
    while model.state.election_day < date(2028, 3, 6):
        press(model, "more.day")
    assert press(model, "set").phase == "case"


def test_the_day_before_the_earliest_is_one_too_early():
    model = opened("election")
    press(model, "less.week")
    assert model.state.election_day == model.state.earliest
    assert model.state.possible
    assert not press(model, "less.day").possible


def test_only_days_on_which_something_is_due_open():
    model = opened("election")
    due = model.state.days[0][0]
    assert press(model, f"due.{due + timedelta(days=1)}").shown is None
    assert press(model, f"due.{due}").shown == due
    assert press(model, "close").shown is None


def test_moving_the_day_closes_an_opened_one():
    model = opened("election")
    press(model, f"due.{model.state.days[0][0]}")
    assert press(model, "more.day").shown is None


def test_the_law_decides_which_answer_agrees():
    model = opened("election", "election.set")
    allowed = [case.id for i, case in enumerate(BLOCK.cases) if model.state.ruling(i).allowed and not case.choices]
    state = decide(model, "allow")
    agreeing = [case.id for i, case in enumerate(BLOCK.cases) if state.agrees(i) and not case.choices]
    assert agreeing == allowed
    assert set(agreeing) == {"moved", "formal", "writing"}


@pytest.mark.parametrize("answer", ["allow", "refuse"])
def test_whoever_always_says_the_same_is_never_right_throughout(answer):
    state = decide(opened("election", "election.set"), answer)
    assert 0 < state.agreed < len(BLOCK.cases)


@pytest.mark.parametrize(("number", "agrees"), [(2, False), (3, True), (4, True), (6, False)])
def test_three_or_four_may_stand_for_two_seats(number, agrees):
    # art. 31 para. 2
    model = opened("election", "election.set")
    while not model.state.case.choices:
        press(model, "allow", "next")
    at = model.state.at
    assert press(model, f"choose.{number}").agrees(at) is agrees


def test_a_case_is_answered_once():
    model = opened("election", "election.set")
    assert press(model, "allow", "refuse").answers == (1,)


def test_nothing_is_skipped_before_the_first_answer_and_the_rest_afterwards_may_be():
    model = opened("election", "election.set")
    assert press(model, "skip").phase == "case"
    state = press(model, "allow", "skip")
    assert (state.phase, len(state.answers)) == ("end", 1)


def test_the_end_leads_to_the_count_and_to_another_day():
    model = opened("election", "election.set")
    decide(model, "refuse")
    assert model.press("election.open", 0.0) == (OpenBlock("count"),)
    state = press(model, "again")
    assert (state.phase, state.answers) == ("day", ())


def test_back_leads_through_every_case_to_the_day():
    model = opened("election", "election.set")
    decide(model, "allow")
    for _ in range(2 * len(BLOCK.cases)):
        press(model)
        model.press("dock.back", 0.0)
    assert (model.state.phase, model.state.answers) == ("case", ())
    model.press("dock.back", 0.0)
    assert model.state.phase == "day"
    before = model.state
    model.press("dock.back", 0.0)
    assert model.state == before  # passed on: the exhibit goes back itself


_IDS = [
    *STEPS, "set", "close", "allow", "refuse", "next", "skip", "again", "page.next", "page.prev", "choose.2",
    "choose.3", "due.2028-02-29", "due.2028-03-13",
]  # fmt: skip
_TOUCH = st.one_of(st.sampled_from(_IDS), st.floats(0, 1), st.just("back"))


@settings(max_examples=60, deadline=None)
@given(st.lists(_TOUCH, max_size=60))
def test_no_sequence_of_touches_reaches_an_impossible_state(touches):
    model = opened("election")
    for touch in touches:
        if isinstance(touch, float):
            model.slide("election.slide", touch, 0.0)
        elif touch == "back":
            model.press("dock.back", 0.0)
        else:
            press(model, touch)
        state = model.state
        assert state.least <= state.offset <= BLOCK.span_days
        assert state.days[0][0] > BLOCK.starts  # the first deadline lies ahead
        assert state.phase == "day" or state.possible
        assert state.at <= len(state.answers) <= state.at + 1
        assert 0 <= state.agreed <= len(state.answers) <= len(BLOCK.cases)
        assert state.page >= 0
        assert state.shown is None or state.shown in [day for day, _ in state.days]


# ---- what authors can get wrong ----------------------------------------


def changed(**changes):
    return strictly(ElectionBlock, {**BLOCK.model_dump(by_alias=True), **changes})


def case(**changes):
    first = BLOCK.cases[0].model_dump(by_alias=True)
    rest = [one.model_dump(by_alias=True) for one in BLOCK.cases[1:]]
    return changed(cases=[{**first, **changes}, *rest])


def elsewhere():
    whole = exhibit().model_dump(by_alias=True)
    whole["blocks"][0]["opens"] = "ballots"
    return strictly(Exhibit, whole)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (lambda: changed(deadlines=BLOCK.model_dump(by_alias=True)["deadlines"][1:]), "'voter_list' is there 0 times"),
        (lambda: changed(opens=None), "go together"),
        (elsewhere, "'ballots', which is no block"),
        (lambda: case(choices=[2, 3]), "only with it"),
        (lambda: case(refuse=None), "needs either"),
        (lambda: case(rule="comes_of_age", number=0), "birthday"),
        (lambda: case(rule="no_such_rule"), "moved_in"),
    ],
)
def test_mistakes_are_refused_with_their_cure(wrong, said):
    with pytest.raises(ValidationError, match=said):
        wrong()
