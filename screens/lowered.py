"""Low reach on a glass that hangs high: a page is moved down until what is to be pressed lies below the site's line.

The page is laid out as ever. Where all of it already lies low enough nothing here happens; else it is shown a part at a
time, between two buttons above the dock, the first part moved down. Owns when and how far. Leaves to others: the line
(`site`), where a page may be cut (`huge`).
"""

from __future__ import annotations

from screens.enlarge import Lens, leaves
from screens.huge import at, cuts, headings, within
from screens.look import STRIP_H, Look
from screens.parts.buttons import icon_button
from screens.scene import Box, Fill, Layer, Node, Target
from screens.screen import View
from screens.spot import Spot

_BAR = 128.0  # above the dock: the buttons that move the page


def needed(look: Look, view: View) -> bool:
    """Whether something of a page lies above the site's line."""
    if not look.low or look.site is None or view.bare:
        return False
    found = leaves((*view.nodes,))
    return any(one.box.y < look.line - 0.5 for one in found if isinstance(one, Target) and not one.covers)


def layers(look: Look, name: tuple[str, str], view: View, spot: Spot) -> tuple[Layer, Layer, Spot]:
    """The page's own layer with the part that is shown, the one with the buttons over it, and which part that is."""
    width, height = look.size
    window = Box(0, STRIP_H, width, height - look.dock_h - _BAR - STRIP_H)
    parts = cuts(view.nodes, 0.0, height - look.dock_h - 24, window.bottom, look.line, STRIP_H)
    spot = at(spot, (*name, *headings(view.nodes)), len(parts))
    shown = within(Lens(1.0, 0.0, -parts[spot.part]).nodes(view.nodes), window, look)
    return Layer(":".join(name), shown, enters=True), Layer("moves", tuple(_bar(look, spot, window))), spot


def _bar(look: Look, spot: Spot, window: Box) -> list[Node]:
    """Grounds for the strip and for the buttons, and the two buttons."""
    bar = Box(0, window.bottom, window.w, _BAR)
    at_top, at_end = spot.part == 0, spot.part == spot.of - 1
    part = look.t("huge.part", n=spot.part + 1, of=spot.of)
    cells = Box(look.margin, bar.y + 12, window.w - 2 * look.margin, _BAR - 20).columns(2, 24)
    nodes: list[Node] = [
        Fill(Box(0, 0, window.w, STRIP_H), "paper"), Fill(bar, "paper"), Fill(Box(0, bar.y, bar.w, 2), "line"),
    ]  # fmt: skip
    nodes += icon_button(look, cells[0], "dock.up", "up", f"{look.t('huge.up.spoken')}，{part}", disabled=at_top)
    nodes += icon_button(look, cells[1], "dock.down", "down", f"{look.t('huge.down.spoken')}，{part}", disabled=at_end)
    return nodes
