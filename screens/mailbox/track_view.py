"""The look-up: code and PIN on their own keys, then where the letter is, said plainly."""

from __future__ import annotations

from typing import Final

from screens.inputs import view as keys
from screens.look import Look
from screens.mailbox.cable import tracker
from screens.mailbox.frame import SPLIT, fitted, notice, title
from screens.mailbox.letters import Tracking
from screens.mailbox.lock import TRIES
from screens.mailbox.state import CODE_LENGTH, PIN_DIGITS, MailboxState, Tracked
from screens.parts import button, button_height, panel
from screens.scene import Box, Disc, Fill, Node, Picture, Target
from screens.screen import View

_GO: Final = {False: "mailbox.track.go", True: "mailbox.track.going"}


def view(state: MailboxState, look: Look) -> View:
    """Asking, or what was found."""
    if state.track.found is not None:
        return View(tuple(_found(state, state.track.found, look)), hint=look.t("mailbox.track.hint"))
    return View(tuple(_asking(state, look)), hint=look.t("mailbox.track.hint"))


def _asking(state: MailboxState, look: Look) -> list[Node]:
    content = look.content
    track = state.track
    high = button_height(look)
    if look.landscape:
        words = Box(content.x, content.y + 20, 680, content.h - 20)
        fields = Box(words.x, content.bottom - high - 24 - 2 * 148, words.w, 2 * 148 - 16)
        cells = fields.rows(2, 16)
        go = Box(words.x, content.bottom - high, words.w, high)
        pad = Box(words.right + 40, content.y + 32, content.w - 720, content.h - 32)
    else:
        words = Box(content.x, content.y + 40, content.w, SPLIT - content.y - 60)
        fields = Box(content.x, SPLIT, content.w, 156)
        cells = [Box(fields.x, fields.y, fields.w * 0.62 - 8, fields.h), Box(fields.x + fields.w * 0.62 + 8, fields.y, fields.w * 0.38 - 8, fields.h)]  # fmt: skip  # noqa: E501
        go = Box(content.x, content.bottom - high, content.w, high)
        pad = Box(content.x, fields.bottom + 24, content.w, go.y - 24 - fields.bottom - 24)
    nodes: list[Node] = []
    if not look.landscape:
        nodes.append(Picture(Box(words.right - 290, words.y + 40, 290, words.h - 40), "mailbox"))
        words = Box(words.x, words.y, words.w - 320, words.h)
    said, y = title(look, words, look.t("mailbox.track.title"))
    nodes += said
    limit = (fields.y if look.landscape else words.bottom) - 16
    nodes += _guidance(state, look, Box(words.x, y + 4, words.w, limit - y - 4))
    nodes += _fields(state, look, cells)
    if state.panel is not None and not track.locked_minutes:
        area = pad
        if state.panel.surface == "code":
            rows = 4
            tall = min(pad.h, rows * 150 + 36)
            area = Box(pad.x, pad.y + (pad.h - tall) / 2 if look.landscape else pad.bottom - tall, pad.w, tall)
        nodes += keys.keypad(state.panel, look, area, gap=12)
    dead = not track.ready or bool(track.locked_minutes)
    nodes += button(look, go, "mailbox.track.go", look.t(_GO[track.searching]), "primary", disabled=dead, icon="search")
    return nodes


def _guidance(state: MailboxState, look: Look, box: Box) -> list[Node]:
    """What to type, or the one answer to anything that was not found."""
    track = state.track
    if track.locked_minutes or track.missing:
        text = (
            look.t("mailbox.track.locked", n=track.locked_minutes)
            if track.locked_minutes
            else look.t("mailbox.track.none")
        )
        high = look.height(text, "meta", box.w - 116) + 24
        if high <= box.h:
            nodes, _ = notice(look, box.x, box.y, box.w, text, "lock" if track.locked_minutes else "info")
            return nodes
        return [fitted(look, box, text, "ink", ("meta", "micro"))]
    return [fitted(look, box, look.t("mailbox.track.sub", n=TRIES), "ink2")]


def _fields(state: MailboxState, look: Look, cells: list[Box]) -> list[Node]:
    track = state.track
    typed = state.panel.count if state.panel and track.asks == "pin" else 0
    code = " ".join(part for part in (track.code[:4], track.code[4:]) if part)
    return [
        *_field(look, cells[0], "code", look.t("receipt.code"), code, track, 0),
        *_field(look, cells[1], "pin", look.t("mailbox.pin"), "", track, typed),
    ]


def _field(look: Look, box: Box, name: str, label: str, text: str, track: Tracked, discs: int) -> list[Node]:
    on = track.asks == name
    id = f"mailbox.track.{name}"
    micro = look.style("micro").line
    nodes: list[Node] = [
        Fill(box, "raised", 12, "ink" if on else "control", 4 if on else 2),
        look.text(box.x + 24, box.y + 10, box.w - 48, label, "micro", color="ink2", of=id),
    ]
    if name == "code":
        line = look.style("numeral").line
        style = "h3" if look.large else look.fit(text or "0", ("numeral", "h3"), box.w - 48, line)
        top = box.y + 10 + micro + (box.h - 14 - micro - look.style(style).line) / 2
        nodes.append(look.text(box.x + 24, top, box.w - 48, text, style, id="mailbox.typed", role="field", of=id))
    else:
        y = box.y + 10 + micro + (box.h - 10 - micro) / 2 - 4
        for i in range(PIN_DIGITS):
            nodes.append(Disc(box.x + 44 + i * 60, y, 16, "ink" if i < discs else None, "ink", 4))
    spoken = f"{label}，{look.t('mailbox.track.count', n=len(track.code) if name == 'code' else discs, m=CODE_LENGTH if name == 'code' else PIN_DIGITS)}"  # noqa: E501
    return [*nodes, Target(box, id, "field", label, spoken, on)]


def _found(state: MailboxState, found: Tracking, look: Look) -> list[Node]:
    content = look.content
    stage = 1 if found.delivered else 0
    code = f"{state.track.code[:4]} {state.track.code[4:]}"
    nodes, y = title(look, Box(content.x, 100, content.w, 0), look.t(f"mailbox.track.at.{stage + 1}"), code)
    when = f"{found.created:%Y-%m-%d}"
    if not look.large:
        tall = 320.0
        nodes += tracker(look, Box(content.x, y + 12, content.w, tall), stage, when)
        y += tall + 12
    high = button_height(look)
    foot = Box(content.x, content.bottom - high, content.w, high)
    if not look.landscape:
        foot = Box(content.x, content.bottom - 2 * high - 16, content.w, 2 * high + 16)
    cells = foot.columns(2, 16) if look.landscape else foot.rows(2, 16)
    card = Box(content.x, y + 20, content.w, foot.y - 24 - y - 20)
    if not look.landscape:
        card = Box(card.x, card.y, card.w, min(card.h, 760))
    inner = card.inset(40, 24)
    line = look.style("meta").line
    nodes += panel(card, look)
    nodes.append(look.text(inner.x, inner.y, inner.w, look.t("mailbox.track.posted", day=when), "meta", color="ink2"))
    words = f"{look.t(f'mailbox.track.words.{stage + 1}')}\n{look.say(state.content.who_reads)}"
    nodes.append(fitted(look, Box(inner.x, inner.y + line + 8, inner.w, inner.h - line - 8), words))
    nodes += button(look, cells[0], "mailbox.done", look.t("receipt.done"), "primary", icon="check")
    nodes += button(look, cells[1], "mailbox.again", look.t("mailbox.track.other"), "secondary", icon="search")
    return nodes
