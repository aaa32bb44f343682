"""The map's pieces: tiles with and without names, rivers, the legend."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import cos, pi, sin

from content.civics.regions import Region
from screens.exhibit.blocks.tiles.grid import CHANGJIANG, COLS, JIALING, ZONES, Plan, Point, halves
from screens.exhibit.blocks.tiles.model import TilesState
from screens.exhibit.blocks.tiles.rows import in_characters, name_of, short_of
from screens.look import Look
from screens.parts.paging import lines_label
from screens.scene import Box, Disc, Fill, Node, Stroke, Target

_BEND = 14.0
_SWATCH = 32.0


def tile(state: TilesState, look: Look, box: Box, region: Region, style: str) -> list[Node]:
    """A tile to touch, its name in one line or two."""
    on = region.id in state.chosen
    name = name_of(state, look, region)
    fill, border, wide = _skin(state, region)
    key = "tiles.tile.on" if on else "tiles.tile.spoken"
    id = f"tiles.tile.{region.id}"
    ink = "on_ink" if on else "ink"
    short = short_of(state, look, region)
    fits = look.width(short, style) <= box.w - 8
    lines = (short,) if fits else tuple(in_characters(state, look, one) for one in halves(region, look.english))
    high = len(lines) * look.style(style).line
    words = Box(box.x, box.y + (box.h - high) / 2, box.w, min(high, box.h))
    label = lines_label(look, words, lines, style, color=ink, align="center")
    nodes: list[Node] = [
        Fill(box, fill, 8, border, wide),
        replace(label, of=id),
        Target(box, id, "toggle", name, look.t(key, name=name), on, False, 8, on),
    ]
    if on and state.chosen[-1] == region.id:
        nodes += [
            Disc(box.right - 2, box.y + 4, 15, "paper", "vermilion", 4),
            Disc(box.right - 2, box.y + 4, 8, "vermilion"),
        ]
    return nodes


def _skin(state: TilesState, region: Region) -> tuple[str, str | None, float]:
    if region.id in state.chosen:
        return "ink", None, 0
    if region.id in state.noted:
        return "teal_wash", "teal", 3
    return "raised", "control", 2


def overview(state: TilesState, look: Look, plan: Plan) -> list[Node]:
    """The whole map without names, to be read: what is coloured, what is chosen, which cut is enlarged."""
    edge = "line" if look.variant.theme == "contrast" else None
    nodes: list[Node] = []
    for region in state.regions:
        fill, _, _ = _skin(state, region)
        seen = {"raised": "sunk", "teal_wash": "teal"}.get(fill, fill)
        nodes.append(Fill(plan.box(region), seen, 4, edge, 2 if edge else 0))
    nodes += rivers(plan, 4)
    if state.zone in ZONES:
        nodes.append(Fill(plan.area(state.zone).inset(-6), None, 6, "ink", 4))
    return nodes


def rivers(plan: Plan, width: float) -> list[Node]:
    """Jialing and Yangtze in the gutters."""
    edge = plan.corner(COLS, 0)[0] - plan.gap

    def course(points: Sequence[Point]) -> list[Point]:
        return [(min(x, edge), y) for x, y in (plan.gutter(one) for one in points)]

    return [
        Stroke(_bent(course(JIALING)), "river_jialing", width),
        Stroke(_bent(course(CHANGJIANG)), "river_changjiang", width),
    ]


def _bent(points: Sequence[Point]) -> tuple[Point, ...]:
    """A course with its corners rounded."""
    out = [points[0]]
    for before, at, after in zip(points, points[1:], points[2:], strict=False):
        into, away = _towards(at, before), _towards(at, after)
        straight = abs(into[0] * away[1] - into[1] * away[0]) < 1e-6
        if straight:
            out.append(at)
            continue
        for i in range(5):
            turn = i / 4 * pi / 2
            a, b = 1 - sin(turn), 1 - cos(turn)
            out.append((at[0] + _BEND * (into[0] * a + away[0] * b), at[1] + _BEND * (into[1] * a + away[1] * b)))
    return (*out, points[-1])


def _towards(at: Point, other: Point) -> Point:
    dx, dy = other[0] - at[0], other[1] - at[1]
    long = max(abs(dx), abs(dy), 1e-9)
    return dx / long, dy / long


def legend(look: Look, box: Box, chosen: bool = True) -> list[Node]:
    """What the colours mean, one below the other; the rivers last."""
    entries = [("teal_wash", "teal", "noted"), ("raised", "control", "plain")]
    if chosen:
        entries.append(("ink", "ink", "chosen"))
    nodes: list[Node] = []
    line = look.style("meta").line
    y = box.y
    for fill, border, key in entries:
        nodes.append(Fill(Box(box.x, y + (line - _SWATCH) / 2, _SWATCH, _SWATCH), fill, 4, border, 3))
        said = look.text(box.x + _SWATCH + 16, y, box.w - _SWATCH - 16, look.t(f"tiles.legend.{key}"), "meta")
        nodes.append(said)
        y = said.box.bottom + 6
    for color, key in (("river_jialing", "jialing"), ("river_changjiang", "changjiang")):
        nodes.append(Stroke(((box.x, y + line / 2), (box.x + _SWATCH, y + line / 2)), color, 5))
        nodes.append(look.text(box.x + _SWATCH + 16, y, box.w - _SWATCH - 16, look.t(f"tiles.legend.{key}"), "meta"))
        y += line + 6
    return nodes


def legend_line(look: Look, x: float, y: float, right: float) -> list[Node]:
    """What the colours of the small map mean, on one line; nothing where it would pass `right`."""
    line = look.style("meta").line
    nodes: list[Node] = []
    for fill, key in (("teal", "noted"), ("ink", "chosen")):
        text = look.t(f"tiles.legend.{key}")
        wide = look.width(text, "meta")
        nodes.append(Fill(Box(x, y + (line - 28) / 2, 28, 28), fill, 4))
        nodes.append(look.text(x + 40, y, wide + 4, text, "meta", color="ink2"))
        x += 40 + wide + 36
    return nodes if x - 36 <= right else []
