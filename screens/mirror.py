"""A composed page turned round for readers from right to left: the one place where that happens.

Views lay out from the left and know nothing of it. Rows, alignment, arrows, sliders and what travels are turned; what
has a direction of its own stays as it is and only changes sides: keyboards, a map, handwriting, codes, pictures.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, Final

from screens import look
from screens.scene import (
    Align,
    Box,
    Disc,
    Drift,
    Fill,
    Film,
    Group,
    Icon,
    Ink,
    Label,
    Layer,
    Node,
    Photo,
    Picture,
    Qr,
    Scene,
    Shape,
    Stroke,
    Target,
)

#: Icons that point to where one goes or comes from.
DIRECTED: Final = frozenset({"back", "next", "chev", "undo", "bksp", "list", "speak", "share"})
#: Drawings that views lay points and words over: they turn with them.
_TURNED: Final = ("scene",)
#: Targets of a block that keeps its inner directions, by the beginning of their ids.
_WHOLE: Final = ("keys.", "pin.", "deputies.initial.", "explore.letter.", "tiles.tile.", "tiles.zone.")
_ALIGNED: Final[dict[Align, Align]] = {"left": "right", "right": "left", "center": "center"}
_SLOP = 40.0


class Mirror:
    """Turns scenes round; the last one is remembered, since an unchanged scene is asked for again and again."""

    def __init__(self) -> None:
        self._last: tuple[Scene, Scene] | None = None

    def of(self, scene: Scene, landscape: bool) -> Scene:
        """The scene for readers from the right."""
        if self._last is None or self._last[0] is not scene:
            wide = (look.LANDSCAPE if landscape else look.PORTRAIT)[0]
            self._last = (scene, replace(scene, layers=tuple(_layer(one, wide) for one in scene.layers)))
        return self._last[1]


def _layer(layer: Layer, wide: float) -> Layer:
    return replace(layer, nodes=turned(layer.nodes, wide))


def turned(nodes: tuple[Node, ...], wide: float) -> tuple[Node, ...]:
    """The nodes on the other side of a canvas that wide."""
    blocks = _blocks(nodes)
    found: list[Node] = []
    for node in nodes:
        block = next((one for one in blocks if _within(node, one)), None)
        if block is not None:
            found.append(_shifted(node, wide - block.right - block.x))
        else:
            found.append(_TURN[type(node)](node, wide))
    return tuple(found)


# ---- what stays as it is ----------------------------------------


def _blocks(nodes: Iterable[Node]) -> list[Box]:
    """Where keyboards, maps and pads lie."""
    own: dict[str, list[Box]] = {}
    pads: list[Box] = []
    for node in nodes:
        if isinstance(node, Target):
            start = next((one for one in _WHOLE if node.id.startswith(one)), None)
            if start:
                own.setdefault(start, []).append(node.box)
            elif node.pen:
                pads.append(node.box)
    return [_around(boxes) for boxes in own.values()] + pads


def _around(boxes: list[Box]) -> Box:
    left, top = min(one.x for one in boxes), min(one.y for one in boxes)
    return Box(left, top, max(one.right for one in boxes) - left, max(one.bottom for one in boxes) - top)


def _within(node: Node, block: Box) -> bool:
    box = _box(node)
    return (
        box is not None
        and box.x >= block.x - _SLOP
        and box.right <= block.right + _SLOP
        and box.y >= block.y - _SLOP
        and box.bottom <= block.bottom + _SLOP
        and block.contains(*box.center)
    )


def _box(node: Node) -> Box | None:
    if isinstance(node, Stroke | Shape):
        xs, ys = [x for x, _ in node.points], [y for _, y in node.points]
        return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
    if isinstance(node, Ink):
        xs, ys = [one[0] for one in node.samples], [one[1] for one in node.samples]
        return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
    if isinstance(node, Disc):
        return Box(node.x - node.r, node.y - node.r, 2 * node.r, 2 * node.r)
    return getattr(node, "box", None)


def _shifted(node: Node, dx: float) -> Node:
    """Moved as it is; letters still begin where they began."""
    if isinstance(node, Stroke | Shape):
        return replace(node, points=tuple((x + dx, y) for x, y in node.points))
    if isinstance(node, Ink):
        return replace(node, samples=tuple((one[0] + dx, *one[1:]) for one in node.samples))
    if isinstance(node, Disc):
        return replace(node, x=node.x + dx)
    if isinstance(node, Group | Drift):
        return replace(node, nodes=tuple(_shifted(one, dx) for one in node.nodes))
    return replace(node, box=node.box.moved(dx, 0))


# ---- what is turned ----------------------------------------


def _flipped(box: Box, wide: float) -> Box:
    return Box(wide - box.right, box.y, box.w, box.h)


def _simple(node: Any, wide: float) -> Node:
    return replace(node, box=_flipped(node.box, wide))  # type: ignore[no-any-return]


def _label(node: Label, wide: float) -> Node:
    return replace(node, box=_flipped(node.box, wide), align=_ALIGNED[node.align])


def _icon(node: Icon, wide: float) -> Node:
    return replace(node, box=_flipped(node.box, wide), flip=node.name in DIRECTED)


def _picture(node: Picture, wide: float) -> Node:
    return replace(node, box=_flipped(node.box, wide), flip=node.name.startswith(_TURNED))


def _instead(node: Photo | Film, wide: float) -> Node:
    return replace(node, box=_flipped(node.box, wide), instead=turned(node.instead, wide))


def _points(node: Stroke | Shape, wide: float) -> Node:
    return replace(node, points=tuple((wide - x, y) for x, y in node.points))


def _ink(node: Ink, wide: float) -> Node:
    """Writing is never turned round; the box it was written in is."""
    box = _box(node)
    assert box is not None
    return _shifted(node, wide - box.right - box.x)


def _disc(node: Disc, wide: float) -> Node:
    return replace(node, x=wide - node.x, start=360.0 - node.end, end=360.0 - node.start)


def _target(node: Target, wide: float) -> Node:
    return replace(node, box=_flipped(node.box, wide), turned=node.slides == "x")


def _group(node: Group, wide: float) -> Node:
    if node.whole:
        boxes = [box for one in node.nodes if (box := _box(one)) is not None]
        around = _around(boxes) if boxes else Box(0, 0, wide, 0)
        dx = wide - around.right - around.x
        return replace(node, nodes=tuple(_shifted(one, dx) for one in node.nodes), dx=-node.dx)
    return replace(node, nodes=turned(node.nodes, wide), dx=-node.dx)


def _drift(node: Drift, wide: float) -> Node:
    return replace(node, nodes=turned(node.nodes, wide), points=tuple((-x, y) for x, y in node.points))


_TURN: Final[dict[type, Callable[[Any, float], Node]]] = {
    Fill: _simple, Label: _label, Icon: _icon, Picture: _picture, Photo: _instead, Film: _instead, Stroke: _points,
    Ink: _ink, Shape: _points, Disc: _disc, Qr: _simple, Target: _target, Group: _group, Drift: _drift,
}  # fmt: skip
