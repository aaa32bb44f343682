"""The draft and the answers stand in every look, nothing is lost between pages, and marks lie on their words."""

import pytest

from screens.parts.marked import Passage, Run, flow
from screens.scene import Box, Fill, Label, targets
from tests.screens.exhibit.blocks.d1 import layouts, measured
from tests.screens.exhibit.blocks.d7 import block, framed, opened
from tests.screens.looks import complaints, labels, look

ALL = tuple(f"clauses.raise.{one}" for one in ("who", "when", "money", "lifts"))
CARE = ("clauses.clause.care", *(f"clauses.raise.{one}" for one in ("wide", "check", "fine", "moss")))
STATES = [(), ALL[:2], ALL, (*ALL, "clauses.send"), (*CARE, "clauses.send"), (*ALL, "clauses.send", *CARE[:1])]


def pages(model, variant):
    yield framed(model, variant)
    for _ in range(20):
        after = [one for one in targets(framed(model, variant)) if one.id == "clauses.page.next"]
        if not after or after[0].disabled:
            return
        model.press("clauses.page.next", 0.0)
        yield framed(model, variant)
    raise AssertionError("the pages have no end")


def words(nodes):
    return "".join("".join(one.lines) for one in labels(nodes)).replace(" ", "")


@pytest.mark.parametrize("presses", STATES, ids=len)
@pytest.mark.parametrize("variant", list(layouts()), ids=lambda one: f"{one.landscape} {one.variant}")
def test_it_stands_in_every_look(variant, presses):
    for nodes in pages(opened("clauses", *presses), variant):
        assert complaints(nodes, variant) == []


@pytest.mark.parametrize("variant", list(layouts()), ids=lambda one: f"{one.landscape} {one.variant}")
def test_every_answer_is_shown_with_its_reason(variant):
    shown = "".join(words(nodes) for nodes in pages(opened("clauses", *ALL, "clauses.send"), variant))
    for one in block("clauses").clauses[0].opinions:
        assert variant.say(one.reply).replace(" ", "") in shown
        head = variant.t(f"clauses.{one.outcome}", reason=variant.say(one.reason))
        assert head.replace(" ", "") in shown
    assert variant.say(block("clauses").disclaimer).replace(" ", "") in shown


@pytest.mark.parametrize("variant", list(layouts()), ids=lambda one: f"{one.landscape} {one.variant}")
def test_the_clause_in_hand_is_on_the_first_page(variant):
    for clause in block("clauses").clauses:
        for presses in ((), ALL):
            model = opened("clauses", *presses, f"clauses.clause.{clause.id}")
            shown = words(framed(model, variant))
            for piece in clause.pieces:
                assert variant.say(piece.text).replace(" ", "") in shown, piece.id


def test_nothing_can_be_sent_before_something_is_said():
    for presses, dead in (((), True), (ALL[:1], False)):
        (send,) = [one for one in targets(framed(opened("clauses", *presses), look())) if one.id == "clauses.send"]
        assert send.disabled is dead


def test_the_heading_counts_what_became_of_it():
    variant = measured(look())
    shown = words(framed(opened("clauses", *ALL, "clauses.send"), variant))
    assert variant.t("clauses.sum", n=4, adopted=2, partly=1, declined=1).replace(" ", "") in shown


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_a_mark_lies_under_its_words_over_a_line_break(language):
    variant = measured(look(language=language))
    runs = (Run("梯坎损坏的" * 3), Run("所需经费由区财政安排" * 4, "added"), Run("修好"))
    nodes, count = flow(variant, Box(100, 50, 700, 600), [Passage(runs)])
    (label,) = [one for one in nodes if isinstance(one, Label)]
    washes = [one for one in nodes if isinstance(one, Fill) and one.color == "vermilion_wash"]
    assert count == 1
    assert len(washes) == len(label.lines) > 1
    size = label.style.size
    joint = 0.0 if language == "zh-Hans" else variant.width(" ", "body")
    assert washes[0].box.x == pytest.approx(100 + 15 * size + joint, abs=2)
    assert all(one.box.right <= 800 for one in washes)
    total = sum(one.box.w for one in washes)
    assert total == pytest.approx(40 * size, abs=4)


def test_what_is_removed_is_struck_through():
    nodes, _ = flow(look(), Box(0, 0, 900, 200), [Passage((Run("应当"), Run("及时", "removed"), Run("修好。")))])
    fills = [one for one in nodes if isinstance(one, Fill)]
    assert {one.color for one in fills} == {"sunk", "ink"}
    (strike,) = [one for one in fills if one.color == "ink"]
    line = look().style("body").line
    assert line * 0.3 < strike.box.y < line * 0.7


def test_passages_run_over_pages_and_a_heading_stays_with_its_text():
    variant = measured(look())
    passages = [
        Passage((Run("一二三四五六七八九十" * 6),)),
        Passage((Run("小标题"),), heads=True),
        Passage((Run("甲乙丙丁戊己庚辛" * 6),)),
    ]
    box = Box(0, 0, 340, 7 * variant.style("body").line)
    _, count = flow(variant, box, passages, 0)
    assert count > 1
    shown = [words(flow(variant, box, passages, page)[0]) for page in range(count)]
    assert "小标题" not in shown[0] or "甲" in shown[0]
    assert "".join(shown) == "".join(run.text for one in passages for run in one.runs)
    assert words(flow(variant, box, passages, 99)[0]) == shown[-1]
