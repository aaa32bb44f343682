"""A visitor plays D9 to its end, and the sorting of D4 and the powers of D1, in Chinese and in English."""

from __future__ import annotations

import pytest

from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.slow


def match_all(visitor: Visitor) -> None:
    """Join the first card of each side until none is left."""
    for _ in range(8):
        visitor.tap(visitor.ids("match.left.")[0], picture=False)
        visitor.tap(visitor.ids("match.right.")[0])
        visitor.tap("match.next")
        if visitor.ids("match.again"):
            return
    raise AssertionError("the pairs never end")


def test_d9_is_played_to_its_end(visitor: Visitor) -> None:
    visitor.open("exhibit:deputies-near-you/roles")
    match_all(visitor)
    visitor.tap("match.again")
    for block in ("find", "work"):
        visitor.tap(f"exhibit.tab.{block}")
        visitor.read_panels()
    visitor.tap("exhibit.tab.quiz")
    for _ in range(5):
        visitor.tap(visitor.ids("quiz.answer.")[0])
        visitor.tap("quiz.next")
    visitor.tap("quiz.again")
    assert len(visitor.ids("quiz.answer.")) >= 2
    visitor.tap("exhibit.tab.sources")
    visitor.tap("dock.home")


def test_every_case_of_d4_finds_its_door(visitor: Visitor) -> None:
    visitor.open("exhibit:suggestion-journey/which-door")
    doors = visitor.ids("sort.bin.")
    assert len(doors) == 4
    for turn in range(20):
        if visitor.ids("sort.again"):
            break
        visitor.tap(visitor.ids("sort.card.")[-1], picture=False)
        visitor.tap(doors[turn % 4])
        visitor.tap("sort.next")
    assert visitor.ids("sort.again"), "the end offers to begin again"
    visitor.tap("dock.back")
    assert visitor.ids("sort.next"), "back leads to the last card"


def test_the_powers_of_d1_are_matched(visitor: Visitor) -> None:
    visitor.open("exhibit:who-elects-whom/powers-match")
    match_all(visitor)
    visitor.tap("match.again")
