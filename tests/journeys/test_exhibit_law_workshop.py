"""A visitor comments on a draft, matches tools, sorts what an observer sees, walks a circle: D7 to its end."""

from __future__ import annotations

import pytest

from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.slow
EXHIBIT = "exhibit:law-workshop"


def test_a_draft_is_read_and_every_opinion_answered(visitor: Visitor) -> None:
    visitor.open(f"{EXHIBIT}/clauses")
    clauses = visitor.ids("clauses.clause.")
    assert len(clauses) == 3
    for clause in clauses:
        visitor.tap(clause)
        for opinion in visitor.ids("clauses.raise."):
            visitor.tap(opinion, picture=False)
    visitor.tap("clauses.send")
    for clause in clauses:
        visitor.tap(clause)
        for _ in range(9):
            if "clauses.page.next" not in visitor.ids():
                break
            visitor.tap("clauses.page.next")
    visitor.tap("dock.back")
    assert visitor.ids("clauses.raise."), "back from the answers leads to the draft"
    visitor.tap("clauses.send")
    visitor.tap("clauses.again")
    visitor.tap("exhibit.tab.more")
    visitor.read_panels()
    visitor.tap("exhibit.tab.sources")
    visitor.tap("dock.home")
    assert visitor.ids("home.mailbox")


def test_tools_are_matched_and_observations_sorted(visitor: Visitor) -> None:
    visitor.open(f"{EXHIBIT}/tools")
    for _ in range(6):
        visitor.tap(visitor.ids("match.left.")[0], picture=False)
        visitor.tap(visitor.ids("match.right.")[0])
        visitor.tap("match.next")
    assert "match.again" in visitor.ids()
    visitor.tap("exhibit.tab.observe")
    for _ in range(8):
        visitor.tap(visitor.ids("sort.card.")[0], picture=False)
        visitor.tap(visitor.ids("sort.bin.")[0])
        visitor.tap("sort.next")
    assert "sort.again" in visitor.ids()


def test_the_town_is_walked_by_everybody(visitor: Visitor) -> None:
    visitor.open(f"{EXHIBIT}/reach")
    for walker in visitor.ids("reach.walker."):
        visitor.tap(walker)
    visitor.tap("reach.build.lift")
    for thing in visitor.ids("reach.hold."):
        visitor.tap(thing, picture=False)
        free = [id for id in visitor.ids("reach.at.") if id.endswith(("b5", "c2", "d4"))]
        visitor.tap(free[0])
    for _ in range(3):
        visitor.tap("reach.more", picture=False)
    visitor.tap("reach.less")
    visitor.tap("reach.again")
    visitor.tap("exhibit.tab.sources")
