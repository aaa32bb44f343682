"""Step 4, who receives the letter and whether it may be answered: no contact unless the visitor wants, is old enough,
and agrees to the words shown (PIPL art. 13, 14, 31)."""

from __future__ import annotations

from dataclasses import replace

from screens.inputs import view as keys
from screens.look import Look
from screens.mailbox.frame import (
    SPLIT,
    TOP,
    addressee,
    body,
    fitted,
    foot,
    foot_row,
    head,
    notice,
    options,
    step_button,
    title,
)  # fmt: skip
from screens.mailbox.state import MailboxState
from screens.parts import panel
from screens.parts.buttons import button
from screens.scene import Box, Fill, Label, Node, Target
from screens.screen import View

_MOST_SPARE = 520.0


def view(state: MailboxState, look: Look) -> View:
    """The choice itself, or one of the questions behind it."""
    draw = {"age": _age, "consent": _consent, "phone": _phone, "name": _name}.get(state.stage, _choice)
    return View((*head(state, look), *draw(state, look)), hint=look.t("form.local"))


# ---- who, and may we answer ---------------------------------------------------------------------------


def _choice(state: MailboxState, look: Look) -> list[Node]:
    area = body(look)
    if look.landscape:
        left = Box(area.x, area.y, 760, area.h)
        right = Box(left.right + 40, area.y, area.w - 800, area.h)
    else:
        split = SPLIT + (0.0 if state.deputy else _spare(look, area, _wishes(state, look, Box(area.x, 0, area.w, 0))))
        left = Box(area.x, area.y, area.w, split - 30 - area.y)
        right = Box(area.x, split, area.w, area.bottom - split)
    nodes: list[Node] = [*panel(left, look)]
    inner = left.inset(36, 28)
    said, y = title(look, inner, look.t("mailbox.who"), style="h2")
    nodes += said
    ends = right.y
    if state.deputy is not None:
        here = Box(inner.x, y + 8, inner.w, 0) if look.landscape else Box(right.x, right.y, right.w, 0)
        rows, ends = options(look, here, _receivers(state, look), 12)
        nodes += rows
        y = ends + 16 if look.landscape else y
    else:
        nodes.append(look.text(inner.x, y, inner.w, addressee(state, look), "h3"))
        y += look.height(addressee(state, look), "h3", inner.w) + 16
    room = Box(inner.x, y, inner.w, inner.bottom - y)
    reads = fitted(look, room, look.say(state.content.who_reads), "ink2", ("body_l", "body", "meta", "micro"))
    if not reads.overflow:  # the receipt says it again
        nodes.append(reads)
    top = right.y if look.landscape or state.deputy is None else ends + 24
    nodes += _wishes(state, look, Box(right.x, top, right.w, area.bottom - top))
    return [*nodes, *foot(look, foot_row(look))]


def _spare(look: Look, area: Box, below: list[Node]) -> float:
    """Height that large words may take from what stands below them and doesn't need it."""
    need = max(one.box.bottom for one in below if isinstance(one, Target | Label | Fill))
    return max(0.0, min(_MOST_SPARE, area.bottom - 24 - SPLIT - need)) if look.large else 0.0


def _receivers(state: MailboxState, look: Look) -> list[tuple[str, str, str, bool]]:
    named = addressee(replace(state, to_deputy=True), look)
    return [
        ("mailbox.to.deputy", named, "", state.to_deputy),
        ("mailbox.to.station", look.t("mailbox.to.station"), "", not state.to_deputy),
    ]


def _wishes(state: MailboxState, look: Look, box: Box) -> list[Node]:
    nodes, y = title(look, box, look.t("mailbox.answer.title"), style="h2")
    phone = look.t("mailbox.answer.phone.second")
    if state.phone and state.panel is None:
        phone = look.t("mailbox.answer.phone.given", phone=grouped(state.phone))
    seconds = ("", "") if state.notice else (look.t("mailbox.answer.none.second"), phone)
    choices = [
        ("mailbox.answer.none", look.t("mailbox.answer.none"), seconds[0], not state.wants_reply),
        ("mailbox.answer.phone", look.t("mailbox.answer.phone"), seconds[1], state.wants_reply),
    ]
    rows, y = options(look, Box(box.x, y + 8, box.w, 0), choices)
    nodes += rows
    if state.notice:
        said, _ = notice(look, box.x, y + 16, box.w, look.t(state.notice))
        nodes += said
    return nodes


def grouped(phone: str) -> str:
    """A number as it is read back: 138 1234 5678."""
    return " ".join(part for part in (phone[:3], phone[3:7], phone[7:]) if part)


# ---- the questions before a phone number -------------------------------------------------------------


def _age(state: MailboxState, look: Look) -> list[Node]:
    choices = [("mailbox.age.yes", look.t("mailbox.age.yes")), ("mailbox.age.no", look.t("mailbox.age.no"))]
    return _ask(look, look.t("mailbox.age.title"), look.t("mailbox.age.body"), "", choices)


def _consent(state: MailboxState, look: Look) -> list[Node]:
    consent = state.content.consent
    choices = [
        ("mailbox.consent.yes", look.t("mailbox.consent.yes")),
        ("mailbox.consent.no", look.t("mailbox.consent.no")),
    ]
    version = look.t("mailbox.consent.version", version=consent.version)
    return _ask(look, look.t("mailbox.consent.title"), look.say(consent.text), version, choices)


def _ask(look: Look, question: str, words: str, small: str, choices: list[tuple[str, str]]) -> list[Node]:
    """One question in large print; the answers are equally large."""
    area = body(look)
    row = foot_row(look)
    if look.landscape:
        card = area
        left = row.x + look.width(look.t("form.prev"), "label_l") + 136 + 24
        cells = Box(left, row.y, row.right - left, row.h).columns(2, 16)
    else:
        spare = max(0.0, min(_MOST_SPARE, area.bottom - 24 - SPLIT - 2 * 176 - 16)) if look.large else 0.0
        card = Box(area.x, area.y, area.w, SPLIT - 24 - area.y + spare)
        cells = Box(area.x, card.bottom + 24, area.w, 2 * 176 + 16).rows(2, 16)
    text = card.inset(48, 32)
    nodes: list[Node] = [*panel(card, look)]
    said, y = title(look, text, question, style="h2" if look.large else "h1")
    nodes += said
    below = look.style("meta").line + 12 if small else 0
    room = Box(text.x, y + 12, text.w, text.bottom - below - y - 12)
    nodes.append(fitted(look, room, words, "ink", ("body_l", "body", "meta", "micro")))
    if small:
        nodes.append(look.text(text.x, text.bottom - look.style("meta").line, text.w, small, "meta", color="ink2"))
    for (id, words_of), cell in zip(choices, cells, strict=True):
        nodes += button(look, cell, id, words_of, "primary" if id.endswith("yes") else "secondary")
    return [*nodes, *foot(look, row, "")]


# ---- what may be left --------------------------------------------------------------------------------


def _phone(state: MailboxState, look: Look) -> list[Node]:
    if state.panel is None:
        return []
    area = body(look)
    if look.landscape:
        words = Box(area.x, area.y, 820, area.h)
        pad = Box(area.right - 860, area.y, 860, look.content.bottom - area.y)
        row = Box(area.x, foot_row(look).y, 820, foot_row(look).h)
    else:
        words = Box(area.x, area.y, area.w, SPLIT - 24 - area.y)
        pad = Box(area.x, SPLIT + 132, area.w, area.bottom - SPLIT - 132)
        row = foot_row(look)
    nodes, y = title(look, words, look.t("mailbox.phone.title"))
    field = Box(words.x, y + 12, words.w, 128)
    nodes += _field(look, field, grouped(state.panel.text), look.t("mailbox.phone.empty"))
    if state.notice:
        said, _ = notice(look, words.x, field.bottom + 16, words.w, look.t(state.notice, n=state.missing_digits))
        nodes += said
    name = state.name or look.t("mailbox.name.add")
    label = look.t("mailbox.name.given", name=state.name) if state.name else name
    spot = Box(words.x, words.bottom - 112, words.w, 104) if look.landscape else Box(words.x, SPLIT, words.w, 112)
    style = look.fit(label, ("label_l", "label", "meta", "micro"), spot.w - 56, spot.h)
    nodes += button(look, spot, "mailbox.name", label, "secondary", style=style)
    nodes += keys.keypad(state.panel, look, pad, gap=16)
    return [*nodes, *_both(look, row)]


def _field(look: Look, box: Box, text: str, empty: str) -> list[Node]:
    """What is being typed, large; a quiet word while it is empty."""
    style = "numeral" if text else look.fit(empty, ("body", "meta"), box.w - 64, box.h)
    line = look.style(style).line
    label = look.text(
        box.x + 32, box.y + (box.h - line) / 2, box.w - 64, text or empty, style, color="ink" if text else "ink3",
        id="mailbox.typed", role="field",
    )  # fmt: skip
    return [Fill(box, "raised", 12, "ink", 4), label]


def _both(look: Look, row: Box) -> list[Node]:
    before, after = look.t("form.prev"), look.t("form.next")
    wide = min(look.width(before, "label_l") + 120, row.w * 0.48)
    left, right = Box(row.x, row.y, wide, row.h), Box(row.x + wide + 16, row.y, row.w - wide - 16, row.h)
    return [
        *step_button(look, left, "mailbox.previous", before, "secondary", "back"),
        *step_button(look, right, "mailbox.next", after, "mail", "next"),
    ]


def _name(state: MailboxState, look: Look) -> list[Node]:
    if state.panel is None:
        return []
    content = look.content
    width = look.size[0]
    side = content.x if look.landscape else 24.0
    caret_h = 0.0 if look.landscape else 100.0
    row = Box(side, content.bottom - 112, width - 2 * side, 112)
    if look.landscape:
        left = Box(content.x, TOP, 680, row.y - TOP)
        area = Box(content.x + 712, TOP, content.w - 712, content.bottom - TOP)
        row = Box(content.x, row.y, 680, row.h)
    else:
        left = Box(content.x, TOP, content.w, SPLIT - TOP)
        area = Box(side, SPLIT + 8, width - 2 * side, row.y - 18 - SPLIT - 8)
    style = "h2" if look.large else "h1"
    nodes, y = title(look, left, look.t("mailbox.name.title"), look.t("mailbox.name.sub"), style=style)
    nodes += _name_field(state, look, Box(left.x, y + 16, left.w, 128))
    if not look.landscape:
        nodes.append(Fill(Box(0, 756, width, look.size[1] - look.dock_h - 756), "sunk"))
    nodes += keys.switch(state.panel, look, Box(area.x, area.y, area.w, 96))
    rest = Box(area.x, area.y + 112, area.w, area.h - 112)
    nodes += keys.keyboard(state.panel, look, rest, caret_h=caret_h)
    return [*nodes, *_both(look, row)]


def _name_field(state: MailboxState, look: Look, box: Box) -> list[Node]:
    text = state.panel.text if state.panel else ""
    name = look.fit(text, ("h2", "body", "meta", "micro"), box.w - 64, box.h - 8)
    high = look.height(text, name, box.w - 64)
    top = box.y + (box.h - high) / 2
    label = look.text(box.x + 32, top, box.w - 64, text, name, id="mailbox.typed", role="field", max_h=box.h)
    return [Fill(box, "raised", 12, "ink", 4), label]
