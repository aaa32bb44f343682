"""What doesn't fit is paged, never shrunk: running text over columns and pages, cards over a grid and pages, the pager.

Pages are counted here, at the visitor's text size; models only hold a page number, which may be any integer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from screens.look import Look
from screens.parts.buttons import button, button_height, centred, icon_button
from screens.scene import Box, Label, Node, Role
from screens.tokens import TextStyle

GUTTER = 48.0  # between columns of text
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
    look: Look, box: Box, paras: Sequence[Para], page: int = 0, *, columns: int = 1, gutter: float = GUTTER
) -> tuple[list[Node], int]:
    """Paragraphs over `columns`, then over pages. Returns the nodes of `page` (modulo) and the number of pages."""
    cells = box.columns(columns, gutter)
    filled = _fill(look, cells[0].w, box.h, paras)
    count = max(1, -(-len(filled) // columns))
    first = page % count * columns
    nodes: list[Node] = []
    for cell, labels in zip(cells, filled[first : first + columns], strict=False):
        nodes += [_at(label, cell) for label in labels]
    return nodes, count


def _at(label: Label, cell: Box) -> Label:
    box = label.box.moved(cell.x, cell.y)
    return Label(
        box, label.lines, label.style, label.color, role=label.role, full=label.full, overflow=label.overflow
    )  # fmt: skip


def pages(look: Look, width: float, heights: Iterable[float], paras: Sequence[Para], columns: int) -> Iterator[int]:
    """How many pages `read` would need at each of these heights, of columns so wide; nothing is drawn for it."""
    measured = _measured(look, width, paras)
    for height in heights:
        last = 0
        for piece in _flow(height, measured):
            last = piece.column
        yield -(-(last + 1) // columns)


@dataclass(frozen=True, slots=True)
class _Measured:
    """A paragraph broken into lines; `line` is the height of one."""

    para: Para
    style: TextStyle
    lines: tuple[str, ...]

    @property
    def line(self) -> float:
        return self.style.line


@dataclass(frozen=True, slots=True)
class _Piece:
    """Some lines of a paragraph, in a column at a height."""

    column: int
    of: _Measured
    first: int
    count: int
    y: float


def _measured(look: Look, width: float, paras: Sequence[Para]) -> list[_Measured]:
    return [_Measured(one, look.style(one.style), look.lines(one.text, one.style, width)) for one in paras]


def _fill(look: Look, width: float, height: float, paras: Sequence[Para]) -> list[list[Label]]:
    """Columns of labels, placed relative to their column's top left."""
    columns: list[list[Label]] = [[]]
    for piece in _flow(height, _measured(look, width, paras)):
        para, style = piece.of.para, piece.of.style
        part = piece.of.lines[piece.first : piece.first + piece.count]
        wide = max((look.ruler(line, style) for line in piece.of.lines), default=0.0)
        box = Box(0, piece.y, width, len(part) * style.line)
        over = wide > width + 1 or box.bottom > height + 0.5
        said = (" " if look.english else "").join(part)
        if piece.column == len(columns):
            columns.append([])
        columns[-1].append(Label(box, part, style, para.color, role=para.role, full=said, overflow=over))
    return columns


def _flow(height: float, paras: Sequence[_Measured]) -> Iterator[_Piece]:
    """Which lines stand in which column, and where."""
    column, y, empty = 0, 0.0, True
    for i, one in enumerate(paras):
        follows = _following(height, paras[i:])
        first = 0
        while first < len(one.lines):
            gap = 0.0 if empty else one.para.gap
            least = _kept(len(one.lines) - first, one.line, height) * one.line + follows
            if not empty and y + gap + least > height + 0.5:
                column, y, empty = column + 1, 0.0, True
                continue
            room = max(1, int((height - y - gap + 0.5) // one.line))
            count = min(room, len(one.lines) - first)
            yield _Piece(column, one, first, count, y + gap)
            y, empty, first = y + gap + count * one.line, False, first + count
            if first < len(one.lines):
                column, y, empty = column + 1, 0.0, True


def _following(height: float, paras: Sequence[_Measured]) -> float:
    """Height of what a heading must not be parted from: further headings, and the beginning of the text below them."""
    high = 0.0
    for heading, after in pairwise(paras):
        if not heading.para.heads:
            break
        whole = after.para.gap + len(after.lines) * after.line
        high += whole if after.para.heads else _beginning(height, after)
    return high


def _beginning(height: float, one: _Measured) -> float:
    """Height of a paragraph's lines that stay together, and the room above them."""
    return one.para.gap + _kept(len(one.lines), one.line, height) * one.line


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
