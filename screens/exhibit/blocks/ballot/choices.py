"""A few ways to go on, side by side, and what is told above them: the shape of the steps after the vote."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from screens.look import Look
from screens.parts import panel
from screens.parts.ample import ample
from screens.parts.buttons import centred
from screens.parts.foot import GAP
from screens.parts.paged import Para, read
from screens.scene import Box, Fill, Icon, Label, Node, Target

_PAD = 32.0
_LEAST_SIGN = 200.0


@dataclass(frozen=True, slots=True)
class Option:
    """One of a few ways to go on."""

    id: str
    text: str
    second: str
    on: bool
    disabled: bool = False


def _choices_height(look: Look, width: float, options: Sequence[Option]) -> float:
    high = _option_height(look, _option_width(look, width, len(options)), options)
    return high if look.landscape else high * len(options) + 16 * (len(options) - 1)


def _option_width(look: Look, width: float, count: int) -> float:
    return (width - 16 * (count - 1)) / count if look.landscape else width


def _option_height(look: Look, width: float, options: Sequence[Option]) -> float:
    room = width - 48
    tall = max(
        look.height(one.text, "label_l", room) + (look.height(one.second, "meta", room) + 4 if one.second else 0)
        for one in options
    )
    return max(120.0 if look.large else 104.0, tall + 32)


def _choices(look: Look, box: Box, options: Sequence[Option]) -> list[Node]:
    """The options side by side (portrait: one below the other), the chosen one in ink."""
    cells = box.columns(len(options), 16) if look.landscape else box.rows(len(options), 16)
    nodes: list[Node] = []
    for cell, one in zip(cells, options, strict=True):
        fill, edge, ink, soft = ("ink", None, "on_ink", "on_ink") if one.on else ("raised", "ink", "ink", "ink2")
        if one.disabled:
            fill, edge, ink, soft = "disabled_fill", "control", "disabled_text", "disabled_text"
        room = cell.w - 48
        first = look.height(one.text, "label_l", room)
        below = look.height(one.second, "meta", room) + 4 if one.second else 0
        top = cell.y + (cell.h - first - below) / 2
        nodes.append(Fill(cell, fill, 12, edge, 3, dashed=one.disabled))
        nodes.append(centred(look, Box(cell.x, top, cell.w, first), one.text, "label_l", ink, room, of=one.id))
        if one.second:
            nodes.append(
                centred(
                    look, Box(cell.x, top + first + 4, cell.w, below - 4), one.second, "meta", soft, room, of=one.id
                )
            )
        spoken = (", " if look.english else "，").join(part for part in (one.text, one.second) if part)
        nodes.append(Target(cell, one.id, "option", one.text, spoken, one.on, one.disabled, dark=one.on))
    return nodes


def over_choices(
    look: Look, box: Box, page: int, paras: Sequence[Para], options: Sequence[Option], icon: str, keep: float = 0.0
) -> tuple[list[Node], int]:
    """What is told of a project (with its icon), and the options at the foot; the words page, the options stay.

    `keep` is room left free below the words.
    """
    high = _choices_height(look, box.w, options)
    ground = Box(box.x, box.y, box.w, box.h - high - GAP)
    text, pages = told(look, ground, paras, page, icon, keep)
    foot = Box(box.x, box.bottom - high, box.w, high)
    return [*text, *_choices(look, foot, options)], pages


def told(
    look: Look, ground: Box, paras: Sequence[Para], page: int, icon: str, keep: float = 0.0
) -> tuple[list[Node], int]:
    """A panel with what is said of a project beside its sign; big text in portrait has the sign below the words."""
    nodes = panel(ground, look)
    ground = Box(ground.x, ground.y, ground.w, ground.h - keep)
    if look.landscape or not look.large:
        size = min(ground.h - 2 * _PAD, 300.0 if look.landscape else 220.0)
        x = ground.x + _PAD + size + 48
        inner = Box(x, ground.y + 20, ground.right - 36 - x, ground.h - 40)
        words = ample(look, inner, paras)
        text, pages = read(look, inner, words, page)
        if pages == 1 or not look.large:
            top = inner.y + (inner.h - _height(text, inner)) / 2 if pages == 1 else inner.y
            text, _ = read(look, Box(inner.x, top, inner.w, inner.bottom - top), words, page)
            plate = Box(ground.x + _PAD, ground.y + (ground.h - size) / 2, size, size)
            return [*nodes, *sign(plate, icon), *text], pages
    inner = ground.inset(36, 20)
    text, pages = read(look, inner, paras, page)
    room = inner.h - _height(text, inner) - 32
    if room >= _LEAST_SIGN and pages == 1:
        size = min(room, 360.0)
        below = inner.bottom - room + (room - size) / 2
        nodes += sign(Box(ground.x + (ground.w - size) / 2, below, size, size), icon)
    return [*nodes, *text], pages


def _height(text: Sequence[Node], box: Box) -> float:
    return max((one.box.bottom for one in text if isinstance(one, Label)), default=box.y) - box.y


def sign(box: Box, icon: str) -> list[Node]:
    """A project's sign: its icon on a plate."""
    return [Fill(box, "teal_wash", 12), Icon(box.inset(box.w * 0.2, box.h * 0.2), icon, "teal_deep")]
