"""A vague line made concrete: the rubric follows from what was chosen, and can be mended."""

from __future__ import annotations

import subprocess
import sys
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from screens.exhibit.blocks.sharpen.model import SharpenModel
from screens.scene import targets
from tests.screens.exhibit.blocks.d1 import layouts
from tests.screens.exhibit.blocks.d4 import block, framed
from tests.screens.looks import complaints, labels, look

GOOD = ("door", "often", "asked", "plan")


def written(*wordings: str) -> SharpenModel:
    model = SharpenModel(block("sharpen"))
    for one in wordings:
        model.press(f"sharpen.wording.{one}", 0.0)
        model.press("sharpen.next", 0.0)
    return model


def test_the_model_runs_without_kivy():
    code = "import sys, screens.exhibit.blocks.sharpen.model; sys.exit('kivy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_nothing_goes_on_before_something_is_chosen():
    model = SharpenModel(block("sharpen"))
    model.press("sharpen.next", 0.0)
    assert model.state.at == 0


def test_the_best_page_meets_every_point():
    state = written(*GOOD).state
    assert state.done
    assert state.score == (6, 6)
    assert state.first_flaw is None


def test_a_second_matter_breaks_the_rule_of_one_matter():
    # 条例 art. 9 para. 1
    state = written("door", "more", "asked", "plan").state
    assert not state.keeps("one_matter")
    assert state.score == (5, 6)


def test_ones_own_affair_may_not_be_put_forward():
    # 条例 art. 9 para. 2 item 1
    assert not written("mine", "often", "asked", "plan").state.keeps("not_own")


def test_a_vague_page_is_told_where_to_begin():
    model = written("door", "bad", "heard", "care")
    assert model.state.score == (3, 6)
    model.press("sharpen.mend", 0.0)
    assert model.state.slot.id == "what"
    model.press("sharpen.wording.often", 0.0)
    assert model.state.concrete(model.state.slot)


def test_another_wording_may_be_chosen():
    model = SharpenModel(block("sharpen"))
    model.press("sharpen.wording.area", 0.0)
    model.press("sharpen.other", 0.0)
    assert model.state.wording(model.state.slot) is None
    for one in layouts():
        if one.large:
            chosen = SharpenModel(block("sharpen"))
            chosen.press("sharpen.wording.area", 0.0)
            assert "sharpen.other" in {target.id for target in targets(framed(chosen, one))}


def test_back_is_the_slot_before_and_then_the_way_out():
    model = written("door", "often")
    model.press("dock.back", 0.0)
    assert model.state.at == 1
    model.press("dock.back", 0.0)
    still = model.state
    model.press("dock.back", 0.0)
    assert model.state is still


def test_what_was_chosen_stands_on_the_page_and_blanks_are_named():
    text = "\n".join(one.full for one in labels(framed(written("door"), look())))
    assert "榕树巷 3 号楼" in text
    assert "（建议怎么办还没写）" in text


def test_every_page_and_every_result_stands_in_every_look():
    slots = block("sharpen").slots
    for pick in range(3):
        chosen = [slot.wordings[pick].id for slot in slots]
        for count in range(len(slots) + 1):
            model = written(*chosen[:count])
            if count < len(slots):
                _stands(model)
                model.press(f"sharpen.wording.{chosen[count]}", 0.0)
            _stands(model)


def _stands(model: SharpenModel) -> None:
    for one in layouts():
        assert complaints(framed(model, one), one) == [], (model.state.at, model.state.chosen, one.variant)


def test_every_possible_page_has_a_rubric_that_fits_its_flaws():
    slots = block("sharpen").slots
    for choice in product(*(slot.wordings for slot in slots)):
        state = written(*(one.id for one in choice)).state
        met, of = state.score
        assert of == len(slots) + 2
        assert (met == of) == all(one.flaw is None for one in choice)


@given(
    st.lists(
        st.sampled_from(["next", "mend", "again", "other", "page.next", *(f"wording.{one}" for one in (*GOOD, "more"))])
    )
)
def test_no_sequence_of_touches_leaves_the_page_half_written(pressed):
    model = SharpenModel(block("sharpen"))
    for id in pressed:
        model.press(f"sharpen.{id}", 0.0)
        state = model.state
        assert 0 <= state.at <= len(state.block.slots)
        assert all(state.wording(slot) for slot in state.block.slots[: state.at])
