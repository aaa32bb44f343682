"""A visitor plays D1 and D5 to their end, in Chinese and in English, on a station that has never seen a hub.

Every page is looked at as it stands on the glass: nothing cut off, one language, and a picture kept for people to see.
"""

from __future__ import annotations

import pytest

from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.slow
LEVELS = ("township", "county", "city", "national")
RELATIONS = ("elects", "reports", "oversees")


def test_d1_is_read_to_its_end(visitor: Visitor) -> None:
    visitor.tap("home.levels")
    for level in LEVELS:
        visitor.tap(f"levels.hill.{level}")
        for relation in RELATIONS:
            visitor.tap(f"levels.relation.{relation}")
            for id in visitor.ids("levels.arrow.") + visitor.ids("levels.organ."):
                visitor.tap(id, picture=False)
    for id in visitor.ids("levels.aside."):
        visitor.tap(id)
        visitor.tap("dock.back")
    visitor.tap("levels.voters")
    visitor.tap("exhibit.tab.seats")
    _count_seats(visitor)
    visitor.tap("exhibit.tab.more")
    visitor.read_panels()
    visitor.tap("exhibit.tab.sources")
    visitor.tap("dock.home")
    assert visitor.ids("home.mailbox")


def _count_seats(visitor: Visitor) -> None:
    """Each rule: more people, fewer, an example, and why."""
    rules = visitor.ids("seats.rule.")
    assert rules
    for rule in rules:
        visitor.tap(rule)
        for _ in range(3):
            visitor.tap("seats.more.large")
        visitor.tap("seats.less.small")
        for example in visitor.ids("seats.example."):
            visitor.tap(example)
        if visitor.ids("seats.why"):  # where there is no room for the reasons beside the sum
            visitor.tap("seats.why")
            visitor.tap("dock.back")


@pytest.mark.parametrize("rule", ["town", "street"])
def test_d5_is_played_to_its_end(visitor: Visitor, rule: str) -> None:
    visitor.tap("home.steps")
    for step in visitor.ids("steps.step."):
        visitor.tap(step)
    visitor.tap("exhibit.tab.ballot")
    visitor.tap(f"ballot.rule.{rule}")
    visitor.tap("ballot.next")
    visitor.tap(visitor.ids("ballot.item.")[0])
    if visitor.ids("ballot.close"):  # where what a card says lies over the cards
        visitor.tap("ballot.close")
    visitor.tap("ballot.next")
    for _ in range(60):
        if visitor.ids("ballot.cast"):
            break
        for keep in visitor.ids("ballot.keep"):
            visitor.tap(keep)
        visitor.tap("ballot.next")
    _vote(visitor)
    for _ in range(20):
        for reaction in visitor.ids("ballot.react."):  # the last that the budget allows counts
            visitor.tap(reaction, picture=False)
        for grade in visitor.ids("ballot.grade.")[:1]:
            visitor.tap(grade)
        if visitor.ids("ballot.again"):
            break
        visitor.tap("ballot.next")
    assert visitor.ids("ballot.again"), "the end offers to begin again"
    visitor.tap("dock.home")
    visitor.tap("home.steps")
    visitor.tap("exhibit.tab.more")
    visitor.read_panels()
    visitor.tap("exhibit.tab.sources")


def _vote(visitor: Visitor) -> None:
    """Mark until the ballot is full, cast it, and vote again for as long as a tie asks for it."""
    for _ in range(6):
        for option in visitor.ids("ballot.item."):
            visitor.tap(option, picture=False)
        visitor.look("ballot")
        visitor.tap("ballot.cast")
        visitor.tap("ballot.cast.yes")
        if not visitor.ids("ballot.revote"):
            break
        visitor.tap("ballot.revote")
    visitor.tap("ballot.next")
