"""What informs and isn't touched: panels, tags, notes, facts, the stepper, a QR code with its caption."""

from __future__ import annotations

from dataclasses import replace

from screens.look import Look
from screens.parts.buttons import centred
from screens.parts.column import Column
from screens.scene import Box, Disc, Fill, Icon, Label, Node, Qr, Stroke


def panel(box: Box, look: Look, color: str = "raised", radius: float = 12.0) -> list[Node]:
    """A quiet ground for text. High contrast gives it a white edge, since black on black has none."""
    edge = "line" if look.variant.theme == "contrast" else None
    return [Fill(box, color, radius, edge, 2 if edge else 0)]


def tag(look: Look, x: float, y: float, text: str) -> tuple[list[Node], float]:
    """A small bordered word such as 示例. Returns the nodes and the width."""
    wide = look.width(text, "micro") + 24
    high = look.style("micro").line + 4
    box = Box(x, y, wide, high)
    return [Fill(box, "raised", 6, "control", 2), centred(look, box, text, "micro", "ink2")], wide


def sample_tag(look: Look, x: float, y: float) -> tuple[list[Node], float]:
    """The tag drawn beside everything made up."""
    return tag(look, x, y, look.t("sample.tag"))


def note(look: Look, box: Box, text: str, *, icon: str = "warn", tone: str = "ochre") -> list[Node]:
    """A sentence on a wash with a 6 px edge: ochre for what needs attention, teal for information."""
    wash, deep = f"{tone}_wash", f"{tone}_deep"
    label = look.text(box.x + 92, box.y, box.w - 116, text, "meta", max_h=box.h)
    top = box.y + (box.h - label.box.h) / 2
    label = look.text(box.x + 92, top, box.w - 116, text, "meta", role="note", max_h=box.bottom - top)
    return [
        Fill(box, wash, 6),
        Fill(Box(box.x, box.y, 6, box.h), deep),
        Icon(Box(box.x + 30, box.y + (box.h - 40) / 2, 40, 40), icon, deep),
        label,
    ]


def facts(look: Look, column: Column, rows: list[tuple[str, str]]) -> None:
    """Label-and-value lines: the label in a quiet colour, the value beside it (below it in large text)."""
    label_w = max((look.width(label, "meta") for label, _ in rows), default=0.0) + 28
    stacked = look.large or label_w > column.box.w * 0.4
    for label, value in rows:
        if stacked:
            column.text(label, "meta", color="ink2", gap=12)
            column.text(value, "meta")
            continue
        top = column.y + 8
        column.nodes.append(look.text(column.box.x, top, label_w, label, "meta", color="ink2"))
        said = look.text(
            column.box.x + label_w, top, column.box.w - label_w, value, "meta", max_h=column.box.bottom - top
        )
        column.nodes.append(said)
        column.y = said.box.bottom


def stepper(look: Look, box: Box, names: list[str], now: int) -> list[Node]:
    """Where the visitor is in a form: done, now (the vermilion point), to come. Not touchable."""
    y = box.y + 30
    xs = [box.x + box.w * (i + 0.5) / len(names) for i in range(len(names))]
    nodes: list[Node] = [Stroke(((xs[0], y), (xs[-1], y)), "control", 3)]
    if now > 0:
        nodes.append(Stroke(((xs[0], y), (xs[now], y)), "ink", 5))
    for i, (x, name) in enumerate(zip(xs, names, strict=True)):
        if i < now:
            nodes += [Disc(x, y, 14, "ink"), Icon(Box(x - 11, y - 11, 22, 22), "check", "on_ink")]
        elif i == now:
            nodes += [Disc(x, y, 22, "paper", "vermilion", 3), Disc(x, y, 13, "vermilion")]
        else:
            nodes.append(Disc(x, y, 13, "paper", "control", 3))
        if not look.large or i == now:
            cell = box.w / len(names) - 8 if not look.large else look.width(name, "meta") + 8
            left = min(max(x - cell / 2, box.x), box.right - cell)
            line = look.style("meta").line
            label = centred(look, Box(left, y + 30, cell, line), name, "meta", "ink" if i == now else "ink2")
            nodes.append(_step(look, label, name, i, now, len(names)))
    return nodes


def _step(look: Look, label: Label, name: str, at: int, now: int, count: int) -> Label:
    """What is seen by a step's mark is said in words; the present step is where one is on the page."""
    key = "stepper.done" if at < now else "stepper.now" if at == now else "stepper.todo"
    spoken = look.t(key, n=at + 1, m=count, name=name)
    return replace(label, spoken=spoken, role="heading" if at == now else "text")


def qr_panel(look: Look, x: float, y: float, size: float, payload: str, id: str, spoken: str) -> list[Node]:
    """A QR code on its white plate with an ink border; at least 320 px wide (design guide 9)."""
    box = Box(x, y, size, size)
    return [Fill(box, "raised", 12, "ink", 3), Qr(box.inset(10), payload, id, spoken)]
