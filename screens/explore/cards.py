"""The exhibits under a lens as cards; as low ones where others would need more pages, since a page costs a touch.

A few share the page as wide cards (`few`), which say more.
"""

from __future__ import annotations

from content.schema import Exhibit
from screens.explore.few import card_id, few, frame, minutes, target
from screens.explore.model import ExploreState
from screens.look import Look
from screens.parts.paged import Grid, grid, pager, pager_height
from screens.scene import Box, Node, Picture

_GAP, _LOW_GAP = 20.0, 12.0
_PICTURE_H, _PICTURE_W = 56.0, 128.0
_LEAST_PICTURE = 72.0
_PAD, _LOW_PAD = 18.0, 16.0


def cards(state: ExploreState, look: Look, area: Box) -> list[Node]:
    """All cards, or a page of them with the pager below."""
    spread = few(state.shown, look, area)
    if spread:
        return spread
    tall = _lay_out(state, look, area, low=False)
    low = tall.pages > 1
    cells = _lay_out(state, look, area, low=True) if low else tall
    if low and cells.pages >= tall.pages:
        low, cells = False, tall
    nodes: list[Node] = []
    if cells.pages > 1:
        high = pager_height(look)
        cells = _lay_out(state, look, Box(area.x, area.y, area.w, area.h - high - 16), low)
        words = (look.t("page.previous"), look.t("page.next"))
        foot = Box(area.x, area.bottom - high, area.w, high)
        nodes += pager(look, foot, "explore", words, state.page, cells.pages)
    shown = state.shown[cells.first : cells.first + len(cells.cells)]
    for exhibit, box in zip(shown, cells.cells, strict=True):
        nodes += (_low_card if low else _card)(look, exhibit, box, _spare(state, look, box, low))
    return nodes


def _spare(state: ExploreState, look: Look, box: Box, low: bool) -> float:
    """What the longest words leave free for a picture above them: the same for all, so that all are drawn alike."""
    if low:
        room = _low_room(look, box.w)
        return box.h - max(look.height(look.say(one.title), "label", room) for one in state.shown) - 52
    return box.h - max(_words_h(look, one, box.w - 2 * _PAD) for one in state.shown) - 52


def _lay_out(state: ExploreState, look: Look, area: Box, low: bool) -> Grid:
    """The cells: as wide as the cards like to be, as high as the tallest needs."""
    wide, narrow = (3, 3) if low else ((3, 2) if look.large else (5, 3))

    def need(width: float) -> float:
        if low:
            room = _low_room(look, width)
            words = max((look.height(look.say(one.title), "label", room) for one in state.shown), default=0.0)
            return max(look.tokens.touch_min, words + 24)
        words = max((_words_h(look, one, width - 2 * _PAD) for one in state.shown), default=0.0)
        return words + 2 * 20 + (0 if look.large else _PICTURE_H + 12)

    columns = wide if look.landscape else narrow
    gap = _LOW_GAP if low else _GAP
    return grid(area, len(state.shown), need, state.page, columns=columns, gap=gap, even=True)


def _words_h(look: Look, exhibit: Exhibit, width: float) -> float:
    return look.height(look.say(exhibit.title), "card", width) + 4 + look.height(minutes(look, exhibit), "meta", width)


def _card(look: Look, exhibit: Exhibit, box: Box, spare: float) -> list[Node]:
    """Picture on top, title and how long it takes below; all of it is the target."""
    id, name = card_id(exhibit), look.say(exhibit.title)
    room = box.w - 2 * _PAD
    words = _words_h(look, exhibit, room)
    nodes = frame(look, box)
    if not look.large:  # all drawings are alike, all titles begin and all minutes end at one height
        nodes.append(Picture(Box(box.x + _PAD, box.y + 20, room, spare), exhibit.picture))
        top = box.y + 20 + spare + 12
        low = box.bottom - 20 - look.style("meta").line
        title = look.text(box.x + _PAD, top, room, name, "card", role="heading", of=id, max_h=words)
        second = look.text(box.x + _PAD, low, room, minutes(look, exhibit), "meta", color="ink2", of=id)
        return [*nodes, title, second, target(look, exhibit, box)]
    if spare >= _LEAST_PICTURE:
        nodes.append(Picture(Box(box.x + _PAD, box.y + 20, room, spare), exhibit.picture))
        top = box.y + 20 + spare + 12
    else:
        top = box.y + (box.h - words) / 2
    title = look.text(box.x + _PAD, top, room, name, "card", role="heading", of=id, max_h=words)
    second = look.text(box.x + _PAD, title.box.bottom + 4, room, minutes(look, exhibit), "meta", color="ink2", of=id)
    return [*nodes, title, second, target(look, exhibit, box)]


def _low_card(look: Look, exhibit: Exhibit, box: Box, spare: float) -> list[Node]:
    """The picture at the left, or above where a page has room, and the title."""
    nodes = frame(look, box)
    room = _low_room(look, box.w)
    if _pictured(look):
        nodes.append(Picture(Box(box.x + _LOW_PAD, box.y + 12, _PICTURE_W, box.h - 24), exhibit.picture))
    name = look.say(exhibit.title)
    high = look.height(name, "label", room)
    top = box.y + (box.h - high) / 2
    if not _pictured(look) and spare >= _LEAST_PICTURE:
        nodes.append(Picture(Box(box.x + _LOW_PAD, box.y + 20, room, spare), exhibit.picture))
        top = box.y + 20 + spare + 12
    title = look.text(box.right - _LOW_PAD - room, top, room, name, "label", of=card_id(exhibit), max_h=high)
    return [*nodes, title, target(look, exhibit, box)]


def _low_room(look: Look, width: float) -> float:
    return width - 2 * _LOW_PAD - (_PICTURE_W + 20 if _pictured(look) else 0)


def _pictured(look: Look) -> bool:
    return look.landscape and not look.large
