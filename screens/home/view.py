"""The home screen: the question over the city, the green mailbox, and a card for each way in."""

from __future__ import annotations

from content.schema import HomeCard
from screens.home.model import HomeState
from screens.look import Look
from screens.parts.buttons import button, button_height
from screens.parts.chrome import Action
from screens.parts.scenery import scenery
from screens.scene import Box, Fill, Icon, Label, Node, Picture, Target
from screens.screen import View

_GAP = 24.0
_DOOR_ICON, _SIDE_ICON = 72.0, 56.0
# the icon that stands for a card's drawing where text is large
_ICONS = {
    "mini_people": "people", "mini_steps": "steps", "mini_levels": "levels", "mini_ballot": "ballot",
    "mini_seats": "person", "mini_school": "school", "mini_time": "time", "mini_tiles": "tiles",
}  # fmt: skip


def view(state: HomeState, look: Look) -> View:
    """Landscape: mailbox at the right, cards in a row. Portrait and large text: a grid, pictures give way to words."""
    if look.large:
        nodes = _large(state, look)
        behind = scenery(look, "home") if look.reach_top else []  # the doors stand low: the city fills the room above
        return View(tuple(nodes), hint=look.t("home.hint"), background=tuple(behind))
    nodes = _landscape(state, look) if look.landscape else _portrait(state, look)
    tours = Action("home.tours", look.t("tours.entry"), look.t("tours.entry.sub"), "school") if state.tours else None
    return View(tuple(nodes), hint=look.t("home.hint"), action=tours, background=tuple(scenery(look, "home")))


def _question(
    look: Look, state: HomeState, y: float, width: float, styles: tuple[str, ...], max_h: float
) -> list[Node]:
    """The question, and once more in the other language where that stays clear of the city (mockups b, b2)."""
    own = look.say(state.home.question)
    other = state.home.question.zh_hans if look.english else (state.home.question.en or "")
    style = look.headline_style(own, styles, width, max_h)
    head = look.text(look.margin, y, width, own, style, role="heading", id="home.question")
    below = look.text(look.margin, head.box.bottom + 4, width, other, "body", color="ink2")
    return [head, below] if below.box.bottom <= y + max_h else [head]


def _landscape(state: HomeState, look: Look) -> list[Node]:
    content = look.content
    nodes = _question(look, state, 112, 1000, ("h1",), 176)
    nodes += _mailbox(look, Box(1222, 112, 626, 472))
    row = Box(content.x, 620, content.w, 316)
    return nodes + _cards(look, state.home.cards, [row.columns(len(state.home.cards), _GAP)], 24)


def _portrait(state: HomeState, look: Look) -> list[Node]:
    content = look.content
    nodes = _question(look, state, 120, content.w, ("display", "h1"), 290)
    nodes += _mailbox(look, Box(content.x, 756, content.w, 444))
    count = len(state.home.cards)
    columns = 2 if count <= 4 else 3
    foot = content.bottom + 8
    if state.tours:  # in the dock there is no room for the action
        high = button_height(look, primary=False)
        text = f"{look.t('tours.entry')} · {look.t('tours.entry.sub')}"
        bar = Box(content.x, content.bottom - high, content.w, high)
        nodes += button(look, bar, "home.tours", text, "secondary", icon="school")
        foot = bar.y - 16
    rows = Box(content.x, 1222, content.w, foot - 1222).rows(-(-count // columns), 20)
    cells = [row.columns(min(columns, count - i * columns), 20) for i, row in enumerate(rows)]
    return nodes + _cards(look, state.home.cards, cells, 18)


def _cards(look: Look, cards: tuple[HomeCard, ...], rows: list[list[Box]], pad: float) -> list[Node]:
    """Cards in rows; in each row all drawings end and all words begin at one height."""
    nodes: list[Node] = []
    left = list(cards)
    for row in rows:
        shown, left = left[: len(row)], left[len(row) :]
        words_h = max(_words_height(look, one, box.w - 2 * pad) for one, box in zip(shown, row, strict=True))
        for card, box in zip(shown, row, strict=True):
            nodes += _card(look, card, box, pad, words_h)
    return nodes


def _mailbox(look: Look, box: Box) -> list[Node]:
    """The only green on the screen: whoever wants to post finds it at once."""
    nodes: list[Node] = [Fill(box, "mail" if look.variant.theme == "light" else "mail_wash", 20, *_edge(look))]
    ink = "on_mail" if look.variant.theme == "light" else "ink"
    nodes.append(Picture(Box(box.x + 10, box.y + 34, 226, box.h - 68), "mailbox_panel"))
    left = box.x + 236
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


def _words_height(look: Look, card: HomeCard, width: float) -> float:
    title, second = look.say(card.title), look.say(card.subtitle)
    return look.height(title, "card", width) + look.height(second, "meta", width) + 4


def _card(look: Look, card: HomeCard, box: Box, pad: float, words_h: float) -> list[Node]:
    """Picture on top, title and one quiet line below; all of it is the target."""
    title = look.text(0, 0, box.w - 2 * pad, look.say(card.title), "card", role="heading")
    second = look.text(0, 0, box.w - 2 * pad, look.say(card.subtitle), "meta", color="ink2")
    top = box.bottom - 20 - words_h
    nodes: list[Node] = [Fill(box, "raised", 12, *_card_edge(look))]
    picture = Box(box.x + 24, box.y + 20, box.w - 48, top - box.y - 32)
    if picture.h > 48:
        nodes.append(Picture(picture, card.picture))
    id = f"home.{card.id}"
    nodes.append(_placed(title, box.x + pad, top, id, box.bottom - 12))
    nodes.append(_placed(second, box.x + pad, top + title.box.h + 4, id, box.bottom - 12))
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
    """Large text: doors in a grid, icons instead of pictures, the mailbox twice as wide (guide 3; mockup n)."""
    content = look.content
    own = look.say(state.home.question)
    head_h = 220.0 if look.landscape else 460.0
    style = look.headline_style(own, ("h1", "h2") if look.landscape else ("display", "h1", "h2"), content.w, head_h)
    head = look.text(look.margin, content.y + 16, content.w, own, style, role="heading", id="home.question")
    nodes: list[Node] = [head]
    top = max(head.box.bottom + 24, look.reach_top)
    if not look.landscape:
        other = state.home.question.zh_hans if look.english else (state.home.question.en or "")
        said = look.text(look.margin, head.box.bottom + 8, content.w, other, "body", color="ink2")
        nodes.append(said)
        top = max(said.box.bottom + 32, look.reach_top)
    doors = [
        ("home.mailbox", look.t("home.mail.title"), look.t("mail.start"), "letter"),
        ("home.track", look.t("mail.track"), look.t("home.track.sub"), "search"),
    ]
    doors += [
        (f"home.{card.id}", look.say(card.title), look.say(card.subtitle), _ICONS.get(card.picture, "next"))
        for card in state.home.cards
    ]
    if state.tours:
        doors.append(("home.tours", look.t("tours.entry"), look.t("tours.entry.sub"), "school"))
    area = Box(content.x, top, content.w, content.bottom - top)
    boxes = _door_boxes(area, len(doors), 4 if look.landscape else 2)
    pictured = all(_has_room(look, box, door[1], door[2]) for door, box in zip(doors, boxes, strict=True))
    for door, box in zip(doors, boxes, strict=True):
        nodes += _door(look, box, *door, pictured)
    return nodes


def _has_room(look: Look, box: Box, title: str, second: str) -> bool:
    words = look.height(title, "h3", box.w - 48) + look.height(second, "meta", box.w - 48)
    return box.h - words >= _DOOR_ICON + 48


def _has_side(look: Look, box: Box, title: str, second: str) -> bool:
    """Whether the words take no more lines beside an icon than without one."""
    rooms = (box.w - 48, box.w - 48 - _SIDE_ICON - 12)
    return all(
        len(look.lines(text, style, rooms[0])) == len(look.lines(text, style, rooms[1]))
        for text, style in ((title, "h3"), (second, "meta"))
    )


def _door_boxes(area: Box, count: int, columns: int) -> list[Box]:
    """The first door takes two cells; the doors of the last row share its width."""
    cells = count + 1
    rows = area.rows(-(-cells // columns), 20)
    boxes: list[Box] = []
    for i, row in enumerate(rows):
        here = min(columns, cells - i * columns)
        line = row.columns(here, 20)
        if i == 0:
            line = [Box(row.x, row.y, line[min(1, here - 1)].right - row.x, row.h), *line[2:]]
        boxes += line
    return boxes


def _door(look: Look, box: Box, id: str, title: str, second: str, icon: str, pictured: bool) -> list[Node]:
    green = id == "home.mailbox"
    fill, ink = ("mail", "on_mail") if green else ("raised", "ink")
    room = box.w - 48
    if not pictured and _has_side(look, box, title, second):  # where the icon has no room above, it stands beside
        room -= _SIDE_ICON + 12
        aside = Box(box.right - 24 - _SIDE_ICON, box.center[1] - _SIDE_ICON / 2, _SIDE_ICON, _SIDE_ICON)
    else:
        aside = None
    style = look.fit(title, ("h2", "h3") if green else ("h3", "label_l"), room, look.style("h2").line)
    head = look.text(0, 0, room, title, style)
    below = look.text(0, 0, room, second, "meta")
    both = head.box.h + below.box.h <= box.h - 24
    words_h = head.box.h + (below.box.h if both else 0)
    y = box.bottom - 20 - words_h if pictured else box.y + (box.h - words_h) / 2
    nodes: list[Node] = [Fill(box, fill, 12, None if green else "control", 0 if green else 4)]
    if pictured:
        high = min(box.y + 24, y - _DOOR_ICON - 8)
        nodes.append(Icon(Box(box.x + 24, high, _DOOR_ICON, _DOOR_ICON), icon, ink))
        nodes.append(Icon(Box(box.right - 24 - 48, high + 8, 48, 48), "next", ink))
    elif aside:
        nodes.append(Icon(aside, icon, ink))
    nodes.append(_recoloured(_placed(head, box.x + 24, y, id, box.bottom), ink))
    if both:
        nodes.append(_recoloured(_placed(below, box.x + 24, y + head.box.h, id, box.bottom), ink))
    nodes.append(Target(box, id, "button", title, f"{title}，{second}", dark=green))
    return nodes


def _recoloured(label: Label, color: str) -> Label:
    return Label(
        label.box, label.lines, label.style, color, "left", "", label.role, label.full, "", label.overflow, label.of
    )
