"""The panel that tells one event: its year large where there is room, whose it is, how it stands, what happened."""

from __future__ import annotations

from screens.exhibit.blocks.timeline.state import TimelineState
from screens.exhibit.blocks.timeline.wording import lane_name, stands, when, within_year
from screens.look import Look
from screens.parts.paged import Para, read
from screens.parts.panels import panel
from screens.parts.reader import reader
from screens.scene import Box, Label, Node, Picture

_PAD_X, _PAD_Y = 32.0, 24.0
_ART_LEAST, _ART_MOST = 120.0, 300.0
_CORNER = 260.0


def reading(state: TimelineState, look: Look, box: Box) -> list[Node]:
    """The event shown, paged where it is too long."""
    if whole := _large_year(state, look, box) or _in_words(state, look, box):
        return whole
    return reader(look, box, _paras(state, look, dated=True), state.page, "timeline")


def reading_above(state: TimelineState, look: Look, box: Box) -> tuple[list[Node], int]:
    """The same where nothing may be touched: whoever asks turns the pages elsewhere, of which there are so many."""
    if whole := _large_year(state, look, box) or _in_words(state, look, box):
        return whole, 1
    nodes, pages = read(look, box.inset(_PAD_X, _PAD_Y), _paras(state, look, dated=True), state.page)
    return [*panel(box, look), *nodes], pages


def _in_words(state: TimelineState, look: Look, box: Box) -> list[Node]:
    """The date as a line of text, and the drawing below all; nothing where that would have to be paged."""
    inner = box.inset(_PAD_X, _PAD_Y)
    told, pages = read(look, inner, _paras(state, look, dated=True))
    return [] if pages > 1 else [*panel(box, look), *told, *_drawing(inner, told, state.event.picture)]


def _paras(state: TimelineState, look: Look, *, dated: bool, style: str = "body") -> list[Para]:
    event = state.event
    lane = lane_name(state, look, event)
    over = f"{when(look, event)}　{lane}" if not look.english else f"{when(look, event)} · {lane}"
    head = [Para(over, "label", "ink2", heads=True)] if dated else []
    how = stands(state, look, event)
    standing = [Para(how, "label", "teal_deep", 8)] if how else []
    return [
        *head,
        Para(look.say(event.name), "h2", gap=4, heads=True, role="heading"),
        *standing,
        Para(look.say(event.text), style, gap=12),
    ]


def _large_year(state: TimelineState, look: Look, box: Box) -> list[Node]:
    """The year as a numeral with the rest below it; nothing where that would have to be paged."""
    inner = box.inset(_PAD_X, _PAD_Y)
    text = str(state.event.day.year)
    if look.large or look.width(text, "numeral_xl") > inner.w * 0.75:
        return []
    year = look.text(inner.x - 6, inner.y, inner.w, text, "numeral_xl")
    beside, y = _beside(state, look, inner, year)
    below = Box(inner.x, y + 12, inner.w, inner.bottom - y - 12)
    told, pages = read(look, below, _paras(state, look, dated=False, style="body_l"))
    if pages > 1:
        told, pages = read(look, below, _paras(state, look, dated=False))
    if below.h < 200 or pages > 1:
        return []
    art = _drawing(inner, told, state.event.picture) or _corner(look, inner, year, beside, state.event.picture)
    return [*panel(box, look), year, *beside, *told, *art]


def _corner(look: Look, inner: Box, year: Label, beside: list[Label], art: str | None) -> list[Node]:
    """The drawing at the right of the year, where nothing else stands there."""
    right = max(one.box.x + max(look.width(line, "label") for line in one.lines) for one in beside)
    left = max(right, year.box.x + look.width(year.full, "numeral_xl")) + 24
    if art is None or inner.right - left < _CORNER:
        return []
    return [Picture(Box(inner.right - _CORNER, inner.y, _CORNER, year.box.h), art)]


def _beside(state: TimelineState, look: Look, inner: Box, year: Label) -> tuple[list[Label], float]:
    """The rest of the date and whose it is, beside the year or below it; the y below all of them."""
    words = [one for one in (within_year(look, state.event), lane_name(state, look, state.event)) if one]
    x = inner.x + look.width(year.full, "numeral_xl") + 20
    line = look.style("label").line
    if max(look.width(one, "label") for one in words) <= inner.right - x:
        top = year.box.bottom - 24 - line * len(words)
        said = [look.text(x, top + i * line, inner.right - x, one, "label", color="ink2")
                for i, one in enumerate(words)]  # fmt: skip
        return said, year.box.bottom
    below = look.text(inner.x, year.box.bottom, inner.w, " · ".join(words), "label", color="ink2")
    return [below], below.box.bottom


def _drawing(inner: Box, told: list[Node], art: str | None) -> list[Node]:
    """The drawing below the text, where there is room for one."""
    top = max((one.box.bottom for one in told if isinstance(one, Label)), default=inner.y) + 20
    high = min(inner.bottom - top, _ART_MOST)
    if art is None or high < _ART_LEAST:
        return []
    return [Picture(Box(inner.x, inner.bottom - high - (inner.bottom - top - high) / 2, inner.w, high), art)]
