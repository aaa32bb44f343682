"""My paper: how many marks it carries, the budget as a column to scale, what is left."""

from __future__ import annotations

from screens.exhibit.blocks.ballot.pieces import figure
from screens.exhibit.blocks.ballot.state import BallotState
from screens.look import Look
from screens.parts.money import money, said
from screens.scene import Box, Fill, Icon, Label, Node, Stroke


def purse(state: BallotState, look: Look, box: Box) -> list[Node]:
    """My paper: how many marks, the column to scale, what is left."""
    paper = state.paper
    left = paper.budget - paper.cost(state.marks)
    count = look.t("ballot.paper.count", k=len(state.marks), n=paper.places)
    wide = box.w if look.landscape else box.w * 0.5 - 24
    x = box.x if look.landscape else box.right - wide
    room = wide - look.width(count, "meta") - 16
    style = look.fit(look.t("ballot.paper"), ("h2", "h3", "label"), room, look.style("h2").line)
    head = look.text(x, box.y, room, look.t("ballot.paper"), style, role="heading")
    nodes: list[Node] = [head]
    nodes.append(
        look.text(x + room, head.box.bottom - look.style("meta").line - 8, wide - room, count, "meta", align="right")
    )
    cap = look.text(
        x,
        head.box.bottom + 4,
        wide,
        look.t("ballot.paper.cap", x=said(paper.budget, look.variant.language)),
        "meta",
        color="ink2",
    )
    nodes.append(cap)
    if look.landscape:
        over, high = _left(look, box.x, wide, left)
        top = box.bottom - high
        nodes += [_down(label, top) for label in over]
        stack = Box(box.x, cap.box.bottom + 8, wide, top - 14 - cap.box.bottom - 8)
    else:
        over, _ = _left(look, x, wide, left)
        nodes += [_down(label, cap.box.bottom + 16) for label in over]
        stack = Box(box.x, box.y, box.w - wide - 48, box.h)
    return [*nodes, *column(state, look, stack)]


def _left(look: Look, x: float, w: float, amount: int) -> tuple[list[Label], float]:
    """What is left: the word and the sum, on one line if they fit; laid out from y 0."""
    word = look.t("ballot.left")
    number, unit = money(amount, look.variant.language)
    wide = look.width(number, "numeral") + 10 + look.width(unit, "meta")
    line, small = look.style("numeral").line, look.style("meta").line
    if look.width(word, "meta") + 16 + wide <= w:
        labels = [
            look.text(x, line - small, w, word, "meta"),
            *figure(look, x + w - wide - 1, 0, wide + 1, amount, "ink"),
        ]
    else:
        labels = [look.text(x, 0, w, word, "meta"), *figure(look, x, small, w, amount, "ink")]
    return labels, max(label.box.bottom for label in labels)


def _down(label: Label, dy: float) -> Label:
    return Label(
        label.box.moved(0, dy), label.lines, label.style, label.color, label.align, full=label.full,
        overflow=label.overflow,
    )  # fmt: skip


def column(state: BallotState, look: Look, box: Box) -> list[Node]:
    """What is marked, stacked to scale; the empty rest is what is left."""
    paper = state.paper
    nodes: list[Node] = [Fill(box, "paper")]
    inner = Box(box.x + 2, box.y + 2, box.w - 4, box.h - 4)
    y = inner.bottom
    for i, id in enumerate(state.marks):
        high = inner.h * paper.costs[id] / max(1, paper.budget)
        y -= high
        bar = Box(inner.x, y, inner.w, max(2.0, high - 3))
        nodes.append(Fill(bar, "teal_deep" if i % 2 else "teal"))
        nodes += _bar_label(state, look, bar, id)
    sides = (
        (box.x + 1.5, box.y),
        (box.x + 1.5, box.bottom - 1.5),
        (box.right - 1.5, box.bottom - 1.5),
        (box.right - 1.5, box.y),
    )
    nodes.append(Stroke(sides, "control", 3))
    nodes.append(Stroke(((box.x, box.y + 1.5), (box.right, box.y + 1.5)), "ink", 3))
    return nodes


def _bar_label(state: BallotState, look: Look, bar: Box, id: str) -> list[Node]:
    """Name and sum where they fit, else the icon and the sum; nothing in a bar lower than its words."""
    one = state.proposal(id)
    style = look.style("meta")
    if bar.h < style.size + 4:
        return []
    number = money(one.cost, look.variant.language)[0]
    wide = look.width(number, "meta")
    y = bar.y + (bar.h - style.line) / 2
    nodes: list[Node] = [look.text(bar.right - 16 - wide, y, wide + 1, number, "meta", color="on_teal")]
    name = look.say(one.name)
    room = bar.w - 48 - wide
    lines = look.lines(name, "meta", room)
    if len(lines) * style.line <= max(bar.h, style.line) and max(look.width(line, "meta") for line in lines) <= room:
        y = bar.y + (bar.h - len(lines) * style.line) / 2
        return [*nodes, look.text(bar.x + 16, y, room, name, "meta", color="on_teal")]
    size = min(40.0, bar.h - 4)
    return [*nodes, Icon(Box(bar.x + 16, bar.center[1] - size / 2, size, size), one.icon, "on_teal")]
