"""Four weeks on the wall, ending with the week of election day: each day something is due can be touched.

The ring is the chosen day and the only vermilion on the page; the days of registration lie on a darker ground.
"""

from __future__ import annotations

from datetime import date, timedelta

from screens.exhibit.blocks.election.model import ElectionState
from screens.exhibit.blocks.election.wording import day_words, weekday
from screens.look import Look
from screens.parts.buttons import centred
from screens.scene import Box, Disc, Fill, Node, Target

WEEKS = 4
_GAP = 8.0
_DISC = 21.0


def first_day(election_day: date) -> date:
    """The Monday three weeks before the week of election day: the list's last day is never earlier."""
    return election_day - timedelta(days=election_day.weekday() + 7 * (WEEKS - 1))


def head_height(look: Look) -> float:
    """Height of the row of weekdays."""
    return look.style("meta").line + 6


def month(state: ElectionState, look: Look, box: Box, *, today: date | None = None) -> list[Node]:
    """The weekdays and four rows of days, filling the box. With `today` it only shows: no targets."""
    head = head_height(look)
    start = first_day(state.election_day)
    columns = Box(box.x, box.y, box.w, head).columns(7, _GAP)
    nodes: list[Node] = [
        centred(look, cell, look.t(f"election.weekday.short.{i}"), "meta", "ink2") for i, cell in enumerate(columns)
    ]
    due = {day: number for number, (day, _) in enumerate(state.days, start=1)}
    rows = Box(box.x, box.y + head, box.w, box.h - head).rows(WEEKS, _GAP)
    for week, row in enumerate(rows):
        for weekday_, cell in enumerate(row.columns(7, _GAP)):
            day = start + timedelta(days=7 * week + weekday_)
            first = not week and not weekday_
            if today:
                nodes += _shown(state, look, cell, day, due.get(day), first=first, today=day == today)
            else:
                nodes += _day(state, look, cell, day, due.get(day), first=first)
    return nodes


def _day(state: ElectionState, look: Look, cell: Box, day: date, number: int | None, *, first: bool) -> list[Node]:
    nodes: list[Node] = []
    chosen = day == state.election_day
    if number:
        opened = day == state.shown
        nodes.append(Fill(cell, "raised", 12, "ink" if opened else "control", 4 if opened else 3))
    elif state.block.starts <= day <= state.ready:
        nodes.append(Fill(cell, "sunk", 12))
    nodes += _figure(look, cell, day, number, chosen, first)
    if number:
        nodes += _mark(look, cell, number, chosen)
        nodes.append(_target(state, look, cell, day))
    return nodes


def _shown(
    state: ElectionState, look: Look, cell: Box, day: date, number: int | None, *, first: bool, today: bool
) -> list[Node]:
    """A day that is not touched: no edge; the ring of election day is in ink, as the road has the vermilion."""
    nodes: list[Node] = [Fill(cell, "teal_wash" if today else "paper", 12)] if today or number else []
    nodes += _figure(look, cell, day, None, day == state.election_day, first)
    if number and day == state.election_day:
        x, y = cell.right - _DISC - _pad(look, cell), cell.center[1]
        return [*nodes, Disc(x, y, _DISC, None, "ink", 5), Disc(x, y, 10, "ink")]
    return [*nodes, *(_mark(look, cell, number, False) if number else [])]


def _figure(look: Look, cell: Box, day: date, number: int | None, chosen: bool, first: bool) -> list[Node]:
    """The day of the month, and the month where it begins."""
    id = f"election.due.{day}" if number else ""
    text = str(day.day)
    named = first or day.day == 1
    name_line = look.style("micro").line if named else 0.0
    tight = name_line + look.style("h3").line > cell.h - 4
    style = "label" if tight else "h3"
    high = name_line + look.style(style).line - (8 if tight else 0)  # the lines' own leading is room enough
    top = cell.y + (cell.h - high) / 2
    wide = look.width(text, style)
    x = cell.x + _pad(look, cell)
    nodes: list[Node] = []
    if named:
        month_name = look.t(f"election.month.{day.month}")
        nodes.append(look.text(x, top, cell.w - 20, month_name, "micro", color="ink2", of=id))
        top = cell.y + (cell.h + high) / 2 - look.style(style).line
    nodes.append(look.text(x, top, wide + 1, text, style, color="ink" if number else "ink2", of=id))
    return nodes


def _pad(look: Look, cell: Box) -> float:
    return 8.0 if look.large or cell.w < 130 else 16.0


def _mark(look: Look, cell: Box, number: int, chosen: bool) -> list[Node]:
    """The number that the list of days gives it; election day carries the ring instead."""
    x, y = cell.right - _DISC - _pad(look, cell), cell.center[1]
    return day_mark(look, x, y, number, chosen)


def day_mark(look: Look, x: float, y: float, number: int, chosen: bool) -> list[Node]:
    """A numbered disc; the vermilion ring and point of election day."""
    if chosen:
        return [Disc(x, y, _DISC, "paper", "vermilion", 5), Disc(x, y, 10, "vermilion")]
    line = look.style("micro").line
    return [
        Disc(x, y, _DISC, "teal"),
        centred(look, Box(x - _DISC, y - line / 2, 2 * _DISC, line), str(number), "micro", "on_teal"),
    ]


def _target(state: ElectionState, look: Look, cell: Box, day: date) -> Target:
    names = {one.key: look.say(one.name) for one in state.block.deadlines}
    due = next(due for at, due in state.days if at == day)
    what = (", " if look.english else "、").join(names[one.key] for one in due)
    date_ = day_words(look, day)
    spoken = look.t("election.due.spoken", date=date_, weekday=weekday(look, day), what=what)
    return Target(cell, f"election.due.{day}", "option", date_, spoken, day == state.shown)
