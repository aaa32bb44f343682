import subprocess
import sys

import pytest

from content.schema import PanelsBlock
from screens.scene import Label, targets
from tests.screens.exhibit.blocks.d1 import block, framed, layouts, opened
from tests.screens.looks import complaints, look

LONG = {"zh-Hans": "代表听取选民的意见，写成建议，交给有关单位办理，并在规定的时间里答复。" * 12, "sources": ["S0"]}


def test_the_model_runs_without_kivy():
    code = "import sys, screens.exhibit.blocks.panels.model; sys.exit('kivy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def words(nodes):
    return "".join("".join(node.lines) for node in nodes if isinstance(node, Label)).replace(" ", "")


def running(nodes, variant):
    """The panels' text: without headings, labels of buttons and the frame's subtitle."""
    subtitle = variant.say(block("panels").subtitle)
    return words([one for one in nodes if isinstance(one, Label) and one.role == "text" and not one.of
                  and one.full != subtitle])  # fmt: skip


def onward(model, variant):
    """The target that leads to the next page; none at the end."""
    found = [one for one in targets(framed(model, variant)) if one.label == variant.t("page.next")]
    return None if not found or found[0].disabled else found[0].id


def pages(model, variant):
    yield framed(model, variant)
    while (to := onward(model, variant)) is not None:
        model.press(to, 0.0)
        yield framed(model, variant)


@pytest.mark.parametrize("variant", list(layouts()), ids=lambda one: f"{one.landscape} {one.variant}")
def test_paging_shows_every_word_of_every_panel(variant):
    model = opened("panels")
    headings = shown = ""
    for nodes in pages(model, variant):
        assert complaints(nodes, variant) == []
        headings += words(nodes)
        shown += running(nodes, variant)
    for panel in block("panels").panels:
        assert variant.say(panel.heading).replace(" ", "") in headings
        for one in (panel.text, *(fact.value for fact in panel.facts)):
            assert variant.say(one).replace(" ", "") in shown


def test_two_panels_share_a_page_and_one_stands_alone_in_large_text():
    headings = [panel.heading.zh_hans for panel in block("panels").panels]
    for landscape in (True, False):
        normal = words(framed(opened("panels"), look(landscape)))
        large = words(framed(opened("panels"), look(landscape, text="large")))
        assert [one in normal for one in headings[:3]] == [True, True, False]
        assert [one in large for one in headings[:2]] == [True, False]


def test_a_change_of_text_size_keeps_the_panel_in_view():
    panels = block("panels").panels
    model = opened("panels", f"panels.to.{panels[5].id}.0")
    for text in ("normal", "large"):
        assert panels[5].heading.zh_hans.replace(" ", "") in words(framed(model, look(text=text)))


def test_a_panel_too_long_for_its_frame_runs_on_and_repeats_its_heading():
    panel = {"id": "long", "heading": {"zh-Hans": "代表建议"}, "text": LONG}
    one = PanelsBlock.model_validate({"id": "more", "title": {"zh-Hans": "读"}, "panels": [panel]})
    shown = list(pages(opened("panels", block_=one), look(text="large")))
    assert len(shown) > 1
    assert all("代表建议" in words(nodes) for nodes in shown)
    assert all(complaints(nodes, look(text="large")) == [] for nodes in shown)


def test_a_single_panel_that_fits_has_no_pager():
    one = block("panels")
    one = one.model_copy(update={"panels": one.panels[:1]})
    assert onward(opened("panels", block_=one), look()) is None
    assert not [one for one in targets(framed(opened("panels", block_=one), look())) if one.id.startswith("panels.")]


def test_the_way_back_is_dead_on_the_first_page_only():
    model = opened("panels")
    before = next(one for one in targets(framed(model, look())) if one.label == look().t("page.previous"))
    assert before.disabled
    model.press(onward(model, look()), 0.0)
    before = next(one for one in targets(framed(model, look())) if one.label == look().t("page.previous"))
    assert not before.disabled


def test_unknown_panels_change_nothing():
    model = opened("panels")
    before = model.state
    for wrong in ("panels.to.moon.0", "panels.to.direct.x", "dock.back", "panels.next"):
        assert model.press(wrong, 0.0) == ()
        assert model.state == before
