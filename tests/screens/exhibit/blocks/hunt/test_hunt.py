"""The hunt: what is wrong is found by touching, somebody is named for it, and every picture stands."""

import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screens.exhibit.blocks.hunt import KIND
from screens.exhibit.blocks.hunt.drawing import place_of
from screens.exhibit.blocks.hunt.model import HuntModel
from screens.exhibit.model import ExhibitState
from screens.exhibit.view import view as framed
from screens.scene import Box, Icon, Target, targets
from tests.screens.exhibit.blocks.d1 import measured
from tests.screens.exhibit.blocks.d6 import EXHIBIT, HUNT, hunt_walk
from tests.screens.looks import all_looks, complaints, labels, look

PROBLEMS = [one.id for one in HUNT.problems]


def shown(state, here):
    return framed(ExhibitState(EXHIBIT, HUNT.id, HUNT.kind, state, ()), here)


def press(model, *names):
    for name in names:
        assert model.press(f"hunt.{name}", 0.0) == ()
    return model.state


def test_models_do_without_kivy():
    code = "import sys, screens.exhibit.blocks.hunt.model; print('kivy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout.strip() == "False"


def test_a_thing_in_order_asks_for_nobody():
    model = HuntModel(HUNT)
    state = press(model, "spot.lamp", "actor.self")
    assert (state.answers, state.found, len(state.left)) == ((), (), 5)


def test_a_problem_is_found_once_and_answered_once():
    model = HuntModel(HUNT)
    state = press(model, "spot.drain", "spot.drain")
    assert [one.id for one in state.found] == ["drain"]
    state = press(model, "actor.self", "actor.yard")
    assert state.answers == (("drain", "self"),)


def test_the_ledger_opens_when_all_is_given_to_somebody_and_not_before():
    model = HuntModel(HUNT)
    for id in PROBLEMS[:-1]:
        press(model, f"spot.{id}", "actor.yard", "close")
    assert not press(model, "ledger").done
    press(model, f"spot.{PROBLEMS[-1]}")
    assert not press(model, "ledger").done
    assert press(model, "actor.yard", "ledger").done


def test_a_hint_points_at_something_still_to_find_and_goes_when_it_is_touched():
    model = HuntModel(HUNT)
    state = press(model, "hint")
    assert state.hinted == PROBLEMS[0]
    assert press(model, f"spot.{state.hinted}").hinted == ""
    for id in PROBLEMS:
        press(model, f"spot.{id}")
    assert press(model, "close", "hint").hinted == ""


def test_back_closes_what_is_open_and_then_leads_out():
    model = HuntModel(HUNT)
    press(model, "spot.bin")
    model.press("dock.back", 0.0)
    assert model.state.open == ""
    before = model.state
    model.press("dock.back", 0.0)
    assert model.state == before


NAMES = (
    [f"hunt.spot.{one.id}" for one in HUNT.spots] + [f"hunt.actor.{one.id}" for one in HUNT.actors]
    + ["hunt.hint", "hunt.who", "hunt.close", "hunt.ledger", "hunt.again", "hunt.page.next", "dock.back", "hunt.spot.x"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(NAMES), max_size=50))
def test_no_sequence_of_touches_breaks_the_hunt(ids):
    model = HuntModel(HUNT)
    for id in ids:
        model.press(id, 0.0)
        state = model.state
        assert len(dict(state.answers)) == len(state.answers)
        assert {one for one, _ in state.answers} <= {one.id for one in state.found}
        assert len(state.found) + len(state.left) == len(HUNT.problems)
        assert not state.done or state.settled
        assert state.hinted not in state.seen


def test_every_picture_stands_in_every_variant_and_on_every_page():
    for state in hunt_walk():
        for here in all_looks():
            for page in range(2):
                assert complaints(shown(replace(state, page=page), here).nodes, here) == []


def test_it_stands_in_the_fonts_that_are_shipped():
    for state in hunt_walk():
        for here in map(measured, all_looks()):
            assert complaints(shown(state, here).nodes, here) == []


def test_every_thing_can_be_touched_until_the_ledger():
    states = hunt_walk()
    for here in all_looks():
        for state in states[:-1]:
            ids = {one.id for one in targets(shown(state, here).nodes)}
            assert {f"hunt.spot.{one.id}" for one in HUNT.spots} <= ids
        ids = {one.id for one in targets(shown(states[-1], here).nodes)}
        assert not any(one.startswith("hunt.spot.") for one in ids)


def test_nothing_tells_a_problem_from_a_thing_in_order_before_it_is_touched():
    nodes = shown(HuntModel(HUNT).state, look()).nodes
    spots = [one for one in nodes if isinstance(one, Target) and one.id.startswith("hunt.spot.")]
    assert {(one.role, one.on, one.disabled) for one in spots} == {("option", False, False)}
    assert not [one for one in nodes if isinstance(one, Icon)]


def test_a_place_lies_where_the_picture_has_it():
    spot = next(one for one in HUNT.spots if one.id == "drain")
    box = place_of(Box(100, 50, 1000, 500), spot)
    assert box.x == 100 + spot.from_left
    assert box.bottom == pytest.approx(50 + (spot.from_top + spot.high) / 2)


def test_the_ledger_adds_up():
    here = look()
    words = [one.full for one in labels(shown(hunt_walk()[-1], here).nodes)]
    assert f"一共 {sum(one.credit for one in HUNT.problems)} 分" in words


def test_the_kind_is_registered_under_its_schema_name():
    assert KIND.kind == HUNT.kind
