"""Who walks, what is moved, how long: whatever is touched, everything keeps a crossing of its own."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from content.schema import ReachBlock
from screens.exhibit.blocks.reach.model import HOME, LEAST, MOST, ReachModel
from tests.screens.exhibit.blocks.d7 import block, opened

BLOCK: ReachBlock = block("reach")
PRESSES = (
    [f"reach.at.{one.id}" for one in BLOCK.places]
    + [f"reach.hold.{one.id}" for one in BLOCK.services]
    + [f"reach.walker.{one.id}" for one in BLOCK.walkers]
    + [f"reach.move.{way}" for way in ("left", "right", "up", "down")]
    + [
        "reach.hold.home",
        "reach.less",
        "reach.more",
        "reach.build.lift",
        "reach.again",
        "dock.back",
        "reach.at.nowhere",
    ]
)


def test_the_model_runs_without_kivy():
    code = "import sys, screens.exhibit.blocks.reach.model; sys.exit('kivy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_same_town_is_wide_for_one_and_narrow_for_another():
    state = opened("reach").state
    counts = [len(state.reached(one)) for one in BLOCK.walkers]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] == len(BLOCK.services)
    assert 0 < counts[-1] < counts[0]


def test_a_tap_on_a_free_crossing_brings_home_there():
    model = opened("reach", "reach.at.d3")
    assert model.state.where[HOME] == "d3"
    assert model.state.times(model.state.walker)["d3"] == 0


def test_a_tap_on_a_service_takes_it_up_and_the_next_tap_puts_it_down():
    model = opened("reach", "reach.at.d6")
    assert model.state.held == "bus"
    assert model.state.where["bus"] == "d6"
    model.press("reach.at.b4", 0.0)
    assert model.state.where["bus"] == "b4"
    assert model.state.where[HOME] == BLOCK.home


def test_what_is_moved_onto_something_changes_places_with_it():
    model = opened("reach", "reach.hold.market", "reach.move.left", "reach.move.left")
    assert model.state.where["market"] == "c3"
    model = opened("reach", "reach.hold.school", "reach.move.left", "reach.move.left", "reach.move.left")
    assert (model.state.where["school"], model.state.where[HOME]) == (BLOCK.home, "b4")


def test_nothing_moves_off_the_edge_of_town():
    model = opened("reach", "reach.hold.bus", "reach.move.down")
    assert model.state.where["bus"] == "d6"


def test_the_lift_helps_those_whom_stairs_stop_and_can_be_taken_away():
    wheels = BLOCK.walkers[-1]
    assert wheels.stairs == 0
    model = opened("reach")
    without = model.state.reached(wheels)
    model.press("reach.build.lift", 0.0)
    assert set(without) < set(model.state.reached(wheels))
    model.press("reach.build.lift", 0.0)
    assert model.state.reached(wheels) == without


@pytest.mark.parametrize(("share", "minutes"), [(0.0, LEAST), (2 / 3, 15), (1.0, MOST)])
def test_the_slider_runs_from_five_to_twenty_minutes(share, minutes):
    model = opened("reach")
    model.slide("reach.minutes", share, 0.0)
    assert model.state.minutes == minutes


def test_more_time_never_reaches_less():
    model = opened("reach")
    before: set[str] = set()
    for at in range(LEAST, MOST + 1):
        model.slide("reach.minutes", (at - LEAST) / (MOST - LEAST), 0.0)
        now = set(model.state.reached(BLOCK.walkers[1]))
        assert before <= now
        before = now


def test_put_back_is_how_it_was_with_the_same_walker():
    model = opened("reach", "reach.walker.stick", "reach.at.a1", "reach.build.lift", "reach.less", "reach.again")
    assert model.state == opened("reach", "reach.walker.stick").state


@given(st.lists(st.sampled_from(PRESSES), max_size=40), st.floats(0, 1))
def test_no_sequence_of_touches_puts_two_things_on_one_crossing(presses, share):
    model = ReachModel(BLOCK)
    for press in presses:
        model.press(press, 0.0)
    model.slide("reach.minutes", share, 0.0)
    places = [place for _, place in model.state.stands]
    assert len(set(places)) == len(places) == 1 + len(BLOCK.services)
    assert set(places) <= set(model.state.places)
    assert LEAST <= model.state.minutes <= MOST
    assert model.state.held in model.state.where
    model.press("reach.again", 0.0)
    assert model.state.where[HOME] == BLOCK.home


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"home": "z9"}, "no crossing"),
        ({"home": "c5"}, "its own"),
        ({"ways": [{"id": "w", "a": "a1", "b": "a3", "metres": 5}] * 3}, "neighbours"),
        ({"works": [{"id": "x", "name": {"zh-Hans": "梯"}, "icon": "lift", "way": "none"}]}, "no way"),
    ],
)
def test_an_author_is_told_what_is_wrong_and_the_cure(wrong, said):
    written = BLOCK.model_dump(by_alias=True) | wrong
    with pytest.raises(ValidationError, match=said):
        ReachBlock.model_validate(written)
