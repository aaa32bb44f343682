"""The top of a page of a simulation: its question, the tag that says it is one, a line below. For `bare` views.

Also a few answers beside (portrait: below) what is asked, and how a place in a law is written, since rulings stand on
such pages; page arrows in a foot row. Leaves all else to the block.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from screens.look import Look
from screens.parts.buttons import button, button_height, centred, icon_button
from screens.parts.paged import Para, read
from screens.parts.panels import panel, tag
from screens.scene import Box, Icon, Label, Node

_SPLIT, _LARGE_SPLIT = 0.56, 0.46
_GAP = 16.0
_PAD_X, _PAD_Y = 36.0, 28.0
_SIGN = 52.0
_CLOSE_Y = 16.0  # the least a verdict keeps from its edges, before it takes a second page
_TALLEST = 360.0
_ROOM, _ROOM_LARGE = 400.0, 560.0  # for the button beside page arrows, before the number of the page gives way


def stage(look: Look, box: Box, title: str, subtitle: str, word: str, id: str) -> tuple[list[Node], float]:
    """The nodes, and the y below them; `word` is the tag's."""
    tag_w = look.width(word, "micro") + 48
    room = box.w - tag_w
    style = look.fit(title, ("h1", "h2"), room, look.style("h1").line)
    head = look.text(box.x, box.y + 12, room, title, style, role="heading", id=id)
    last = look.width(head.lines[-1], style)
    tagged, _ = tag(look, box.x + last + 24, head.box.bottom - look.style(style).line / 2 - 18, word)
    nodes: list[Node] = [head, *tagged]
    if not subtitle:
        return nodes, head.box.bottom + 20
    below = look.text(box.x, head.box.bottom + 4, box.w, subtitle, "meta", color="ink2")
    return [*nodes, below], below.box.bottom + 20


def law(look: Look, article: int, paragraph: int | None, *, short: bool = False) -> str:
    """A place in the election law; `short` where the law itself is named nearby."""
    key = "law.article" if short else "law.election"
    return look.t(key if paragraph is None else f"{key}.paragraph", a=article, p=paragraph or 0)


def answers(look: Look, box: Box, options: Sequence[tuple[str, str]]) -> tuple[Box, list[Node]]:
    """Answers as equal buttons, (id, text): where the question may stand, and the buttons."""
    gap = 16.0
    if look.landscape:
        sheet = Box(box.x, box.y, box.w * _SPLIT, box.h)
        side = Box(sheet.right + 32, box.y, box.right - sheet.right - 32, box.h)
        high = min(_TALLEST, (side.h - gap * (len(options) - 1)) / len(options))
        cells = Box(side.x, side.y, side.w, high * len(options) + gap * (len(options) - 1)).rows(len(options), gap)
    else:
        across = 2 if len(options) > 2 else 1
        rows = -(-len(options) // across)
        high = button_height(look) + (0 if look.large else 16)
        total = high * rows + gap * (rows - 1)
        foot = Box(box.x, box.bottom - total, box.w, total)
        cells = [cell for row in foot.rows(rows, gap) for cell in row.columns(across, gap)]
        sheet = Box(box.x, box.y, box.w, foot.y - 20 - box.y)
    nodes: list[Node] = []
    for cell, (id, text) in zip(cells, options, strict=False):
        nodes += button(look, cell, id, text, "secondary")
    return sheet, nodes


def arrows(look: Look, foot: Box, prefix: str, page: int, pages: int) -> tuple[list[Node], Box]:
    """Page arrows and the page between them at the left of a foot row, and the rest of the row; nothing for one page.

    Their ids are `<prefix>.page.prev` and `.next`.
    """
    nodes: list[Node] = []
    x = foot.x
    if pages > 1:
        at = page % pages
        said = f"{at + 1} / {pages}"
        wide = look.width(said, "meta") + 24
        if foot.w - 2 * foot.h - wide - 16 < (_ROOM_LARGE if look.large else _ROOM):
            said, wide = "", 12.0  # the way on needs the room
        for id, icon, word, dead in (
            ("prev", "back", "page.previous", at == 0),
            ("next", "next", "page.next", at == pages - 1),
        ):
            cell = Box(x, foot.y, foot.h, foot.h)
            nodes += icon_button(look, cell, f"{prefix}.page.{id}", icon, look.t(word), disabled=dead)
            x += foot.h
            if id == "prev":
                nodes += [centred(look, Box(x, foot.y, wide, foot.h), said, "meta", "ink2")] if said else []
                x += wide
        x += 16 if said else 12
    return nodes, Box(x, foot.y, foot.right - x, foot.h)


@dataclass(frozen=True, slots=True)
class Onward:
    """The ways on below a verdict: the first in ink; the second only where it has room."""

    id: str
    text: str
    other_id: str = ""
    other: str = ""


def verdict(
    look: Look,
    box: Box,
    paras: Sequence[Para],
    page: int,
    prefix: str,
    onward: Onward,
    pages: int = 1,
    good: bool | None = None,
) -> tuple[Box, list[Node]]:
    """A verdict where the answers were, the ways on below it: where the question still stands, and the nodes.

    Its first paragraph is a heading; a sign beside it shows whether the answer was `good`, where there is room.

    It turns its pages by arrows in the foot row; `pages` are those of the question, which turns with it.
    """
    high = button_height(look)
    if look.landscape:
        sheet, side, ground = _abreast(box, _SPLIT, high)
        if look.large and read(look, ground.inset(_PAD_X, _CLOSE_Y), paras)[1] > 1:
            wider = _abreast(box, _LARGE_SPLIT, high)
            if read(look, wider[2].inset(_PAD_X, _CLOSE_Y), paras)[1] == 1:
                sheet, side, ground = wider
    else:
        room = box.h - high - 2 * _GAP
        text, own = read(look, Box(0, 0, box.w - 2 * _PAD_X, room * 0.5 - 2 * _PAD_Y), paras)
        bottom = max((one.box.bottom for one in text if isinstance(one, Label)), default=0.0)
        tall = room * 0.5 if own > 1 else max(room * 0.34, bottom + 2 * _PAD_Y)
        side = Box(box.x, box.bottom - high - _GAP - tall, box.w, tall + high + _GAP)
        sheet = Box(box.x, box.y, box.w, side.y - _GAP - box.y)
        ground = Box(side.x, side.y, side.w, tall)
    inner = ground.inset(_PAD_X, _PAD_Y)
    text, own = read(look, inner, paras)
    if own > 1 and read(look, ground.inset(_PAD_X, _CLOSE_Y), paras)[1] == 1:
        inner, own = ground.inset(_PAD_X, _CLOSE_Y), 1
    pages = max(pages, own)
    text, _ = read(look, inner, paras, min(page % pages, own - 1))
    foot = Box(side.x, side.bottom - high, side.w, high)
    turn, rest = arrows(look, foot, prefix, page, pages)
    nodes: list[Node] = [*panel(ground, look), *text, *turn]
    if good is not None and page % pages == 0:
        nodes += _sign(look, inner, paras[0], good)
    if onward.other and pages == 1:
        other, rest = rest.columns(2, _GAP)
        style = look.fit(onward.other, ("label_l", "label"), other.w - 56, look.style("label_l").line)
        nodes += button(look, other, onward.other_id, onward.other, "secondary", style=style)
    return sheet, [*nodes, *button(look, rest, onward.id, onward.text, icon="next")]


def _abreast(box: Box, split: float, high: float) -> tuple[Box, Box, Box]:
    """Where the question stands, the side beside it, and the ground of the verdict above the ways on."""
    sheet = Box(box.x, box.y, box.w * split, box.h)
    side = Box(sheet.right + 32, box.y, box.right - sheet.right - 32, box.h)
    return sheet, side, Box(side.x, side.y, side.w, side.h - high - _GAP)


def _sign(look: Look, inner: Box, head: Para, good: bool) -> list[Node]:
    """Tick or "read on", at the end of the heading's line."""
    line = look.style(head.style).line
    if look.width(head.text, head.style) + 24 + _SIGN > inner.w:
        return []
    icon, color = ("check", "teal") if good else ("info", "ochre_deep")
    return [Icon(Box(inner.right - _SIGN, inner.y + (line - _SIGN) / 2, _SIGN, _SIGN), icon, color)]
