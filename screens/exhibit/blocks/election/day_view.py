"""Choosing the day: the month on the wall, a slider with single steps, and beside it every date that follows.

Landscape: the month left, the dates right. Portrait: the dates above, all that is touched below, within low reach.
"""

from __future__ import annotations

from dataclasses import dataclass

from screens.exhibit.blocks.election.model import ElectionState
from screens.exhibit.blocks.election.month import WEEKS, day_mark, head_height, month
from screens.exhibit.blocks.election.wording import day_words, long_day, weekday
from screens.look import Look
from screens.parts import button, button_height, note, panel
from screens.parts.counted import counted
from screens.parts.paged import Para, read
from screens.parts.slider import slider
from screens.parts.stage import arrows, law
from screens.scene import Box, Node

_GAP = 16.0
_LEFT = 0.56
_TALLEST = 132.0
_STEPS = (("less.week", "−7"), ("less.day", "−1"), ("more.day", "+1"), ("more.week", "+7"))
_STEP_W, _STEP_W_LARGE = 112.0, 132.0


def day_view(state: ElectionState, look: Look, box: Box) -> list[Node]:
    """The whole page below the exhibit's heading."""
    return _landscape(state, look, box) if look.landscape else _portrait(state, look, box)


def _landscape(state: ElectionState, look: Look, box: Box) -> list[Node]:
    left = Box(box.x, box.y, box.w * _LEFT, box.h)
    right = Box(left.right + 32, box.y, box.w - left.w - 32, box.h)
    row = button_height(look, primary=False)
    nodes = month(state, look, Box(left.x, left.y, left.w, left.h - row - _GAP))
    nodes += _slider(state, look, Box(left.x, left.bottom - row, left.w, row))
    inner = right.inset(36, 20)
    high = button_height(look)
    text = Box(inner.x, inner.y, inner.w, inner.h - high - _GAP)
    said, pages = _told(state, look, text)
    foot = Box(inner.x, inner.bottom - high, inner.w, high)
    return [*nodes, *panel(right, look), *said, *_foot(state, look, foot, pages)]


def _portrait(state: ElectionState, look: Look, box: Box) -> list[Node]:
    high, row = button_height(look), button_height(look, primary=False)
    foot = Box(box.x, box.bottom - high, box.w, high)
    slide = Box(box.x, foot.y - _GAP - row, box.w, row)
    head = head_height(look)
    least = WEEKS * 96.0 + (WEEKS - 1) * 8 + head
    room = slide.y - _GAP - (look.reach_top or box.y + box.h * 0.36) + (head if look.reach_top else 0)
    tall = max(least, min(room, WEEKS * _TALLEST + head))
    wall = Box(box.x, slide.y - _GAP - tall, box.w, tall)
    sheet = Box(box.x, box.y, box.w, wall.y - 20 - box.y)
    said, pages = _told(state, look, sheet.inset(32, 20))
    return [
        *panel(sheet, look), *said, *month(state, look, wall), *_slider(state, look, slide),
        *_foot(state, look, foot, pages),
    ]  # fmt: skip


def _slider(state: ElectionState, look: Look, box: Box) -> list[Node]:
    """Two steps down, the slider with a mark at the earliest day, two steps up."""
    wide = _STEP_W_LARGE if look.large else _STEP_W
    cells = [Box(box.x + i * (wide + 8), box.y, wide, box.h) for i in range(2)]
    cells += [Box(box.right - (2 - i) * wide - (1 - i) * 8, box.y, wide, box.h) for i in range(2)]
    nodes: list[Node] = []
    for cell, (id, number) in zip(cells, _STEPS, strict=True):
        dead = state.offset <= state.least if number[0] == "−" else state.offset >= state.block.span_days
        unit = look.t("election.step.day" if number[1] == "1" else "election.step.days")
        nodes += counted(look, cell, f"election.{id}", number, unit, look.t(f"election.{id}"), disabled=dead)
    track = Box(cells[1].right + 12, box.y, cells[2].x - cells[1].right - 24, box.h)
    span = state.block.span_days - state.least
    first = ((state.earliest - state.block.starts).days - state.least) / span
    spoken = look.t("election.slide.spoken", date=long_day(look, state.election_day))
    label = look.t("election.slide")
    return [
        *nodes,
        *slider(look, track, "election.slide", (state.offset - state.least) / span, label, spoken, (first,)),
    ]


def _foot(state: ElectionState, look: Look, box: Box, pages: int) -> list[Node]:
    """The way on, or back to all days; arrows before it where the text takes more pages."""
    nodes, cell = arrows(look, box, "election", state.page, pages)
    if state.shown:
        return [*nodes, *button(look, cell, "election.close", look.t("election.close"), "secondary", style="label")]
    text = look.t("election.set")
    style = look.fit(text, ("label_l", "label"), cell.w - 56, box.h)
    return [*nodes, *button(look, cell, "election.set", text, disabled=not state.possible, style=style)]


# ---- what is told ----------------------------------------


def _told(state: ElectionState, look: Look, box: Box) -> tuple[list[Node], int]:
    return _opened(state, look, box) if state.shown else _dates(state, look, box)


def _opened(state: ElectionState, look: Look, box: Box) -> tuple[list[Node], int]:
    """One day: what is due, in words, and where the law says so."""
    assert state.shown is not None
    words = {one.key: one for one in state.block.deadlines}
    due = next(due for day, due in state.days if day == state.shown)
    head = look.t("election.day.head", date=day_words(look, state.shown), weekday=weekday(look, state.shown))
    paras = [Para(head, "h2", heads=True, role="heading")]
    for one in due:
        paras.append(Para(look.say(words[one.key].name), "h3", gap=16, heads=True, role="heading"))
        paras.append(Para(look.say(words[one.key].text), "body", gap=4))
        paras.append(Para(law(look, one.provision.article, one.provision.paragraph), "meta", "ink2", 4))
    return read(look, box, paras, state.page)


def _dates(state: ElectionState, look: Look, box: Box) -> tuple[list[Node], int]:
    """Election day in large figures, whether it leaves time, and the list of days."""
    nodes: list[Node] = []
    day = state.election_day
    style = "h1" if not look.large and look.landscape and state.possible else "h2"
    date_ = long_day(look, day)
    head = look.text(box.x, box.y, box.w, date_, style, role="status", id="election.date")
    nodes.append(head)
    named = weekday(look, day)
    left = look.width(head.lines[-1], style) + 20
    fits = left + look.width(named, "meta") <= box.w
    y = head.box.bottom - look.style("meta").line - (look.style(style).line - look.style("meta").line) / 4
    if fits:
        nodes.append(look.text(box.x + left, y, box.w - left, named, "meta", color="ink2"))
    top = head.box.bottom + 4
    if not state.possible:
        key = "election.early.short" if look.large else "election.early"
        text = look.t(key, ready=day_words(look, state.ready), earliest=day_words(look, state.earliest))
        high = max(64.0, look.height(text, "meta", box.w - 116) + 12)
        nodes += note(look, Box(box.x, top, box.w, high), text)
        top += high
    else:
        text = look.t("election.enough", ready=day_words(look, state.ready))
        if not look.large:
            said = look.text(box.x, top, box.w, text, "meta", color="ink2")
            nodes.append(said)
            top = said.box.bottom
    rows, pages = _rows(state, look, Box(box.x, top + 8, box.w, box.bottom - top - 8))
    return [*nodes, *rows], pages


@dataclass(frozen=True, slots=True)
class _Row:
    """One line of the list: the day's number, its date, what is due."""

    number: int
    date: str
    text: str
    chosen: bool


def _rows(state: ElectionState, look: Look, box: Box) -> tuple[list[Node], int]:
    names = {one.key: look.say(one.name) for one in state.block.deadlines}
    joint = "; " if look.english else "、"
    rows = [
        _Row(i, day_words(look, day), joint.join(names[one.key] for one in due), day == state.election_day)
        for i, (day, due) in enumerate(state.days, start=1)
    ]
    date_w = max(look.width(row.date, "meta") for row in rows) + 24
    room = box.w - 60 - date_w
    line = look.style("meta").line
    gap = 8.0 if look.large else 2.0
    heights = [max(44.0, look.height(row.text, "meta", room)) for row in rows]
    pages: list[list[int]] = [[]]
    used = 0.0
    for i, high in enumerate(heights):
        if pages[-1] and used + high > box.h + 0.5:
            pages.append([])
            used = 0.0
        pages[-1].append(i)
        used += high + gap
    shown = pages[state.page % len(pages)]
    spare = box.h - sum(heights[i] for i in shown) - gap * (len(shown) - 1)
    if len(pages) == 1 and len(shown) > 1:
        gap += min(14.0, spare / (len(shown) - 1))
    nodes: list[Node] = []
    y = box.y
    for i in shown:
        row = rows[i]
        nodes += day_mark(look, box.x + 21, y + line / 2 + 1, row.number, row.chosen)
        nodes.append(look.text(box.x + 60, y, date_w, row.date, "meta", color="ink2"))
        nodes.append(look.text(box.x + 60 + date_w, y, room, row.text, "meta", max_h=box.bottom - y + 1))
        y += heights[i] + gap
    return nodes, len(pages)
