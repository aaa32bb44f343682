"""The road to election day: the numbered days one after another, the point that is now. Not to scale.

The days follow from the visitor's choice, so each station carries its date (and its name, where there is room).
"""

from __future__ import annotations

from datetime import date, timedelta

from screens.exhibit.blocks.election.model import ElectionState
from screens.exhibit.blocks.election.wording import day_words
from screens.look import Look
from screens.parts.buttons import centred
from screens.scene import Box, Disc, Group, Node, Shape, Stroke

_R = 21.0
_POINT_H = 62.0


def _named(look: Look) -> bool:
    return look.landscape and not look.large


def _dated(look: Look) -> bool:
    return look.landscape or not look.large


def road_height(look: Look) -> float:
    """Room for the point, the line and what stands below it."""
    lines = look.style("micro").line * (_dated(look) + 2 * _named(look))
    return _POINT_H + 2 * _R + 6 + lines


def road(state: ElectionState, look: Look, box: Box) -> list[Node]:
    """The point is the page's one vermilion mark; it travels when the next case comes up."""
    y = box.y + _POINT_H + _R
    step = box.w / (len(state.days) + 1)
    xs = [box.x + step * (i + 1) for i in range(len(state.days))]
    nodes: list[Node] = [Stroke(((box.x, y), (xs[-1], y)), "teal", 4)]
    for number, ((day, _), x) in enumerate(zip(state.days, xs, strict=True), start=1):
        nodes += _station(state, look, Box(x - step / 2, y - _R, step, 0), number, day)
    x = _at(state.election_day - timedelta(days=state.case.day), [day for day, _ in state.days], xs, step)
    point: tuple[Node, ...] = (
        Disc(0, -52, 15, "vermilion"),
        Shape(((-10.0, -43.0), (10.0, -43.0), (0.0, -26.0)), "vermilion"),
    )
    return [*nodes, Group("election.point", point, x, y, look.tokens.duration("dot_travel"))]


def _station(state: ElectionState, look: Look, cell: Box, number: int, day: date) -> list[Node]:
    x, y = cell.center[0], cell.y + _R
    line = look.style("micro").line
    last = day == state.election_day
    nodes: list[Node] = [
        Disc(x, y, _R, "paper" if last else "teal", "ink" if last else None, 4 if last else 0),
        centred(look, Box(x - _R, y - line / 2, 2 * _R, line), str(number), "micro", "ink" if last else "on_teal"),
    ]
    said = day_words(look, day)
    if _dated(look) and look.width(said, "micro") <= cell.w - 4:
        nodes.append(centred(look, Box(cell.x, y + _R + 4, cell.w, line), said, "micro", "ink2"))
    if _named(look):
        names = {one.key: look.say(one.name) for one in state.block.deadlines}
        due = next(due for at, due in state.days if at == day)
        for i, one in enumerate(due[:2]):
            place = Box(cell.x, y + _R + 4 + line * (i + 1), cell.w, line)
            if look.width(names[one.key], "micro") <= cell.w - 8:
                nodes.append(centred(look, place, names[one.key], "micro", "ink"))
    return nodes


def _at(day: date, days: list[date], xs: list[float], step: float) -> float:
    """Where a day lies between its neighbours; before the first one, half a step ahead of it."""
    if day < days[0]:
        return xs[0] - step / 2
    for (a, ax), (b, bx) in zip(zip(days, xs, strict=True), zip(days[1:], xs[1:], strict=True), strict=False):
        if a <= day <= b:
            return ax + (bx - ax) * ((day - a) / (b - a))
    return xs[-1]
