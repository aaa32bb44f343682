"""Every picture of the simulation stands in every variant: nothing clipped, everything within reach and touchable."""

import random
from dataclasses import replace

import pytest

from screens.exhibit.blocks.ballot import KIND
from screens.exhibit.blocks.ballot.model import BallotModel
from screens.exhibit.blocks.ballot.state import PHASES
from screens.exhibit.blocks.ballot.view import view
from screens.scene import Fill, Icon, Stroke, targets
from tests.screens.exhibit.blocks.samples import ballot
from tests.screens.looks import all_looks, complaints, labels, look

BLOCK = ballot()
_WAY = ["next", "item.lift", "next", "drop", "skip", "skip", "item.lift", "item.canteen", "item.rail", "item.crossing"]


def walk(*first):
    """A run from beginning to end: every state a visitor sees, in order."""
    model = BallotModel(BLOCK, random.Random(3))
    states = [model.state]

    def press(*names):
        for name in names:
            model.press(f"ballot.{name}", 0.0)
            model.tick(9.0)
            states.append(model.state)

    press(*first, *_WAY, "cast", "cast.yes")
    while model.state.phase != "end":
        state = model.state
        if state.phase == "count":
            press(*(("revote", "cast", "cast.yes") if state.counted.revote else ("next",)))
        elif state.phase == "implement":
            press("react.add", "react.cut", "next")
        else:
            press("grade.satisfied", "next")
    return states


STATES = walk("rule.street")


def at(phase):
    return next(state for state in reversed(STATES) if state.phase == phase)


def test_the_walk_shows_every_step():
    assert {state.phase for state in STATES} == set(PHASES)


@pytest.mark.parametrize("phase", PHASES)
def test_a_step_stands_in_every_variant_and_on_every_page(phase):
    for state in (state for state in STATES if state.phase == phase):
        for here in all_looks():
            for page in range(3):
                shown = view(replace(state, page=page, leaf=page), here, here.content)
                assert complaints(shown.nodes, here) == []


@pytest.mark.parametrize("phase", PHASES)
def test_every_step_says_that_it_is_a_simulation(phase):
    for here in all_looks():
        shown = view(at(phase), here, here.content)
        assert shown.sample
        assert shown.hint == here.t("ballot.hint")
        assert here.t("ballot.sim") in [label.full for label in labels(shown.nodes)]


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_large_text_reaches_every_card_by_paging(language):
    here = look(language=language, text="large")
    found = set()
    for page in range(8):
        shown = view(replace(at("vote"), page=page), here, here.content)
        found |= {one.id for one in targets(shown.nodes) if one.id.startswith("ballot.item.")}
    assert found == {f"ballot.item.{one.id}" for one in at("vote").listed}


def test_in_normal_text_the_whole_paper_lies_on_one_screen():
    for theme in ("light", "contrast"):
        here = look(theme=theme)
        shown = view(at("vote"), here, here.content)
        assert len([one for one in targets(shown.nodes) if one.id.startswith("ballot.item.")]) == 8


def test_a_card_that_does_not_fit_is_dead_and_says_by_how_much():
    state = replace(at("vote"), rounds=(), marks=("lift", "water", "parking"))
    here = look()
    shown = view(state, here, here.content)
    canteen = next(one for one in targets(shown.nodes) if one.id == "ballot.item.canteen")
    assert canteen.disabled
    assert "还差 400 万元" in canteen.spoken


def test_each_mark_of_the_visitor_is_a_vermilion_ring_and_nothing_else_is():
    state = replace(at("vote"), rounds=(), marks=("rail", "care"))
    shown = view(state, look(), look().content)
    assert len([one for one in shown.nodes if isinstance(one, Stroke) and one.color == "vermilion"]) == 2


def test_the_ring_grows_while_it_is_drawn_but_not_with_reduced_motion():
    state = replace(at("vote"), rounds=(), marks=("rail",), ink=0.5)

    def points(here):
        shown = view(state, here, here.content)
        return sum(len(one.points) for one in shown.nodes if isinstance(one, Stroke) and one.color == "vermilion")

    assert points(look()) < points(look(theme="contrast"))


def test_the_column_of_the_budget_is_to_scale():
    state = replace(at("vote"), rounds=(), marks=("lift", "rail"))
    shown = view(state, look(), look().content)
    bars = [one.box.h + 3 for one in shown.nodes if isinstance(one, Fill) and one.color in ("teal", "teal_deep")]
    assert bars[0] / bars[1] == pytest.approx(860 / 320, rel=0.01)


def test_town_decides_and_street_chooses_in_words():
    town = next(state for state in reversed(walk()) if state.phase == "count")
    street = at("count")
    here = look()
    assert any("票决" in label.full for label in labels(view(town, here, here.content).nodes))
    said = [label.full for label in labels(view(street, here, here.content).nodes)]
    assert any("票选" in text for text in said)
    assert not any("票决" in text for text in said)


def test_the_tests_say_nothing_before_the_visitor_has_judged():
    here = look()
    before = next(state for state in STATES if state.phase == "screen")
    after = next(state for state in STATES if state.phase == "screen" and state.verdicts)

    def marks(state):
        return [
            one
            for one in view(state, here, here.content).nodes
            if isinstance(one, Icon) and (one.name, one.color) == ("check", "teal")
        ]

    assert (len(marks(before)), len(marks(after))) == (0, 3)


def test_the_kind_is_registered_under_its_schema_name():
    assert KIND.kind == BLOCK.kind
