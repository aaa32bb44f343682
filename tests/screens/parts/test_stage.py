"""The parts of a simulation's page, in every look: answers, arrows, verdicts that turn their pages."""

import pytest

from screens.parts.paged import Para
from screens.parts.stage import Onward, answers, arrows, law, stage, verdict
from screens.scene import targets
from tests.screens.looks import all_looks, complaints, labels, look

LONG = "选民名单应在选举日的二十日以前公布，大家有时间核对，有不同意见可以申诉。" * 8


@pytest.mark.parametrize("count", [2, 3, 4])
def test_answers_stand_beside_the_question_and_within_reach(count):
    options = [(f"case.{i}", f"第 {i} 种回答") for i in range(count)]
    for here in all_looks():
        sheet, nodes = answers(here, here.content, options)
        assert complaints(tuple(nodes), here) == []
        assert [one.id for one in targets(tuple(nodes))] == [id for id, _ in options]
        assert all(not (sheet.right > one.box.x and sheet.bottom > one.box.y) for one in targets(tuple(nodes)))


def test_arrows_are_drawn_only_where_there_is_a_page_to_turn():
    here = look()
    row = here.content.rows(8, 0)[-1]
    nodes, rest = arrows(here, row, "case", 0, 1)
    assert (nodes, rest) == ([], row)
    nodes, rest = arrows(here, row, "case", 0, 3)
    before, after = targets(tuple(nodes))
    assert (before.disabled, after.disabled) == (True, False)
    assert rest.x > after.box.right


def test_a_verdict_shows_every_word_by_turning():
    for here in all_looks():
        onward = Onward("case.next", "下一件", "case.skip", "看结果")
        said = ""
        for page in range(12):
            sheet, nodes = verdict(here, here.content, [Para(LONG)], page, "case", onward)
            assert complaints(tuple(nodes), here) == []
            assert sheet.h > 100
            if not said.endswith(
                text := "".join(one.full for one in labels(tuple(nodes)) if not one.of and " / " not in one.full)
            ):
                said += text
        assert LONG in said.replace(" ", "")


def test_the_second_way_on_gives_way_to_arrows():
    here = look()
    onward = Onward("case.next", "下一件", "case.skip", "看结果")
    ids = [[one.id for one in targets(tuple(verdict(here, here.content, [Para("短。")], 0, "case", onward, n)[1]))]
           for n in (1, 2)]  # fmt: skip
    assert ids == [["case.skip", "case.next"], ["case.page.prev", "case.page.next", "case.next"]]


def test_the_heading_carries_the_tag_and_fits():
    for here in all_looks():
        nodes, below = stage(
            here, here.content, "候选人名单今天贴出来，来得及吗？", "第 3 件", "模拟体验", "case.title"
        )
        assert complaints(tuple(nodes), here) == []
        assert "模拟体验" in [one.full for one in labels(tuple(nodes))]
        assert below < here.content.y + here.content.h / 3


@pytest.mark.parametrize(
    ("language", "paragraph", "short", "said"),
    [
        ("zh-Hans", 2, False, "选举法第 44 条第 2 款"),
        ("zh-Hans", None, True, "第 44 条"),
        ("en", 2, True, "art. 44 (2)"),
        ("en", None, False, "Election Law, article 44"),
    ],
)
def test_a_place_in_the_law_is_written_in_the_language_read(language, paragraph, short, said):
    assert law(look(language=language), 44, paragraph, short=short) == said
