"""What residents wish for: each group with its wishes, ticked as they are met."""

from __future__ import annotations

from content.schema import BudgetGroup, BudgetWish
from screens.exhibit.blocks.budget.model import BudgetState
from screens.exhibit.blocks.budget.money import short
from screens.look import Look
from screens.parts.panels import panel
from screens.scene import Box, Disc, Icon, Node

_PAD = 16.0
_AIR = 10.0
_TICK = 34.0
_GAP = 12.0


def groups_height(state: BudgetState, look: Look, width: float) -> float:
    """What all groups need, abreast as `groups` lays them."""
    cells = _across(state, look, width)
    rows = -(-len(state.block.groups) // cells)
    each = max(_height(look, one) for one in state.block.groups)
    return rows * each + (rows - 1) * _GAP


def groups(state: BudgetState, look: Look, box: Box) -> list[Node]:
    """A panel a group, two abreast where the words fit."""
    across = _across(state, look, box.w)
    count = -(-len(state.block.groups) // across)
    least = max(_height(look, one) for one in state.block.groups)
    high = min((box.h - _GAP * (count - 1)) / count, least + 130)
    frame = Box(box.x, box.y, box.w, high * count + _GAP * (count - 1))
    cells = [cell for row in frame.rows(count, _GAP) for cell in row.columns(across, _GAP)]
    nodes: list[Node] = []
    style = _style(state, look, cells[0])
    for group, cell in zip(state.block.groups, cells, strict=False):
        nodes += _group(state, look, cell, group, style)
    return nodes


def _wish(state: BudgetState, look: Look, wish: BudgetWish) -> str:
    name = next(look.say(one.name) for one in state.block.uses if one.id == wish.use)
    return look.t("budget.wish", name=name, n=short(look, wish.at_least))


def _across(state: BudgetState, look: Look, width: float) -> int:
    each = (width - _GAP) / 2 - 2 * _PAD
    widest = 0.0
    for group in state.block.groups:
        told = [look.width(_wish(state, look, one), "meta") + _TICK + 12 for one in group.wishes]
        widest = max(widest, look.width(look.say(group.name), "label") + 60, *told)
    return 2 if widest <= each else 1


def _height(look: Look, group: BudgetGroup, style: str = "meta") -> float:
    return 2 * _AIR + look.style("label").line + 4 + len(group.wishes) * look.style(style).line


def _style(state: BudgetState, look: Look, cell: Box) -> str:
    """The larger style for the wishes where all groups have room for it."""
    room = cell.w - 2 * _PAD - _TICK - 12
    wished = [_wish(state, look, one) for group in state.block.groups for one in group.wishes]
    wide = max((look.width(one, "body") for one in wished), default=0.0)
    high = max(_height(look, one, "body") for one in state.block.groups)
    return "body" if wide <= room and high + 16 <= cell.h else "meta"


def _group(state: BudgetState, look: Look, cell: Box, group: BudgetGroup, style: str) -> list[Node]:
    """Its name, then a line a wish: a tick where it is met, a ring where not."""
    all_met = state.met(group) == len(group.wishes)
    nodes = panel(cell, look, "teal_wash" if all_met else "raised")
    y = cell.y + max(0.0, (cell.h - _height(look, group, style)) / 2) + _AIR
    x = cell.x + _PAD
    icon = Box(x, y + look.style("label").line / 2 - 22, 44, 44)
    nodes.append(Icon(icon, group.icon, "teal_deep"))
    nodes.append(look.text(x + 60, y, cell.w - 2 * _PAD - 60, look.say(group.name), "label", max_h=cell.bottom - y))
    y += look.style("label").line + 4
    line = look.style(style).line
    for wish in group.wishes:
        nodes += _mark(x + _TICK / 2, y + line / 2, state.by_use[wish.use] >= wish.at_least)
        room = cell.w - 2 * _PAD - _TICK - 12
        wished = _wish(state, look, wish)
        nodes.append(look.text(x + _TICK + 12, y, room, wished, style, max_h=cell.bottom - y))
        y += line
    return nodes


def _mark(x: float, y: float, met: bool) -> list[Node]:
    if met:
        return [Disc(x, y, _TICK / 2, "ink"), Icon(Box(x - 12, y - 12, 24, 24), "check", "on_ink")]
    return [Disc(x, y, _TICK / 2 - 2, "raised", "control", 3)]
