"""What lies over a screen for a moment: the confirm sheet, the toast, the idle question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import cos, pi, sin

from screens.look import STRIP_H, Look
from screens.parts.buttons import ButtonKind, button, button_height
from screens.parts.column import Column
from screens.scene import Box, Disc, Fill, Icon, Label, Node, Picture

LANGUAGE = "language."  # ids of the buttons that choose one
_WIDTHS = (1120.0, 1480.0, 1800.0)


@dataclass(frozen=True, slots=True)
class Choice:
    """One button of a sheet."""

    id: str
    text: str
    kind: ButtonKind = "secondary"
    icon: str | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A question that must be answered before going on. `body` is paragraphs."""

    title: str
    body: tuple[str, ...]
    choices: tuple[Choice, ...]
    picture: str | None = None


def sheet(look: Look, content: Sheet) -> list[Node]:
    """The sheet just above the dock, the screen behind it veiled."""
    width, height = look.size
    side = 240.0 if content.picture and look.landscape else 0.0
    for most in _WIDTHS:  # wider only where it would else be higher than the glass
        wide = min(most, width - 2 * look.margin + 40)
        inner = Box(0, 0, wide - 2 * 56 - side, height)
        column = _words(look, content, inner)
        buttons_h = _buttons_height(look, content.choices, inner.w)
        high = 56 + column.y + 40 + buttons_h + 56
        if high <= height - look.dock_h - 32 - STRIP_H:
            break
    box = Box((width - wide) / 2, height - look.dock_h - 32 - high, wide, high)
    left = box.x + 56 + side
    nodes: list[Node] = [
        Fill(Box(0, 0, width, height - look.dock_h), "scrim", alpha=look.tokens.scrim_alpha),
        Fill(box, "raised", 20, "line" if look.variant.theme == "contrast" else None, 4, shadow=True),
    ]
    if side and content.picture:
        nodes.append(Picture(Box(box.x + 48, box.y + 56, side - 48, high - 112), content.picture))
    nodes += [_moved(one, left, box.y + 56) for one in column.nodes if isinstance(one, Label)]
    nodes += _buttons(look, Box(left, box.y + 56 + column.y + 40, inner.w, buttons_h), content.choices)
    return nodes


def _words(look: Look, content: Sheet, box: Box) -> Column:
    column = Column(look, box)
    column.text(content.title, "h1", role="heading")
    for i, paragraph in enumerate(content.body):
        column.text(paragraph, "body", color="ink2", gap=16 if i == 0 else 8)
    return column


def _moved(label: Label, dx: float, dy: float) -> Label:
    return Label(
        label.box.moved(dx, dy), label.lines, label.style, label.color, label.align, label.id, label.role, label.full,
        label.spoken, label.overflow,
    )  # fmt: skip


def _per_row(look: Look, choices: tuple[Choice, ...], width: float) -> int:
    longest = max(look.width(choice.text, "label_l") for choice in choices) + 130
    return max(1, min(len(choices), int((width + 16) // (longest + 16))))


def _buttons_height(look: Look, choices: tuple[Choice, ...], width: float) -> float:
    rows = -(-len(choices) // _per_row(look, choices, width))
    return rows * button_height(look) + (rows - 1) * 16


def _buttons(look: Look, box: Box, choices: tuple[Choice, ...]) -> list[Node]:
    nodes: list[Node] = []
    count = _per_row(look, choices, box.w)
    high = button_height(look)
    for i, choice in enumerate(choices):
        row = choices[i // count * count : i // count * count + count]
        cell = Box(box.x, box.y + i // count * (high + 16), box.w, high).columns(len(row), 16)[i % count]
        nodes += button(look, cell, choice.id, choice.text, choice.kind, icon=choice.icon)
    return nodes


def languages(look: Look, names: Mapping[str, str]) -> list[Node]:
    """Every language by its own name, for whoever cannot read the present one; the present one is filled."""
    width, height = look.size
    wide = min(1120.0, width - 80)
    across = 3 if look.landscape and not look.large else 2
    high, gap = button_height(look), 16.0
    rows = -(-(len(names)) // across)
    total = 56 + 44 + 24 + rows * high + (rows - 1) * gap + 56
    box = Box((width - wide) / 2, height - look.dock_h - 32 - total, wide, total)
    nodes: list[Node] = [
        Fill(Box(0, 0, width, height - look.dock_h), "scrim", alpha=look.tokens.scrim_alpha),
        Fill(box, "raised", 20, "line" if look.variant.theme == "contrast" else None, 4, shadow=True),
        Icon(Box(box.x + 56, box.y + 56, 44, 44), "globe", "ink"),
    ]
    cells = Box(box.x + 56, box.y + 124, wide - 112, rows * high + (rows - 1) * gap)
    places = [cell for row in cells.rows(rows, gap) for cell in row.columns(across, gap)]
    for (tag, name), place in zip(names.items(), places, strict=False):
        on = tag == look.variant.language
        kind: ButtonKind = "primary" if on else "secondary"
        nodes += button(look, place, LANGUAGE + tag.lower(), name, kind, role="option", on=on)
    return nodes


def toast(look: Look, text: str, icon: str = "info") -> list[Node]:
    """One line that comes and goes by itself, above the dock."""
    width, height = look.size
    room = min(look.content.w, 1500) - 160
    label = look.text(0, 0, room, text, "meta", color="on_ink", role="status")
    wide = max(look.width(line, "meta") for line in label.lines) + 160
    high = max(88.0, label.box.h + 32)
    box = Box((width - wide) / 2, height - look.dock_h - 24 - high, wide, high)
    return [
        Fill(box, "ink", 12, shadow=True),
        Icon(Box(box.x + 36, box.center[1] - 20, 40, 40), icon, "on_ink"),
        look.text(box.x + 100, box.center[1] - label.box.h / 2, room, text, "meta", color="on_ink", role="status"),
    ]


def idle_question(look: Look, seconds: int, total: int) -> list[Node]:
    """The ring that drains, the question, and two ways to answer. Staying is the primary one."""
    width, height = look.size
    wide = min(1120.0, width - 80)
    room = wide - 56 - 208 - 56 - 56
    column = Column(look, Box(0, 0, room, height))
    column.text(look.t("idle.q"), "h1", role="heading")
    column.text(look.t("idle.body", n=seconds), "body", color="ink2", gap=16)
    high_button = button_height(look)
    high = max(56 + column.y + 40 + high_button + 56, 320.0)
    box = Box((width - wide) / 2, height - look.dock_h - 32 - high, wide, high)
    cx, cy = box.x + 56 + 104, box.y + high / 2
    left = box.x + 56 + 208 + 56
    number = look.tokens.style("display", "normal")
    turn = 2 * pi * seconds / max(1, total)
    nodes: list[Node] = [
        Fill(Box(0, 0, width, height - look.dock_h), "scrim", alpha=look.tokens.scrim_alpha),
        Fill(box, "raised", 20, "line" if look.variant.theme == "contrast" else None, 4, shadow=True),
        Disc(cx, cy, 98, None, "line", 12),
        Disc(cx, cy, 98, None, "ink", 12, 0, 360 * seconds / max(1, total)),
        Disc(cx + 92 * sin(turn), cy - 92 * cos(turn), 15, "vermilion"),
        Label(Box(cx - 90, cy - number.line / 2, 180, number.line), (str(seconds),), number, align="center"),
    ]
    nodes += [_moved(one, left, box.y + 56) for one in column.nodes if isinstance(one, Label)]
    cells = Box(left, box.y + 56 + column.y + 40, room, high_button).columns(2, 16)
    nodes += button(look, cells[0], "idle.stay", look.t("idle.stay"), "primary")
    nodes += button(look, cells[1], "idle.end", look.t("idle.end"), "secondary")
    return nodes
