"""Ink that stays ink: what could not be read goes into the text as it was written.

Owns the marks that stand for drawings in a text, one character each, so that editing needs to know nothing of them: a
deleted mark takes its drawing along. Leaves to others: how the ink is shown, sealed, and read by staff.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from screens.pen import Samples, around

MARKS = "❶❷❸❹❺❻"
POINTS = 600
"""The most points of one drawing: six of them fit a sealed letter with room to spare."""
_THIN = 0.5  # of the line's width: the least distance of two points that are kept


@dataclass(frozen=True, slots=True)
class Drawing:
    """One character as it was written, each stroke in parts of the pad's height."""

    mark: str
    strokes: tuple[Samples, ...]


Drawings: TypeAlias = tuple[Drawing, ...]


def free_mark(text: str) -> str:
    """The first mark that `text` does not use; empty when it uses all."""
    return next((mark for mark in MARKS if mark not in text), "")


def still_used(drawings: Iterable[Drawing], text: str) -> Drawings:
    """Those whose mark is in the text yet."""
    return tuple(one for one in drawings if one.mark in text)


def without_marks(text: str) -> str:
    """The text as far as it is text."""
    return "".join(char for char in text if char not in MARKS)


def framed(strokes: tuple[Samples, ...]) -> tuple[float, float, float, float]:
    """Left, top, width and height of the ink, line ends included."""
    boxes = [around(stroke) for stroke in strokes]
    edge = max(width for stroke in strokes for _, _, width in stroke) / 2
    left, top = min(box[0] for box in boxes) - edge, min(box[1] for box in boxes) - edge
    return left, top, max(box[2] for box in boxes) + edge - left, max(box[3] for box in boxes) + edge - top


def thinned(strokes: tuple[Samples, ...]) -> tuple[Samples, ...]:
    """The same lines with fewer points, ends kept: for reading and for sending."""
    thin = _THIN
    while True:
        kept = tuple(_thinned(stroke, thin) for stroke in strokes)
        if sum(map(len, kept)) <= POINTS or thin > 100:
            return kept
        thin *= 1.5


def _thinned(stroke: Samples, thin: float) -> Samples:
    kept = [stroke[0]]
    for x, y, width in stroke[1:-1]:
        px, py, _ = kept[-1]
        if (x - px) ** 2 + (y - py) ** 2 >= (width * thin) ** 2:
            kept.append((x, y, width))
    if len(stroke) > 1:
        kept.append(stroke[-1])
    return tuple(kept)
