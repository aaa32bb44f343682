"""The idle screen: scenery, headline, the pill that says what to do, the cable car that never stops."""

from __future__ import annotations

from screens.attract.model import AttractState
from screens.look import Look
from screens.parts.buttons import centred
from screens.parts.scenery import scenery
from screens.scene import Box, Disc, Fill, Label, Node, Picture, Target
from screens.screen import View


def view(state: AttractState, look: Look) -> View:
    """Only the cable car moves. The whole screen is the target; the pill is a cue."""
    width, height = look.size
    nodes: list[Node] = [*_headline(look, state)]
    nodes += _mailbox(look)
    nodes.append(
        Target(Box(0, 0, width, height), "attract.begin", "button", look.t("attract.cta"), covers=True, radius=0)
    )
    nodes += _cue(look)
    nodes += _language(look)
    return View(tuple(nodes), bare=True, background=tuple(scenery(look, "attract")))


def _headline(look: Look, state: AttractState) -> list[Node]:
    left = 96.0 if look.landscape else look.margin
    room = 1330.0 if look.landscape else look.size[0] - 2 * look.margin
    own = look.say(state.question)
    style = look.headline_style(own, ("display_xl", "display", "h1"), room, 320 if look.landscape else 480)
    head = look.text(left, 104 if look.landscape else 180, room, own, style, role="heading", id="attract.question")
    other = state.question.zh_hans if look.english else (state.question.en or "")
    below = look.text(left, head.box.bottom + 20, room, other, "body_l", color="ink2")
    return [_station(look, left), head, below]


def _station(look: Look, left: float) -> Label:
    return look.text(left, 32, look.size[0] - 2 * left, look.t("station.type"), "meta", color="ink2")


def _mailbox(look: Look) -> list[Node]:
    width, height = look.size
    box = Box(width - 460, height - 600, 250, 520) if look.landscape else Box(width - 400, height - 900, 300, 620)
    return [Picture(box, "mailbox")]


def _cue(look: Look) -> list[Node]:
    """The vermilion point in its ring, and the words, on an ink-edged pill at the bottom."""
    height = look.size[1]
    text = look.t("attract.cta")
    wide = look.width(text, "label_l") + 190
    high = 152.0 if look.large else 128.0
    box = Box(96.0 if look.landscape else look.margin, height - high - 88, wide, high)
    x, y = box.x + 76, box.center[1]
    label = centred(look, Box(box.x + 128, box.y, wide - 168, high), text, "label_l", "on_ink", wide - 160)
    return [
        Fill(box, "ink", high / 2),
        Disc(x, y, 34, None, "on_ink", 3),
        Disc(x, y, 20, "vermilion"),
        label,
    ]


def _language(look: Look) -> list[Node]:
    """The other language by its own name, for whoever can't read this one."""
    width, height = look.size
    text = "English"
    wide = look.width(text, "label") + 72
    high = 112.0 if look.large else 96.0
    box = (
        Box(width - look.margin - wide, height - high - 40, wide, high)
        if look.landscape
        else Box(width - look.margin - wide, height - high - 104, wide, high)
    )
    return [
        Fill(box, "raised", 12, "control", 3),
        centred(look, box, text, "label", "ink", of="attract.language"),
        Target(box, "attract.language", "button", text, "English"),
    ]
