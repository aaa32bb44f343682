"""The last days of a direct election as a calendar to lay out: each deadline with article and paragraph as numbers.

Owns which article fixes which day and how early an election day can be. Leaves the dates themselves to
`content.civics.elections.calendar`, and names and words to content. All of 选举法 (2020).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, get_args

from content.civics import elections

DeadlineKey = Literal[
    "voter_list", "objections", "first_candidates", "objection_ruling", "formal_candidates", "court_action",
    "judgment", "introductions_end", "election_day",
]  # fmt: skip
#: In order of time, as the days fall when the list of voters is published as late as it may be.
KEYS: tuple[DeadlineKey, ...] = get_args(DeadlineKey)
LIST_DAYS = 20  # art. 28: the list of voters is out twenty days before election day


@dataclass(frozen=True)
class Provision:
    """A place in 选举法: article, and paragraph where the article has more than one."""

    article: int
    paragraph: int | None = None


@dataclass(frozen=True)
class Deadline:
    """The last day for one thing (the only one for election day itself), and where the law says so."""

    key: DeadlineKey
    day: date
    provision: Provision


_PROVISIONS: dict[DeadlineKey, Provision] = {
    "voter_list": Provision(28),
    "objections": Provision(29),
    "first_candidates": Provision(32, 1),
    "objection_ruling": Provision(29),
    "formal_candidates": Provision(32, 1),
    "court_action": Provision(29),
    "judgment": Provision(29),
    "introductions_end": Provision(34),
    "election_day": Provision(11, 1),
}


def deadlines(election_day: date) -> tuple[Deadline, ...]:
    """Every deadline of a direct election on that day, the list of voters published on its last day, in order of time.

    Two of one day keep the order of `KEYS`.
    """
    days = {step.key: step.day for step in elections.calendar(election_day)}
    made = [Deadline(key, days[key], _PROVISIONS[key]) for key in KEYS]
    return tuple(sorted(made, key=lambda one: one.day))


def earliest_election_day(list_ready: date) -> date:
    """选举法 art. 28: the first possible election day if the list of voters is published on `list_ready`."""
    return list_ready + timedelta(days=LIST_DAYS)


def in_time(election_day: date, list_ready: date) -> bool:
    """Whether a list of voters that is ready on `list_ready` can still be published in time for that election day."""
    return election_day >= earliest_election_day(list_ready)
