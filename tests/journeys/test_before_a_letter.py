"""Before a letter, from home: the question nobody passes, the numbers, the other doors, and on to the topics."""

from __future__ import annotations

import pytest

from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.slow


def test_who_is_in_danger_sees_the_numbers_and_may_write_afterwards(visitor: Visitor) -> None:
    visitor.tap("home.mailbox")
    assert visitor.ids("mailbox.urgent.") and not visitor.ids("mailbox.topic.")
    visitor.tap("mailbox.urgent.yes")
    shown = _text(visitor)
    assert all(number in shown for number in ("110", "119", "120"))
    visitor.tap("mailbox.next")
    assert len(visitor.ids("mailbox.topic.")) == 12


def test_who_wonders_about_the_door_finds_it_and_comes_back(visitor: Visitor) -> None:
    visitor.tap("home.mailbox")
    visitor.tap("mailbox.urgent.door")
    assert "12345" in _text(visitor)
    visitor.tap("mailbox.previous")
    visitor.tap("mailbox.urgent.no")
    assert len(visitor.ids("mailbox.topic.")) == 12


def _text(visitor: Visitor) -> str:
    return "\n".join(one["text"] for one in visitor.widgets())
