"""Running text with marked words: what is meant, what was added, what was taken out; paged where it doesn't fit.

A mark is a wash and a line (under what is meant or added, through what was removed), so it never rests on colour alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from screens.look import Look
from screens.scene import Box, Fill, Icon, Label, Node, Role

Mark = Literal["", "about", "added", "removed"]

_WASH: dict[str, str] = {"about": "teal_wash", "added": "vermilion_wash", "removed": "sunk"}
_ICON = 40.0
_INDENT = 56.0
_WHOLE = 0.7  # of a page: what is shorter is not torn


@dataclass(frozen=True, slots=True)
class Run:
    """Words that share a mark."""

    text: str
    mark: Mark = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of runs: its style, the room above it, an icon before it; `heads` keeps it with what follows."""

    runs: tuple[Run, ...]
    style: str = "body"
    color: str = "ink"
    gap: float = 12.0
    heads: bool = False
    role: Role = "text"
    icon: str = ""
    icon_color: str = "teal"


@dataclass(frozen=True, slots=True)
class _Line:
    """One line on a page: its text, where it begins in its passage, its place, and whether the icon goes before it."""

    passage: Passage
    text: str
    start: int
    y: float
    first: bool
    spans: tuple[tuple[int, int, Mark], ...] = field(default=())


def plain(text: str, style: str = "body", **rest: object) -> Passage:
    """A passage without marks."""
    return Passage((Run(text),), style, **rest)  # type: ignore[arg-type]


def flow(look: Look, box: Box, passages: Sequence[Passage], page: int = 0) -> tuple[list[Node], int]:
    """The passages over pages of `box`: the nodes of `page` (of the last one, if there are fewer), and their count."""
    pages = _pages(look, box, passages)
    lines = pages[min(max(page, 0), len(pages) - 1)]
    return _draw(look, box, lines), len(pages)


def flow_height(look: Look, width: float, passages: Sequence[Passage]) -> float:
    """Height the passages need on one page."""
    lines = _pages(look, Box(0, 0, width, 1e6), passages)[0]
    return lines[-1].y + look.style(lines[-1].passage.style).line if lines else 0.0


def _pages(look: Look, box: Box, passages: Sequence[Passage]) -> list[list[_Line]]:
    pages: list[list[_Line]] = [[]]
    y = 0.0
    for at, passage in enumerate(passages):
        line_h = look.style(passage.style).line
        lines = _lines(look, box.w, passage)
        needed = _least(look, box, passage, len(lines))
        if passage.heads and at + 1 < len(passages):
            following = passages[at + 1]
            needed += following.gap + _least(look, box, following, len(_lines(look, box.w, following)))
        for i, (text, start, spans) in enumerate(lines):
            gap = passage.gap if i == 0 and pages[-1] else 0.0
            least = needed if i == 0 else line_h
            if pages[-1] and y + gap + least > box.h + 0.5:
                pages.append([])
                y = gap = 0.0
            pages[-1].append(_Line(passage, text, start, y + gap, i == 0, spans))
            y += gap + line_h
    return pages


def _least(look: Look, box: Box, passage: Passage, count: int) -> float:
    """Height that a passage asks for on the page where it begins: all of it unless it is long, else two lines."""
    line = look.style(passage.style).line
    return count * line if passage.heads or count * line <= _WHOLE * box.h else min(2, count) * line


def _lines(look: Look, width: float, passage: Passage) -> list[tuple[str, int, tuple[tuple[int, int, Mark], ...]]]:
    """The lines of a passage: text, where it begins in the whole, and the marked spans of the whole."""
    joint = " " if look.english else ""
    whole = joint.join(run.text for run in passage.runs)
    spans: list[tuple[int, int, Mark]] = []
    at = 0
    for run in passage.runs:
        if run.mark:
            spans.append((at, at + len(run.text), run.mark))
        at += len(run.text) + len(joint)
    room = width - (_INDENT if passage.icon else 0.0)
    found = []
    cursor = 0
    for text in look.lines(whole, passage.style, room):
        start = max(whole.find(text, cursor), cursor)
        found.append((text, start, tuple(spans)))
        cursor = start + len(text)
    return found


def _draw(look: Look, box: Box, lines: list[_Line]) -> list[Node]:
    """Washes, then labels (a passage's lines in one), then the lines through what was removed."""
    below: list[Node] = []
    above: list[Node] = []
    labels: list[Node] = []
    run: list[_Line] = []
    for line in lines:
        washes, strokes = _marks(look, box, line)
        below += washes
        above += strokes
        if run and run[-1].passage is not line.passage:
            labels += _label(look, box, run)
            run = []
        run.append(line)
    if run:
        labels += _label(look, box, run)
    return [*below, *labels, *above]


def _label(look: Look, box: Box, lines: list[_Line]) -> list[Node]:
    passage = lines[0].passage
    style = look.style(passage.style)
    indent = _INDENT if passage.icon else 0.0
    place = Box(box.x + indent, box.y + lines[0].y, box.w - indent, len(lines) * style.line)
    texts = tuple(one.text for one in lines)
    wide = max(look.ruler(one, style) for one in texts)
    over = wide > place.w + 1 or place.bottom > box.bottom + 0.5
    said = (" " if look.english else "").join(texts)
    nodes: list[Node] = [
        Label(place, texts, style, passage.color, role=passage.role, full=said, overflow=over),
    ]
    if passage.icon and lines[0].first:
        mark = Box(box.x, place.y + (style.line - _ICON) / 2, _ICON, _ICON)
        nodes.append(Icon(mark, passage.icon, passage.icon_color))
    return nodes


def _marks(look: Look, box: Box, line: _Line) -> tuple[list[Node], list[Node]]:
    """The washes below a line's words and the strokes above them."""
    washes: list[Node] = []
    strokes: list[Node] = []
    style = look.style(line.passage.style)
    left = box.x + (_INDENT if line.passage.icon else 0.0)
    y = box.y + line.y
    for start, end, mark in line.spans:
        a, b = max(start - line.start, 0), min(end - line.start, len(line.text))
        if a >= b:
            continue
        x = left + look.ruler(line.text[:a], style)
        wide = left + look.ruler(line.text[:b], style) - x
        washes.append(Fill(Box(x, y + 3, wide, style.line - 6), _WASH[mark], 4))
        low = y + style.line / 2 - 2 if mark == "removed" else y + style.line - 6
        strokes.append(Fill(Box(x, low, wide, 4), "teal" if mark == "about" else "ink"))
    return washes, strokes
