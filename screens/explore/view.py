"""Exhibits as cards under the lens chosen; the search has its own page (`search_view`)."""

from __future__ import annotations

from collections.abc import Callable

from content.schema import Exhibit
from screens.explore import search_view
from screens.explore.model import LINKS, ExploreState
from screens.look import Look
from screens.parts.buttons import button, button_height, chip
from screens.parts.paged import grid, pager, pager_height
from screens.scene import Box, Fill, Node, Picture, Target
from screens.screen import View

_GAP = 12.0
_PICTURE_H = 56.0
_PAD = 24.0


def view(state: ExploreState, look: Look) -> View:
    """Heading and the way to the search, the lenses, the exhibits."""
    if state.searching:
        return search_view.view(state, look)
    content = look.content
    head, bottom = _heading(look)
    top = max(bottom + 12, look.reach_top)
    chips, chips_h = _lenses(state, look, Box(content.x, top, content.w, 0))
    area = Box(content.x, top + chips_h + _GAP, content.w, content.bottom - 8 - (top + chips_h + _GAP))
    return View((*head, *chips, *_cards(state, look, area)), hint=look.t("explore.hint"))


def _heading(look: Look) -> tuple[list[Node], float]:
    content = look.content
    word = look.t("explore.search")
    high = button_height(look, primary=False)
    wide = look.width(word, "label_l") + 140
    beside = look.landscape or not look.low
    room = content.w - (wide + 40 if beside else 0)
    title = look.text(
        content.x, content.y + 16, room, look.t("explore.title"), "h1", role="heading", id="explore.title"
    )
    nodes: list[Node] = [title]
    bottom = title.box.bottom
    if not look.large:
        said = look.text(content.x, bottom + 4, room, look.t("explore.sub"), "meta", color="ink2")
        nodes.append(said)
        bottom = said.box.bottom
    top = content.y + 16 if beside else max(bottom + 12, look.reach_top)
    box = Box(content.right - wide, top, wide, high) if beside else Box(content.x, top, content.w, high)
    nodes += button(look, box, "explore.search", word, "secondary", icon="search")
    if beside:
        return nodes, max(bottom, box.bottom)
    return nodes, box.bottom


def _lenses(state: ExploreState, look: Look, box: Box) -> tuple[list[Node], float]:
    """Everything, the five links, the four powers, in as many lines as they need; a power's line begins anew."""
    top = max(box.y, look.reach_top)
    line = 112.0 if look.large else 96.0
    nodes: list[Node] = []
    x, y = box.x, top
    wanted = ["all", *state.lenses]
    first_power = next((one for one in state.lenses if one not in LINKS), "")
    for name in wanted:
        text = look.t(f"explore.lens.{name}")
        on = name == (state.lens or "all")
        wide = max(96.0, look.width(text, "label") + 56)
        if x > box.x and (x + wide > box.right or (name == first_power and not look.landscape)):
            x, y = box.x, y + line
        drawn, wide = chip(look, x, y, f"explore.lens.{name}", text, on)
        nodes += drawn
        x += wide + _GAP
    return nodes, y + line - box.y


def _cards(state: ExploreState, look: Look, area: Box) -> list[Node]:
    columns = (3 if look.large else 5) if look.landscape else (2 if look.large else 3)
    need = _need(state, look)
    cells = grid(area, len(state.shown), need, state.page, columns=columns, gap=20)
    pages = cells.pages
    nodes: list[Node] = []
    if pages > 1:
        high = pager_height(look)
        room = Box(area.x, area.y, area.w, area.h - high - 16)
        cells = grid(room, len(state.shown), need, state.page, columns=columns, gap=20)
        pages = cells.pages
        words = (look.t("page.previous"), look.t("page.next"))
        foot = Box(area.x, area.bottom - high, area.w, high)
        nodes += pager(look, foot, "explore", words, state.page, pages)
    shown = state.shown[cells.first : cells.first + len(cells.cells)]
    for exhibit, box in zip(shown, cells.cells, strict=True):
        nodes += _card(look, exhibit, box)
    return nodes


def _need(state: ExploreState, look: Look) -> Callable[[float], float]:
    """What the tallest card asks for at a width: picture, title, one line on what it is."""

    def height(width: float) -> float:
        words = max((_words_h(look, one, width - 2 * _PAD) for one in state.shown), default=0.0)
        return words + 2 * 20 + (0 if look.large else _PICTURE_H + 12)

    return height


def _words_h(look: Look, exhibit: Exhibit, width: float) -> float:
    return look.height(look.say(exhibit.title), "card", width) + 4 + look.height(_second(look, exhibit), "meta", width)


def _second(look: Look, exhibit: Exhibit) -> str:
    return look.t("explore.minutes", n=exhibit.minutes)


def _card(look: Look, exhibit: Exhibit, box: Box) -> list[Node]:
    """Picture on top, title and how long it takes below; all of it is the target."""
    id, name = f"explore.exhibit.{exhibit.id}", look.say(exhibit.title)
    room = box.w - 2 * _PAD
    words = _words_h(look, exhibit, room)
    nodes: list[Node] = [Fill(box, "raised", 12, "control", 4.0 if look.variant.theme == "contrast" else 2.0)]
    top = box.bottom - 20 - words
    if not look.large:
        picture = Box(box.x + _PAD, box.y + 20, room, top - box.y - 32)
        nodes.append(Picture(picture, exhibit.picture))
    else:
        top = box.y + (box.h - words) / 2
    title = look.text(box.x + _PAD, top, room, name, "card", of=id, max_h=words)
    second = look.text(box.x + _PAD, title.box.bottom + 4, room, _second(look, exhibit), "meta", color="ink2", of=id)
    spoken = f"{name}，{look.say(exhibit.subtitle)}"
    return [*nodes, title, second, Target(box, id, "button", name, spoken)]
