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
_READ = 0.66  # of a landscape's width for large words, the caveat beside them
_MEASURE_EM = 30  # design guide 3: at most 30 Chinese characters a line


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
    below = _caveat_height(state, look, left.w)
    told_h = sum(one.h for one in _told_boxes(state, look, left.w)) + 8
    if told and used + 20 + told_h + 20 + below <= box.h:
        nodes += [*told, *_caveat(state, look, Box(left.x, box.bottom - below, left.w, below))]
        return nodes + _sum(state, look, right)
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


def _sum(state: SeatsState, look: Look, box: Box, caveat: float = 0.0) -> list[Node]:
    """Formula and hall on their ground; the caveat below, where it does not stand elsewhere."""
    ground = Box(box.x, box.y, box.w, box.h - (caveat + _GAP if caveat else 0))
    inner = ground.inset(28, 20)
    high = formula_height(look, state, inner.w)
    drawn = picture(state, look, Box(inner.x, inner.y + high + 16, inner.w, inner.h - high - 16))
    lift = 0.0 if drawn else max(0.0, (inner.h - high) / 2)
    nodes: list[Node] = panel(ground, look)
    nodes += formula(state, look, Box(inner.x, inner.y + lift, inner.w, min(high, inner.h)))
    if caveat:
        nodes += _caveat(state, look, Box(box.x, box.bottom - caveat, box.w, caveat))
    return nodes + drawn


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
    """The explanation on a page of its own, paged where it is long, the caveat still with it: beside it, or below."""
    if look.landscape and look.large:
        frame = Box(box.x, box.y, box.w * _READ, box.h)
        wide = box.w - frame.w - _GAP
        aside = Box(frame.right + _GAP, box.y, wide, _caveat_height(state, look, wide))
        foot = Box(box.x, box.bottom - pager_height(look), frame.w, pager_height(look))
    else:
        caveat = _caveat_height(state, look, box.w)
        frame = Box(box.x, box.y, box.w, box.h - caveat - _GAP)
        aside = Box(box.x, frame.bottom + _GAP, box.w, caveat)
        foot = Box(box.x, box.bottom - pager_height(look), box.w, pager_height(look))
    pages = _pages(state, look, frame)
    if len(pages) > 1:
        less = pager_height(look) + _GAP
        frame = Box(frame.x, frame.y, frame.w, frame.h - less)
        aside = Box(aside.x, aside.y - (less if aside.y > box.y else 0), aside.w, aside.h)
        pages = _pages(state, look, frame)
    at = min(state.part, len(pages) - 1)
    nodes = pages[at] + _caveat(state, look, aside)
    if len(pages) > 1:
        turn = Turn(f"seats.part.{at - 1}" if at else None, f"seats.part.{at + 1}" if at + 1 < len(pages) else None)
        nodes += pager(look, foot, turn, at, len(pages), "seats")
    return nodes


def _pages(state: SeatsState, look: Look, frame: Box) -> list[list[Node]]:
    """Every page of the explanation: heading, lines, the article at the foot."""
    inner = frame.inset(40, 28)
    inner = Box(inner.x, inner.y, min(inner.w, _MEASURE_EM * look.style("body_l").size), inner.h)
    title = look.text(
        inner.x, inner.y, inner.w, look.t("seats.whence" if state.example else "seats.why"), "h2", role="heading"
    )
    article = look.t(f"seats.article.{state.rule.rule}")
    foot = look.height(article, "meta", inner.w)
    style = "body" if look.landscape and look.large else "body_l"
    room = Box(inner.x, title.box.bottom + 12, inner.w, inner.bottom - title.box.bottom - foot - 20)
    below = look.text(inner.x, inner.bottom - foot, inner.w, article, "meta", color="ink2")
    text = "\n".join(look.say(one) for one in state.texts)
    return [
        [*panel(frame, look), title, lines_label(look, room, part, style), below]
        for part in parts_of(look, text, style, room.w, room.h)
    ]


# ---- what is touched ----------------------------------------


def _controls(state: SeatsState, look: Look, box: Box, why: str = "") -> tuple[float, list[Node]]:
    """Rule, population, four steps, real places; `why` asks for the way to the explanation: a `row` or an `icon`.

    Returns their height too. With an icon the rows stand closer.
    """
    low = why == "icon"
    row = 112.0 if look.large else 96.0
    gap = 12.0 if low else _GAP
    aside = row + 16 if low else 0.0
    y = box.y
    nodes: list[Node] = []
    words = look.t("seats.whence" if state.example else "seats.why")
    if len(state.block.rules) > 1:
        options = [(f"seats.rule.{one.id}", look.say(one.name)) for one in state.block.rules]
        cell = box.w / len(options) - 24
        high = max(row, *(look.height(text, "label", cell) + 16 for _, text in options))
        nodes += segmented(look, Box(box.x, y, box.w, high), options, f"seats.rule.{state.rule_id}")
        y += high + gap
    icon_y = y
    number_w = box.w - (0 if state.rule.examples else aside)
    number_h = _population(state, look, Box(box.x, y, number_w, row if low else 0), nodes, low)
    y += (row if low and not state.rule.examples else number_h) + 8
    nodes += _steps(state, look, Box(box.x, y, box.w, row))
    y += row
    if state.rule.examples:
        icon_y = y + gap
        y = _examples(state, look, Box(box.x, y + gap, box.w - aside, 0), nodes)
    if low:
        nodes += icon_button(look, Box(box.right - row, icon_y, row, row), "seats.why", "info", words)
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
    style = look.fit(
        said,
        ("numeral", "h3", "label", "meta", "micro") if low else ("display", "h1", "h3", "meta", "micro"),
        wide,
        line,
    )
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
