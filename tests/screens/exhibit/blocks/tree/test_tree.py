import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.schema import TreeBlock, strictly
from screens.scene import Group, Stroke, targets
from tests.screens.exhibit.blocks.d1 import layouts
from tests.screens.exhibit.blocks.d8 import block, framed, hidden, opened, said
from tests.screens.looks import complaints, look

BLOCK = block("tree")


@pytest.mark.parametrize(
    "presses", [(), *[(f"tree.node.{one.id}",) for one in BLOCK.nodes], ("tree.node.town", "tree.page.1")]
)
def test_it_stands_in_every_look(presses):
    model = opened("tree", *presses)
    for one in layouts():
        nodes = framed(model, one)
        assert complaints(nodes, one) + hidden(nodes) == [], one.variant
        found = {t.id for t in targets(nodes)}
        assert "tree.close" in found or {f"tree.node.{node.id}" for node in BLOCK.nodes} <= found


def test_the_way_leads_from_a_body_to_the_top():
    assert [one.id for one in opened("tree", "tree.node.village").state.way] == ["village", "district", "city"]
    assert opened("tree").state.way == ()


def test_going_up_ends_at_the_top():
    model = opened("tree", "tree.node.village", *["tree.up"] * 5)
    assert model.state.chosen == "city"


def test_the_tiers_are_three_and_both_kinds_of_station_stand_in_the_lowest():
    assert [[one.id for one in tier] for tier in opened("tree").state.tiers] == [
        ["city"],
        ["district"],
        ["town", "village"],
    ]


def test_the_way_to_the_top_is_drawn_strongly_and_the_mark_stands_on_the_body_chosen():
    nodes = framed(opened("tree", "tree.node.town"), look())
    assert [one.width for one in nodes if isinstance(one, Stroke) and one.color == "ink"].count(7) == 2
    (mark,) = [one for one in nodes if isinstance(one, Group)]
    place = next(one.box for one in targets(nodes) if one.id == "tree.node.town")
    assert place.contains(mark.dx, mark.dy)


def test_nothing_is_marked_before_the_visitor_chooses():
    """Where this station itself stands is not known to a block, and is not guessed."""
    assert not [one for one in framed(opened("tree"), look()) if isinstance(one, Group)]


def test_a_message_is_never_called_a_deputys_suggestion():
    """Trap T10."""
    assert "留言本身不是代表建议" in said(framed(opened("tree", "tree.node.town"), look()))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda d: d["nodes"][1].update(parent="nobody"), "which does not come before it"),
        (lambda d: d["nodes"][1].pop("parent"), "has no parent"),
        (lambda d: d["nodes"][2].update(id="city"), "two nodes share the id"),
        (
            lambda d: d["nodes"].extend({**d["nodes"][2], "id": f"n{i}"} for i in range(2)),
            "at most 4 tiers of at most 3",
        ),
    ],
)
def test_what_is_no_tree_is_refused(change, message):
    data = BLOCK.model_dump(by_alias=True, exclude_none=True)
    data["nodes"] = list(data["nodes"])
    change(data)
    with pytest.raises(ValueError, match=message):
        strictly(TreeBlock, data)


PRESSES = [*(f"tree.node.{one.id}" for one in BLOCK.nodes), "tree.node.x", "tree.up", "tree.page.2", "dock.back"]


@given(st.lists(st.sampled_from(PRESSES), max_size=12))
def test_no_way_of_touching_leads_astray(presses):
    state = opened("tree", *presses).state
    assert (state.node is not None) == bool(state.chosen)
    assert not state.way or state.way[-1].parent is None


@pytest.mark.parametrize("tier", [one.id for one in BLOCK.nodes])
def test_a_station_says_where_it_stands(tier):
    model = opened("tree")
    model.stands_at(tier)
    for one in layouts():
        nodes = framed(model, one)
        assert complaints(nodes, one) + hidden(nodes) == [], one.variant
        here = [t for t in targets(nodes) if one.t("tree.here") in t.spoken]
        assert [t.id for t in here] == [f"tree.node.{tier}"]


def test_where_nobody_said_so_no_place_is_guessed():
    model = opened("tree")
    for tier in ("", "elsewhere"):
        model.stands_at(tier)
        assert model.state.here == ""
    assert not any(look().t("tree.here") in t.spoken for t in targets(framed(model, look())))
