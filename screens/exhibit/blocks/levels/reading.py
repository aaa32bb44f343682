"""The words of what was tapped: beside the diagram where there is room, a page of their own where there isn't."""

from __future__ import annotations

from dataclasses import dataclass

from screens.exhibit.blocks.levels.hills import barbs
from screens.look import Look
from screens.parts import panel
from screens.parts.buttons import centred, icon_button
from screens.parts.paging import Turn, lines_label, pager, pager_height, parts_of
from screens.scene import Box, Fill, Node, Stroke

Lines = tuple[str, ...]

_ARROWS = 96.0
_GUTTER = 64.0
_BETWEEN = 24.0  # two texts
_MEASURE_EM = 30  # design guide 3: at most 30 Chinese characters a line


def part_id(part: int) -> str:
    """The target that leads to a part of the text being read."""
    return f"levels.part.{part}"


def beside(look: Look, box: Box, heading: str, text: str, part: int) -> list[Node]:
    """A heading and its text in a low box; paged by two small buttons where even captions' type is too large."""
    title = [look.text(box.x, box.y, box.w, heading, "label")] if heading else []
    for head in (title, []):
        top = head[0].box.bottom + 4 if head else box.y
        for style in ("body", "meta"):
            if top + look.height(text, style, box.w) <= box.bottom + 0.5:
                return [*head, look.text(box.x, top, box.w, text, style, max_h=box.bottom - top)]
    room = box.w - 2 * _ARROWS - 8 - 20
    parts = parts_of(look, text, "meta", room, box.h)
    at = min(part, len(parts) - 1)
    nodes: list[Node] = [lines_label(look, Box(box.x, box.y, room, box.h), parts[at], "meta")]
    y = box.bottom - _ARROWS
    for i, (icon, word, to) in enumerate((("back", "page.previous", at - 1), ("next", "page.next", at + 1))):
        cell = Box(box.right - (2 - i) * _ARROWS - (1 - i) * 8, y, _ARROWS, _ARROWS)
        dead = not 0 <= to < len(parts)
        nodes += icon_button(look, cell, f"levels.{icon}" if dead else part_id(to), icon, look.t(word), disabled=dead)
    return nodes


@dataclass(frozen=True, slots=True)
class Ends:
    """An arrow in words: from whom, what, to whom."""

    origin: str
    verb: str
    target: str


def page(look: Look, box: Box, heading: str | Ends, texts: tuple[str, ...], part: int) -> list[Node]:
    """A page of its own, or several; previous and next stand at the foot, within low reach."""
    for style in ("body_l",) if look.large else ("body_l", "body"):
        whole = _page(look, box, heading, texts, style)
        if len(whole) == 1:
            return whole[0]
    foot = pager_height(look)
    pages = _page(look, Box(box.x, box.y, box.w, box.h - foot - 20), heading, texts)
    at = min(part, len(pages) - 1)
    turn = Turn(part_id(at - 1) if at else None, part_id(at + 1) if at + 1 < len(pages) else None)
    row = Box(box.x, box.bottom - foot, box.w, foot)
    return [*pages[at], *pager(look, row, turn, at, len(pages), "levels")]


def _page(
    look: Look, frame: Box, heading: str | Ends, texts: tuple[str, ...], style: str = "body_l"
) -> list[list[Node]]:
    """Every part drawn in a frame; several short texts stand in two columns where these are wide enough."""
    inner = frame.inset(40, 32)
    across = 2 if look.landscape and not look.large and len(texts) > 1 else 1
    if across == 1:
        inner = Box(inner.x, inner.y, min(inner.w, _MEASURE_EM * look.style("body_l").size), inner.h)
    if isinstance(heading, Ends):
        head, top = _drawn(look, inner, heading)
    else:
        title = look.text(inner.x, inner.y, inner.w, heading, "h2", role="heading", max_h=inner.h)
        head, top = [title], title.box.bottom
    top += 20
    room = Box(inner.x, top, inner.w, inner.bottom - top)
    cells = room.columns(across, _GUTTER)
    parts = [one for text in texts for one in parts_of(look, text, style, cells[0].w, room.h)]
    stacks = _packed(parts, look.style(style).line, room.h, across)
    pages = [stacks[i : i + across] for i in range(0, len(stacks), across)]
    return [[*panel(frame, look), *head, *_stacked(look, here, cells, style)] for here in pages]


def _packed(parts: list[Lines], line: float, height: float, across: int) -> list[list[Lines]]:
    """Texts one below the other; if all fit on one page, in columns of about one height."""

    def pack(limit: float) -> list[list[Lines]]:
        stacks: list[list[Lines]] = [[]]
        used = 0.0
        for part in parts:
            high = len(part) * line
            if stacks[-1] and used + _BETWEEN + high > limit + 0.5:
                stacks.append([])
                used = 0.0
            used += high + (_BETWEEN if stacks[-1] else 0.0)
            stacks[-1].append(part)
        return stacks

    limit = line
    while limit < height and len(pack(limit)) > across:
        limit += line / 2
    tight = pack(min(limit, height))
    return tight if len(tight) <= across else pack(height)


def _stacked(look: Look, stacks: list[list[Lines]], cells: list[Box], style: str) -> list[Node]:
    nodes: list[Node] = []
    for stack, cell in zip(stacks, cells, strict=False):
        y = cell.y
        for part in stack:
            label = lines_label(look, Box(cell.x, y, cell.w, cell.bottom - y), part, style)
            nodes.append(label)
            y = label.box.bottom + _BETWEEN
    return nodes


def _drawn(look: Look, box: Box, ends: Ends) -> tuple[list[Node], float]:
    """The arrow as on the diagram, thick: who, what, whom. Returns the y below it too."""
    verb_w = look.width(ends.verb, "label") + 48
    wide = (box.w - verb_w) / 2
    names = (ends.origin, ends.target)
    style = look.fit(max(names, key=len), ("label", "meta"), wide - 20, 3 * look.style("label").line)
    high = max(100.0, *(look.height(name, style, wide - 20) + 24 for name in names))
    first, second = Box(box.x, box.y, wide, high), Box(box.right - wide, box.y, wide, high)
    y = box.y + high / 2 + 20
    line = ((first.right, y), (second.x - 4, y))
    nodes: list[Node] = [Stroke(line, "ink", 8), Stroke(barbs(line, 20), "ink", 8)]
    nodes.append(look.text(first.right, y - 24 - look.style("label").line, verb_w, ends.verb, "label", align="center"))
    for cell, name, fill, ink in ((first, names[0], "ink", "on_ink"), (second, names[1], "teal_wash", "ink")):
        nodes += [Fill(cell, fill, 12), centred(look, cell, name, style, ink, wide - 20)]
    return nodes, box.y + high
