"""Ink as a letter carries it: whole numbers in a field of their own, from the strokes the panel kept."""

from __future__ import annotations

from screens.inputs.drawings import Drawing, Drawings, framed, thinned
from screens.pen import fitted
from sync.messages import LetterDrawing

_SIDE = 1000.0  # the longer side of a drawing


def sent(drawings: Drawings) -> tuple[LetterDrawing, ...]:
    """Every drawing for the letter, in the order of their marks."""
    return tuple(_sent(one) for one in sorted(drawings, key=lambda one: one.mark))


def _sent(drawing: Drawing) -> LetterDrawing:
    left, top, wide, high = framed(drawing.strokes)
    scale = _SIDE / max(wide, high)
    inside = (fitted(stroke, -left * scale, -top * scale, scale) for stroke in thinned(drawing.strokes))
    strokes = tuple(tuple(max(0, round(value)) for x, y, _ in stroke for value in (x, y)) for stroke in inside)
    return LetterDrawing(mark=drawing.mark, width=_whole(wide * scale), height=_whole(high * scale), strokes=strokes)


def _whole(side: float) -> int:
    return max(1, round(side))
