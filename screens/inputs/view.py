"""The input panel drawn: the switch of modes, the bar of candidates, the keys (design guide 9, mockups k2 and o2).

Pure functions of a `PanelState` and a `Look` into the boxes they are given. Leaves to others: what a key does
(`model`), which keys there are (`layouts`), the paper that the words stand on (the screen that opened the panel).
"""

from __future__ import annotations

from dataclasses import replace

from screens.inputs.layouts import Block, Key, layout, place
from screens.inputs.state import PanelState
from screens.look import Look
from screens.parts import segmented
from screens.scene import Box, Fill, Icon, Label, Node, Target
from screens.tokens import TextStyle

BAR_H = 112.0
SWITCH_H = 96.0
GAP = 16.0
_MAIN_MODES = ("handwriting", "strokes", "pinyin", "latin")
_GRID = (4, 6)
_PREEDIT_PART = 0.4
_ICONS = {"keys.backspace": "bksp", "keys.speak": "speak"}
_ARROWS = {"keys.caret_left": -1, "keys.caret_right": 1}


def key_style(look: Look, weight: str = "Medium") -> TextStyle:
    """Letters on keys and candidates: 44 (design guide 9), 56 in large text, where a key still holds them."""
    size, line = (56, 68) if look.large else (44, 56)
    return TextStyle("key", f"sans-{weight}", size, line)


# ---- the switch ----------------------------------------


def switch(
    state: PanelState, look: Look, box: Box, extra: tuple[tuple[str, str], ...] = (), chosen: str = "", hint: str = ""
) -> list[Node]:
    """The ways of writing at the left of a row, a hint at its right. `extra` are further options (id, text)."""
    modes = [one for one in state.modes if one in _MAIN_MODES]
    options = [(f"mode.{one}", look.t(f"inputs.mode.{one}")) for one in modes] + list(extra)
    each = max(160.0, max(look.width(text, "label") for _, text in options) + 48)
    wide = min(box.w, each * len(options))
    nodes = segmented(look, Box(box.x, box.y, wide, box.h), options, chosen or f"mode.{state.mode}")
    room = box.w - wide - 24
    if hint and room > 0:
        label = look.text(box.x + wide + 24, box.y, room, hint, "meta", color="ink2", align="right", role="note")
        if label.box.h <= box.h and not label.overflow:
            nodes.append(replace(label, box=label.box.moved(0, (box.h - label.box.h) / 2)))
    return nodes


# ---- candidates ----------------------------------------


def bar(state: PanelState, look: Look, box: Box, message: str = "") -> list[Node]:
    """Pinyin at the left, then words to choose, the first one filled while composing; or a sentence instead."""
    nodes: list[Node] = [Fill(box, "raised", 12, "control", 2)]
    if message:
        return nodes + _said(look, box, message)
    words = Box(box.x + 8, box.y + 8, box.w - 16, box.h - 16)
    left = words.x
    if state.preedit:
        label = _preedit(state, look, Box(words.x + 16, words.y, words.w * _PREEDIT_PART, words.h))
        nodes.append(label)
        left = max(label.box.right + 16, box.x + 190)
    opens = state.more or state.expanded or len(state.candidates) > 1
    right = words.right - (104 if opens else 0)
    if not state.expanded:
        nodes, shown = _words(state, look, nodes, left, right, words)
        opens = state.more or shown < len(state.candidates)
    if opens:
        cell = Box(words.right - 96, words.y, 96, words.h)
        name = "less" if state.expanded else "more"
        spoken = look.t(f"inputs.candidates.{name}.spoken")
        x, y = cell.center
        nodes.append(Icon(Box(x - 20, y - 20, 40, 40), "up" if state.expanded else "chevd"))
        nodes.append(Target(cell, "candidates.more", "button", spoken, spoken, radius=8, expanded=state.expanded))
    return nodes


def _said(look: Look, box: Box, message: str) -> list[Node]:
    name = look.fit(message, ("meta", "micro"), box.w - 130, box.h - 4)
    label = look.text(box.x + 92, box.y, box.w - 116, message, name, color="ink", role="status", max_h=box.h)
    icon = Icon(Box(box.x + 28, box.y + (box.h - 40) / 2, 40, 40), "info", "ochre_deep")
    return [icon, replace(label, box=label.box.moved(0, (box.h - label.box.h) / 2))]


def _preedit(state: PanelState, look: Look, box: Box) -> Label:
    """What is being composed; of a long one the end, where the next letter goes."""
    style = look.style("label")
    shown = state.preedit
    while look.ruler(shown, style) > box.w and len(shown) > 2:
        shown = "…" + shown.lstrip("…")[1:]
    wide = look.ruler(shown, style)
    top = box.y + (box.h - style.line) / 2
    return Label(
        Box(box.x, top, wide, style.line), (shown,), style, "teal_deep", id="preedit", role="status", full=state.preedit
    )


def _words(
    state: PanelState, look: Look, nodes: list[Node], left: float, right: float, row: Box
) -> tuple[list[Node], int]:
    x, shown = left, 0
    for number, word in enumerate(state.candidates):
        first = number == 0 and not state.suggesting
        style = key_style(look, "Bold" if first else "Regular")
        room = right - x
        wide = max(100.0, look.ruler(word, style) + 48)
        if wide > room:
            if shown:
                break
            wide = room
        cell = Box(x, row.y, wide, row.h)
        nodes += _candidate(look, cell, state.first + number, word, style, first)
        x += wide + 8
        shown += 1
    return nodes, shown


def _candidate(look: Look, cell: Box, number: int, word: str, style: TextStyle, filled: bool) -> list[Node]:
    id = f"candidates.{number}"
    text = word
    if look.ruler(text, style) > cell.w - 8:
        style = look.tokens.style("label", "normal")
    while look.ruler(text, style) > cell.w - 8 and len(text) > 1:
        text = text.rstrip("…")[:-1] + "…"
    top = cell.y + (cell.h - style.line) / 2
    color = "on_ink" if filled else "ink"
    nodes: list[Node] = [Fill(cell, "ink", 8)] if filled else []
    label = Label(Box(cell.x, top, cell.w, style.line), (text,), style, color, "center", full=word, of=id)
    return [*nodes, label, Target(cell, id, "option", word, word, None, False, 8, filled)]


def grid(state: PanelState, look: Look, box: Box) -> list[Node]:
    """All candidates over the keys, 4 x 6; the last two cells turn the page."""
    cells = [cell for row in box.rows(_GRID[0], 10) for cell in row.columns(_GRID[1], 8)]
    nodes: list[Node] = []
    for number, (word, cell) in enumerate(zip(state.candidates, cells[:-2], strict=False)):
        nodes.append(Fill(cell, "raised", 10, "control", 2))
        nodes += _candidate(look, cell, state.first + number, word, key_style(look), False)
    for name, cell, dead in (("previous", cells[-2], state.first == 0), ("next", cells[-1], not state.more)):
        text = look.t(f"page.{name}")
        key = Key(f"candidates.{name}", text, text, 1, "function")
        nodes += _key(look, key, cell, dead)
    return nodes


# ---- keys ----------------------------------------


def keyboard(state: PanelState, look: Look, box: Box, message: str = "", *, caret_h: float = 0.0) -> list[Node]:
    """Candidate bar and keys. `caret_h` > 0 adds the row that moves the caret and reads aloud, that high."""
    line = message or (look.t(state.message, limit=state.limit) if state.message else "")
    nodes = bar(state, look, Box(box.x, box.y, box.w, BAR_H), line)
    keys = Box(box.x, box.y + BAR_H + GAP, box.w, box.h - BAR_H - GAP)
    main = Box(keys.x, keys.y, keys.w, keys.h - caret_h - (14 if caret_h else 0))
    nodes += grid(state, look, main) if state.expanded else keypad(state, look, main)
    if caret_h:
        row = layout("pinyin", look.variant.language, caret_keys=True)[-1]
        for key, cell in zip(row.keys, Box(keys.x, main.bottom + 14, keys.w, caret_h).columns(3, 12), strict=True):
            nodes += _caret_key(look, key, cell, key.id in state.disabled)
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
        nodes += _key(look, key, cell, key.id in state.disabled, on=key.id == "keys.shift" and state.shift != "off")
    return nodes


def _key(look: Look, key: Key, cell: Box, dead: bool, *, on: bool = False) -> list[Node]:
    fill = "raised" if key.role in ("letter", "mark", "space") else "sunk"
    ink = "ink"
    if dead:
        fill, ink = "disabled_fill", "disabled_text"
    if on:
        fill, ink = "ink", "on_ink"
    nodes: list[Node] = [Fill(cell, fill, 10, "control", 2, dashed=dead)]
    if key.id in _ICONS:
        x, y = cell.center
        nodes.append(Icon(Box(x - 24, y - 24, 48, 48), _ICONS[key.id], ink))
    else:
        style = key_style(look) if len(key.label) == 1 else _word_style(look, key.label, cell.w - 12)
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


def _word_style(look: Look, word: str, room: float) -> TextStyle:
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


def _caret_key(look: Look, key: Key, cell: Box, dead: bool) -> list[Node]:
    ink = "disabled_text" if dead else "ink"
    icon = {"keys.caret_left": "back", "keys.caret_right": "next"}.get(key.id, "speak")
    style = _word_style(look, key.label, cell.w - 92)
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
