"""What a choice does: time passes on the calendar, terms of the law begin and end, the story goes on.

Plain values: `answer` takes a state and a pressed id and returns the next state; the model keeps the way back and lets
the calendar's days pass one by one.
"""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from datetime import date, timedelta

from content.civics.suggestions import promise_window
from content.civics.working_days import WorkCalendar, after
from content.schema import JourneyBlock, JourneyChoice
from screens.exhibit.blocks import BlockEffects, BlockModel
from screens.exhibit.blocks.journey.state import JourneyState, Run

#: Between two pictures of passing time, seconds; and how many there are at most.
_FRAME_S = 0.08
_FRAMES = 14


def done_on(choice: JourneyChoice, day: date, calendar: WorkCalendar) -> date:
    """The day on which a choice made on `day` is done."""
    if choice.waits == "fourth_quarter":
        opens, _ = promise_window(day.year)
        day = max(day, opens - timedelta(days=1))
    return after(day, choice.working_days, calendar)


def _after(runs: tuple[Run, ...], choice: JourneyChoice, start: date, end: date) -> tuple[Run, ...]:
    kept = tuple(replace(one, end=end) if one.end is None and one.key in choice.closes else one for one in runs)
    inside = (Run(choice.within, start, end),) if choice.within else ()
    return (*kept, *inside, *(Run(key, end) for key in choice.opens))


def _begin(state: JourneyState, case_id: str) -> JourneyState:
    case = next((one for one in state.block.cases if one.id == case_id), None)
    if case is None:
        return state
    day = case.begins
    return JourneyState(state.block, "scene", case.id, case.scenes[0].id, day, day, day)


def _choose(state: JourneyState, choice_id: str) -> JourneyState:
    choice = next((one for one in state.open_choices if one.id == choice_id), None)
    if choice is None:
        return state
    start = state.day
    end = done_on(choice, start, state.calendar)
    spent = state.spent(end) - state.spent(start)
    return replace(
        state,
        phase="told",
        choice_id=choice.id,
        before=start,
        day=end,
        shown=start,
        runs=_after(state.runs, choice, start, end),
        tried=(*state.tried, (state.scene.id, choice.id)) if choice.to is None else state.tried,
        astray=state.astray + (spent if choice.to is None else 0),
        page=0,
        calendar_open=False,
    )


def _next(state: JourneyState) -> JourneyState:
    choice = state.choice
    scene_id = (choice.to if choice else None) or state.scene_id
    on = replace(state, phase="scene", scene_id=scene_id, choice_id="", shown=state.day, page=0, calendar_open=False)
    return on if on.scene.choices else replace(on, phase="end")


def answer(state: JourneyState, id: str) -> JourneyState:
    """The state after `id` was pressed; the same state when it means nothing here."""
    name = id.removeprefix("journey.")
    if name in ("page.next", "page.prev"):
        return replace(state, page=state.page + (1 if name == "page.next" else -1))
    if name == "calendar" and state.phase in ("scene", "told"):
        return replace(state, calendar_open=not state.calendar_open, shown=state.day)
    if state.phase == "cases" and name.startswith("case."):
        return _begin(state, name.removeprefix("case."))
    if state.phase == "scene" and name.startswith("choice."):
        return _choose(state, name.removeprefix("choice."))
    if state.phase == "told" and name == "next":
        return _next(state)
    if state.phase == "end" and name == "again":
        return _begin(state, state.case_id)
    if state.phase == "end" and name == "others":
        return JourneyState(state.block)
    return state


def _place(state: JourneyState) -> tuple[object, ...]:
    """What "back" goes back to: a change of this is a step, anything else is not."""
    return state.phase, state.case_id, state.scene_id, state.choice_id, state.tried, state.calendar_open


class JourneyModel(BlockModel[JourneyState]):
    """One visitor's way through the cases."""

    def __init__(self, block: JourneyBlock) -> None:
        self.state = JourneyState(block)
        self._trail: deque[JourneyState] = deque(maxlen=100)

    def press(self, id: str, now: float) -> BlockEffects:
        if id == "dock.back":
            if self._trail:
                back = self._trail.pop()
                self.state = replace(back, shown=back.day)
            return ()
        on = answer(self.state, id)
        if _place(on) != _place(self.state):
            self._trail.append(self.state)
        self.state = on
        return ()

    def tick(self, now: float) -> BlockEffects:
        state = self.state
        if state.shown < state.day:
            step = max(1, (state.day - state.before).days // _FRAMES)
            self.state = replace(state, shown=min(state.day, state.shown + timedelta(days=step)))
        return ()

    def next_due(self, now: float) -> float | None:
        return _FRAME_S if self.state.shown < self.state.day else None
