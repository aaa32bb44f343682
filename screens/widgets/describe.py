"""The layout dump: what is truly on the glass, for tests, for `kiosk drive` and for whoever checks the pictures."""

from __future__ import annotations

from typing import Any

from screens import tokens
from screens.scene import Box, Disc, Fill, Film, Icon, Label, Photo, Picture, Qr, Scene, Shape, Target
from screens.session import Variant
from screens.widgets.brushes import Drawn
from screens.widgets.painter import Painter


def describe(scene: Scene, painter: Painter, variant: Variant, size: tuple[float, float]) -> dict[str, Any]:
    """`{"screen", "variant", "size", "widgets"}` as architecture.md defines it; window pixels, origin top left."""
    drawn = painter.drawn()
    widgets = []
    for i, one in enumerate(drawn):
        entry = _entry(one, drawn, i, painter, variant, size)
        if entry is not None:
            widgets.append(entry)
    axes = {"language": variant.language, "theme": variant.theme, "text": variant.text, "reach": variant.reach}
    return {"screen": scene.screen, "variant": axes, "size": [int(v) for v in size], "widgets": widgets}


def _entry(
    one: Drawn, drawn: list[Drawn], i: int, painter: Painter, variant: Variant, size: tuple[float, float]
) -> dict[str, Any] | None:
    node = one.node
    if isinstance(node, Label):
        fg, bg = painter.brushes.hex(node.color), _ground(drawn[:i], one.ink, painter)
        px, line = node.style.size * painter.frame.scale, node.style.line * painter.frame.scale
        name = node.id or (f"{node.of}.label" if node.of else f"text.{i}")
        return _widget(
            one, painter, size, name, node.role, node.full, px, line, fg, bg, False, node.spoken or node.full
        )
    if isinstance(node, Target):
        label = next((d for d in drawn if isinstance(d.node, Label) and d.node.of == node.id), None)
        words = label.node if label is not None and isinstance(label.node, Label) else None
        px = words.style.size * painter.frame.scale if words else 0
        line = words.style.line * painter.frame.scale if words else 0
        fg = painter.brushes.hex(words.color if words else _icon_color(drawn, one.ink))
        bg = _ground(drawn[:i], one.ink, painter)
        entry = _widget(one, painter, size, node.id, node.role, node.label, px, line, fg, bg, True, node.spoken)
        return {**entry, "on": node.on, "disabled": node.disabled}
    if isinstance(node, Qr):
        ink, ground = painter.brushes.hex("ink"), painter.brushes.hex("paper")
        return _widget(one, painter, size, node.id or "qr", "qr", node.payload, 0, 0, ink, ground, False, node.spoken)
    if isinstance(node, Picture) and node.id:
        ink, ground = painter.brushes.hex("ink"), painter.brushes.hex("paper")
        return _widget(one, painter, size, node.id, "image", "", 0, 0, ink, ground, False, node.spoken)
    if isinstance(node, Film) and node.id:
        ink, ground = painter.brushes.hex("ink"), painter.brushes.hex("paper")
        reels = painter.brushes.reels
        text = "" if reels is not None and reels.shows(node.key) else node.spoken
        return _widget(one, painter, size, node.id, "image", text, 0, 0, ink, ground, False, node.spoken)
    if isinstance(node, Photo) and node.id:
        ink, ground = painter.brushes.hex("ink"), painter.brushes.hex("paper")
        text = "" if painter.brushes.shows(node) else node.spoken
        return _widget(one, painter, size, node.id, "image", text, 0, 0, ink, ground, False, node.spoken)
    return None


def _icon_color(drawn: list[Drawn], ink: Box) -> str:
    """The colour of the icon that stands for a target without words; ink when it has none."""
    inside = [d.node.color for d in drawn if isinstance(d.node, Icon) and ink.contains(*d.ink.center)]
    return inside[-1] if inside else "ink"


def _widget(
    one: Drawn,
    painter: Painter,
    size: tuple[float, float],
    id: str,
    role: str,
    text: str,
    px: float,
    line: float,
    fg: str,
    bg: str,
    target: bool,
    spoken: str,
) -> dict[str, Any]:
    x, y, w, h = _bounds(one.ink, painter, size[1])
    outside = x < -1 or y < -1 or x + w > size[0] + 1 or y + h > size[1] + 1
    return {
        "id": id,
        "role": role,
        "text": text,
        "bounds": [round(v, 1) for v in (x, y, w, h)],
        "font_px": round(px, 1),
        "line_px": round(line, 1),
        "fg": fg.lower(),
        "bg": bg.lower(),
        "target": target,
        "clipped": one.clipped or outside,
        "spoken": spoken,
    }


def _bounds(box: Box, painter: Painter, window_h: float) -> tuple[float, float, float, float]:
    left, bottom = painter.frame.to_window(box.x, box.y, box.h)
    scale = painter.frame.scale
    return left, window_h - bottom - box.h * scale, box.w * scale, box.h * scale


def _ground(below: list[Drawn], ink: Box, painter: Painter) -> str:
    """The colour right behind something: the last opaque thing drawn under its middle, else the paper."""
    x, y = ink.center
    for one in reversed(below):
        if one.color and isinstance(one.node, Fill | Shape | Disc) and _covers(one, x, y):
            return painter.brushes.hex(one.color)
    return tokens.load().color(painter.brushes.theme, "paper")


def _covers(one: Drawn, x: float, y: float) -> bool:
    if not one.ink.contains(x, y):
        return False
    if isinstance(one.node, Disc):
        return (x - one.node.x) ** 2 + (y - one.node.y) ** 2 <= one.node.r**2
    if isinstance(one.node, Shape):
        return _inside(one.node.points, x, y)
    return True


def _inside(points: tuple[tuple[float, float], ...], x: float, y: float) -> bool:
    """Whether a point lies in a polygon (even-odd rule)."""
    inside = False
    for (ax, ay), (bx, by) in zip(points, (*points[1:], points[0]), strict=True):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            inside = not inside
    return inside
