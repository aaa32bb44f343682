"""What doesn't fit is paged, never shrunk: running text over columns and pages, cards over a grid and pages, the pager.

Pages are counted here, at the visitor's text size; models only hold a page number, which may be any integer.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from screens.look import Look
from screens.parts.buttons import button, button_height, centred, icon_button
from screens.scene import Box, Label, Node, Role

_WHOLE = 3  # lines up to which a paragraph is not parted


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph: its style, colour, the room above it, and whether it stays with what follows (a heading)."""

    text: str
    style: str = "body"
    color: str = "ink"
    gap: float = 12.0
    heads: bool = False
    role: Role = "text"


def read(
    look: Look, box: Box, paras: Sequence[Para], page: int = 0, *, columns: int = 1, gutter: float = 48.0
) -> tuple[list[Node], int]:
    """Paragraphs over `columns`, then over pages. Returns the nodes of `page` (modulo) and the number of pages."""
    cells = box.columns(columns, gutter)
    filled = _fill(look, cells[0].w, box.h, paras)
    pages = max(1, -(-len(filled) // columns))
    first = page % pages * columns
    nodes: list[Node] = []
    for cell, labels in zip(cells, filled[first : first + columns], strict=False):
        nodes += [_at(label, cell) for label in labels]
    return nodes, pages


def _at(label: Label, cell: Box) -> Label:
    box = label.box.moved(cell.x, cell.y)
    return Label(
        box, label.lines, label.style, label.color, role=label.role, full=label.full, overflow=label.overflow
    )  # fmt: skip


def _fill(look: Look, width: float, height: float, paras: Sequence[Para]) -> list[list[Label]]:
    """Columns of labels, placed relative to their column's top left."""
    columns: list[list[Label]] = [[]]
    y = 0.0
    for i, para in enumerate(paras):
        style = look.style(para.style)
        lines = look.lines(para.text, para.style, width)
        wide = max((look.ruler(line, style) for line in lines), default=0.0)
        follows = _following(look, width, height, paras[i:])
        while lines:
            gap = para.gap if columns[-1] else 0.0
            room = int((height - y - gap + 0.5) // style.line)
            least = _kept(len(lines), style.line, height) * style.line + follows
            if columns[-1] and y + gap + least > height + 0.5:
                columns.append([])
                y = 0.0
                continue
            room = max(1, room)
            part, lines = lines[:room], lines[room:]
            box = Box(0, y + gap, width, len(part) * style.line)
            over = wide > width + 1 or box.bottom > height + 0.5
            said = (" " if look.english else "").join(part)
            columns[-1].append(Label(box, part, style, para.color, role=para.role, full=said, overflow=over))
            y = box.bottom
            if lines:
                columns.append([])
                y = 0.0
    return columns


def _following(look: Look, width: float, height: float, paras: Sequence[Para]) -> float:
    """Height of what a heading must not be parted from: further headings, and the beginning of the text below them."""
    high = 0.0
    for heading, after in pairwise(paras):
        if not heading.heads:
            break
        whole = after.gap + look.height(after.text, after.style, width)
        high += whole if after.heads else _beginning(look, width, height, after)
    return high


def _beginning(look: Look, width: float, height: float, para: Para) -> float:
    """Height of a paragraph's lines that stay together, and the room above them."""
    line = look.style(para.style).line
    return para.gap + _kept(len(look.lines(para.text, para.style, width)), line, height) * line


def _kept(lines: int, line: float, height: float) -> int:
    """Lines at a paragraph's beginning that stay together: a short one as a whole, where columns are high enough."""
    return lines if lines <= _WHOLE and height >= 2 * _WHOLE * line else min(2, lines)


@dataclass(frozen=True, slots=True)
class Grid:
    """How cards are laid out: the cells of this page, which cards they hold, and how many pages there are."""

    cells: tuple[Box, ...]
    first: int
    pages: int


def grid(
    box: Box,
    count: int,
    need: Callable[[float], float],
    page: int = 0,
    *,
    columns: int = 4,
    gap: float = 20.0,
    tallest: float = 360.0,
    even: bool = False,
) -> Grid:
    """As many cards a page as fit, at most `columns` abreast; `need(width)` is the height a card asks for.

    `even` shares the rows out over the pages, so that the last one is not left nearly empty.
    """
    best = (0, 1, 1, box.h)
    for across in range(columns, 0, -1):
        least = need((box.w - gap * (across - 1)) / across)
        down = int((box.h + gap + 0.5) // (least + gap))
        if across * down > best[0]:
            best = (across * down, across, down, least)
        if best[0] >= count:
            break
    room, across, down, least = best
    room = max(1, room)
    pages = max(1, -(-count // room))
    if even and pages > 1:
        down = -(-count // (across * pages))
        room = across * down
    first = page % pages * room
    held = min(room, count - first)
    rows = down if pages > 1 else max(1, -(-count // across))
    high = min(max(tallest, least), (box.h - gap * (rows - 1)) / rows)
    frame = Box(box.x, box.y, box.w, high * rows + gap * (rows - 1))
    cells = [cell for row in frame.rows(rows, gap) for cell in row.columns(across, gap)]
    return Grid(tuple(cells[:held]), first, pages)


_WORD_PAD = 60.0  # beside a button's word


def pager_height(look: Look) -> float:
    """Height of the pager."""
    return button_height(look, primary=False)


def pager(look: Look, box: Box, prefix: str, words: tuple[str, str], page: int, pages: int) -> list[Node]:
    """Previous, "2 / 3", next. Ids `<prefix>.page.prev` and `.next`; `words` are those of the two buttons."""
    here = page % pages
    longest = max(look.width(word, "label") for word in words)
    least = look.width(f"{pages} / {pages}", "meta") + 32
    wide = min(max(box.w * 0.36, min(longest + _WORD_PAD, (box.w - least) / 2)), longest + 72)
    if wide < longest + _WORD_PAD - 1:  # where a word would be torn, the arrows say it
        return _arrows(look, box, prefix, words, here, pages)
    before = Box(box.x, box.y, wide, box.h)
    after = Box(box.right - wide, box.y, wide, box.h)
    between = Box(before.right, box.y, after.x - before.right, box.h)
    return [
        *button(look, before, f"{prefix}.page.prev", words[0], "secondary", disabled=here == 0, style="label"),
        centred(look, between, f"{here + 1} / {pages}", "meta", "ink2"),
        *button(look, after, f"{prefix}.page.next", words[1], "secondary", disabled=here == pages - 1, style="label"),
    ]


def _arrows(look: Look, box: Box, prefix: str, words: tuple[str, str], here: int, pages: int) -> list[Node]:
    before = Box(box.x, box.y, box.h, box.h)
    between = Box(before.right, box.y, look.width(f"{pages} / {pages}", "meta") + 48, box.h)
    after = Box(between.right, box.y, box.h, box.h)
    return [
        *icon_button(look, before, f"{prefix}.page.prev", "back", words[0], disabled=here == 0),
        centred(look, between, f"{here + 1} / {pages}", "meta", "ink2"),
        *icon_button(look, after, f"{prefix}.page.next", "next", words[1], disabled=here == pages - 1),
    ]
