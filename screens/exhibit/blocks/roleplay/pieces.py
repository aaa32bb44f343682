"""What every step of the talk is made of: heading with its tag, the row of buttons, paged content, options to pick."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from content.schema import TalkScene
from screens.exhibit.blocks import BlockView
from screens.exhibit.blocks.roleplay.state import TalkState
from screens.look import Look
from screens.parts import button, button_height, icon_button, panel, stepper, tag
from screens.parts.buttons import ButtonKind, centred
from screens.parts.paged import Para, pager, pager_height, read
from screens.scene import Box, Fill, Node, Target

#: Draws the content of a step into a box for a page; returns what it drew and how many pages there are.
Draw = Callable[[Box, int], tuple[list[Node], int]]
GAP = 20.0
_STATIONS = ("role", "meet", "listen", "propose", "vote", "sign")
_STEPPER_W = 900.0


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
    """One picture of the talk: heading, content, buttons. `station` is its place on the stepper."""

    title: str
    subtitle: str
    draw: Draw
    buttons: tuple[Press, ...] = ()
    station: str = ""
    hint: str = ""


def show(state: TalkState, look: Look, box: Box, step: Step) -> BlockView:
    """Lay a step out: heading on top, buttons at the foot, content between, with a pager if it takes more pages."""
    nodes, top = heading(look, box, step.title, step.subtitle, step.station)
    foot, bottom = _buttons(look, box, step.buttons)
    body = Box(box.x, top, box.w, bottom - (GAP if foot else 0) - top)
    drawn, pages = step.draw(body, state.page)
    if pages > 1:
        body, place = _with_pager(look, box, body, foot)
        drawn, pages = step.draw(body, state.page)
        drawn += _pager(look, place, state.page, pages)
    return BlockView((*nodes, *drawn, *foot), hint=step.hint or look.t("talk.hint"), sample=True, bare=True)


def _with_pager(look: Look, box: Box, body: Box, foot: list[Node]) -> tuple[Box, Box]:
    """Where content and pager go: the pager beside the buttons where they leave room, else on a row of its own."""
    high = pager_height(look)
    left = min((node.box.x for node in foot if isinstance(node, Target)), default=box.x) - GAP - box.x
    if look.landscape and left >= 420:
        return body, Box(box.x, box.bottom - high, min(left, 820.0 if look.large else 640.0), high)
    body = Box(body.x, body.y, body.w, body.h - high - GAP)
    return body, Box(box.x, body.bottom + GAP, min(box.w, 960.0), high)


def _pager(look: Look, box: Box, page: int, pages: int) -> list[Node]:
    """The pager; where its words have no room, arrows alone."""
    words = look.t("page.previous"), look.t("page.next")
    if max(look.width(word, "label") for word in words) + 64 <= box.w * 0.36:
        return pager(look, box, "talk", words, page, pages)
    here = page % pages
    before, after = Box(box.x, box.y, 120, box.h), Box(box.x + 290, box.y, 120, box.h)
    return [
        *icon_button(look, before, "talk.page.prev", "back", words[0], disabled=here == 0),
        centred(look, Box(before.right, box.y, 170, box.h), f"{here + 1} / {pages}", "meta", "ink2"),
        *icon_button(look, after, "talk.page.next", "next", words[1], disabled=here == pages - 1),
    ]


def heading(look: Look, box: Box, title: str, subtitle: str, station: str = "") -> tuple[list[Node], float]:
    """The step's question, the tag that says it's a simulation, one line below. Returns the nodes and the free y."""
    word = look.t("talk.sim")
    tag_w = look.width(word, "micro") + 48
    if look.large:
        station = ""  # large words need the room; the question itself says which step it is
    beside = bool(station) and look.landscape
    room = box.w - (_STEPPER_W + 40 if beside else 0)
    style = look.fit(title, ("h1", "h2"), room - tag_w, look.style("h1").line)
    head = look.text(box.x, box.y + 12, room - tag_w, title, style, role="heading", id="talk.title")
    widest = max(look.width(line, style) for line in head.lines)
    tagged, _ = tag(look, box.x + widest + 24, head.box.bottom - look.style(style).line / 2 - 18, word)
    nodes: list[Node] = [head, *tagged]
    bottom = head.box.bottom
    if subtitle:
        below = look.text(box.x, bottom + 4, box.w if look.large else room, subtitle, "meta", color="ink2")
        nodes.append(below)
        bottom = below.box.bottom
    if station:
        names = [look.t(f"talk.station.{one}") for one in _STATIONS]
        line = look.style("meta").line + 30
        place = Box(box.right - _STEPPER_W, box.y + 24, _STEPPER_W, line)
        place = place if beside else Box(box.x, bottom + 12, box.w, line)
        nodes += stepper(look, place, names, _STATIONS.index(station))
        bottom = max(bottom, place.y + 30 + line)
    return nodes, bottom + 16


def _buttons(look: Look, box: Box, row: tuple[Press, ...]) -> tuple[list[Node], float]:
    """The buttons at the foot of `box`, the first one rightmost or lowest. Returns the nodes and their top."""
    if not row:
        return [], box.bottom
    high = button_height(look)
    wide = max(look.width(one.text, "label_l") + 60 + (64 if one.icon else 0) for one in row)
    wide = max(wide, 320.0) if look.landscape else wide
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


@dataclass(frozen=True, slots=True)
class Option:
    """One of a few things to pick from."""

    id: str
    text: str
    on: bool
    spoken: str = ""


def option_height(look: Look, width: float, texts: Sequence[str]) -> float:
    """Height that buttons with these texts need at a width; infinite where a word would be torn."""
    room = width - 40
    if any(look.width(word, "label") > room for text in texts for word in text.split()) and look.english:
        return float("inf")
    return max(112.0 if look.large else 96.0, max(look.height(text, "label", room) for text in texts) + 28)


def options(look: Look, cells: Sequence[Box], picks: Sequence[Option]) -> list[Node]:
    """Buttons to pick one from; the chosen one is filled with ink."""
    nodes: list[Node] = []
    for cell, one in zip(cells, picks, strict=True):
        fill, edge, ink = ("ink", None, "on_ink") if one.on else ("raised", "control", "ink")
        nodes.append(Fill(cell, fill, 12, edge, 3))
        nodes.append(centred(look, cell, one.text, "label", ink, cell.w - 40, of=one.id))
        nodes.append(Target(cell, one.id, "option", one.text, one.spoken or one.text, one.on, False, 12, one.on))
    return nodes


def told(look: Look, box: Box, paras: Sequence[Para], page: int, columns: int = 1) -> tuple[list[Node], int]:
    """A panel with text; it turns pages."""
    text, pages = read(look, box.inset(36, 24), paras, page, columns=columns)
    return [*panel(box, look), *text], pages


def split(look: Look, box: Box, share: float, low: float) -> tuple[Box, Box]:
    """Two boxes: side by side in landscape, one above the other in portrait, the second from `low` on."""
    if look.landscape:
        wide = (box.w - 24) * share
        return Box(box.x, box.y, wide, box.h), Box(box.x + wide + 24, box.y, box.w - wide - 24, box.h)
    return Box(box.x, box.y, box.w, low - 20 - box.y), Box(box.x, low, box.w, box.bottom - low)


def listed(look: Look, names: Sequence[str]) -> str:
    """Names in a row."""
    return (", " if look.english else "、").join(names)


def many(look: Look, scene: TalkScene, n: int) -> str:
    """How many households or people."""
    return look.t(f"talk.many.{scene.unit}" if n != 1 or not look.english else f"talk.one.{scene.unit}", n=n)
