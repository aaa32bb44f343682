"""Bars as SVG, drawn here: no script, good on paper. Their table stands beside each, so readers of screens skip these.

A bar is as long as its number and has the number written at its end; colour says nothing by itself. What is not said
has no bar but a dash.
"""

from __future__ import annotations

from typing import Final

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from hub.cockpit.small import HIDDEN, Shown

_WIDE: Final = 560
_ROW: Final = 30
_LABEL: Final = 168
_BAR: Final = _WIDE - _LABEL - 64
_TALL: Final = 180
_LONGEST: Final = 10  # characters of a label


def bars(rows: Shown) -> SafeString:
    """A line for each row, its bar beside its name."""
    most = max((count or 0 for _, count in rows), default=0)
    drawn = []
    for at, (name, count) in enumerate(rows):
        middle = at * _ROW + 20
        label = name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…"
        drawn.append(f'<text x="{_LABEL - 12}" y="{middle}" text-anchor="end">{escape(label)}</text>')
        wide = _share(count, most, _BAR)
        if count:
            drawn.append(f'<rect x="{_LABEL}" y="{middle - 14}" width="{wide}" height="18" rx="2"/>')
        drawn.append(f'<text x="{_LABEL + wide + 8}" y="{middle}">{HIDDEN if count is None else count}</text>')
    return _svg(_WIDE, len(rows) * _ROW + 4, drawn)


def columns(rows: Shown) -> SafeString:
    """A column for each row, for what goes on in time."""
    most = max((count or 0 for _, count in rows), default=0)
    step = _WIDE // max(1, len(rows))
    drawn = [f'<line x1="0" y1="{_TALL - 28}" x2="{_WIDE}" y2="{_TALL - 28}"/>']
    for at, (name, count) in enumerate(rows):
        middle, high = at * step + step // 2, _share(count, most, _TALL - 56)
        top = _TALL - 28 - high
        if count:
            drawn.append(f'<rect x="{middle - step // 3}" y="{top}" width="{2 * (step // 3)}" height="{high}" rx="2"/>')
        drawn.append(_mark(middle, top - 6, "—" if count is None else str(count)))
        drawn.append(_mark(middle, _TALL - 8, name[2:]))
    return _svg(_WIDE, _TALL, drawn)


def _mark(x: int, y: int, text: str) -> str:
    return f'<text x="{x}" y="{y}" text-anchor="middle">{escape(text)}</text>'


def _share(count: int | None, most: int, whole: int) -> int:
    return max(2, round(whole * count / most)) if count and most else 0


def _svg(wide: int, high: int, drawn: list[str]) -> SafeString:
    inside = "".join(drawn)
    return mark_safe(f'<svg class="bayu-plot" viewBox="0 0 {wide} {high}" aria-hidden="true">{inside}</svg>')
