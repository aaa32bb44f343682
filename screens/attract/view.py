"""The idle screen: the city at this hour, a question or a card, and the pill that says what to do."""

from __future__ import annotations

from screens.attract.card_view import card
from screens.attract.model import AttractState
from screens.look import Look
from screens.parts.buttons import centred
from screens.parts.scenery import scenery
from screens.scene import Box, Disc, Fill, Node, Picture, Target
from screens.screen import View
from screens.strings import names, string

_ROOFS = {True: 545.0, False: 660.0}  # where the town of the drawing begins
_UNDER = 16.0
_FEW = 3  # other languages that have a button here; of more, one button shows all
_ALL = "Languages / 语言"


def view(state: AttractState, look: Look) -> View:
    """The whole screen is the target; the pill is a cue. What moves lies behind all of it (screens.parts.life)."""
    width, height = look.size
    hour = state.hour if look.variant.theme == "light" else "day"
    nodes: list[Node] = _station(look, hour)
    if state.card is None:
        nodes += _headline(look, state, hour)
    nodes.append(
        Target(Box(0, 0, width, height), "attract.begin", "button", look.t("attract.cta"), covers=True, radius=0)
    )
    others = _language_boxes(look)
    cue = _cue(look, others[0][1])
    nodes += cue
    for name, box in others:
        nodes += _language(look, name, box)
    highest = min((box for _, box in others), key=lambda one: (one.y, one.x))
    told: list[Node] = []
    if state.card is not None:
        top = 112.0 if look.landscape else 150.0
        told = card(look, state.card, top, min(_pill(cue).y, highest.y) - 24)
    mailbox = _mailbox_box(look, highest)
    if not told or _foot(told) <= mailbox.y:  # never cropped (design guide 7)
        nodes.append(Picture(mailbox, "mailbox"))
    nodes += told
    return View(tuple(nodes), bare=True, background=tuple(scenery(look, "attract", hour, state.lights)))


def _headline(look: Look, state: AttractState, hour: str) -> list[Node]:
    """The question as large as it can stand above the town, and once more in the other language."""
    inks = look.tokens.hour(hour)
    left, top = look.margin, 132.0 if look.landscape else 180.0
    room = 1330.0 if look.landscape else look.size[0] - 2 * look.margin
    own = look.say(state.question)
    other = state.question.zh_hans if look.english else (state.question.en or "")
    most = _ROOFS[look.landscape] - top - _UNDER - look.height(other, "body_l", room - 4)
    style = look.headline_style(own, ("display_xl", "display", "h1"), room, most)
    head = look.text(left, top, room, own, style, color=inks.ink, role="heading", id="attract.question")
    below = look.text(left + 4, head.box.bottom + _UNDER, room - 4, other, "body_l", color=inks.ink2)
    return [head, below]


def _station(look: Look, hour: str) -> list[Node]:
    """Whose glass this is, quietly, as the strip of the other screens says it."""
    left, ink = look.margin, look.tokens.hour(hour).ink
    style = look.style("meta")
    room = look.size[0] - 2 * left - 78
    name = look.text(left + 78, 44 - style.line / 2, room, look.t("station.type"), "meta", color=ink)
    return [Picture(Box(left, 18, 60, 52), "logo_night" if hour == "night" else "logo"), name]


def _mailbox_box(look: Look, other: Box) -> Box:
    """Where it stands: beside the language buttons, in portrait above them."""
    if look.landscape:
        return Box(min(1150.0, other.x - 16 - 200), 600, 200, 384)
    return Box(look.size[0] - 400, min(1020.0, other.y - 8 - 620), 300, 620)


def _cue(look: Look, other: Box) -> list[Node]:
    """The vermilion point in its rings and the words, in both languages where there is room, on a pill."""
    text = look.t("attract.cta")
    second = string("attract.cta", "zh-Hans" if look.english else "en")
    room = other.x - 24 - look.margin - 170
    style = look.fit(text, ("label_l", "label"), room, look.style("label_l").line)
    lines = look.lines(text, style, room)
    line, small = len(lines) * look.style(style).line, look.style("meta").line
    both = look.width(second, "meta") <= room
    wide = max(*(look.width(one, style) for one in lines), look.width(second, "meta") if both else 0.0) + 170
    high = max(124.0, line + (small if both else 0.0) + 36)
    box = Box(look.margin, other.bottom - high, wide, high)
    x, y = box.x + 68, box.center[1]
    top = y - (line + (small if both else 0.0)) / 2
    nodes: list[Node] = [
        Fill(box, "raised", high / 2, "ink", 3),
        Disc(x, y, 34, None, "vermilion", 3),
        Disc(x, y, 24, None, "vermilion", 3),
        Disc(x, y, 14, "vermilion"),
        look.text(box.x + 124, top, wide - 160, text, style),
    ]
    if both:
        nodes.append(look.text(box.x + 124, top + line, wide - 160, second, "meta", color="ink2"))
    return nodes


def _foot(nodes: list[Node]) -> float:
    return max(one.box.bottom for one in nodes if isinstance(one, Fill))


def _pill(cue: list[Node]) -> Box:
    return next(one.box for one in cue if isinstance(one, Fill))


def _language_boxes(look: Look) -> list[tuple[str, Box]]:
    """The other languages, from the left: each a name of `_LANGUAGES` and its button."""
    width, height = look.size
    high = 112.0 if look.large else 96.0
    y = height - high - (56 if look.landscape else 104)
    boxes: list[tuple[str, Box]] = []
    right = width - look.margin
    for name in reversed(_others(look)):
        wide = look.width(_named(name), "label") + 72
        boxes.insert(0, (name, Box(right - wide, y, wide, high)))
        right -= wide + 16
        if not look.landscape:  # one above the other: the words beside them need the width
            right, y = width - look.margin, y - high - 16
    return boxes if look.landscape else boxes[::-1]


def _others(look: Look) -> list[str]:
    """The other languages by their tags; of many the first of them, and the way to all."""
    tags = [one for one in ("zh-Hant", "zh-Hans", "en", *names()) if one != look.variant.language]
    others = list(dict.fromkeys(tags))
    return others if len(others) <= _FEW else [*others[: _FEW - 1], ""]


def _named(tag: str) -> str:
    return names().get(tag, _ALL)


def _language(look: Look, name: str, box: Box) -> list[Node]:
    """Another language by its own name, for whoever can't read this one."""
    text = _named(name)
    id = f"attract.language.{name.lower()}" if name else "dock.language"
    return [
        Fill(box, "raised", 12, "control", 3),
        centred(look, box, text, "label", "ink", of=id),
        Target(box, id, "button", text, text),
    ]
