"""A case on the working-day clock: time passes by the calendar, terms begin and end, every way ends."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.schema import JourneyBlock
from screens.exhibit.blocks.journey.model import JourneyModel, answer, done_on
from screens.exhibit.blocks.journey.state import JourneyState
from tests.screens.exhibit.blocks.d4 import block

TO_THE_OFFICES = (
    "case.lift", "choice.deputy", "next", "choice.study", "next", "choice.one", "next", "choice.joint", "next",
)  # fmt: skip
TO_THE_END = (
    *TO_THE_OFFICES, "choice.meet", "next", "choice.again", "next", "choice.plan", "next", "choice.ok", "next",
    "choice.send", "next", "choice.ok", "next",
)  # fmt: skip


def after(*presses: str) -> JourneyModel:
    model = JourneyModel(block("journey"))
    for press in presses:
        model.press(f"journey.{press}", 0.0)
    return model


def test_the_model_runs_without_kivy():
    code = "import sys, screens.exhibit.blocks.journey.model; sys.exit('kivy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


# ---- the clock ----------------------------------------


def test_a_case_begins_on_its_first_day_with_no_term_running():
    state = after("case.lift").state
    assert (state.day, state.spent(), state.runs) == (date(2025, 9, 15), 0, ())


def test_days_off_are_no_working_days():
    # 16 working days from 15 September: a worked Sunday on the 28th, eight days off in October
    state = after(*TO_THE_OFFICES).state
    assert state.day == date(2025, 10, 14)
    assert state.spent() == 1 + 10 + 2 + 4


def test_a_detour_takes_time_leads_back_and_is_offered_once():
    model = after("case.lift", "choice.court")
    assert (model.state.phase, model.state.astray) == ("told", 4)
    model.press("journey.next", 0.0)
    state = model.state
    assert (state.scene_id, state.phase) == ("door", "scene")
    assert "court" not in {one.id for one in state.open_choices}
    assert "deputy" in {one.id for one in state.open_choices}
    model.press("journey.choice.court", 0.0)
    assert model.state == state


def test_waiting_for_the_fourth_quarter_jumps_there_and_never_back():
    choice = next(one for one in block("journey").cases[0].scenes if one.id == "promise").choices[1]
    assert choice.waits == "fourth_quarter"
    calendar = JourneyState(block("journey")).calendar
    assert done_on(choice, date(2025, 4, 1), calendar) == date(2025, 10, 17)  # the eighth working day of October
    assert done_on(choice, date(2025, 11, 3), calendar) == date(2025, 11, 13)
    assert done_on(choice, date(2026, 1, 5), calendar).year == 2026


def test_the_calendar_walks_to_the_new_day_and_stops_there():
    model = after("case.lift", "choice.deputy", "next", "choice.study")
    assert model.state.shown == model.state.before < model.state.day
    pictures = 0
    while model.next_due(0.0) is not None:
        model.tick(0.0)
        pictures += 1
        assert pictures < 40
    assert model.state.shown == model.state.day
    still = model.state
    model.tick(1.0)
    assert model.state is still


# ---- the terms of the law ----------------------------------------


def test_assigning_ends_its_term_and_begins_three():
    model = after(*TO_THE_OFFICES[:-1])
    ended = [one.key for one in model.state.ended_now]
    assert ended == ["assign"]
    assert {one.key for one in model.state.running} == {"contact", "co_opinion", "reply"}
    assert [model.state.deadline(one).due for one in model.state.running] == [
        date(2025, 11, 11), date(2025, 11, 25), date(2026, 1, 14),
    ]  # fmt: skip


def test_the_straight_way_keeps_every_term():
    state = after(*TO_THE_END).state
    assert (state.phase, state.scene_id, state.astray) == ("end", "end_done", 0)
    assert not state.running
    assert all(one.in_time for one in state.outcomes)
    assert [one.run.key for one in state.outcomes].count("evaluate_reply") == 1
    assert {one.run.key for one in state.outcomes} >= {"evaluate_reply", "evaluate_promise", "promise_notice"}


def test_an_evaluation_put_off_is_late_and_says_so():
    to_the_rating = TO_THE_END[: TO_THE_END.index("choice.ok")]
    model = after(*to_the_rating, "choice.wait")
    run = model.state.running[0]
    assert (run.key, model.state.standing(run, model.state.day).state) == ("evaluate_reply", "over")
    for press in ("next", "choice.ok"):
        model.press(f"journey.{press}", 0.0)
    late = [one for one in model.state.outcomes if not one.in_time]
    assert [one.run.key for one in late] == ["evaluate_reply"]
    assert late[0].used > late[0].allowed == 20


def test_a_town_that_waits_too_long_is_late():
    model = after(
        "case.crossing", "choice.deputy", "next", "choice.count", "next", "choice.gov", "next", "choice.both", "next",
        "choice.first", "next", "choice.letter", "next",
    )  # fmt: skip
    assert model.state.phase == "end"
    (only,) = model.state.outcomes
    assert (only.run.key, only.in_time, only.deadline.due) == ("town_reply", False, date(2025, 12, 24))


# ---- the way back ----------------------------------------


def test_back_undoes_the_last_decision_with_its_days():
    model = after("case.lift")
    before = model.state
    model.press("journey.choice.deputy", 0.0)
    model.press("dock.back", 0.0)
    assert model.state == before
    model.press("dock.back", 0.0)
    assert model.state.phase == "cases"
    out = model.state
    model.press("dock.back", 0.0)
    assert model.state is out  # the way out of the block


def test_the_end_begins_anew_or_leads_to_the_cases():
    model = after(*TO_THE_END)
    model.press("journey.again", 0.0)
    assert (model.state.phase, model.state.day, model.state.runs) == ("scene", date(2025, 9, 15), ())
    other = after(*TO_THE_END)
    other.press("journey.others", 0.0)
    assert other.state.phase == "cases"


# ---- every way ----------------------------------------


def _nexts(state: JourneyState) -> Iterator[JourneyState]:
    if state.phase == "told":
        yield answer(state, "journey.next")
    for choice in state.open_choices if state.phase == "scene" else ():
        yield answer(state, f"journey.choice.{choice.id}")


@pytest.mark.parametrize("case", ["lift", "crossing", "river"])
def test_every_way_ends_inside_the_table_of_holidays(case):
    """Every ending is reached, every term that began has ended, no date leaves what the calendar knows."""
    todo = [answer(JourneyState(block("journey")), f"journey.case.{case}")]
    seen = set()
    endings = set()
    while todo:
        state = todo.pop()
        if (key := (state.scene_id, state.phase, state.choice_id, state.tried, state.day)) in seen:
            continue
        seen.add(key)
        assert state.calendar.knows(state.case.begins, state.day)
        assert state.calendar.works(state.day)
        keys = [one.key for one in state.running]
        assert len(keys) == len(set(keys))
        if state.phase == "end":
            endings.add(state.scene_id)
            assert not state.running
            continue
        todo += _nexts(state)
    assert endings == {one.id for one in state.case.scenes if not one.choices}


@st.composite
def touches(draw: st.DrawFn) -> list[str]:
    whole: JourneyBlock = block("journey")
    ids = {f"journey.choice.{choice.id}" for case in whole.cases for one in case.scenes for choice in one.choices}
    ids |= {f"journey.case.{case.id}" for case in whole.cases}
    ids |= {"journey.calendar", "journey.page.next", "journey.page.prev", "journey.again", "journey.others", "nowhere"}
    often = ["journey.next", "dock.back"]
    return draw(st.lists(st.sampled_from(sorted(ids) + often * 20), max_size=60))


@settings(deadline=None, max_examples=150)
@given(touches())
def test_no_sequence_of_touches_breaks_the_clock(pressed):
    model = JourneyModel(block("journey"))
    for id in pressed:
        model.press(id, 0.0)
        state = model.state
        if state.phase == "cases":
            continue
        assert state.case.begins <= state.shown <= state.day
        assert 0 <= state.astray <= state.spent()
        assert all(one.start <= (one.end or state.day) <= state.day for one in state.runs)
        assert (state.phase == "end") == (not state.scene.choices)
        if state.phase == "scene":
            assert any(one.to for one in state.open_choices)
