"""The working-day clock: a month with its days off, the days gone, and the terms of the law that run."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from screens.exhibit.blocks.journey.state import JourneyState, Run
from screens.exhibit.blocks.journey.wording import (
    article,
    day_name,
    month_name,
    outcome_line,
    short_day,
    standing_line,
    term_name,
    working_days,
)
from screens.look import Look
from screens.parts import panel
from screens.parts.buttons import centred
from screens.parts.paged import Para
from screens.scene import Box, Fill, Icon, Node

_BAR = 12.0
_ROW_GAP = 18.0
_PAD_X, _PAD_Y = 28.0, 20.0


def shown_day(state: JourneyState, look: Look) -> date:
    """The day the calendar stands at: today, or on the way there."""
    return state.day if look.variant.reduced_motion else state.shown


def month(state: JourneyState, look: Look, box: Box) -> list[Node]:
    """The month of the day shown: worked days gone are filled, today is ink, last days of terms are framed."""
    today = shown_day(state, look)
    inner = box.inset(20, 16)
    line, micro = look.style("meta").line, look.style("micro").line
    nodes: list[Node] = list(panel(box, look))
    title = month_name(look, today)
    gone = working_days(look, state.spent(today))
    nodes.append(look.text(inner.x + 8, inner.y, inner.w - 16, title, "meta"))
    left = inner.w - 16 - look.width(title, "meta") - 24
    if look.width(gone, "meta") <= left:
        nodes.append(look.text(inner.right - 8 - left, inner.y, left, gone, "meta", color="ink2", align="right"))
    names = Box(inner.x, inner.y + line + 4, inner.w, micro).columns(7, 0)
    for i, cell in enumerate(names):
        nodes.append(centred(look, cell, look.t(f"journey.week.{i}"), "micro", "ink2"))
    first = today.replace(day=1)
    weeks = -(-(first.weekday() + monthrange(today.year, today.month)[1]) // 7)
    rows = Box(inner.x, names[0].bottom + 4, inner.w, inner.bottom - names[0].bottom - 4).rows(weeks, 4)
    due = {state.deadline(run).due for run in state.running}
    for i in range(monthrange(today.year, today.month)[1]):
        day = first + timedelta(days=i)
        week, column = divmod(first.weekday() + i, 7)
        cell = rows[week].columns(7, 4)[column]
        nodes += _cell(state, look, cell, day, today, day in due)
    return nodes


def _cell(state: JourneyState, look: Look, box: Box, day: date, today: date, due: bool) -> list[Node]:
    works = state.calendar.works(day)
    gone = works and state.case.begins < day <= today
    fill = "ink" if day == today else "teal_wash" if gone else None if works else "sunk"
    ink = "on_ink" if day == today else "ink" if works else "ink2"
    nodes: list[Node] = []
    if fill or due:
        nodes.append(Fill(box, fill, 6, "teal" if due else None, 4 if due else 0))
    odd = works != (day.weekday() < 5)
    mark = look.t("journey.worked" if works else "journey.off") if odd else ""
    both = look.width(f"{day.day} ", "meta") + look.width(mark, "micro")
    if mark and both <= box.w - 4:
        number = look.width(f"{day.day} ", "meta")
        left = box.x + (box.w - both) / 2
        nodes.append(centred(look, Box(left, box.y, number, box.h), str(day.day), "meta", ink))
        nodes.append(centred(look, Box(left + number, box.y, both - number + 1, box.h), mark, "micro", ink))
    else:
        nodes.append(centred(look, box, str(day.day), "meta", ink))
    return nodes


def _told(state: JourneyState) -> list[Run]:
    """The terms to show: those that just ended, then those that run."""
    return [*state.ended_now, *state.running]


def terms(state: JourneyState, look: Look, box: Box) -> list[Node]:
    """Each term with its name, a bar to scale, what is left of it and where it is written."""
    nodes: list[Node] = list(panel(box, look))
    inner = box.inset(_PAD_X, _PAD_Y)
    y = inner.y
    told = _told(state)
    if look.landscape or not told:
        head = look.text(inner.x, y, inner.w, look.t("journey.terms"), "meta", color="ink2", role="heading")
        nodes.append(head)
        y = head.box.bottom + 8
    if not told:
        nodes.append(look.text(inner.x, y, inner.w, look.t("journey.terms.none"), "meta", max_h=inner.bottom - y))
    for run in told:
        high = _row_height(state, look, inner.w, run)
        if y + high > inner.bottom + 0.5:
            break
        nodes += _row(state, look, Box(inner.x, y, inner.w, high), run)
        y += high + _ROW_GAP
    return nodes


def terms_height(state: JourneyState, look: Look, width: float) -> float:
    """Height that all terms take at a width, without a heading."""
    told = _told(state)
    rows = sum(_row_height(state, look, width - 2 * _PAD_X, run) for run in told)
    return rows + _ROW_GAP * max(0, len(told) - 1) + 2 * _PAD_Y


def _lines(state: JourneyState, look: Look, run: Run) -> tuple[str, str]:
    """What is left or was used; until when, and the article."""
    day = shown_day(state, look)
    second = look.t("journey.until", day=short_day(look, state.deadline(run).due), article=article(look, run))
    if run.end is not None:
        return outcome_line(look, state.outcome(run)), second
    return standing_line(state, look, run, day), second


def _row_height(state: JourneyState, look: Look, width: float, run: Run) -> float:
    left, second = _lines(state, look, run)
    high = look.height(term_name(look, run), "label", width - 44) + look.height(left, "meta", width)
    return high if run.end is not None else high + _BAR + 8 + look.height(second, "micro", width)


def _row(state: JourneyState, look: Look, box: Box, run: Run) -> list[Node]:
    left, second = _lines(state, look, run)
    nodes: list[Node] = []
    day = shown_day(state, look)
    ended = run.end is not None
    over = not state.outcome(run).in_time if ended else state.standing(run, day).state == "over"
    color = "ochre_deep" if over else "ink"
    name = look.text(box.x, box.y, box.w - 44, term_name(look, run), "label")
    nodes.append(name)
    if ended or over:
        sign = Box(box.right - 36, box.y + 2, 36, 36)
        nodes.append(Icon(sign, "warn" if over else "check", "ochre_deep" if over else "teal"))
    said = look.text(box.x, name.box.bottom, box.w, left, "meta", color=color)
    nodes.append(said)
    if ended:
        return nodes
    bar = Box(box.x, said.box.bottom + 2, box.w, _BAR)
    nodes += [Fill(bar, "sunk", 6), Fill(Box(bar.x, bar.y, bar.w * _share(state, run, day), _BAR), color, 6)]
    nodes.append(look.text(box.x, bar.bottom + 6, box.w, second, "micro", color="ink2"))
    return nodes


def _share(state: JourneyState, run: Run, day: date) -> float:
    """How much of a term is gone, up to all of it; a little is always drawn."""
    due = state.deadline(run).due
    gone = ((run.end or day) - run.start).days
    return min(1.0, max(0.03, gone / max(1, (due - run.start).days)))


def term_paras(state: JourneyState, look: Look) -> list[Para]:
    """The terms as running text, for large letters."""
    paras = [Para(day_name(look, state.day), "h3", heads=True, role="heading")]
    paras.append(Para(look.t("journey.gone", n=working_days(look, state.spent())), "meta", "ink2", 4))
    told = _told(state)
    if not told:
        paras.append(Para(look.t("journey.terms.none"), "body", gap=16))
    for run in told:
        left, second = _lines(state, look, run)
        paras.append(Para(term_name(look, run), "h3", gap=20, heads=True))
        paras += [Para(left, "meta", gap=0), Para(second, "meta", "ink2", 0)]
    return paras
