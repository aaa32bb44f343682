"""Panels as pages: two beside or above each other, one in large text; long ones run on."""

from __future__ import annotations

from dataclasses import dataclass

from content.schema import Panel
from screens.exhibit.blocks import BlockView
from screens.exhibit.blocks.panels.model import PanelsState, target
from screens.look import Look
from screens.parts import panel as ground
from screens.parts.paging import Turn, lines_label, pager, pager_height
from screens.scene import Box, Label, Node, Picture, Role

_PAD = 36.0
_GAP = 24.0
_LEAD_GAP = 28.0
_SLACK = 12.0  # what a drawn line may be wider than it was measured
_ART_MIN = 120.0
_ART_MAX = 300.0
_MEASURE_EM = 30  # design guide 3: at most 30 Chinese characters a line


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of a panel: its text, style and colour, and the space before it."""

    text: str
    style: str
    color: str = "ink"
    gap: float = 0.0
    keep: bool = False  # stays with the line after it
    lead: str = ""  # a fact's label before it, on the same line
    lead_w: float = 0.0


@dataclass(frozen=True, slots=True)
class _Cell:
    """A panel, or one part of a panel that is too long for its frame."""

    panel: Panel
    part: int
    lines: tuple[_Line, ...]


def view(state: PanelsState, look: Look, box: Box) -> BlockView:
    """The page that holds the state's panel, and the buttons to its neighbours."""
    across = 2 if not look.large and len(state.block.panels) > 1 else 1
    frames = _frames(look, Box(box.x, box.y, box.w, box.h - pager_height(look) - 20), across)
    cells = [cell for one in state.block.panels for cell in _cells(look, one, frames[0])]
    pages = [cells[i : i + across] for i in range(0, len(cells), across)]
    if len(pages) == 1:
        frames = _frames(look, box, across)
    at = _page_of(pages, state)
    if look.landscape and len(pages[at]) < len(frames):
        return _alone(look, pages, at, pages[at][0], Box(box.x, box.y, box.w, frames[0].h), box)
    nodes: list[Node] = []
    shown = list(zip(pages[at], frames, strict=False))
    heights = [_art_height(look, cell, frame) for cell, frame in shown]
    level = look.landscape and all(heights)  # beside each other headings begin at one height
    for (cell, frame), high in zip(shown, heights, strict=True):
        nodes += _draw(look, cell, frame, min(heights) if level else high)
    if len(pages) > 1:
        row = Box(box.x, box.bottom - pager_height(look), box.w, pager_height(look))
        nodes += pager(look, row, _turn(pages, at), at, len(pages), "panels")
    return BlockView(tuple(nodes))


def _alone(look: Look, pages: list[list[_Cell]], at: int, cell: _Cell, frame: Box, box: Box) -> BlockView:
    """One panel left for a page takes all of it: its words left, its drawing right."""
    left, right = frame.columns(2, _GAP)
    nodes: list[Node] = [*ground(frame, look), *_stack(look, cell.lines, _inner(look, left))]
    if cell.panel.art and cell.part == 0:
        nodes.append(Picture(right.inset(_PAD, 28), cell.panel.art))
    row = Box(box.x, box.bottom - pager_height(look), box.w, pager_height(look))
    return BlockView((*nodes, *pager(look, row, _turn(pages, at), at, len(pages), "panels")))


def _frames(look: Look, box: Box, count: int) -> list[Box]:
    return box.columns(count, _GAP) if look.landscape else box.rows(count, _GAP)


def _page_of(pages: list[list[_Cell]], state: PanelsState) -> int:
    """The page of the state's part; of the panel's last part when it now has fewer."""
    found = 0
    for i, page in enumerate(pages):
        if any(cell.panel.id == state.panel and cell.part <= state.part for cell in page):
            found = i
    return found


def _turn(pages: list[list[_Cell]], at: int) -> Turn:
    def first(page: list[_Cell]) -> str:
        return target(page[0].panel.id, page[0].part)

    return Turn(first(pages[at - 1]) if at else None, first(pages[at + 1]) if at + 1 < len(pages) else None)


def _inner(look: Look, frame: Box) -> Box:
    inner = frame.inset(_PAD, 28)
    return Box(inner.x, inner.y, min(inner.w, _MEASURE_EM * look.style("body").size), inner.h)


def _cells(look: Look, panel: Panel, frame: Box) -> list[_Cell]:
    """The panel cut into parts that fit the frame; each part begins with the heading."""
    inner = _inner(look, frame)
    head = [_Line(line, "h2", keep=True) for line in look.lines(look.say(panel.heading), "h2", inner.w)]
    head_h = sum(look.style("h2").line for _ in head)
    parts: list[list[_Line]] = [[]]
    used = head_h
    lines = _body(look, panel, inner.w)
    for i, line in enumerate(lines):
        high = _height(look, line)
        if parts[-1] and used + _kept(look, lines[i:]) > inner.h:
            parts.append([])
            used = head_h
        parts[-1].append(line)
        used += high
    return [_Cell(panel, i, (*head, *part)) for i, part in enumerate(parts)]


def _kept(look: Look, lines: list[_Line]) -> float:
    """Height of the first line and of all that stay with it."""
    high = 0.0
    for line in lines:
        high += _height(look, line)
        if not line.keep:
            break
    return high


def _height(look: Look, line: _Line) -> float:
    return line.gap + look.style(line.style).line


def _body(look: Look, panel: Panel, width: float) -> list[_Line]:
    text = look.lines(look.say(panel.text), "body", width)
    lines = [_Line(one, "body", gap=0 if i else 16) for i, one in enumerate(text)]
    lead_w = max((look.width(look.say(fact.label), "meta") for fact in panel.facts), default=0.0) + _LEAD_GAP
    beside = all(lead_w + look.width(look.say(fact.value), "body") + _SLACK <= width for fact in panel.facts)
    for fact in panel.facts:
        lines += _fact(look, look.say(fact.label), look.say(fact.value), width, lead_w if beside else 0.0)
    return lines


def _fact(look: Look, label: str, value: str, width: float, lead_w: float) -> list[_Line]:
    """Label and value on one line where all of the panel's facts fit so, else the value below its label."""
    if lead_w:
        return [_Line(value, "body", gap=14, lead=label, lead_w=lead_w)]
    names, words = look.lines(label, "meta", width), look.lines(value, "body", width)
    return [
        *(_Line(one, "meta", "ink2", 0 if i else 18, keep=True) for i, one in enumerate(names)),
        *(_Line(one, "body", keep=i < len(words) - 1) for i, one in enumerate(words)),
    ]


def _art_height(look: Look, cell: _Cell, frame: Box) -> float:
    """How high a panel's drawing may be above its words; 0 where it has none or no room for it."""
    spare = _inner(look, frame).h - sum(_height(look, line) for line in cell.lines) - 24
    return min(spare, _ART_MAX) if cell.panel.art and cell.part == 0 and spare >= _ART_MIN else 0.0


def _draw(look: Look, cell: _Cell, frame: Box, art_h: float) -> list[Node]:
    inner = _inner(look, frame)
    nodes: list[Node] = ground(frame, look)
    y = inner.y
    if art_h and cell.panel.art:
        nodes.append(Picture(Box(inner.x, y, inner.w, art_h), cell.panel.art))
        y += art_h + 24
    return nodes + _stack(look, cell.lines, Box(inner.x, y, inner.w, inner.bottom - y))


def _stack(look: Look, lines: tuple[_Line, ...], box: Box) -> list[Node]:
    """Runs of one style become one label, so that they are read aloud as one text."""
    nodes: list[Node] = []
    y = box.y
    run: list[_Line] = []

    def close(y: float) -> float:
        y += run[0].gap
        lead = run[0].lead
        x = box.x
        if lead:
            lift = (look.style("body").line - look.style("meta").line) / 2
            nodes.append(look.text(x, y + lift, box.w, lead, "meta", color="ink2"))
            x += run[0].lead_w
        role: Role = "heading" if run[0].style == "h2" else "text"
        label: Label = lines_label(
            look, Box(x, y, box.right - x, box.bottom - y), tuple(one.text for one in run), run[0].style,
            color=run[0].color, role=role,
        )  # fmt: skip
        nodes.append(label)
        return label.box.bottom

    for line in lines:
        if run and (line.gap or line.style != run[0].style or line.color != run[0].color):
            y = close(y)
            run = []
        run.append(line)
    if run:
        close(y)
    return nodes
