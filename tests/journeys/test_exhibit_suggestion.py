"""A visitor follows a suggestion to both evaluations, puts a vague one right, turns the pages of both stories."""

from __future__ import annotations

import pytest

from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.slow
D4 = "exhibit:suggestion-journey"
#: What leads on in each scene of the lift, by the long way: every detour first, then dissatisfied once.
LIFT = (
    "court", "petition", "deputy", "yes", "study", "all", "one", "lamp", "pass", "return", "joint", "draft", "meet",
    "copy", "again", "plan", "no", "better", "ok", "send", "no",
)  # fmt: skip
CROSSING = ("deputy", "count", "gov", "first", "letter")
RIVER = ("path", "joint", "six", "head", "key", "plan", "walk", "send", "ok")


@pytest.mark.parametrize(("case", "choices"), [("lift", LIFT), ("crossing", CROSSING), ("river", RIVER)])
def test_d4_is_played_to_its_end(visitor: Visitor, case: str, choices: tuple[str, ...]) -> None:
    visitor.open(f"{D4}/journey")
    visitor.tap(f"journey.case.{case}")
    for choice in choices:
        visitor.tap(f"journey.choice.{choice}")
        visitor.tap("journey.next")
    assert visitor.ids("journey.again"), "the end offers to begin again"
    for _ in range(4):  # where bars and words did not fit together
        for id in visitor.ids("journey.page.next"):
            visitor.tap(id)
    visitor.tap("journey.others")
    assert visitor.ids("journey.case.")


def test_a_vague_line_is_put_right_and_the_stories_are_read(visitor: Visitor) -> None:
    visitor.open(f"{D4}/sharpen")
    for wording in ("area", "more", "heard", "care"):
        visitor.tap(f"sharpen.wording.{wording}")
        visitor.tap("sharpen.next")
    visitor.tap("sharpen.mend")
    for wording in ("door", "often", "asked", "plan"):
        visitor.tap(f"sharpen.wording.{wording}")
        visitor.tap("sharpen.next")
    assert not visitor.ids("sharpen.mend"), "nothing is left to improve"
    visitor.tap("exhibit.tab.story")
    for story in visitor.ids("story.of."):
        visitor.tap(story)
        for page in range(1, 12):
            if not visitor.ids(f"story.to.{page}.0"):
                break
            visitor.tap(f"story.to.{page}.0")
    visitor.tap("exhibit.tab.more")
    visitor.read_panels()
    visitor.tap("exhibit.tab.sources")
