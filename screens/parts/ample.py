"""Text makes use of its room: set a size larger where that costs no page, and spread evenly over columns and pages.

Nothing is ever set smaller than the style it was given (design guide 3).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from screens.look import Look
from screens.parts.paged import GUTTER, Para, pages, read
from screens.scene import Box

_LOUDER = {"micro": "meta", "meta": "body", "body": "body_l"}
_STEP = 14.0


def ample(look: Look, box: Box, paras: Sequence[Para], *, columns: int = 1, share: float = 1.0) -> list[Para]:
    """The paragraphs one size larger, if they take no more pages so; a single page may be full up to `share`."""
    needed = read(look, box, paras, columns=columns)[1]
    louder = [replace(one, style=_LOUDER.get(one.style, one.style)) for one in paras]
    room = Box(box.x, box.y, box.w, box.h * share) if needed == 1 else box
    return louder if read(look, room, louder, columns=columns)[1] <= needed else list(paras)


def even(look: Look, box: Box, paras: Sequence[Para], *, columns: int = 1) -> Box:
    """The box, lower where that fills its columns alike, so that the last one isn't left with a line.

    A single column is full before the next page begins: a sentence that goes on there must not leave room here.
    """
    if columns == 1:
        return box
    heights = [box.h]
    while heights[-1] - _STEP >= box.h * 0.5:
        heights.append(heights[-1] - _STEP)
    taken = pages(look, box.columns(columns, GUTTER)[0].w, heights, paras, columns)
    most, low = next(taken), box.h
    for height, needed in zip(heights[1:], taken, strict=True):
        if needed > most:
            break
        low = height
    return Box(box.x, box.y, box.w, low)
