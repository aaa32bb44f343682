"""The idle screen: scenery, headline, the pill that says what to do, the cable car that never stops."""

from __future__ import annotations

from screens.attract.model import AttractState
from screens.look import Look
from screens.parts.buttons import centred
from screens.parts.scenery import scenery
from screens.scene import Box, Disc, Fill, Node, Picture, Target
from screens.screen import View
from screens.strings import string

_LANGUAGES = {"zh-Hant": "繁體中文", "zh-Hans": "简体中文", "en": "English"}


def view(state: AttractState, look: Look) -> View:
    """Only the cable car moves. The whole screen is the target; the pill is a cue."""
    width, height = look.size
    nodes: list[Node] = [*_headline(look, state)]
    nodes += _mailbox(look)
    nodes.append(
        Target(Box(0, 0, width, height), "attract.begin", "button", look.t("attract.cta"), covers=True, radius=0)
    )
    others = _language_boxes(look)
    nodes += _cue(look, others[0][1])
    for name, box in others:
        nodes += _language(look, name, box)
    return View(tuple(nodes), bare=True, background=tuple(scenery(look, "attract")))


def _headline(look: Look, state: AttractState) -> list[Node]:
    left = look.margin
    room = 1330.0 if look.landscape else look.size[0] - 2 * look.margin
    own = look.say(state.question)
    style = look.headline_style(own, ("display_xl", "display", "h1"), room, 320 if look.landscape else 480)
    head = look.text(left, 132 if look.landscape else 180, room, own, style, role="heading", id="attract.question")
    other = state.question.zh_hans if look.english else (state.question.en or "")
    below = look.text(left + 4, head.box.bottom + 16, room - 4, other, "body_l", color="ink2")
    return [*_station(look, left), head, below]


def _station(look: Look, left: float) -> list[Node]:
    """Whose glass this is, quietly, as the strip of the other screens says it."""
    style = look.style("meta")
    name = look.text(left + 78, 44 - style.line / 2, look.size[0] - 2 * left - 78, look.t("station.type"), "meta")
    return [Picture(Box(left, 18, 60, 52), "logo"), name]


def _mailbox(look: Look) -> list[Node]:
    width, height = look.size
    box = Box(1150, 600, 200, 384) if look.landscape else Box(width - 400, height - 900, 300, 620)
    return [Picture(box, "mailbox")]


def _cue(look: Look, other: Box) -> list[Node]:
    """The vermilion point in its rings and the words, in both languages where there is room, on a pill."""
    text = look.t("attract.cta")
    second = string("attract.cta", "zh-Hans" if look.english else "en")
    most = other.x - 24 - look.margin
    style = look.fit(text, ("label_l", "label"), most - 170, look.style("label_l").line)
    line, small = look.style(style).line, look.style("meta").line
    both = look.width(second, "meta") <= most - 170
    wide = max(look.width(text, style), look.width(second, "meta") if both else 0.0) + 170
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


def _language_boxes(look: Look) -> list[tuple[str, Box]]:
    """The other languages, from the left: each a name of `_LANGUAGES` and its button."""
    width, height = look.size
    high = 112.0 if look.large else 96.0
    y = height - high - (56 if look.landscape else 104)
    boxes: list[tuple[str, Box]] = []
    right = width - look.margin
    for name in reversed([one for one in _LANGUAGES if one != look.variant.language]):
        wide = look.width(_LANGUAGES[name], "label") + 72
        boxes.insert(0, (name, Box(right - wide, y, wide, high)))
        right -= wide + 16
        if not look.landscape:  # one above the other: the words beside them need the width
            right, y = width - look.margin, y - high - 16
    return boxes if look.landscape else boxes[::-1]


def _language(look: Look, name: str, box: Box) -> list[Node]:
    """Another language by its own name, for whoever can't read this one."""
    text = _LANGUAGES[name]
    id = f"attract.language.{name.lower()}"
    return [
        Fill(box, "raised", 12, "control", 3),
        centred(look, box, text, "label", "ink", of=id),
        Target(box, id, "button", text, text),
    ]
