"""The stairs of a procedure: one step open at a time, standing in every variant."""

import pytest

from content.schema import StepsBlock
from screens.exhibit.blocks import OpenBlock
from screens.exhibit.blocks.steps import KIND
from screens.exhibit.blocks.steps.model import StepsModel, StepsState
from screens.exhibit.blocks.steps.stairs import DOT_ROOM, RISE, hops, landscape, portrait
from screens.exhibit.blocks.steps.view import view
from screens.scene import Box, Group, Label, Target, targets
from tests.screens.exhibit.blocks.samples import text, words
from tests.screens.looks import all_looks, complaints, labels, look

_NAMES = (
    ("项目征集", "Collect"),
    ("论证初选", "Shortlist"),
    ("代表票决", "Vote"),
    ("办理实施", "Deliver"),
    ("监督评议", "Review"),
)
_FACTS = [
    {
        "label": words("谁来做", "Who does it"),
        "value": text("人民群众提，当地有关方面收集", "Residents; local bodies collect"),
    },
    {"label": words("你可以", "You can"), "value": text("会前把看法告诉代表", "Tell a deputy your view beforehand")},
]


def block(count=5):
    steps = [
        {
            "id": f"s{i}", "name": words(zh, en), "facts": _FACTS, "art": "step3_ballot" if i % 2 else None,
            "text": text(
                "在人民代表大会会议上，代表投票，从候选项目里定下今年要办的实事。",
                "In session, deputies vote and choose this year's projects.",
            ),
            **({"opens": "vote", "opens_label": words("试一试：换你来投票", "Try the vote")} if i == 2 else {}),
        }
        for i, (zh, en) in enumerate((*_NAMES, ("公开结果", "Publish"))[:count])
    ]  # fmt: skip
    return StepsBlock.model_validate(
        {"id": "steps", "kind": "steps", "title": words("五步", "Five steps"), "steps": steps}
    )


BLOCK = block()


def body(here):
    """The room below an exhibit's heading (portrait: above its tabs)."""
    content = here.content
    top = content.y + (260 if here.large else 148)
    return Box(content.x, top, content.w, content.bottom - top - (0 if here.landscape else 132))


def test_a_tap_opens_a_step_from_its_first_page():
    model = StepsModel(BLOCK)
    model.press("steps.page.next", 0.0)
    assert model.press("steps.step.s3", 0.0) == ()
    assert model.state == StepsState(BLOCK, open=3, page=0)


def test_trying_a_step_opens_its_block_and_only_where_there_is_one():
    model = StepsModel(BLOCK)
    assert model.press("steps.try", 0.0) == ()
    model.press("steps.step.s2", 0.0)
    assert model.press("steps.try", 0.0) == (OpenBlock("vote"),)


def test_back_and_unknown_presses_are_left_to_others():
    model = StepsModel(BLOCK)
    for id in ("dock.back", "steps.step.none", "steps.step."):
        assert model.press(id, 0.0) == ()
    assert model.state == StepsState(BLOCK)


@pytest.mark.parametrize("count", [2, 5, 6])
def test_every_step_stands_in_every_variant_and_on_every_page(count):
    steps = block(count)
    for here in all_looks():
        for open in range(count):
            for page in range(3):
                shown = view(StepsState(steps, open, page), here, body(here))
                assert complaints(shown.nodes, here, body(here)) == []


def test_all_steps_but_the_open_one_can_be_touched():
    for here in all_looks():
        found = {one.id for one in targets(view(StepsState(BLOCK, 2), here, body(here)).nodes)}
        assert {f"steps.step.s{i}" for i in (0, 1, 3, 4)} <= found
        assert "steps.step.s2" not in found
        assert "steps.try" in found


def test_a_reader_of_large_text_gets_all_the_words_by_paging():
    here = look(text="large")
    said = ""
    for page in range(6):
        said += "".join(
            one.full for one in labels(view(StepsState(BLOCK, 1, page), here, body(here)).nodes) if not one.of
        )
    for piece in ("定下今年要办的实事。", "谁来做", "会前把看法告诉代表"):
        assert piece in said


def test_the_dot_travels_to_the_open_step():
    def dot(open):
        nodes = view(StepsState(BLOCK, open), look(), body(look())).nodes
        return next(one for one in nodes if isinstance(one, Group))

    first, third = dot(0), dot(2)
    assert first.key == third.key
    assert first.ms == 700
    assert third.dx > first.dx
    assert third.dy < first.dy


def test_the_trail_has_a_hop_for_each_step_climbed():
    flight = landscape(Box(0, 0, 1776, 700), 700, 5, 3, 196, 440)
    assert hops(flight.rests, 0) == []
    assert len(hops(flight.rests, 3)) > len(hops(flight.rests, 1)) > 5


def test_the_stairs_fill_their_width_and_never_rise_above_their_box():
    for open in range(5):
        flight = landscape(Box(72, 240, 1776, 696), 960, 5, open, 196, 440)
        assert flight.slabs[0].x == 72
        assert flight.slabs[-1].right == pytest.approx(1848)
        assert flight.slabs[open].w == 1776 - 4 * 196
        assert flight.slabs[-1].y >= 240 + DOT_ROOM - 0.01
        assert flight.slabs[0].h >= 440 - 0.01
        rises = {round(a.y - b.y, 3) for a, b in zip(flight.slabs, flight.slabs[1:], strict=False)}
        assert len(rises) == 1
        assert rises.pop() <= RISE


def test_upright_stairs_stand_on_the_foot_of_their_box():
    flight = portrait(Box(60, 300, 960, 1300), 5, 1, 500, 150, 56)
    assert flight.slabs[0].bottom == 1600
    assert flight.slabs[1].h == 500
    assert [slab.x for slab in flight.slabs] == [60 + 56 * i for i in range(5)]


def test_low_reach_keeps_the_words_above_and_the_touching_below():
    here = look(landscape=False, reach="low")
    nodes = view(StepsState(BLOCK, 2), here, body(here)).nodes
    heading = next(one for one in nodes if isinstance(one, Label) and one.role == "heading")
    assert heading.box.bottom < here.reach_top
    assert all(one.box.y >= here.reach_top - 0.5 for one in nodes if isinstance(one, Target))


def test_the_kind_is_registered_under_its_schema_name():
    assert KIND.kind == BLOCK.kind
