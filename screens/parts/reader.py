"""A panel of running text that is paged where it is too long, its buttons within the panel."""

from __future__ import annotations

from collections.abc import Sequence

from screens.look import Look
from screens.parts.ample import ample
from screens.parts.paged import Para, read
from screens.parts.paging import Turn, pager, pager_height
from screens.parts.panels import panel
from screens.scene import Box, Node

_PAD_X, _PAD_Y = 32.0, 24.0
_GAP = 12.0
_MEASURE_EM = 30  # design guide 3: at most 30 Chinese characters a line


def turn(name: str, at: int, count: int) -> Turn:
    """The ways to the pages before and after: `<name>.page.<n>`."""
    return Turn(f"{name}.page.{at - 1}" if at else None, f"{name}.page.{at + 1}" if at + 1 < count else None)


def reader(look: Look, box: Box, paras: Sequence[Para], page: int, name: str) -> list[Node]:
    """The page of the text that `page` names, or the last one; a block's model hears `<name>.page.<n>`."""
    inner = box.inset(_PAD_X, _PAD_Y)
    text = Box(inner.x, inner.y, min(inner.w, _MEASURE_EM * look.style("body").size), inner.h)
    paras = ample(look, text, paras, share=0.75)
    nodes, count = read(look, text, paras)
    if count > 1:
        room = Box(text.x, text.y, text.w, text.h - pager_height(look) - _GAP)
        _, count = read(look, room, paras)
        at = min(page, count - 1)
        nodes, _ = read(look, room, paras, at)
        row = Box(inner.x, inner.bottom - pager_height(look), inner.w, pager_height(look))
        nodes += pager(look, row, turn(name, at, count), at, count, name)
    return [*panel(box, look), *nodes]
