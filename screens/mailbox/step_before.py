"""Before the first step: is somebody in danger now, and is a letter the right door at all?

Owns the question that nobody passes unanswered, the numbers to call, and the doors for what is decided elsewhere. The
numbers are this station's own advice; what the law says of the other doors names its article.
"""

from __future__ import annotations

from screens.look import Look
from screens.mailbox.frame import (
    SPLIT,
    TOP,
    body,
    cards,
    fitted,
    foot,
    foot_row,
    head,
    option_height,
    title,
)  # fmt: skip
from screens.mailbox.state import MailboxState
from screens.parts import list_row, panel
from screens.parts.buttons import centred
from screens.scene import Box, Icon, Node, Picture
from screens.screen import View

_ANSWERS = (("no", "pen"), ("yes", "warn"), ("door", "info"))
_NUMBERS = ("110", "119", "120")
_TOLD = ("h3", "body_l", "body", "meta")
_WITH_PICTURE = 800.0  # design pixels that the question and the picture to its right need in portrait
_DOORS = (("court", "book"), ("report", "eye"), ("petition", "doc"), ("service", "phone"))


def urgent(state: MailboxState, look: Look) -> View:
    """One question, three answers of the same size; the letter is one touch further."""
    content = look.content
    area = Box(content.x, TOP, content.w, content.bottom - TOP)
    if look.landscape:
        left = Box(area.x, area.y, 760, area.h)
        right = Box(left.right + 40, area.y, area.w - 800, area.h)
    else:
        left = Box(area.x, area.y, area.w, SPLIT - 24 - area.y)
        right = Box(area.x, SPLIT, area.w, area.bottom - SPLIT)
    inner = left.inset(36, 28)
    beside = not look.landscape and inner.w >= _WITH_PICTURE
    words = Box(inner.x, inner.y, inner.w - 290, inner.h) if beside else inner
    said, y = title(look, words, look.t("mailbox.urgent.title"), style="h2" if look.large else "h1")
    room = Box(words.x, y + 8, words.w, words.bottom - y - 8)
    below = fitted(look, room, look.t("mailbox.urgent.sub"), "ink2")
    nodes: list[Node] = [*panel(left, look), *said, below]
    free = inner.bottom - below.box.bottom - 24
    if beside:
        nodes.append(Picture(Box(inner.right - 260, inner.y, 260, inner.h), "mailbox"))
    elif look.landscape and free >= 160:
        nodes.append(Picture(Box(inner.x, below.box.bottom + 24, inner.w, free), "mailbox"))
    return View((*head(state, look), *nodes, *_answers(look, right)))


def _answers(look: Look, box: Box) -> list[Node]:
    rows = [(f"mailbox.urgent.{name}", icon) for name, icon in _ANSWERS]
    need = max(option_height(look, box.w - 68, look.t(id), look.t(f"{id}.second")) for id, _ in rows)
    high = max(need, min(300.0, (box.h - 32) / 3))
    nodes: list[Node] = []
    for at, (id, icon) in enumerate(rows):
        cell = Box(box.x, box.y + at * (high + 16), box.w, high)
        nodes += list_row(look, cell, id, look.t(id), look.t(f"{id}.second"), icon=icon)
    return nodes


def danger(state: MailboxState, look: Look) -> View:
    """Whom to call, in numbers to be read from afar."""
    area = body(look)
    words = title(look, area, look.t("mailbox.danger.title"), style="h2" if look.large else "h1")
    nodes, y = words
    said = fitted(look, Box(area.x, y, area.w, 132), look.t("mailbox.danger.sub"), "ink2")
    nodes.append(said)
    rest = Box(area.x, said.box.bottom + 20, area.w, area.bottom - said.box.bottom - 20)
    cells = rest.columns(3, 24) if look.landscape else rest.rows(3, 24)
    for number, cell in zip(_NUMBERS, cells, strict=True):
        nodes += _below(look, cell, number) if look.landscape else _beside(look, cell, number)
    return View((*head(state, look), *nodes, *foot(look, foot_row(look), "mailbox.danger.safe")))


def _below(look: Look, cell: Box, number: str) -> list[Node]:
    """A number above what it is for; all three stand on one line, whatever the longest of them needs."""
    inner = cell.inset(28, 20)
    every = [look.t(f"mailbox.danger.{one}") for one in _NUMBERS]
    wide = look.style("numeral_xl").line + 12 + 2 * look.style("h3").line <= inner.h
    digits = "numeral_xl" if wide else "display_xl"
    high = look.style(digits).line + 12
    longest = max(every, key=lambda one: look.height(one, "h3", inner.w))
    style = look.fit(longest, _TOLD, inner.w, inner.h - high)
    top = inner.y + (inner.h - high - max(look.height(one, style, inner.w) for one in every)) / 2
    what = look.t(f"mailbox.danger.{number}")
    told = look.text(inner.x, top + high, inner.w, what, style, align="center")
    spot = Box(inner.x, top, inner.w, high - 12)
    return [*panel(cell, look), centred(look, spot, number, digits, "ink"), told]


def _beside(look: Look, cell: Box, number: str) -> list[Node]:
    """A number, and what it is for to its right."""
    what = look.t(f"mailbox.danger.{number}")
    inner = cell.inset(28, 20)
    spot = Box(inner.x, inner.y, look.width(number, "numeral_xl"), inner.h)
    x = spot.right + 48
    style = look.fit(what, _TOLD, inner.right - x, inner.h)
    top = inner.y + (inner.h - look.height(what, style, inner.right - x)) / 2
    told = look.text(x, top, inner.right - x, what, style)
    return [*panel(cell, look), centred(look, spot, number, "numeral_xl", "ink"), told]


def door(state: MailboxState, look: Look) -> View:
    """What a letter here can't settle, and who can."""
    area = body(look)
    sub = "" if look.landscape else look.t("mailbox.door.sub")
    nodes, y = title(look, area, look.t("mailbox.door.title"), style="h2" if look.landscape or look.large else "h1")
    if sub:
        said = fitted(look, Box(area.x, y, area.w, 100), sub, "ink2")
        nodes.append(said)
        y = said.box.bottom + 16
    rest = Box(area.x, y, area.w, area.bottom - y)

    def need(width: float) -> float:
        return max(_door_height(look, width, name) for name, _ in _DOORS)

    across = 2 if look.landscape else 1
    words = ("mailbox.door.page.previous", "mailbox.door.page.next")  # "previous" alone is the step's, below
    laid, pager = cards(
        look, rest, len(_DOORS), need, state.page, columns=across, gap=16, tallest=320, words=words
    )  # fmt: skip
    nodes += pager
    for cell, (name, icon) in zip(laid.cells, _DOORS[laid.first :], strict=False):
        nodes += _door(look, cell, name, icon)
    return View((*head(state, look), *nodes, *foot(look, foot_row(look), "mailbox.door.write")))


def _door_height(look: Look, width: float, name: str) -> float:
    words, room = look.t(f"mailbox.door.{name}.words"), width - 136
    return look.height(look.t(f"mailbox.door.{name}"), "label_l", room) + 8 + look.height(words, "meta", room) + 40


def _door(look: Look, cell: Box, name: str, icon: str) -> list[Node]:
    x, room = cell.x + 108, cell.w - 136
    first = look.text(x, cell.y + 20, room, look.t(f"mailbox.door.{name}"), "label_l")
    words = look.t(f"mailbox.door.{name}.words")
    second = look.text(
        x, first.box.bottom + 8, room, words, "meta", color="ink2", max_h=cell.bottom - 16 - first.box.bottom
    )  # fmt: skip
    return [*panel(cell, look), Icon(Box(cell.x + 28, cell.y + 22, 52, 52), icon, "teal"), first, second]
