"""The pad for writing by hand, with what was read beside it or, of a whole line, above it (design guide 9, mockup k).

Pure functions of a `PanelState` and a `Look` into one box. The stroke under the finger is the shell's; what lies on the
pad when it is lifted is drawn here.
"""

from __future__ import annotations

from dataclasses import replace

from screens.inputs.caps import key_cap, word_style
from screens.inputs.layouts import Key, find, layout
from screens.inputs.mode import PadState
from screens.inputs.offers import candidate
from screens.inputs.state import PanelState
from screens.look import Look
from screens.parts.buttons import button
from screens.pen import fitted
from screens.scene import Box, Fill, Ink, Label, Node, Stroke, Target
from screens.tokens import TextStyle

PEN = 18.0
LINE_PEN = 13.0
_GAP = 8.0
_LEAST = 96.0
_DASH = 14.0
_INSERT_W = 190.0


def draw(state: PanelState, pad: PadState, look: Look, box: Box, message: str) -> list[Node]:
    """The pad and everything around it."""
    return _line(state, pad, look, box, message) if pad.line else _char(state, pad, look, box, message)


# ---- one character ----------------------------------------


def _char(state: PanelState, pad: PadState, look: Look, box: Box, message: str) -> list[Node]:
    side = min(box.h, box.w - 3 * _LEAST - 2 * _GAP - 20)
    square = Box(box.x, box.y, side, side)
    beside = Box(square.right + 20, box.y, box.right - square.right - 20, box.h)
    columns = max(3, min(5, int((beside.w + _GAP) // (_LEAST + _GAP))))
    offered = 2 if columns > 3 else 3
    rows = offered + 3
    heading = look.style("meta").line + 4
    spare = beside.h - rows * _LEAST - (rows - 1) * _GAP
    top = heading if spare >= heading else 0.0
    cells = Box(beside.x, beside.y + top, beside.w, beside.h - top).rows(rows, _GAP)
    first = Box(cells[0].x, cells[0].y, cells[0].w, cells[offered - 1].bottom - cells[0].y)
    nodes = _paper(pad, look, square, PEN, _cross(square))
    said = message or _says(state, pad, look)
    if top and state.candidates and not message:
        words = look.t("inputs.pad.next" if state.suggesting else "inputs.pad.is")
        nodes.append(look.text(beside.x, beside.y, beside.w, words, "meta", color="ink2", role="status"))
    if said:
        nodes += _sentence(look, first if not top else Box(beside.x, beside.y, beside.w, first.bottom - beside.y), said)
    else:
        nodes += _choices(state, look, first, offered, columns)
    nodes += _marks(state, look, cells[offered], columns)
    nodes += _tools(state, pad, look, cells[offered + 1 :])
    return nodes


def _says(state: PanelState, pad: PadState, look: Look) -> str:
    """A sentence in place of the choices; empty when there are some."""
    if state.candidates:
        return ""
    ending = "" if state.field.drawings else ".name"
    if pad.status == "absent":
        return look.t(f"inputs.pad.absent{ending}")
    if pad.status == "starting" and not pad.strokes:
        return look.t("inputs.pad.starting")
    if pad.strokes and pad.status == "unread":
        return look.t("form.unread" if state.field.drawings else "inputs.pad.unread.name")
    if pad.strokes:
        return look.t("inputs.pad.reading")
    return look.t("inputs.pad.line.here" if pad.line else f"inputs.pad.here{ending}")


def _choices(state: PanelState, look: Look, area: Box, rows: int, columns: int) -> list[Node]:
    """The readings, the likeliest with a strong edge; words that may follow are wider."""
    across = 2 if state.suggesting else columns
    cells = [cell for row in area.rows(rows, _GAP) for cell in row.columns(across, _GAP)]
    nodes: list[Node] = []
    for number, (word, cell) in enumerate(zip(state.candidates, cells, strict=False)):
        first = number == 0 and not state.suggesting
        nodes.append(Fill(cell, "raised", 10, "ink" if first else "control", 4 if first else 2))
        nodes += candidate(look, cell, number, word, _large(look, cell, word, first), False)
    return nodes


def _large(look: Look, cell: Box, word: str, first: bool) -> TextStyle:
    """A single character as large as its cell allows; words in the size of candidates."""
    size = min(72.0, cell.h * 0.62, cell.w * 0.7) if len(word) == 1 else 44.0
    size = round(max(size, 40.0))
    return TextStyle("reading", f"sans-{'Bold' if first else 'Regular'}", size, min(size * 1.28, cell.h))


def _sentence(look: Look, box: Box, said: str) -> list[Node]:
    name = look.fit(said, ("body", "meta", "micro"), box.w - 16, box.h)
    label = look.text(box.x + 8, box.y, box.w - 16, said, name, role="status", max_h=box.h)
    return [replace(label, box=label.box.moved(0, (box.h - label.box.h) / 2))]


# ---- a whole line ----------------------------------------


def _line(state: PanelState, pad: PadState, look: Look, box: Box, message: str) -> list[Node]:
    bar = Box(box.x, box.y, box.w, 112)
    low = Box(box.x, box.bottom - 2 * _LEAST - _GAP, box.w, 2 * _LEAST + _GAP).rows(2, _GAP)
    paper = Box(box.x, bar.bottom + 12, box.w, low[0].y - bar.bottom - 24)
    nodes = _paper(pad, look, paper, LINE_PEN, _rules(paper))
    said = message or ("" if pad.cells else _says(state, pad, look))
    nodes += _sentence(look, bar, said) if said else _read(pad, look, bar)
    readings = low[0].columns(8, _GAP)
    for number, (word, cell) in enumerate(zip(state.candidates[:5] if not said else (), readings, strict=False)):
        nodes.append(Fill(cell, "raised", 10, "control", 2))
        nodes += candidate(look, cell, number, word, _large(look, cell, word, False), False)
    nodes += _keys(state, look, readings[5:], ("keys.comma", "keys.stop", "keys.question"))
    nodes += _tools(state, pad, look, [low[1]])
    return nodes


def _read(pad: PadState, look: Look, bar: Box) -> list[Node]:
    """The characters of the line; those that find no room are put in all the same."""
    wide = max(_INSERT_W, look.width(look.t("inputs.pad.insert"), "label") + 76)
    room = Box(bar.x, bar.y, bar.w - wide - 16, bar.h)
    most = max(1, int((room.w + _GAP) // (_LEAST + _GAP)))
    first = max(0, min(pad.cell - most + 2, len(pad.cells) - most))
    nodes: list[Node] = []
    for at, cell in enumerate(room.columns(most, _GAP)):
        number = first + at
        if number >= len(pad.cells):
            break
        char, on = pad.cells[number], number == pad.cell
        nodes.append(Fill(cell, "raised", 10, "ink" if on else "control", 4 if on else 2))
        style = _large(look, cell, char, on)
        top = cell.y + (cell.h - style.line) / 2
        id = f"pad.cell.{number}"
        spoken = look.t("inputs.pad.cell.spoken", n=number + 1, char=char)
        nodes.append(Label(Box(cell.x, top, cell.w, style.line), (char,), style, "ink", "center", full=char, of=id))
        nodes.append(Target(cell, id, "option", char, spoken, on, radius=10))
    spot = Box(bar.right - wide, bar.y, wide, bar.h)
    name, said = look.t("inputs.pad.insert"), look.t("inputs.pad.insert.spoken")
    return nodes + button(look, spot, "pad.insert", name, style="label", spoken=said)


# ---- both ----------------------------------------


def _paper(pad: PadState, look: Look, box: Box, pen: float, guides: list[Node]) -> list[Node]:
    """The pad itself and what is written on it."""
    name = look.t("inputs.pad.spoken")
    nodes: list[Node] = [Fill(box, "raised", 12, "ink", 4), *guides]
    right = max((x for stroke in pad.strokes for x, _, _ in stroke), default=0.0)
    scale = min(box.h, box.w / right) if right else box.h
    nodes += [Ink(fitted(stroke, box.x, box.y, scale)) for stroke in pad.strokes]
    return [*nodes, Target(box, "pad.ink", "image", name, name, pen=pen)]


def _rules(box: Box) -> list[Node]:
    """Where the heads and feet of a line's characters are."""
    heights = (box.y + box.h * 0.14, box.y + box.h * 0.86)
    return [Stroke(((box.x + 24, y), (box.right - 24, y)), "line", 2, dash=_DASH) for y in heights]


def _cross(box: Box) -> list[Node]:
    """米字格: the cross and the diagonals that characters are learnt on."""
    inner = box.inset(6)
    (x, y), (left, top, right, bottom) = box.center, (inner.x, inner.y, inner.right, inner.bottom)
    ends = (
        ((left, y), (right, y)),
        ((x, top), (x, bottom)),
        ((left, top), (right, bottom)),
        ((right, top), (left, bottom)),
    )
    return [Stroke(line, "line", 2, dash=_DASH) for line in ends]


def _marks(state: PanelState, look: Look, row: Box, columns: int) -> list[Node]:
    names = ("keys.comma", "keys.stop", "keys.enumeration", "keys.question", "keys.exclamation")
    return _keys(state, look, row.columns(columns, _GAP), names)


def _keys(state: PanelState, look: Look, cells: list[Box], ids: tuple[str, ...]) -> list[Node]:
    rows = layout("pad", look.variant.language)
    nodes: list[Node] = []
    for cell, id in zip(cells, ids, strict=False):
        key = find(rows, id)
        assert key is not None
        nodes += key_cap(look, key, cell, id in state.disabled)
    return nodes


def _tools(state: PanelState, pad: PadState, look: Look, rows: list[Box]) -> list[Node]:
    """Undo, wipe, delete; the other way to write, as drawn, numbers: in one row or two."""
    other = "char" if pad.line else "line"
    names = ["undo", "clear", "keys.backspace", other, "keep", "keys.numbers"]
    if pad.line or not state.field.drawings:
        names.remove("keep")
    cells = rows[0].columns(len(names), _GAP) if len(rows) == 1 else _two_rows(rows, len(names))
    labels = {name: look.t(f"inputs.pad.{name}") for name in names if not name.startswith("keys.")}
    longest = max(labels.values(), key=lambda text: look.width(text, "label"))
    style = word_style(look, longest, min(cell.w for cell in cells) - 12)  # one size for all of them
    nodes: list[Node] = []
    for name, cell in zip(names, cells, strict=True):
        if name.startswith("keys."):
            nodes += _keys(state, look, [cell], (name,))
            continue
        dead = not pad.strokes and name in ("undo", "clear", "keep")
        spoken = look.t(f"inputs.pad.{name}.spoken")
        key = Key(f"pad.{name}", labels[name], spoken, 1, "function")
        nodes += key_cap(look, key, cell, dead, style=style)
    return nodes


def _two_rows(rows: list[Box], count: int) -> list[Box]:
    return [*rows[0].columns(3, _GAP), *rows[1].columns(count - 3, _GAP)]
