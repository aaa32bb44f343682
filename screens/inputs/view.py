"""The input panel drawn: the switch of ways to write, and the surface of the one that is on.

Pure functions of a `PanelState` and a `Look` into the boxes they are given. Leaves to others: keys (`caps`), candidates
(`offers`), the pad (`pads`), what a key does (`model`), the paper that the words stand on (the screen that opened the
panel).
"""

from __future__ import annotations

from dataclasses import replace

from screens.inputs import pads
from screens.inputs.caps import caret_button, caret_key, key_cap, key_style
from screens.inputs.layouts import Block, layout, place
from screens.inputs.offers import bar, grid
from screens.inputs.state import PanelState
from screens.look import Look
from screens.parts import segmented
from screens.scene import Box, Node

__all__ = ["bar", "caret_button", "grid", "key_style", "keyboard", "keypad", "switch"]

BAR_H = 112.0
SWITCH_H = 96.0
GAP = 16.0
_HINTED = ("pinyin", "strokes")
MAIN_MODES = ("handwriting", "strokes", "pinyin", "latin")


def switch(
    state: PanelState, look: Look, box: Box, extra: tuple[tuple[str, str], ...] = (), chosen: str = "", hint: str = ""
) -> list[Node]:
    """The ways of writing at the left of a row, a hint at its right. `extra` are further options (id, text)."""
    modes = [one for one in state.modes if one in MAIN_MODES]
    options = [(f"mode.{one}", look.t(f"inputs.mode.{one}")) for one in modes] + list(extra)
    each = max(132.0, max(look.width(text, "label") for _, text in options) + 48)
    wide = min(box.w, each * len(options))
    cell = wide / len(options) - 24
    styles = ("label", "meta", "micro")  # one for all of them
    fits = (one for one in styles if all(look.width(text, one) <= cell for _, text in options))
    style = next(fits, styles[-1])
    nodes = segmented(look, Box(box.x, box.y, wide, box.h), options, chosen or f"mode.{state.mode}", style)
    room = box.w - wide - 24
    if hint and room > 0:
        line = max(look.width(one, "meta") for one in look.headline(hint, "meta", room)) + 1  # no lone last word
        label = look.text(box.right - line, box.y, line, hint, "meta", color="ink2", align="right", role="note")
        if label.box.h <= box.h and not label.overflow:
            nodes.append(replace(label, box=label.box.moved(0, (box.h - label.box.h) / 2)))
    return nodes


# ---- keys ----------------------------------------


def keyboard(state: PanelState, look: Look, box: Box, message: str = "", *, caret_h: float = 0.0) -> list[Node]:
    """Candidate bar and keys. `caret_h` > 0 adds the row that moves the caret and reads aloud, that high."""
    line = message or (look.t(state.message, limit=state.limit) if state.message else "")
    keys = Box(box.x, box.y, box.w, box.h - caret_h - (14 if caret_h else 0))
    caret = _caret_row(state, look, Box(box.x, box.bottom - caret_h, box.w, caret_h)) if caret_h else []
    if state.pad is not None:
        return pads.draw(state, state.pad, look, keys, line) + caret
    hint = look.t(f"inputs.{state.mode}.hint") if state.mode in _HINTED else ""
    nodes = bar(state, look, Box(keys.x, keys.y, keys.w, BAR_H), line, hint)
    main = Box(keys.x, keys.y + BAR_H + GAP, keys.w, keys.h - BAR_H - GAP)
    nodes += grid(state, look, main) if state.expanded else keypad(state, look, main)
    return nodes + caret


def _caret_row(state: PanelState, look: Look, box: Box) -> list[Node]:
    row = layout("pinyin", look.variant.language, caret_keys=True)[-1]
    nodes: list[Node] = []
    for key, cell in zip(row.keys, box.columns(3, 12), strict=True):
        nodes += caret_key(look, key, cell, key.id in state.disabled)
    return nodes


def keypad(state: PanelState, look: Look, box: Box, *, gap: float = 8.0) -> list[Node]:
    """The keys alone, filling `box`: digits three abreast, receipts eight, a keyboard ten."""
    rows = state.rows()
    if not rows:
        return []
    columns = {"digits": 3.0, "code": 8.0, "initials": 12.0}.get(state.surface, 10.0)
    gap_y = max(gap, 10.0) if columns == 10 else gap
    high = (box.h - gap_y * (len(rows) - 1)) / len(rows)
    block = Block(box.x, box.y, box.w, high, columns, gap, gap_y)
    nodes: list[Node] = []
    for key, cell in place(rows, block):
        nodes += key_cap(look, key, cell, key.id in state.disabled, on=key.id == "keys.shift" and state.shift != "off")
    return nodes
