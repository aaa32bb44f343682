"""Three panels a visitor can take in at a glance."""

from __future__ import annotations

from dataclasses import dataclass

from screens.look import Look
from screens.parts import Column, panel
from screens.scene import Box, Icon, Node
from screens.screen import View

_PANELS = (("touch", "ring"), ("aids", "text"), ("ask", "people"))


@dataclass(frozen=True, slots=True)
class HelpState:
    """The page is always the same."""


def view(state: HelpState, look: Look) -> View:
    """Side by side in landscape, one below the other in portrait and large text."""
    content = look.content
    head = look.text(content.x, content.y + 16, content.w, look.t("help.title"), "h1", role="heading")
    area = Box(content.x, head.box.bottom + 24, content.w, content.bottom - head.box.bottom - 24)
    side_by_side = look.landscape and not look.large
    boxes = area.columns(3, 24) if side_by_side else area.rows(3, 20)
    nodes: list[Node] = [head]
    for (name, icon), box in zip(_PANELS, boxes, strict=True):
        nodes += _panel(look, box, name, icon, side_by_side)
    return View(tuple(nodes), hint=look.t("help.hint"))


def _panel(look: Look, box: Box, name: str, icon: str, upright: bool) -> list[Node]:
    size = 112.0 if upright else 80.0
    mark = Icon(Box(box.x + 32, box.y + (36 if upright else (box.h - size) / 2), size, size), icon, "teal")
    inner = Box(box.x + 32, box.y + 172, box.w - 64, box.h - 196)
    if not upright:
        inner = Box(box.x + 144, box.y, box.w - 168, box.h)
        words = look.height(look.t(f"help.{name}.text"), "body", inner.w) + look.height(
            look.t(f"help.{name}.title"), "h3", inner.w
        )
        inner = Box(inner.x, box.y + max(4.0, (box.h - words) / 2), inner.w, box.bottom - box.y)
    column = Column(look, Box(inner.x, inner.y, inner.w, box.bottom - inner.y))
    column.text(look.t(f"help.{name}.title"), "h3")
    column.text(look.t(f"help.{name}.text"), "body", gap=4)
    return [*panel(box, look), mark, *column.nodes]
