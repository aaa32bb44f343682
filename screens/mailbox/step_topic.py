"""Step 1, what the letter is about: twelve pictures. A touch chooses and goes on."""

from __future__ import annotations

from content.schema import Topic
from screens.look import Look
from screens.mailbox.frame import SPLIT, TOP, cards, fitted, head, title
from screens.mailbox.state import MailboxState
from screens.parts.buttons import centred
from screens.scene import Box, Fill, Icon, Node, Picture, Target
from screens.screen import View
from screens.session import grace_s


def view(state: MailboxState, look: Look) -> View:
    """Six abreast in landscape, three in portrait below the line of reach."""
    content = look.content
    forgets = look.t("mailbox.forgets", n=round(grace_s("form", look.variant, look.tokens) / 60))
    top = Box(content.x, TOP - 12, content.w, 0) if look.landscape else Box(content.x, TOP + 24, content.w - 320, 0)
    nodes, y = title(look, top, look.t("mailbox.topic.title"), style="h2" if look.large else "h1")
    room = 144.0 if look.landscape else SPLIT - 24 - y
    sub = fitted(look, Box(top.x, y, top.w, room), forgets, "ink2")  # the dock's line has no room in large text
    nodes.append(sub)
    y = sub.box.bottom + 4
    if not look.landscape:
        nodes.append(Picture(Box(content.right - 290, TOP + 24, 290, 480), "mailbox"))
    area = Box(content.x, y + 12 if look.landscape else SPLIT, content.w, 0)
    area = Box(area.x, area.y, area.w, content.bottom - area.y)
    topics = state.content.topics

    def need(width: float) -> float:
        style = _style(look, topics, width - 24)
        return _icon(look) + 44 + max(look.height(look.say(one.name), style, width - 24) for one in topics)

    across = 6 if look.landscape else 3
    laid, pager = cards(look, area, len(topics), need, state.page, columns=across, gap=16, tallest=320)
    nodes += pager
    for cell, topic in zip(laid.cells, topics[laid.first :], strict=False):
        nodes += _card(look, cell, topic, _style(look, topics, cell.w - 24), topic.id == state.topic)
    return View((*head(state, look), *nodes))


def _icon(look: Look) -> float:
    return 64.0 if look.large else 88.0


def _style(look: Look, topics: tuple[Topic, ...], width: float) -> str:
    """One style for all names: the largest in which no word is torn."""
    words = [word for one in topics for word in look.say(one.name).split()]
    fits = (name for name in ("label_l", "label", "meta") if all(look.width(word, name) <= width for word in words))
    return next(fits, "micro")


def _card(look: Look, cell: Box, topic: Topic, style: str, chosen: bool) -> list[Node]:
    name = look.say(topic.name)
    id = f"mailbox.topic.{topic.id}"
    words_h = look.height(name, style, cell.w - 24)
    size = _icon(look)
    top = cell.y + (cell.h - size - 16 - words_h) / 2
    return [
        Fill(cell, "raised", 12, "ink" if chosen else "control", 4 if chosen else 2),
        Icon(Box(cell.center[0] - size / 2, top, size, size), topic.icon, "ink" if chosen else "teal"),
        centred(look, Box(cell.x, top + size + 16, cell.w, words_h), name, style, "ink", cell.w - 24, of=id),
        Target(cell, id, "option", name, name, chosen),
    ]
