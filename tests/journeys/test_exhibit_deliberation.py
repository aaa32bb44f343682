"""A visitor plays D6 to its end, in Chinese and in English: each of the four matters, the hunt, the panels."""

from __future__ import annotations

import pytest

from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.slow

#: A matter, a side of it, a meeting too small and one that is large enough, an agreement, a check.
MATTERS = {
    "lift": ("high", "office", "yard", ("cost.by-floor", "build.plain", "make-up.works"), "log"),
    "road": ("afar", "weekday", "video", ("route.widen", "money.work", "land.swap"), "ledger"),
    "rota": ("managers", "dawn", "handover", ("order.rotate", "reward.both", "swap.ask"), "trial"),
    "yard": ("wind", "morning", "evening", ("place.timed", "who.hire", "extra.more"), "photo"),
}


@pytest.mark.parametrize("matter", MATTERS)
def test_a_matter_is_talked_over_to_its_end(visitor: Visitor, matter: str) -> None:
    role, small, large, offers, check = MATTERS[matter]
    visitor.open("exhibit:deliberation-hall/talk")
    visitor.tap(f"talk.scene.{matter}")
    visitor.tap(f"talk.role.{role}")
    visitor.tap(f"talk.meet.{small}")
    visitor.tap("talk.next")
    assert visitor.ids("talk.meet."), "too few people: the talk has not begun"
    visitor.tap(f"talk.meet.{large}")
    visitor.tap("talk.next")
    while not visitor.ids("talk.put"):
        visitor.tap("talk.next")
    visitor.tap("talk.put")
    assert not visitor.ids("talk.write"), "wishes alone are not agreed"
    visitor.tap("talk.change")
    for offer in offers:
        visitor.tap(f"talk.offer.{offer}")
    visitor.tap("talk.why")
    visitor.tap("talk.close")
    visitor.tap("talk.put")
    visitor.tap("talk.write")
    visitor.tap("talk.oral")
    visitor.tap("talk.write")
    visitor.tap(f"talk.check.{check}")
    visitor.tap("talk.sign")
    for more in visitor.ids("talk.page.next"):
        visitor.tap(more)
    visitor.tap("talk.again.scene")
    assert visitor.ids("talk.scene.")


def test_the_hunt_is_played_to_its_ledger(visitor: Visitor) -> None:
    visitor.open("exhibit:deliberation-hall/hunt")
    visitor.tap("hunt.spot.lamp")
    visitor.tap("hunt.close")
    visitor.tap("hunt.hint")
    for spot in ("wire", "wood", "drain", "bin", "step"):
        visitor.tap(f"hunt.spot.{spot}")
        for who in visitor.ids("hunt.who"):
            visitor.tap(who)
        visitor.tap("hunt.actor.yard")
        for close in visitor.ids("hunt.close"):
            visitor.tap(close)
    visitor.tap("hunt.ledger")
    visitor.tap("hunt.again")
    assert visitor.ids("hunt.hint")
    visitor.tap("exhibit.tab.more")
    visitor.read_panels()
    visitor.tap("exhibit.tab.sources")
