"""One step of a simulation that is walked through: its question with the tag, a stepper, content, buttons, a pager.

Owns where these stand. Leaves to the blocks what a step says and draws (ballot, role-play).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from screens.look import Look
from screens.parts.buttons import centred, icon_button
from screens.parts.foot import GAP, Press, foot_row
from screens.parts.paged import pager, pager_height
from screens.parts.panels import stepper, tag
from screens.scene import Box, Node

#: Draws the content of a step into a box for a page; returns what it drew and how many pages there are.
Draw = Callable[[Box, int], tuple[list[Node], int]]
_BESIDE = 420.0  # room beside the buttons in which a pager can stand


@dataclass(frozen=True, slots=True)
class Step:
    """One picture of a simulation: heading, content, buttons. `station` is its place on the stepper, if it has one."""

    title: str
    subtitle: str
    draw: Draw
    buttons: tuple[Press, ...] = ()
    station: str = ""
    hint: str = ""
    turns: str = ""  # prefix of the pager's ids, where it isn't the walk's


@dataclass(frozen=True, slots=True)
class Walk:
    """What all steps of a simulation share. `name` begins its ids and its words; `stations` are the stepper's."""

    name: str
    stations: tuple[str, ...]
    stepper_w: float
    large_steps: bool  # large text in portrait leaves the stepper room


def step_page(look: Look, box: Box, walk: Walk, step: Step, page: int) -> list[Node]:
    """Lay a step out: heading on top, buttons at the foot, content between, with a pager if it takes more pages."""
    nodes, top = heading(look, box, walk, step.title, step.subtitle, step.station)
    foot, left = foot_row(look, box, step.buttons)
    body = Box(box.x, top, box.w, left.y - (GAP if foot else 0) - top)
    drawn, pages = step.draw(body, page)
    if pages > 1:
        body, place = _with_pager(look, box, body, left)
        drawn, pages = step.draw(body, page)
        drawn += _pager(look, place, step.turns or walk.name, page, pages)
    return [*nodes, *drawn, *foot]


def _with_pager(look: Look, box: Box, body: Box, left: Box) -> tuple[Box, Box]:
    """Where content and pager go: the pager beside the buttons where they leave room, else on a row of its own."""
    high = pager_height(look)
    if look.landscape and left.h and left.w >= _BESIDE:
        return body, Box(box.x, box.bottom - high, min(left.w, 820.0 if look.large else 640.0), high)
    body = Box(body.x, body.y, body.w, body.h - high - GAP)
    return body, Box(box.x, body.bottom + GAP, min(box.w, 960.0), high)


def _pager(look: Look, box: Box, prefix: str, page: int, pages: int) -> list[Node]:
    """The pager; where its words have no room, arrows alone."""
    words = look.t("page.previous"), look.t("page.next")
    if max(look.width(word, "label") for word in words) + 64 <= box.w * 0.36:
        return pager(look, box, prefix, words, page, pages)
    here = page % pages
    before, after = Box(box.x, box.y, 120, box.h), Box(box.x + 290, box.y, 120, box.h)
    return [
        *icon_button(look, before, f"{prefix}.page.prev", "back", words[0], disabled=here == 0),
        centred(look, Box(before.right, box.y, 170, box.h), f"{here + 1} / {pages}", "meta", "ink2"),
        *icon_button(look, after, f"{prefix}.page.next", "next", words[1], disabled=here == pages - 1),
    ]


def heading(look: Look, box: Box, walk: Walk, title: str, subtitle: str, station: str = "") -> tuple[list[Node], float]:
    """The step's question, the tag that says it's a simulation, one line below. Returns the nodes and the free y."""
    word = look.t(f"{walk.name}.sim")
    tag_w = look.width(word, "micro") + 48
    if look.large and (look.landscape or not walk.large_steps):
        station = ""  # large words need the room; the question itself says which step it is
    beside = bool(station) and look.landscape
    room = box.w - (walk.stepper_w + 20 if beside else 0)
    style = look.fit(title, ("h1", "h2"), room - tag_w, look.style("h1").line)
    head = look.text(box.x, box.y + 12, room - tag_w, title, style, role="heading", id=f"{walk.name}.title")
    widest = look.width(head.lines[-1], style)
    tagged, _ = tag(look, box.x + widest + 24, head.box.bottom - look.style(style).line / 2 - 18, word)
    nodes: list[Node] = [head, *tagged]
    bottom = head.box.bottom
    if subtitle:
        below = look.text(box.x, bottom + 4, room, subtitle, "meta", color="ink2")
        nodes.append(below)
        bottom = below.box.bottom
    if station:
        names = [look.t(f"{walk.name}.station.{one}") for one in walk.stations]
        line = look.style("meta").line + 30
        place = Box(box.right - walk.stepper_w, box.y + 24, walk.stepper_w, line)
        place = place if beside else Box(box.x, bottom + 12, box.w, line)
        nodes += stepper(look, place, names, walk.stations.index(station))
        bottom = max(bottom, place.y + 30 + line)
    return nodes, bottom + 16
