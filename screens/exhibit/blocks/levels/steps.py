"""The same in steps, for large text and low reach: the list of levels, then one level's organs, then the words.

In low reach everything touchable lies below the reach line; the picture and the words lie above it.
"""

from __future__ import annotations

from screens.exhibit.blocks import BlockView
from screens.exhibit.blocks.levels.diagram import diagram
from screens.exhibit.blocks.levels.landscape import STRIP, hills_picture
from screens.exhibit.blocks.levels.model import ABOUT, LevelsState, entrance, relations_of, said
from screens.exhibit.blocks.levels.places import plan
from screens.exhibit.blocks.levels.reading import page
from screens.exhibit.blocks.levels.wording import ends_of, heading_of
from screens.look import Look
from screens.parts.buttons import button, icon_button, list_row, segmented
from screens.scene import Box, Node

_GAP = 14.0
_PICTURE_MIN = 250.0


def view(state: LevelsState, look: Look, box: Box) -> BlockView:
    """List, level, words: each a page of its own; words that fit beside the organs stand there instead."""
    if state.chosen and _words(state, look, _words_box(state, look, box)) is None:
        texts = tuple(look.say(one) for one in said(state))
        heading = ends_of(state, look) or heading_of(state, look) or look.say(state.current.full_name)
        return BlockView(tuple(page(look, box, heading, texts, state.part)), hint=look.t("levels.read.hint"))
    if not state.opened and not state.chosen:
        return BlockView(tuple(_list(state, look, box)), hint=look.t("levels.pick"))
    name = look.say(state.current.name)
    how = look.t(f"levels.{state.current.election}")
    return BlockView(tuple(_level(state, look, box)), title=name, subtitle=how, hint=look.t("levels.arrow.hint"))


def _words_box(state: LevelsState, look: Look, box: Box) -> Box:
    """The room for words on a level's page: above the reach line, below the organs in portrait, none in landscape."""
    if look.landscape:
        return Box(box.x, box.y, box.w, 0)
    if look.reach_top > box.y:
        return Box(box.x, box.y, box.w, look.reach_top - box.y - _GAP)
    organs = plan(look, state.current, state, Box(box.x + 8, box.y, box.w - 16, 0)).height
    high = 2 * (_row_height(look) + 20) + organs + 48
    return Box(box.x, box.y + high, box.w, box.h - high)


def _words(state: LevelsState, look: Look, box: Box) -> list[Node] | None:
    """What is chosen, or the level's summary; none where it does not fit."""
    text = "\n".join(look.say(one) for one in said(state))
    heading = heading_of(state, look)
    head = [look.text(box.x, box.y, box.w, heading, "h3", role="heading")] if heading else []
    top = head[0].box.bottom + 8 if head else box.y
    for style in ("body_l", "body"):
        if top + look.height(text, style, box.w) <= box.bottom + 0.5:
            return [*head, look.text(box.x, top, box.w, text, style, max_h=box.bottom - top)]
    return None


# ---- the list ----------------------------------------


def _rows(state: LevelsState, look: Look) -> list[tuple[str, str, str, str | None]]:
    """From the top of the country down to the voters, as the hills stand; then the questions."""
    rows: list[tuple[str, str, str, str | None]] = [
        (f"levels.open.{one.id}", look.say(one.name), look.t(f"levels.{one.election}"), None)
        for one in reversed(state.block.levels)
    ]
    rows.append(("levels.voters.open", look.t("levels.voters.row"), look.t("levels.voters.second"), "person"))
    rows += [
        (f"levels.aside.{one.id}", look.say(one.question), look.say(one.teaser), None) for one in state.block.asides
    ]
    return rows


def _list(state: LevelsState, look: Look, box: Box) -> list[Node]:
    rows = _rows(state, look)
    top = max(box.y, look.reach_top)
    nodes: list[Node] = []
    if top - box.y - _GAP >= _PICTURE_MIN:
        high = top - box.y - _GAP
        wide = min(box.w, (high - STRIP) * 1.6)
        nodes += hills_picture(state, look, Box(box.x + (box.w - wide) / 2, box.y, wide, high), touch=False)
    across = 2 if look.landscape else 1
    count = -(-len(rows) // across)
    high = min(200.0, (box.bottom - top - _GAP * (count - 1)) / count)
    columns = box.columns(across, 24)
    for i, (id, title, second, icon) in enumerate(rows):
        cell = columns[i // count]
        place = Box(cell.x, top + i % count * (high + _GAP), cell.w, high)
        nodes += list_row(look, place, id, title, _fitting(look, place, title, second), icon=icon)
    return nodes


def _fitting(look: Look, box: Box, title: str, second: str) -> str:
    """The second line, where both fit on the row."""
    room = box.w - 28 - 28 - 52 - 68
    both = look.height(title, "label_l", room) + 4 + look.height(second, "meta", room)
    return second if both <= box.h - 8 else ""


# ---- one level ----------------------------------------


def _level(state: LevelsState, look: Look, box: Box) -> list[Node]:
    """Words where there is room, buttons for those that have none, the relations, the organs with their arrows."""
    top = max(box.y, look.reach_top)
    words = _words(state, look, _words_box(state, look, box))
    nodes: list[Node] = list(words or [])
    across = Box(box.x + 8, top, box.w - 16, box.bottom - top)
    organs = plan(look, state.current, state, across).height
    y = _controls(state, look, Box(box.x, top, box.w, box.bottom - top), nodes, words is not None, organs)
    spare = max(0.0, box.bottom - y - organs)
    return nodes + diagram(state, look, Box(across.x, y + min(spare / 2, 24), across.w, organs))


def _row_height(look: Look) -> float:
    return 112.0 if look.large else 96.0


def _controls(state: LevelsState, look: Look, box: Box, nodes: list[Node], told: bool, organs: float) -> float:
    """The rows above the organs; as one row where two would leave the organs too little. Returns the y below."""
    row_h = _row_height(look)
    buttons = _buttons(state, look, told)
    options = [(f"levels.relation.{one}", look.t(f"levels.relation.{one}")) for one in relations_of(state.current)]
    chosen = f"levels.relation.{state.relation}"
    if not options:
        _row(look, nodes, Box(box.x, box.y, box.w, row_h), buttons)
        return box.y + row_h + 20
    if look.landscape:
        left, right = (Box(one.x, box.y, one.w, row_h) for one in box.columns(2, 24))
        _row(look, nodes, left, buttons)
        nodes += segmented(look, right, options, chosen)
        return box.y + row_h + 20
    if len(buttons) == 1 and 2 * row_h + _GAP + 20 + organs > box.h:
        id, word = buttons[0]
        nodes += icon_button(look, Box(box.x, box.y, row_h, row_h), id, "ballot", word)
        nodes += segmented(look, Box(box.x + row_h + 16, box.y, box.w - row_h - 16, row_h), options, chosen)
        return box.y + row_h + 20
    y = box.y
    if buttons:
        _row(look, nodes, Box(box.x, y, box.w, row_h), buttons)
        y += row_h + _GAP
    nodes += segmented(look, Box(box.x, y, box.w, row_h), options, chosen)
    return y + row_h + 20


def _buttons(state: LevelsState, look: Look, told: bool) -> list[tuple[str, str]]:
    arrow = entrance(state.current)
    found = [] if told else [(f"levels.{ABOUT}", look.t("levels.about"))]
    if arrow:
        found.append((f"levels.arrow.{arrow.id}", look.t("levels.who")))
    return found


def _row(look: Look, nodes: list[Node], box: Box, buttons: list[tuple[str, str]]) -> None:
    for (id, text), cell in zip(buttons, box.columns(max(1, len(buttons)), 16), strict=False):
        nodes += button(look, cell, id, text, "secondary", style="label")
