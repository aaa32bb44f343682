"""The budget: nobody gives out more than there is, minimums stay, wishes count as disclosed; whole in every look."""

import random
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from content.schema import BudgetBlock, Exhibit, strictly
from screens.exhibit.blocks.budget import KIND
from screens.exhibit.blocks.budget.model import BudgetModel
from screens.exhibit.model import ExhibitState
from screens.exhibit.view import view
from screens.scene import targets
from tests.screens.looks import all_looks, complaints, labels, look

FILE = Path(__file__).parents[5] / "content/exhibition/exhibits/livelihood-vote/exhibit.yaml"
EXHIBIT = strictly(Exhibit, yaml.safe_load(FILE.read_text(encoding="utf-8")))
BLOCK = next(one for one in EXHIBIT.blocks if isinstance(one, BudgetBlock))
USES = [one.id for one in BLOCK.uses]


def opened(*presses):
    model = KIND.open(BLOCK, None, random.Random(1))
    for press in presses:
        model.press(press, 0.0)
    return model


def framed(model, one):
    return view(ExhibitState(EXHIBIT, "budget", "budget", model.state, ()), one).nodes


def test_the_model_runs_without_kivy():
    code = "import sys, screens.exhibit.blocks.budget.model; sys.exit('kivy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


TOUCHES = st.one_of(
    st.tuples(st.sampled_from([f"budget.{verb}.{use}" for verb in ("less", "more") for use in (*USES, "nothing")]
                              + ["budget.draft", "budget.done", "budget.again", "budget.page.next", "dock.back"]),
              st.none()),
    st.tuples(st.sampled_from([f"budget.use.{use}" for use in (*USES, "nothing")]),
              st.floats(-3, 4, allow_nan=False)),
)  # fmt: skip


@given(st.lists(TOUCHES, max_size=40))
def test_no_way_of_touching_gives_out_more_than_there_is_or_less_than_the_minimum(touches):
    model = opened()
    for id, share in touches:
        if share is None:
            model.press(id, 0.0)
        else:
            model.slide(id, share, 0.0)
        state = model.state
        assert state.left >= 0
        assert sum(state.sums) + state.left == BLOCK.total
        for use, sum_ in zip(BLOCK.uses, state.sums, strict=True):
            assert use.least <= sum_ <= BLOCK.most
            assert sum_ % BLOCK.step == 0


def test_a_slider_pulled_to_its_end_takes_only_what_is_left():
    model = opened()
    model.slide("budget.use.park", 1.0, 0.0)
    assert model.state.by_use["park"] == 50  # 20 of the draft, and the 30 that were left
    assert model.state.left == 0
    model.slide("budget.use.clean", 0.9, 0.0)
    assert model.state.by_use["clean"] == 50


def test_a_slider_pulled_to_nothing_stops_at_the_minimum():
    model = opened()
    model.slide("budget.use.clean", -1.0, 0.0)
    assert model.state.by_use["clean"] == 30


def test_a_button_moves_one_step():
    model = opened("budget.more.park")
    assert model.state.by_use["park"] == 25
    model.press("budget.less.park", 0.0)
    assert model.state.by_use["park"] == 20


def test_wishes_are_met_from_the_sum_they_name():
    model = opened()
    old = BLOCK.groups[0]
    assert model.state.met(old) == 0
    model.state = replace(model.state, sums=(30, 40, 60, 10, 0))
    assert model.state.met(old) == 2
    assert old in model.state.content
    model.state = replace(model.state, sums=(30, 35, 60, 10, 0))
    assert model.state.met(old) == 1


def test_the_result_tells_what_all_wishes_would_take():
    assert opened().state.all_cost == 60 + 40 + 60 + 50 + 40
    told = "".join(one.full for one in labels(framed(opened("budget.done"), look()))).replace(" ", "")
    assert "比总额多50万元" in told
    assert "0组心愿全满足，共4组" in told


def test_after_the_result_a_visitor_may_go_on_or_begin_with_the_draft():
    model = opened("budget.more.park", "budget.done", "budget.again")
    assert (model.state.phase, model.state.by_use["park"]) == ("share", 25)
    model = opened("budget.more.park", "budget.done", "budget.draft")
    assert model.state == opened().state


def test_a_step_that_is_not_to_be_had_is_dead():
    model = opened()
    model.slide("budget.use.park", 1.0, 0.0)
    dead = {one.id for one in targets(framed(model, look())) if one.disabled}
    assert {f"budget.more.{use}" for use in USES} <= dead
    assert "budget.less.park" not in dead


def test_everything_stands_whole_in_every_look():
    full = opened()
    full.slide("budget.use.park", 1.0, 0.0)
    for model in (opened(), full, opened("budget.done"), opened("budget.done", "budget.page.next")):
        for one in all_looks():
            assert complaints(framed(model, one), one) == [], (one.variant, one.landscape)


def test_it_is_called_a_simulation_in_every_look():
    for one in all_looks():
        assert view(ExhibitState(EXHIBIT, "budget", "budget", opened().state, ()), one).sample


RAW = BLOCK.model_dump(by_alias=True)


def changed(**more):
    return BudgetBlock.model_validate({**RAW, **more})


def use(**more):
    return [{**RAW["uses"][0], **more}, *RAW["uses"][1:]]


@pytest.mark.parametrize(("more", "says"), [
    ({"total": 160}, "lower a start"),
    ({"uses": use(start=20)}, "start between least"),
    ({"uses": use(start=52)}, "whole steps"),
    ({"uses": use(id="park")}, "share an id"),
    ({"most": 55}, "whole steps up to 55"),
])  # fmt: skip
def test_a_budget_that_cannot_hold_is_refused_with_its_cure(more, says):
    with pytest.raises(ValidationError, match=says):
        changed(**more)


def test_the_model_begins_with_the_draft():
    assert BudgetModel(BLOCK).state.left == 30
