"""The bins: how large they are, how they look, and what they are for."""

from __future__ import annotations

from content.schema import SortBin
from screens.exhibit.blocks.sort.model import SortState
from screens.look import Look
from screens.parts import panel
from screens.parts.paged import Para, read
from screens.parts.told import drawing
from screens.scene import Box, Disc, Fill, Icon, Node, Target

_GAP = 20.0
_PAD = 24.0
_ICON = 48.0
_LEAST = 112.0
_TALLEST = 250.0
_DOT = 26.0


def bin_grid(state: SortState, look: Look, room: Box, *, notes: bool) -> list[Box]:
    """Cells at the foot of `room`: a row in landscape; in portrait two abreast, or one below the other when three."""
    count = len(state.block.bins)
    across = count if look.landscape else (1 if count == 3 else 2)
    down = -(-count // across)
    wide = (room.w - _GAP * (across - 1)) / across
    need = max(_height(look, one, wide, notes) for one in state.block.bins)
    share = room.h * (0.34 if look.landscape else 0.4) / down - _GAP
    high = max(_LEAST, need, min(share, _TALLEST))
    frame = Box(room.x, room.bottom - high * down - _GAP * (down - 1), room.w, high * down + _GAP * (down - 1))
    return [cell for row in frame.rows(down, _GAP) for cell in row.columns(across, _GAP)][:count]


def _height(look: Look, one: SortBin, width: float, notes: bool) -> float:
    room = _room(one, width)
    high = look.height(look.say(one.name), "label_l", room)
    if notes and one.note:
        high += look.height(look.say(one.note), "meta", room) + 4
    return high + 2 * _PAD + _DOT


def _room(one: SortBin, width: float) -> float:
    return width - 2 * _PAD - (_ICON + 20 if one.icon else 0)


def draw_bin(state: SortState, look: Look, box: Box, one: SortBin, *, notes: bool) -> list[Node]:
    """A tray: icon, name, what it is for, and a dot for each card that lies in it."""
    id = f"sort.bin.{one.id}"
    x = box.x + _PAD + (_ICON + 20 if one.icon else 0)
    room = _room(one, box.w)
    name = look.say(one.name)
    dots_h = _DOT
    free = box.h - _height(look, one, box.w, notes)
    y = box.y + _PAD + free / 2
    label = look.text(x, y, room, name, "label_l", max_h=box.bottom - y, of=id)
    nodes: list[Node] = [Fill(box, "raised", 12, "ink", look.tokens.stroke("control"))]
    nodes.append(Fill(Box(box.x + 12, box.bottom - 18, box.w - 24, 6), "teal", 3))
    if one.icon:
        top = label.box.y + look.style("label_l").line / 2 - _ICON / 2
        nodes.append(Icon(Box(box.x + _PAD, top, _ICON, _ICON), one.icon, "teal"))
    nodes.append(label)
    spoken = name
    if notes and one.note:
        words = look.say(one.note)
        below = label.box.bottom + 4
        nodes.append(look.text(x, below, room, words, "meta", color="ink2", max_h=box.bottom - below, of=id))
        spoken = f"{name}{', ' if look.english else '，'}{words}"
    lies = state.lies_in(one.id)
    nodes += [Disc(box.x + 26 + i * 26, box.bottom - dots_h - 8, 8, "teal") for i in range(len(lies))]
    nodes.append(Target(box, id, "button", name, spoken))
    return nodes


def legend(state: SortState, look: Look, box: Box) -> list[Node]:
    """What each bin is for, where the bins themselves have no room to say it; nothing where it does not fit."""
    paras: list[Para] = []
    for one in state.block.bins:
        if one.note:
            paras.append(Para(look.say(one.name), "h3", "teal_deep", 14, heads=True))
            paras.append(Para(look.say(one.note), "meta", gap=0))
    if state.block.disclaimer:
        paras.append(Para(look.say(state.block.disclaimer), "meta", "ink2", 16))
    last = paras[-1:] if state.block.disclaimer else []
    for some, columns in ((paras, 1), (paras, 2), (paras[: len(paras) - len(last)], 2), (last, 1)):
        if some:
            text, pages = read(look, box.inset(36, 24), some, columns=columns)
            if pages == 1:
                art = drawing(box, text, state.block.art) if state.block.art and columns == 1 else []
                return [*panel(box, look), *text, *art]
    return []
