"""The picture with a place to touch over everything in it, and a mark on what was touched: a ring, or a tick."""

from __future__ import annotations

from content.schema import Spot
from screens.exhibit.blocks.hunt.model import HuntState
from screens.look import Look
from screens.scene import Box, Disc, Fill, Icon, Node, Picture, Target


def picture(state: HuntState, look: Look, box: Box) -> list[Node]:
    """The whole picture is framed: everything in it can be touched."""
    nodes: list[Node] = [
        Fill(box, "raised", 12, "control", 3),
        Picture(box.inset(6), state.block.picture, id="hunt.picture", spoken=look.t("hunt.picture")),
    ]
    for spot in state.block.spots:
        nodes += _place(state, look, place_of(box.inset(6), spot), spot)
    return nodes


def place_of(box: Box, spot: Spot) -> Box:
    """Where a spot lies in the picture."""
    x, y = box.x + box.w * spot.from_left / 1000, box.y + box.h * spot.from_top / 1000
    return Box(x, y, box.w * spot.wide / 1000, box.h * spot.high / 1000)


def _place(state: HuntState, look: Look, box: Box, spot: Spot) -> list[Node]:
    id = f"hunt.spot.{spot.id}"
    name = look.say(spot.name)
    on = spot.id == state.open
    nodes: list[Node] = []
    if on:
        nodes.append(Fill(box, None, 16, "ink", 5))
    elif spot.id == state.hinted:
        nodes.append(Fill(box, None, 16, "ink", 4, dashed=True))
    if spot.id in state.seen:
        nodes += _mark(state, box, spot)
    return [*nodes, Target(box, id, "option", name, name, on, False, 16)]


def _mark(state: HuntState, box: Box, spot: Spot) -> list[Node]:
    """In order: a tick. Wrong: a number, filled once somebody is to act."""
    x, y = box.right - 26, box.y + 26
    if spot.acts is None:
        return [Disc(x, y, 22, "raised", "teal", 3), Icon(Box(x - 14, y - 14, 28, 28), "check", "teal")]
    if state.answer(spot):
        return [Disc(x, y, 22, "ink", "raised", 3), Icon(Box(x - 14, y - 14, 28, 28), "check", "on_ink")]
    return [Disc(x, y, 22, "ochre_wash", "ochre_deep", 3), Icon(Box(x - 14, y - 14, 28, 28), "warn", "ochre_deep")]
