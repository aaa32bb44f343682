"""The home screen: the question over the city, the green mailbox, and a card for each way in."""

from __future__ import annotations

from content.schema import HomeCard
from screens.home.model import HomeState
from screens.look import Look
from screens.parts.buttons import button, button_height
from screens.parts.scenery import scenery
from screens.scene import Box, Fill, Label, Node, Picture, Target
from screens.screen import View

_GAP = 24.0


def view(state: HomeState, look: Look) -> View:
    """Landscape: mailbox at the right, cards in a row. Portrait and large text: a grid, pictures give way to words."""
    if look.large:
        nodes = _large(state, look)
        return View(tuple(nodes), hint=look.t("home.hint"))
    nodes = _landscape(state, look) if look.landscape else _portrait(state, look)
    return View(tuple(nodes), hint=look.t("home.hint"), background=tuple(scenery(look, "home")))


def _question(
    look: Look, state: HomeState, y: float, width: float, styles: tuple[str, ...], max_h: float
) -> list[Node]:
    own = look.say(state.home.question)
    other = state.home.question.zh_hans if look.english else (state.home.question.en or "")
    style = look.headline_style(own, styles, width, max_h)
    head = look.text(look.margin, y, width, own, style, role="heading", id="home.question")
    return [head, look.text(look.margin, head.box.bottom + 4, width, other, "body", color="ink2")]


def _landscape(state: HomeState, look: Look) -> list[Node]:
    content = look.content
    nodes = _question(look, state, 116, 1100, ("h1",), 180)
    nodes += _mailbox(look, Box(1222, 112, 626, 472))
    cards = Box(content.x, 620, content.w, 316).columns(len(state.home.cards), _GAP)
    for card, box in zip(state.home.cards, cards, strict=True):
        nodes += _card(look, card, box)
    return nodes


def _portrait(state: HomeState, look: Look) -> list[Node]:
    content = look.content
    nodes = _question(look, state, 120, content.w, ("display", "h1"), 250)
    nodes += _mailbox(look, Box(content.x, 756, content.w, 444))
    count = len(state.home.cards)
    columns = 2 if count <= 4 else 3
    grid = Box(content.x, 1222, content.w, content.bottom - 1222 + 8).rows(-(-count // columns), 20)
    for row, box in enumerate(grid):
        cards = state.home.cards[row * columns : (row + 1) * columns]
        for card, cell in zip(cards, box.columns(len(cards), 20), strict=True):
            nodes += _card(look, card, cell)
    return nodes


def _mailbox(look: Look, box: Box) -> list[Node]:
    """The only green on the screen: whoever wants to post finds it at once."""
    nodes: list[Node] = [Fill(box, "mail" if look.variant.theme == "light" else "mail_wash", 20, *_edge(look))]
    ink = "on_mail" if look.variant.theme == "light" else "ink"
    art_w = 184.0
    nodes.append(Picture(Box(box.x + 28, box.y + 36, art_w, box.h - 72), "mailbox_panel"))
    left = box.x + art_w + 52
    room = box.right - left - 24
    name = look.t("home.mail.title")
    style = look.fit(name, ("h1", "h2"), room, look.style("h1").line)
    title = look.text(left, box.y + 32, room, name, style, color=ink, role="heading")
    said = look.text(left, title.box.bottom + 8, room, look.t("home.mail.sub"), "body", color=ink)
    nodes += [title, said]
    high = button_height(look, primary=False)
    start = Box(left, box.bottom - 28 - 2 * high - 16, room, high)
    track = Box(left, box.bottom - 28 - high, room, high)
    kinds = ("on_mail", "outline_on_mail") if look.variant.theme == "light" else ("mail", "secondary")
    nodes += button(look, start, "home.mailbox", look.t("mail.start"), kinds[0], icon="next")  # type: ignore[arg-type]
    nodes += button(look, track, "home.track", look.t("mail.track"), kinds[1], icon="search")  # type: ignore[arg-type]
    return nodes


def _edge(look: Look) -> tuple[str | None, float]:
    return ("mail", 4.0) if look.variant.theme == "contrast" else (None, 0.0)


def _card(look: Look, card: HomeCard, box: Box) -> list[Node]:
    """Picture on top, title and one quiet line below; all of it is the target."""
    title = look.text(0, 0, box.w - 48, look.say(card.title), "card", role="heading")
    second = look.text(0, 0, box.w - 48, look.say(card.subtitle), "meta", color="ink2")
    words_h = title.box.h + second.box.h + 4
    top = box.bottom - 20 - words_h
    nodes: list[Node] = [Fill(box, "raised", 12, *_card_edge(look))]
    picture = Box(box.x + 24, box.y + 20, box.w - 48, top - box.y - 32)
    if picture.h > 48:
        nodes.append(Picture(picture, card.picture))
    id = f"home.{card.id}"
    nodes.append(_placed(title, box.x + 24, top, id, box.bottom - 12))
    nodes.append(_placed(second, box.x + 24, top + title.box.h + 4, id, box.bottom - 12))
    spoken = f"{look.say(card.title)}，{look.say(card.subtitle)}"
    nodes.append(Target(box, id, "button", look.say(card.title), spoken))
    return nodes


def _card_edge(look: Look) -> tuple[str, float]:
    return "control", 4.0 if look.variant.theme == "contrast" else 2.0


def _placed(label: Label, x: float, y: float, of: str, bottom: float) -> Label:
    box = Box(x, y, label.box.w, label.box.h)
    over = label.overflow or box.bottom > bottom + 0.5
    return Label(box, label.lines, label.style, label.color, "left", "", "text", label.full, "", over, of)


def _large(state: HomeState, look: Look) -> list[Node]:
    """Large text: six doors in a grid, words only (design guide 3; mockup n)."""
    content = look.content
    own = look.say(state.home.question)
    head_h = 220.0 if look.landscape else 460.0
    style = look.headline_style(own, ("h1", "h2"), content.w, head_h)
    top = 700.0 if not look.landscape else content.y + 24
    head = look.text(look.margin, content.y + 24, content.w, own, style, role="heading", id="home.question")
    nodes: list[Node] = [head]
    top = max(head.box.bottom + 32, look.reach_top)
    doors: list[tuple[str, str, str]] = [
        ("home.mailbox", look.t("home.mail.title"), look.t("mail.start")),
        ("home.track", look.t("mail.track"), look.t("home.track.sub")),
    ]
    doors += [(f"home.{card.id}", look.say(card.title), look.say(card.subtitle)) for card in state.home.cards]
    columns = 3 if look.landscape else 2
    rows = -(-len(doors) // columns)
    grid = Box(content.x, top, content.w, content.bottom - top).rows(rows, 20)
    for i, (id, title, second) in enumerate(doors):
        box = grid[i // columns].columns(columns, 20)[i % columns]
        nodes += _door(look, box, id, title, second, i < 2)
    return nodes


def _door(look: Look, box: Box, id: str, title: str, second: str, mail: bool) -> list[Node]:
    green = mail and id == "home.mailbox"
    fill = ("mail" if green else "raised", "on_mail" if green else "ink")
    room = box.w - 48
    style = look.fit(title, ("h2", "h3"), room, box.h * 0.6)
    head = look.text(0, 0, room, title, style)
    below = look.text(0, 0, room, second, "meta")
    both = head.box.h + below.box.h <= box.h - 24
    y = box.y + (box.h - head.box.h - (below.box.h if both else 0)) / 2
    nodes: list[Node] = [Fill(box, fill[0], 12, None if green else "control", 0 if green else 4)]
    nodes.append(_recoloured(_placed(head, box.x + 24, y, id, box.bottom), fill[1]))
    if both:
        nodes.append(_recoloured(_placed(below, box.x + 24, y + head.box.h, id, box.bottom), fill[1]))
    nodes.append(Target(box, id, "button", title, f"{title}，{second}", dark=green))
    return nodes


def _recoloured(label: Label, color: str) -> Label:
    return Label(
        label.box, label.lines, label.style, color, "left", "", label.role, label.full, "", label.overflow, label.of
    )
