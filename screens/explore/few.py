"""A few exhibits share the page as wide cards: the drawing, the title, what it is about, how long it takes.

Owns what every card of the overview has in common too: its frame, its target, its minutes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from content.schema import Exhibit
from screens.look import Look
from screens.scene import Box, Fill, Label, Node, Picture, Role, Target

MOST = 6
_GAP = 20.0
_PAD = 32.0
_BESIDE = 560.0  # from this width on the drawing stands beside the words
_SHARE = 0.36
_LEAST_ART = 96.0
_TALLEST = 460.0


def few(shown: Sequence[Exhibit], look: Look, area: Box) -> list[Node]:
    """All of them on one page; nothing where they are too many or their words do not fit."""
    if not 0 < len(shown) <= MOST:
        return []
    for words in _CHOICES:
        nodes: list[Node] = []
        for exhibit, cell in zip(shown, _cells(look, area, len(shown)), strict=False):
            drawn = _card(look, exhibit, cell, words)
            if not drawn:
                break
            nodes += drawn
        else:
            return nodes
    return []


def _cells(look: Look, area: Box, count: int) -> list[Box]:
    across = (count if count < 4 else 2 if count == 4 else 3) if look.landscape else 1
    if look.large and look.landscape and count > 1:
        across = min(across, 2)
    down = -(-count // across)
    high = min(_TALLEST, (area.h - _GAP * (down - 1)) / down)
    rows = Box(area.x, area.y, area.w, high * down + _GAP * (down - 1)).rows(down, _GAP)
    return [cell for row in rows for cell in row.columns(across, _GAP)]


#: What a card says below its title, from the most to the least.
_CHOICES = ("gist", "subtitle", "")


def _card(look: Look, exhibit: Exhibit, box: Box, words: str) -> list[Node]:
    """Beside the drawing, or below it in a narrow card; nothing where it does not fit."""
    id = card_id(exhibit)
    inner = box.inset(_PAD, 24)
    room = Box(inner.x, inner.y, inner.w, inner.h)
    beside = box.w >= _BESIDE
    if beside:
        wide = inner.w * _SHARE
        room = Box(inner.x + wide + _PAD, inner.y, inner.w - wide - _PAD, inner.h)
    said = look.say(getattr(exhibit, words)) if words else ""
    column: list[Label] = []
    y = 0.0
    for text, style, color, gap in (
        (look.say(exhibit.title), "card", "ink", 0.0),
        (said, "meta", "ink", 8.0),
        (minutes(look, exhibit), "meta", "ink2", 8.0),
    ):
        if text:
            role: Role = "heading" if style == "card" else "text"
            label = look.text(room.x, y + gap, room.w, text, style, color=color, role=role, of=id)
            column.append(label)
            y = label.box.bottom
    art_h = inner.h if beside else min(260.0, inner.h - y - 16)
    if y > inner.h or art_h < _LEAST_ART:
        return []
    high = inner.h if beside else art_h + 16 + y
    top = inner.y + (inner.h - (y if beside else high)) / 2
    art = Box(inner.x, inner.y, inner.w * _SHARE, inner.h) if beside else Box(inner.x, top, inner.w, art_h)
    first = top if beside else art.bottom + 16
    moved = [_moved(one, first) for one in column]
    return [*frame(look, box), Picture(art, exhibit.picture), *moved, target(look, exhibit, box)]


def _moved(label: Label, by: float) -> Label:
    box = label.box.moved(0, by)
    return replace(label, box=box)


def frame(look: Look, box: Box) -> list[Node]:
    """The ground and edge of a card."""
    return [Fill(box, "raised", 12, "control", 4.0 if look.variant.theme == "contrast" else 2.0)]


def card_id(exhibit: Exhibit) -> str:
    """The target that opens it."""
    return f"explore.exhibit.{exhibit.id}"


def minutes(look: Look, exhibit: Exhibit) -> str:
    """How long it takes."""
    return look.t("explore.minutes", n=exhibit.minutes)


def target(look: Look, exhibit: Exhibit, box: Box) -> Target:
    """All of a card is touched."""
    name = look.say(exhibit.title)
    return Target(box, card_id(exhibit), "button", name, f"{name}，{look.say(exhibit.subtitle)}")
