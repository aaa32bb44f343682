"""The way through the simulation: every step can be reached, left and gone back from; nothing breaks its rules."""

import random
import subprocess
import sys

from hypothesis import given, settings
from hypothesis import strategies as st

from screens.exhibit.blocks.ballot.count import GRADES
from screens.exhibit.blocks.ballot.model import BallotModel
from screens.exhibit.blocks.ballot.state import PHASES, REACTIONS, offered
from tests.screens.exhibit.blocks.samples import ballot

BLOCK = ballot()
OPTIONS = [one.id for one in BLOCK.proposals]


def fresh(seed=3, block=BLOCK):
    return BallotModel(block, random.Random(seed))


def press(model, *names):
    for name in names:
        assert model.press(f"ballot.{name}", 0.0) == ()
    return model.state


def at_vote(seed=3, block=BLOCK):
    model = fresh(seed, block)
    press(model, "next", "next", "skip", "skip")
    assert model.state.phase == "vote"
    return model


def finish(model):
    """Go on from a cast paper to the end, keeping every phase passed."""
    seen = [model.state.phase]
    for _ in range(60):
        state = model.state
        if state.phase == "end":
            return seen
        if state.phase == "count":
            press(model, *(("revote", "cast", "cast.yes") if state.counted.revote else ("next",)))
        elif state.phase == "implement":
            press(model, "react.cut", "next")
        else:
            press(model, "grade.basically", "next")
        seen.append(model.state.phase)
    raise AssertionError("the simulation never ends")


def test_models_do_without_kivy():
    models = "screens.exhibit.blocks.ballot.model, screens.exhibit.blocks.steps.model"
    code = f"import sys, {models}; print('kivy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout.strip() == "False"


def test_every_step_of_the_procedure_is_reached_in_order():
    model = at_vote()
    state = press(model, "item.rail", "item.crossing", "cast")
    assert state.phase == "confirm"
    press(model, "cast.yes")
    seen = ["rules", "collect", "screen", "debate", "vote", "confirm", *finish(model)]
    assert [phase for i, phase in enumerate(seen) if phase not in seen[:i]] == list(PHASES)


def test_back_leads_through_every_step_to_the_beginning_and_then_out():
    model = at_vote()
    press(model, "item.rail", "cast", "cast.yes")
    finish(model)
    for _ in range(200):
        before = model.state
        model.press("dock.back", 0.0)
        if model.state == before:
            break
    assert model.state.phase == "rules"  # unchanged by one more "back": the frame takes it from here


def test_who_knows_the_way_goes_straight_to_the_vote_and_back_to_the_rules():
    model = fresh()
    assert press(model, "skip").phase == "vote"
    model.press("dock.back", 0.0)
    assert model.state.phase == "rules"


def test_going_back_takes_a_cast_paper_out_of_the_box_again():
    model = at_vote()
    press(model, "item.rail", "cast", "cast.yes")
    model.press("dock.back", 0.0)
    assert (model.state.phase, model.state.rounds, model.state.marks) == ("confirm", (), ("rail",))


def test_town_and_street_stay_apart_through_the_whole_run():
    model = fresh()
    assert model.state.rule == "town"
    press(model, "rule.street", "next", "next", "skip", "skip", "item.rail", "cast", "cast.yes")
    assert model.state.rules.id == "street"
    finish(model)
    state = press(model, "other")
    assert (state.phase, state.rule, state.rounds) == ("rules", "town", ())


def test_a_new_run_has_other_voters():
    model = at_vote()
    seed = model.state.seed
    press(model, "cast", "cast.yes")
    finish(model)
    state = press(model, "again")
    assert state.seed != seed
    assert (state.phase, state.marks, state.verdicts) == ("rules", (), ())


def test_screening_tells_only_after_the_visitor_has_judged_and_judges_once():
    model = fresh()
    press(model, "next", "next", "next")
    assert model.state.item == 0  # no going on without a judgement
    state = press(model, "drop", "keep")
    assert state.verdicts == (("lift", False),)
    assert press(model, "next").item == 1


def test_what_the_visitor_thinks_of_an_idea_does_not_change_the_ballot():
    model = fresh()
    press(model, "next", "next")
    for _ in OPTIONS:
        press(model, "drop", "next")
    assert model.state.phase == "debate"
    assert len(model.state.listed) == 8


def test_a_mark_is_cleared_by_a_second_tap_and_by_undo():
    model = at_vote()
    assert press(model, "item.rail", "item.care", "item.rail").marks == ("care",)
    assert press(model, "undo", "undo").marks == ()


def test_a_project_that_does_not_fit_is_not_marked():
    model = at_vote()
    state = press(model, "item.lift", "item.water", "item.parking", "item.canteen")
    assert state.marks == ("lift", "water", "parking")
    assert state.paper.short(state.marks, "canteen") == 400


def test_more_than_the_places_are_not_marked():
    model = at_vote(block=ballot(places=2))
    assert press(model, "item.rail", "item.care", "item.lamps").marks == ("rail", "care")


def test_the_ring_is_drawn_in_a_quarter_of_a_second_and_then_rests():
    model = at_vote()
    model.press("ballot.item.rail", 10.0)
    assert model.state.ink == 0.0
    model.tick(10.12)
    assert 0.3 < model.state.ink < 0.7
    assert model.next_due(10.12) is not None
    model.tick(10.25)
    assert (model.state.ink, model.next_due(10.25)) == (1.0, None)


def test_money_is_only_offered_where_it_is_asked_for_and_there_is_enough():
    for seed in range(40):
        model = at_vote(seed)
        press(model, "item.rail", "item.crossing", "cast", "cast.yes")
        while model.state.counted.revote:
            press(model, "revote", "cast", "cast.yes")
        press(model, "next")
        while model.state.phase == "implement":
            state = model.state
            here = state.surprised[state.item]
            pays = here.surprise_cost > 0 and state.spent() + here.surprise_cost <= BLOCK.budget
            assert ("add" in offered(state, here)) == pays
            press(model, "react.add")
            assert (model.state.reaction(here.id) == "add") == pays
            press(model, "react.postpone", "next")


def test_a_postponed_project_costs_nothing_this_year():
    model = at_vote()
    press(model, "item.rail", "item.crossing", "cast", "cast.yes")
    while model.state.counted.revote:
        press(model, "revote", "cast", "cast.yes")
    press(model, "next")
    here = model.state.surprised[0]
    before = model.state.spent()
    assert press(model, "react.postpone").spent() == before - here.cost


NAMES = [
    *("next", "skip", "keep", "drop", "cast", "cast.yes", "cast.wait", "undo", "revote", "again", "other", "close"),
    *(f"item.{id}" for id in OPTIONS),
    *(f"react.{one}" for one in REACTIONS),
    *(f"grade.{one}" for one in GRADES),
    *("rule.town", "rule.street", "page.next", "page.prev", "leaf.page.next", "nonsense", "item.", "item.unknown"),
]


@given(
    st.lists(st.sampled_from([*NAMES, *["next", "skip", "cast", "cast.yes", "dock.back"] * 4]), max_size=70),
    st.integers(0, 99),
)
@settings(max_examples=120, deadline=None)
def test_whatever_is_pressed_the_rules_hold(names, seed):
    model = fresh(seed)
    for name in names:
        model.press(name if name == "dock.back" else f"ballot.{name}", 0.0)
        state = model.state
        assert state.phase in PHASES
        paper = state.paper if state.phase in ("vote", "confirm") else None
        if paper:
            assert len(state.marks) <= paper.places
            assert paper.cost(state.marks) <= paper.budget
        if state.rounds:
            assert state.spent() <= BLOCK.budget
            assert state.counted.outcome.invalid == 0


@given(st.integers(0, 2**20))
@settings(max_examples=40, deadline=None)
def test_whoever_only_goes_on_reaches_the_end(seed):
    model = at_vote(seed)
    press(model, "cast", "cast.yes")
    finish(model)
    assert model.state.phase == "end"
