"""The end of a case: what became of it, what each term took, and what sources report of real ones."""

from __future__ import annotations

from collections.abc import Sequence

from screens.exhibit.blocks.journey.frame import GAP, heading
from screens.exhibit.blocks.journey.state import JourneyState, Run
from screens.exhibit.blocks.journey.wording import (
    article,
    outcome_line,
    ratio_line,
    short_day,
    term_name,
    working_days,
)
from screens.look import Look
from screens.parts import panel
from screens.parts.ample import even
from screens.parts.foot import Press, foot_row
from screens.parts.paged import Para, pager, pager_height, read
from screens.parts.told import told
from screens.scene import Box, Fill, Icon, Node

_TALL, _FLAT, _LEAST = 76.0, 56.0, 44.0  # a row of the ledger: over two lines, on one, at the least
_TALL_LEAST, _TALL_MOST = 66.0, 96.0
_BESIDE = 0.37  # of the width for the words, where a long ledger takes two columns
_COLUMN_GAP = 48.0
_LEAST_PAGER = 560.0
_MEASURE_EM = 30  # design guide 3: at most 30 Chinese characters a line
_HEAD = 76.0
_BAR = 14.0


def end_view(state: JourneyState, look: Look, box: Box) -> list[Node]:
    """Words beside the ledger drawn to scale; where that does not fit, both as pages of text."""
    case = state.case
    took = look.t(
        "journey.end.took",
        a=short_day(look, case.begins),
        b=short_day(look, state.day),
        n=working_days(look, state.spent()),
    )
    nodes, top = heading(state, look, box, look.say(state.scene.heading), took)
    body = Box(box.x, top, box.w, box.bottom - top)
    presses = (
        Press("journey.others", look.t("journey.end.others"), "primary", "next"),
        Press("journey.again", look.t("journey.end.again"), icon="undo"),
    )
    drawn = [] if look.large else _drawn(state, look, body, presses)
    drawn = drawn or _leaved(state, look, body, presses)
    if not drawn:
        drawn = told(look, body, "journey", (_left(state, look), _ledger_paras(state, look)), state.page, presses)
    return [*nodes, *drawn]


def _drawn(state: JourneyState, look: Look, body: Box, presses: tuple[Press, ...]) -> list[Node]:
    """The page with its bars, if everything fits on it."""
    foot, left = foot_row(look, body, presses)
    room = Box(body.x, body.y, body.w, left.y - GAP - body.y)
    count = max(1, len(state.runs))
    across = 1
    if look.landscape:
        cells = room.columns(2, 28)
        high = min(_FLAT, (room.h - _HEAD - 24) / count)
        if high < _LEAST:
            across, high = 2, min(_TALL_MOST, (room.h - _HEAD - 24) / -(-count // 2))
            wide = room.w * _BESIDE
            cells = [
                Box(room.x, room.y, wide, room.h),
                Box(room.x + wide + 28, room.y, room.w - wide - 28, room.h),
            ]
    else:
        half = room.h * 0.58
        high = _TALL if _HEAD + 24 + count * _TALL <= half else min(_FLAT, (half - _HEAD - 24) / count)
        cut = _HEAD + 24 + count * high
        cells = [Box(room.x, room.y, room.w, room.h - cut - GAP), Box(room.x, room.bottom - cut, room.w, cut)]
    if high < (_TALL_LEAST if across > 1 else _LEAST) or (across > 1 and not _abreast(state, look, cells[1], 2)):
        return []
    text, pages = read(look, cells[0].inset(36, 24), _left(state, look))
    if pages > 1:
        text, pages = read(look, cells[0].inset(36, 24), _left(state, look, "meta"))
    if pages > 1:
        return []
    return [*panel(cells[0], look), *text, *_ledger(state, look, cells[1], high, across), *foot]


def _leaved(state: JourneyState, look: Look, body: Box, presses: tuple[Press, ...]) -> list[Node]:
    """Pages: the words, then the ledger drawn; nothing where its names do not fit."""
    foot, left = foot_row(look, body, presses)
    high = pager_height(look)
    bottom = left.y - GAP
    row = Box(body.x, body.bottom - high, min(left.w, 860.0), high)
    if not look.landscape or left.w < _LEAST_PAGER:
        row = Box(body.x, bottom - high, min(body.w, 960.0), high)
        bottom = row.y - GAP
    room = Box(body.x, body.y, body.w, bottom - body.y)
    across = 2 if _abreast(state, look, room, 2) else 1
    if across == 1 and not _abreast(state, look, room, 1):
        return []
    said, columns = _left(state, look), 2 if look.landscape else 1
    inner = room.inset(36, 24)
    inner = even(look, inner, said, columns=columns) if columns > 1 else inner
    words = read(look, inner, said, columns=columns)[1]
    halves = [said[:2], said[2:]] if columns > 1 and words > 1 else []
    whole = Box(room.x + 36, room.y + 24, min(room.w - 72, _MEASURE_EM * look.style("body").size), room.h - 48)
    halves = halves if all(read(look, whole, half)[1] == 1 for half in halves) else []  # a page each
    line = look.style("meta").line
    rows = max(1, int((room.h - _head(look) - 24) // (line + (24 if across > 1 else 2))))
    leaves = -(-max(1, len(state.runs)) // (rows * across))
    rows = -(-max(1, len(state.runs)) // (leaves * across))
    page = state.page % (words + leaves)
    if page < words and len(halves) == words:
        shown = [*panel(room, look), *read(look, whole, halves[page])[0]]
    elif page < words:
        shown = [*panel(room, look), *read(look, inner, said, page, columns=columns)[0]]
    else:
        first = (page - words) * rows * across
        each = min(120.0 if across > 1 else 96.0, (room.h - _head(look) - 24) / rows)
        shown = _ledger(state, look, room, each, across, state.runs[first : first + rows * across])
    buttons = (look.t("page.previous"), look.t("page.next"))
    return [*shown, *pager(look, row, "journey", buttons, state.page, words + leaves), *foot]


def _head(look: Look) -> float:
    return look.style("h3").line + 26


def _abreast(state: JourneyState, look: Look, box: Box, across: int) -> bool:
    """Whether each name stands beside what its term took, in as many columns; in one there is a bar between them."""
    room = (box.w - 72 - _COLUMN_GAP * (across - 1)) / across - 48 - 16
    bar = 160.0 if across == 1 else 0.0
    return all(
        look.width(term_name(look, run), "meta") + look.width(_short(state, look, run), "micro") + 4 + bar <= room
        for run in state.runs
    )


def _left(state: JourneyState, look: Look, style: str = "body") -> list[Para]:
    astray = state.astray
    detours = look.t("journey.end.astray", n=working_days(look, astray)) if astray else look.t("journey.end.straight")
    return [
        Para(look.say(state.scene.text), style),
        Para(detours, "meta", "ink2", 10),
        Para(look.t("journey.end.real"), "h3", gap=24, heads=True, role="heading"),
        Para(look.say(state.block.comparison), style, gap=8),
    ]


def _lines(state: JourneyState, look: Look, run: Run) -> tuple[str, bool]:
    """What a term took, and whether it was kept."""
    if run.end is None:
        return look.t("journey.end.unmet"), False
    one = state.outcome(run)
    return outcome_line(look, one), one.in_time


def _ledger(
    state: JourneyState, look: Look, box: Box, high: float, across: int, runs: Sequence[Run] | None = None
) -> list[Node]:
    """The terms drawn to scale, all or `runs` of them, in so many columns."""
    runs = state.runs if runs is None else runs
    nodes: list[Node] = list(panel(box, look))
    inner = box.inset(36, 16)
    head = look.text(inner.x, inner.y, inner.w, look.t("journey.end.terms"), "h3", role="heading")
    nodes.append(head)
    top = head.box.bottom + 10
    if not state.runs:
        nodes.append(look.text(inner.x, top, inner.w, look.t("journey.end.noterms"), "body", max_h=inner.bottom - top))
    names = max((look.width(term_name(look, run), "meta") for run in state.runs), default=0.0) + 2
    figures = max((look.width(_short(state, look, run), "micro") for run in state.runs), default=0.0) + 2
    rows = max(1, -(-len(runs) // across))
    cells = inner.columns(across, _COLUMN_GAP)
    for i, run in enumerate(runs):
        cell = cells[i // rows]
        row = Box(cell.x, top + i % rows * high, cell.w, high)
        if across > 1:
            nodes += _tall(state, look, row, run, _short(state, look, run))
        elif high >= _TALL and not look.large:
            nodes += _tall(state, look, row, run, _lines(state, look, run)[0])
        else:
            nodes += _flat(state, look, row, run, names, figures)
    return nodes


def _short(state: JourneyState, look: Look, run: Run) -> str:
    return ratio_line(look, state.outcome(run)) if run.end else look.t("journey.end.unmet")


def _tall(state: JourneyState, look: Look, box: Box, run: Run, said: str) -> list[Node]:
    """The name and what the term took on one line, the bar below."""
    kept = _lines(state, look, run)[1]
    left = box.x + 48
    wide = look.width(said, "micro") + 2
    line, small = look.style("meta").line, look.style("micro").line
    name = look.text(left, box.y, box.right - left - wide - 16, term_name(look, run), "meta", max_h=line + 4)
    color = "ink2" if kept else "ochre_deep"
    figure = look.text(box.right - wide, box.y + (line - small) / 2 + 3, wide, said, "micro", color=color)
    bar = Box(left, box.y + line + 6, box.right - left, _BAR)
    return [_sign(box, box.y + line / 2 - 17, kept), name, figure, *_bar(state, bar, run, kept)]


def _flat(state: JourneyState, look: Look, box: Box, run: Run, names: float, figures: float) -> list[Node]:
    """Everything on one line: the name, the bar, what the term took."""
    _, kept = _lines(state, look, run)
    middle = box.y + box.h / 2
    left = box.x + 48
    line, small = look.style("meta").line, look.style("micro").line
    name = look.text(left, middle - line / 2, names, term_name(look, run), "meta", max_h=line)
    color = "ink2" if kept else "ochre_deep"
    at = box.right - figures
    figure = look.text(at, middle - small / 2, figures, _short(state, look, run), "micro", color=color, align="right")
    bar = Box(left + names + 20, middle - _BAR / 2, max(8.0, at - left - names - 40), _BAR)
    return [_sign(box, middle - 17, kept), name, figure, *_bar(state, bar, run, kept)]


def _sign(box: Box, y: float, kept: bool) -> Node:
    return Icon(Box(box.x, y, 34, 34), "check" if kept else "warn", "teal" if kept else "ochre_deep")


def _bar(state: JourneyState, bar: Box, run: Run, kept: bool) -> list[Node]:
    """How much of the term was used, to scale; at most all of it."""
    end = run.end or state.day
    due = state.deadline(run).due
    share = min(1.0, max(0.02, (end - run.start).days / max(1, (due - run.start).days)))
    color = "teal" if kept else "ochre_deep"
    return [Fill(bar, "sunk", 7), Fill(Box(bar.x, bar.y, bar.w * share, _BAR), color, 7)]


def _ledger_paras(state: JourneyState, look: Look) -> list[Para]:
    paras = [Para(look.t("journey.end.terms"), "h3", heads=True, role="heading")]
    if not state.runs:
        paras.append(Para(look.t("journey.end.noterms"), "body"))
    for run in state.runs:
        said, kept = _lines(state, look, run)
        paras.append(Para(term_name(look, run), "label", gap=18, heads=True))
        color = "ink" if kept else "ochre_deep"
        paras += [Para(said, "meta", color, 2, heads=True), Para(article(look, run), "meta", "ink2", 0)]
    return paras
