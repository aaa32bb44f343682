"""The teacher's page: grade, length and number of teams beside the route; no pupil is asked for anything."""

from __future__ import annotations

from content.schema import Tour
from screens.look import Look
from screens.parts import button, button_height, icon_button, segmented
from screens.scene import Box, Icon, Label, Node
from screens.screen import View
from screens.tour.pieces import GAP, ground, heading, sign
from screens.tour.route import route
from screens.tour.state import TourState, stops_of
from screens.tour.teams import FEWEST, MOST, TEAMS

_GRADES = ("primary", "junior", "senior")


def setup_view(state: TourState, look: Look) -> View:
    """Landscape: the route left, the choices right. Portrait: the route above, the choices within reach below."""
    content = look.content
    tour = state.tour
    assert tour is not None
    stops = stops_of(tour, state.length)
    nodes, top = heading(look, content, look.say(tour.title), look.t("tour.setup.sub", n=len(stops)))
    if look.landscape:
        side = 642.0 if not look.large else 940.0
        right = Box(content.right - side, top, side, content.bottom - top)
        nodes += route(look, Box(content.x, top, content.w - side - 32, content.bottom - top), stops, state.length)
    else:
        high = _height(look)
        right = Box(content.x, content.bottom - high, content.w, high)
        nodes += route(look, Box(content.x, top, content.w, right.y - 28 - top), stops, state.length)
    nodes += _choices(state, tour, look, right)
    return View(tuple(nodes), hint=look.t("tour.setup.hint"))


def _segment_h(look: Look) -> float:
    return 112.0 if look.large else 96.0


def _height(look: Look) -> float:
    """What the choices need below one another."""
    head = look.style("h3").line + 8
    return 3 * head + 3 * _segment_h(look) + 3 * 16 + look.style("meta").line + button_height(look) + 2 * 12


def _choices(state: TourState, tour: Tour, look: Look, box: Box) -> list[Node]:
    go = Box(box.x, box.bottom - button_height(look), box.w, button_height(look))
    line = look.style("meta").line
    nodes: list[Node] = [*button(look, go, "tour.go", look.t("tour.go"), icon="next")]
    nodes.append(look.text(box.x, go.y - 12 - line, box.w, look.t("tour.privacy"), "meta", color="ink2", max_h=line))
    rows = Box(box.x, box.y, box.w, go.y - 24 - line - box.y).rows(3, 12)
    grades = [(f"tour.grade.{one}", look.t(f"tour.grade.{one}")) for one in _GRADES if one in tour.grades]
    nodes += _row(look, rows[0], look.t("tour.grade"))
    nodes += segmented(look, _foot(look, rows[0]), grades, f"tour.grade.{state.grade}")
    lengths = [(f"tour.length.{i}", look.t("tour.length.of", n=n)) for i, n in enumerate(tour.lengths)]
    nodes += _row(look, rows[1], look.t("tour.length"))
    nodes += segmented(look, _foot(look, rows[1]), lengths, f"tour.length.{state.length}")
    nodes += _row(look, rows[2], look.t("tour.teams", n=state.teams))
    return nodes + _teams(state, look, _foot(look, rows[2]))


def _beside(look: Look) -> bool:
    """Whether a row's name stands left of its control: where large text leaves no height for it above."""
    return look.large and look.landscape


def _row(look: Look, box: Box, text: str) -> list[Label]:
    foot = _foot(look, box)
    if _beside(look):
        room = foot.x - box.x - 16
        high = look.height(text, "label", room)
        return [look.text(box.x, foot.center[1] - high / 2, room, text, "label", max_h=box.h)]
    return [look.text(box.x, foot.y - 8 - look.style("h3").line, box.w, text, "h3")]


def _foot(look: Look, row: Box) -> Box:
    """The control of a row: right below its name, in the middle of what room there is; or right of it."""
    high = _segment_h(look)
    if _beside(look):
        return Box(row.x + 200, row.y + (row.h - high) / 2, row.w - 200, high)
    need = look.style("h3").line + 8 + high
    top = row.y + max(0.0, (row.h - need) / 2) + need - high
    return Box(row.x, top, row.w, high)


def _teams(state: TourState, look: Look, box: Box) -> list[Node]:
    """Fewer, the emblems of the teams there are, more."""
    wide = max(96.0, box.h)
    less, more = Box(box.x, box.y, wide, box.h), Box(box.right - wide, box.y, wide, box.h)
    nodes = icon_button(
        look, less, "tour.teams.less", "minus", look.t("tour.teams.less"), disabled=state.teams <= FEWEST
    )
    nodes += icon_button(look, more, "tour.teams.more", "plus", look.t("tour.teams.more"), disabled=state.teams >= MOST)
    between = Box(less.right + GAP / 2, box.y, more.x - less.right - GAP, box.h)
    for team, cell in zip(TEAMS[: state.teams], between.columns(state.teams, 6), strict=True):
        size = min(40.0, cell.w - 8)
        x, y = cell.center
        nodes.append(ground(look, cell, team))
        nodes.append(Icon(Box(x - size / 2, y - size / 2 - 18, size, size), team.icon, "ink"))
        full = f"{team.number} {look.t(team.name)}"
        nodes.append(sign(look, Box(cell.x, y + 4, cell.w, 40), str(team.number), "label", full=full))
    return nodes
