"""What is offered for what was typed: a bar of words, or a grid of them over the keys (design guide 9).

Pure functions of a `PanelState` and a `Look`. Leaves to others: what choosing does (`model`).
"""

from __future__ import annotations

from dataclasses import replace

from screens.inputs.caps import key_cap, key_style
from screens.inputs.layouts import Key
from screens.inputs.state import PanelState
from screens.look import Look
from screens.scene import Box, Fill, Icon, Label, Node, Target
from screens.tokens import TextStyle

_GRID = (4, 6)
_PREEDIT_PART = 0.4


def bar(state: PanelState, look: Look, box: Box, message: str = "", hint: str = "") -> list[Node]:
    """Pinyin at the left, then words to choose, the first one filled while composing; or a sentence instead."""
    nodes: list[Node] = [Fill(box, "raised", 12, "control", 2)]
    if message:
        return nodes + said(look, box, message)
    if hint and not state.preedit and not state.candidates:
        return nodes + _hint(look, box, hint)
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


def said(look: Look, box: Box, message: str) -> list[Node]:
    name = look.fit(message, ("meta", "micro"), box.w - 130, box.h - 4)
    label = look.text(box.x + 92, box.y, box.w - 116, message, name, color="ink", role="status", max_h=box.h)
    icon = Icon(Box(box.x + 28, box.y + (box.h - 40) / 2, 40, 40), "info", "ochre_deep")
    return [icon, replace(label, box=label.box.moved(0, (box.h - label.box.h) / 2))]


def _hint(look: Look, box: Box, hint: str) -> list[Node]:
    name = look.fit(hint, ("meta", "micro"), box.w - 56, box.h - 4)
    label = look.text(box.x + 28, box.y, box.w - 56, hint, name, color="ink2", role="note", max_h=box.h)
    return [replace(label, box=label.box.moved(0, (box.h - label.box.h) / 2))]


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
        nodes += candidate(look, cell, state.first + number, word, style, first)
        x += wide + 8
        shown += 1
    return nodes, shown


def candidate(look: Look, cell: Box, number: int, word: str, style: TextStyle, filled: bool) -> list[Node]:
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
        nodes += candidate(look, cell, state.first + number, word, key_style(look), False)
    for name, cell, dead in (("previous", cells[-2], state.first == 0), ("next", cells[-1], not state.more)):
        text = look.t(f"page.{name}")
        key = Key(f"candidates.{name}", text, text, 1, "function")
        nodes += key_cap(look, key, cell, dead)
    return nodes
