"""Sort, match and quiz stand in every variant, with the bundled exhibition's own words, at every step."""

from __future__ import annotations

from typing import Any

import pytest

from content.schema import Exhibit, MatchBlock, QuizBlock, SortBlock
from screens.exhibit.blocks import BlockModel
from screens.look import Look
from screens.scene import Label, targets
from tests.screens.exhibit.blocks.bundled import catalog, exhibits_with, framed, opened
from tests.screens.exhibit.blocks.d1 import layouts
from tests.screens.looks import complaints, labels, look

LOOKS = [pytest.param(one, id=f"{'wide' if one.landscape else 'tall'} {one.variant}") for one in layouts()]


def said(exhibit: Exhibit, model: BlockModel[Any], here: Look) -> list[str]:
    """Everything written on all pages of what is shown, label by label."""
    found: list[str] = []
    for _ in range(40):
        nodes = framed(exhibit, model, here)
        assert complaints(nodes, here) == [], (model.state.block.id, model.state.phase)
        found += ["".join(one.lines).replace(" ", "") for one in labels(nodes)]
        on = [one for one in targets(nodes) if one.id.endswith("page.next") and not one.disabled]
        if not on:
            return found
        model.press(on[0].id, 0.0)
    raise AssertionError("the pages never end")


def reads(here: Look, written: list[str], words: Any) -> bool:
    """Whether the words are written whole; they may go on in a label of a further page."""
    whole = here.say(words).replace(" ", "")
    for start, first in enumerate(written):
        rest = whole
        for one in written[start:] if whole.startswith(first) else ():
            rest = rest.removeprefix(one)
        if not rest:
            return True
    return False


@pytest.mark.parametrize("here", LOOKS)
def test_every_card_can_be_sorted_and_read_with_its_reason(here: Look) -> None:
    found = exhibits_with("sort")
    assert found
    for exhibit, block in found:
        assert isinstance(block, SortBlock)
        model = opened(block)
        while model.state.phase != "end":
            nodes = framed(exhibit, model, here)
            assert complaints(nodes, here) == []
            ids = {one.id for one in targets(nodes)}
            assert {f"sort.bin.{one.id}" for one in block.bins} <= ids
            assert f"sort.card.{model.state.hand.id}" in ids
            model.press(f"sort.bin.{block.bins[0].id}", 0.0)
            card = model.state.card(model.state.placed[-1][0])
            words = said(exhibit, model, here)
            assert all(reads(here, words, one) for one in (card.text, card.reason, model.state.bin(card.goes).name))
            model.press("sort.next", 0.0)
        words = said(exhibit, model, here)
        assert all(reads(here, words, one.text) for one in block.cards)


@pytest.mark.parametrize("here", LOOKS)
def test_every_pair_can_be_found_and_read_with_its_reason(here: Look) -> None:
    found = exhibits_with("match")
    assert found
    for exhibit, block in found:
        assert isinstance(block, MatchBlock)
        model = opened(block)
        while model.state.phase != "end":
            said(exhibit, model, here)
            model.press(f"match.left.{model.state.open_lefts[-1].id}", 0.0)
            said(exhibit, model, here)
            model.press(f"match.right.{model.state.open_rights[0].id}", 0.0)
            pair = model.state.pair(model.state.settled[-1][0])
            words = said(exhibit, model, here)
            assert all(reads(here, words, one) for one in (pair.left, pair.right, pair.reason))
            model.press("match.next", 0.0)
        words = said(exhibit, model, here)
        assert all(reads(here, words, one.right) for one in block.pairs)


def test_pairs_that_were_found_stay_in_sight_while_the_table_empties() -> None:
    here = look()
    exhibit, block = next((one, block) for one, block in exhibits_with("match") if block.id == "tools")
    model = opened(block)
    found: list[str] = []
    while len(model.state.open_rights) > 1:
        pair = model.state.open_rights[0]
        model.press(f"match.left.{pair.id}", 0.0)
        model.press(f"match.right.{pair.id}", 0.0)
        model.press("match.next", 0.0)
        found.append(here.say(pair.right))
        written = {one.full: one.of for one in framed(exhibit, model, here) if isinstance(one, Label)}
        assert all(written[one] == "" for one in found), "seen, and no more to touch"


@pytest.mark.parametrize("here", LOOKS)
def test_every_question_of_the_bank_fits_with_its_answers_and_explanation(here: Look) -> None:
    exhibit, block = exhibits_with("quiz")[0]
    assert isinstance(block, QuizBlock)
    whole = block.model_copy(update={"about": (), "count": 12})
    model = opened(whole)
    asked: set[str] = set()
    while True:
        while model.state.phase != "end":
            question = model.state.question
            nodes = framed(exhibit, model, here)
            assert complaints(nodes, here) == [], question.id
            assert reads(here, ["".join(one.lines).replace(" ", "") for one in labels(nodes)], question.question)
            model.press(f"quiz.answer.{question.answers[0].id}", 0.0)
            words = said(exhibit, model, here)
            assert reads(here, words, question.explanation), question.id
            asked.add(question.id)
            model.press("quiz.next", 0.0)
        if not model.state.fresh:
            break
        model.press("quiz.again", 0.0)
    said(exhibit, model, here)
    assert len(asked) > len(catalog().exhibition.quiz) - 12


def test_a_quiz_without_questions_says_so() -> None:
    exhibit, block = exhibits_with("quiz")[0]
    model = opened(block.model_copy(update={"about": ("nothing",)}))
    for here in layouts():
        nodes = framed(exhibit, model, here)
        assert complaints(nodes, here) == []
        assert any("题库" in one.full or "no questions" in one.full for one in labels(nodes))


def test_the_source_of_a_reason_stands_below_it() -> None:
    exhibit, block = next((one, block) for one, block in exhibits_with("match") if block.id == "powers-match")
    model = opened(block)
    model.press("match.left.oversee", 0.0)
    model.press("match.right.oversee", 0.0)
    text = [one.full for one in framed(exhibit, model, look()) if isinstance(one, Label)]
    assert "出处：《各级人民代表大会常务委员会监督法》（2024-11-08）" in text
    assert any("配上了" in one for one in text)


def test_the_end_of_a_quiz_says_the_same_to_who_was_right_and_who_was_not() -> None:
    exhibit, block = exhibits_with("quiz")[0]
    ends = []
    for right in (True, False):
        model = opened(block)
        while model.state.phase != "end":
            question = model.state.question
            wanted = next(one.id for one in question.answers if (one.id == question.right) == right)
            model.press(f"quiz.answer.{wanted}", 0.0)
            model.press("quiz.next", 0.0)
        everything = [one.full for one in labels(framed(exhibit, model, look())) if one.role == "heading"]
        ends.append(everything)
    assert ends[0] == ends[1]
