"""Sorting: every card is placed once, the rule decides where it lies, and back goes one step back."""

import random
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from content.schema import SortBlock
from screens.exhibit.blocks.sort.model import SortModel
from tests.screens.exhibit.blocks.samples import text, words

BINS = ("letter", "call", "visit")


def block(**more):
    cards = [
        {"id": f"c{i}", "text": text("一张卡片", "A card"), "goes": BINS[i % 3], "reason": text("因为", "Because")}
        for i in range(7)
    ]
    return SortBlock.model_validate({
        "id": "doors", "title": words("哪扇门", "Which door"), "outcome": text("各有各的门", "To each its door"),
        "bins": [{"id": one, "name": words("门", "Door")} for one in BINS], "cards": cards, **more,
    })  # fmt: skip


BLOCK = block()
IDS = [
    *(f"sort.card.c{i}" for i in range(8)), *(f"sort.bin.{one}" for one in (*BINS, "nowhere")),
    "sort.next", "sort.again", "sort.page.next", "sort.page.prev", "dock.back",
]  # fmt: skip


def model(seed=1, block=BLOCK):
    return SortModel(block, (), random.Random(seed))


def pressed(*ids, seed=1):
    one = model(seed)
    for id in ids:
        one.press(id, 0.0)
    return one.state


def test_the_model_runs_without_kivy():
    code = "import sys, screens.exhibit.blocks.sort.model; sys.exit('kivy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_bin_takes_the_card_on_top_when_none_was_tapped():
    top = model().state.order[0]
    assert pressed("sort.bin.call").placed == ((top, "call"),)


def test_a_bin_takes_the_card_that_was_tapped():
    last = model().state.order[-1]
    state = pressed(f"sort.card.{last}", "sort.bin.visit")
    assert state.placed == ((last, "visit"),)
    assert state.chosen == ""


def test_after_a_card_nothing_moves_until_its_reason_was_read():
    state = pressed("sort.bin.call", "sort.bin.visit", "sort.card.c3")
    assert (state.phase, len(state.placed), state.chosen) == ("told", 1, "")
    assert pressed("sort.bin.call", "sort.next").phase == "play"


def test_a_card_lies_where_it_belongs_wherever_it_was_put():
    state = pressed("sort.card.c0", "sort.bin.visit")
    assert state.card("c0").goes == "letter"
    assert [one.id for one in state.lies_in("letter")] == ["c0"]
    assert state.lies_in("visit") == ()
    assert state.first_put("c0") == "visit"


def test_the_cards_come_to_an_end_and_can_be_dealt_again():
    one = model()
    first = one.state.order
    for _ in first:
        assert one.state.phase == "play"
        one.press("sort.bin.call", 0.0)
        one.press("sort.next", 0.0)
    assert one.state.phase == "end"
    one.press("sort.again", 0.0)
    assert (one.state.phase, one.state.placed) == ("play", ())
    assert sorted(one.state.order) == sorted(first)
    assert one.state.order != first


def test_back_takes_the_last_card_out_of_the_bin_and_at_the_start_leads_out():
    state = pressed("sort.bin.call", "sort.next", "dock.back", "dock.back")
    assert (state.phase, state.placed) == ("play", ())
    one = model()
    before = one.state
    one.press("dock.back", 0.0)
    assert one.state is before


@given(st.lists(st.sampled_from(IDS), max_size=60), st.integers(0, 99))
def test_no_way_of_touching_loses_or_doubles_a_card(ids, seed):
    one = model(seed)
    for id in ids:
        one.press(id, 0.0)
        state = one.state
        placed = [card for card, _ in state.placed]
        assert len(set(placed)) == len(placed)
        assert {one.id for one in state.pile} | set(placed) == {f"c{i}" for i in range(7)}
        assert {bin for _, bin in state.placed} <= set(BINS)
        assert (state.phase == "end") <= (not state.pile)
        assert (state.phase == "told") <= bool(placed)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"bins": [{"id": "letter", "name": words("甲", "A")}, {"id": "call", "name": words("乙", "B")}]}, "no bin"),
        ({"bins": [{"id": one, "name": words("门", "Door")} for one in (*BINS, "spare")]}, "no card goes to the bin"),
    ],
)
def test_a_card_without_a_bin_and_a_bin_without_a_card_are_refused_with_the_cure(change, says):
    with pytest.raises(ValidationError, match=says):
        block(**change)
