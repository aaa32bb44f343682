"""What is asked of passers-by, turn after turn: a function of the clock, so that nothing has to be remembered.

A turn lasts some seconds; the day's turns are counted from midnight. Two questions, then a card of an answered letter
if there is one. The order of both is the day's own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from random import Random
from typing import TypeVar

from content.schema import AnsweredLetter, Home, Words
from screens import tokens

_ONE_CARD_IN = 3
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Shown:
    """One turn: a question, or a card with the question that stays behind it for whoever starts reading."""

    question: Words
    card: AnsweredLetter | None = None


def turn_s() -> float:
    """Seconds that a turn lasts."""
    return tokens.load().duration("attract_turn") / 1000


def turn(wall: datetime) -> int:
    """The turn of the day that it is."""
    return int(_second(wall) // turn_s())


def left_s(wall: datetime) -> float:
    """Seconds until the next turn."""
    return turn_s() - _second(wall) % turn_s()


def shown(home: Home, answers: tuple[AnsweredLetter, ...], wall: datetime) -> Shown:
    """What this turn shows."""
    questions = _of_the_day((home.question, *home.questions), wall)
    at = turn(wall)
    if not answers:
        return Shown(questions[at % len(questions)])
    cycle, place = divmod(at, _ONE_CARD_IN)
    question = questions[(cycle * (_ONE_CARD_IN - 1) + min(place, 1)) % len(questions)]
    if place < _ONE_CARD_IN - 1:
        return Shown(question)
    return Shown(question, _of_the_day(answers, wall)[cycle % len(answers)])


def _of_the_day(things: Sequence[_T], wall: datetime) -> list[_T]:
    return Random(wall.toordinal()).sample(list(things), len(things))


def _second(wall: datetime) -> float:
    return wall.hour * 3600 + wall.minute * 60 + wall.second + wall.microsecond / 1e6
