"""Levels: hills and their panel together; in large text and in portrait low reach, step by step."""

from __future__ import annotations

from content.schema import Aside
from screens.exhibit.blocks import BlockView
from screens.exhibit.blocks.levels import steps
from screens.exhibit.blocks.levels.diagram import diagram
from screens.exhibit.blocks.levels.landscape import hills_picture, legend
from screens.exhibit.blocks.levels.model import LevelsState, relations_of, said
from screens.exhibit.blocks.levels.places import plan
from screens.exhibit.blocks.levels.reading import beside, page
from screens.exhibit.blocks.levels.wording import heading_of
from screens.look import Look
from screens.parts import panel
from screens.parts.buttons import centred, segmented
from screens.scene import Box, Fill, Node, Target

_GAP = 24.0
_PAD = 24.0
_HEAD = 96.0
_HILLS_W = 840.0
_HILLS_H = (580.0, 760.0)
_WORDS_H = 240.0


def view(state: LevelsState, look: Look, box: Box) -> BlockView:
    """An aside takes the whole block; otherwise the hills and their panel, or the steps of the list."""
    aside = state.opened_aside
    if aside:
        texts = tuple(look.say(one) for one in aside.panels)
        nodes = page(look, box, look.say(aside.question), texts, state.part)
        return BlockView(tuple(nodes), hint=look.t("levels.read.hint"))
    if look.large or (look.low and not look.landscape):
        return steps.view(state, look, box)
    if look.landscape:
        picture = Box(box.x, box.y, _HILLS_W, box.h)
        side = Box(picture.right + 28, box.y, box.w - _HILLS_W - 28, box.h)
    else:
        organs = plan(look, state.current, state, box.inset(_PAD, 0)).height
        least, most = _HILLS_H
        high = max(least, min(most, box.h - _GAP - organs - _HEAD - _WORDS_H - 72))
        picture = Box(box.x, box.y, box.w, high)
        side = Box(box.x, picture.bottom + _GAP, box.w, box.h - high - _GAP)
    nodes = hills_picture(state, look, picture)
    nodes += legend(look, Box(picture.x, picture.y, 320, 0))
    nodes += _asides(state, look, picture)
    nodes += _panel(state, look, side)
    return BlockView(tuple(nodes), hint=look.t("levels.arrow.hint") if state.chosen else "")


def _asides(state: LevelsState, look: Look, picture: Box) -> list[Node]:
    """The questions in the sky at the right, where no hill reaches."""
    nodes: list[Node] = []
    wide = 250.0
    y = picture.y
    for aside in state.block.asides[:2]:
        high = max(96.0, look.height(look.say(aside.question), "label", wide - 40) + 32)
        nodes += _aside(look, aside, Box(picture.right - wide, y, wide, high))
        y += high + 12
    return nodes


def _aside(look: Look, aside: Aside, box: Box) -> list[Node]:
    question = look.say(aside.question)
    id = f"levels.aside.{aside.id}"
    return [
        Fill(box, "raised", 12, "control", 3),
        centred(look, box, question, "label", "ink", box.w - 40, of=id),
        Target(box, id, "button", question, f"{question} {look.say(aside.teaser)}"),
    ]


def _panel(state: LevelsState, look: Look, box: Box) -> list[Node]:
    """Title and relations, the organs, and the words of what is chosen (the level's summary at first)."""
    inner = box.inset(_PAD, 20)
    nodes: list[Node] = panel(box, look)
    nodes += _head(state, look, Box(inner.x, inner.y, inner.w, _HEAD))
    room = Box(inner.x, inner.y + _HEAD + 14, inner.w, 0)
    nodes += diagram(state, look, room)
    top = room.y + plan(look, state.current, state, room).height + 18
    text = "\n".join(look.say(one) for one in said(state))
    nodes += beside(look, Box(inner.x, top, inner.w, inner.bottom - top), heading_of(state, look), text, state.part)
    return nodes


def _head(state: LevelsState, look: Look, box: Box) -> list[Node]:
    relations = relations_of(state.current)
    seg_w = 0.0
    nodes: list[Node] = []
    if relations:
        options = [(f"levels.relation.{one}", look.t(f"levels.relation.{one}")) for one in relations]
        each = max(112.0, max(look.width(text, "label") for _, text in options) + 32)
        seg_w = each * len(options)
        chosen = f"levels.relation.{state.relation}"
        nodes = segmented(look, Box(box.right - seg_w, box.y, seg_w, box.h), options, chosen)
    room = box.w - seg_w - (20 if seg_w else 0)
    name = look.say(state.current.full_name)
    if look.width(name, "h3") > room:
        name = look.say(state.current.name)
    names = [look.say(one.full_name) for one in state.block.levels]
    fit = [one for one in names if look.width(one, "h3") <= room]
    style = look.fit(
        max((name, *fit), key=lambda one: look.width(one, "h2")), ("h2", "h3"), room, look.style("h2").line
    )
    how = look.t(f"levels.{state.current.election}")
    both = look.height(name, style, room) + look.style("meta").line
    title = look.text(box.x, box.y + (box.h - both) / 2, room, name, style, role="heading")
    return [title, look.text(box.x, title.box.bottom, room, how, "meta", color="ink2", max_h=box.h), *nodes]
