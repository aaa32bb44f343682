"""The route of a tour as a dotted way over ridges, from the foot to the top; the vermilion point begins it."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, pi, sin

from content.schema import TourStop
from screens.look import Look
from screens.parts import panel
from screens.scene import Box, Disc, Fill, Node, Stroke
from screens.tour.pieces import sign

_DISC = 26.0
_RIDGES = 7


def route(look: Look, box: Box, stops: Sequence[TourStop], length: int) -> list[Node]:
    """Every stop with its number, name and minutes, left and right of a winding way; in large text all on one side."""
    nodes: list[Node] = [*panel(box, look), *_ridges(look, box)]
    step = box.h / len(stops)
    way = tuple(_spot(look, box, i / 12 - 0.5, step) for i in range(12 * len(stops) + 1))
    nodes.append(Stroke(tuple((x, min(box.bottom - 4, max(box.y + 4, y))) for x, y in way), "ink", 4, dash=8))
    for i, stop in enumerate(stops):
        x, y = _spot(look, box, i, step)
        nodes += _label(look, box, stop, (x, y), length, left=not look.large and i % 2 == 0)
        nodes += _mark(look, i, x, y)
    return nodes


def _spot(look: Look, box: Box, t: float, step: float) -> tuple[float, float]:
    """The way at stop `t`: it swings from side to side, and half a step beyond the first and last stop."""
    y = box.bottom - step * (t + 0.5)
    if look.large:
        return box.x + 64, y
    return box.center[0] - box.w * 0.09 * cos(pi * t), y


def _ridges(look: Look, box: Box) -> list[Node]:
    """Contour lines, as behind the home screen; high contrast leaves them out."""
    if look.variant.theme == "contrast":
        return []
    nodes: list[Node] = []
    for k in range(_RIDGES):
        base = box.bottom - box.h * (0.06 + 0.085 * k)
        points = []
        for i in range(49):
            t = i / 48
            rise = 26 * sin(2 * pi * t * 1.3 + k * 0.5) + 40 * (0.5 + 0.5 * sin(2 * pi * (t - 0.2))) * (k / _RIDGES)
            points.append((box.x + 2 + (box.w - 4) * t, max(box.y + 8, base - rise)))
        nodes.append(Stroke(tuple(points), "ridge_1", 2))
    return nodes


def _mark(look: Look, i: int, x: float, y: float) -> list[Node]:
    if i == 0:
        return [Disc(x, y, _DISC + 4, "raised", "vermilion", 4), Disc(x, y, 16, "vermilion")]
    cell = Box(x - _DISC, y - _DISC, 2 * _DISC, 2 * _DISC)
    return [Disc(x, y, _DISC, "raised", "ink", 4), sign(look, cell, str(i + 1), "label")]


def _label(look: Look, box: Box, stop: TourStop, spot: tuple[float, float], length: int, *, left: bool) -> list[Node]:
    """Name and minutes beside the disc, on a ground that keeps the ridges out of the words."""
    x, y = spot
    away = _DISC + 18
    room = x - away - box.x - 20 if left else box.right - 20 - x - away
    name, minutes = look.say(stop.title), look.t("tour.minutes", n=stop.minutes[length])
    style = look.fit(name, ("h3", "label", "meta"), room, look.style("h3").line)
    wide, small = look.width(name, style), look.width(minutes, "meta")
    beside = wide + 16 + small <= room
    line, under = look.style(style).line, look.style("meta").line
    full = wide + 16 + small if beside else max(wide, small)
    high = line if beside else line + under
    at = x - away - full if left else x + away
    top = y - high / 2
    below = top + line if not beside else y - under / 2
    after = at + wide + 16 if beside else (at + full - small if left else at)
    return [
        Fill(Box(at - 8, top, full + 16, high), "raised", 6),
        look.text(at if beside or not left else at + full - wide, top, wide + 2, name, style),
        look.text(after, below, small + 2, minutes, "meta", color="ink2"),
    ]
