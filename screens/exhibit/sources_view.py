"""The page of sources: every document an exhibit cites, with publisher, date and the numbers just read, paged."""

from __future__ import annotations

from screens.exhibit.blocks import BlockView
from screens.exhibit.cited import Entry
from screens.exhibit.model import ExhibitState
from screens.look import Look
from screens.parts.buttons import button, button_height
from screens.parts.column import Column
from screens.parts.panels import panel
from screens.scene import Box, Node

_PAD = 28.0


def sources_view(state: ExhibitState, look: Look, box: Box, found: tuple[Entry, ...]) -> BlockView:
    """As many sources a page as fit; buttons page when there are more."""
    high = button_height(look, primary=False)
    room = Box(box.x, box.y, box.w, box.h - high - 20)
    pages = _paged(found, look, room)
    page = min(state.page, len(pages) - 1)
    nodes: list[Node] = []
    y = room.y
    for row in pages[page]:
        row_h = _row_height(look, row, room)
        for source, cell in zip(row, Box(room.x, y, room.w, row_h).columns(_across(look), 16), strict=False):
            nodes += _card(look, source, cell)[0]
        y += row_h + 16
    if len(pages) > 1:
        nodes += _pager(look, Box(box.x, box.bottom - high, box.w, high), page, len(pages))
    kind = "exhibit.cited" if state.cited else "exhibit.sources"
    return BlockView(tuple(nodes), subtitle=look.t(f"{kind}.sub"), hint=look.t(f"{kind}.hint"))


def _across(look: Look) -> int:
    return 2 if look.landscape and not look.large else 1


def _row_height(look: Look, row: list[Entry], room: Box) -> float:
    cells = Box(room.x, room.y, room.w, 9999.0).columns(_across(look), 16)
    return max(_card(look, source, cell)[1] for source, cell in zip(row, cells, strict=False))


def _card(look: Look, one: Entry, box: Box) -> tuple[list[Node], float]:
    """The card filling `box`, and the height its words ask for."""
    source = one.source
    column = Column(look, Box(box.x + _PAD, box.y + 20, box.w - 2 * _PAD, box.h - 30))
    column.text(look.say(source.title), "label_l")
    dated = f"{source.dated:%Y-%m-%d}" if source.dated else look.t("exhibit.sources.undated")
    column.text(f"{look.say(source.publisher)} · {dated}", "meta", color="ink2", gap=4)
    if source.note:
        column.text(look.say(source.note), "meta", color="ink2", gap=4)
    if one.numbers:
        column.text(look.t("exhibit.cited.numbers", what=_said(look, one)), "meta", color="teal_deep", gap=8)
    high = column.y - box.y + 20
    return [*panel(box, look), *column.nodes], high


def _said(look: Look, one: Entry) -> str:
    """The numbers of the page just read, as the document writes them; where the page writes one otherwise, that too.
    Who reads English gets them as the page has them: the documents are Chinese.
    """
    return look.t("exhibit.cited.and").join(_as_written(look, here, there) for here, there in one.numbers)


def _as_written(look: Look, here: str, there: str) -> str:
    if look.english:
        return here
    return there if _bare(here) in _bare(there) else look.t("exhibit.cited.as", here=here, there=there)


def _bare(text: str) -> str:
    return text.replace(" ", "").replace(",", "")


def _paged(sources: tuple[Entry, ...], look: Look, room: Box) -> list[list[list[Entry]]]:
    """Pages of rows of sources."""
    across = _across(look)
    pages: list[list[list[Entry]]] = [[]]
    used = 0.0
    for i in range(0, len(sources), across):
        row = list(sources[i : i + across])
        high = _row_height(look, row, room) + 16
        if pages[-1] and used + high - 16 > room.h:
            pages.append([])
            used = 0.0
        pages[-1].append(row)
        used += high
    return pages


def _pager(look: Look, box: Box, page: int, pages: int) -> list[Node]:
    wide = max(look.width(look.t("page.previous"), "label_l"), look.width(look.t("page.next"), "label_l")) + 88
    before = Box(box.x, box.y, wide, box.h)
    after = Box(box.right - wide, box.y, wide, box.h)
    at = look.text(before.right, box.center[1] - look.style("meta").line / 2, after.x - before.right,
                   look.t("page.of", n=page + 1, m=pages), "meta", color="ink2", align="center")  # fmt: skip
    first, last = page == 0, page == pages - 1
    return [
        *button(look, before, "exhibit.sources.previous", look.t("page.previous"), "secondary", disabled=first),
        *button(look, after, "exhibit.sources.next", look.t("page.next"), "secondary", disabled=last),
        at,
    ]
