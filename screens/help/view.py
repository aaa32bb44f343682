"""Three panels a visitor can take in at a glance: tapping, the aids one by one, whom to ask."""

from __future__ import annotations

from dataclasses import dataclass

from screens.look import Look
from screens.parts import Column, panel
from screens.scene import Box, Fill, Icon, Node
from screens.screen import View

_GAP = 24.0
_PAD = 36.0
_MARK = 72.0
_ICON = 44.0


@dataclass(frozen=True, slots=True)
class _Topic:
    """One panel: its strings' name, its icon, and the buttons it explains as (icon, key)."""

    name: str
    icon: str
    rows: tuple[tuple[str, str], ...]


_TOPICS = (
    _Topic("touch", "ring", (("home", "help.row.home"), ("back", "help.row.back"))),
    _Topic(
        "aids", "text",
        (
            ("globe", "help.row.language"), ("text", "help.row.text"), ("contrast", "help.row.contrast"),
            ("speak", "help.row.speak"), ("hear", "help.row.hear"), ("reach", "help.row.reach"),
        ),
    ),
    _Topic("ask", "people", (("letter", "help.row.letter"), ("clock", "help.row.idle"))),
)  # fmt: skip

# the style of each panel's rows, from what tells most to what needs least room: without rows the sentence says it all
_PLANS = tuple(
    dict(zip(("touch", "aids", "ask"), styles, strict=True))
    for styles in (
        ("body", "body", "body"), ("meta", "meta", "meta"), ("meta", "meta", ""), ("", "body", ""), ("", "meta", ""),
        ("", "", ""),
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class HelpState:
    """The page is always the same."""


def view(state: HelpState, look: Look) -> View:
    """Side by side in landscape, one below the other in portrait and large text."""
    content = look.content
    head = look.text(content.x, content.y + 16, content.w, look.t("help.title"), "h1", role="heading")
    area = Box(content.x, head.box.bottom + 20, content.w, content.bottom - head.box.bottom - 20)
    for plan in _PLANS:
        boxes = _boxes(look, area, plan)
        if boxes:
            break
    nodes: list[Node] = [head]
    for topic, box in zip(_TOPICS, boxes or area.rows(len(_TOPICS), 20), strict=True):
        nodes += [*panel(box, look), *_column(look, topic, box, plan[topic.name]).nodes]
    return View(tuple(nodes), hint=look.t("help.hint"))


def _boxes(look: Look, area: Box, plan: dict[str, str]) -> list[Box]:
    """Where the panels stand with their rows as planned; nothing where they have no room."""
    if look.landscape and not look.large:
        boxes = area.columns(len(_TOPICS), _GAP)
        fits = all(
            _need(look, topic, box, plan[topic.name]) <= box.h for topic, box in zip(_TOPICS, boxes, strict=True)
        )
        return boxes if fits else []
    needs = [_need(look, topic, area, plan[topic.name]) for topic in _TOPICS]
    spare = (area.h - sum(needs) - 20 * (len(_TOPICS) - 1)) / len(_TOPICS)
    if spare < 0:
        return []
    boxes = []
    y = area.y
    for need in needs:
        boxes.append(Box(area.x, y, area.w, need + spare))
        y = boxes[-1].bottom + 20
    return boxes


def _need(look: Look, topic: _Topic, box: Box, rows: str) -> float:
    return _column(look, topic, Box(box.x, box.y, box.w, 9999.0), rows, centred=False).y - box.y + _PAD


def _column(look: Look, topic: _Topic, box: Box, rows: str, centred: bool = True) -> Column:
    """Icon and title, one sentence, and a row for each button where there is room for rows."""
    upright = look.landscape and not look.large
    lift = 0.0
    if centred and not upright:
        lift = max(0.0, (box.h - _need(look, topic, box, rows)) / 2)
    side = 0.0 if upright else _MARK + 32
    column = Column(look, Box(box.x + _PAD + side, box.y + lift, box.w - 2 * _PAD - side, box.h - lift))
    column.space(_PAD if rows else 16)
    mark = Box(box.x + _PAD, column.y if rows else box.center[1] - _MARK / 2, _MARK, _MARK)
    column.add([Icon(mark, topic.icon, "teal")])
    if upright:
        column.space(_MARK + 20)
    column.text(look.t(f"help.{topic.name}.title"), "h3", role="heading")
    short = topic.name == "aids" and rows
    column.text(look.t("help.aids.short" if short else f"help.{topic.name}.text"), "body", gap=4)
    if not rows:
        return column
    column.add([Fill(Box(column.box.x, column.y + 18, column.box.w, 2), "line")])
    column.space(24)
    for icon, key in topic.rows:
        _row(look, column, icon, look.t(key), rows)
    return column


def _row(look: Look, column: Column, icon: str, text: str, style: str) -> None:
    left = column.box.x + _ICON + 24
    label = look.text(left, column.y + 12, column.box.right - left, text, style, max_h=column.left - 12)
    line = look.style(style).line
    column.add([Icon(Box(column.box.x, label.box.y + (line - _ICON) / 2, _ICON, _ICON), icon, "ink2"), label])
    column.y = label.box.bottom
