"""Step 2, where it is: the places this station names. A touch chooses and goes on."""

from __future__ import annotations

from screens.look import Look
from screens.mailbox.frame import SPLIT, TOP, cards, foot, foot_height, foot_row, head, name_of, option_height, title
from screens.mailbox.state import MailboxState
from screens.parts import list_row
from screens.scene import Box, Icon, Node, Picture
from screens.screen import View


def view(state: MailboxState, look: Look) -> View:
    """Rows, two abreast in landscape."""
    content = look.content
    topic = next((one for one in state.content.topics if one.id == state.topic), None)
    top = Box(content.x, TOP - 12, content.w, 0) if look.landscape else Box(content.x, TOP + 24, content.w - 320, 0)
    style = "h2" if look.large and look.landscape else "h1"
    nodes, y = title(look, top, look.t("mailbox.place.title"), look.t("mailbox.place.sub"), style=style)
    if not look.landscape:
        nodes.append(Picture(Box(content.right - 290, TOP + 24, 290, 480), "mailbox"))
        if topic is not None:
            said = name_of(look, state.content.topics, topic.id)
            nodes.append(Icon(Box(content.x, y + 24, 88, 88), topic.icon, "teal"))
            nodes.append(look.text(content.x + 112, y + 44, content.w - 440, said, "h3"))
    area = Box(content.x, y + 20 if look.landscape else SPLIT, content.w, 0)
    area = Box(area.x, area.y, area.w, content.bottom - foot_height(look) - 24 - area.y)
    nodes += _rows(state, look, area)
    return View((*head(state, look), *nodes, *foot(look, foot_row(look), "")), hint=look.t("form.local"))


def _rows(state: MailboxState, look: Look, area: Box) -> list[Node]:
    places = state.content.places

    def need(width: float) -> float:
        return max(option_height(look, width - 68, look.say(one.name), "") for one in places)

    across = 2 if look.landscape else 1
    laid, nodes = cards(look, area, len(places), need, state.page, columns=across, gap=16, tallest=136)
    for cell, place in zip(laid.cells, places[laid.first :], strict=False):
        id = f"mailbox.place.{place.id}"
        nodes += list_row(look, cell, id, look.say(place.name), icon="pin", on=place.id == state.place)
    return nodes
