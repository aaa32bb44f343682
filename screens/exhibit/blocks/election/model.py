"""The committee's way: choosing the day, deciding case by case, looking back. Nothing here is left to chance.

Owns what touches do. Leaves dates and rulings to `content.civics`: an answer is kept as given, whether it agrees with
the law is computed each time it is asked.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby
from typing import Literal

from content.civics.election_calendar import (
    LIST_DAYS,
    Deadline,
    deadlines,
    earliest_election_day,
    in_time,
)
from content.civics.election_cases import RULES, Ruling
from content.schema import ElectionBlock, ElectionCase
from screens.exhibit.blocks import BlockEffects, BlockModel, OpenBlock

Phase = Literal["day", "case", "end"]
ALLOW, REFUSE = 1, 0
STEPS = {"less.week": -7, "less.day": -1, "more.day": 1, "more.week": 7}
_FIRST_SHOWN = 7  # a week later than the earliest day, so that both directions can be tried


@dataclass(frozen=True, slots=True)
class ElectionState:
    """Where the visitor is. `offset` is election day in days from the committee's first day; `shown` an opened day."""

    block: ElectionBlock
    offset: int
    phase: Phase = "day"
    shown: date | None = None
    page: int = 0
    at: int = 0
    answers: tuple[int, ...] = ()

    @property
    def election_day(self) -> date:
        """The day chosen so far."""
        return self.block.starts + timedelta(days=self.offset)

    @property
    def least(self) -> int:
        """The smallest offset to choose: the list of voters is due on the day after the first one."""
        return LIST_DAYS + 1

    @property
    def ready(self) -> date:
        """When the voters are registered and the list can be published."""
        return self.block.starts + timedelta(days=self.block.registration_days)

    @property
    def earliest(self) -> date:
        """The first election day that leaves time for the list."""
        return earliest_election_day(self.ready)

    @property
    def possible(self) -> bool:
        """Whether the list can be published in time."""
        return in_time(self.election_day, self.ready)

    @property
    def days(self) -> tuple[tuple[date, tuple[Deadline, ...]], ...]:
        """The days on which something is due, in order, each with what it is."""
        return tuple((day, tuple(due)) for day, due in groupby(deadlines(self.election_day), key=lambda one: one.day))

    @property
    def case(self) -> ElectionCase:
        """The case in hand."""
        return self.block.cases[self.at]

    @property
    def answer(self) -> int | None:
        """What was answered to the case in hand; None before."""
        return self.answers[self.at] if self.at < len(self.answers) else None

    def ruling(self, index: int) -> Ruling:
        """What the law says to a case; with numbers to choose from, to the number answered (or the first one)."""
        case = self.block.cases[index]
        number = case.number
        if case.choices:
            number = self.answers[index] if index < len(self.answers) else case.choices[0]
        return RULES[case.rule](number, self.block.seats)

    def agrees(self, index: int) -> bool:
        """Whether the answer given to a case is the law's."""
        allowed = self.ruling(index).allowed
        return allowed if self.block.cases[index].choices else allowed == (self.answers[index] == ALLOW)

    @property
    def agreed(self) -> int:
        """How many answers are the law's."""
        return sum(self.agrees(i) for i in range(len(self.answers)))


def answer(state: ElectionState, id: str) -> ElectionState:
    """The state after `id` was pressed; the same state when it means nothing here."""
    name = id.removeprefix("election.")
    if name in ("page.next", "page.prev"):
        return replace(state, page=max(0, state.page + (1 if name == "page.next" else -1)))
    return _ANSWERS[state.phase](state, name)


def _moved(state: ElectionState, offset: int) -> ElectionState:
    offset = min(max(offset, state.least), state.block.span_days)
    return state if offset == state.offset else replace(state, offset=offset, shown=None, page=0)


def _in_day(state: ElectionState, name: str) -> ElectionState:
    if name in STEPS:
        return _moved(state, state.offset + STEPS[name])
    if name == "close":
        return replace(state, shown=None, page=0)
    if name.startswith("due."):
        day = next((day for day, _ in state.days if f"due.{day}" == name), None)
        return replace(state, shown=day, page=0) if day else state
    if name == "set" and state.possible:
        return ElectionState(state.block, state.offset, "case")
    return state


def _in_case(state: ElectionState, name: str) -> ElectionState:
    given = _given(state.case, name)
    if state.answer is None and given is not None:
        return replace(state, answers=(*state.answers, given), page=0)
    if name == "next" and state.answer is not None:
        last = state.at + 1 == len(state.block.cases)
        return replace(state, phase="end", page=0) if last else replace(state, at=state.at + 1, page=0)
    if name == "skip" and state.answers:
        return replace(state, phase="end", page=0)
    return state


def _given(case: ElectionCase, name: str) -> int | None:
    if case.choices:
        return next((one for one in case.choices if name == f"choose.{one}"), None)
    return {"allow": ALLOW, "refuse": REFUSE}.get(name)


def _in_end(state: ElectionState, name: str) -> ElectionState:
    return ElectionState(state.block, state.offset) if name == "again" else state


_ANSWERS: dict[Phase, Callable[[ElectionState, str], ElectionState]] = {
    "day": _in_day,
    "case": _in_case,
    "end": _in_end,
}


def _place(state: ElectionState) -> tuple[object, ...]:
    """What "back" goes back to."""
    return state.phase, state.at, len(state.answers), state.shown is None


class ElectionModel(BlockModel[ElectionState]):
    """One visitor on the committee."""

    def __init__(self, block: ElectionBlock) -> None:
        state = ElectionState(block, 0)
        first = (state.earliest - block.starts).days + _FIRST_SHOWN
        self.state = _moved(state, first)
        self._trail: deque[ElectionState] = deque(maxlen=100)

    def press(self, id: str, now: float) -> BlockEffects:
        if id == "dock.back":
            if self._trail:
                self.state = self._trail.pop()
            return ()
        if id == "election.open" and self.state.phase == "end" and self.state.block.opens:
            return (OpenBlock(self.state.block.opens),)
        after = answer(self.state, id)
        if _place(after) != _place(self.state):
            self._trail.append(self.state)
        self.state = after
        return ()

    def slide(self, id: str, share: float, now: float) -> BlockEffects:
        if id == "election.slide" and self.state.phase == "day":
            least, most = self.state.least, self.state.block.span_days
            self.state = _moved(self.state, least + round(share * (most - least)))
        return ()
