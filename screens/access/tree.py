"""A scene as things with a role, a name and a state, in the order in which they are read and focused.

Built from what views already give: a target's `label` and `spoken`, a label's words. Words drawn on a target belong to
it and are no thing of their own. Behind a blocking layer nothing is there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from screens.scene import Box, Drift, Film, Group, Label, Layer, Node, Photo, Picture, Qr, Role, Scene, Target

Live = Literal["", "polite", "urgent"]
Action = Literal["press", "more", "less"]
SLOP = 12.0  # how far beside a text a finger still hears it


@dataclass(frozen=True, slots=True)
class Item:
    """One thing. `target` is what a press is sent to; empty for what is only read.

    `checked` is the state of a switch, `selected` of a choice. `share` is where a slider stands, `level` the rank of a
    heading. What is `live` is told when it changes.
    """

    id: str
    role: Role
    name: str
    box: Box
    target: str = ""
    checked: bool | None = None
    selected: bool | None = None
    expanded: bool | None = None
    disabled: bool = False
    covers: bool = False
    value: str = ""
    share: float | None = None
    level: int = 0
    live: Live = ""
    pen: bool = False  # what is written on with a finger

    @property
    def actions(self) -> tuple[Action, ...]:
        """What can be done with it now."""
        if not self.target or self.disabled:
            return ()
        return ("more", "less") if self.role == "slider" else ("press",)


@dataclass(frozen=True, slots=True)
class Tree:
    """Everything that is there. `place` changes with the page, `modal` names the layer that hides the rest."""

    place: str
    modal: str
    items: tuple[Item, ...]

    @property
    def title(self) -> str:
        """The name of the page: the first of its highest headings, else the first thing that is read."""
        headings = [one for one in self.items if one.role == "heading"]
        if headings:
            return min(headings, key=lambda one: one.level).name
        return next((one.name for one in self.items if one.role == "text"), "")

    def find(self, id: str) -> Item | None:
        """The thing of that id."""
        return next((one for one in self.items if one.id == id), None)

    def at(self, x: float, y: float) -> Item | None:
        """What lies under a finger: the topmost target, else the smallest text or picture, else a page-wide target."""
        pressed = [one for one in self.items if one.target and one.box.contains(x, y)]
        for one in reversed(pressed):
            if not one.covers:
                return one
        read = [one for one in self.items if not one.target and one.box.contains(x, y, SLOP)]
        if read:
            return min(read, key=lambda one: one.box.w * one.box.h)
        return pressed[-1] if pressed else None

    def pressable(self) -> tuple[Item, ...]:
        """What can be pressed or moved."""
        return tuple(one for one in self.items if one.target)


def tree_of(scene: Scene) -> Tree:
    """The things of a scene. Targets that ask for a long press (staff only) are left out: names lead to no hold."""
    layers, modal = scene.layers, ""
    for number, layer in enumerate(scene.layers):
        if layer.blocks:
            layers, modal = scene.layers[number:], layer.name
    items: list[Item] = []
    for layer in layers:
        items += _layer(layer)
    return Tree(scene.layers[1].name if len(scene.layers) > 1 else scene.screen, modal, tuple(items))


def _layer(layer: Layer) -> list[Item]:
    placed = list(_placed(layer.nodes, 0.0, 0.0))
    targets = [one for one in placed if isinstance(one, Target) and not one.hold_ms]
    items: list[Item] = []
    seen: dict[str, int] = {}
    for node in placed:
        if isinstance(node, Target):
            if not node.hold_ms:
                items.append(_target(node))
            continue
        item = _read(node, layer.name, seen)
        if item is not None and not _is_drawn_on(item, targets):
            items.append(item)
    return items


def _placed(nodes: tuple[Node, ...], dx: float, dy: float) -> Iterator[Node]:
    """The nodes where they come to rest, groups opened."""
    for node in nodes:
        if isinstance(node, Group):
            yield from _placed(node.nodes, dx + node.dx, dy + node.dy)
        elif isinstance(node, Drift):
            yield from _placed(node.nodes, dx, dy)
        elif isinstance(node, Label | Picture | Photo | Film | Qr | Target):
            yield replace(node, box=node.box.moved(dx, dy)) if dx or dy else node


def _target(node: Target) -> Item:
    name = node.label if node.role == "slider" and node.label else node.spoken or node.label
    value = node.spoken if node.role == "slider" and node.spoken != node.label else ""
    choice = node.role in ("tab", "option")
    return Item(
        node.id, node.role, name, node.box, node.id, disabled=node.disabled, covers=node.covers, value=value,
        checked=None if choice else node.on, selected=node.on if choice else None, expanded=node.expanded,
        share=node.share, pen=bool(node.pen),
    )  # fmt: skip


def _read(node: Node, layer: str, seen: dict[str, int]) -> Item | None:
    """A text, a picture or a code that is said; None for what only decorates or belongs to a target."""
    if isinstance(node, Label):
        name, role, id = node.spoken or node.full, node.role, node.id
        if node.of or not name.strip() or role == "caption":  # a film's captions are for eyes: it is told as a picture
            return None
    elif isinstance(node, Picture | Photo | Film | Qr):
        name, role, id = node.spoken, "qr" if isinstance(node, Qr) else "image", node.id
        if not name:
            return None
    else:
        return None
    key = id or f"{layer}.{role}"
    seen[key] = seen.get(key, -1) + 1
    level = _level(node) if role == "heading" else 0
    live: Live = "polite" if role == "status" or layer == "toast" else ""
    return Item(id if id and not seen[key] else f"{key}.{seen[key]}", role, name, node.box, level=level, live=live)


def _level(node: Node) -> int:
    """The rank of a heading by its style: a page's question, a panel's title, a group's."""
    style = node.style.name if isinstance(node, Label) else ""
    if style.startswith("display") or style == "h1":
        return 1
    return 2 if style == "h2" else 3


def _is_drawn_on(item: Item, targets: list[Target]) -> bool:
    """Whether a text stands on a target that says the same words."""
    x, y = item.box.center
    return any(not one.covers and one.box.contains(x, y) and item.name in (one.spoken or one.label) for one in targets)
