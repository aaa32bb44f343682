"""How the timeline is put into words: dates as precise as they are known, how an event stands."""

from __future__ import annotations

from content.schema import TimelineEvent
from screens.exhibit.blocks.timeline.state import TimelineState
from screens.look import Look


def when(look: Look, event: TimelineEvent) -> str:
    """The date, as precisely as it is known."""
    month = look.t(f"timeline.month.{event.day.month}")
    if event.precision == "year":
        return look.t("timeline.year", y=event.day.year)
    if event.precision == "month":
        return look.t("timeline.monthyear", y=event.day.year, m=month)
    return look.t("timeline.date", y=event.day.year, m=month, d=event.day.day)


def within_year(look: Look, event: TimelineEvent) -> str:
    """The date beside a year that is written large; empty where only the year is known."""
    month = look.t(f"timeline.month.{event.day.month}")
    if event.precision == "year":
        return ""
    if event.precision == "month":
        return look.t("timeline.monthonly", m=month)
    return look.t("timeline.dayonly", m=month, d=event.day.day)


def lane_name(state: TimelineState, look: Look, event: TimelineEvent) -> str:
    """Whose event it is."""
    return next(look.say(one.name) for one in state.block.lanes if one.id == event.lane)


def stands(state: TimelineState, look: Look, event: TimelineEvent) -> str:
    """What kind of thing this is: a target and how long yet, an earlier plan; empty for what happened."""
    if event.standing == "superseded":
        return look.t("timeline.superseded")
    if event.standing == "happened":
        return ""
    how, days = state.due(event)
    return {
        "left": look.t("timeline.left", n=days),
        "over": look.t("timeline.over"),
        "unknown": look.t("timeline.target"),
    }[how]
