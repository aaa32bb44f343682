"""What stands inside the open slab: which step, its words and facts, its drawing, and the button that tries it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from screens.exhibit.blocks.steps.model import StepsState
from screens.look import Look
from screens.parts import Column, button, button_height, facts, icon_button
from screens.parts.buttons import centred
from screens.parts.paged import Para, read
from screens.scene import Box, Fill, Label, Node, Picture

_PAD = 28.0
_ART_SHARES = (0.42, 0.32, 0.25)  # of the slab's width, as much as the words leave


def open_slab(state: StepsState, look: Look, box: Box) -> list[Node]:
    """The words beside the drawing, or alone, or over pages: the first of these that fits."""
    whole = one_page(state, look, box)
    if whole:
        return whole
    inner = box.inset(_PAD, 20)
    foot = button_height(look, primary=state.step.opens is not None)
    words, acts = paged(state, look, inner, Box(inner.x, inner.bottom - foot, inner.w, foot))
    return [*words, *acts]


def one_page(state: StepsState, look: Look, box: Box, doors: bool = True) -> list[Node]:
    """Everything on one page, with the button only if `doors`; nothing where it does not fit, or in large text."""
    if look.large:
        return []
    ways: list[Callable[[], list[Node]]] = []
    if state.step.art:
        ways += [partial(_pictured, state, look, box, share, doors) for share in _ART_SHARES]
    ways.append(partial(_worded, state, look, box, doors))
    for way in ways:
        nodes = way()
        if nodes and not any(isinstance(one, Label) and one.overflow for one in nodes):
            return nodes
    return []


def paged(state: StepsState, look: Look, inner: Box, row: Box) -> tuple[list[Node], list[Node]]:
    """Words over the pages of `inner`; arrows and button in `row`, which may lie at the foot of `inner`."""
    paras = _paras(state, look)
    shared = row.y < inner.bottom
    short = Box(inner.x, inner.y, inner.w, row.y - 16 - inner.y) if shared else inner
    body = short if state.step.opens else inner
    nodes, pages = read(look, body, paras, state.page)
    acts: list[Node] = []
    left = row.x
    if pages > 1:
        nodes, pages = read(look, short, paras, state.page)
        turn = Box(row.x, row.y, min(row.w, 2 * row.h + 108), row.h)
        acts += _turn(look, turn, state.page % pages, pages)
        left = turn.right + 20
    return nodes, [*acts, *try_button(state, look, Box(left, row.y, row.right - left, row.h))]


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


def try_button(state: StepsState, look: Look, box: Box) -> list[Node]:
    """The button that lets the visitor do this step; nothing where there is none."""
    if not state.step.opens:
        return []
    label = look.say(state.step.opens_label) if state.step.opens_label else look.t("steps.try")
    return button(look, box, "steps.try", label, icon="next" if box.w >= _try_width(state, look) else None)


def _pictured(state: StepsState, look: Look, box: Box, share: float, doors: bool) -> list[Node]:
    """Drawing left; words right, with the button below them or, if they are long, below the drawing."""
    assert state.step.art is not None
    inner = box.inset(_PAD, 20)
    left, right = _split(inner, box.w * share)
    words, end = _words(state, look, right, right.bottom)
    if not (doors and state.step.opens):
        return [Picture(left, state.step.art), *words]
    high, wide = button_height(look), _try_width(state, look)
    if end + 24 + high <= right.bottom and wide <= right.w:
        below = Box(right.x, right.bottom - high, right.w, high)
        return [Picture(left, state.step.art), *words, *try_button(state, look, below)]
    left, right = _split(inner, max(box.w * share, wide))
    words, _ = _words(state, look, right, right.bottom)
    art = Box(left.x, left.y, left.w, left.h - high - 20)
    below = Box(left.x, left.bottom - high, left.w, high)
    return [Picture(art, state.step.art), *words, *try_button(state, look, below)] if art.h >= 200 else []


def _split(inner: Box, left_w: float) -> tuple[Box, Box]:
    x = inner.x + left_w + _PAD
    return Box(inner.x, inner.y, left_w, inner.h), Box(x, inner.y, inner.right - x, inner.h)


def _worded(state: StepsState, look: Look, box: Box, doors: bool) -> list[Node]:
    """Words in one wide column, at most 30 characters a line."""
    inner = box.inset(_PAD + 20, _PAD)
    inner = Box(inner.x, inner.y, min(inner.w, 900.0), inner.h)
    high = button_height(look) + 20 if doors and state.step.opens else 0.0
    nodes, _ = _words(state, look, inner, inner.bottom - high)
    if high:
        nodes += try_button(state, look, Box(inner.x, inner.bottom - high + 20, min(inner.w, 560.0), high - 20))
    return nodes


def _turn(look: Look, box: Box, here: int, pages: int) -> list[Node]:
    """Two arrows with the page between them."""
    before, after = Box(box.x, box.y, box.h, box.h), Box(box.right - box.h, box.y, box.h, box.h)
    between = Box(before.right, box.y, after.x - before.right, box.h)
    return [
        *icon_button(look, before, "steps.page.prev", "back", look.t("steps.page.prev"), disabled=here == 0),
        centred(look, between, f"{here + 1} / {pages}", "meta", "ink2"),
        *icon_button(look, after, "steps.page.next", "next", look.t("steps.page.next"), disabled=here == pages - 1),
    ]


def _try_width(state: StepsState, look: Look) -> float:
    label = look.say(state.step.opens_label) if state.step.opens_label else look.t("steps.try")
    return look.width(label, "label_l") + 56 + 64 + 4


def _paras(state: StepsState, look: Look) -> list[Para]:
    step = state.step
    paras = [
        Para(f"{state.open + 1}  {look.say(step.name)}", "h2", heads=True, role="heading"),
        Para(look.say(step.text), "body", gap=4),
    ]
    for one in step.facts:
        paras.append(Para(look.say(one.label), "meta", "ink2", 12, heads=True))
        paras.append(Para(look.say(one.value), "meta", gap=0))
    return paras
