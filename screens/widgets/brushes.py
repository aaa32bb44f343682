"""One brush a kind of node: from design pixels to Kivy instructions, and a record of what was truly drawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from kivy.graphics import BorderImage, Callback, Color, InstructionGroup, Rectangle, SmoothLine
from kivy.graphics.instructions import Instruction
from kivy.graphics.opengl import GL_BLEND, glDisable, glEnable
from kivy.utils import get_color_from_hex

from media import images, qr
from screens import pen, tokens
from screens.scene import Box, Disc, Fill, Film, Icon, Ink, Label, Node, Photo, Picture, Qr, Shape, Stroke, Target
from screens.widgets.frame import Frame
from screens.widgets.glyphs import Glyphs
from screens.widgets.ink import Line
from screens.widgets.reels import Reels
from screens.widgets.textures import Textures

_MOST_LARGER = 2.0  # times its size that a small picture is blown up to
_SHADOW = 64.0  # what a sheet's shadow reaches, see _shadow


@dataclass(frozen=True, slots=True)
class Drawn:
    """A node and where its ink really lies (design pixels); `color` is what it hides the ground with, if it does."""

    node: Node
    ink: Box
    color: str | None = None
    clipped: bool = False

    @property
    def outside(self) -> float:
        """How far ink may reach out of `ink`."""
        if isinstance(self.node, Fill) and self.node.shadow:
            return _SHADOW
        return self.node.width if isinstance(self.node, Stroke) else 0.0

    def moved(self, dx: float, dy: float) -> Drawn:
        """The record of a node inside a group that lies elsewhere."""
        return replace(self, ink=self.ink.moved(dx, dy)) if dx or dy else self


class Brushes:
    """Draws nodes in one theme."""

    def __init__(
        self, frame: Frame, glyphs: Glyphs, textures: Textures, reels: Reels | None, changed: Callable[[Box], None]
    ) -> None:
        self.frame = frame
        self.reels = reels
        self._changed = changed
        self.glyphs = glyphs
        self.textures = textures
        self.theme: tokens.ThemeName = "light"
        self._awaited: list[tuple[Photo, InstructionGroup]] = []
        self._brushes: dict[type, Callable[[Any, InstructionGroup], Drawn | None]] = {
            Fill: self._fill,
            Label: self._label,
            Icon: self._icon,
            Picture: self._picture,
            Photo: self._photo,
            Film: self._film,
            Stroke: self._stroke,
            Ink: self._ink,
            Shape: self._shape,
            Disc: self._disc,
            Qr: self._qr,
            Target: lambda node, _: Drawn(node, node.box),
        }

    def wear(self, theme: str) -> None:
        """Draw in this theme from now on."""
        self._awaited = []
        self.theme = "contrast" if theme == "contrast" else "light"

    def hex(self, name: str) -> str:
        """A token's colour in the current theme."""
        return tokens.load().color(self.theme, name)

    def forget(self) -> None:
        """Keep no code that was drawn."""
        self._awaited = []
        self.textures.forget_codes()
        qr.matrix.cache_clear()

    def draw(self, node: Node, ink: InstructionGroup) -> Drawn | None:
        """Add the node's instructions to `ink`."""
        return self._brushes[type(node)](node, ink)

    # -- geometry ----------------------------------------

    def _rect(self, box: Box) -> tuple[tuple[float, float], tuple[float, float]]:
        """Position and size in window pixels, on whole pixels."""
        left, bottom = self.frame.to_window(box.x, box.y, box.h)
        right, top = self.frame.to_window(box.right, box.y)
        x, y = round(left), round(bottom)
        return (x, y), (max(1, round(right) - x), max(1, round(top) - y))

    def _px(self, value: float) -> int:
        return max(1, round(value * self.frame.scale))

    def tint(self, ink: InstructionGroup, name: str, alpha: float = 1.0) -> None:
        """What follows is drawn in this colour of the theme."""
        red, green, blue, _ = get_color_from_hex(self.hex(name))
        ink.add(Color(red, green, blue, alpha))

    # -- brushes ----------------------------------------

    def _fill(self, node: Fill, ink: InstructionGroup) -> Drawn:
        pos, size = self._rect(node.box)
        radius = min(self._px(node.radius), int(min(size)) // 2) if node.radius else 0
        if node.shadow:
            self._shadow(node.box, ink)
        if node.color:
            self.tint(ink, node.color, node.alpha)
            if radius:
                edge = radius + 1
                ink.add(BorderImage(texture=self.textures.round_fill(radius), pos=pos, size=size, border=(edge,) * 4))
            else:
                ink.add(Rectangle(pos=pos, size=size))
        if node.border and node.border_w:
            width = self._px(node.border_w)
            self.tint(ink, node.border)
            if node.dashed:
                whole = (int(size[0]), int(size[1]))
                ink.add(Rectangle(texture=self.textures.dashed_ring(whole, radius, width), pos=pos, size=size))
            else:
                edge = max(radius, width) + 1
                texture = self.textures.round_ring(radius, width)
                ink.add(BorderImage(texture=texture, pos=pos, size=size, border=(edge,) * 4))
        return Drawn(node, node.box, node.color if node.alpha > 0.5 else None)

    def _shadow(self, box: Box, ink: InstructionGroup) -> None:
        around = Box(box.x - 48, box.y - 36, box.w + 96, box.h + 100)
        pos, size = self._rect(around)
        ink.add(Color(1, 1, 1, 1))
        border = tuple(self._px(v) for v in (64, 48, 48, 48))
        ink.add(BorderImage(texture=self.textures.shadow(), pos=pos, size=size, border=border))

    def _label(self, node: Label, ink: InstructionGroup) -> Drawn:
        self.tint(ink, node.color)
        line_h = node.style.line
        left, right = node.box.right, node.box.x
        for i, line in enumerate(node.lines):
            texture = self.glyphs.texture(line, node.style)
            if texture is None:
                continue
            wide = texture.width / self.frame.scale
            x = node.box.x + {"left": 0.0, "center": (node.box.w - wide) / 2, "right": node.box.w - wide}[node.align]
            top = node.box.y + i * line_h
            high = texture.height / self.frame.scale
            px, py = self.frame.to_window(x, top + (line_h - high) / 2, high)
            ink.add(Rectangle(texture=texture, pos=(round(px), round(py)), size=texture.size))
            left, right = min(left, x), max(right, x + wide)
        truth = Box(left, node.box.y, max(0.0, right - left), len(node.lines) * line_h)
        over = node.overflow or left < node.box.x - 1.5 or right > node.box.right + 1.5
        return Drawn(node, truth, None, over)

    def _icon(self, node: Icon, ink: InstructionGroup) -> Drawn:
        pos, size = self._rect(node.box)
        self.tint(ink, node.color)
        path = images.icon(node.name, int(size[0]))
        texture = self.textures.fitted(str(path), size[0] / self.textures.size_of(str(path))[0])
        ink.add(Rectangle(texture=_seen(texture, node.flip), pos=pos, size=size))
        return Drawn(node, node.box)

    def _picture(self, node: Picture, ink: InstructionGroup) -> Drawn:
        theme: images.Theme = "high_contrast" if self.theme == "contrast" else "light"
        path = str(images.art(node.name, theme, self.frame.scale))
        wide, high = self.textures.size_of(path)
        fit = max if node.cover else min
        ratio = fit(node.box.w / wide, node.box.h / high)
        texture = self.textures.fitted(path, ratio * self.frame.scale)
        if node.cover:
            box = node.box
            pos, size = self._rect(box)
            w, h = round(texture.width * box.w / (wide * ratio)), round(texture.height * box.h / (high * ratio))
            texture = texture.get_region((texture.width - w) // 2, (texture.height - h) // 2, w, h)
        else:
            w, h = wide * ratio, high * ratio
            box = Box(node.box.x + (node.box.w - w) / 2, node.box.y + (node.box.h - h) / 2, w, h)
            pos, size = self._rect(box)
            if abs(size[0] - texture.width) <= 1 and abs(size[1] - texture.height) <= 1:
                size = texture.size  # pixel by pixel, as it was made
        ink.add(Color(1, 1, 1, 1))
        whole = Rectangle(texture=_seen(texture, node.flip), pos=pos, size=size)
        for one in _unmixed(whole) if texture.colorfmt == "rgb" else (whole,):
            ink.add(one)
        return Drawn(node, box)

    def _photo(self, node: Photo, ink: InstructionGroup) -> Drawn:
        own = InstructionGroup()  # what changes when the picture comes
        ink.add(own)
        self._fill_in(node, own)
        return Drawn(node, node.box)

    def _fill_in(self, node: Photo, ink: InstructionGroup) -> None:
        (x, y), size = self._rect(node.box)
        texture, coming = self.textures.photo(node.path, (int(size[0]), int(size[1])))
        if texture is None:
            for one in node.instead:
                self.draw(one, ink)
            if coming:
                self._awaited.append((node, ink))
            return
        ratio = min(size[0] / texture.width, size[1] / texture.height, _MOST_LARGER)
        wide, high = round(texture.width * ratio), round(texture.height * ratio)
        ink.add(Color(1, 1, 1, 1))
        at = (x + (size[0] - wide) // 2, y + (size[1] - high) // 2)
        ink.add(Rectangle(texture=texture, pos=at, size=(wide, high)))

    def _film(self, node: Film, ink: InstructionGroup) -> Drawn:
        own = InstructionGroup()  # what changes with every frame
        ink.add(own)

        def instead(into: InstructionGroup) -> None:
            for one in node.instead:
                self.draw(one, into)

        if self.reels is None:
            instead(own)
        else:
            (x, y), (wide, high) = self._rect(node.box)
            place = ((int(x), int(y)), (int(wide), int(high)))
            self.reels.show(node, own, place, lambda: self._changed(node.box), instead)
        return Drawn(node, node.box)

    def fill_in(self) -> bool:
        """A picture came or turned out to be none: draw what was waiting for it. Whether anything was."""
        awaited, self._awaited = self._awaited, []
        for node, ink in awaited:
            ink.clear()
            self._fill_in(node, ink)
        return bool(awaited)

    def shows(self, node: Photo) -> bool:
        """Whether the picture itself is on the glass, not what is shown instead."""
        (_, size) = self._rect(node.box)
        return self.textures.photo(node.path, (int(size[0]), int(size[1])))[0] is not None

    def _stroke(self, node: Stroke, ink: InstructionGroup) -> Drawn:
        self.tint(ink, node.color)
        points = [self.frame.to_window(x, y) for x, y in node.points]
        half = max(0.5, node.width * self.frame.scale / 2)
        for piece in _dashes(points, node.dash * self.frame.scale) if node.dash else [points]:
            flat = [value for point in piece for value in point]
            ink.add(SmoothLine(points=flat, width=half, close=node.closed, cap="round", joint="round"))
        return Drawn(node, _around(node.points))

    def _ink(self, node: Ink, ink: InstructionGroup) -> Drawn:
        self.tint(ink, node.color)
        wide = max(one[2] for one in node.samples)
        Line(ink, self.pen_texture(wide)).add(self.to_window(node.samples))
        left, top, right, bottom = pen.around(node.samples)
        return Drawn(node, Box(left, top, right - left, bottom - top).inset(-wide / 2))

    def to_window(self, samples: pen.Samples) -> pen.Samples:
        """Places and widths in window pixels."""
        scale = self.frame.scale
        return tuple((*self.frame.to_window(x, y), width * scale) for x, y, width in samples)

    def pen_texture(self, width: float) -> Any:
        """What a line that wide (design pixels) is drawn with."""
        return self.textures.disc(max(8, self._px(width) // 4 * 4))

    def _shape(self, node: Shape, ink: InstructionGroup) -> Drawn:
        around = _around(node.points)
        pos, size = self._rect(around)
        scale = self.frame.scale
        inside = tuple(((x - around.x) * scale, (y - around.y) * scale) for x, y in node.points)
        self.tint(ink, node.color)
        texture = self.textures.polygon(inside, (int(size[0]), int(size[1])))
        ink.add(Rectangle(texture=texture, pos=pos, size=size))
        if node.outline:
            self._stroke(Stroke(node.points, node.outline, node.outline_w, closed=True), ink)
        return Drawn(node, around, node.color)

    def _disc(self, node: Disc, ink: InstructionGroup) -> Drawn:
        box = Box(node.x - node.r, node.y - node.r, 2 * node.r, 2 * node.r)
        pos, size = self._rect(box)
        side = int(min(size))
        if node.color:
            self.tint(ink, node.color)
            ink.add(Rectangle(texture=self.textures.disc(side), pos=pos, size=(side, side)))
        if node.outline:
            self.tint(ink, node.outline)
            texture = self.textures.arc(side, self._px(node.outline_w), node.start, node.end)
            ink.add(Rectangle(texture=texture, pos=pos, size=(side, side)))
        return Drawn(node, box, node.color)

    def _qr(self, node: Qr, ink: InstructionGroup) -> Drawn:
        rows = qr.matrix(node.payload)
        pos, size = self._rect(node.box)
        module = max(1, int(min(size)) // len(rows))
        side = module * len(rows)  # whole pixels a module, or a phone sees moire
        ink.add(Color(1, 1, 1, 1))
        ink.add(Rectangle(pos=pos, size=size))
        spot = (pos[0] + (size[0] - side) // 2, pos[1] + (size[1] - side) // 2)
        ink.add(
            Rectangle(
                texture=self.textures.modules(node.payload, [list(row) for row in rows]), pos=spot, size=(side, side)
            )
        )
        return Drawn(node, node.box)


def _seen(texture: Any, flip: bool) -> Any:
    """A texture as it is, or as in a mirror; both show the same pixels."""
    if not flip:
        return texture
    turned = texture.get_region(0, 0, texture.width, texture.height)
    turned.flip_horizontal()
    return turned


def _unmixed(opaque: Rectangle) -> tuple[Instruction, ...]:
    """Drawn without asking what lies beneath: for a software rasteriser that is a fifth of a page with a landscape."""
    return Callback(lambda _: glDisable(GL_BLEND)), opaque, Callback(lambda _: glEnable(GL_BLEND))


def _around(points: tuple[tuple[float, float], ...]) -> Box:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def _dashes(points: list[tuple[float, float]], dash: float) -> list[list[tuple[float, float]]]:
    """Cut a polyline into strokes `dash` long with gaps as long."""
    pieces: list[list[tuple[float, float]]] = []
    left, on = dash, True
    piece = [points[0]]
    for (ax, ay), (bx, by) in pairwise(points):
        length = ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5
        gone = 0.0
        while length - gone > left:
            gone += left
            spot = (ax + (bx - ax) * gone / length, ay + (by - ay) * gone / length)
            if on:
                pieces.append([*piece, spot])
            piece, on, left = [spot], not on, dash
        left -= length - gone
        piece.append((bx, by))
    if on and len(piece) > 1:
        pieces.append(piece)
    return pieces
