"""Everything a tour shows, as one frozen value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from content.schema import Exhibit, Source, Tour, TourStop, Words
from screens.tour.quiz import TeamQuiz
from screens.tour.run import Leg, TourRun, begin
from screens.tour.teams import FEWEST
from screens.tour.vote import TeamVote

Page = Literal["choose", "set_up", "card", "stop", "over"]
Sheet = Literal["", "end", "controls"]
AUDIENCES = ("visitor", "family", "class")
MINUTE_MS = 60_000


@dataclass(frozen=True, slots=True)
class TourState:
    """`stops` are those of the run. `inner` is the state of the exhibit shown; `vote` and `quiz` stay for the end.

    `left_here` and `left` are whole minutes, rounded up: what is shown of the run's clock. `clock_s` are the seconds
    left of a quiz's phase.
    """

    tours: tuple[Tour, ...]
    page: Page = "choose"
    tour: Tour | None = None
    grade: str = ""
    length: int = 0
    teams: int = FEWEST
    run: TourRun | None = None
    stops: tuple[TourStop, ...] = ()
    exhibits: tuple[Exhibit, ...] = ()
    left_here: int = 0
    left: int = 0
    clock_s: int = 0
    inner: Any = None
    vote: TeamVote | None = None
    quiz: TeamQuiz | None = None
    sheet: Sheet = ""
    sources: tuple[Source, ...] = ()
    leaf: int = 0

    @property
    def led(self) -> bool:
        """Whether the tour keeps a class to its time."""
        return self.tour is not None and self.tour.audience == "class"

    @property
    def running(self) -> bool:
        """Whether a tour is under way, paused or not."""
        return self.run is not None and not self.run.over

    @property
    def stop(self) -> TourStop:
        """The stop of this moment. Raises: IndexError before there is a run."""
        return self.stops[self.run.at if self.run else 0]

    @property
    def last(self) -> bool:
        """Whether no stop follows."""
        return self.run is not None and self.run.at + 1 == len(self.stops)

    @property
    def question(self) -> Words | None:
        """What the group talks over here."""
        return self.stop.question(self.grade)

    def exhibit_of(self, stop: TourStop) -> Exhibit | None:
        """The exhibit a stop opens."""
        about = (stop.opens or "").partition(":")[2].partition("/")[0]
        return next((one for one in self.exhibits if one.id == about), None)


def stops_of(tour: Tour, length: int) -> tuple[TourStop, ...]:
    """The stops that a length of the tour has time for."""
    return tuple(one for one in tour.stops if one.minutes[length])


def run_of(tour: Tour, length: int, now: float) -> TourRun:
    """The run of a tour; that of a class keeps its time, the others go at the visitor's pace."""
    legs = [Leg(one.id, one.minutes[length] * MINUTE_MS, one.least * MINUTE_MS) for one in stops_of(tour, length)]
    return begin(legs, now, ticking=tour.audience == "class")


def minutes_up(ms: int) -> int:
    """Whole minutes, rounded up: the last one is shown until it is over."""
    return -(-ms // MINUTE_MS)
