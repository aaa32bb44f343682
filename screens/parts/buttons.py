"""Everything that is pressed: buttons, segmented controls, chips, list rows. An edge means touch (design guide 2.2)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from screens.look import Look
from screens.scene import Box, Fill, Icon, Label, Node, Role, Target

ButtonKind = Literal["primary", "mail", "secondary", "on_mail", "outline_on_mail"]

_SKIN: dict[str, tuple[str | None, str | None, str]] = {
    # fill, border, text
    "primary": ("ink", None, "on_ink"),
    "mail": ("mail", None, "on_mail"),
    "secondary": ("raised", "ink", "ink"),
    "on_mail": ("on_mail", None, "mail_deep"),
    "outline_on_mail": (None, "on_mail", "on_mail"),
}
_PAD = 28.0
_ICON = 40.0


def button_height(look: Look, primary: bool = True) -> float:
    """Height of a one-line button."""
    return (132.0 if look.large else 104.0) if primary else (120.0 if look.large else 96.0)


def button(
    look: Look,
    box: Box,
    id: str,
    text: str,
    kind: ButtonKind = "primary",
    *,
    icon: str | None = None,
    disabled: bool = False,
    spoken: str = "",
    style: str = "label_l",
    role: Role = "button",
    on: bool | None = None,
) -> list[Node]:
    """A button filling `box`, its text centred, an icon to the right of it."""
    fill, border, ink = _SKIN[kind]
    if look.variant.theme == "contrast" and kind == "on_mail":
        fill, ink = "paper", "mail_deep"
    if look.variant.theme == "contrast" and kind == "outline_on_mail":
        fill, border, ink = None, "on_mail", "on_mail"
    if disabled:
        fill, border, ink = "disabled_fill", "control", "disabled_text"
    nodes: list[Node] = [Fill(box, fill, 12, border, look.tokens.stroke("control"), dashed=disabled)]
    room = box.w - 2 * _PAD - ((_ICON + 16) if icon and text else 0)
    label = centred(look, Box(box.x, box.y, box.w, box.h), text, style, ink, room, of=id)
    if icon:
        wide = max((look.width(line, style) for line in label.lines), default=0.0)
        total = wide + 16 + _ICON
        left = box.x + (box.w - total) / 2
        label = centred(look, Box(left, box.y, wide, box.h), text, style, ink, room, of=id)
        nodes.append(Icon(Box(left + wide + 16, box.y + (box.h - _ICON) / 2, _ICON, _ICON), icon, ink))
    nodes.append(label)
    dark = fill in ("ink", "mail", "teal")
    nodes.append(Target(box, id, role, text, spoken or text, on, disabled, 12, dark))
    return nodes


def centred(
    look: Look, box: Box, text: str, style: str, color: str, width: float | None = None, *, of: str = ""
) -> Label:
    """A label in the middle of a box, broken for `width`."""
    width = box.w if width is None else width
    resolved = look.style(style)
    lines = look.lines(text, style, width)
    high = len(lines) * resolved.line
    wide = max((look.width(line, style) for line in lines), default=0.0)
    over = high > box.h + 0.5 or wide > width + 1
    return Label(
        Box(box.x, box.y + (box.h - high) / 2, box.w, high), lines, resolved, color, "center", full=text, overflow=over,
        of=of,
    )  # fmt: skip


def icon_button(
    look: Look, box: Box, id: str, icon: str, spoken: str, *, kind: ButtonKind = "secondary", disabled: bool = False
) -> list[Node]:
    """One of the few buttons without a word (delete, undo, expand, page): it carries a spoken name."""
    fill, border, ink = _SKIN[kind]
    if disabled:
        fill, border, ink = "disabled_fill", "control", "disabled_text"
    x, y = box.center
    return [
        Fill(box, fill, 12, border, look.tokens.stroke("control"), dashed=disabled),
        Icon(Box(x - 22, y - 22, 44, 44), icon, ink),
        Target(box, id, "button", spoken, spoken, None, disabled, 12, fill == "ink"),
    ]


def segmented(
    look: Look, box: Box, options: list[tuple[str, str]], chosen: str, style: str = "label"
) -> list[Node]:  # fmt: skip
    """Two or three options that share one border; `options` are (id, text), `chosen` an id.

    All are equally wide, unless that would tear a word: then the long one takes from the others.
    """
    nodes: list[Node] = [Fill(box, "raised", 12, "ink", look.tokens.stroke("control"))]
    cells, style = _segments(look, box, [text for _, text in options], style)
    for (id, text), cell in zip(options, cells, strict=True):
        on = id == chosen
        if on:
            nodes.append(Fill(cell, "ink", 12))
        nodes.append(centred(look, cell, text, style, "on_ink" if on else "ink", cell.w - 24, of=id))
        nodes.append(Target(cell, id, "tab", text, text, on, False, 12, on))
    return nodes


def _segments(look: Look, box: Box, texts: list[str], style: str) -> tuple[list[Box], str]:
    """A cell for each text, and the style in which no word of them is torn; captions' type if nothing else helps."""
    each = box.columns(len(texts), 0)
    for name in (style, "meta"):
        needs = [_need(look, text, name, box.h) for text in texts]
        if max(needs) <= each[0].w:
            return each, name
        if sum(needs) <= box.w:
            break
    else:
        return each, style
    spare = (box.w - sum(needs)) / len(texts)
    cells, x = [], box.x
    for need in needs:
        cells.append(Box(x, box.y, need + spare, box.h))
        x += need + spare
    return cells, name


def _need(look: Look, text: str, style: str, height: float) -> float:
    """The least width in which a text keeps its words whole and stays within a height."""
    wide = max((look.width(word, style) for word in re.findall(r"[^\s\u2e80-\uffff]+", text)), default=0.0) + 1
    while look.height(text, style, wide) > height and wide < look.width(text, style) + 1:
        wide += 8
    return max(96.0, wide + 24)


def chip(
    look: Look, x: float, y: float, id: str, text: str, on: bool, *, dead: bool = False, width: float | None = None
) -> tuple[list[Node], float]:
    """A pill 72 px high to look at, 96 px to touch (more in large text). Returns the nodes and the chip's width."""
    wide = max(96.0, width if width is not None else look.width(text, "label") + 56)
    high = 88.0 if look.large else 72.0
    touch = Box(x, y, wide, max(96.0, high + 24))
    pill = Box(x, y + (touch.h - high) / 2, wide, high)
    ink = "on_ink" if on else ("ink3" if dead else "ink")
    nodes: list[Node] = [
        Fill(pill, "ink" if on else "raised", high / 2, None if on else "control", 3, dashed=dead and not on),
        centred(look, pill, text, "label", ink, wide - 24, of=id),
        Target(touch, id, "toggle", text, text, on, dead, high / 2, on),
    ]
    return nodes, wide


def list_row(
    look: Look, box: Box, id: str, title: str, second: str = "", *, icon: str | None = None, on: bool | None = None
) -> list[Node]:
    """A row of a list: title, second line, chevron (or a tick when chosen)."""
    chosen = bool(on)
    nodes: list[Node] = [Fill(box, "raised", 12, "ink" if chosen else "control", 4 if chosen else 2)]
    left = box.x + 28
    if icon:
        nodes.append(Icon(Box(left, box.center[1] - 22, 44, 44), icon, "teal"))
        left += 68
    room = box.right - left - 28 - 52
    first = look.text(left, box.y, room, title, "label_l", of=id)
    below = look.text(left, box.y, room, second, "meta", color="ink2") if second else None
    total = first.box.h + (below.box.h + 4 if below else 0)
    top = box.y + (box.h - total) / 2
    over = total > box.h - 8
    nodes.append(_moved(first, top, over))
    if below:
        nodes.append(_moved(below, top + first.box.h + 4, over))
    nodes.append(Icon(Box(box.right - 28 - 36, box.center[1] - 18, 36, 36), "check" if chosen else "chev", "ink"))
    spoken = f"{title}，{second}" if second else title
    nodes.append(Target(box, id, "option" if on is not None else "button", title, spoken, on))
    return nodes


def _moved(label: Label, y: float, overflow: bool) -> Label:
    return replace(label, box=Box(label.box.x, y, label.box.w, label.box.h), overflow=label.overflow or overflow)
