"""The few movements there are: a screen rises into place, a group travels, something drifts along a path.

Only positions move. Each movement drives one Translate instruction; nothing ticks while nothing moves.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from kivy.animation import AnimationTransition
from kivy.clock import Clock

from screens import tokens
from screens.scene import Box
from screens.widgets.damage import Damage

_RISE_PX = 24.0
_DRIFT_FPS = 12.0  # slow things look alive at this rate and cost a fifth of the full one


@dataclass(frozen=True)
class _Travel:
    """One under way. Holds its slide, so that no other can have the same id."""

    slide: Any
    done: Callable[[], None]
    event: Any
    boxes: list[Box] | None


class Motion:
    """Runs the movements of one painter. `reduced` makes every one of them a jump."""

    def __init__(self, scale: float, damage: Damage) -> None:
        self.scale = scale
        self.damage = damage
        self.reduced = False
        self._running: dict[int, _Travel] = {}
        self._drifts: dict[str, Any] = {}

    def rise(self, slide: Any) -> None:
        """A screen comes 24 px up into place."""
        slide.xy = (0, -_RISE_PX * self.scale)
        self._run(slide, (0.0, 0.0), tokens.load().duration("page"))

    def travel(self, slide: Any, goal: tuple[float, float], ms: int, boxes: list[Box] | None = None) -> None:
        """Move from where it is to `goal` (window pixels); `boxes`: where it lies unmoved, if that is known."""
        self._run(slide, goal, ms, boxes)

    def stop(self, slide: Any) -> bool:
        """Leave it where it is. Whether it was travelling."""
        running = self._running.pop(id(slide), None)
        if running is not None:
            running.event.cancel()
        return running is not None

    def mark(self, boxes: list[Box], at: tuple[float, float]) -> None:
        """What lies in these boxes, moved by `at` (window pixels), is not what the glass shows."""
        for box in boxes:
            self.damage.add(box.moved(at[0] / self.scale, -at[1] / self.scale))

    def drift(
        self, key: str, slide: Any, points: tuple[tuple[float, float], ...], period_ms: int, boxes: list[Box]
    ) -> None:
        """Wander along `points` (design offsets) once a period, for ever; `boxes` is where it lies before the first."""
        if key in self._drifts:
            self._drifts.pop(key).cancel()
        if self.reduced:
            slide.xy = self._at(points, 0.5)
            return
        started = Clock.get_time()
        last: tuple[float, float] | None = None

        def step(_: float) -> None:
            nonlocal last
            was = tuple(slide.xy)
            here = self._at(points, (Clock.get_time() - started) * 1000 % period_ms / period_ms)
            if here == last:
                return  # it waits: that costs no frame
            slide.xy = last = here
            self.mark(boxes, was)
            self.mark(boxes, slide.xy)

        step(0)
        self._drifts[key] = Clock.schedule_interval(step, 1 / _DRIFT_FPS)

    def keep(self, keys: set[str]) -> None:
        """Stop the drifts that are no longer on the glass."""
        for key in set(self._drifts) - keys:
            self._drifts.pop(key).cancel()

    @property
    def moving(self) -> bool:
        """Whether something is travelling (drifts aside)."""
        return bool(self._running)

    @property
    def moving_all(self) -> bool:
        """Whether something travels of which nobody said where it lies."""
        return any(one.boxes is None for one in self._running.values())

    def finish(self) -> None:
        """Jump to the end of every movement."""
        for one in list(self._running.values()):
            one.done()

    def _run(self, slide: Any, goal: tuple[float, float], ms: int, boxes: list[Box] | None = None) -> None:
        if self.reduced or ms <= 0:
            slide.xy = goal
            return
        origin = (slide.x, slide.y)
        started = Clock.get_time()

        def move(to: tuple[float, float]) -> None:
            if boxes is None:
                self.damage.all()
            else:
                self.mark(boxes, tuple(slide.xy))
                self.mark(boxes, to)
            slide.xy = to

        def done() -> None:
            self.stop(slide)
            move(goal)

        def step(_: float) -> None:
            part = (Clock.get_time() - started) * 1000 / ms
            if part >= 1:
                done()
                return
            eased = AnimationTransition.in_out_cubic(part)
            move((origin[0] + (goal[0] - origin[0]) * eased, origin[1] + (goal[1] - origin[1]) * eased))

        self._running[id(slide)] = _Travel(slide, done, Clock.schedule_interval(step, 0), boxes)

    def _at(self, points: tuple[tuple[float, float], ...], part: float) -> tuple[float, float]:
        spot = part * (len(points) - 1)
        i = min(int(spot), len(points) - 2)
        (ax, ay), (bx, by) = points[i], points[i + 1]
        t = spot - i
        return (ax + (bx - ax) * t) * self.scale, -(ay + (by - ay) * t) * self.scale
