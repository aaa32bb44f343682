"""The timeline as it stands on the glass: whole in every look, one slider, and what it draws is what holds."""

from dataclasses import replace

import pytest

from screens.scene import Disc, Fill, Label, Stroke, targets
from tests.screens.exhibit.blocks.timeline.bundled import block, framed, opened
from tests.screens.looks import all_looks, complaints, labels, look

EVENTS = [one.id for one in block().events]


def at(event):
    model = opened("timeline.lane.zhejiang")
    model.state = replace(model.state, at=event)
    return model


def picked(round_, seed=1):
    model = opened("timeline.mode.order", seed=seed)
    for _ in range(round_):
        model.state = replace(model.state, told=True)
        model.press("timeline.another", 0.0)
    for id in model.state.dealt:
        model.press(f"timeline.card.{id}", 0.0)
    return model


def whole(model):
    return [(one.variant, one.landscape, found) for one in all_looks()
            if (found := complaints(framed(model, one).nodes, one))]  # fmt: skip


@pytest.mark.parametrize("event", EVENTS)
def test_every_event_stands_whole_in_every_look_with_all_lanes_on(event):
    assert whole(at(event)) == []


def test_the_line_stands_whole_without_the_lane_that_is_off_and_without_a_day():
    assert whole(opened()) == []
    assert whole(opened(today=None)) == []


@pytest.mark.parametrize("round_", range(len(block().orders)))
def test_every_round_stands_whole_before_and_after_it_is_told(round_):
    model = picked(round_)
    assert whole(model) == []
    model.press("timeline.tell", 0.0)
    assert model.state.told
    assert whole(model) == []


@pytest.mark.parametrize("pair", range(len(block().pairs)))
def test_every_pair_stands_whole_closed_and_open(pair):
    model = opened("timeline.mode.pairs")
    model.state = replace(model.state, pair=pair)
    assert whole(model) == []
    model.press("timeline.open", 0.0)
    assert whole(model) == []


@pytest.mark.parametrize("event", EVENTS)
def test_every_word_of_an_event_can_be_reached_by_its_pages(event):
    for one in all_looks():
        model = at(event)
        seen = ""
        for page in range(20):
            model.press(f"timeline.page.{page}", 0.0)
            shown = framed(model, one).nodes
            body = one.style("body").size, one.style("body_l").size
            seen += " ".join(label.full for label in labels(shown) if label.style.size in body and not label.of)
            if f"timeline.page.{page + 1}" not in {target.id for target in targets(shown)}:
                break
        text = one.say(model.state.event.text)
        assert text.replace(" ", "") in seen.replace(" ", "").replace("\n", ""), (one.variant, one.landscape)


def test_there_is_one_vermilion_mark_and_it_is_the_event_that_is_read():
    for one in all_looks():
        discs = [d for d in framed(at("decision"), one).nodes if isinstance(d, Disc)]
        marks = [d for d in discs if "vermilion" in (d.color, d.outline)]
        assert len({(round(d.x), round(d.y)) for d in marks}) == 1


def test_the_finger_may_lie_on_the_lanes_and_the_knob_stands_below_the_point():
    shown = framed(at("decision"), look()).nodes
    [slider] = [one for one in targets(shown) if one.slides]
    mark = next(d for d in shown if isinstance(d, Disc) and d.color == "vermilion")
    share = (mark.x - slider.box.x - slider.inset) / (slider.box.w - 2 * slider.inset)
    assert slider.box.contains(mark.x, mark.y)
    model = at("mailbox")
    model.slide(slider.id, share, 0.0)
    assert model.state.at == "decision"


def test_in_low_reach_the_finger_needs_nothing_above_the_line():
    low = look(landscape=False, reach="low")
    [slider] = [one for one in targets(framed(at("decision"), low).nodes) if one.slides]
    assert slider.box.y >= low.reach_top


def words(model, **looks):
    return " ".join(one.full for one in labels(framed(model, look(**looks)).nodes))


def test_targets_and_earlier_plans_are_called_so():
    assert "目标，离期限还有 403 天" in words(at("target-3"))
    assert "期限已过" in words(at("target-2"))
    assert "较早的计划" in words(at("plan-1"))
    assert "目标，期限" not in words(at("decision"))
    assert "目标，离" not in words(at("decision"))


def test_without_a_day_a_target_is_only_called_a_target():
    model = opened(today=None)
    model.state = replace(model.state, at="target-3")
    assert "还有" not in words(model)
    assert "目标" in words(model)


def points(model):
    return [one for one in framed(model, look()).nodes if isinstance(one, Disc) and one.r == 11.0]


def test_what_happened_is_filled_and_a_target_hollow():
    model = at("mailbox")
    discs = points(model)
    assert len(discs) == len(model.state.events)
    for disc, event in zip(discs, model.state.events, strict=True):
        assert (disc.color in ("ink", "vermilion")) == (event.standing == "happened"), event.id


def test_the_rivers_are_dotted_after_today():
    shown = framed(opened(), look()).nodes
    plate = next(one for one in shown if isinstance(one, Label) and one.full == "今天")
    x = plate.box.center[0]
    rivers = [one for one in shown if isinstance(one, Stroke) and one.color.startswith("river_")]
    assert {one.dash > 0 for one in rivers} == {True, False}
    for one in rivers:
        assert (one.points[0][0] > x) == (one.dash > 0)
    assert any(isinstance(one, Fill) and one.color == "ink" and one.box.contains(*plate.box.center) for one in shown)


def test_the_dock_says_first_what_to_do_and_then_what_the_dashes_are():
    assert framed(opened(), look()).hint == "拖动滑块，走过这些年"
    assert "虚线" in framed(at("town"), look()).hint
    assert framed(at("constitution"), look()).hint == "拖动滑块，走过这些年"
