"""The run of a tour against its clock: frozen values, commands as values, the time passed in. Nothing of a screen.

Whoever leads (this glass, later a teacher's phone or several screens at once) sends commands to `obey` and the time to
`tell`, and shows what the run says. The clock is hard: the stops always share the whole time between them. Whatever one
stop gains, those after it lose, none of them below its least; whatever a stop leaves over, they get. A pause stops the
clock. A tour at the visitor's own pace has no clock and goes on by `Skip`.

Times inside are whole milliseconds, so that nothing is lost in sums; `now` is seconds of any clock that only grows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

#: A pause nobody ends: after an hour the class has left, and the station serves its visitors again.
LONGEST_PAUSE_S = 3600.0
MORE_MS = 120_000


@dataclass(frozen=True, slots=True)
class Leg:
    """A stop as the clock sees it: its time, and the least it is ever left with."""

    id: str
    planned_ms: int
    least_ms: int


@dataclass(frozen=True, slots=True)
class TourRun:
    """Where a tour is. `allotted_ms` is each leg's time: what it took, has, or will get; its sum never changes.

    `elapsed_ms` of the clock have run; `heard` is when the run was last told the time. `over` never becomes false.
    """

    legs: tuple[Leg, ...]
    allotted_ms: tuple[int, ...]
    heard: float
    at: int = 0
    elapsed_ms: int = 0
    paused_at: float | None = None
    over: bool = False
    own_pace: bool = False

    @property
    def paused(self) -> bool:
        """Whether the clock stands."""
        return self.paused_at is not None

    @property
    def leg(self) -> Leg:
        """The stop of this moment; the last one when all is over."""
        return self.legs[self.at]

    @property
    def total_ms(self) -> int:
        """The whole time, from the first stop to the end of the last."""
        return sum(one.planned_ms for one in self.legs)

    @property
    def left_ms(self) -> int:
        """Time left for all that follows, this stop included."""
        return 0 if self.over else self.total_ms - self.elapsed_ms

    @property
    def left_here_ms(self) -> int:
        """Time left at this stop."""
        return 0 if self.over else sum(self.allotted_ms[: self.at + 1]) - self.elapsed_ms

    @property
    def to_give_ms(self) -> int:
        """What the stops to come could give up together."""
        after = zip(self.allotted_ms[self.at + 1 :], self.legs[self.at + 1 :], strict=True)
        return 0 if self.over else sum(max(0, has - leg.least_ms) for has, leg in after)


@dataclass(frozen=True, slots=True)
class Pause:
    """Stop the clock."""


@dataclass(frozen=True, slots=True)
class Resume:
    """Let the clock run on."""


@dataclass(frozen=True, slots=True)
class Skip:
    """On to the next stop; what is left here goes to the stops to come. At the last stop: the end."""


@dataclass(frozen=True, slots=True)
class More:
    """More time here, taken from the stops to come as far as they can give."""

    ms: int = MORE_MS


@dataclass(frozen=True, slots=True)
class End:
    """The tour is over now."""


Command: TypeAlias = Pause | Resume | Skip | More | End


def begin(legs: Sequence[Leg], now: float, *, ticking: bool = True) -> TourRun:
    """A run at its first stop, without a clock unless `ticking`. Raises: ValueError for legs that can't be kept."""
    if not legs or any(one.planned_ms < one.least_ms or one.least_ms < 0 for one in legs):
        raise ValueError("a tour needs stops, and each at least its least time")
    return TourRun(tuple(legs), tuple(one.planned_ms for one in legs), now, own_pace=not ticking)


def tell(run: TourRun, now: float) -> TourRun:
    """The run at this time. A clock that jumps back changes nothing; one that leaps passes every stop in between."""
    if run.over or run.own_pace:
        return run
    if run.paused_at is not None:
        forgotten = now - run.paused_at >= LONGEST_PAUSE_S
        return replace(run, heard=now, over=True) if forgotten else run
    if now < run.heard:
        return replace(run, heard=now)
    passed = int((now - run.heard) * 1000 + 1e-6)
    elapsed = min(run.total_ms, run.elapsed_ms + passed)
    at = run.at
    while at + 1 < len(run.legs) and elapsed >= sum(run.allotted_ms[: at + 1]):
        at += 1
    over = elapsed >= run.total_ms
    return replace(run, heard=run.heard + passed / 1000, elapsed_ms=elapsed, at=at, over=over)


def obey(run: TourRun, command: Command, now: float) -> TourRun:
    """The run after a command; the same run (but for the time) where it means nothing."""
    run = tell(run, now)
    if run.over:
        return run
    if isinstance(command, Pause):
        return run if run.paused or run.own_pace else replace(run, paused_at=now)
    if isinstance(command, Resume):
        return replace(run, paused_at=None, heard=now) if run.paused else run
    if isinstance(command, Skip):
        return _skipped(run)
    if isinstance(command, More):
        return _extended(run, command.ms)
    return replace(run, over=True)


def _skipped(run: TourRun) -> TourRun:
    after = run.legs[run.at + 1 :]
    if not after:
        return replace(run, over=True)
    left = run.left_here_ms
    gains = _shares(left, [leg.planned_ms for leg in after])
    used = run.allotted_ms[run.at] - left
    later = tuple(has + gain for has, gain in zip(run.allotted_ms[run.at + 1 :], gains, strict=True))
    return replace(run, allotted_ms=(*run.allotted_ms[: run.at], used, *later), at=run.at + 1)


def _extended(run: TourRun, ms: int) -> TourRun:
    after = list(zip(run.allotted_ms[run.at + 1 :], run.legs[run.at + 1 :], strict=True))
    spare = [max(0, has - leg.least_ms) for has, leg in after]
    given = max(0, min(ms, sum(spare)))
    losses = _shares(given, spare)
    later = tuple(has - loss for (has, _), loss in zip(after, losses, strict=True))
    here = run.allotted_ms[run.at] + given
    return replace(run, allotted_ms=(*run.allotted_ms[: run.at], here, *later))


def _shares(amount: int, weights: Sequence[int]) -> list[int]:
    """`amount` cut in proportion to the weights, exactly; no share above its weight where they add up to enough."""
    whole = sum(weights)
    if not whole:
        return [amount, *[0] * (len(weights) - 1)] if weights else []
    cuts = [amount * weight // whole for weight in weights]
    for index in range(len(weights)):
        if sum(cuts) == amount:
            break
        if amount > whole or cuts[index] < weights[index]:
            cuts[index] += 1
    return cuts
