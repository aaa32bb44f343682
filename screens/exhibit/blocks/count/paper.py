"""A ballot paper as it comes out of the box: the candidates, the marks of a pen, and a line for somebody else."""

from __future__ import annotations

from screens.exhibit.blocks.count.model import CountState
from screens.look import Look
from screens.scene import Box, Disc, Fill, Label, Node, Picture, Stroke

_PEN = 7.0


def paper(state: CountState, look: Look, box: Box) -> list[Node]:
    """The paper in hand, filling the box. The marks are its voter's, so they are in ink."""
    edge = "ink" if look.variant.theme == "contrast" else "line"
    nodes: list[Node] = [Fill(box, "raised", 4, edge, 3, shadow=False)]
    inner = box.inset(36, 20)
    head_h = look.style("label").line + 12
    nodes.append(look.text(inner.x, inner.y, inner.w * 0.5, look.t("count.paper.head"), "label_l", role="heading"))
    seats = look.t("count.paper.seats", n=state.block.seats)
    lift = look.style("label_l").line - look.style("meta").line
    nodes.append(
        look.text(
            inner.x + inner.w * 0.4, inner.y + lift / 2, inner.w * 0.6, seats, "meta", color="ink2", align="right"
        )
    )
    nodes.append(Stroke(((inner.x, inner.y + head_h), (inner.right, inner.y + head_h)), "line", 2))
    body = Box(inner.x, inner.y + head_h + 6, inner.w, inner.h - head_h - 6)
    rows = body.rows(len(state.block.candidates) + 1, 0)
    for row, one in zip(rows, state.block.candidates, strict=False):
        tree = min(row.h - 8, 112.0)
        nodes.append(Picture(Box(row.x, row.center[1] - tree / 2, tree, tree), one.art))
        how = "for" if one.id in state.paper.chosen else "against" if one.id in state.paper.against else "none"
        name = look.say(one.name)
        spoken = look.t(f"count.mark.{how}", name=name)
        nodes.append(_name(look, row, tree + 28, name, spoken))
        nodes += _mark(row, how)
    return [*nodes, *_else(state, look, rows[-1])]


def _name(look: Look, row: Box, left: float, name: str, spoken: str) -> Label:
    room = row.w - left - row.h - 24
    style = look.fit(name, ("h2", "h3", "label"), room, row.h)
    high = look.style(style).line
    return look.text(row.x + left, row.center[1] - high / 2, room, name, style, spoken=spoken)


def _square(row: Box) -> Box:
    side = min(row.h - 16, 88.0)
    return Box(row.right - side, row.center[1] - side / 2, side, side)


def _mark(row: Box, how: str) -> list[Node]:
    square = _square(row)
    nodes: list[Node] = [Fill(square, "paper", 4, "line", 2)]
    x, y = square.center
    r = square.w * 0.36
    if how == "for":
        nodes.append(Disc(x, y, r, None, "ink", _PEN))
    elif how == "against":
        arm = r * 0.86
        nodes.append(Stroke(((x - arm, y - arm), (x + arm, y + arm)), "ink", _PEN))
        nodes.append(Stroke(((x + arm, y - arm), (x - arm, y + arm)), "ink", _PEN))
    return nodes


def _else(state: CountState, look: Look, row: Box) -> list[Node]:
    """The line for another voter; a name on it is one more person chosen."""
    word = look.t("count.paper.else")
    line = look.style("meta").line
    wide = look.width(word, "meta") + 20
    y = row.center[1] + line / 2
    nodes: list[Node] = [look.text(row.x, y - line, wide, word, "meta", color="ink2")]
    end = row.right - row.h - 24
    nodes.append(Stroke(((row.x + wide, y), (max(end, row.x + wide + 60), y)), "line", 2))
    if state.paper.writes_in:
        name = look.say(state.paper.writes_in)
        room = end - row.x - wide - 16
        style = look.fit(name, ("h3", "label", "meta"), room, row.h)
        high = look.style(style).line
        spoken = look.t("count.mark.else", name=name)
        nodes.append(look.text(row.x + wide + 16, y - high, room, name, style, spoken=spoken))
        nodes += _mark(row, "for")
    return nodes
