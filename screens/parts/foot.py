"""The row of buttons at the foot of a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from screens.look import Look
from screens.parts.buttons import ButtonKind, button, button_height
from screens.scene import Box, Node

GAP = 20.0


@dataclass(frozen=True, slots=True)
class Press:
    """One button at the foot."""

    id: str
    text: str
    kind: ButtonKind = "secondary"
    icon: str | None = None
    disabled: bool = False


def foot_row(look: Look, box: Box, presses: Sequence[Press], least: float = 320.0) -> tuple[list[Node], Box]:
    """The buttons at the foot of `box`, the first one rightmost or lowest; what is left above or beside them."""
    if not presses:
        return [], Box(box.x, box.bottom, box.w, 0)
    high = button_height(look)
    wide = max(look.width(one.text, "label_l") + 60 + (64 if one.icon else 0) for one in presses)
    wide = max(wide, least) if look.landscape else wide
    count = len(presses)
    if wide * count + GAP * (count - 1) <= box.w:
        row = Box(box.x, box.bottom - high, box.w, high)
        if look.landscape:
            cells = [Box(row.right - (i + 1) * wide - i * GAP, row.y, wide, high) for i in range(count)]
        else:
            cells = row.columns(count, GAP)[::-1]
    else:
        cells = [Box(box.x, box.bottom - (i + 1) * high - i * GAP, box.w, high) for i in range(count)]
    nodes: list[Node] = []
    for cell, one in zip(cells, presses, strict=True):
        nodes += button(look, cell, one.id, one.text, one.kind, icon=one.icon, disabled=one.disabled)
    top = min(cell.y for cell in cells)
    return nodes, Box(box.x, top, min(cell.x for cell in cells) - GAP - box.x, box.bottom - top)
