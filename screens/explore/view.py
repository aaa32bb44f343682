"""Exhibits as cards under the lens chosen; the search has its own page (`search_view`)."""

from __future__ import annotations

from screens.explore import search_view
from screens.explore.cards import cards
from screens.explore.model import LINKS, ExploreState
from screens.look import Look
from screens.parts.buttons import button, button_height, chip
from screens.scene import Box, Node, Picture
from screens.screen import View

_GAP = 12.0
_LEAST_ART, _MOST_ART = 160.0, 240.0


def view(state: ExploreState, look: Look) -> View:
    """Heading and the way to the search, the lenses, the exhibits."""
    if state.searching:
        return search_view.view(state, look)
    content = look.content
    head, bottom = _heading(look)
    top = max(bottom + 12, look.reach_top)
    chips, chips_h = _lenses(state, look, Box(content.x, top, content.w, 0))
    area = Box(content.x, top + chips_h + _GAP, content.w, content.bottom - 8 - (top + chips_h + _GAP))
    above = _above(look, bottom, top) if look.reach_top else []
    return View((*head, *above, *chips, *cards(state, look, area)), hint=look.t("explore.hint"))


def _beside(look: Look) -> bool:
    """Whether the way to the search stands beside the heading; else it ends the lenses, within low reach."""
    return look.landscape or not look.low


def _search(look: Look, x: float, y: float) -> tuple[list[Node], float]:
    word = look.t("explore.search")
    wide = look.width(word, "label_l") + 140
    box = Box(x, y, wide, button_height(look, primary=False))
    return button(look, box, "explore.search", word, "secondary", icon="search"), wide


def _heading(look: Look) -> tuple[list[Node], float]:
    content = look.content
    wide = _search(look, 0, 0)[1] if _beside(look) else 0.0
    nodes: list[Node] = _search(look, content.right - wide, content.y + 16)[0] if _beside(look) else []
    room = content.w - (wide + 40 if nodes else 0)
    title = look.text(
        content.x, content.y + 16, room, look.t("explore.title"), "h1", role="heading", id="explore.title"
    )
    bottom = title.box.bottom
    said: list[Node] = []
    if not look.large or look.reach_top:
        below = look.text(content.x, bottom + 4, room, look.t("explore.sub"), "meta", color="ink2")
        said, bottom = [below], below.box.bottom
    if nodes:
        bottom = max(bottom, content.y + 16 + button_height(look, primary=False))
    return [title, *said, *nodes], bottom


def _above(look: Look, top: float, bottom: float) -> list[Node]:
    """What can be touched lies low: above it the wheel of the five links, where there is room."""
    room = Box(look.content.x, top + 32, look.content.w, bottom - top - 64)
    high = min(room.h, _MOST_ART)
    return [Picture(Box(room.x, room.y + (room.h - high) / 2, room.w, high), "mini_all")] if high >= _LEAST_ART else []


def _chip_width(look: Look, name: str) -> float:
    return max(96.0, look.width(look.t(f"explore.lens.{name}"), "label") + 56)


def _lenses(state: ExploreState, look: Look, box: Box) -> tuple[list[Node], float]:
    """Everything, the five links, the four powers, in as many lines as they need.

    A power's line begins anew where letters leave room for that.
    """
    top = max(box.y, look.reach_top)
    line = 112.0 if look.large else 96.0
    nodes: list[Node] = []
    x, y = box.x, top
    wanted = ["all", *state.lenses]
    first_power = next((one for one in state.lenses if one not in LINKS), "")
    links = [one for one in wanted if one == "all" or one in LINKS]
    anew = {first_power} if not look.landscape and not look.large else set()
    if anew and sum(_chip_width(look, one) + _GAP for one in links) - _GAP > box.w:
        anew.add(links[-(-len(links) // 2)])  # two lines alike, no lone one
    for name in wanted:
        text = look.t(f"explore.lens.{name}")
        on = name == (state.lens or "all")
        wide = _chip_width(look, name)
        if x > box.x and (x + wide > box.right or name in anew):
            x, y = box.x, y + line
        drawn, wide = chip(look, x, y, f"explore.lens.{name}", text, on)
        nodes += drawn
        x += wide + _GAP
    if not _beside(look):
        high = button_height(look, primary=False)
        if x + _search(look, 0, 0)[1] > box.right:
            x, y = box.x, y + line
        nodes += _search(look, box.right - _search(look, 0, 0)[1], y)[0]
        line = max(line, high)
    return nodes, y + line - box.y
