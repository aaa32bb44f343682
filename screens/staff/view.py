"""The PIN pad, and the page behind it (mockup r4)."""

from __future__ import annotations

from screens.look import Look
from screens.parts import Column, button, button_height, facts, note, panel
from screens.parts.buttons import ButtonKind, centred, icon_button
from screens.parts.overlays import Choice, Sheet
from screens.scene import Box, Disc, Fill, Node, Target
from screens.screen import View
from screens.staff import measure_view
from screens.staff.model import DIGITS, TRIES, StaffState, StaffStatus

_KEYS = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "", "0", "delete")


def view(state: StaffState, look: Look) -> View:
    """Words left and keys right in landscape; keys below in portrait, within reach."""
    if state.measure is not None:
        return measure_view.view(state.measure, look)
    if state.status is not None:
        return View(tuple(_page(state.status, look)), hint=look.t("staff.hint"), sheet=_quit_sheet(state, look))
    content = look.content
    if look.landscape:
        words = Box(content.x, content.y + 40, 820, content.h - 40)
        pad = Box(content.right - 820, content.y + 24, 820, content.h - 24)
    else:
        words = Box(content.x, content.y + 40, content.w, 600)
        pad = Box(content.x, 800, content.w, content.bottom - 800)
    return View((*_words(state, look, words), *_pad(state, look, pad)), hint=look.t("staff.pin.hint"))


def _words(state: StaffState, look: Look, box: Box) -> list[Node]:
    column = Column(look, box)
    column.text(look.t("pin.title"), "display", role="heading")
    column.text(look.t("staff.shut" if state.shut else "pin.body"), "body", color="ink2", gap=12)
    dots = column.take(56, 32)
    for i in range(DIGITS):
        full = i < state.entered
        column.nodes.append(Disc(dots.x + 24 + i * 72, dots.center[1], 22, "ink" if full else None, "ink", 4))
    said = _said(state, look)
    if said:
        high = look.height(said, "meta", box.w - 116) + 40
        column.add(note(look, column.take(high, 32), said, icon="lock" if state.locked_minutes else "warn"))
    return column.nodes


def _said(state: StaffState, look: Look) -> str:
    if state.locked_minutes:
        return look.t("pin.locked", n=state.locked_minutes)
    if state.wrong:
        return look.t("pin.wrong", n=TRIES - state.wrong)
    return ""


def _pad(state: StaffState, look: Look, box: Box) -> list[Node]:
    """Ten digits in their fixed order; large keys, no letters."""
    dead = bool(state.shut or state.locked_minutes)
    nodes: list[Node] = []
    rows = Box(box.x, box.y, box.w, min(box.h, 832)).rows(4, 16)
    for i, key in enumerate(_KEYS):
        cell = rows[i // 3].columns(3, 16)[i % 3]
        if key == "delete":
            nodes += icon_button(look, cell, "pin.delete", "bksp", look.t("staff.delete"), disabled=dead)
        elif key:
            ink = "disabled_text" if dead else "ink"
            nodes += [
                Fill(cell, "disabled_fill" if dead else "raised", 12, "control", 3, dashed=dead),
                centred(look, cell, key, "display", ink, of=f"pin.{key}"),
                Target(cell, f"pin.{key}", "button", key, key, None, dead),
            ]
    return nodes


def _page(status: StaffStatus, look: Look) -> list[Node]:
    content = look.content
    high = button_height(look)
    top = look.text(content.x, content.y + 16, content.w, look.t("staff.title"), "h1", role="heading")
    names: list[tuple[str, ButtonKind, str | None]] = [
        ("staff.sync", "secondary", "sync"),
        ("staff.quit", "secondary", "close"),
        ("staff.leave", "primary", None),
    ]
    if status.called_min is None:
        names.insert(1, ("staff.measure", "secondary", "reach"))
    else:  # somebody waits: measuring can
        names.insert(0, ("staff.met", "primary", "check"))
    per_row = len(names) if look.landscape else 2
    rows = -(-len(names) // per_row)
    buttons_h = rows * high + (rows - 1) * 16
    foot = Box(content.x, content.bottom - buttons_h, content.w, buttons_h)
    card = Box(content.x, top.box.bottom + 16, content.w, foot.y - top.box.bottom - 40)
    nodes: list[Node] = []
    rows_of_facts = _rows(status, look)
    halves = card.inset(32, 16).columns(2, 40) if look.landscape and look.large else [card.inset(32, 24)]
    split = -(-len(rows_of_facts) // len(halves))
    for i, box in enumerate(halves):
        column = Column(look, box)
        facts(look, column, rows_of_facts[i * split : (i + 1) * split])
        nodes += column.nodes
    buttons: list[Node] = []
    for i, (id, kind, icon) in enumerate(names):
        row = names[i // per_row * per_row : i // per_row * per_row + per_row]
        cell = foot.rows(rows, 16)[i // per_row].columns(len(row), 16)[i % per_row]
        style = look.fit(look.t(id), ("label_l", "label", "meta"), cell.w - 56 - (56 if icon else 0), high - 16)
        buttons += button(look, cell, id, look.t(id), kind, icon=icon, style=style)
    return [
        top,
        *panel(card, look),
        *nodes,
        *buttons,
    ]


def _rows(status: StaffStatus, look: Look) -> list[tuple[str, str]]:
    seen = f"{status.last_sync:%Y-%m-%d %H:%M}" if status.last_sync else look.t("staff.never")
    called = (
        [] if status.called_min is None else [(look.t("staff.called"), look.t("staff.called.n", n=status.called_min))]
    )
    rows = [
        *called,
        (look.t("staff.station"), _or_not_yet(look, status.station_id)),
        (look.t("staff.release"), _or_not_yet(look, status.release)),
        (look.t("staff.seen"), seen),
        (look.t("staff.waiting"), "-" if status.waiting is None else str(status.waiting)),
        (look.t("staff.free"), _room(status.free_mb)),
    ]
    if status.trouble:
        rows.append((look.t("staff.trouble"), status.trouble[:90]))
    return rows


def _or_not_yet(look: Look, value: str) -> str:
    return value if value.strip("- ") else look.t("staff.never")


def _room(megabytes: int) -> str:
    return f"{megabytes / 1024:.0f} GB" if megabytes >= 10 * 1024 else f"{megabytes} MB"


def _quit_sheet(state: StaffState, look: Look) -> Sheet | None:
    if not state.asks_to_quit:
        return None
    yes = Choice("staff.quit.yes", look.t("staff.quit.yes"), "primary")
    no = Choice("staff.quit.no", look.t("staff.quit.no"))
    return Sheet(look.t("staff.quit.q"), (look.t("staff.quit.body"),), (yes, no))
