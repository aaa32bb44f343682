"""Which stage of a letter follows which: the whole table, and nothing beside it."""

from __future__ import annotations

from itertools import product
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.letters.stages import ACTS, OPEN, STAGES, Act, Case, Impossible, Step, allowed, take
from sync.progress import State

FULL = {"why": "理由", "office": "区住建委", "reply": "答复"}
TABLE = {
    "received": {"triage": "triaged", "extend": "received", "close": "closed"},
    "triaged": {
        "answer": "answered", "transfer": "transferred", "report": "reported", "study": "studied",
        "refer": "out_of_scope", "extend": "triaged", "close": "closed",
    },
    "transferred": {
        "answer": "answered", "transfer": "transferred", "back": "triaged", "extend": "transferred", "close": "closed",
    },
    "reported": {"answer": "answered", "study": "studied", "back": "triaged", "extend": "reported", "close": "closed"},
    "studied": {
        "answer": "answered", "report": "reported", "back": "triaged", "extend": "studied", "term": "studied",
        "close": "closed",
    },
    "out_of_scope": {"back": "triaged", "close": "closed"},
    "answered": {"rate": "rated", "close": "closed"},
    "rated": {"redo": "triaged", "close": "closed"},
    "closed": {"rate": "closed"},
    "withdrawn": {},
}  # fmt: skip


def case(stage: str) -> Case:
    return Case(stage, round=1 if stage in ("answered", "closed") else 0)  # type: ignore[arg-type]


def step(act: str) -> Step:
    rated = {"round": 1, "grade": "mostly"} if act == "rate" else {}
    return Step(act, **FULL, **rated)  # type: ignore[arg-type]


@pytest.mark.parametrize(("stage", "act"), list(product(get_args(State), get_args(Act))))
def test_every_pair_of_stage_and_act_is_in_the_table_or_refused_with_a_sentence(stage: str, act: str) -> None:
    after = "withdrawn" if act == "withdraw" and stage != "withdrawn" else TABLE[stage].get(act)
    if after is None:
        with pytest.raises(Impossible) as refused:
            take(case(stage), step(act))
        assert str(refused.value).endswith("。")
    else:
        assert take(case(stage), step(act)).stage == after


def test_every_stage_and_act_has_a_name_for_staff() -> None:
    assert set(STAGES) == set(get_args(State))
    assert set(ACTS) == set(get_args(Act))


@pytest.mark.parametrize(
    ("stage", "act", "missing", "sentence"),
    [
        ("triaged", "answer", "reply", "告诉写信人"),
        ("triaged", "transfer", "office", "哪个单位"),
        ("triaged", "transfer", "why", "理由"),
        ("triaged", "refer", "office", "哪个单位"),
        ("triaged", "refer", "why", "理由"),
        ("triaged", "extend", "why", "理由"),
        ("out_of_scope", "back", "why", "理由"),
        ("rated", "redo", "why", "理由"),
        ("received", "close", "why", "还没有答复"),
        ("transferred", "close", "why", "还没有答复"),
    ],
)
def test_what_a_step_needs_is_asked_for(stage: str, act: str, missing: str, sentence: str) -> None:
    with pytest.raises(Impossible, match=sentence):
        take(case(stage), Step(act, **FULL | {missing: " "}))  # type: ignore[arg-type]


def test_an_answer_without_a_promise_is_rated_once() -> None:
    answered = take(Case("triaged"), Step("answer", reply="修好了"))
    assert (answered.stage, answered.round) == ("answered", 1)
    rated = take(answered, Step("rate", round=1, grade="satisfied"))
    assert (rated.stage, rated.round) == ("rated", 0)
    with pytest.raises(Impossible):
        take(rated, Step("deliver", reply="办了"))
    assert take(rated, Step("close")).stage == "closed"


def test_an_answer_with_a_promise_is_rated_twice_and_closed_no_sooner() -> None:
    # by analogy with 条例 art. 26-28: the reply, then what became of what it promised
    answered = take(Case("triaged"), Step("answer", reply="年底前修", promise=True))
    with pytest.raises(Impossible, match="承诺"):
        take(answered, Step("close", why="到此为止"))
    rated = take(answered, Step("rate", round=1, grade="mostly"))
    with pytest.raises(Impossible, match="承诺"):
        take(rated, Step("close"))
    with pytest.raises(Impossible):
        take(rated, Step("rate", round=2, grade="mostly"))
    told = take(rated, Step("deliver", reply="修好了"))
    assert (told.stage, told.round, told.promised) == ("answered", 2, False)
    with pytest.raises(Impossible, match="还没轮到"):
        take(told, Step("rate", round=1, grade="mostly"))
    done = take(told, Step("rate", round=2, grade="dissatisfied"))
    assert (done.stage, done.round) == ("rated", 0)
    assert take(done, Step("close")).stage == "closed"


def test_who_is_not_satisfied_may_be_answered_anew_and_rates_anew() -> None:
    rated = take(take(Case("triaged"), Step("answer", reply="一")), Step("rate", round=1, grade="dissatisfied"))
    again = take(rated, Step("redo", why="写信人不满意"))
    assert (again.stage, again.round) == ("triaged", 0)
    assert take(again, Step("answer", reply="二")).round == 1


def test_a_letter_is_extended_once() -> None:
    longer = take(Case("triaged"), Step("extend", why="要检测"))
    assert "extend" not in allowed(longer)
    with pytest.raises(Impossible, match="延期过一次"):
        take(longer, Step("extend", why="还要检测"))


@given(st.lists(st.tuples(st.sampled_from(get_args(Act)), st.booleans(), st.sampled_from([1, 2])), max_size=25))
def test_no_sequence_of_steps_reaches_what_can_not_be(acts: list[tuple[str, bool, int]]) -> None:
    now, owed_promise = Case(), False
    for act, promise, round_ in acts:
        before = now
        try:
            now = take(now, Step(act, **FULL, promise=promise, round=round_, grade="mostly"))  # type: ignore[arg-type]
        except Impossible:
            assert now == before
            continue
        assert act == "withdraw" or act in allowed(before)
        if act == "answer":
            owed_promise = promise
        elif act in ("deliver", "redo", "back", "withdraw"):
            owed_promise = False
        assert now.promised == owed_promise
        assert not (now.round and now.stage in OPEN), "nothing is rated before it is answered"
        assert not (now.stage == "withdrawn" and now.round)
        assert before.stage != "withdrawn", "nothing follows a withdrawal"
        assert before.stage != "closed" or now.stage in ("closed", "withdrawn")
