"""What is said after an answer or at the end: what was asked beside what holds, where that is written, and the way on.

Owns the layout of such a page: two panels that turn their pages together, buttons at the foot. Leaves the words to
the blocks that ask (sort, match, quiz).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from content.schema import Source
from screens.look import Look
from screens.parts.ample import ample, even
from screens.parts.foot import Press, foot_row
from screens.parts.paged import Para, pager, pager_height, read
from screens.parts.panels import panel
from screens.scene import Box, Label, Node, Picture

_GAP = 20.0
_GUTTER = 24.0
_PAD_X, _PAD_Y = 36.0, 28.0
_LEFT = 0.42
_LEAST_PAGER = 560.0
_ART_LEAST, _ART_MOST = 170.0, 440.0


def citation(look: Look, ids: Iterable[str], sources: Sequence[Source]) -> str:
    """Where it is written: the titles of the documents, each with its date. Empty when none of them is known."""
    known = {one.id: one for one in sources}
    named = []
    for one in (known[id] for id in ids if id in known):
        title = look.say(one.title)
        dated = f"{one.dated:%Y-%m-%d}" if one.dated else ""
        named.append((f"{title} ({dated})" if look.english else f"《{title}》（{dated}）") if dated else title)
    joined = ("; " if look.english else "；").join(named)
    return look.t("told.source", what=joined) if joined else ""


def bare(look: Look) -> bool:
    """Whether such a page takes the room of heading and tabs too: large words need it."""
    return look.large


def roomy(look: Look, box: Box) -> Box:
    """The box of such a page: below the strip a little air, where it has no heading above it."""
    return Box(box.x, box.y + 16, box.w, box.h - 16) if bare(look) else box


def told(
    look: Look,
    box: Box,
    prefix: str,
    sides: Sequence[Sequence[Para]],
    page: int,
    presses: Sequence[Press],
    art: str | None = None,
) -> list[Node]:
    """One or two panels of text over `presses`, `art` in the one that leaves more room.

    Ids of the pager are `<prefix>.page.prev` and `.next`.
    """
    foot, left = foot_row(look, box, presses)
    body = Box(box.x, box.y, box.w, left.y - _GAP - box.y)
    drawn, pages = _panels(look, body, sides, page, art)
    if pages == 1:
        return [*drawn, *foot]
    high = pager_height(look)
    if look.landscape and left.w >= _LEAST_PAGER:
        place = Box(box.x, box.bottom - high, min(left.w, 860.0 if look.large else 640.0), high)
    else:
        body = Box(body.x, body.y, body.w, body.h - high - _GAP)
        place = Box(box.x, body.bottom + _GAP, min(box.w, 960.0), high)
    drawn, pages = _panels(look, body, sides, page, art)
    words = (look.t("page.previous"), look.t("page.next"))
    return [*drawn, *pager(look, place, prefix, words, page, pages), *foot]


def _panels(
    look: Look, box: Box, sides: Sequence[Sequence[Para]], page: int, art: str | None
) -> tuple[list[Node], int]:
    """The panels side by side (portrait: one above the other); the shorter one stays on its last page."""
    sides = _louder(look, box, sides, art)
    cells = _cells(look, box, sides)
    columns = _columns(look, sides)
    pages = max(_read(look, cell, paras, 0, columns)[1] for cell, paras in zip(cells, sides, strict=True))
    nodes: list[Node] = []
    drawn: list[list[Node]] = []
    for cell, paras in zip(cells, sides, strict=True):
        own = _read(look, cell, paras, 0, columns)[1]
        text, _ = _read(look, cell, paras, min(page % pages, own - 1), columns)
        nodes += [*panel(cell, look), *text]
        drawn.append(drawing(cell, text, art) if art else [])
    return nodes + max(drawn, key=_height), pages


def _louder(look: Look, box: Box, sides: Sequence[Sequence[Para]], art: str | None) -> list[Sequence[Para]]:
    """All sides a size larger, if each of them has the room; with a drawing, some of it is left for that."""
    columns = _columns(look, sides)
    share = 0.7 if art and columns == 1 else 0.95
    louder: list[Sequence[Para]] = []
    for cell, paras in zip(_cells(look, box, sides), sides, strict=True):
        inner = cell.inset(_PAD_X, _PAD_Y)
        louder.append(ample(look, inner, paras, columns=columns, share=share))
    grown = all(new != list(old) for new, old in zip(louder, sides, strict=True))
    return louder if grown else list(sides)


def _columns(look: Look, sides: Sequence[Sequence[Para]]) -> int:
    return 2 if len(sides) == 1 and look.landscape and not look.large else 1


def _height(drawn: Sequence[Node]) -> float:
    return sum(one.box.h for one in drawn if isinstance(one, Picture))


def drawing(cell: Box, text: Sequence[Node], art: str) -> list[Node]:
    """A drawing below the text of a panel, where there is room for one."""
    top = max((one.box.bottom for one in text if isinstance(one, Label)), default=cell.y) + 28
    room = cell.bottom - _PAD_Y - top
    if room < _ART_LEAST:
        return []
    high = min(room, _ART_MOST)
    return [Picture(Box(cell.x + _PAD_X, top + (room - high) / 2, cell.w - 2 * _PAD_X, high), art)]


def _read(look: Look, cell: Box, paras: Sequence[Para], page: int, columns: int) -> tuple[list[Node], int]:
    inner = cell.inset(_PAD_X, _PAD_Y)
    return read(look, even(look, inner, paras, columns=columns), paras, page, columns=columns)


def _cells(look: Look, box: Box, sides: Sequence[Sequence[Para]]) -> list[Box]:
    if len(sides) == 1:
        return [box]
    if look.landscape:
        wide = (box.w - _GUTTER) * _LEFT
        return [Box(box.x, box.y, wide, box.h), Box(box.x + wide + _GUTTER, box.y, box.w - wide - _GUTTER, box.h)]
    asked, pages = read(look, Box(0, 0, box.w - 2 * _PAD_X, box.h), sides[0])
    bottom = max((one.box.bottom for one in asked if isinstance(one, Label)), default=0.0)
    high = min(bottom + 2 * _PAD_Y, (box.h - _GUTTER) * 0.5) if pages == 1 else (box.h - _GUTTER) * 0.5
    return [Box(box.x, box.y, box.w, high), Box(box.x, box.y + high + _GUTTER, box.w, box.h - high - _GUTTER)]
