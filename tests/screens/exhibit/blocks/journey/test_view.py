"""Every scene, every decision and every ending of the bundled cases, in all looks."""

from __future__ import annotations

import pytest

from content.civics.suggestions import TERMS
from screens import strings
from screens.exhibit.blocks.journey.model import JourneyModel, answer
from screens.exhibit.blocks.journey.state import JourneyState
from screens.scene import Label, targets
from tests.screens.exhibit.blocks.d1 import layouts, measured
from tests.screens.exhibit.blocks.d4 import block, framed
from tests.screens.exhibit.blocks.journey.test_model import TO_THE_END, TO_THE_OFFICES, after
from tests.screens.looks import complaints, labels, look

CASES = ("lift", "crossing", "river")


def pictures(case: str) -> list[JourneyState]:
    """Each scene with what is left to choose, and what came of each choice, on the first way that leads there."""
    found: dict[tuple[str, str, str, int], JourneyState] = {}
    todo = [answer(JourneyState(block("journey")), f"journey.case.{case}")]
    while todo:
        state = todo.pop()
        key = (state.scene_id, state.phase, state.choice_id, len(state.open_choices))
        if key in found:
            continue
        found[key] = state
        if state.phase == "told":
            todo.append(answer(state, "journey.next"))
        elif state.phase == "scene":
            todo += [answer(state, f"journey.choice.{one.id}") for one in state.open_choices]
    return list(found.values())


def shown(state: JourneyState) -> JourneyModel:
    model = JourneyModel(state.block)
    model.state = state
    return model


def test_the_choice_of_cases_stands_in_every_look():
    for one in layouts():
        assert complaints(framed(JourneyModel(block("journey")), one), one) == [], one.variant


@pytest.mark.parametrize("case", CASES)
def test_every_page_of_a_case_stands_in_every_look(case):
    states = pictures(case)
    assert len(states) > 15
    for state in states:
        for one in layouts():
            found = complaints(framed(shown(state), one), one)
            assert found == [], (state.scene_id, state.phase, state.choice_id, one.variant)


def test_the_calendar_opens_where_letters_are_large():
    state = answer(after(*TO_THE_OFFICES).state, "journey.calendar")
    for one in layouts():
        nodes = framed(shown(state), one)
        assert complaints(nodes, one) == [], one.variant
        if one.large:
            assert any(label.full == one.t("journey.term.contact") for label in labels(nodes))
            assert "journey.calendar" in {target.id for target in targets(nodes)}


def said(model: JourneyModel, **kinds: str) -> str:
    nodes = framed(model, measured(look(**kinds)))
    return "\n".join(one.full for one in nodes if isinstance(one, Label))


def test_date_working_days_deadline_and_article_are_on_the_screen():
    model = after(*TO_THE_OFFICES)
    text = said(model)
    assert "2025 年 10 月" in text
    assert "17 个工作日" in text
    assert "还剩 20 个工作日" in text
    assert "最晚 11 月 11 日，建议条例第十八条" in text
    assert "还剩 92 天" in text
    assert "第二十一条" in text
    english = said(model, language="en")
    assert "20 working days left" in english
    assert "By 11 Nov, Regulations, art. 18" in english


def test_while_days_pass_the_calendar_shows_the_day_on_the_way_unless_motion_is_reduced():
    model = after(*TO_THE_OFFICES[:-1])
    assert "12 个工作日" not in said(model, theme="contrast").split("\n")
    assert "2025 年 10 月" in said(model)
    assert any("17" in line for line in said(model, theme="contrast").split("\n"))
    assert not any(line.strip() == "17 个工作日" for line in said(model).split("\n"))


def test_the_end_counts_every_term_and_compares_with_what_is_reported():
    text = said(after(*TO_THE_END))
    assert "65 个工作日" in text
    assert "4 / 10 个工作日" in text
    assert "截至 2024 年" in text
    assert "不是代表建议" in text  # a resident's message is none


def test_every_term_of_the_law_has_its_words_and_article():
    table = strings.table()
    for key in TERMS:
        assert f"journey.term.{key}" in table
        assert f"journey.article.{key}" in table


def test_one_article_a_term_is_the_same_on_the_screen_as_in_the_rule():
    for key, term in TERMS.items():
        article = strings.string(f"journey.article.{key}", "zh-Hans")
        assert article[article.index("第") :] in term.article, key
