"""Then and now: how a matter was done; the visitor opens how it is done since."""

from __future__ import annotations

from screens.exhibit.blocks.timeline.state import TimelineState
from screens.look import Look
from screens.parts.foot import Press
from screens.parts.paged import Para
from screens.parts.told import told
from screens.scene import Box, Node


def pairs(state: TimelineState, look: Look, box: Box) -> list[Node]:
    """The first half with its question; both halves once the second is open."""
    two = state.two
    then = _half(look, look.t("timeline.then"), look.say(two.then_when), look.say(two.then_text))
    if not state.opened:
        asked = [*then, Para(look.say(two.question), "h3", gap=28)]
        press = Press("timeline.open", look.t("timeline.open"), "primary", "next")
        return told(look, box, "timeline", [asked], state.page, [press], two.picture)
    now = _half(look, look.t("timeline.now"), look.say(two.now_when), look.say(two.now_text))
    several = len(state.block.pairs) > 1
    again = [Press("timeline.another", look.t("timeline.another.pair"), "primary", "next")] if several else []
    return told(look, box, "timeline", [then, now], state.page, again, two.picture)


def _half(look: Look, word: str, when: str, text: str) -> list[Para]:
    style = "body" if look.large else "body_l"
    return [
        Para(word, "meta", "ink2", 0, heads=True),
        Para(when, "h2", gap=0, heads=True, role="heading"),
        Para(text, style),
    ]
