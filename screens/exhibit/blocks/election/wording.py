"""How days are written in the visitor's language."""

from __future__ import annotations

from datetime import date

from screens.look import Look


def day_words(look: Look, day: date) -> str:
    """Month and day."""
    return look.t("election.date", month=look.t(f"election.month.{day.month}"), d=day.day)


def long_day(look: Look, day: date) -> str:
    """Year, month and day."""
    return look.t("election.date.long", y=day.year, date=day_words(look, day))


def weekday(look: Look, day: date) -> str:
    """The day of the week."""
    return look.t(f"election.weekday.{day.weekday()}")


def before(look: Look, days: int) -> str:
    """How long before election day."""
    return look.t("election.before" if days else "election.on", n=days)
