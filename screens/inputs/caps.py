"""Keys and carets drawn: one box each, with what stands on it (design guide 9, mockups k2 and o2).

Pure functions of a key and a `Look`. Leaves to others: which keys there are (`layouts`) and where (`view`, `pads`).
"""

from __future__ import annotations

from screens.inputs.layouts import STROKES, Key
from screens.look import Look
from screens.scene import Box, Fill, Icon, Label, Node, Stroke, Target
from screens.tokens import TextStyle

_ICONS = {"keys.backspace": "bksp", "keys.speak": "speak"}
_ARROWS = {"keys.caret_left": -1, "keys.caret_right": 1}
#: How a stroke looks, in parts of a square.
_DRAWN: dict[str, tuple[tuple[tuple[float, float], ...], ...]] = {
    "一": (((0.08, 0.56), (0.92, 0.48)),),
    "丨": (((0.5, 0.06), (0.5, 0.96)),),
    "丿": (((0.66, 0.06), (0.6, 0.42), (0.46, 0.7), (0.22, 0.95)),),
    "丶": (((0.3, 0.14), (0.46, 0.36)), ((0.36, 0.42), (0.56, 0.7), (0.86, 0.92))),
    "乛": (((0.12, 0.24), (0.82, 0.2), (0.72, 0.52), (0.56, 0.9)),),
}


def key_style(look: Look, weight: str = "Medium") -> TextStyle:
    """Letters on keys and candidates: 44 (design guide 9), 56 in large text, where a key still holds them."""
    size, line = (56, 68) if look.large else (44, 56)
    return TextStyle("key", f"sans-{weight}", size, line)


def key_cap(
    look: Look, key: Key, cell: Box, dead: bool, *, on: bool = False, style: TextStyle | None = None
) -> list[Node]:
    """One key, filled when it is `on`, dashed when it is `dead`."""
    fill = "raised" if key.role in ("letter", "mark", "space") else "sunk"
    ink = "ink"
    if dead:
        fill, ink = "disabled_fill", "disabled_text"
    if on:
        fill, ink = "ink", "on_ink"
    nodes: list[Node] = [Fill(cell, fill, 10, "control", 2, dashed=dead)]
    if key.text in STROKES:
        nodes += _stroke_cap(look, key, cell, ink)
    elif key.id in _ICONS:
        x, y = cell.center
        nodes.append(Icon(Box(x - 24, y - 24, 48, 48), _ICONS[key.id], ink))
    else:
        own = key_style(look) if len(key.label) == 1 else word_style(look, key.label, cell.w - 12)
        style = style or own
        over = look.ruler(key.label, style) > cell.w or style.line > cell.h
        top = cell.y + (cell.h - style.line) / 2
        nodes.append(
            Label(
                Box(cell.x, top, cell.w, style.line),
                (key.label,),
                style,
                ink,
                "center",
                full=key.label,
                overflow=over,
                of=key.id,
            )
        )
    return [*nodes, Target(cell, key.id, "button", key.label or key.spoken, key.spoken, None, dead, 10, on)]


def _stroke_cap(look: Look, key: Key, cell: Box, ink: str) -> list[Node]:
    """A stroke as it is written, its name below; of the wildcard the name alone."""
    name = look.t(f"inputs.stroke.{STROKES[key.text]}")
    style = word_style(look, name, cell.w - 12)
    drawn = _DRAWN.get(key.text, ())
    side = min(cell.h - style.line - 20, 84.0) if drawn else 0.0
    top = cell.y + (cell.h - side - style.line) / 2
    left = cell.center[0] - side / 2
    nodes: list[Node] = [Stroke(tuple((left + x * side, top + y * side) for x, y in line), ink, 7) for line in drawn]
    over = look.ruler(name, style) > cell.w
    box = Box(cell.x, top + side, cell.w, style.line)
    return [*nodes, Label(box, (name,), style, ink, "center", full=name, overflow=over, of=key.id)]


def word_style(look: Look, word: str, room: float) -> TextStyle:
    """The label style that a key holds; a long word keeps a smaller one."""
    sizes = [look.style("label"), *(look.tokens.style(name, "normal") for name in ("label", "meta", "micro"))]
    return next((style for style in sizes if look.ruler(word, style) <= room), sizes[-1])


def caret_button(look: Look, cell: Box, id: str, dead: bool) -> list[Node]:
    """A key that moves the caret, drawn as an arrow beside it."""
    name = id.removeprefix("keys.")
    spoken = look.t(f"inputs.key.{name}.spoken")
    nodes: list[Node] = [Fill(cell, "disabled_fill" if dead else "paper", 10, "control", 2, dashed=dead)]
    ink = "disabled_text" if dead else "ink"
    x, y = cell.center
    side = _ARROWS[id]
    nodes.append(Icon(Box(x - 18 + side * 8, y - 18, 36, 36), "next" if side > 0 else "back", ink))
    nodes.append(Fill(Box(x - side * 26 - 2, y - 24, 4, 48), ink))
    return [*nodes, Target(cell, id, "button", spoken, spoken, None, dead, 10)]


def caret_key(look: Look, key: Key, cell: Box, dead: bool) -> list[Node]:
    ink = "disabled_text" if dead else "ink"
    icon = {"keys.caret_left": "back", "keys.caret_right": "next"}.get(key.id, "speak")
    style = word_style(look, key.label, cell.w - 92)
    wide = look.ruler(key.label, style)
    left = cell.x + (cell.w - wide - 54) / 2
    text_x, icon_x = (left, left + wide + 14) if icon == "next" else (left + 54, left)
    top = cell.y + (cell.h - style.line) / 2
    label = Label(
        Box(text_x, top, wide, style.line), (key.label,), style, ink, full=key.label, of=key.id,
        overflow=wide + 60 > cell.w,
    )  # fmt: skip
    return [
        Fill(cell, "disabled_fill" if dead else "paper", 10, "control", 2, dashed=dead),
        Icon(Box(icon_x, cell.center[1] - 20, 40, 40), icon, ink),
        label,
        Target(cell, key.id, "button", key.label, key.spoken, None, dead, 10),
    ]
