"""Facts between fine lines: the label beside the value, or above it where labels are long; paged where they need it."""

from __future__ import annotations

from dataclasses import dataclass

from screens.look import Look
from screens.parts.paged import pager, pager_height
from screens.scene import Box, Fill, Node

_TIGHT, _LOOSE = 26.0, 54.0  # px above and below a row's text together


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of (label, value) in a box. `beside` keeps that much room free at the right of the page buttons.

    A table that keeps such room keeps the whole line free, whether or not it has page buttons.
    """

    look: Look
    box: Box
    rows: list[tuple[str, str]]
    beside: float = 0.0

    def page(self, number: int) -> list[Node]:
        """The rows of a page; `number` counts modulo the pages."""
        line = pager_height(self.look) + 16
        pages = self._packed(self.box.h - (line if self.beside else 0))
        if len(pages) > 1:
            pages = self._packed(self.box.h - line)
        here = number % len(pages)
        nodes = self._drawn(pages[here], self.box.h - (line if self.beside or len(pages) > 1 else 0))
        if len(pages) > 1:
            high = pager_height(self.look)
            foot = Box(self.box.x, self.box.bottom - high, self.box.w - self.beside, high)
            words = (self.look.t("page.previous"), self.look.t("page.next"))
            nodes += pager(self.look, foot, "deputies", words, here, len(pages))
        return nodes

    def _drawn(self, shown: list[int], room: float) -> list[Node]:
        used = sum(self._height(i) for i in shown)
        spare = min(_LOOSE - _TIGHT, max(0.0, room - used - 2) / max(1, len(shown)))
        nodes: list[Node] = []
        y, box = self.box.y, self.box
        for i in shown:
            label, value = self.rows[i]
            nodes.append(Fill(Box(box.x, y, box.w, 2), "line"))
            top = y + (_TIGHT + spare) / 2 + 1
            drop = (self.look.style("body").line - self.look.style("meta").line) / 2
            left, down = (0.0, self.look.style("meta").line) if self._stacked else (self._label_w, 0.0)
            nodes.append(
                self.look.text(
                    box.x, top + (0 if self._stacked else drop), box.w if self._stacked else self._label_w, label,
                    "meta", color="ink2",
                )
            )  # fmt: skip
            limit = box.y + room - top - down
            nodes.append(self.look.text(box.x + left, top + down, box.w - left, value, "body", max_h=limit))
            y += self._height(i) + spare
        return [*nodes, Fill(Box(box.x, y, box.w, 2), "line")]

    @property
    def _label_w(self) -> float:
        return max((self.look.width(label, "meta") for label, _ in self.rows), default=0.0) + 32

    @property
    def _stacked(self) -> bool:
        return self._label_w > self.box.w * 0.34

    def _height(self, i: int) -> float:
        value = self.rows[i][1]
        if self._stacked:
            return self.look.style("meta").line + self.look.height(value, "body", self.box.w) + _TIGHT
        return self.look.height(value, "body", self.box.w - self._label_w) + _TIGHT

    def _packed(self, room: float) -> list[list[int]]:
        pages: list[list[int]] = [[]]
        used = 0.0
        for i in range(len(self.rows)):
            high = self._height(i)
            if pages[-1] and used + high > room - 2:
                pages.append([])
                used = 0.0
            pages[-1].append(i)
            used += high
        return pages
