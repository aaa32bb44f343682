"""The lanes: one river each with its events as points, the years below, and the slider under all of them.

The whole area is touched as the slider. Points lie at equal distances: the line is no scale, and long gaps are broken.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from math import sin

from content.schema import TimelineEvent
from screens.exhibit.blocks.timeline.model import SLIDER
from screens.exhibit.blocks.timeline.state import TimelineState
from screens.exhibit.blocks.timeline.wording import when
from screens.look import Look
from screens.parts import icon_button
from screens.parts.buttons import centred
from screens.parts.panels import panel
from screens.parts.slider import KNOB_R, slider
from screens.scene import Box, Disc, Fill, Node, Shape, Stroke, Target

_PAD = 28.0
_GAP = 12.0
_R = 11.0
_LONG_GAP_YEARS = 9
_SWELL = 4.0  # how far a lane's river swings
_WAVE = 70.0
_RIVERS = ("river_jialing", "river_changjiang")

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Chart:
    """Where everything lies: the inner box, the slider's way, the lanes' heights, the top of the years."""

    inner: Box
    left: float
    right: float
    lanes: dict[str, float]
    top: float
    years: float
    row: Box

    def x(self, place: float, count: int) -> float:
        """The x of the event in this place; halves lie between two."""
        return self.left + (self.right - self.left) * (place / max(1, count - 1))


def height(state: TimelineState, look: Look) -> float:
    """The least height the lanes ask for."""
    line = look.style("meta").line
    return 2 * 20 + 2 * line + 8 + len(state.drawn_lanes) * (line + 28) + _row(look)


def lanes(state: TimelineState, look: Look, box: Box) -> list[Node]:
    """The panel with everything in it."""
    chart = _chart(state, look, box)
    nodes = panel(box, look)
    nodes += _rivers(state, look, chart)
    nodes += _today(state, look, chart)
    nodes += _cursor(state, chart)
    nodes += _links(state, chart)
    nodes += _points(state, chart)
    nodes += _years(state, look, chart)
    return nodes + _slider(state, look, chart)


def _row(look: Look) -> float:
    return 112.0 if look.large else 96.0


def _chart(state: TimelineState, look: Look, box: Box) -> _Chart:
    inner = box.inset(_PAD, 20)
    line = look.style("meta").line
    row = Box(inner.x, inner.bottom - _row(look), inner.w, _row(look))
    years = row.y - line
    top = inner.y + line + 8
    each = (years - top) / len(state.drawn_lanes)
    ys = {one.id: top + each * i + line + (each - line) / 2 for i, one in enumerate(state.drawn_lanes)}
    left = inner.x + _row(look) + _GAP + KNOB_R
    return _Chart(inner, left, inner.right - _row(look) - _GAP - KNOB_R, ys, top, years, row)


def _swing(x: float, y: float) -> float:
    return y + _SWELL * sin(x / _WAVE)


def _rivers(state: TimelineState, look: Look, chart: _Chart) -> list[Node]:
    """A lane's name above its river; solid until today, dotted after it."""
    line = look.style("meta").line
    after = state.today_after
    count = len(state.events)
    until = chart.inner.right if after is None else min(chart.inner.right, chart.x(after, count))
    nodes: list[Node] = []
    for i, lane in enumerate(state.drawn_lanes):
        y = chart.lanes[lane.id]
        color = _RIVERS[i % 2]
        name = look.say(lane.name)
        nodes.append(look.text(chart.inner.x, y - line - _R - 2, chart.inner.w, name, "meta", color="ink2"))
        nodes.append(Stroke(_curve(chart.inner.x, until, y), color, 3))
        if until < chart.inner.right - 8:
            nodes.append(Stroke(_curve(until + 8, chart.inner.right, y), color, 3, dash=7))
        nodes += _breaks(state, chart, y)
    return nodes


def _curve(x: float, end: float, y: float) -> tuple[Point, ...]:
    steps = max(2, int((end - x) / 24))
    xs = [x + (end - x) * i / steps for i in range(steps + 1)]
    return tuple((one, _swing(one, y)) for one in xs)


def _breaks(state: TimelineState, chart: _Chart, y: float) -> list[Node]:
    """Two short strokes where many years are left out."""
    nodes: list[Node] = []
    events = state.events
    count = len(events)
    for i, (a, b) in enumerate(pairwise(events)):
        if b.day.year - a.day.year < _LONG_GAP_YEARS:
            continue
        x = chart.x(i + 0.5, count)
        at = _swing(x, y)
        nodes.append(Fill(Box(x - 6, at - 8, 12, 16), "raised"))
        nodes += [Stroke(((x + d - 4, at + 12), (x + d + 4, at - 12)), "ink2", 3) for d in (-6.0, 6.0)]
    return nodes


def _today(state: TimelineState, look: Look, chart: _Chart) -> list[Node]:
    after = state.today_after
    count = len(state.events)
    if after is None or not -0.5 < after < count - 0.5:
        return []
    x = chart.x(after, count)
    text = look.t("timeline.today")
    wide, line = look.width(text, "meta") + 24, look.style("meta").line
    left = min(max(x - wide / 2, chart.inner.x), chart.inner.right - wide)
    plate = Box(left, chart.inner.y, wide, line)
    return [
        Stroke(((x, plate.bottom), (x, chart.years)), "ink", 3),
        Fill(plate, "ink", 6),
        centred(look, plate, text, "meta", "on_ink"),
    ]


def _cursor(state: TimelineState, chart: _Chart) -> list[Node]:
    """From the point that is read down to its year, which stands above the knob."""
    x = chart.x(state.index, len(state.events))
    y = _swing(x, chart.lanes[state.event.lane])
    return [Stroke(((x, y + 24), (x, chart.years)), "control", 3, dash=6)] if y + 30 < chart.years else []


_CLOSE = 110.0


def _links(state: TimelineState, chart: _Chart) -> list[Node]:
    """A dashed arrow from what came before to what came of it, for the event that is read."""
    places = {one.id: i for i, one in enumerate(state.events)}
    led = [one.id for one in state.block.events if one.later == state.at and one.id in places]
    ways = [(one, state.at) for one in led]
    if state.later in places:
        ways.append((state.at, state.later))
    nodes: list[Node] = []
    for a, b in ways:
        nodes += _arrow(_at(state, chart, a, places), _at(state, chart, b, places))
    return nodes


def _at(state: TimelineState, chart: _Chart, id: str, places: dict[str, int]) -> Point:
    x = chart.x(places[id], len(state.events))
    return x, _swing(x, chart.lanes[state.named(id).lane])


def _arrow(a: Point, b: Point) -> list[Node]:
    """A bow from point to point, ending in a head beside the second; a hop over the lane where they stand close."""
    if abs(b[0] - a[0]) < _CLOSE and abs(b[1] - a[1]) < 40:
        return _hop(a, b)
    lift = 34.0 + abs(b[0] - a[0]) * 0.06 if abs(b[1] - a[1]) < 40 else 0.0
    over = ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2 - lift)
    bow = [_bent(a, over, b, i / 16) for i in range(17)]
    tip = bow[15]
    dx, dy = bow[16][0] - tip[0], bow[16][1] - tip[1]
    far = max(1.0, (dx * dx + dy * dy) ** 0.5)
    ux, uy = dx / far, dy / far
    end = (b[0] - ux * 25, b[1] - uy * 25)
    back = (end[0] - ux * 18, end[1] - uy * 18)
    head = (end, (back[0] - uy * 9, back[1] + ux * 9), (back[0] + uy * 9, back[1] - ux * 9))
    kept = tuple(one for one in bow if (one[0] - b[0]) ** 2 + (one[1] - b[1]) ** 2 > 40**2)
    line: list[Node] = [Stroke(kept, "teal", 3, dash=9)] if len(kept) > 1 else []
    return [*line, Shape(head, "teal")]


def _hop(a: Point, b: Point) -> list[Node]:
    """From above the first point to above the second, coming down on it."""
    top = min(a[1], b[1]) - 78
    start, end = (a[0], a[1] - 30), (b[0], b[1] - 26)
    bow = tuple(_bent(start, ((a[0] + b[0]) / 2, 2 * top - (start[1] + end[1]) / 2), end, i / 16) for i in range(16))
    head = (end, (end[0] - 10, end[1] - 18), (end[0] + 10, end[1] - 18))
    return [Stroke(bow, "teal", 3, dash=6), Shape(head, "teal")]


def _bent(a: Point, over: Point, b: Point, t: float) -> Point:
    s = 1 - t
    return (
        s * s * a[0] + 2 * s * t * over[0] + t * t * b[0],
        s * s * a[1] + 2 * s * t * over[1] + t * t * b[1],
    )


def _points(state: TimelineState, chart: _Chart) -> list[Node]:
    """Filled: happened. Hollow: a target. Hollow and struck: an earlier plan. The one that is read is vermilion."""
    nodes: list[Node] = []
    events = state.events
    for i, event in enumerate(events):
        x = chart.x(i, len(events))
        y = _swing(x, chart.lanes[event.lane])
        nodes += _point(event, x, y, event.id == state.at)
    return nodes


def _point(event: TimelineEvent, x: float, y: float, read: bool) -> list[Node]:
    ring: list[Node] = [Disc(x, y, 21, "raised", "vermilion", 4)] if read else []
    color = "vermilion" if read else "ink"
    if event.standing == "happened":
        return [*ring, Disc(x, y, _R, color)]
    struck: list[Node] = [Stroke(((x - 12, y + 12), (x + 12, y - 12)), color, 3)]
    return [*ring, Disc(x, y, _R, "raised", color, 4), *(struck if event.standing == "superseded" else [])]


def _years(state: TimelineState, look: Look, chart: _Chart) -> list[Node]:
    """The years, each at its first event and as far as there is room; the one that is read always."""
    wide = look.width("2000", "meta") + 14
    firsts: dict[int, int] = {}
    for i, event in enumerate(state.events):
        firsts.setdefault(event.day.year, i)
    own = state.event.day.year
    count = len(state.events)
    spots = {year: _year_x(chart, chart.x(i, count), wide) for year, i in firsts.items()}
    spots[own] = _year_x(chart, chart.x(state.index, count), wide)
    drawn: list[float] = []
    nodes: list[Node] = []
    years = list(firsts)
    for year in dict.fromkeys((own, years[0], years[-1], *years)):
        x = spots[year]
        if all(abs(x - one) >= wide for one in drawn):
            drawn.append(x)
            cell = Box(x - wide / 2, chart.years, wide, look.style("meta").line)
            nodes.append(centred(look, cell, str(year), "meta", "ink" if year == own else "ink2"))
    return nodes


def _year_x(chart: _Chart, x: float, wide: float) -> float:
    return min(max(x, chart.inner.x + wide / 2), chart.inner.right - wide / 2)


def _slider(state: TimelineState, look: Look, chart: _Chart) -> list[Node]:
    """The knob with a step to either side; all of the lanes above it are touched too, where they lie within reach."""
    row, size = chart.row, chart.row.h
    last = len(state.events) - 1
    way = Box(chart.left - KNOB_R, row.y, chart.right - chart.left + 2 * KNOB_R, row.h)
    spoken = look.t("timeline.slider.spoken", when=when(look, state.event), name=look.say(state.event.name))
    share = state.index / max(1, last)
    top = max(chart.top, look.reach_top)
    area = Box(way.x, min(top, row.y), way.w, row.bottom - min(top, row.y))
    nodes: list[Node] = []
    for node in slider(look, way, SLIDER, share, look.t("timeline.slider"), spoken):
        nodes.append(replace(node, box=area) if isinstance(node, Target) else node)
    before, after = Box(row.x, row.y, size, size), Box(row.right - size, row.y, size, size)
    nodes += icon_button(look, before, "timeline.prev", "back", look.t("timeline.prev"), disabled=state.index == 0)
    return nodes + icon_button(
        look, after, "timeline.next", "next", look.t("timeline.next"), disabled=state.index == last
    )  # fmt: skip
