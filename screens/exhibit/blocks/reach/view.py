"""The walk: the town with its minutes, and beside or below it who walks, what is moved, what is built."""

from __future__ import annotations

from dataclasses import replace

from screens.exhibit.blocks import BlockView
from screens.exhibit.blocks.reach.controls import (
    arrows,
    extras,
    minutes_row,
    row_height,
    things,
    things_height,
    walkers,
)
from screens.exhibit.blocks.reach.model import ReachState
from screens.exhibit.blocks.reach.town import height_to_touch, legend, town
from screens.exhibit.blocks.reach.wording import name_of, verdict
from screens.look import Look
from screens.scene import Box, Node

_GAP = 12.0
_RIGHT_W = 620.0


def view(state: ReachState, look: Look, box: Box) -> BlockView:
    """The map is touched where it lies within reach; otherwise arrows move what is held."""
    nodes = _landscape(state, look, box) if look.landscape else _portrait(state, look, box)
    hint = look.t("reach.hint", name=name_of(state, look, state.held)) if state.stands != _first(state) else ""
    return BlockView(tuple(nodes), hint=hint, sample=True)


def _first(state: ReachState) -> tuple[tuple[str, str], ...]:
    """How things stood at the beginning: until something moves, the block's own hint says what to do."""
    return (("home", state.block.home), *((one.id, one.stands) for one in state.block.services))


def _landscape(state: ReachState, look: Look, box: Box) -> list[Node]:
    right_w = 680.0 if look.large else _RIGHT_W
    left = Box(box.x, box.y, box.w - right_w - 28, box.h)
    right = Box(left.right + 28, box.y, right_w, box.h)
    nodes, top = _verdict(state, look, left)
    row = row_height(look)
    picture = Box(left.x, top, left.w, left.bottom - row - _GAP - top)
    nodes += town(state, look, picture, touch=picture.h >= height_to_touch())
    nodes += minutes_row(state, look, Box(left.x, left.bottom - row, left.w, row))
    touched = picture.h >= height_to_touch()
    return nodes + _column(state, look, right, touched)


def _column(state: ReachState, look: Look, box: Box, touched: bool) -> list[Node]:
    """Who walks, what is moved, what is built; below them where the speeds come from."""
    row = row_height(look)
    nodes = walkers(state, look, Box(box.x, box.y, box.w, row + 16))
    y = box.y + row + 16 + _GAP
    across = 2 if things_height(look, 2) <= box.bottom - y - row - _GAP else 3
    high = things_height(look, across)
    nodes += things(state, look, Box(box.x, y, box.w, high), across)
    y += high + _GAP
    place = Box(box.x, y, box.w, row)
    nodes += extras(state, look, place) if touched else arrows(state, look, place)
    return nodes + _basis(state, look, Box(box.x, y + row + _GAP, box.w, box.bottom - y - row - _GAP))


def _portrait(state: ReachState, look: Look, box: Box) -> list[Node]:
    """The map above; everything else below it, from the low-reach line down when that is asked for."""
    row = row_height(look)
    grid = things_height(look, 3)
    nodes, begin = _verdict(state, look, box)
    rows = [row + 16, grid, row, row]
    used = sum(rows) + _GAP * len(rows)
    words = _words_height(state, look, box.w)
    if box.bottom - used - words - _GAP - begin < height_to_touch():
        words = 0.0  # the map comes first
    top = max(box.bottom - used - words, look.reach_top)
    while len(rows) > 2 and top + sum(rows) + _GAP * (len(rows) - 1) > box.bottom + 0.5:
        rows.pop()
    picture = Box(box.x, begin, box.w, min(top - _GAP - begin, 900.0))
    touched = picture.h >= height_to_touch() and picture.y >= look.reach_top
    nodes += town(state, look, picture, touched)
    y = top if look.low else picture.bottom + _GAP
    nodes += walkers(state, look, Box(box.x, y, box.w, rows[0]))
    y += rows[0] + _GAP
    nodes += things(state, look, Box(box.x, y, box.w, grid), 3)
    y += grid + _GAP
    if len(rows) > 2:
        place = Box(box.x, y, box.w, row)
        nodes += extras(state, look, place) if touched else arrows(state, look, place)
        y += row + _GAP
    if len(rows) > 3:
        nodes += minutes_row(state, look, Box(box.x, y, box.w, row))
        y += row + _GAP
    return nodes + _basis(state, look, Box(box.x, y, box.w, box.bottom - y))


def _verdict(state: ReachState, look: Look, box: Box) -> tuple[list[Node], float]:
    label = look.text(box.x, box.y, box.w, verdict(state, look), "h3", role="status")
    return [label], label.box.bottom + 8


def _texts(state: ReachState, look: Look) -> tuple[str, str]:
    return look.say(state.walker.basis), look.say(state.block.disclaimer)


def _words_height(state: ReachState, look: Look, width: float) -> float:
    return sum(look.height(one, "meta", width) for one in _texts(state, look)) + look.style("meta").line + 12


def _basis(state: ReachState, look: Look, box: Box) -> list[Node]:
    """Where the speeds come from, what the lines mean, where the fifteen minutes come from: as far as there is room."""
    basis, rule = (look.text(box.x, box.y, box.w, one, "meta", color="ink2") for one in _texts(state, look))
    line = look.style("meta").line
    nodes: list[Node] = []
    y = box.y
    if y + basis.box.h <= box.bottom + 0.5:
        nodes.append(basis)
        y = basis.box.bottom + 4
    if y + line <= box.bottom + 0.5:
        nodes += legend(look, Box(box.x, y, box.w, line))
        y += line + 4
    if y + rule.box.h <= box.bottom + 0.5:
        nodes.append(replace(rule, box=Box(box.x, y, box.w, rule.box.h)))
    return nodes
