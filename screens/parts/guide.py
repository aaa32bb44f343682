"""What leads a tour, drawn in the dock around whatever is shown: where one is, the time, and what the leader may do."""

from __future__ import annotations

from dataclasses import dataclass

from screens.look import Look
from screens.scene import Box, Fill, Icon, Label, Node, Target
from screens.tokens import TextStyle

_ICON = 44.0
_ITEM_W = (116.0, 98.0)


@dataclass(frozen=True, slots=True)
class GuideItem:
    """One thing the leader may do."""

    id: str
    icon: str
    text: str
    spoken: str = ""
    disabled: bool = False


@dataclass(frozen=True, slots=True)
class Guide:
    """A tour in the dock: two lines (which stop, how long), the items, and the one item that stands for all of them.

    `status` is said in the strip; `leaves` keeps the way home in the dock.
    """

    lines: tuple[str, str]
    items: tuple[GuideItem, ...]
    more: GuideItem
    status: str = ""
    leaves: bool = False


def guide_bar(look: Look, middle: Box, guide: Guide, style: TextStyle) -> list[Node]:
    """The lines and the items in the middle of the dock; the lines or all but one item go where there is no room."""
    small = look.tokens.style("dock", "normal")
    longest = max((look.ruler(one.text, small) for one in guide.items), default=0.0)
    widths = [wide for wide in _ITEM_W if len(guide.items) * wide + 32 <= middle.w and longest <= wide - 4]
    said = [wide for wide in widths if _lines(look, Box(0, 0, middle.w - len(guide.items) * wide - 32, 1), guide.lines)]
    if not widths:
        wide = min(2 * _ITEM_W[0], middle.w)
        cell = Box(middle.center[0] - wide / 2, middle.y + 8, wide, middle.h - 16)
        return guide_item(look, cell, guide.more, style)
    wide = (said or widths)[0]
    items_w = len(guide.items) * wide
    nodes = _lines(look, Box(middle.x, middle.y, middle.w - items_w - 32, middle.h), guide.lines)
    left = middle.right - items_w if nodes else middle.center[0] - items_w / 2
    worn = style if all(look.ruler(one.text, style) <= wide - 8 for one in guide.items) else small
    for i, item in enumerate(guide.items):
        nodes += guide_item(look, Box(left + i * wide, middle.y + 8, wide, middle.h - 16), item, worn)
    return nodes


def _lines(look: Look, box: Box, lines: tuple[str, str]) -> list[Node]:
    """Both lines, or nothing: half of it would say nothing."""
    if any(look.width(line, "meta") > box.w for line in lines):
        return []
    step = look.style("meta").line
    top = box.center[1] - step
    return [
        look.text(box.x, top + i * step, box.w, line, "meta", color="ink" if i == 0 else "ink2", role="status")
        for i, line in enumerate(lines)
    ]


def guide_item(look: Look, box: Box, item: GuideItem, style: TextStyle) -> list[Node]:
    """An icon over its word, as the dock's own items are, with an edge: it leads the tour, not this screen."""
    ink = "disabled_text" if item.disabled else "ink"
    top = box.y + (box.h - _ICON - 4 - style.line) / 2
    frame = Fill(box.inset(4, 0), None, 12, "control", 2, dashed=item.disabled)
    return [
        frame,
        Icon(Box(box.center[0] - _ICON / 2, top, _ICON, _ICON), item.icon, ink),
        Label(
            Box(box.x, top + _ICON + 4, box.w, style.line), (item.text,), style, ink, "center", full=item.text,
            of=item.id, overflow=look.ruler(item.text, style) > box.w,
        ),
        Target(box, item.id, "button", item.text, item.spoken or item.text, None, item.disabled),
    ]  # fmt: skip
