"""The stairs: closed slabs to touch, the open one to read, and the vermilion dot that has hopped up to it."""

from __future__ import annotations

from content.schema import Step
from screens.exhibit.blocks import BlockView
from screens.exhibit.blocks.steps import stairs
from screens.exhibit.blocks.steps.model import StepsState
from screens.exhibit.blocks.steps.slab import one_page, open_slab, paged, try_button
from screens.exhibit.blocks.steps.stairs import Stairs
from screens.look import Look
from screens.parts import button_height, panel
from screens.parts.buttons import centred
from screens.scene import Box, Disc, Fill, Group, Icon, Node, Stroke, Target

_PLUS = 96.0
_DOT_LIFT = 32.0
_OPEN_H = 620.0
_LOW_RISE = 20.0  # where words need the height more than the stairs do
_SHADES = ("fill_2", "fill_3", "fill_3", "fill_4")


def view(state: StepsState, look: Look, box: Box) -> BlockView:
    """Landscape: slabs side by side, standing on the dock. Portrait: rows, the first at the foot."""
    if look.reach_top:
        return BlockView(tuple(low_view(state, look, box)))
    flight = _flight(state, look, box)
    nodes: list[Node] = [Fill(flight.slabs[state.open], "raised")]
    nodes += open_slab(state, look, _within(look, box, flight.slabs[state.open]))
    return BlockView((*nodes, *_closed_slabs(state, look, box, flight), *_edges(state, look, flight)))


def low_view(state: StepsState, look: Look, box: Box) -> list[Node]:
    """Low reach: words above, where nothing has to be touched; the stairs with arrows and button below."""
    room = Box(box.x, box.y, box.w, look.reach_top - stairs.DOT_ROOM - 8 - box.y)
    count = len(state.block.steps)
    words = one_page(state, look, room, doors=False)
    foot = button_height(look, primary=state.step.opens is not None)
    open_h = max(foot + 40, (box.bottom - look.reach_top) / count)
    closed = (box.bottom - look.reach_top - open_h) / (count - 1)
    flight = stairs.portrait(box, count, state.open, open_h, closed, _tread(look))
    slab = flight.slabs[state.open]
    left = slab.x + _tread(look) + 28
    row = Box(left, slab.center[1] - foot / 2, slab.right - 28 - left, foot)
    inner = room.inset(28, 16)
    if words:
        acts = try_button(state, look, row)
    else:
        words, acts = paged(state, look, inner, row)
    shown = acts or _row(look, slab, look.say(state.step.name), state.open, "", plus=False)
    nodes = [*panel(room, look), *words, Fill(slab, "raised"), *shown]
    return [*nodes, *_closed_slabs(state, look, box, flight), *_edges(state, look, flight)]


def _closed_slabs(state: StepsState, look: Look, box: Box, flight: Stairs) -> list[Node]:
    nodes: list[Node] = []
    for i, (step, slab) in enumerate(zip(state.block.steps, flight.slabs, strict=True)):
        if i != state.open:
            style = _name_style(look, state.block.steps, slab.w)
            nodes += _closed(look, box, slab, step, i, style)
    return nodes


def _edges(state: StepsState, look: Look, flight: Stairs) -> list[Node]:
    return [*_outline(look, flight), *_dot(look, flight, state.open)]


def _tread(look: Look) -> float:
    return 44.0 if look.large else 56.0


def _within(look: Look, box: Box, slab: Box) -> Box:
    """The part of a slab that lies above the dock."""
    return Box(slab.x, slab.y, slab.w, min(slab.bottom, box.bottom) - slab.y)


def _flight(state: StepsState, look: Look, box: Box) -> Stairs:
    steps = state.block.steps
    if look.landscape:
        rests_on_dock = box.bottom >= look.content.bottom - 1
        ground = look.size[1] - look.dock_h if rests_on_dock else box.bottom
        wide = _closed_width(look, steps)
        least = (
            max(_closed_height(look, one, wide, _name_style(look, steps, wide)) for one in steps) + ground - box.bottom
        )
        room = ground - box.y - stairs.DOT_ROOM
        read = room - _LOW_RISE * (len(steps) - 1) if look.large else (476.0 if look.english else 440.0)
        return stairs.landscape(box, ground, len(steps), state.open, wide, max(least, read))
    top = box.y + stairs.DOT_ROOM
    room = box.bottom - top
    tallest = room - (len(steps) - 1) * _row_height(look)
    open_h = tallest if look.large else min(tallest, max(_OPEN_H, room * 0.5))
    closed = (room - open_h) / (len(steps) - 1)
    return stairs.portrait(box, len(steps), state.open, open_h, closed, _tread(look))


def _row_height(look: Look) -> float:
    return 112.0 if look.large else 104.0


# ---- closed slabs ----------------------------------------


def _stacked(look: Look, name: str) -> bool:
    return not look.large and not look.english and len(name) <= 5 and name.isalpha() and ord(name[0]) > 0x2E80


def _name_style(look: Look, steps: tuple[Step, ...], wide: float) -> str:
    """One style for all names: the largest in which no word is torn."""
    names = [look.say(one.name) for one in steps]
    if all(_stacked(look, name) for name in names):
        return "h2"
    words = [word for name in names for word in (name.split() if look.english else [name])]
    whole = (one for one in ("h2", "h3") if max(look.width(word, one) for word in words) <= wide - 20)
    return next(whole, "label")


def _closed_width(look: Look, steps: tuple[Step, ...]) -> float:
    """196 px, more where a name has a longer word, never so much that the open slab starves."""
    names = [look.say(one.name) for one in steps if not _stacked(look, look.say(one.name))]
    words = [word for name in names for word in (name.split() if look.english else [name])]
    longest = max((look.width(word, "label") for word in words), default=0.0) + 24
    return min(max(196.0, longest), (look.content.w - 780) / (len(steps) - 1))


def _plus_size(look: Look) -> float:
    return 64.0 if look.large else _PLUS


def _closed_height(look: Look, step: Step, wide: float, style: str) -> float:
    name = look.say(step.name)
    line = look.style(style).line
    high = line * 0.86 * len(name) if _stacked(look, name) else look.height(name, style, wide - 20)
    return 24 + look.style("numeral").line + 16 + high + 16 + _plus_size(look) + 12


def _closed(look: Look, box: Box, slab: Box, step: Step, index: int, style: str) -> list[Node]:
    id = f"steps.step.{step.id}"
    touch = _within(look, box, slab)
    name = look.say(step.name)
    spoken = look.t("steps.open", i=index + 1, name=name)
    inner = _tall(look, slab, touch, name, index, id, style) if look.landscape else _row(look, slab, name, index, id)
    return [Fill(slab, _SHADES[min(index, 3)]), *inner, Target(touch, id, "tab", name, spoken, False, radius=0)]


def _tall(look: Look, slab: Box, touch: Box, name: str, index: int, id: str, style: str) -> list[Node]:
    number = look.style("numeral").line
    nodes: list[Node] = [
        centred(look, Box(slab.x, slab.y + 24, slab.w, number), str(index + 1), "numeral", "ink", of=id)
    ]
    top = slab.y + 24 + number + 16
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


def _row(look: Look, slab: Box, name: str, index: int, id: str, plus: bool = True) -> list[Node]:
    left = slab.x + _tread(look) + 28
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
        *(_plus(look, slab.right - 28 - _plus_size(look) / 2, slab.center[1]) if plus else []),
    ]


def _plus(look: Look, x: float, y: float) -> list[Node]:
    r = _plus_size(look) / 2 if look.landscape else min(40.0, _plus_size(look) / 2)
    return [Disc(x, y, r, "raised", "control", 3), Icon(Box(x - 22, y - 22, 44, 44), "plus", "ink")]


# ---- the stair and the dot ----------------------------------------


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
