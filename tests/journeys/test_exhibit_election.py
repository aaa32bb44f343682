"""A visitor runs D3's election to its end, in Chinese and in English: the day, every case, a box, the panels."""

from __future__ import annotations

import pytest

from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.slow


def test_d3_the_committee_sets_the_day_and_decides(visitor: Visitor) -> None:
    visitor.open("exhibit:election-day/election")
    for due in visitor.ids("election.due."):
        visitor.tap(due)
        visitor.tap("election.close", picture=False)
    for step in ("less.week", "less.day", "less.day"):  # too early by now
        visitor.tap(f"election.{step}")
    visitor.tap("election.set")  # dead: the day can't be set
    assert visitor.ids("election.more.day")
    for step in ("more.week", "more.day"):
        visitor.tap(f"election.{step}")
    visitor.tap("election.set")
    for _ in range(20):
        if visitor.ids("election.again"):
            break
        visitor.tap((visitor.ids("election.choose.") + visitor.ids("election.refuse"))[0])
        visitor.tap("election.next")
    visitor.tap("election.open")
    assert visitor.ids("count.open")


def test_d3_a_box_is_counted_to_its_end(visitor: Visitor) -> None:
    visitor.open("exhibit:election-day/count")
    _count(visitor)
    for _ in range(5):  # every box; the rest of each is counted by others
        visitor.tap("count.again")
        visitor.tap("count.open", picture=False)
        visitor.tap("count.valid", picture=False)
        visitor.tap("count.rest")
        _result(visitor)


def test_d3_its_panels_are_read(visitor: Visitor) -> None:
    visitor.open("exhibit:election-day/more")
    visitor.read_panels()
    visitor.tap("exhibit.tab.sources")


def _count(visitor: Visitor) -> None:
    visitor.tap("count.open")
    for number in range(12):
        visitor.tap("count.valid" if number % 3 else "count.void")
        visitor.tap("count.next")
    _result(visitor)


def _result(visitor: Visitor) -> None:
    visitor.tap("count.stands")
    visitor.tap("count.next")
    for _ in range(8):
        if visitor.ids("count.again"):
            return
        visitor.tap(visitor.ids("count.name.")[0])
        visitor.tap("count.announce")
        visitor.tap("count.next")
    raise AssertionError("the count never ends")
