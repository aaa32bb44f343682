"""What every step of the simulation is made of: heading with its tag, the row of buttons, paged content, cards."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from content.schema import Proposal
from screens.exhibit.blocks import BlockView
from screens.exhibit.blocks.ballot.state import BallotState
from screens.look import Look
from screens.parts import button, button_height, panel, stepper, tag
from screens.parts.buttons import ButtonKind
from screens.parts.money import money, said
from screens.parts.paged import pager, pager_height
from screens.scene import Box, Fill, Icon, Label, Node, Target

#: Draws the content of a step into a box for a page; returns what it drew and how many pages there are.
Draw = Callable[[Box, int], tuple[list[Node], int]]
_STATIONS = ("collect", "screen", "debate", "vote", "implement", "appraise")
GAP = 20.0


@dataclass(frozen=True, slots=True)
class Press:
    """One button at the foot of a step."""

    id: str
    text: str
    kind: ButtonKind = "secondary"
    icon: str | None = None
    disabled: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """One picture of the simulation: heading, content, buttons. `station` is its place on the stepper."""

    title: str
    subtitle: str
    draw: Draw
    buttons: tuple[Press, ...]
    station: str = ""
    turns: str = "ballot"  # prefix of the pager's ids


def page_words(look: Look) -> tuple[str, str]:
    """The words of the pager."""
    return look.t("ballot.page.prev"), look.t("ballot.page.next")


def show(state: BallotState, look: Look, box: Box, step: Step) -> BlockView:
    """Lay a step out: heading on top, buttons at the foot, content between, with a pager if it takes more pages."""
    nodes, top = heading(look, box, step.title, step.subtitle, step.station)
    foot, bottom = buttons(look, box, step.buttons)
    body = Box(box.x, top, box.w, bottom - GAP - top)
    page = state.leaf if step.turns == "ballot.leaf" else state.page
    drawn, pages = step.draw(body, page)
    if pages > 1:
        body, place = _with_pager(look, box, body, foot)
        drawn, pages = step.draw(body, page)
        drawn += pager(look, place, step.turns, page_words(look), page, pages)
    return BlockView((*nodes, *drawn, *foot), hint=look.t("ballot.hint"), sample=True, bare=True)


def _with_pager(look: Look, box: Box, body: Box, foot: list[Node]) -> tuple[Box, Box]:
    """Where content and pager go: the pager beside the buttons where they leave room, else on a row of its own."""
    high = pager_height(look)
    left = min((node.box.x for node in foot if isinstance(node, Target)), default=box.x) - GAP - box.x
    if look.landscape and left >= 800:
        return body, Box(box.x, box.bottom - high, min(left, 820.0 if look.large else 640.0), high)
    body = Box(body.x, body.y, body.w, body.h - high - GAP)
    return body, Box(box.x, body.bottom + GAP, min(box.w, 960.0), high)


def heading(look: Look, box: Box, title: str, subtitle: str, station: str = "") -> tuple[list[Node], float]:
    """The step's question, the tag that says it's a simulation, one line below. Returns the nodes and the free y."""
    word = look.t("ballot.sim")
    tag_w = look.width(word, "micro") + 48
    if look.landscape and look.large:
        station = ""  # large words need the room; the question itself says which step it is
    beside = bool(station) and look.landscape
    room = box.w - (980 if beside else 0)
    style = look.fit(title, ("h1", "h2"), room - tag_w, look.style("h1").line)
    head = look.text(box.x, box.y + 12, room - tag_w, title, style, role="heading", id="ballot.title")
    widest = max(look.width(line, style) for line in head.lines)
    tagged, _ = tag(look, box.x + widest + 24, head.box.bottom - look.style(style).line / 2 - 18, word)
    below = look.text(box.x, head.box.bottom + 4, room, subtitle, "meta", color="ink2")
    nodes: list[Node] = [head, *tagged, below]
    bottom = below.box.bottom
    if station:
        names = [look.t(f"ballot.station.{one}") for one in _STATIONS]
        line = look.style("meta").line + 30
        place = Box(box.right - 960, box.y + 24, 960, line) if beside else Box(box.x, bottom + 12, box.w, line)
        nodes += stepper(look, place, names, _STATIONS.index(station))
        bottom = max(bottom, place.y + 30 + line)
    return nodes, bottom + 20


def buttons(look: Look, box: Box, row: tuple[Press, ...]) -> tuple[list[Node], float]:
    """The buttons at the foot of `box`, the first one rightmost or lowest. Returns the nodes and their top."""
    if not row:
        return [], box.bottom
    high = button_height(look)
    wide = max(look.width(one.text, "label_l") + 56 + (64 if one.icon else 0) for one in row)
    wide = max(wide, 360.0) if look.landscape else wide
    nodes: list[Node] = []
    if wide * len(row) + GAP * (len(row) - 1) <= box.w:
        cells = Box(box.x, box.bottom - high, box.w, high).columns(len(row), GAP)
        if look.landscape:
            cells = [Box(box.right - (i + 1) * wide - i * GAP, box.bottom - high, wide, high) for i in range(len(row))]
        else:
            cells.reverse()
        top = box.bottom - high
    else:
        cells = [Box(box.x, box.bottom - (i + 1) * high - i * GAP, box.w, high) for i in range(len(row))]
        top = cells[-1].y
    for cell, one in zip(cells, row, strict=True):
        nodes += button(look, cell, one.id, one.text, one.kind, icon=one.icon, disabled=one.disabled)
    return nodes, top


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
