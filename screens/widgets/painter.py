"""Draws scenes: each node becomes a handful of Kivy instructions, and is drawn again only when it changed.

Keeps for every layer the nodes it drew and their instructions, so that a new scene costs what differs from the old.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import Any

from kivy.graphics import InstructionGroup, PopMatrix, PushMatrix, Translate

from screens.scene import Box, Drift, Film, Group, Layer, Node, Scene
from screens.widgets.brushes import Brushes, Drawn
from screens.widgets.damage import Damage
from screens.widgets.frame import Frame
from screens.widgets.glyphs import Glyphs
from screens.widgets.motion import Motion
from screens.widgets.reels import Reels
from screens.widgets.textures import Textures


@dataclass
class _Kept:
    """A node as drawn: its instructions, what the description needs, and what lies inside a group."""

    node: Node
    ink: InstructionGroup
    drawn: list[Drawn]
    inner: list[_Kept]
    slide: Any = None


@dataclass
class _KeptLayer:
    layer: Layer
    ink: InstructionGroup
    items: list[_Kept]


class Painter:
    """Owns the instructions of the whole glass. `frame` maps design pixels to the window."""

    def __init__(
        self, canvas: Any, frame: Frame, theme: str, reduced_motion: bool, textures: Textures,
        reels: Reels | None = None,
    ) -> None:  # fmt: skip
        self.frame = frame
        self.glyphs = Glyphs(frame.scale)
        self.damage = Damage(frame)
        self.brushes = Brushes(frame, self.glyphs, textures, reels, lambda box: self.damage.add(box))
        self.motion = Motion(frame.scale, self.damage)
        self._root = InstructionGroup()
        canvas.add(self._root)
        self._layers: list[_KeptLayer] = []
        self.wear(theme, reduced_motion)

    def wear(self, theme: str, reduced_motion: bool) -> None:
        """Change the theme: everything is drawn anew."""
        self.brushes.wear(theme)
        self.motion.reduced = reduced_motion
        self._layers = []
        self._root.clear()
        self.damage.all()

    def forget(self) -> None:
        """Drop every picture and width of a text, and what is drawn: a visitor's words may be among them."""
        self.motion.finish()
        self.motion.keep(set())
        self.glyphs.forget()
        self.brushes.forget()
        self._layers = []
        self._root.clear()
        self.damage.all()

    def show(self, scene: Scene) -> None:
        """Make the glass look like `scene`."""
        old = {kept.layer.name: kept for kept in self._layers}
        fresh: list[_KeptLayer] = []
        for layer in scene.layers:
            kept = old.get(layer.name)
            if kept is None or kept.layer.nodes != layer.nodes:
                before, kept = kept, self._draw_layer(layer, kept)
                self._note_changes(before, kept)
            fresh.append(kept)
        if len(fresh) != len(self._layers):
            self.damage.all()
        if [id(one) for one in fresh] != [id(one) for one in self._layers]:
            self._root.clear()
            for one in fresh:
                self._root.add(one.ink)
        self._layers = fresh
        self.motion.keep({one.node.key for kept in fresh for one in kept.items if isinstance(one.node, Drift)})
        if self.brushes.reels is not None:
            self.brushes.reels.keep({one.key for layer in scene.layers for one in layer.nodes if isinstance(one, Film)})

    def rehearse(self, nodes: tuple[Node, ...]) -> InstructionGroup:
        """These nodes drawn where nothing shows them yet: their type and pictures are made and kept."""
        ink = InstructionGroup()
        for node in nodes:
            if isinstance(node, Group | Drift):
                ink.add(self.rehearse(node.nodes))
            else:
                self.brushes.draw(node, ink)
        return ink

    def fill_in(self) -> None:
        """Put pictures that have come where they were waited for."""
        if self.brushes.fill_in():
            self.damage.all()

    def drawn(self) -> list[Drawn]:
        """What is on the glass, back to front."""
        return [drawn for kept in self._layers for item in kept.items for drawn in item.drawn]

    def _draw_layer(self, layer: Layer, before: _KeptLayer | None) -> _KeptLayer:
        items = self._draw_nodes(layer.nodes, before.items if before else [])
        ink = InstructionGroup()
        slide = None
        if layer.enters and before is None:
            slide = Translate(0, 0)
            ink.add(PushMatrix())
            ink.add(slide)
        for item in items:
            ink.add(item.ink)
        if slide is not None:
            ink.add(PopMatrix())
            self.motion.rise(slide)
        return _KeptLayer(layer, ink, items)

    def _note_changes(self, before: _KeptLayer | None, after: _KeptLayer) -> None:
        """Tell where the new drawing of a layer differs from the old."""
        old = {id(item): item for item in before.items} if before else {}
        same = [id(item) for item in after.items if id(item) in old]
        if before is None or same != [key for key in old if key in set(same)] or self.motion.moving_all:
            self.damage.all()
            return
        changed = [item for item in after.items if id(item) not in old] + [old[key] for key in set(old) - set(same)]
        for item in changed:
            if isinstance(item.node, Drift):
                self.damage.all()
            if id(item) in old and item.slide is not None and self.motion.stop(item.slide):  # gone while it travelled
                self.motion.mark(_boxes(item.inner), item.slide.xy)
            for drawn in item.drawn:
                self.damage.add(drawn.ink, drawn.outside)

    def _draw_nodes(self, nodes: tuple[Node, ...], before: list[_Kept], inside: bool = False) -> list[_Kept]:
        reusable: defaultdict[Node, list[_Kept]] = defaultdict(list)
        groups: dict[str, _Kept] = {}
        films: dict[str, _Kept] = {}
        for kept in before:
            reusable[kept.node].append(kept)
            if isinstance(kept.node, Group):
                groups[kept.node.key] = kept
            elif isinstance(kept.node, Film):
                films[kept.node.key] = kept
        out = []
        for node in nodes:
            same = reusable.get(node)
            if same:
                out.append(same.pop())
            elif isinstance(node, Group):
                out.append(self._draw_group(node, groups.get(node.key), inside))
            elif isinstance(node, Drift):
                out.append(self._draw_drift(node))
            elif isinstance(node, Film) and node.key in films and self._wind(films[node.key], node):
                out.append(films.pop(node.key))
            else:
                out.append(self._draw_leaf(node))
        return out

    def _wind(self, kept: _Kept, node: Film) -> bool:
        """Whether a film that only plays from elsewhere stays as it is drawn: its next frame says what changed."""
        old = kept.node
        if not isinstance(old, Film) or self.brushes.reels is None or not self.brushes.reels.wind(old, node):
            return False
        kept.node, kept.drawn = node, [replace(one, node=node) for one in kept.drawn]
        return True

    def _draw_leaf(self, node: Node) -> _Kept:
        ink = InstructionGroup()
        drawn = self.brushes.draw(node, ink)
        return _Kept(node, ink, [drawn] if drawn else [], [])

    def _draw_group(self, node: Group, before: _Kept | None, inside: bool) -> _Kept:
        """`inside` another group it isn't known where on the glass it lies."""
        items = self._draw_nodes(node.nodes, before.inner if before else [], inside=True)
        ink, slide = self._moving(items)
        scale = self.frame.scale
        goal = (node.dx * scale, -node.dy * scale)
        if before is not None and before.slide is not None and node.ms:
            self.motion.stop(before.slide)
            self.motion.mark(_boxes(before.inner), before.slide.xy)
            slide.xy = before.slide.xy
            self.motion.travel(slide, goal, node.ms, None if inside else _boxes(items))
        else:
            slide.xy = goal
        drawn = [one.moved(node.dx, node.dy) for item in items for one in item.drawn]
        return _Kept(node, ink, drawn, items, slide)

    def _draw_drift(self, node: Drift) -> _Kept:
        items = self._draw_nodes(node.nodes, [], inside=True)
        ink, slide = self._moving(items)
        self.motion.drift(node.key, slide, node.points, node.period_ms, _boxes(items))
        return _Kept(node, ink, [one for item in items for one in item.drawn], items, slide)

    def _moving(self, items: list[_Kept]) -> tuple[InstructionGroup, Any]:
        ink = InstructionGroup()
        slide = Translate(0, 0)
        ink.add(PushMatrix())
        ink.add(slide)
        for item in items:
            ink.add(item.ink)
        ink.add(PopMatrix())
        return ink, slide


def _boxes(items: list[_Kept]) -> list[Box]:
    """Where the ink of these lies, unmoved."""
    return [one.ink.inset(-one.outside) for item in items for one in item.drawn]
