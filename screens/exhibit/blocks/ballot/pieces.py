"""What the steps of the simulation share: their names on the stepper, sums, and a proposal as a card."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from content.schema import Proposal
from screens.exhibit.blocks import BlockView
from screens.exhibit.blocks.ballot.state import BallotState
from screens.look import Look
from screens.parts import panel
from screens.parts.money import money, said
from screens.parts.walked import Step, Walk, step_page
from screens.scene import Box, Fill, Icon, Label, Node, Target

WALK = Walk("ballot", ("collect", "screen", "debate", "vote", "implement", "appraise"), 960.0, large_steps=True)


def page_words(look: Look) -> tuple[str, str]:
    """The words of the pager."""
    return look.t("page.previous"), look.t("page.next")


def show(state: BallotState, look: Look, box: Box, step: Step) -> BlockView:
    """A step of the simulation as the block's picture."""
    page = state.leaf if step.turns == "ballot.leaf" else state.page
    nodes = step_page(look, box, WALK, step, page)
    return BlockView(tuple(nodes), hint=look.t("ballot.hint"), sample=True, bare=True)


def figure(look: Look, x: float, y: float, w: float, amount: int, color: str, of: str = "") -> list[Label]:
    """A sum: a large figure and its unit on one line (below it where the line is too short)."""
    number, unit = money(amount, look.variant.language)
    big = look.text(x, y, w, number, "numeral", color=color, of=of)
    left = look.width(number, "numeral") + 10
    if left + look.width(unit, "meta") <= w:
        low = y + look.style("numeral").line - look.style("meta").line
        return [big, look.text(x + left, low, w - left, unit, "meta", color="ink2", of=of)]
    return [big, look.text(x, big.box.bottom, w, unit, "meta", color="ink2", of=of)]


def figure_height(look: Look, w: float, amount: int) -> float:
    """Height `figure` takes."""
    labels = figure(look, 0, 0, w, amount, "ink")
    return max(label.box.bottom for label in labels)


@dataclass(frozen=True, slots=True)
class Card:
    """How a card looks: chosen (thick edge) or out (dashed), a line below, room kept at its right, its price."""

    chosen: bool = False
    out: bool = False
    line: str = ""
    box_w: float = 0.0
    priced: bool = True


_PAD = 24.0
_ICON = 60.0
_HEAD = 112.0  # icon and square on top of a tall card


def name_style(look: Look, text: str, width: float) -> str:
    """The largest of the card's two styles in which words stay whole and two lines are enough."""
    whole = max((look.width(word, "h3") for word in text.split()), default=0.0) if look.english else 0.0
    return "h3" if whole <= width and (look.large or len(look.lines(text, "h3", width)) <= 2) else "label"


_JOINT = re.compile(r"(?<=..)(?=[与和及])|(?<=..)\s*(?=[0-9])")


def name_lines(look: Look, text: str, style: str, width: float) -> str:
    """A name broken where it reads best: before 与 or a number, else in the middle; English as it falls."""
    lines = look.lines(text, style, width)
    if look.english or len(lines) != 2:
        return text
    for joint in _JOINT.finditer(text):
        parts = text[: joint.start()], text[joint.end() :]
        if all(look.width(part, style) <= width for part in parts):
            return "\n".join(parts)
    slim = look.width(text, style) / 2 + 1
    while slim < width:
        halves = look.lines(text, style, slim)
        if len(halves) == 2 and max(look.width(part, style) for part in halves) <= slim:
            return "\n".join(halves)
        slim += 12
    return text


def snug(look: Look, box: Box, text: list[Node], pad: float) -> list[Node]:
    """A panel no higher than the text in it."""
    bottom = max((one.box.bottom for one in text if isinstance(one, Label)), default=box.y)
    return panel(Box(box.x, box.y, box.w, min(box.h, bottom + pad - box.y)), look)


def card_height(look: Look, width: float, proposal: Proposal, card: Card, *, tall: bool) -> float:
    """Height a card needs at a width; `tall` puts the name below the icon, otherwise beside it."""
    name = look.say(proposal.name)
    room = width - 2 * _PAD if tall else width - 2 * _PAD - _ICON - 20 - card.box_w
    if room < 120 or (look.english and max(look.width(word, "label") for word in name.split()) > room):
        return float("inf")
    high = _text_height(look, room, proposal, card)
    return (_HEAD + high + 6) if tall else max(high, 84.0) + 26


def _text_height(look: Look, room: float, proposal: Proposal, card: Card) -> float:
    name = look.say(proposal.name)
    high = look.height(name, name_style(look, name, room), room)
    high += figure_height(look, room, proposal.cost) if card.priced else 0
    return high + (look.height(card.line, "meta", room) if card.line else 0)


def draw_card(look: Look, box: Box, id: str, proposal: Proposal, card: Card, *, tall: bool) -> list[Node]:
    """A proposal to touch: icon, name, cost, and a line that says why it can't be chosen."""
    ink = "ink3" if card.out else "ink"
    edge = ("ink", 4.0) if card.chosen else ("control", 2.0)
    nodes: list[Node] = [Fill(box, "paper" if card.out else "raised", 12, *edge, dashed=card.out)]
    icon_y = box.y + 28 if tall else box.y + (box.h - _ICON) / 2
    nodes.append(Icon(Box(box.x + _PAD, icon_y, _ICON, _ICON), proposal.icon, "ink3" if card.out else "teal"))
    x = box.x + _PAD if tall else box.x + _PAD + _ICON + 20
    room = box.right - _PAD - x - (0 if tall else card.box_w)
    name = look.say(proposal.name)
    style = name_style(look, name, room)
    y = box.y + (_HEAD if tall else max(8.0, (box.h - _text_height(look, room, proposal, card)) / 2))
    broken = name_lines(look, name, style, room)
    head = look.text(x, y, room, broken, style, color=ink, of=id, max_h=box.bottom - y)
    nodes.append(replace(head, full=name))
    bottom = head.box.bottom
    if card.priced:
        sums = figure(look, x, bottom, room, proposal.cost, ink, of=id)
        nodes += sums
        bottom = max(label.box.bottom for label in sums)
    if card.line:
        nodes.append(
            look.text(x, bottom, room, card.line, "meta", color="ochre_deep", of=id, max_h=box.bottom - bottom)
        )
    return nodes


def spoken_card(look: Look, proposal: Proposal, line: str = "") -> str:
    """A card as it is read aloud."""
    parts = [look.say(proposal.name), said(proposal.cost, look.variant.language), line]
    return ("，" if not look.english else ", ").join(part for part in parts if part)


def card_target(look: Look, box: Box, id: str, proposal: Proposal, card: Card, on: bool | None = None) -> Target:
    """The card's target."""
    return Target(box, id, "option", look.say(proposal.name), spoken_card(look, proposal, card.line), on, card.out)
