"""Five strokes, any stroke, and back: the keypad for a name one can write and not spell."""

from __future__ import annotations

from screens.deputies.model import DirectoryState
from screens.look import Look
from screens.parts.buttons import centred, icon_button
from screens.scene import Box, Fill, Node, Target

SIGNS = {"h": "一", "s": "丨", "p": "丿", "n": "丶", "z": "乛", "*": "＊"}
_GAP = 12.0
_HIGH = {"landscape": 168.0, "portrait": 2 * 104 + _GAP}


def keys_height(look: Look) -> float:
    """Height of the keypad."""
    return _HIGH["landscape" if look.landscape else "portrait"]


def stroke_keys(state: DirectoryState, look: Look, box: Box) -> list[Node]:
    """A stroke that finds nobody is dashed and does nothing, as letters are (design guide 9)."""
    codes = [*SIGNS, "delete"]
    columns = len(codes) if look.landscape else 4
    rows = box.rows(-(-len(codes) // columns), _GAP)
    cells = [cell for row in rows for cell in row.columns(columns, _GAP)]
    nodes: list[Node] = []
    for code, cell in zip(codes, cells, strict=False):
        if code == "delete":
            spoken = look.t("deputies.stroke.delete")
            nodes += icon_button(look, cell, "deputies.stroke.delete", "bksp", spoken, disabled=not state.query)
            continue
        nodes += _key(state, look, code, cell)
    return nodes


def _key(state: DirectoryState, look: Look, code: str, box: Box) -> list[Node]:
    name = "any" if code == "*" else code
    alive, id = bool(state.alive) if code == "*" else code in state.alive, f"deputies.stroke.{name}"
    said = look.t(f"deputies.stroke.{name}")
    if look.landscape:
        style = look.fit(said, ("meta", "micro"), box.w - 16, look.style("meta").line)
        below = Box(box.x, box.bottom - look.style(style).line - 6, box.w, look.style(style).line)
        sign = Box(box.x, box.y + 4, box.w, below.y - box.y - 4)
    else:
        sign = Box(box.x + 8, box.y, box.w * 0.34, box.h)
        below = Box(sign.right, box.y, box.right - sign.right, box.h)
        style = look.fit(said, ("meta", "micro"), below.w - 16, below.h)
    large = look.fit(SIGNS[code], ("h2", "h3", "label"), sign.w, sign.h)
    ink = "ink" if alive else "ink3"
    return [
        Fill(box, "raised" if alive else None, 12, "ink" if alive else "control", 3 if alive else 2, dashed=not alive),
        centred(look, sign, SIGNS[code], large, ink, of=id),
        centred(look, below, said, style, ink, below.w - 16, of=id),
        Target(box, id, "button", said, said, None, not alive),
    ]
