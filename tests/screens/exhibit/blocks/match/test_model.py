"""Matching: two cards settle one pair, the documents decide which, and the pairs come to an end."""

import random
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from content.schema import MatchBlock
from screens.exhibit.blocks.match.model import MatchModel
from tests.screens.exhibit.blocks.samples import text, words

IDS = ("a", "b", "c", "d")


def block(**more):
    pairs = [
        {"id": id, "left": words(f"名{id}", f"Name {id}"), "right": text(f"例{id}", f"Scene {id}"),
         "reason": text("因为", "Because")}
        for id in IDS
    ]  # fmt: skip
    return MatchBlock.model_validate({
        "id": "roles", "title": words("配对", "Match"), "left_name": words("名", "Names"),
        "right_name": words("例", "Scenes"), "pairs": pairs, "outcome": text("都配好", "All paired"), **more,
    })  # fmt: skip


TOUCHES = [
    *(f"match.left.{id}" for id in (*IDS, "x")), *(f"match.right.{id}" for id in (*IDS, "x")),
    "match.next", "match.again", "match.page.next", "match.page.prev", "match.shelf.page.next", "dock.back",
]  # fmt: skip


def pressed(*ids, seed=1):
    one = MatchModel(block(), (), random.Random(seed))
    for id in ids:
        one.press(id, 0.0)
    return one.state


def test_the_model_runs_without_kivy():
    code = "import sys, screens.exhibit.blocks.match.model; sys.exit('kivy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("ids", [("match.left.a", "match.right.b"), ("match.right.b", "match.left.a")])
def test_two_cards_settle_the_right_one_in_whichever_order_they_are_tapped(ids):
    state = pressed(*ids)
    assert (state.phase, state.settled) == ("told", (("b", "a"),))
    assert (state.left, state.right) == ("", "")


def test_a_second_card_of_the_same_side_takes_the_place_of_the_first_and_the_same_lets_go():
    assert pressed("match.left.a", "match.left.c").left == "c"
    assert pressed("match.left.a", "match.left.a").left == ""
    assert pressed("match.left.a", "match.left.c").phase == "play"


def test_a_settled_pair_leaves_the_table_on_both_sides_even_where_it_was_not_found():
    state = pressed("match.left.a", "match.right.b", "match.next")
    assert "b" not in {one.id for one in state.open_lefts} | {one.id for one in state.open_rights}
    assert "a" in {one.id for one in state.open_lefts}


def test_the_pairs_never_lie_side_by_side_from_the_start():
    for seed in range(200):
        state = pressed(seed=seed)
        assert state.rights != state.lefts
        assert sorted(state.rights) == sorted(IDS)


def test_the_end_comes_after_as_many_pairs_as_there_are():
    one = MatchModel(block(), (), random.Random(3))
    for count, _ in enumerate(IDS, start=1):
        one.press(f"match.left.{one.state.open_lefts[0].id}", 0.0)
        one.press(f"match.right.{one.state.open_rights[0].id}", 0.0)
        assert len(one.state.settled) == count
        one.press("match.next", 0.0)
    assert one.state.phase == "end"
    one.press("match.again", 0.0)
    assert (one.state.phase, one.state.settled) == ("play", ())


def test_back_lays_the_last_pair_on_the_table_again():
    state = pressed("match.left.a", "match.right.a", "dock.back")
    assert (state.phase, state.settled, state.left) == ("play", (), "")


@given(st.lists(st.sampled_from(TOUCHES), max_size=60), st.integers(0, 99))
def test_no_way_of_touching_settles_a_card_twice(ids, seed):
    one = MatchModel(block(), (), random.Random(seed))
    for id in ids:
        one.press(id, 0.0)
        state = one.state
        rights = [right for right, _ in state.settled]
        assert len(set(rights)) == len(rights)
        assert {one.id for one in state.open_rights} == {one.id for one in state.open_lefts} == set(IDS) - set(rights)
        assert not (state.left and state.right)
        assert (state.phase == "end") <= (not state.open_rights)
        assert (state.phase == "play") <= bool(state.open_rights)


def test_two_cards_that_say_the_same_are_refused_with_the_cure():
    pairs = [one.model_dump(by_alias=True) for one in block().pairs]
    pairs[1]["left"] = pairs[0]["left"]
    with pytest.raises(ValidationError, match="reword one"):
        block(pairs=pairs)
