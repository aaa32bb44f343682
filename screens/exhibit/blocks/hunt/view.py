"""The hunt's picture: the courtyard with its places to touch, beside or above what is said of them."""

from __future__ import annotations

from screens.exhibit.blocks import BlockView
from screens.exhibit.blocks.hunt.drawing import picture
from screens.exhibit.blocks.hunt.model import HuntState
from screens.exhibit.blocks.hunt.words import ledger, panel_of
from screens.look import Look
from screens.parts import Column
from screens.scene import Box

_GAP = 24.0


def view(state: HuntState, look: Look, box: Box) -> BlockView:
    """The picture and what is said; at the end the ledger over the whole box."""
    if state.done:
        return BlockView(tuple(ledger(state, look, box)), hint=look.t("hunt.hint"), sample=True)
    if look.reach_top:
        return _low(state, look, box)
    art, side = _places(state, look, box)
    nodes = [*picture(state, look, art), *panel_of(state, look, side)]
    return BlockView(tuple(nodes), hint=look.t("hunt.hint"), sample=True)


def _places(state: HuntState, look: Look, box: Box) -> tuple[Box, Box]:
    """Landscape: the picture left, as high as the box. Portrait: the picture on top, words and buttons below."""
    ratio = state.block.shape_w / state.block.shape_h
    if look.landscape:
        wide = min(box.h * ratio, box.w * 0.58)
        art = Box(box.x, box.y, wide, wide / ratio)
        return art, Box(art.right + _GAP, box.y, box.right - art.right - _GAP, box.h)
    art = Box(box.x, box.y, box.w, box.w / ratio)
    return art, Box(box.x, art.bottom + _GAP, box.w, box.bottom - art.bottom - _GAP)


def _low(state: HuntState, look: Look, box: Box) -> BlockView:
    """Words above the reach line, the picture and the buttons below it; the tabs give way to them."""
    column = Column(look, Box(box.x, box.y + 12, box.w, look.reach_top - box.y - 12))
    column.text(look.say(state.block.title), "h2", role="heading")
    if state.block.subtitle:
        column.text(look.say(state.block.subtitle), "meta", color="ink2", gap=2)
    words = Box(box.x, column.y + 16, box.w, look.reach_top - _GAP - column.y - 16)
    art = Box(box.x, look.reach_top, box.w, box.w * state.block.shape_h / state.block.shape_w)
    foot = Box(box.x, art.bottom + _GAP, box.w, box.bottom - art.bottom - _GAP)
    nodes = [*column.nodes, *picture(state, look, art), *panel_of(state, look, words, foot)]
    return BlockView(tuple(nodes), hint=look.t("hunt.hint"), sample=True, bare=True)
