"""Nodes drawn larger and elsewhere: what huge text does to a page that was laid out on a canvas of its own.

Owns the arithmetic of one node. Leaves to others: which canvas, how large, and which part of the page (`huge`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields, replace
from typing import Any

from screens.scene import Box, Drift, Group, Label, Node, Target
from screens.tokens import TextStyle

_LENGTHS = ("radius", "border_w", "outline_w", "width", "dash", "r", "inset", "pen")


@dataclass(frozen=True, slots=True)
class Lens:
    """Takes a place (x, y) of the page to (dx + x * zoom, dy + y * zoom) on the glass."""

    zoom: float
    dx: float = 0.0
    dy: float = 0.0

    def box(self, box: Box) -> Box:
        """A box of the page on the glass."""
        zoom = self.zoom
        return Box(self.dx + box.x * zoom, self.dy + box.y * zoom, box.w * zoom, box.h * zoom)

    def nodes(self, nodes: Iterable[Node]) -> tuple[Node, ...]:
        """Nodes of the page on the glass."""
        return tuple(self.node(one) for one in nodes)

    def node(self, node: Node) -> Node:
        """A node of the page on the glass."""
        if isinstance(node, Group):
            return replace(node, nodes=self.nodes(node.nodes), dx=node.dx * self.zoom, dy=node.dy * self.zoom)
        if isinstance(node, Drift):
            path = tuple((x * self.zoom, y * self.zoom) for x, y in node.points)
            return replace(node, nodes=self.nodes(node.nodes), points=path)
        return replace(node, **dict(self._changes(node)))

    def _changes(self, node: Any) -> Iterator[tuple[str, Any]]:
        names = {one.name for one in fields(node)}
        if "box" in names:
            yield "box", self.box(node.box)
        if "points" in names:
            yield "points", tuple((self.dx + x * self.zoom, self.dy + y * self.zoom) for x, y in node.points)
        if "samples" in names:
            places = ((self.dx + x * self.zoom, self.dy + y * self.zoom, w * self.zoom) for x, y, w in node.samples)
            yield "samples", tuple(places)
        if "instead" in names:
            yield "instead", self.nodes(node.instead)
        if "style" in names:
            yield "style", enlarged(node.style, self.zoom)
        if {"x", "y", "r"} <= names:
            yield "x", self.dx + node.x * self.zoom
            yield "y", self.dy + node.y * self.zoom
        for name in _LENGTHS:
            if name in names:
                yield name, getattr(node, name) * self.zoom


def enlarged(style: TextStyle, zoom: float) -> TextStyle:
    """A text style larger."""
    return TextStyle(style.name, style.face, style.size * zoom, style.line * zoom)


def leaves(
    nodes: Iterable[Node], dx: float = 0.0, dy: float = 0.0, *, instead: bool = True
) -> Iterator[Label | Target]:
    """Labels and targets where they rest on the page, those in groups (and in place of pictures) included."""
    for node in nodes:
        if isinstance(node, Group):
            yield from leaves(node.nodes, dx + node.dx, dy + node.dy, instead=instead)
        elif isinstance(node, Label | Target):
            yield replace(node, box=node.box.moved(dx, dy)) if dx or dy else node
        elif instead:
            yield from leaves(getattr(node, "instead", ()), dx, dy)


def each(nodes: Iterable[Node], change: Callable[[Target, float, float], Target | None]) -> tuple[Node, ...]:
    """The nodes with every target changed (told where its group stands), or gone where the change is None."""
    return tuple(_each(nodes, change, 0.0, 0.0))


def _each(nodes: Iterable[Node], change: Callable[..., Target | None], dx: float, dy: float) -> Iterator[Node]:
    for node in nodes:
        if isinstance(node, Group):
            yield replace(node, nodes=tuple(_each(node.nodes, change, dx + node.dx, dy + node.dy)))
        elif isinstance(node, Target):
            changed = change(node, dx, dy)
            if changed is not None:
                yield changed
        else:
            yield node
