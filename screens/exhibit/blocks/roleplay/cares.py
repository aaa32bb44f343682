"""What a side cares about: its ten points shared out over the issues, as bars of ten. Disclosed, always."""

from __future__ import annotations

from collections.abc import Sequence

from content.schema import Party, TalkScene
from screens.look import Look
from screens.scene import Box, Fill, Label, Node

_BAR = 22.0


def cares_height(look: Look, scene: TalkScene) -> float:
    """Height of the small form."""
    return len(scene.issues) * (look.style("meta").line + _BAR + 12)


def cared(look: Look, box: Box, scene: TalkScene, party: Party, style: str = "meta", bar: float = _BAR) -> list[Node]:
    """Each issue with its bars, spread over the height of the box."""
    room = box.h / len(scene.issues)
    line = look.style(style).line
    place = scene.parties.index(party)
    nodes: list[Node] = []
    for i, issue in enumerate(scene.issues):
        most = max(row[place] for row in scene.table[i])
        y = box.y + i * room + max(0.0, (room - line - bar - 8) / 2)
        name = look.say(issue.name)
        nodes.append(
            look.text(box.x, y, box.w, name, look.fit(name, (style, "meta", "micro"), box.w, line), max_h=line)
        )
        nodes += _bars(look, Box(box.x, y + line + (8 if style == "label" else 4), box.w, bar), most)
    return nodes


def gained(look: Look, box: Box, lines: Sequence[tuple[str, int, int]]) -> list[Node]:
    """Lines of what was offered, each with the points it gives of those it could have given."""
    room = box.h / len(lines)
    nodes: list[Node] = []
    for i, (words, got, most) in enumerate(lines):
        said = look.text(box.x, box.y + i * room, box.w, words, "meta")
        line = look.style("meta").line
        spare = max(0.0, room - said.box.h - line - 12)
        nodes.append(
            Label(said.box.moved(0, spare / 2), said.lines, said.style, full=said.full, overflow=said.overflow)
        )
        count = look.t("talk.why.got", n=got, m=most)
        wide = look.width(count, "meta") + 20
        y = said.box.bottom + spare / 2 + 4
        bar = Box(box.x, y + (line - _BAR) / 2, (box.w - wide) * most / 10, _BAR)
        nodes += _cells(bar, got, most)
        nodes.append(look.text(bar.right + 20, y, wide - 20, count, "meta"))
    return nodes


def gained_height(look: Look, width: float, lines: Sequence[tuple[str, int, int]]) -> float:
    """Height that the longest of these lines asks for, times their number."""
    return len(lines) * max(look.height(words, "meta", width) + look.style("meta").line + 16 for words, _, _ in lines)


def _cells(box: Box, count: int, of: int) -> list[Node]:
    return [
        Fill(cell, "teal" if i < count else None, 3, "teal" if i < count else "control", 2)
        for i, cell in enumerate(box.columns(of, 6))
    ]


def _bars(look: Look, box: Box, count: int) -> list[Node]:
    """`count` of ten small bars filled, and the number after them."""
    number = look.t("talk.points", n=count)
    wide = look.width(look.t("talk.points", n=10), "meta") + 16
    nodes = _cells(Box(box.x, box.y, box.w - wide, box.h), count, 10)
    lift = (box.h - look.style("meta").line) / 2
    nodes.append(look.text(box.right - wide + 16, box.y + lift, wide - 16, number, "meta"))
    return nodes
