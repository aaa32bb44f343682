"""The receipt: code, PIN, a picture of the code to take along, who reads the letter, and a clean screen (mockup l)."""

from __future__ import annotations

from screens.look import Look
from screens.mailbox.cable import tracker
from screens.mailbox.frame import addressee, fitted, title
from screens.mailbox.letters import Posted
from screens.mailbox.state import MailboxState
from screens.parts import button, button_height, panel, qr_panel
from screens.parts.buttons import centred
from screens.scene import Box, Fill, Label, Node
from screens.screen import View
from screens.session import grace_s

_QR = 320.0


def view(state: MailboxState, look: Look) -> View:
    """Card at the left, buttons at the right; portrait: one below the other."""
    receipt = state.receipt
    if receipt is None:
        return View(())
    clears = look.t("mailbox.clears", n=round(grace_s("receipt", look.variant, look.tokens) / 60))
    nodes = _landscape(state, receipt, look) if look.landscape else _portrait(state, receipt, look)
    return View(tuple(nodes), hint=clears)


def _landscape(state: MailboxState, receipt: Posted, look: Look) -> list[Node]:
    content = look.content
    nodes, y = title(look, Box(content.x, 100, content.w, 0), look.t("receipt.title"), look.t("receipt.sub"))
    if not look.large:
        nodes += tracker(look, Box(content.x, y + 4, content.w, 500 - y - 24), 0, "")
        y = 488
    card = Box(content.x, y + 12, 1110, content.bottom - y - 12)
    nodes += _card(state, receipt, look, card)
    side = Box(card.right + 24, card.y, content.right - card.right - 24, card.h)
    cells = _buttons_box(look, side.x, side.y, side.w)
    nodes += _buttons(look, cells)
    below = cells[-1].bottom + 20
    nodes.append(fitted(look, Box(side.x, below, side.w, side.bottom - below), _reads(state, look), "ink2"))
    return nodes


def _portrait(state: MailboxState, receipt: Posted, look: Look) -> list[Node]:
    content = look.content
    nodes, y = title(look, Box(content.x, 100, content.w, 0), look.t("receipt.title"), look.t("receipt.sub"))
    if not look.large:
        nodes += tracker(look, Box(content.x, y + 24, content.w, 320), 0, "")
        y += 344
    high = button_height(look) + button_height(look, primary=False) + 16
    cells = _buttons_box(look, content.x, content.bottom - high, content.w)
    nodes += _buttons(look, cells)
    card = Box(content.x, y + 24, content.w, 560.0 if look.large else 456.0)
    nodes += _card(state, receipt, look, card)
    text = Box(content.x + 8, card.bottom + 32, content.w - 16, cells[0].y - 24 - card.bottom - 32)
    nodes.append(fitted(look, text, _reads(state, look), "ink2", ("body_l", "body", "meta", "micro")))
    return nodes


def _card(state: MailboxState, receipt: Posted, look: Look, card: Box) -> list[Node]:
    """Code and PIN at the left, the picture of the code at the right."""
    qr = Box(card.right - 36 - _QR, card.y + 24, _QR, _QR)
    return [
        *panel(card, look),
        *qr_panel(look, qr.x, qr.y, _QR, receipt.payload, "mailbox.qr", look.t("qr.receipt")),
        _caption(look, Box(qr.x - 20, qr.bottom + 8, qr.w + 40, card.bottom - qr.bottom - 16)),
        Fill(Box(qr.x - 36, card.y + 32, 2, card.h - 64), "line"),
        *_facts(state, receipt, look, Box(card.x + 36, card.y + 20, qr.x - card.x - 36 - 56, card.h - 36)),
    ]


def _caption(look: Look, box: Box) -> Label:
    text = look.t("qr.receipt")
    name = look.fit(text, ("meta", "micro"), box.w, box.h)
    return centred(look, Box(box.x, box.y, box.w, look.height(text, name, box.w)), text, name, "ink")


def _facts(state: MailboxState, receipt: Posted, look: Look, box: Box) -> list[Node]:
    """Code and PIN in the largest type that fits; what is waiting says so."""
    meta = look.style("meta").line
    nodes: list[Node] = [look.text(box.x, box.y, box.w, look.t("receipt.code"), "meta", color="ink2")]
    big = look.fit(receipt.code, ("display", "h1"), box.w, 200)
    said = f"{look.t('receipt.code')}，{' '.join(receipt.code.replace(' ', ''))}"
    code = look.text(box.x, box.y + meta, box.w, receipt.code, big, id="mailbox.code", spoken=said)
    nodes.append(code)
    y = code.box.bottom + 4
    nodes.append(Fill(Box(box.x, y, box.w, 2), "line"))
    words = look.t("mailbox.pin")
    pin_h = look.style("numeral").line
    wide = look.width(words, "meta") + 28
    nodes.append(look.text(box.x, y + 14 + (pin_h - meta) / 2, wide, words, "meta", color="ink2"))
    said = f"{words}，{' '.join(receipt.pin)}"
    pin = look.text(box.x + wide, y + 14, box.w - wide, receipt.pin, "numeral", id="mailbox.pin", spoken=said)
    nodes.append(pin)
    y = pin.box.bottom + 14
    saved = look.t("offline.saved") if receipt.queued else ""
    for line, must in ((saved, True), (look.t("mailbox.receipt.to", name=addressee(state, look)), False)):
        name = look.fit(line, ("meta", "micro"), box.w, box.bottom - y)
        told = look.text(box.x, y, box.w, line, name, role="status", max_h=box.bottom - y)
        if line and (must or not told.overflow):
            nodes.append(told)
            y = told.box.bottom + 4
    return nodes


def _reads(state: MailboxState, look: Look) -> str:
    return look.say(state.content.who_reads)


def _buttons_box(look: Look, x: float, y: float, w: float) -> tuple[Box, Box]:
    high = button_height(look)
    return Box(x, y, w, high), Box(x, y + high + 16, w, button_height(look, primary=False))


def _buttons(look: Look, cells: tuple[Box, Box]) -> list[Node]:
    return [
        *button(look, cells[0], "mailbox.done", look.t("receipt.done"), "primary", icon="check"),
        *button(look, cells[1], "mailbox.again", look.t("receipt.again"), "secondary", icon="letter"),
    ]
