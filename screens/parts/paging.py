"""Text that does not fit is paged, never shrunk or clipped: cutting it into parts, and the buttons between them."""

from __future__ import annotations

from dataclasses import dataclass

from screens.look import Look
from screens.parts.buttons import button, button_height, icon_button
from screens.scene import Align, Box, Disc, Label, Node, Role

_MOST_DOTS = 10
_DOT_STEP = 32.0


@dataclass(frozen=True, slots=True)
class Turn:
    """A way to another page: the target's id; none where there is no such page."""

    before: str | None
    after: str | None


def parts_of(look: Look, text: str, style: str, width: float, max_h: float) -> list[tuple[str, ...]]:
    """The text's lines, cut into parts that are each at most `max_h` high; a part holds one line at least."""
    lines = look.lines(text, style, width)
    each = max(1, int((max_h + 0.5) // look.style(style).line))
    return [lines[i : i + each] for i in range(0, len(lines), each)] or [()]


def lines_label(
    look: Look,
    box: Box,
    lines: tuple[str, ...],
    style: str = "body",
    *,
    color: str = "ink",
    align: Align = "left",
    role: Role = "text",
    id: str = "",
) -> Label:
    """A label of lines already broken, at the top of `box`; it overflows where it leaves the box."""
    resolved = look.style(style)
    high = len(lines) * resolved.line
    wide = max((look.width(line, style) for line in lines), default=0.0)
    over = high > box.h + 0.5 or wide > box.w + 1
    return Label(
        Box(box.x, box.y, box.w, high), lines, resolved, color, align, id, role, "\n".join(lines), "", over
    )  # fmt: skip


def pager_height(look: Look) -> float:
    """Height of the row that `pager` draws."""
    return button_height(look, primary=False)


def pager(look: Look, box: Box, turn: Turn, at: int, count: int, name: str) -> list[Node]:
    """Previous and next at the ends of a row, dots between them; a dead end is drawn disabled.

    `name` begins the ids of disabled buttons: `<name>.previous`, `<name>.next`.
    """
    words = (look.t("page.previous"), look.t("page.next"))
    wide = max(look.width(word, "label_l") for word in words) + 72
    small = 2 * wide + 160 > box.w
    if small:
        wide = max(96.0, box.h)
    before, after = Box(box.x, box.y, wide, box.h), Box(box.right - wide, box.y, wide, box.h)
    nodes: list[Node] = []
    for cell, id, word, side, icon in (
        (before, turn.before, words[0], "previous", "back"),
        (after, turn.after, words[1], "next", "next"),
    ):
        dead = id is None
        if small:
            nodes += icon_button(look, cell, id or f"{name}.{side}", icon, word, disabled=dead)
        else:
            nodes += button(look, cell, id or f"{name}.{side}", word, "secondary", disabled=dead)
    return nodes + dots(look, Box(before.right, box.y, after.x - before.right, box.h), at, count)


def dots(look: Look, box: Box, at: int, count: int) -> list[Node]:
    """Where one is among pages: a dot each, or words when there are many."""
    x, y = box.center
    if count > _MOST_DOTS or count * _DOT_STEP > box.w:
        text = look.t("page.of", n=at + 1, m=count)
        if look.width(text, "meta") > box.w:
            text = f"{at + 1} / {count}"
        return [look.text(box.x, y - look.style("meta").line / 2, box.w, text, "meta", color="ink2", align="center")]
    first = x - (count - 1) * _DOT_STEP / 2
    nodes: list[Node] = []
    for i in range(count):
        spot = first + i * _DOT_STEP
        nodes.append(Disc(spot, y, 9, "ink") if i == at else Disc(spot, y, 8, None, "control", 3))
    return nodes
