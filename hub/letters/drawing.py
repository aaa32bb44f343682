"""A handwritten character of a letter as SVG: made from numbers that were checked, nothing of it taken over as text."""

from __future__ import annotations

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from sync.messages import LetterDrawing

_PEN = 34  # of the 1000 that a drawing is wide


def svg(drawing: LetterDrawing) -> SafeString:
    """The drawing, to be put into a page."""
    edge = _PEN // 2
    lines = format_html_join("", '<polyline points="{}"/>', ((_points(stroke),) for stroke in drawing.strokes))
    return format_html(
        '<svg class="bayu-drawing" viewBox="{} {} {} {}" role="img" aria-label="手写的字" fill="none" '
        'stroke="currentColor" stroke-width="{}" stroke-linecap="round" stroke-linejoin="round">{}</svg>',
        -edge, -edge, drawing.width + _PEN, drawing.height + _PEN, _PEN, lines,
    )  # fmt: skip


def _points(stroke: tuple[int, ...]) -> str:
    return " ".join(f"{int(x)},{int(y)}" for x, y in zip(stroke[::2], stroke[1::2], strict=True))
