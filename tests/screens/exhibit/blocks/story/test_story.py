"""Stories page by page; what is made up says so."""

from __future__ import annotations

import subprocess
import sys

from screens.exhibit.blocks import BlockView
from screens.exhibit.blocks.story.model import StoryModel
from screens.exhibit.blocks.story.view import view
from screens.scene import Picture, targets
from tests.screens.exhibit.blocks.d1 import layouts, measured
from tests.screens.exhibit.blocks.d4 import block, framed
from tests.screens.looks import complaints, labels, look


def opened(*presses: str) -> StoryModel:
    model = StoryModel(block("story"))
    for press in presses:
        model.press(press, 0.0)
    return model


def test_the_model_runs_without_kivy():
    code = "import sys, screens.exhibit.blocks.story.model; sys.exit('kivy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_another_story_begins_at_its_first_page():
    model = opened("story.to.2.0", "story.of.deputy")
    assert (model.state.story.id, model.state.page) == ("deputy", 0)


def test_a_page_that_is_none_is_not_opened():
    model = opened("story.to.99.0", "story.to.x.0", "story.to.")
    assert model.state.page == 0


def test_back_turns_a_page_and_then_leads_out():
    model = opened("story.to.1.0")
    model.press("dock.back", 0.0)
    assert model.state.page == 0
    still = model.state
    model.press("dock.back", 0.0)
    assert model.state is still


def test_every_page_of_every_story_stands_in_every_look_and_is_reached_by_its_arrows():
    for one in layouts():
        for story in block("story").stories:
            model = opened(f"story.of.{story.id}")
            seen = set()
            for _ in range(40):
                nodes = framed(model, one)
                assert complaints(nodes, one) == [], (story.id, model.state.page, one.variant)
                seen.add(model.state.page)
                on = f"story.to.{model.state.page}.{model.state.part + 1}"
                after = f"story.to.{model.state.page + 1}.0"
                ids = {target.id for target in targets(nodes)}
                if not ids & {on, after}:
                    break
                model.press(on if on in ids else after, 0.0)
            assert seen == set(range(len(story.pages)))


def shown(model: StoryModel) -> BlockView:
    here = measured(look())
    return view(model.state, here, here.content)


def test_a_made_up_story_says_so_and_a_true_one_does_not():
    true, made_up = shown(opened()), shown(opened("story.of.deputy"))
    tag = look().t("sample.tag")
    assert not true.sample
    assert made_up.sample
    assert tag not in {one.full for one in labels(true.nodes)}
    assert tag in {one.full for one in labels(made_up.nodes)}


def test_a_drawing_has_words_for_those_who_cannot_see_it():
    (picture,) = (one for one in shown(opened()).nodes if isinstance(one, Picture))
    assert picture.spoken == block("story").stories[0].pages[0].caption.zh_hans
