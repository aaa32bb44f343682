"""Where a visitor of a case stands: the scene, the day, what was tried, which terms ran; and what follows from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from content.civics.suggestions import Deadline, Standing, TermKey, deadline, standing
from content.civics.working_days import WorkCalendar, between, spans
from content.schema import Holidays, JourneyBlock, JourneyCase, JourneyChoice, JourneyScene

Phase = Literal["cases", "scene", "told", "end"]


@lru_cache(maxsize=8)
def work_calendar(table: Holidays) -> WorkCalendar:
    """The calendar a table of holidays makes."""
    off = spans((one.first, one.last) for one in table.days_off)
    return WorkCalendar(off, frozenset(table.worked), (table.first, table.last))


@dataclass(frozen=True, slots=True)
class Run:
    """A term of the law that began on `start`; `end` is when what it asks for was done."""

    key: TermKey
    start: date
    end: date | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """A run that ended: its deadline, what it took in the term's own unit, whether that was in time."""

    run: Run
    deadline: Deadline
    used: int
    allowed: int
    in_time: bool


@dataclass(frozen=True, slots=True)
class JourneyState:
    """One visitor's way. `day` is today; `shown` the day the calendar shows while time passes."""

    block: JourneyBlock
    phase: Phase = "cases"
    case_id: str = ""
    scene_id: str = ""
    day: date = date.min
    shown: date = date.min
    before: date = date.min  # the day on which the last choice was made
    choice_id: str = ""
    tried: tuple[tuple[str, str], ...] = ()
    runs: tuple[Run, ...] = ()
    astray: int = 0  # working days spent on detours
    page: int = 0
    calendar_open: bool = False

    @property
    def calendar(self) -> WorkCalendar:
        """Which days are worked."""
        return work_calendar(self.block.holidays)

    @property
    def case(self) -> JourneyCase:
        """The case; the first one while none is chosen."""
        return next((one for one in self.block.cases if one.id == self.case_id), self.block.cases[0])

    @property
    def scene(self) -> JourneyScene:
        """The scene; the case's first one while none is."""
        scenes = self.case.scenes
        return next((one for one in scenes if one.id == self.scene_id), scenes[0])

    @property
    def choice(self) -> JourneyChoice | None:
        """What was chosen last in this scene."""
        return next((one for one in self.scene.choices if one.id == self.choice_id), None)

    @property
    def open_choices(self) -> tuple[JourneyChoice, ...]:
        """What can still be chosen here: a detour only once."""
        return tuple(one for one in self.scene.choices if (self.scene.id, one.id) not in self.tried)

    def spent(self, day: date | None = None) -> int:
        """Working days since the case began."""
        return between(self.case.begins, day or self.day, self.calendar)

    def deadline(self, run: Run) -> Deadline:
        """The deadline of a run."""
        return deadline(run.key, run.start, self.calendar)

    def standing(self, run: Run, day: date) -> Standing:
        """How a run's deadline stands on a day."""
        return standing(self.deadline(run), day, self.calendar)

    @property
    def running(self) -> tuple[Run, ...]:
        """Terms that run today, the next to end first."""
        return tuple(sorted((one for one in self.runs if one.end is None), key=lambda one: self.deadline(one).due))

    @property
    def ended_now(self) -> tuple[Run, ...]:
        """Terms that ended with the last choice."""
        return tuple(one for one in self.runs if one.end == self.day) if self.phase == "told" else ()

    def outcome(self, run: Run) -> Outcome:
        """What a run took. Raises: ValueError while it runs."""
        if run.end is None:
            raise ValueError(f"{run.key} still runs")
        limit = self.deadline(run)
        if limit.term.unit == "working_days":
            used, allowed = between(run.start, run.end, self.calendar), limit.term.amount
        else:
            used, allowed = (run.end - run.start).days, (limit.due - run.start).days
        return Outcome(run, limit, used, allowed, run.end <= limit.due)

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """Every run that ended, in order of its end."""
        return tuple(self.outcome(one) for one in sorted(self.runs, key=lambda one: one.end or date.max) if one.end)
