"""The letter paper: to whom, the words on ruled lines in Song type, the caret, how many characters.

Owns breaking the words into lines, where the caret stands, and which lines are on show.
"""

from __future__ import annotations

from dataclasses import dataclass

from screens.inputs.drawings import Drawings, framed
from screens.look import Look
from screens.parts import panel
from screens.pen import fitted
from screens.scene import Box, Fill, Ink, Label, Node, Stroke
from screens.tokens import TextStyle
from screens.typography import break_lines

PAD = 40.0
_GAP = "　"  # as wide as any character
_PEN = 3.2


@dataclass(frozen=True, slots=True)
class Sheet:
    """A paper laid out: its box, where the first ruled line begins, how many lines it shows, their height."""

    box: Box
    first: float
    count: int
    line: float

    @property
    def width(self) -> float:
        """Room for the words."""
        return self.box.w - 2 * PAD - 8


def writing(look: Look) -> TextStyle:
    """Song type on wide lines."""
    style = look.style("card")
    return TextStyle("paper", style.face, style.size, 84.0 if look.large else 72.0)


def sheet(look: Look, box: Box, foot: float) -> Sheet:
    """Lay a paper into a box; `foot` is kept free below the lines."""
    top = box.y + 24 + look.style("card").line + 16
    line = writing(look).line
    return Sheet(box, top, max(1, int((box.bottom - foot - top) // line)), line)


def lines_of(look: Look, words: str, width: float) -> tuple[str, ...]:
    """The words broken for the paper."""
    style = writing(look)
    return break_lines(words, width, lambda piece: look.ruler(piece, style))


def caret_at(words: str, lines: tuple[str, ...], caret: int) -> tuple[int, int]:
    """The line and the place in it that a caret has: spaces at a line's end were dropped, line breaks have none."""
    spot = (0, 0)
    at = 0
    for number, line in enumerate(lines):
        while at < caret and at < len(words) and words[at].isspace() and not words.startswith(line, at):
            at += 1
        spot = (number, max(0, min(len(line), caret - at)))
        if caret <= at + len(line):
            break
        at += len(line)
    return spot


def draw(
    look: Look, on: Sheet, to: str, words: str, *, caret: int | None = None, page: int = 0, drawings: Drawings = ()
) -> list[Node]:
    """The paper with the lines around the caret, or with those of a page; ink stands where its mark is."""
    lines = lines_of(look, words, on.width) if words else ()
    spot = caret_at(words, lines, caret) if caret is not None else None
    first = page * on.count if spot is None else max(0, spot[0] - on.count + 1)
    box = on.box
    heading = _heading(look, on, to)
    rule_y = on.first - 8
    nodes: list[Node] = [*panel(box, look)]
    nodes += [heading, Stroke(((box.x + PAD, rule_y), (box.right - PAD, rule_y)), "mail", 3)]
    for i in range(on.count):
        y = on.first + (i + 1) * on.line - 4
        nodes.append(Stroke(((box.x + PAD, y), (box.right - PAD, y)), "line", 2))
    style = writing(look)
    shown = lines[first : first + on.count]
    if shown:
        inner = Box(box.x + PAD + 4, on.first, on.width, len(shown) * on.line)
        wide = max(look.ruler(line, style) for line in shown)
        plain = tuple(_without(line, drawings) for line in shown)
        spoken = said(look, words, drawings)
        over = wide > on.width + 2
        nodes.append(
            Label(inner, plain, style, full=words, id="mailbox.words", role="field", spoken=spoken, overflow=over)
        )
        nodes += _ink(look, inner, shown, drawings)
    if spot is not None:
        line, place = spot
        x = box.x + PAD + 4 + (look.ruler(lines[line][:place], style) if lines else 0)
        y = on.first + (line - first) * on.line + (on.line - 48) / 2
        nodes.append(Fill(Box(min(x + 2, box.right - PAD), y, 4, 48), "ink"))
    return nodes


def said(look: Look, words: str, drawings: Drawings) -> str:
    """The words as they are read aloud."""
    for one in drawings:
        words = words.replace(one.mark, look.t("inputs.drawn.spoken"))
    return words


def _without(line: str, drawings: Drawings) -> str:
    for one in drawings:
        line = line.replace(one.mark, _GAP)
    return line


def _ink(look: Look, inner: Box, shown: tuple[str, ...], drawings: Drawings) -> list[Node]:
    """What was drawn, each as large as a character of the line."""
    style = writing(look)
    nodes: list[Node] = []
    for one in drawings:
        at = next(((number, line.index(one.mark)) for number, line in enumerate(shown) if one.mark in line), None)
        if at is None:
            continue
        x = inner.x + look.ruler(shown[at[0]][: at[1]], style)
        left, top, wide, high = framed(one.strokes)
        scale = style.size / max(wide, high)
        y = inner.y + at[0] * style.line + (style.line - high * scale) / 2
        x += (style.size - wide * scale) / 2
        for stroke in one.strokes:
            line = fitted(stroke, x - left * scale, y - top * scale, scale)
            nodes.append(Ink(tuple((px, py, max(_PEN, width)) for px, py, width in line)))
    return nodes


def pages(look: Look, on: Sheet, words: str) -> int:
    """How many pages the words take."""
    return max(1, -(-len(lines_of(look, words, on.width)) // on.count))


def _heading(look: Look, on: Sheet, to: str) -> Label:
    line = look.style("card").line
    name = look.fit(to, ("card", "meta", "micro"), on.box.w - 2 * PAD, line)
    label = look.text(on.box.x + PAD, on.box.y + 24, on.box.w - 2 * PAD, to, name, max_h=line)
    return label
