"""A class walks the shipped tour to its end, and visitors theirs, in Chinese and English, on a station without a hub.

Every page is looked at as it stands on the glass: nothing cut off, one language, and a picture kept for people to see.
"""

from __future__ import annotations

import pytest

from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.slow
MARKS = (("lift", "crossing", "library"), ("lift", "canteen"), ("crossing", "library", "lift"), ("water", "parking"))


def test_a_class_walks_its_tour_to_the_end(visitor: Visitor) -> None:
    visitor.tap("home.tours")
    visitor.tap("tour.pick.grade-8")
    for id in ("tour.grade.primary", "tour.grade.senior", "tour.grade.junior", "tour.length.0", "tour.length.2"):
        visitor.tap(id, picture=False)
    visitor.tap("tour.length.1")
    visitor.tap("tour.teams.more")
    visitor.tap("tour.teams.less")
    visitor.tap("tour.go")
    played: set[str] = set()
    for _ in range(12):
        if not visitor.ids("tour.start"):
            break
        visitor.tap("tour.start")
        played.add(_play(visitor))
    assert played == {"exhibit", "vote", "quiz"}
    assert visitor.ids("tour.code") == []  # a code is read, not touched
    visitor.look("over")
    visitor.turn_pages("tour.page.next")
    visitor.tap("dock.home")
    visitor.tap("home.mailbox")


def _play(visitor: Visitor) -> str:
    """What this stop is for, and on to the next one."""
    if visitor.ids("tour.vote.come"):
        _vote(visitor)
        visitor.tap("tour.next")
        return "vote"
    if visitor.ids("tour.quiz."):
        _quiz(visitor)
        _control(visitor, "tour.skip")
        return "quiz"
    for control in ("tour.more", "tour.pause", "tour.pause", "tour.task"):
        _control(visitor, control)
    visitor.tap("tour.start", picture=False)
    _control(visitor, "tour.skip")
    return "exhibit"


def _control(visitor: Visitor, id: str) -> None:
    """A control of the tour: in the dock, or on the sheet behind one of its buttons where the dock is full."""
    if not visitor.ids(id):
        visitor.tap("tour.controls")
    visitor.tap(id)


def _vote(visitor: Visitor) -> None:
    for marks in MARKS:
        visitor.tap("tour.vote.come", picture=marks == MARKS[0])
        for one in marks:
            visitor.tap(f"tour.vote.mark.{one}", picture=marks == MARKS[0])
        visitor.tap("tour.vote.cast")


def _quiz(visitor: Visitor) -> None:
    """Two questions: one that all answer, one that nobody does."""
    for answering in (True, False):
        visitor.wait(31)  # nobody is given longer to read
        if answering:
            for team in range(1, 5):
                visitor.tap(visitor.ids(f"tour.quiz.choose.{team}.")[team % 2])
        visitor.wait(4 if answering else 31)
        visitor.look("reveal")
        visitor.turn_pages("tour.page.next")
        visitor.tap("tour.quiz.next")


@pytest.mark.parametrize("tour", ["ten-minutes", "family"])
def test_visitors_go_at_their_own_pace(visitor: Visitor, tour: str) -> None:
    visitor.tap("home.tours")
    visitor.tap(f"tour.pick.{tour}")
    stops = 0
    while visitor.ids("tour.start"):
        visitor.tap("tour.start")
        visitor.wait(60)
        visitor.look("inside", picture=False)
        _control(visitor, "tour.skip")
        stops += 1
    assert stops >= 3
    visitor.look("over")
    visitor.turn_pages("tour.page.next")
    visitor.tap("tour.again")


def test_a_class_left_alone_is_led_on_by_the_clock_and_ends_on_time(visitor: Visitor) -> None:
    visitor.open("tour:grade-8")
    visitor.tap("tour.length.0", picture=False)
    visitor.tap("tour.go")
    for minute in range(15):
        assert visitor.ids("tour.pause") + visitor.ids("tour.controls"), f"over after {minute} minutes"
        visitor.wait(60)
        visitor.look(f"minute-{minute + 1}")
    assert not visitor.ids("tour.pause") + visitor.ids("tour.controls")
    assert visitor.ids("tour.again")
