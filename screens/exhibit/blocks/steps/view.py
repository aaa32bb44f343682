"""The stairs: closed slabs to touch, the open one to read, and the vermilion dot that has hopped up to it."""

from __future__ import annotations

from content.schema import Step
from screens.exhibit.blocks import BlockView
from screens.exhibit.blocks.steps import stairs
from screens.exhibit.blocks.steps.model import StepsState
from screens.exhibit.blocks.steps.slab import open_slab
from screens.exhibit.blocks.steps.stairs import Stairs
from screens.look import Look
from screens.parts.buttons import centred
from screens.scene import Box, Disc, Fill, Group, Icon, Node, Picture, Stroke, Target

_PLUS = 96.0
_TREAD = 56.0
_DOT_LIFT = 32.0
_OPEN_H = 620.0
_SHADES = ("fill_2", "fill_3", "fill_3", "fill_4")


def view(state: StepsState, look: Look, box: Box) -> BlockView:
    """Landscape: slabs side by side, standing on the dock. Portrait: rows, the first at the foot."""
    flight = _flight(state, look, box)
    nodes: list[Node] = []
    if not look.landscape:
        nodes += _above(state, look, box, flight)
    for i, (step, slab) in enumerate(zip(state.block.steps, flight.slabs, strict=True)):
        if i == state.open:
            nodes.append(Fill(slab, "raised"))
            nodes += open_slab(state, look, _within(look, box, slab))
        else:
            nodes += _closed(look, box, slab, step, i, _SHADES[min(i * 4 // len(flight.slabs), 3)])
    nodes += _outline(look, flight)
    nodes += _dot(look, flight, state.open)
    return BlockView(tuple(nodes))


def _within(look: Look, box: Box, slab: Box) -> Box:
    """The part of a slab that lies above the dock."""
    return Box(slab.x, slab.y, slab.w, min(slab.bottom, box.bottom) - slab.y)


def _flight(state: StepsState, look: Look, box: Box) -> Stairs:
    steps = state.block.steps
    if look.landscape:
        rests_on_dock = box.bottom >= look.content.bottom - 1
        ground = look.size[1] - look.dock_h if rests_on_dock else box.bottom
        wide = _closed_width(look, steps)
        least = max(_closed_height(look, one, wide) for one in steps) + ground - box.bottom
        return stairs.landscape(box, ground, len(steps), state.open, wide, max(least, 440.0))
    top = max(box.y + stairs.DOT_ROOM, look.reach_top)
    room = box.bottom - top
    tallest = room - (len(steps) - 1) * _row_height(look)
    open_h = tallest if look.large else min(tallest, max(_OPEN_H, room * 0.5))
    closed = (room - open_h) / (len(steps) - 1)
    return stairs.portrait(box, len(steps), state.open, open_h, closed, 44.0 if look.large else _TREAD)


def _row_height(look: Look) -> float:
    return 112.0 if look.large else 104.0


def _above(state: StepsState, look: Look, box: Box, flight: Stairs) -> list[Node]:
    """Where low reach leaves the top empty, the drawing of the open step."""
    room = flight.slabs[-1].y - stairs.DOT_ROOM - box.y
    if not state.step.art or room < 240:
        return []
    return [Picture(Box(box.x, box.y, box.w, room - 20), state.step.art)]


# ---- closed slabs ----------------------------------------------------------------------------------------


def _stacked(look: Look, name: str) -> bool:
    return not look.english and len(name) <= 5 and name.isalpha() and ord(name[0]) > 0x2E80


def _name_style(look: Look, name: str, wide: float) -> str:
    if _stacked(look, name):
        return "h3" if look.large else "h2"
    return look.fit(name, ("h2", "h3", "label"), wide - 20, 3 * look.style("h2").line)


def _closed_width(look: Look, steps: tuple[Step, ...]) -> float:
    """196 px, more where a name has a longer word, never so much that the open slab starves."""
    words = [word for one in steps for word in (look.say(one.name).split() if look.english else [])]
    longest = max((look.width(word, "label") for word in words), default=0.0) + 24
    return min(max(196.0 if not look.large else 150.0, longest), (look.content.w - 780) / (len(steps) - 1))


def _plus_size(look: Look) -> float:
    return 64.0 if look.large else _PLUS


def _closed_height(look: Look, step: Step, wide: float) -> float:
    name = look.say(step.name)
    style = _name_style(look, name, wide)
    line = look.style(style).line
    high = line * 0.86 * len(name) if _stacked(look, name) else look.height(name, style, wide - 20)
    return 24 + look.style("numeral").line + 16 + high + 16 + _plus_size(look) + 12


def _closed(look: Look, box: Box, slab: Box, step: Step, index: int, shade: str) -> list[Node]:
    id = f"steps.step.{step.id}"
    touch = _within(look, box, slab)
    name = look.say(step.name)
    spoken = look.t("steps.open", i=index + 1, name=name)
    inner = _tall(look, slab, touch, name, index, id) if look.landscape else _row(look, slab, name, index, id)
    return [Fill(slab, shade), *inner, Target(touch, id, "tab", name, spoken, False, radius=0)]


def _tall(look: Look, slab: Box, touch: Box, name: str, index: int, id: str) -> list[Node]:
    number = look.style("numeral").line
    nodes: list[Node] = [
        centred(look, Box(slab.x, slab.y + 24, slab.w, number), str(index + 1), "numeral", "ink", of=id)
    ]
    top = slab.y + 24 + number + 16
    style = _name_style(look, name, slab.w)
    if _stacked(look, name):
        line = look.style(style).line * 0.86
        for i, char in enumerate(name):
            nodes.append(
                centred(look, Box(slab.x, top + i * line, slab.w, look.style(style).line), char, style, "ink", of=id)
            )
    else:
        high = look.height(name, style, slab.w - 20)
        nodes.append(centred(look, Box(slab.x, top, slab.w, high), name, style, "ink", slab.w - 20, of=id))
    return [*nodes, *_plus(look, slab.center[0], touch.bottom - _plus_size(look) / 2 - 2)]


def _row(look: Look, slab: Box, name: str, index: int, id: str) -> list[Node]:
    left = slab.x + (44 if look.large else _TREAD) + 28
    number_w = look.width(str(index + 1), "numeral") + 28
    room = slab.right - left - number_w - _plus_size(look) - 56
    style = look.fit(name, ("h2", "h3", "label"), room, slab.h - 8)
    high = look.height(name, style, room)
    number = look.style("numeral").line
    top = slab.y + (slab.h - high) / 2
    return [
        centred(
            look, Box(left, slab.center[1] - number / 2, number_w - 28, number), str(index + 1), "numeral", "ink", of=id
        ),
        look.text(left + number_w, top, room, name, style, of=id, max_h=slab.h),
        *_plus(look, slab.right - 28 - _plus_size(look) / 2, slab.center[1]),
    ]


def _plus(look: Look, x: float, y: float) -> list[Node]:
    r = _plus_size(look) / 2 if look.landscape else min(40.0, _plus_size(look) / 2)
    return [Disc(x, y, r, "raised", "control", 3), Icon(Box(x - 22, y - 22, 44, 44), "plus", "ink")]


# ---- the stair and the dot -------------------------------------------------------------------------------


def _outline(look: Look, flight: Stairs) -> list[Node]:
    seams: list[Node] = []
    for slab, nxt in zip(flight.slabs, flight.slabs[1:], strict=False):
        if look.landscape:
            seams.append(Stroke(((nxt.x, slab.y), (nxt.x, slab.bottom)), "line", 2))
        else:
            seams.append(Stroke(((nxt.x, slab.y), (slab.right, slab.y)), "line", 2))
    right = flight.slabs[-1].right
    edge = (*flight.outline[:-1], (right, flight.outline[-1][1]))
    return [*seams, Stroke(edge, "ink", 4)]


def _dot(look: Look, flight: Stairs, open: int) -> list[Node]:
    """The trail of hops so far, and the dot, which travels when another step is opened (700 ms)."""
    x, y = flight.rests[open]
    nodes: list[Node] = [Disc(px, py, 2.5, "vermilion") for px, py in stairs.hops(flight.rests, open)[:-2]]
    nodes += [Disc(px, py - 16, 7, "vermilion") for px, py in flight.rests[:open]]
    dot = (Disc(0, 0, 26, "paper", "vermilion", 3), Disc(0, 0, 17, "vermilion"))
    return [*nodes, Group("steps.dot", dot, x, y - _DOT_LIFT, look.tokens.duration("dot_travel"))]
