"""What every step of a letter shares: the stepper, the two buttons below, titles, options, text that must fit."""

from __future__ import annotations

from collections.abc import Callable

from content.schema import Words
from screens.look import Look
from screens.mailbox.state import STEP_OF, MailboxState
from screens.parts import list_row, note, paged, stepper
from screens.parts.buttons import ButtonKind, centred
from screens.scene import Box, Fill, Icon, Label, Node, Target

TOP = 232.0
SPLIT = 768.0  # portrait: what informs lies above, what is touched below; low reach asks for nothing more
GAP = 16.0
_SKIN: dict[ButtonKind, tuple[str, str | None, str]] = {
    "mail": ("mail", None, "on_mail"),
    "secondary": ("raised", "ink", "ink"),
}


def head(state: MailboxState, look: Look) -> list[Node]:
    """The stepper; its point is the one vermilion mark of the flow."""
    names = [look.t(f"form.step.{i}") for i in range(1, 6)]
    cell = look.content.w / 5 - 8
    if any(look.width(name, "meta") > cell for name in names):
        names = [look.t(f"mailbox.step.{i}.short") for i in range(1, 6)]
    return stepper(look, Box(look.content.x, 102, look.content.w, 100), names, STEP_OF[state.stage])


def foot_height(look: Look) -> float:
    """Height of the row of buttons."""
    return 116.0 if not look.landscape else (124.0 if look.large else 112.0)


def body(look: Look) -> Box:
    """Between the stepper and the row of buttons."""
    bottom = look.content.bottom - foot_height(look) - 24
    return Box(look.content.x, TOP, look.content.w, bottom - TOP)


def foot(look: Look, row: Box, forward: str = "form.next", *, icon: str = "next", post: bool = False) -> list[Node]:
    """Previous at the left; next, the flow's green button, at the right (or none)."""
    before, after = look.t("form.prev"), look.t(forward) if forward else ""
    wide = look.width(before, "label_l") + 136
    nodes = step_button(look, Box(row.x, row.y, wide, row.h), "mailbox.previous", before, "secondary", "back")
    if forward:
        room = row.w - wide - GAP
        need = min(room, max(400.0, look.width(after, "label_l") + 136))
        cell = (
            Box(row.right - need, row.y, need, row.h) if look.landscape else Box(row.right - room, row.y, room, row.h)
        )
        nodes += step_button(look, cell, "mailbox.next", after, "mail", icon)
    return nodes


def foot_row(look: Look) -> Box:
    """Where the buttons lie."""
    high = foot_height(look)
    return Box(look.content.x, look.content.bottom - high, look.content.w, high)


def step_button(look: Look, box: Box, id: str, text: str, kind: ButtonKind, icon: str) -> list[Node]:
    """A button whose arrow stands on the side it leads to."""
    fill, border, ink = _SKIN[kind]
    wide = look.width(text, "label_l")
    left = box.x + (box.w - wide - 56) / 2
    first = icon == "back"
    spot = Box(left if first else left + wide + 16, box.y + (box.h - 40) / 2, 40, 40)
    label = Box(left + 56 if first else left, box.y, wide, box.h)
    return [
        Fill(box, fill, 12, border, look.tokens.stroke("control")),
        centred(look, label, text, "label_l", ink, box.w - 80, of=id),
        Icon(spot, icon, ink),
        Target(box, id, "button", text, text, None, False, 12, fill == "mail"),
    ]


def title(look: Look, box: Box, text: str, *subs: str, style: str = "h1") -> tuple[list[Node], float]:
    """A heading and quiet lines below it. Returns the nodes and where they end."""
    head = look.text(box.x, box.y, box.w, text, style, role="heading")
    nodes: list[Node] = [head]
    y = head.box.bottom + 8
    for sub in subs:
        if sub:
            line = look.text(box.x, y, box.w, sub, "body" if style == "h1" else "meta", color="ink2")
            nodes.append(line)
            y = line.box.bottom + 4
    return nodes, y


def fitted(
    look: Look, box: Box, text: str, color: str = "ink", styles: tuple[str, ...] = ("body", "meta", "micro")
) -> Label:
    """Running text in the largest of `styles` that the box holds."""
    name = look.fit(text, styles, box.w, box.h)
    return look.text(box.x, box.y, box.w, text, name, color=color, max_h=box.h)


def option_height(look: Look, width: float, title: str, second: str) -> float:
    """Height of an option row with these words."""
    room = width - 28 - 28 - 52
    high = look.height(title, "label_l", room) + (look.height(second, "meta", room) + 4 if second else 0)
    return max(112.0 if look.landscape or look.large else 144.0, high + 28)


def options(look: Look, box: Box, rows: list[tuple[str, str, str, bool]], gap: float = GAP) -> tuple[list[Node], float]:
    """Choices one below the other: (id, title, second line, chosen). Returns the nodes and where they end."""
    nodes: list[Node] = []
    y = box.y
    for id, first, second, on in rows:
        high = option_height(look, box.w, first, second)
        nodes += list_row(look, Box(box.x, y, box.w, high), id, first, second, on=on)
        y += high + gap
    return nodes, y - gap


def cards(
    look: Look, area: Box, count: int, need: Callable[[float], float], page: int, *, columns: int, gap: float,
    tallest: float, words: tuple[str, str] = ("page.previous", "page.next"),
) -> tuple[paged.Grid, list[Node]]:  # fmt: skip
    """A grid of `count` cards, and its pager where one page does not hold them; `words` are the keys of its buttons."""

    def laid(box: Box) -> paged.Grid:
        return paged.grid(box, count, need, page, columns=columns, gap=gap, tallest=tallest)

    whole = laid(area)
    if whole.pages == 1:
        return whole, []
    high = paged.pager_height(look)
    part = laid(Box(area.x, area.y, area.w, area.h - high - gap))
    row = Box(area.x, area.bottom - high, area.w, high)
    said = (look.t(words[0]), look.t(words[1]))
    return part, paged.pager(look, row, "mailbox", said, page, part.pages)


def notice(look: Look, x: float, y: float, w: float, text: str, icon: str = "info") -> tuple[list[Node], float]:
    """A calm sentence on ochre. Returns the nodes and where they end."""
    high = look.height(text, "meta", w - 116) + 36
    return note(look, Box(x, y, w, high), text, icon=icon), y + high


def name_of(look: Look, items: tuple[object, ...], id: str) -> str:
    """The name of a topic or place; empty for one that content no longer has."""
    for one in items:
        if getattr(one, "id", "") == id:
            words: Words = one.name  # type: ignore[attr-defined]
            return look.say(words)
    return ""


def addressee(state: MailboxState, look: Look) -> str:
    """Who the letter goes to, in a few words."""
    if state.deputy is not None and state.to_deputy:
        name = state.deputy.name_en if look.english and state.deputy.name_en else state.deputy.name
        return look.t("mailbox.to.deputy", name=name)
    return look.t("mailbox.to.station")
