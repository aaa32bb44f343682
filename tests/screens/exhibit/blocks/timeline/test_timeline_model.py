"""The timeline's model: sliding and stepping, lanes on and off, what led to what, cards in order, pairs."""

import random
import subprocess
import sys
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from content.civics.dated import order_key
from content.schema import TimelineBlock
from screens.exhibit.blocks.timeline.model import SLIDER, TimelineModel
from tests.screens.exhibit.blocks.timeline.bundled import block, opened

EVENTS = [one.id for one in block().events]
TOUCHES = [
    *(f"timeline.mode.{one}" for one in ("line", "order", "pairs", "nothing")),
    "timeline.prev", "timeline.next", "timeline.later", "timeline.earlier", "timeline.lane.zhejiang",
    "timeline.lane.city", "timeline.page.3", "timeline.page.next", "timeline.tell", "timeline.another", "timeline.open",
    "timeline.card.town", "timeline.card.guide-2020", "timeline.card.decision", "timeline.card.mailbox",
    "timeline.card.nothing", "dock.back", "timeline.slider",
]  # fmt: skip


def test_the_model_runs_without_kivy():
    code = "import sys, screens.exhibit.blocks.timeline.model; sys.exit('kivy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_first_event_is_the_earliest_of_the_lanes_that_are_on():
    state = opened().state
    assert state.at == "mailbox"
    assert "zhejiang" not in state.lanes


def test_sliding_passes_every_event_in_the_order_of_their_days():
    model = opened("timeline.lane.zhejiang")
    seen = []
    for i in range(1001):
        model.slide(SLIDER, i / 1000, 0.0)
        if model.state.at not in seen:
            seen.append(model.state.at)
    assert seen == [one.id for one in model.state.events]
    assert sorted(seen) == sorted(EVENTS)
    days = [order_key(one.day, one.precision) for one in model.state.events]
    assert days == sorted(days)


def test_a_finger_past_either_end_stays_at_the_end():
    model = opened()
    model.slide(SLIDER, 7.0, 0.0)
    assert model.state.at == "target-3"
    model.slide(SLIDER, -7.0, 0.0)
    assert model.state.at == "mailbox"


def test_holding_still_changes_nothing_so_nothing_is_drawn():
    model = opened()
    model.slide(SLIDER, 0.5, 0.0)
    before = model.state
    model.slide(SLIDER, 0.501, 0.0)
    assert model.state is before


def test_steps_stop_at_both_ends():
    model = opened("timeline.prev")
    assert model.state.at == "mailbox"
    for _ in range(60):
        model.press("timeline.next", 0.0)
    assert model.state.at == "target-3"


def test_the_zhejiang_lane_comes_with_its_first_event_and_leaves_with_the_one_before():
    model = opened("timeline.lane.zhejiang")
    assert model.state.event.lane == "zhejiang"
    model.press("timeline.lane.zhejiang", 0.0)
    assert "zhejiang" not in model.state.lanes
    assert model.state.at == "votes"


def test_a_lane_that_is_no_switch_stays():
    assert "city" in opened("timeline.lane.city").state.lanes


def test_a_trial_leads_to_its_rule_and_back():
    model = opened(*["timeline.next"] * 4)
    assert model.state.at == "town"
    model.press("timeline.later", 0.0)
    assert model.state.at == "guide-2020"
    model.press("timeline.earlier", 0.0)
    assert model.state.at == "town"


def test_a_new_event_begins_on_its_first_page():
    assert opened("timeline.page.2", "timeline.next").state.page == 0


@pytest.mark.parametrize(("today", "event", "how"), [
    (date(2026, 11, 23), "target-3", ("left", 403)),
    (date(2027, 12, 31), "target-3", ("left", 0)),
    (date(2028, 1, 1), "target-3", ("over", 0)),
    (date(2025, 4, 30), "target-1", ("left", 0)),
    (date(2025, 5, 1), "target-1", ("over", 0)),
    (date(2026, 12, 31), "election-2026", ("left", 0)),
    (date(2026, 11, 23), "decision", ("unknown", 0)),
])  # fmt: skip
def test_a_target_counts_its_days_until_its_last_one(today, event, how):
    state = opened(today=today).state
    assert state.due(state.named(event)) == how


def test_today_stands_between_what_has_begun_and_what_has_not():
    assert opened(today=None).state.today_after is None
    for today, last in ((date(1900, 1, 1), None), (date(2025, 3, 27), "decision"), (date(2030, 1, 1), "target-3")):
        state = opened(today=today).state
        begun = [one.id for i, one in enumerate(state.events) if i < state.today_after]
        assert (begun[-1] if begun else None) == last


# ---- the cards ----------------------------------------


def test_cards_are_never_dealt_in_their_right_order():
    for seed in range(100):
        model = opened("timeline.mode.order", seed=seed)
        for _ in block().orders:
            assert model.state.dealt != model.state.right
            assert sorted(model.state.dealt) == sorted(model.state.order.events)
            play_round(model)


def test_the_same_seed_deals_the_same_cards():
    assert opened(seed=4).state.dealt == opened(seed=4).state.dealt


def played(*cards):
    return opened("timeline.mode.order", *(f"timeline.card.{one}" for one in cards))


def test_cards_take_their_numbers_as_they_are_tapped_and_give_them_back():
    model = played("town", "mailbox", "decision")
    assert model.state.picked == ("town", "mailbox", "decision")
    model.press("timeline.card.mailbox", 0.0)
    assert model.state.picked == ("town",)


def test_the_order_is_told_only_when_every_card_has_its_number():
    model = played("town", "mailbox", "decision")
    model.press("timeline.tell", 0.0)
    assert not model.state.told
    model.press("timeline.card.guide-2020", 0.0)
    model.press("timeline.tell", 0.0)
    assert model.state.told


@pytest.mark.parametrize(("cards", "placed"), [
    (("mailbox", "town", "guide-2020", "decision"), 4),
    (("town", "mailbox", "guide-2020", "decision"), 2),
    (("town", "guide-2020", "decision", "mailbox"), 0),
])  # fmt: skip
def test_cards_in_their_place_are_counted(cards, placed):
    assert played(*cards).state.placed == placed


def test_after_the_order_is_told_a_card_opens_its_event_and_changes_no_order():
    model = played("mailbox", "town", "guide-2020", "decision")
    model.press("timeline.tell", 0.0)
    model.press("timeline.card.town", 0.0)
    assert (model.state.mode, model.state.at) == ("line", "town")
    assert len(model.state.picked) == 4


def play_round(model):
    for id in model.state.dealt:
        model.press(f"timeline.card.{id}", 0.0)
    model.press("timeline.tell", 0.0)
    model.press("timeline.another", 0.0)


def test_every_round_comes_up_and_the_last_leads_to_the_first():
    model = opened("timeline.mode.order")
    seen = []
    for _ in block().orders:
        seen.append(model.state.order.id)
        assert (model.state.picked, model.state.told) == ((), False)
        play_round(model)
    assert seen == [one.id for one in block().orders]
    assert model.state.order.id == seen[0]


# ---- pairs, and the whole ----------------------------------------


def test_the_second_half_of_a_pair_opens_and_the_next_pair_is_closed_again():
    model = opened("timeline.mode.pairs", "timeline.open")
    assert model.state.opened
    model.press("timeline.another", 0.0)
    assert (model.state.pair, model.state.opened) == (1, False)


def test_back_leads_from_cards_and_pairs_to_the_line_and_from_the_line_out():
    assert opened("timeline.mode.order", "dock.back").state.mode == "line"
    assert opened("timeline.mode.pairs", "dock.back").state.mode == "line"
    before = opened().state
    assert opened("dock.back").state == before


@given(st.lists(st.tuples(st.sampled_from(TOUCHES), st.floats(-2, 3, allow_nan=False)), max_size=40))
def test_no_way_of_touching_reads_what_is_not_there(touches):
    model = opened()
    for id, share in touches:
        if id == SLIDER:
            model.slide(id, share, 0.0)
        else:
            model.press(id, 0.0)
        state = model.state
        assert state.events[state.index].id == state.at
        assert state.event.lane in state.lanes
        assert len(set(state.picked)) == len(state.picked)
        assert set(state.picked) <= set(state.order.events)
        assert not state.told or len(state.picked) == len(state.dealt)
        assert 0 <= state.pair < len(block().pairs)


# ---- what an author may write ----------------------------------------

RAW = block().model_dump(by_alias=True)


def event(which, **more):
    return {"events": [{**one, **more} if one["id"] == which else one for one in RAW["events"]]}


@pytest.mark.parametrize(("more", "says"), [
    (event("town", lane="nowhere"), "name one of `lanes`"),
    (event("town", id="mailbox"), "share an id"),
    (event("town", later="nothing"), "which is no other event"),
    (event("town", later="town"), "which is no other event"),
    (event("town", later="mailbox"), "turn them round"),
    (event("plan-1", later=None), "what replaced it"),
    ({"lanes": [{**one, "shown": False} for one in RAW["lanes"]]}, "let at least one"),
    ({"lanes": [*RAW["lanes"], {"id": "empty", "name": {"zh-Hans": "空"}}]}, "has no event"),
    ({"orders": [{**RAW["orders"][0], "events": ["town", "district", "nothing"]}]}, "which is no event"),
    ({"orders": [{**RAW["orders"][0], "events": ["guide-2023", "legislation-law", "town"]}]}, "surely apart"),
])  # fmt: skip
def test_a_timeline_that_contradicts_itself_is_refused_with_its_cure(more, says):
    with pytest.raises(ValidationError, match=says):
        TimelineBlock.model_validate({**RAW, **more})


def test_a_timeline_needs_neither_cards_nor_pairs():
    bare = TimelineBlock.model_validate({**RAW, "orders": [], "pairs": []})
    model = TimelineModel(bare, random.Random(1))
    model.press("timeline.mode.order", 0.0)
    assert model.state.mode == "line"
