"""What is touched beside the map: who walks, what is held, how long, what is built."""

from __future__ import annotations

from fractions import Fraction

from content.schema import ReachWalker
from screens.exhibit.blocks.reach.model import HOME, LEAST, MOST, ReachState
from screens.exhibit.blocks.reach.wording import name_of, taken
from screens.look import Look
from screens.parts import ButtonKind, button, icon_button
from screens.parts.buttons import centred
from screens.parts.slider import slider
from screens.scene import Box, Fill, Icon, Node, Target

_GAP = 12.0
_ARROWS = (("left", "back"), ("right", "next"), ("up", "up"), ("down", "down"))


def row_height(look: Look) -> float:
    """Height of a row of controls."""
    return 112.0 if look.large else 96.0


def walkers(state: ReachState, look: Look, box: Box) -> list[Node]:
    """Who walks, and how much each of them reaches: the comparison."""
    nodes: list[Node] = [Fill(box, "raised", 12, "ink", look.tokens.stroke("control"))]
    for one, cell in zip(state.block.walkers, box.columns(len(state.block.walkers), 0), strict=True):
        nodes += _walker(state, look, cell, one)
    return nodes


def _walker(state: ReachState, look: Look, cell: Box, one: ReachWalker) -> list[Node]:
    on = one.id == state.walker_id
    id = f"reach.walker.{one.id}"
    name = look.say(one.name)
    count = look.t("reach.count", k=len(state.reached(one)), all=len(state.block.services))
    room = cell.w - 24
    ink = "on_ink" if on else "ink"
    high, line = look.height(name, "label", room), look.style("meta").line
    both = high + line <= cell.h - 8
    top = cell.y + (cell.h - high - (line if both else 0)) / 2
    nodes: list[Node] = [Fill(cell, "ink", 12)] if on else []
    nodes.append(centred(look, Box(cell.x + 12, top, room, high), name, "label", ink, of=id))
    if both:
        nodes.append(centred(look, Box(cell.x + 12, top + high, room, line), count, "meta", ink, of=id))
    return [*nodes, Target(cell, id, "tab", name, f"{name}，{count}", on, False, 12, on)]


def _thing_height(look: Look) -> float:
    return look.style("label").line + look.style("meta").line + 20


def things_height(look: Look, across: int) -> float:
    """Height of home and five services, so many abreast."""
    rows = -(-6 // across)
    return rows * max(96.0, _thing_height(look)) + (rows - 1) * _GAP


def things(state: ReachState, look: Look, box: Box, across: int) -> list[Node]:
    """Home and the services, with the minutes to each; the one held moves when the map is touched."""
    arrivals = state.arrivals(state.walker)
    rows = -(-6 // across)
    cells = [cell for row in box.rows(rows, _GAP) for cell in row.columns(across, _GAP)]
    nodes: list[Node] = []
    for (id, _), cell in zip(state.stands, cells, strict=False):
        nodes += _thing(state, look, cell, id, arrivals.get(id))
    return nodes


def _thing(state: ReachState, look: Look, cell: Box, thing: str, minutes: Fraction | None) -> list[Node]:
    on = thing == state.held
    id = f"reach.hold.{thing}"
    name = name_of(state, look, thing)
    said = look.t("reach.home.note") if thing == HOME else taken(look, minutes)
    icons = {one.id: one.icon for one in state.block.services}
    near = minutes is not None and minutes <= state.minutes
    left = cell.x + 16
    nodes: list[Node] = [Fill(cell, "raised", 12, "ink" if on else "control", 5 if on else 2)]
    room = cell.w - 32
    words = max(look.width(name, "label"), look.width(said, "meta") + 44)
    if room - 60 >= words:
        icon = "home" if thing == HOME else icons[thing]
        nodes.append(Icon(Box(left, cell.center[1] - 24, 48, 48), icon, "ink" if thing == HOME else "teal"))
        left, room = left + 60, room - 60
    line, second = look.style("label").line, look.style("meta").line
    top = cell.y + (cell.h - line - second) / 2
    nodes.append(look.text(left, top, room, name, "label", of=id, max_h=line))
    nodes.append(look.text(left, top + line, room, said, "meta", color="ink2", of=id, max_h=second))
    if thing != HOME and room >= look.width(said, "meta") + 40:
        mark, color = ("check", "teal") if near else ("close" if minutes is None else "clock", "ochre_deep")
        x = left + look.width(said, "meta") + 10
        nodes.append(Icon(Box(x, top + line + second / 2 - 15, 30, 30), mark, color))
    nodes.append(Target(cell, id, "option", name, look.t("reach.held", name=name, time=said), on))
    return nodes


def minutes_row(state: ReachState, look: Look, box: Box) -> list[Node]:
    """Fewer minutes, the slider, more minutes, and how many they are."""
    size = box.h
    said = look.t("reach.taken", n=state.minutes)
    wide = max(look.width(look.t("reach.taken", n=n), "label_l") for n in (LEAST, MOST)) + 8
    track = Box(box.x + size + _GAP, box.y, box.w - 2 * (size + _GAP) - wide - _GAP, size)
    share = (state.minutes - LEAST) / (MOST - LEAST)
    tick = (state.block.minutes - LEAST) / (MOST - LEAST)
    less, more = Box(box.x, box.y, size, size), Box(track.right + _GAP, box.y, size, size)
    line = look.style("label_l").line
    return [
        *icon_button(look, less, "reach.less", "minus", look.t("reach.less"), disabled=state.minutes == LEAST),
        *slider(look, track, "reach.minutes", share, look.t("reach.minutes"), said, ticks=(tick,)),
        *icon_button(look, more, "reach.more", "plus", look.t("reach.more"), disabled=state.minutes == MOST),
        look.text(box.right - wide, box.y + (size - line) / 2, wide, said, "label_l", align="right", max_h=line),
    ]


def extras(state: ReachState, look: Look, box: Box) -> list[Node]:
    """What can be built, and everything back to where it was."""
    back = Box(box.right - box.h, box.y, box.h, box.h)
    nodes = icon_button(look, back, "reach.again", "undo", look.t("reach.again"))
    return nodes + _works(state, look, Box(box.x, box.y, box.w - box.h - _GAP, box.h))


def _works(state: ReachState, look: Look, box: Box) -> list[Node]:
    nodes: list[Node] = []
    for work, cell in zip(state.block.works, box.columns(max(1, len(state.block.works)), _GAP), strict=False):
        on = work.id in state.built
        name = look.say(work.name)
        icon = work.icon if look.width(name, "label") + 56 + 56 + 8 <= cell.w else None
        spoken = look.t("reach.build.spoken", name=name)
        kind: ButtonKind = "primary" if on else "secondary"
        nodes += button(look, cell, f"reach.build.{work.id}", name, kind, icon=icon, style="label", spoken=spoken,
                        role="toggle", on=on)  # fmt: skip
    return nodes


def arrows(state: ReachState, look: Look, box: Box) -> list[Node]:
    """What is held, one crossing on: for where the map lies out of reach. Beside them what can be built."""
    size = max(96.0, min(box.h, (box.w - 4 * _GAP) / 6))
    nodes: list[Node] = []
    for i, (way, icon) in enumerate(_ARROWS):
        cell = Box(box.x + i * (size + _GAP), box.y, size, box.h)
        dead = state.neighbour(way) is None
        nodes += icon_button(look, cell, f"reach.move.{way}", icon, look.t(f"reach.{way}"), disabled=dead)
    left = box.x + 4 * (size + _GAP)
    return nodes + _works(state, look, Box(left, box.y, box.right - left, box.h))
