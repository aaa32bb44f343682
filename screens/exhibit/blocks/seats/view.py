"""The calculator: the picture beside the controls, above them in portrait, where they lie within low reach."""

from __future__ import annotations

from screens.exhibit.blocks import BlockView
from screens.exhibit.blocks.seats.drawing import formula, formula_height, number, picture, short
from screens.exhibit.blocks.seats.model import SeatsState
from screens.look import Look
from screens.parts import chip, note, panel
from screens.parts.buttons import button, icon_button, segmented
from screens.parts.paging import Turn, lines_label, pager, pager_height, parts_of
from screens.scene import Box, Node

_GAP = 16.0
_LEFT_W = 800.0
_HALL_H = 240.0


def view(state: SeatsState, look: Look, box: Box) -> BlockView:
    """The sum; or the page that explains it, where there is no room for both."""
    if state.reading:
        return BlockView(tuple(_reading(state, look, box)), hint=look.t("seats.read.hint"))
    nodes = _landscape(state, look, box) if look.landscape else _portrait(state, look, box)
    return BlockView(tuple(nodes), hint=look.t("seats.hint"))


def _landscape(state: SeatsState, look: Look, box: Box) -> list[Node]:
    left = Box(box.x, box.y, _LEFT_W, box.h)
    right = Box(left.right + 28, box.y, box.w - _LEFT_W - 28, box.h)
    caveat = _caveat_height(state, look, right.w)
    used, nodes = _controls(state, look, left)
    told = _told(state, look, Box(left.x, left.y + used + 20, left.w, left.h - used - 20))
    if not told:
        used, nodes = _controls(state, look, left, "row")
    if used > box.h or formula_height(look, state, right.w - 56) + 40 + _GAP + caveat > box.h:
        return _low(state, look, box)
    return [*nodes, *told, *_sum(state, look, right, caveat)]


def _low(state: SeatsState, look: Look, box: Box) -> list[Node]:
    """A block too low for all that: the caveat across the foot, the explanation behind a small button, no hall."""
    caveat = _caveat_height(state, look, box.w)
    high = box.h - caveat - _GAP
    left = Box(box.x, box.y, _LEFT_W + 100, high)
    _, nodes = _controls(state, look, left, "icon")
    ground = Box(left.right + 28, box.y, box.right - left.right - 28, high)
    inner = ground.inset(28, 12)
    sum_h = formula_height(look, state, inner.w)
    nodes += panel(ground, look)
    nodes += formula(state, look, Box(inner.x, inner.y + max(0.0, (inner.h - sum_h) / 2), inner.w, min(sum_h, inner.h)))
    return nodes + _caveat(state, look, Box(box.x, box.bottom - caveat, box.w, caveat))


def _portrait(state: SeatsState, look: Look, box: Box) -> list[Node]:
    """Picture and words above, everything touched below."""
    caveat = _caveat_height(state, look, box.w)
    used, _ = _controls(state, look, box)
    words_h = sum(one.h for one in _told_boxes(state, look, box.w)) + 16
    beside = box.h - used - 20 - caveat - 20 - _sum_min(state, look, box.w) >= words_h
    why = "" if beside else "row"
    used, _ = _controls(state, look, box, why)
    if box.h - used - 20 < formula_height(look, state, box.w - 56) + 40 + _GAP + caveat:
        why = "icon"
        used, _ = _controls(state, look, box, why)
    _, nodes = _controls(state, look, Box(box.x, box.bottom - used, box.w, used), why)
    above = Box(box.x, box.y, box.w, box.h - used - 20)
    if beside:
        nodes += _told(state, look, Box(box.x, above.bottom - words_h, box.w, words_h))
        above = Box(above.x, above.y, above.w, above.h - words_h - 16)
    return nodes + _sum(state, look, above, caveat)


# ---- what is read ----------------------------------------


def _sum_min(state: SeatsState, look: Look, width: float) -> float:
    return formula_height(look, state, width - 56) + 40 + _HALL_H


def _caveat_height(state: SeatsState, look: Look, width: float) -> float:
    return max(88.0, look.height(look.say(state.block.caveat), "meta", width - 116) + 28)


def _sum(state: SeatsState, look: Look, box: Box, caveat: float) -> list[Node]:
    """Formula and hall on their ground; the caveat below, always."""
    ground = Box(box.x, box.y, box.w, box.h - caveat - _GAP)
    inner = ground.inset(28, 20)
    high = formula_height(look, state, inner.w)
    drawn = picture(state, look, Box(inner.x, inner.y + high + 16, inner.w, inner.h - high - 16))
    lift = 0.0 if drawn else max(0.0, (inner.h - high) / 2)
    nodes: list[Node] = panel(ground, look)
    nodes += formula(state, look, Box(inner.x, inner.y + lift, inner.w, min(high, inner.h)))
    return [*nodes, *drawn, *_caveat(state, look, Box(box.x, box.bottom - caveat, box.w, caveat))]


def _caveat(state: SeatsState, look: Look, box: Box) -> list[Node]:
    return note(look, box, look.say(state.block.caveat), icon="info", tone="teal")


def _told_boxes(state: SeatsState, look: Look, width: float) -> list[Box]:
    texts = [(look.say(one), "body") for one in state.texts] + [(look.t(f"seats.article.{state.rule.rule}"), "meta")]
    return [Box(0, 0, width, look.height(text, style, width)) for text, style in texts]


def _told(state: SeatsState, look: Look, box: Box) -> list[Node]:
    """The explanation and its article, if they fit; nothing otherwise."""
    sizes = _told_boxes(state, look, box.w)
    if sum(one.h for one in sizes) + 8 > box.h:
        return []
    nodes: list[Node] = []
    y = box.y
    for text in state.texts:
        label = look.text(box.x, y, box.w, look.say(text), "body")
        nodes.append(label)
        y = label.box.bottom
    nodes.append(look.text(box.x, y + 8, box.w, look.t(f"seats.article.{state.rule.rule}"), "meta", color="ink2"))
    return nodes


def _reading(state: SeatsState, look: Look, box: Box) -> list[Node]:
    """The explanation on a page of its own, the caveat still with it."""
    caveat = _caveat_height(state, look, box.w)
    foot = pager_height(look) + 20
    frame = Box(box.x, box.y, box.w, box.h - caveat - _GAP - foot)
    inner = frame.inset(40, 32)
    inner = Box(inner.x, inner.y, min(inner.w, 1120), inner.h)
    key = "seats.whence" if state.example else "seats.why"
    title = look.text(inner.x, inner.y, inner.w, look.t(key), "h2", role="heading")
    top = title.box.bottom + 16
    article = look.t(f"seats.article.{state.rule.rule}")
    foot_h = look.height(article, "meta", inner.w)
    room = inner.bottom - top - foot_h - 12
    parts = [one for text in state.texts for one in parts_of(look, look.say(text), "body_l", inner.w, room)]
    at = min(state.part, len(parts) - 1)
    nodes: list[Node] = [*panel(frame, look), title]
    nodes.append(lines_label(look, Box(inner.x, top, inner.w, room), parts[at], "body_l"))
    nodes.append(look.text(inner.x, inner.bottom - foot_h, inner.w, article, "meta", color="ink2"))
    nodes += _caveat(state, look, Box(box.x, frame.bottom + _GAP, box.w, caveat))
    if len(parts) > 1:
        turn = Turn(f"seats.part.{at - 1}" if at else None, f"seats.part.{at + 1}" if at + 1 < len(parts) else None)
        row = Box(box.x, box.bottom - pager_height(look), box.w, pager_height(look))
        nodes += pager(look, row, turn, at, len(parts), "seats")
    return nodes


# ---- what is touched ----------------------------------------


def _controls(state: SeatsState, look: Look, box: Box, why: str = "") -> tuple[float, list[Node]]:
    """Rule, population, four steps, real places; `why` asks for the way to the explanation: a `row` or an `icon`.

    Returns their height too. With an icon the rows stand closer.
    """
    low = why == "icon"
    row = 112.0 if look.large else 96.0
    gap = 12.0 if low else _GAP
    y = box.y
    nodes: list[Node] = []
    words = look.t("seats.whence" if state.example else "seats.why")
    if low:
        nodes += icon_button(look, Box(box.right - row, y, row, row), "seats.why", "info", words)
    if len(state.block.rules) > 1:
        options = [(f"seats.rule.{one.id}", look.say(one.name)) for one in state.block.rules]
        wide = box.w - (row + 16 if low else 0)
        nodes += segmented(look, Box(box.x, y, wide, row), options, f"seats.rule.{state.rule_id}")
    if low or len(state.block.rules) > 1:
        y += row + gap
    y += _population(state, look, Box(box.x, y, box.w, 0), nodes, low) + 8
    nodes += _steps(state, look, Box(box.x, y, box.w, row))
    y += row
    if state.rule.examples:
        y = _examples(state, look, Box(box.x, y + gap, box.w, 0), nodes)
    if why == "row":
        nodes += button(look, Box(box.x, y + gap, box.w, row), "seats.why", words, "secondary", style="label")
        y += gap + row
    return y - box.y, nodes


def _population(state: SeatsState, look: Look, box: Box, nodes: list[Node], low: bool) -> float:
    """The word and the figure on one line."""
    line = look.style("numeral" if low else "display").line
    word = look.t("seats.population")
    said = look.t("seats.people", n=number(state.population))
    lift = (line - look.style("label").line) / 2 + (0 if low else 6)
    nodes.append(look.text(box.x, box.y + lift, box.w / 3, word, "label", color="ink2"))
    wide = box.w * 2 / 3
    style = look.fit(said, ("numeral",) if low else ("display", "h1"), wide, line)
    top = box.y + (line - look.style(style).line) / 2
    nodes.append(look.text(box.x + box.w / 3, top, wide, said, style, align="right", role="status", max_h=line))
    return line


def _steps(state: SeatsState, look: Look, box: Box) -> list[Node]:
    """Large and small steps down at the left, up at the right; dead at the ends of the range."""
    small, large = state.steps
    rule = state.rule
    nodes: list[Node] = []
    plans = (("less", "large", -large), ("less", "small", -small), ("more", "small", small), ("more", "large", large))
    for (verb, size, change), cell in zip(plans, box.columns(4, 12), strict=True):
        text = ("−" if change < 0 else "+") + short(abs(change), look)
        spoken = look.t(f"seats.{verb}", n=number(abs(change)))
        dead = state.population <= rule.population_min if change < 0 else state.population >= rule.population_max
        nodes += button(
            look, cell, f"seats.{verb}.{size}", text, "secondary", style="label", disabled=dead, spoken=spoken
        )
    return nodes


def _examples(state: SeatsState, look: Look, box: Box, nodes: list[Node]) -> float:
    """Chips of real places, wrapped. Returns the y below them."""
    x, y = box.x, box.y
    high = 112.0 if look.large else 96.0
    for one in state.rule.examples:
        name = look.say(one.name)
        wide = max(96.0, look.width(name, "label") + 56)
        if x > box.x and x + wide > box.right:
            x, y = box.x, y + high + 8
        drawn, wide = chip(look, x, y, f"seats.example.{one.id}", name, one.id == state.example_id)
        nodes += drawn
        x += wide + 12
    return y + high
