"""Events on lanes, along one line: what happened, what was a target, what a later document replaced."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Literal

from pydantic import Field, model_validator

from content.civics.dated import order_key, span
from content.schema.base import BlockBase, Published, Slug, Text, Words


class TimelineLane(Published):
    """Whose events: the nation's, the city's, a station's."""

    id: Slug
    name: Words = Field(description="At most 4 characters")
    shown: bool = Field(default=True, description="False: hidden until the visitor switches it on")


class TimelineEvent(Published):
    """One point on a lane. `day` counts as far as `precision` says: 2020-01-01 by the year is 2020."""

    id: Slug
    lane: Slug
    day: date
    precision: Literal["year", "month", "day"] = "day"
    name: Words = Field(description="At most 14 characters")
    text: Text
    standing: Literal["happened", "target", "superseded"] = Field(
        default="happened",
        description="target: an aim; superseded: an earlier plan that a later one replaced",
    )
    later: Slug | None = Field(default=None, description="What came of it: the rule after the trial, the later plan")
    picture: str | None = Field(default=None, description="Name of a drawing in media/art")


class TimelineOrder(Published):
    """Put these in order: three or four events, none on the same day."""

    id: Slug
    question: Words
    events: tuple[Slug, ...] = Field(min_length=3, max_length=4)
    told: Text = Field(description="What the order shows; at most 60 characters")


class TimelinePair(Published):
    """Then and now: how one matter was done, and how it is done since."""

    id: Slug
    question: Words = Field(description="What is asked before the second half is opened")
    then_when: Words
    then_text: Text = Field(description="At most 80 characters")
    now_when: Words
    now_text: Text = Field(description="At most 80 characters")
    picture: str | None = Field(default=None, description="Name of a drawing in media/art")


class TimelineBlock(BlockBase):
    """Timeline: a slider along events on lanes; then rounds of putting in order; then pairs of then and now."""

    kind: Literal["timeline"] = "timeline"
    lanes: tuple[TimelineLane, ...] = Field(min_length=1, max_length=5)
    events: tuple[TimelineEvent, ...] = Field(min_length=3, max_length=40)
    orders: tuple[TimelineOrder, ...] = Field(default=(), max_length=8)
    pairs: tuple[TimelinePair, ...] = Field(default=(), max_length=8)

    @model_validator(mode="after")
    def _events_stand_on_lanes(self) -> TimelineBlock:
        lanes = {one.id for one in self.lanes}
        for event in self.events:
            if event.lane not in lanes:
                raise ValueError(f"event {event.id!r} is on {event.lane!r}, which is no lane; name one of `lanes`")
        ids = [one.id for one in self.events]
        if len(set(ids)) < len(ids):
            raise ValueError("two events share an id; give each its own")
        if not any(one.shown for one in self.lanes):
            raise ValueError("every lane is hidden at first; let at least one be `shown`")
        used = {one.lane for one in self.events}
        if empty := sorted(lanes - used):
            raise ValueError(f"lane {empty[0]!r} has no event; give it one or take the lane out")
        return self

    @model_validator(mode="after")
    def _what_came_later_came_later(self) -> TimelineBlock:
        events = {one.id: one for one in self.events}
        for event in self.events:
            if event.later is None:
                if event.standing == "superseded":
                    raise ValueError(f"event {event.id!r} is superseded; name in `later` what replaced it")
                continue
            after = events.get(event.later)
            if after is None or after.id == event.id:
                raise ValueError(f"event {event.id!r} leads to {event.later!r}, which is no other event; name one")
            ended, begun = span(after.day, after.precision)[1], span(event.day, event.precision)[0]
            if event.standing == "happened" and ended < begun:
                raise ValueError(f"event {event.id!r} leads to {event.later!r}, which came before it; turn them round")
        return self

    @model_validator(mode="after")
    def _an_order_is_certain(self) -> TimelineBlock:
        events = {one.id: one for one in self.events}
        for order in self.orders:
            if unknown := [id for id in order.events if id not in events]:
                raise ValueError(f"round {order.id!r} names {unknown[0]!r}, which is no event; name one of `events`")
            chosen = sorted((events[id] for id in order.events), key=lambda one: order_key(one.day, one.precision))
            for before, after in pairwise(chosen):
                if span(before.day, before.precision)[1] >= span(after.day, after.precision)[0]:
                    raise ValueError(
                        f"round {order.id!r} can't tell {before.id!r} from {after.id!r}: their dates overlap; choose"
                        " events that are surely apart"
                    )
        return self
