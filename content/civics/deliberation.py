"""Settling a matter by talk among those it concerns: how many must come, who must agree, what ways out there are.

Owns the rules of the deliberation simulation and its points. Leaves to others: scenes, sides and their made-up points.

The decision of 2025-03-26 (announcement 73, part 4) asks for a consultation of many levels, channels and forms in all
townships, subdistricts and villages; neither it nor the other documents of the exhibition fix a quorum or a majority.
Both are therefore rules of this exhibit, and said to be so on the screen. What a law fixes for a real case (owners of
a building, a villagers' meeting, a workers' congress) goes before them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from math import ceil
from typing import Literal

Majority = Literal["more_than_half", "two_thirds", "every_side"]
Mood = Literal["content", "accepts", "opposed"]

FULL = 10  #: every side's points when it gets everything it asked for
ACCEPTS, CONTENT = 5, 8  #: from so many points on a side agrees, and is content
QUORUM = Fraction(1, 2)  #: of those affected must take part


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a matter: how many it affects, how many of them came, and the points a proposal gives it."""

    affected: int
    present: int
    points: int


@dataclass(frozen=True, slots=True)
class Rule:
    """When the talk has come to something. Below `floor` points no side may be left, whatever the others say."""

    majority: Majority
    floor: int = 0


@dataclass(frozen=True, slots=True)
class Result:
    """What a proposal comes to. Numbers count people (or households) present; `below` are places of sides."""

    present: int
    affected: int
    quorum: int
    agreeing: int
    needed: int
    below: tuple[int, ...]
    enough: bool

    @property
    def quorate(self) -> bool:
        """Whether at least half of those affected take part."""
        return self.present >= self.quorum

    @property
    def agreed(self) -> bool:
        """Whether every condition but the written agreement is met."""
        return self.quorate and self.enough and not self.below


def quorum(affected: int) -> int:
    """The smallest number of people that is at least half of those affected."""
    return ceil(affected * QUORUM)


def mood(points: int) -> Mood:
    """What a side makes of a proposal: content from 8 of 10 points, accepts from 5, opposed below."""
    return "content" if points >= CONTENT else "accepts" if points >= ACCEPTS else "opposed"


def result(rule: Rule, sides: Sequence[Side]) -> Result:
    """Put a proposal to those present. A side of which nobody came has not agreed."""
    present = sum(side.present for side in sides)
    affected = sum(side.affected for side in sides)
    willing = [side for side in sides if side.points >= ACCEPTS and side.present > 0]
    agreeing = sum(side.present for side in willing)
    needed = _needed(rule.majority, present)
    every = rule.majority != "every_side" or len(willing) == len(sides)
    below = tuple(place for place, side in enumerate(sides) if side.points < rule.floor)
    return Result(present, affected, quorum(affected), agreeing, needed, below, every and agreeing >= needed)


def _needed(majority: Majority, present: int) -> int:
    if majority == "more_than_half":
        return present // 2 + 1
    return ceil(present * Fraction(2, 3)) if majority == "two_thirds" else present


#: Issue by issue, offer by offer: the points each side gets, in the order of the sides.
Table = Sequence[Sequence[Sequence[int]]]
Choice = tuple[int, ...]


def points(table: Table, choice: Choice) -> tuple[int, ...]:
    """The points of every side under a proposal: one offer of each issue."""
    rows = [issue[offer] for issue, offer in zip(table, choice, strict=True)]
    return tuple(sum(column) for column in zip(*rows, strict=True))


def wishes(table: Table, side: int) -> Choice:
    """What a side asks for: the offer worth most to it on every issue, the first of equals."""
    return tuple(max(range(len(issue)), key=lambda offer: (issue[offer][side], -offer)) for issue in table)


def proposals(table: Table) -> Iterator[Choice]:
    """Every proposal there is."""
    return product(*(range(len(issue)) for issue in table))


def workable(rule: Rule, table: Table, affected: Sequence[int], present: Sequence[int]) -> Mapping[Choice, Result]:
    """Every proposal that would be agreed on by those who came, with its result."""
    found: dict[Choice, Result] = {}
    for choice in proposals(table):
        sides = [Side(*numbers) for numbers in zip(affected, present, points(table, choice), strict=True)]
        outcome = result(rule, sides)
        if outcome.agreed:
            found[choice] = outcome
    return found
