"""Questions an election committee meets, answered by 选举法 (2020): what is asked, by name, and the ruling.

Owns one rule a name, each a pure function of a number and the seats of the constituency. Leaves stories and words to
content, dates to `content.civics.election_calendar`. It rules on made-up cases of the exhibition, never on real ones.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, get_args

from content.civics import elections
from content.civics.election_calendar import LIST_DAYS, Provision

RuleName = Literal[
    "moved_in", "comes_of_age", "rights_restored", "list_posted", "objection", "nominators", "member_stands",
    "candidates", "first_list", "formal_list", "introduction", "proxies", "written_for", "mobile_box",
    "relative_counts",
]  # fmt: skip
NAMES: tuple[RuleName, ...] = get_args(RuleName)

OBJECTION_DAYS = 5  # art. 29
NOMINATORS = 10  # art. 30 para. 2
FIRST_LIST_DAYS, FORMAL_LIST_DAYS = 15, 7  # art. 32 para. 1
PROXIES = 3  # art. 42


@dataclass(frozen=True)
class Ruling:
    """Whether the law allows it, and where it says so."""

    allowed: bool
    provision: Provision


def moved_in(days_ago: int, seats: int = 1) -> Ruling:
    """Art. 27 para. 1: who has moved is put on the list of the new constituency; art. 4: no matter for how long."""
    return Ruling(days_ago >= 0, Provision(27, 1))


def comes_of_age(days_after: int, seats: int = 1) -> Ruling:
    """Art. 4 para. 1 and art. 27 para. 1: eighteen before election day, or not yet. `days_after` election day.

    Which day decides is left to local rules (art. 60); this exhibit takes election day, and no birthday falls on it.
    """
    return Ruling(days_after < 0, Provision(4, 1))


def rights_restored(days_after: int, seats: int = 1) -> Ruling:
    """Art. 27 para. 1: political rights regained before election day are entered again; until then art. 4 para. 2."""
    return Ruling(True, Provision(27, 1)) if days_after < 0 else Ruling(False, Provision(4, 2))


def list_posted(days_before: int, seats: int = 1) -> Ruling:
    """Art. 28: the list of voters is published twenty days before election day, or earlier."""
    return Ruling(days_before >= LIST_DAYS, Provision(28))


def objection(days_after: int, seats: int = 1) -> Ruling:
    """Art. 29: objections to the list within five days of its publication (that day not counted)."""
    return Ruling(0 <= days_after <= OBJECTION_DAYS, Provision(29))


def nominators(people: int, seats: int = 1) -> Ruling:
    """Art. 30 para. 2: ten voters or more may jointly nominate."""
    return Ruling(people >= NOMINATORS, Provision(30, 2))


def member_stands(_number: int = 0, seats: int = 1) -> Ruling:
    """Art. 10 para. 2: a member of the committee who stands leaves the committee; to stay on it is not allowed."""
    return Ruling(False, Provision(10, 2))


def candidates(number: int, seats: int = 1) -> Ruling:
    """Art. 31 para. 2: more candidates than seats, by a third of them to as many again."""
    return Ruling(elections.candidates(seats, "direct").allows(number), Provision(31, 2))


def first_list(days_before: int, seats: int = 1) -> Ruling:
    """Art. 32 para. 1: all nominated are published fifteen days before election day, or earlier."""
    return Ruling(days_before >= FIRST_LIST_DAYS, Provision(32, 1))


def formal_list(days_before: int, seats: int = 1) -> Ruling:
    """Art. 32 para. 1: the formal candidates are published seven days before election day, or earlier."""
    return Ruling(days_before >= FORMAL_LIST_DAYS, Provision(32, 1))


def introduction(days_before: int, seats: int = 1) -> Ruling:
    """Art. 34: introducing candidates must stop on election day."""
    return Ruling(days_before >= 1, Provision(34))


def proxies(already: int, seats: int = 1) -> Ruling:
    """Art. 42: nobody votes for more than three others; whether one more may be taken besides `already`."""
    return Ruling(already + 1 <= PROXIES, Provision(42))


def written_for(_number: int = 0, seats: int = 1) -> Ruling:
    """Art. 40 para. 2: who cannot write because of illiteracy or a disability may ask somebody they trust."""
    return Ruling(True, Provision(40, 2))


def mobile_box(_number: int = 0, seats: int = 1) -> Ruling:
    """Art. 38: who is ill, or lives where the ways are bad, may vote at a mobile ballot box."""
    return Ruling(True, Provision(38))


def relative_counts(_number: int = 0, seats: int = 1) -> Ruling:
    """Art. 43 para. 2: close relatives of a candidate neither watch nor count the vote."""
    return Ruling(False, Provision(43, 2))


#: Every rule by the name content gives it (`content.schema.ElectionCase.rule`): (number, seats) -> ruling.
RULES: Mapping[RuleName, Callable[[int, int], Ruling]] = MappingProxyType(
    {
        "moved_in": moved_in,
        "comes_of_age": comes_of_age,
        "rights_restored": rights_restored,
        "list_posted": list_posted,
        "objection": objection,
        "nominators": nominators,
        "member_stands": member_stands,
        "candidates": candidates,
        "first_list": first_list,
        "formal_list": formal_list,
        "introduction": introduction,
        "proxies": proxies,
        "written_for": written_for,
        "mobile_box": mobile_box,
        "relative_counts": relative_counts,
    }
)
