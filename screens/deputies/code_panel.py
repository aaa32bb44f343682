"""The code of a deputy for a visitor's phone, and what can be done: write a letter, or why not."""

from __future__ import annotations

from dataclasses import replace

from media.qr import matrix
from screens.deputies.state import ProfileState
from screens.deputies.wording import why_not
from screens.look import Look
from screens.parts import Column, button, button_height, note, panel, qr_panel
from screens.scene import Align, Box, Fill, Node

QR = 368.0  # px; at least 320 (design guide 9)
_BORDER = 20.0  # the plate's edge, see parts.qr_panel
PAD = 36.0


def code_panel(state: ProfileState, look: Look, box: Box) -> list[Node]:
    """The code with its caption and text, and what can be done with it at the foot."""
    inner = box.inset(PAD)
    nodes: list[Node] = panel(box, look)
    foot = _foot(state, look, inner)
    nodes += foot[0]
    align: Align = "center" if look.landscape else "left"
    if look.landscape:
        words = Column(look, Box(inner.x, box.y + 22, inner.w, foot[1] - box.y - 22))
        _caption(state, look, words)
        size = _whole(state.code, min(440.0, words.left - 8 - _text_height(look) - 12))
        spot = words.take(size, 8)
        nodes += _picture(state, look, Box(spot.center[0] - size / 2, spot.y, size, size))
    else:
        nodes += _picture(state, look, Box(inner.x, inner.y, QR, QR))
        words = Column(look, Box(inner.x + QR + 32, inner.y, inner.w - QR - 32, QR))
        _caption(state, look, words)
        words.space(16)
    if state.code:
        words.text(grouped(state.code), "meta", gap=6, align=align, id="deputies.code", spoken=_aloud(state.code))
        if state.deputy is not None and state.deputy.is_sample and not look.large:
            words.text(look.t("deputies.code.sample"), "micro", color="ink2", align=align)
    return nodes + words.nodes


def _whole(code: str, room: float) -> float:
    """The largest plate up to `room` whose modules are whole pixels, so that no white is lost around them."""
    if not code:
        return min(QR, room)
    modules = len(matrix(code))
    return modules * ((room - _BORDER) // modules) + _BORDER


def _caption(state: ProfileState, look: Look, column: Column) -> None:
    """What the code does; large text says it in fewer words."""
    column.text(look.t("qr.deputy"), "h3" if look.large or look.english else "h2")
    if state.may_write and not look.large:
        column.text(look.t("qr.deputy.sub"), "meta", color="ink2", gap=2)


def _text_height(look: Look) -> float:
    return look.style("meta").line + 6 + (0 if look.large else look.style("micro").line)


def _picture(state: ProfileState, look: Look, box: Box) -> list[Node]:
    assert state.deputy is not None
    if state.code:
        spoken = look.t("deputies.code.spoken", name=state.deputy.name)
        return qr_panel(look, box.x, box.y, box.w, state.code, "deputies.qr", spoken)
    said = look.text(box.x + 24, 0, box.w - 48, look.t("deputies.code.none"), "meta", color="ink2", align="center")
    return [
        Fill(box, None, 12, "control", 2, dashed=True),
        replace(said, box=said.box.moved(0, box.center[1] - said.box.h / 2)),
    ]


def _foot(state: ProfileState, look: Look, inner: Box) -> tuple[list[Node], float]:
    """The green button, or why there is none; in portrait reading aloud beside it. And the y above them."""
    assert state.deputy is not None
    high = button_height(look)
    row = Box(inner.x, inner.bottom - high, inner.w, high)
    if state.may_write:
        split = not look.landscape
        wide = inner.w * 0.64 - 8 if split else inner.w
        name = state.deputy.name if not look.english else (state.deputy.name_en or state.deputy.name)
        icon = None if look.large or look.english else "letter"
        words = look.t("deputies.write", name=name)
        cell = Box(row.x, row.y, wide, high)
        nodes = button(look, cell, "deputies.write", words, "mail", icon=icon)
        if split:
            nodes += listen(look, Box(row.x + wide + 16, row.y, inner.w - wide - 16, high))
        return nodes, row.y - 16
    nodes = [] if look.landscape else listen(look, row)
    bottom = inner.bottom if look.landscape else row.y - 16
    if look.large:
        return nodes, bottom
    why = why_height(state, look, inner.w)
    nodes += note(look, Box(inner.x, bottom - why, inner.w, why), why_not(state, look), icon="info", tone="teal")
    return nodes, bottom - why - 16


def why_height(state: ProfileState, look: Look, wide: float) -> float:
    return look.height(why_not(state, look), "meta", wide - 116) + 24


def listen(look: Look, box: Box) -> list[Node]:
    icon = "speak" if look.landscape or not look.large else None
    return button(look, box, "deputies.listen", look.t("deputies.listen"), "secondary", icon=icon)


def grouped(code: str) -> str:
    """`BY1.D.7K2 M9Q X4D.C`: the code as it is read and typed; spaces do not matter to who reads it."""
    prefix, kind, id, check = code.split(".")
    return f"{prefix}.{kind}.{' '.join(id[i : i + 3] for i in range(0, len(id), 3))}.{check}"


def _aloud(code: str) -> str:
    return " ".join(code.replace(".", ""))
