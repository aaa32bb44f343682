"""A visitor plays D2 to its end, in Chinese and in English: the line, every round, every pair; and the budget of D5."""

from __future__ import annotations

import pytest

from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.slow


def test_the_line_is_walked_from_its_first_event_to_its_last(visitor: Visitor) -> None:
    visitor.open("exhibit:timeline/line")
    visitor.slide("timeline.slider", 0.0, 0.6)
    visitor.slide("timeline.slider", 0.6, 0.0)
    visitor.tap("timeline.lane.zhejiang")
    visitor.slide("timeline.slider", 0.5, -0.3)
    events = 1
    while visitor.live("timeline.next"):
        visitor.tap("timeline.next", picture=events % 6 == 0)
        events += 1
    assert events > 20
    visitor.tap("timeline.earlier")
    visitor.tap("timeline.later")
    visitor.tap("exhibit.tab.more")
    visitor.read_panels()
    visitor.tap("exhibit.tab.sources")


def test_every_round_of_cards_and_every_pair_is_played(visitor: Visitor) -> None:
    visitor.open("exhibit:timeline/line")
    visitor.tap("timeline.mode.order")
    for _ in range(4):
        assert not visitor.ids("timeline.tell")
        for card in visitor.ids("timeline.card."):
            visitor.tap(card, picture=False)
        visitor.tap("timeline.tell")
        visitor.tap("timeline.another")
    for card in visitor.ids("timeline.card."):
        visitor.tap(card, picture=False)
    visitor.tap("timeline.tell")
    visitor.tap(visitor.ids("timeline.card.")[0])
    assert visitor.ids("timeline.slider"), "a card leads to its event on the line"
    visitor.tap("timeline.mode.pairs")
    for _ in range(4):
        visitor.tap("timeline.open")
        visitor.tap("timeline.another")
    visitor.tap("dock.back")
    assert visitor.ids("timeline.slider")


def test_a_budget_is_shared_out_and_its_result_read(visitor: Visitor) -> None:
    visitor.open("exhibit:livelihood-vote/budget")
    visitor.slide("budget.use.elders", 0.4, 0.9)
    assert not visitor.live("budget.more.park"), "all is given out"
    visitor.tap("budget.less.clean")
    visitor.tap("budget.more.lamps")
    visitor.tap("budget.done")
    visitor.tap("budget.again")
    visitor.tap("budget.draft")
    assert visitor.live("budget.more.park")
