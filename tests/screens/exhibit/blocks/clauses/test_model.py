"""What is said about a clause, and what it becomes: only adopted opinions change it, and only where they say."""

import subprocess
import sys
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from content.schema import ClausesBlock
from screens.exhibit.blocks.clauses.model import ClausesModel, after, as_drafted, before
from tests.screens.exhibit.blocks.d7 import block, opened

BLOCK: ClausesBlock = block("clauses")
CLAUSES = {one.id: one for one in BLOCK.clauses}
PRESSES = (
    [f"clauses.clause.{one.id}" for one in BLOCK.clauses]
    + [f"clauses.raise.{one.id}" for clause in BLOCK.clauses for one in clause.opinions]
    + ["clauses.send", "clauses.edit", "clauses.again", "clauses.page.next", "clauses.page.prev", "dock.back"]
)


def said(wording):
    return "".join(text.zh_hans for text, _ in wording)


def test_the_model_runs_without_kivy():
    code = "import sys, screens.exhibit.blocks.clauses.model; sys.exit('kivy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_clause_as_drafted_and_as_everything_adopted_leaves_it():
    repair = CLAUSES["repair"]
    assert said(as_drafted(repair, "")) == "梯坎损坏的，有关单位应当及时修好。"
    assert said(after(repair, repair.opinions)) == (
        "梯坎损坏的，街道确定的养护单位应当三日内到场，十五日内修好。所需经费由区财政安排。"
    )


def test_an_opinion_shows_the_words_it_is_about():
    marked = [text.zh_hans for text, mark in as_drafted(CLAUSES["repair"], "when") if mark == "about"]
    assert marked == ["应当及时"]


@pytest.mark.parametrize("clause", BLOCK.clauses, ids=lambda one: one.id)
def test_only_opinions_that_were_adopted_change_the_clause(clause):
    draft = said(as_drafted(clause, ""))
    for count in range(len(clause.opinions) + 1):
        for chosen in combinations(clause.opinions, count):
            adopted = tuple(one for one in chosen if one.outcome != "declined")
            assert said(after(clause, chosen)) == said(after(clause, adopted))
            assert (said(after(clause, chosen)) == draft) == (not adopted)
            assert said(before(clause, chosen)) == draft


@pytest.mark.parametrize("clause", BLOCK.clauses, ids=lambda one: one.id)
def test_every_clause_has_opinions_with_different_ends(clause):
    assert {one.outcome for one in clause.opinions} == {"adopted", "partly", "declined"}


def test_nothing_is_sent_before_something_is_said():
    assert not opened("clauses", "clauses.send").state.sent


def test_an_opinion_can_be_taken_back():
    model = opened("clauses", "clauses.raise.who", "clauses.raise.who")
    assert model.state.raised == ()
    assert model.state.shown == ""


def test_the_answers_open_at_a_clause_that_something_was_said_about():
    model = opened("clauses", "clauses.raise.who", "clauses.clause.notice", "clauses.send")
    assert (model.state.sent, model.state.clause_id) == (True, "repair")


def test_back_from_the_answers_leads_to_the_draft_with_everything_said():
    model = opened("clauses", "clauses.raise.who", "clauses.raise.lifts", "clauses.send", "dock.back")
    assert not model.state.sent
    assert model.state.raised == (("repair", "who"), ("repair", "lifts"))


@given(st.lists(st.sampled_from(PRESSES), max_size=40))
def test_no_sequence_of_touches_loses_count(presses):
    model = ClausesModel(BLOCK)
    for press in presses:
        model.press(press, 0.0)
    state = model.state
    assert len(set(state.raised)) == len(state.raised) == sum(state.outcomes.values())
    assert state.raised or not state.sent
    assert all(any(one.id == opinion for one in CLAUSES[clause].opinions) for clause, opinion in state.raised)
    assert state.page >= 0


def test_what_was_sent_cannot_be_changed_without_going_back():
    model = opened("clauses", "clauses.raise.who", "clauses.send", "clauses.raise.when")
    assert model.state.raised == (("repair", "who"),)


def changed(**opinion):
    written = BLOCK.model_dump(by_alias=True)
    first = dict(written["clauses"][0]["opinions"][0])
    first.update(opinion)
    clause = dict(written["clauses"][0])
    clause["opinions"] = [first, *clause["opinions"][1:]]
    return written | {"clauses": [clause]}


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"about": ["nowhere"]}, "use one of damaged, who"),
        ({"outcome": "declined"}, "mend its outcome or its changes"),
        ({"changes": []}, "mend its outcome or its changes"),
        ({"changes": [{"piece": "when", "text": {"zh-Hans": "一", "sources": ["S0"]}}]}, "cut it in two"),
    ],
)
def test_an_author_is_told_what_is_wrong_and_the_cure(wrong, words):
    with pytest.raises(ValidationError, match=words):
        ClausesBlock.model_validate(changed(**wrong))
