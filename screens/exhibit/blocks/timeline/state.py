"""Where a visitor is on the timeline, as one frozen value, and what follows from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from content.civics.dated import days_left, over, span
from content.schema import TimelineBlock, TimelineEvent, TimelineLane, TimelineOrder, TimelinePair

Mode = Literal["line", "order", "pairs"]


@dataclass(frozen=True, slots=True)
class TimelineState:
    """`ordered` are the block's events by their days, `at` the one shown, `lanes` the lanes switched on.

    `dealt` are a round's cards as they lie, `picked` those taken so far, earliest first; `opened` says that the second
    half of a pair is open. `page` is of any running text.
    """

    block: TimelineBlock
    ordered: tuple[TimelineEvent, ...]
    lanes: tuple[str, ...]
    at: str
    mode: Mode = "line"
    today: date | None = None
    page: int = 0
    round: int = 0
    dealt: tuple[str, ...] = ()
    picked: tuple[str, ...] = ()
    told: bool = False
    pair: int = 0
    opened: bool = False

    # -- the line ----------------------------------------

    @property
    def events(self) -> tuple[TimelineEvent, ...]:
        """The events of the lanes that are on, in order."""
        return tuple(one for one in self.ordered if one.lane in self.lanes)

    @property
    def event(self) -> TimelineEvent:
        """The event shown."""
        return self.named(self.at)

    def named(self, id: str) -> TimelineEvent:
        """An event by its id."""
        return next(one for one in self.block.events if one.id == id)

    @property
    def index(self) -> int:
        """Its place among the events that are shown."""
        return next(i for i, one in enumerate(self.events) if one.id == self.at)

    @property
    def drawn_lanes(self) -> tuple[TimelineLane, ...]:
        """The lanes that are on, as the block has them."""
        return tuple(one for one in self.block.lanes if one.id in self.lanes)

    @property
    def switches(self) -> tuple[TimelineLane, ...]:
        """The lanes a visitor may switch on and off."""
        return tuple(one for one in self.block.lanes if not one.shown)

    @property
    def later(self) -> str | None:
        """What came of the event shown."""
        return self.event.later

    @property
    def earlier(self) -> str | None:
        """What led to it: of several the last one; no plan that was replaced."""
        led = [one.id for one in self.ordered if one.later == self.at and one.standing != "superseded"]
        return led[-1] if led else None

    @property
    def today_after(self) -> float | None:
        """Today's place on the line: 2.5 lies between the third and the fourth event. None without a day."""
        if self.today is None:
            return None
        begun = sum(span(one.day, one.precision)[0] <= self.today for one in self.events)
        return begun - 0.5

    def due(self, event: TimelineEvent) -> tuple[str, int]:
        """How a target stands: "left" with the days, "over", or "unknown" where nobody told the day."""
        if self.today is None or event.standing != "target":
            return "unknown", 0
        if over(event.day, event.precision, self.today):
            return "over", 0
        return "left", days_left(event.day, event.precision, self.today)

    # -- the round and the pair ----------------------------------------

    @property
    def order(self) -> TimelineOrder:
        """The round that is played."""
        return self.block.orders[self.round]

    @property
    def right(self) -> tuple[str, ...]:
        """Its cards in their order."""
        return tuple(one.id for one in self.ordered if one.id in self.order.events)

    @property
    def placed(self) -> int:
        """How many cards were given their right place."""
        return sum(a == b for a, b in zip(self.picked, self.right, strict=False))

    @property
    def two(self) -> TimelinePair:
        """The pair that is shown."""
        return self.block.pairs[self.pair]
