"""Somebody has a page read to them: from its beginning, again, and after a change only what is new."""

from __future__ import annotations

from tests.journeys.visitor import Visitor


def heard(visitor: Visitor) -> list[str]:
    """What was begun to be said since the last question."""
    return [one["text"] for one in visitor._station.do("heard")["heard"] if "text" in one]


def test_a_page_is_read_from_its_heading_again_and_then_only_what_changed(visitor: Visitor) -> None:
    visitor.open("exhibit:timeline/line")
    heard(visitor)
    visitor.tap("dock.speak")
    (first,) = heard(visitor)
    page = first.split("\n")
    assert page[0] in {one["text"] for one in visitor.widgets()}
    visitor.tap("dock.again")
    assert heard(visitor) == [first]
    visitor.tap("timeline.next")
    (changed,) = heard(visitor)
    assert changed and not set(changed.split("\n")) & set(page)
    visitor.tap("dock.slow")
    visitor.tap("dock.speak")
    heard(visitor)
    visitor.tap("timeline.next")
    assert heard(visitor) == []
    assert visitor.live("dock.contrast")  # its place in the dock is its own again
