"""Exhibits as cards under the lens chosen; the search has its own page (`search_view`)."""

from __future__ import annotations

from screens.explore import search_view
from screens.explore.cards import cards
from screens.explore.model import LINKS, ExploreState
from screens.look import Look
from screens.parts.buttons import button, button_height, chip
from screens.scene import Box, Node
from screens.screen import View

_GAP = 12.0


def view(state: ExploreState, look: Look) -> View:
    """Heading and the way to the search, the lenses, the exhibits."""
    if state.searching:
        return search_view.view(state, look)
    content = look.content
    head, bottom = _heading(look)
    top = max(bottom + 12, look.reach_top)
    chips, chips_h = _lenses(state, look, Box(content.x, top, content.w, 0))
    area = Box(content.x, top + chips_h + _GAP, content.w, content.bottom - 8 - (top + chips_h + _GAP))
    return View((*head, *chips, *cards(state, look, area)), hint=look.t("explore.hint"))


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
    """Everything, the five links, the four powers, in as many lines as they need.

    A power's line begins anew where letters leave room for that.
    """
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
        if x > box.x and (x + wide > box.right or (name == first_power and not look.landscape and not look.large)):
            x, y = box.x, y + line
        drawn, wide = chip(look, x, y, f"explore.lens.{name}", text, on)
        nodes += drawn
        x += wide + _GAP
    return nodes, y + line - box.y
