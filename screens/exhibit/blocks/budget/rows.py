"""One row a use: its name, a step down, the slider with its minimum marked, a step up, the sum."""

from __future__ import annotations

from content.schema import BudgetUse
from screens.exhibit.blocks.budget.model import BudgetState
from screens.exhibit.blocks.budget.money import money, short
from screens.look import Look
from screens.parts import icon_button
from screens.parts.buttons import centred
from screens.parts.slider import slider
from screens.scene import Box, Icon, Node

_GAP = 10.0
_ICON = 44.0
_LEAST_SLIDER = 330.0


def row_height(look: Look) -> float:
    """The least height of a row."""
    return 108.0 if look.large else 96.0


def rows(state: BudgetState, look: Look, box: Box) -> list[Node]:
    """All of them, filling the box."""
    nodes: list[Node] = []
    for use, cell in zip(state.block.uses, box.rows(len(state.block.uses), _GAP), strict=True):
        nodes += _row(state, look, cell, use)
    return nodes


def _row(state: BudgetState, look: Look, cell: Box, use: BudgetUse) -> list[Node]:
    sum_, name, block = state.by_use[use.id], look.say(use.name), state.block
    high = min(cell.h, 112.0)
    row = Box(cell.x, cell.y + (cell.h - high) / 2, cell.w, high)
    button_w = 96.0
    sum_w = max(look.width(short(look, one), "numeral") for one in (block.most, 95)) + 8
    name_w = max(look.width(look.say(one.name), "label") for one in block.uses) + 16
    slider_w = row.w - name_w - 2 * button_w - sum_w - 3 * _GAP
    nodes: list[Node] = []
    x = row.x
    if slider_w - _ICON - 16 >= _LEAST_SLIDER:
        nodes.append(Icon(Box(x, row.center[1] - _ICON / 2, _ICON, _ICON), use.icon, "teal"))
        x += _ICON + 16
        slider_w -= _ICON + 16
    line = look.height(name, "label", name_w)
    nodes.append(look.text(x, row.center[1] - line / 2, name_w, name, "label", max_h=row.h))
    less = Box(x + name_w, row.y, button_w, row.h)
    way = Box(less.right + _GAP, row.y, slider_w, row.h)
    more = Box(way.right + _GAP, row.y, button_w, row.h)
    step = money(look, block.step)
    nodes += icon_button(look, less, f"budget.less.{use.id}", "minus", look.t("budget.less", name=name, n=step),
                         disabled=sum_ <= use.least)  # fmt: skip
    spoken = look.t("budget.use.spoken", name=name, n=money(look, sum_), least=money(look, use.least))
    nodes += slider(look, way, f"budget.use.{use.id}", sum_ / block.most, name, spoken, (use.least / block.most,))
    nodes += icon_button(look, more, f"budget.more.{use.id}", "plus", look.t("budget.more", name=name, n=step),
                         disabled=state.ceiling(use) <= sum_)  # fmt: skip
    at = Box(more.right + _GAP, row.y, row.right - more.right - _GAP, row.h)
    nodes.append(centred(look, at, short(look, sum_), "numeral", "ink"))
    return nodes
