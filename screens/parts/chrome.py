"""What stays around every screen: the quiet strip at the top and the dock at the bottom."""

from __future__ import annotations

import re
from dataclasses import dataclass

from screens import strings
from screens.look import Look
from screens.parts.buttons import centred
from screens.parts.guide import Guide, guide_bar, guide_item
from screens.parts.panels import sample_tag
from screens.scene import Box, Fill, Icon, Label, Node, Picture, Role, Target
from screens.tokens import TextStyle
from screens.typography import break_lines

_DOCK_ICON = 44.0
BY_TURNS = 3  # languages that one button goes through
_LEAST_TYPE = 24  # the floor of the design guide
STAFF_HOLD_MS = 3000


@dataclass(frozen=True, slots=True)
class Station:
    """What the strip says of the station: its name, the clock, when content was last fetched (none: offline)."""

    name: str
    clock: str
    updated: str | None
    sample: bool = False
    status: str = ""  # said instead of the sync time, such as the time left of a tour
    chinese: str = ""  # the page's title in Chinese, above a foreign one


@dataclass(frozen=True, slots=True)
class Action:
    """One action a screen puts in the middle of the dock instead of a hint."""

    id: str
    text: str
    second: str
    icon: str


def strip(look: Look, station: Station) -> list[Node]:
    """Logo, kind and name of the station, sample tag; sync time or offline badge, clock. Staff hold the name 3 s."""
    width = look.size[0]
    left = look.margin
    nodes: list[Node] = [Picture(Box(left, 18, 60, 52), "logo")]
    clock = _line(look, 0, station.clock, "strip_clock", "ink")
    clock_x = width - look.margin - clock.box.w
    tag_y = (88 - look.style("micro").line - 4) / 2
    tag_w = sample_tag(look, 0, tag_y)[1] + 24 if station.sample else 0.0
    named = _named(look, left + 78, station, clock_x - 16 - tag_w)
    nodes += named
    taken = max(node.box.right for node in named if isinstance(node, Label | Fill))
    if station.sample:
        nodes += sample_tag(look, taken + 24, tag_y)[0]
        taken += tag_w
    nodes.append(_line(look, clock_x, station.clock, "strip_clock", "ink"))
    news = _news(look, clock_x - 28, station.updated, short=False)
    if station.status:
        wide = _line(look, 0, station.status, "strip", "ink").box.w
        news = [_line(look, clock_x - 28 - wide, station.status, "strip", "ink", "status")]
    elif _left_of(news) < taken + 16:
        news = _news(look, clock_x - 28, station.updated, short=True)
    if _left_of(news) >= taken + 16:
        nodes += news
    if not look.reach_top and not look.line:  # out of a low reach nothing may be pressed; staff switch it off first
        name_of = look.t("staff.entry")
        nodes.append(Target(Box(0, 0, 520, 96), "strip.staff", spoken=name_of, hold_ms=STAFF_HOLD_MS, radius=0))
    return nodes


def _named(look: Look, left: float, station: Station, right: float) -> list[Node]:
    """Kind and name of the station; before a foreign page its Chinese title, and the kind where there is room."""
    kind = look.t("station.type")
    if not station.chinese:
        head, second = _line(look, left, kind, "strip_name", "ink"), station.name
    else:
        head, second = _chinese(look, left, station.chinese, right - left), kind
    x = head.box.right + 20
    name = _line(look, x + 22, second, "strip", "ink2")
    if station.chinese and name.box.right > right:
        return [head]
    return [head, Fill(Box(x, 30, 2, 28), "line"), name]


def _chinese(look: Look, x: float, title: str, room: float) -> Label:
    """The Chinese title in one line, a long one in two smaller ones."""
    whole = _line(look, x, title, "strip_name", "ink", "caption")
    if whole.box.w <= room:
        return whole
    for name in ("meta", "micro"):
        style = look.tokens.style(name, "normal")
        line = min(style.line, 38.0)
        lines = break_lines(title, room, lambda piece, style=style: look.ruler(piece, style))  # type: ignore[misc]
        if len(lines) * line <= 80:
            break
    shown = TextStyle(f"strip_{name}", style.face, style.size, line)
    wide = max(look.ruler(one, shown) for one in lines)
    high = len(lines) * line
    return Label(
        Box(x, (88 - high) / 2, wide, high), lines, shown, "ink", role="caption", full=title, overflow=high > 88
    )


def _line(look: Look, x: float, text: str, style: str, color: str, role: Role = "text") -> Label:
    """One line in the middle of the strip; the strip keeps its size in large text."""
    resolved = look.tokens.style({"strip_name": "h2", "strip": "meta", "strip_clock": "meta"}[style], "normal")
    if style == "strip_name":
        resolved = type(resolved)("strip_name", resolved.face, 32, 44)
    elif style == "strip_clock":
        resolved = type(resolved)("strip_clock", "sans-Medium", resolved.size, resolved.line)
    wide = look.ruler(text, resolved)
    return Label(Box(x, (88 - resolved.line) / 2, wide, resolved.line), (text,), resolved, color, role=role, full=text)


def _news(look: Look, right: float, updated: str | None, *, short: bool) -> list[Node]:
    """When content was last fetched, or that the hub is out of reach; the short form where room is scarce."""
    if updated is not None:
        text = updated if short else look.t("strip.updated", time=updated)
        wide = _line(look, 0, text, "strip", "ink2").box.w
        return [_line(look, right - wide, text, "strip", "ink2")]
    text = look.t("offline.badge.short" if short else "offline.badge")
    wide = _line(look, 0, text, "strip", "ochre_deep").box.w
    pill = Box(right - wide - 84, 18, wide + 84, 52)
    return [
        Fill(pill, "ochre_wash", 26),
        Icon(Box(pill.x + 22, 28, 32, 32), "offline", "ochre_deep"),
        _line(look, pill.x + 62, text, "strip", "ochre_deep", "status"),
    ]


def _left_of(nodes: list[Node]) -> float:
    return min(node.box.x for node in nodes if isinstance(node, Label | Fill))


def dock(
    look: Look, *, at_home: bool, hint: str = "", action: Action | None = None, guide: Guide | None = None,
    cites: bool = False,
) -> list[Node]:  # fmt: skip
    """Home, back, staff on the left (help, staff on the home screen), six aids on the right, one line in the middle.

    A tour puts its guide there: in the middle, or as one item where there is no room.
    """
    width, height = look.size
    top = height - look.dock_h
    nodes: list[Node] = [Fill(Box(0, top, width, look.dock_h), "raised"), Fill(Box(0, top, width, 2), "line")]
    left = ["help", "staff"] if at_home else ["home", "back", "staff", *(["sources"] if cites else [])]
    if guide is not None:
        left = [*(["home"] if guide.leaves else []), "back", "staff", *([] if look.landscape else ["guide"])]
    right = ["language", "text", "contrast", "speak", "hear", "reach"]
    if look.variant.speaking and not look.variant.hearing:  # two that a listener needs less give them their places
        right = [{"contrast": "again", "hear": "slow"}.get(name, name) for name in right]
    items = left + right
    if look.landscape:
        wide = (160.0 if look.english and look.large else 150.0) if look.english or look.large else 126.0
        xs = [look.margin - 21 + i * wide for i in range(len(left))]
        xs += [width - look.margin + 21 - (len(right) - i) * wide for i in range(len(right))]
    else:
        wide = width / len(items)
        xs = [i * wide for i in range(len(items))]
    style = _dock_style(look, [name for name in items if name != "guide"], wide)
    for name, x in zip(items, xs, strict=True):
        cell = Box(x, top + 8, wide, look.dock_h - 16)
        if name == "guide" and guide is not None:
            nodes += guide_item(look, cell, guide.more, style)
        else:
            nodes += _dock_item(look, name, cell, style)
    if look.landscape:
        start = xs[len(left) - 1] + wide + 24
        middle = Box(start, top, xs[len(left)] - 24 - start, look.dock_h)
        if guide is not None:
            return nodes + guide_bar(look, middle, guide, style)
        nodes += _dock_action(look, middle, action) if action else _dock_hint(look, middle, hint)
    return nodes


def _dock_word(look: Look, name: str) -> str:
    lang = "lang" if len(strings.names()) <= BY_TURNS else "languages"
    word = {"language": lang, "text": "text.large" if look.large else "text"}.get(name, name)
    return look.t(f"dock.{word}")


def _dock_style(look: Look, items: list[str], wide: float) -> TextStyle:
    """One size for all words: the largest for which each of them has room. Every word has its icon."""
    styles = [look.style("dock"), look.tokens.style("dock", "normal")]
    for style in styles:
        if all(look.ruler(_dock_word(look, name), style) <= wide - 6 for name in items):
            return style
    return TextStyle("dock_small", style.face, _LEAST_TYPE, style.line)


def _dock_item(look: Look, name: str, box: Box, style: TextStyle) -> list[Node]:
    on = {
        "text": look.large,
        "contrast": look.variant.theme == "contrast",
        "speak": look.variant.speaking,
        "hear": look.variant.hearing,
        "slow": look.variant.slow,
        "reach": look.low,
    }.get(name)
    icon = {"language": "globe", "help": "info", "staff": "people", "sources": "book"}.get(name, name)
    text = _dock_word(look, name)
    ink = "on_ink" if on else "ink"
    line = style.line
    top = box.y + (box.h - _DOCK_ICON - 4 - line) / 2
    nodes: list[Node] = [Fill(box.inset(4, 0), "ink", 12)] if on else []
    nodes += [
        Icon(Box(box.center[0] - _DOCK_ICON / 2, top, _DOCK_ICON, _DOCK_ICON), icon, ink),
        Label(
            Box(box.x, top + _DOCK_ICON + 4, box.w, line), (text,), style, ink, "center", full=text, of=f"dock.{name}",
            overflow=look.ruler(text, style) > box.w,
        ),
        Target(
            box, f"dock.{name}", "button" if on is None else "toggle", text, look.t(f"dock.{name}.spoken"), on, False,
            12, bool(on),
        ),
    ]  # fmt: skip
    return nodes


def _hint_lines(look: Look, hint: str, width: float) -> tuple[str, ...]:
    """Two lines broken at the pause nearest to the middle, or alike: no lone character under a long line."""
    if look.width(hint, "meta") > width:
        cuts = (one.end() for one in re.finditer("[，、：；。？]", hint[:-1]))
        pairs = [(hint[:at], hint[at:]) for at in cuts]
        longest, pair = min(
            ((max(look.width(one, "meta") for one in both), both) for both in pairs), default=(0.0, None)
        )
        if pair is not None and longest <= width:
            return pair
    return look.headline(hint, "meta", width)


def _dock_hint(look: Look, middle: Box, hint: str) -> list[Node]:
    if not hint or look.height(hint, "meta", middle.w) > look.dock_h - 8:
        return []
    lines = _hint_lines(look, hint, middle.w)
    resolved = look.style("meta")
    high = len(lines) * resolved.line
    box = Box(middle.x, middle.y + (middle.h - high) / 2, middle.w, high)
    return [Label(box, lines, resolved, "ink2", "center", full=hint)]


def _dock_action(look: Look, middle: Box, action: Action) -> list[Node]:
    title_w = look.width(action.text, "label_l")
    second_w = look.width(action.second, "meta")
    full = 40 + 44 + 20 + title_w + 24 + second_w + 40
    second = action.second if full <= middle.w else ""
    wide = full if second else 40 + 44 + 20 + title_w + 40
    box = Box(middle.center[0] - wide / 2, middle.y + 8, wide, middle.h - 16)
    x = box.x + 40
    mid = box.center[1]
    nodes: list[Node] = [
        Fill(box, "raised", 12, "ink", 3),
        Icon(Box(x, mid - 22, 44, 44), action.icon, "ink"),
        centred(look, Box(x + 64, box.y, title_w, box.h), action.text, "label_l", "ink", title_w + 4, of=action.id),
    ]
    if second:
        nodes.append(
            centred(
                look, Box(x + 88 + title_w, box.y, second_w, box.h), second, "meta", "ink2", second_w + 4, of=action.id
            )
        )
    nodes.append(Target(box, action.id, "button", action.text, f"{action.text}，{action.second}"))
    return nodes
