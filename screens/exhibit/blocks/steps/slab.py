"""What stands inside the open slab: which step, its words and facts, its drawing, and the button that tries it."""

from __future__ import annotations

from screens.exhibit.blocks.steps.model import StepsState
from screens.look import Look
from screens.parts import Column, button, button_height, facts
from screens.parts.paged import Para, pager, pager_height, read
from screens.scene import Box, Fill, Label, Node, Picture

_PAD = 28.0
_ART_W = 420.0


def open_slab(state: StepsState, look: Look, box: Box) -> list[Node]:
    """The words beside the drawing, or alone, or over pages: the first of these that fits."""
    ways = [_pictured, _worded] if not look.large else []
    for way in ways:
        nodes = way(state, look, box)
        if nodes and not any(isinstance(one, Label) and one.overflow for one in nodes):
            return nodes
    return _paged(state, look, box)


def _words(state: StepsState, look: Look, box: Box, bottom: float) -> tuple[list[Node], float]:
    """Step, name, text, facts down to `bottom`; returns where they end."""
    step = state.step
    column = Column(look, Box(box.x, box.y, box.w, bottom - box.y))
    column.text(look.t("steps.nth", i=state.open + 1, n=len(state.block.steps)), "meta", color="ink2")
    style = look.fit(look.say(step.name), ("h1", "h2"), box.w, look.style("h1").line)
    column.text(look.say(step.name), style, role="heading")
    column.text(look.say(step.text), "body", gap=8)
    if step.facts:
        column.add([Fill(Box(box.x, column.y + 16, box.w, 2), "line")])
        column.space(22)
        facts(look, column, [(look.say(one.label), look.say(one.value)) for one in step.facts])
    return column.nodes, column.y


def _try(state: StepsState, look: Look, box: Box) -> list[Node]:
    label = look.say(state.step.opens_label) if state.step.opens_label else look.t("steps.try")
    return button(look, box, "steps.try", label, icon="next")


def _pictured(state: StepsState, look: Look, box: Box) -> list[Node]:
    """Drawing left; words right, with the button below them or, if they are long, below the drawing."""
    if not state.step.art:
        return []
    art_w = min(_ART_W, box.w * 0.42)
    left = Box(box.x + _PAD, box.y + _PAD, art_w, box.h - 2 * _PAD)
    right = Box(left.right + _PAD, left.y, box.right - left.right - 2 * _PAD, left.h)
    high = button_height(look) if state.step.opens else 0.0
    words, end = _words(state, look, right, right.bottom)
    nodes: list[Node] = list(words)
    if not high or end + 24 + high <= right.bottom:
        if high:
            nodes += _try(state, look, Box(right.x, right.bottom - high, right.w, high))
        return [Picture(left, state.step.art), *nodes]
    nodes += _try(state, look, Box(left.x, left.bottom - high, left.w, high))
    art_h = left.h - high - 20
    return [Picture(Box(left.x, left.y, left.w, art_h), state.step.art), *nodes] if art_h >= 200 else []


def _worded(state: StepsState, look: Look, box: Box) -> list[Node]:
    """Words in one wide column, at most 30 characters a line."""
    inner = box.inset(_PAD + 20, _PAD)
    inner = Box(inner.x, inner.y, min(inner.w, 900.0), inner.h)
    high = button_height(look) + 20 if state.step.opens else 0.0
    nodes, _ = _words(state, look, inner, inner.bottom - high)
    if high:
        nodes += _try(state, look, Box(inner.x, inner.bottom - high + 20, min(inner.w, 560.0), high - 20))
    return nodes


def _paged(state: StepsState, look: Look, box: Box) -> list[Node]:
    inner = box.inset(_PAD, 20)
    foot = button_height(look) if state.step.opens else 0.0
    body = Box(inner.x, inner.y, inner.w, inner.h - (foot + 16 if foot else 0))
    nodes, pages = read(look, body, _paras(state, look), state.page)
    try_box = Box(inner.x, inner.bottom - foot, inner.w, foot)
    if pages > 1:
        turn = pager_height(look)
        wide = _try_width(state, look)
        beside = bool(foot) and wide + 560 <= inner.w
        top = inner.bottom - (foot or turn) if beside or not foot else inner.bottom - foot - 16 - turn
        body = Box(inner.x, inner.y, inner.w, top - 16 - inner.y)
        nodes, pages = read(look, body, _paras(state, look), state.page)
        room = Box(inner.x, top, inner.w - wide - 24 if beside else inner.w, turn)
        if beside:
            try_box = Box(inner.right - wide, inner.bottom - foot, wide, foot)
        nodes += pager(look, room, "steps", (look.t("steps.page.prev"), look.t("steps.page.next")), state.page, pages)
    return [*nodes, *(_try(state, look, try_box) if foot else [])]


def _try_width(state: StepsState, look: Look) -> float:
    label = look.say(state.step.opens_label) if state.step.opens_label else look.t("steps.try")
    return look.width(label, "label_l") + 56 + 64


def _paras(state: StepsState, look: Look) -> list[Para]:
    step = state.step
    paras = [
        Para(look.t("steps.nth", i=state.open + 1, n=len(state.block.steps)), "meta", "ink2", heads=True),
        Para(look.say(step.name), "h2", gap=0, heads=True, role="heading"),
        Para(look.say(step.text), "body", gap=4),
    ]
    for one in step.facts:
        paras.append(Para(look.say(one.label), "meta", "ink2", 12, heads=True))
        paras.append(Para(look.say(one.value), "meta", gap=0))
    return paras
