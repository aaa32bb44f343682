"""The exhibits under a lens as cards; as low ones where others would need more pages, since a page costs a touch."""

from __future__ import annotations

from content.schema import Exhibit
from screens.explore.model import ExploreState
from screens.look import Look
from screens.parts.paged import Grid, grid, pager, pager_height
from screens.scene import Box, Fill, Node, Picture, Target

_GAP, _LOW_GAP = 20.0, 12.0
_PICTURE_H, _PICTURE_W = 56.0, 128.0
_LEAST_PICTURE = 72.0
_PAD, _LOW_PAD = 24.0, 16.0


def cards(state: ExploreState, look: Look, area: Box) -> list[Node]:
    """All cards, or a page of them with the pager below."""
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
    return grid(area, len(state.shown), need, state.page, columns=columns, gap=_LOW_GAP if low else _GAP)


def _words_h(look: Look, exhibit: Exhibit, width: float) -> float:
    return look.height(look.say(exhibit.title), "card", width) + 4 + look.height(_second(look, exhibit), "meta", width)


def _second(look: Look, exhibit: Exhibit) -> str:
    return look.t("explore.minutes", n=exhibit.minutes)


def _card(look: Look, exhibit: Exhibit, box: Box, spare: float) -> list[Node]:
    """Picture on top, title and how long it takes below; all of it is the target."""
    id, name = _id(exhibit), look.say(exhibit.title)
    room = box.w - 2 * _PAD
    words = _words_h(look, exhibit, room)
    nodes = _frame(look, box)
    top = box.bottom - 20 - words
    if not look.large:
        picture = Box(box.x + _PAD, box.y + 20, room, top - box.y - 32)
        nodes.append(Picture(picture, exhibit.picture))
    elif spare >= _LEAST_PICTURE:
        nodes.append(Picture(Box(box.x + _PAD, box.y + 20, room, spare), exhibit.picture))
        top = box.y + 20 + spare + 12
    else:
        top = box.y + (box.h - words) / 2
    title = look.text(box.x + _PAD, top, room, name, "card", of=id, max_h=words)
    second = look.text(box.x + _PAD, title.box.bottom + 4, room, _second(look, exhibit), "meta", color="ink2", of=id)
    return [*nodes, title, second, _target(look, exhibit, box)]


def _low_card(look: Look, exhibit: Exhibit, box: Box, spare: float) -> list[Node]:
    """The picture at the left, or above where a page has room, and the title."""
    nodes = _frame(look, box)
    room = _low_room(look, box.w)
    if _pictured(look):
        nodes.append(Picture(Box(box.x + _LOW_PAD, box.y + 12, _PICTURE_W, box.h - 24), exhibit.picture))
    name = look.say(exhibit.title)
    high = look.height(name, "label", room)
    top = box.y + (box.h - high) / 2
    if not _pictured(look) and spare >= _LEAST_PICTURE:
        nodes.append(Picture(Box(box.x + _LOW_PAD, box.y + 20, room, spare), exhibit.picture))
        top = box.y + 20 + spare + 12
    title = look.text(box.right - _LOW_PAD - room, top, room, name, "label", of=_id(exhibit), max_h=high)
    return [*nodes, title, _target(look, exhibit, box)]


def _low_room(look: Look, width: float) -> float:
    return width - 2 * _LOW_PAD - (_PICTURE_W + 20 if _pictured(look) else 0)


def _pictured(look: Look) -> bool:
    return look.landscape and not look.large


def _frame(look: Look, box: Box) -> list[Node]:
    return [Fill(box, "raised", 12, "control", 4.0 if look.variant.theme == "contrast" else 2.0)]


def _id(exhibit: Exhibit) -> str:
    return f"explore.exhibit.{exhibit.id}"


def _target(look: Look, exhibit: Exhibit, box: Box) -> Target:
    name = look.say(exhibit.title)
    return Target(box, _id(exhibit), "button", name, f"{name}，{look.say(exhibit.subtitle)}")
