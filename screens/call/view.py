"""One calm page: a large sign, what has happened, what can be done, and at most three buttons."""

from __future__ import annotations

from screens.call.model import CallState
from screens.look import Look
from screens.parts import Column, panel
from screens.parts.buttons import ButtonKind, button, button_height
from screens.scene import Box, Disc, Icon, Node
from screens.screen import View

_ICONS = {"ask": "people", "waiting": "clock", "coming": "check", "nobody": "info", "alone": "offline"}
_SIGN = {True: 200.0, False: 300.0}  # landscape, portrait
_GAP = 16.0


def view(state: CallState, look: Look) -> View:
    """The sign above or beside the words; buttons at the foot, within every reach."""
    content = look.content
    buttons = _buttons(state, look)
    high = button_height(look)
    rows = 1 if look.landscape else len(buttons)
    foot_h = rows * high + (rows - 1) * _GAP
    foot = Box(content.x, content.bottom - foot_h, content.w, foot_h)
    card = Box(content.x, content.y + 24, content.w, foot.y - 24 - content.y - 24)
    nodes: list[Node] = [*panel(card, look, radius=20), *_words(state, look, card)]
    cells = foot.columns(len(buttons), _GAP) if look.landscape else foot.rows(len(buttons), _GAP)
    for (id, kind, icon), cell in zip(buttons, cells, strict=True):
        text = look.t(id if id != "call.yes" or state.page == "ask" else "call.again")
        style = look.fit(text, ("label_l", "label", "meta"), cell.w - 120, look.style("label_l").line)
        nodes += button(look, cell, id, text, kind, icon=icon, style=style)
    return View(tuple(nodes), hint=look.t("call.hint"))


def _buttons(state: CallState, look: Look) -> list[tuple[str, ButtonKind, str | None]]:
    """Id, kind and icon; the likeliest last, where the thumb is."""
    if state.page == "ask":
        return [("call.no", "secondary", None), ("call.yes", "primary", "people")]
    if state.page == "coming":
        return [("call.over", "secondary", None), ("call.on", "primary", None)]
    if state.page == "waiting":
        return [("call.over", "secondary", None), ("call.yes", "secondary", "people"), ("call.on", "primary", None)]
    return [("call.over", "secondary", None), ("call.yes", "secondary", "people"), ("call.letter", "primary", "letter")]


def _words(state: CallState, look: Look, card: Box) -> list[Node]:
    """The sign, the heading, what is so, and what else there is."""
    pad = 56.0 if look.landscape else 44.0
    sign_w = _SIGN[look.landscape]
    side = sign_w + 56 if look.landscape else 0.0
    room = Box(card.x + pad + side, 0, card.w - 2 * pad - side, 9999)
    rows = _rows(state, look)
    for style in ("h2", "h3", "body_l", "body", "meta", "micro"):
        column = _column(state, look, room, rows, style)
        need = column.y + (0 if look.landscape else sign_w + 48)
        if need <= card.h - 48:
            break
    top = card.y + max(24.0, (card.h - need) / 2)
    if look.landscape:
        spot = (card.x + pad + sign_w / 2, card.center[1])
    else:
        spot = (card.center[0], top + sign_w / 2)
        top += sign_w + 48
    column = _column(state, look, Box(room.x, top, room.w, card.bottom - 20 - top), rows, style)
    sign: list[Node] = [Disc(*spot, sign_w / 2, "teal_wash", "teal", 4)]
    half = sign_w * 0.28
    sign.append(Icon(Box(spot[0] - half, spot[1] - half, 2 * half, 2 * half), _ICONS[state.page], "teal_deep"))
    return [*sign, *column.nodes]


def _column(state: CallState, look: Look, box: Box, rows: list[tuple[str, str]], style: str) -> Column:
    column = Column(look, box)
    column.text(look.t(f"call.{state.page}.title"), "display" if style == "h2" else "h1", role="heading")
    column.text(_text(state, look), style, color="ink2", gap=16)
    line = look.style(style).line
    for icon, text in rows:
        column.space(20)
        column.add([Icon(Box(box.x, column.y + (line - 40) / 2, 40, 40), icon, "teal")])
        label = look.text(box.x + 64, column.y, box.w - 64, text, style, max_h=column.left)
        column.add([label])
        column.y = label.box.bottom
    return column


def _text(state: CallState, look: Look) -> str:
    if state.page == "waiting" and state.waited:
        return look.t("call.waiting.minutes", n=state.waited)
    return look.t(f"call.{state.page}.text")


def _rows(state: CallState, look: Look) -> list[tuple[str, str]]:
    """What to do instead, where nobody comes."""
    if state.page not in ("nobody", "alone"):
        return []
    found = [("phone", look.t("call.row.phone", phone=state.phone))] if state.phone else []
    found.append(("letter", look.t("call.row.letter")))
    hours = look.t("call.row.hours", hours=state.hours) if state.hours else look.t("call.row.later")
    return [*found, ("cal", hours)]
