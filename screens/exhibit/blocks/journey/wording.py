"""Dates, days and terms of the law in the visitor's words."""

from __future__ import annotations

from datetime import date

from screens.exhibit.blocks.journey.state import JourneyState, Outcome, Run
from screens.look import Look


def day_name(look: Look, day: date) -> str:
    """The day with its weekday: 10 月 9 日 周四."""
    return look.t(
        "journey.day", m=look.t(f"journey.month.{day.month}"), d=day.day, w=look.t(f"journey.weekday.{day.weekday()}")
    )  # fmt: skip


def short_day(look: Look, day: date) -> str:
    """The day without its weekday."""
    return look.t("journey.date", m=look.t(f"journey.month.{day.month}"), d=day.day)


def month_name(look: Look, day: date) -> str:
    """The month with its year."""
    return look.t("journey.monthyear", y=day.year, m=look.t(f"journey.month.{day.month}"))


def working_days(look: Look, count: int) -> str:
    """So many working days."""
    return look.t("journey.wd.one") if count == 1 else look.t("journey.wd", n=count)


def clock_line(state: JourneyState, look: Look, day: date) -> str:
    """Today, and how many working days have gone."""
    return look.t("journey.clock", day=day_name(look, day), n=working_days(look, state.spent(day)))


def term_name(look: Look, run: Run) -> str:
    """What the term asks for."""
    return look.t(f"journey.term.{run.key}")


def article(look: Look, run: Run) -> str:
    """Where the term is written."""
    return look.t(f"journey.article.{run.key}")


def standing_line(state: JourneyState, look: Look, run: Run, day: date) -> str:
    """Days left of a running term, its last day, or days over."""
    found = state.standing(run, max(day, run.start))
    if found.state == "today":
        return look.t("journey.due.today")
    unit = "wd" if found.unit == "working_days" else "d"
    count = abs(found.left)
    key = f"journey.{'over' if found.state == 'over' else 'left'}.{unit}"
    return look.t(f"{key}.one" if count == 1 else key, n=count)


def outcome_line(look: Look, one: Outcome) -> str:
    """What an ended term took, of how much."""
    unit = "wd" if one.deadline.term.unit == "working_days" else "d"
    key = f"journey.used.{unit}" if one.in_time else f"journey.late.{unit}"
    return look.t(key, n=one.used, m=one.allowed)


def ratio_line(look: Look, one: Outcome) -> str:
    """The same, shorter."""
    unit = "wd" if one.deadline.term.unit == "working_days" else "d"
    return look.t(f"journey.ratio.{unit}" if one.in_time else f"journey.ratio.late.{unit}", n=one.used, m=one.allowed)
