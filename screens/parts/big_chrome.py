"""What stays around a page in huge text: one dock of large buttons, at the right in landscape, below in portrait.

It shows the ways (through the page, back, home, staff) or, behind "more", the aids. The strip gives way to a line on
the page itself, and only for what has to be said: made up, offline, a tour's time.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from screens.enlarge import enlarged
from screens.look import Look
from screens.parts.chrome import Station
from screens.parts.panels import sample_tag
from screens.scene import Box, Fill, Icon, Label, Node, Target
from screens.screen import View
from screens.tokens import TextStyle

__all__ = ["Station", "band", "dock", "window"]

_DOCK_W, _DOCK_H = 377.0, 340.0  # landscape, portrait
_ICON = 60.0
_ROW = 140.0  # the least height of a row with an icon over its word
_ICONS = {
    "language": "globe", "help": "info", "staff": "people", "sources": "book", "more": "eye", "less": "close",
}  # fmt: skip
_STYLES = (10 / 7, 1.25, 1.125, 1.0)  # of the dock's large type


@dataclass(frozen=True, slots=True)
class _Item:
    id: str
    icon: str
    text: str
    spoken: str
    on: bool | None = None
    disabled: bool = False


def window(look: Look) -> Box:
    """Where the page is seen."""
    wide, high = (1920.0, 1080.0) if look.landscape else (1080.0, 1920.0)
    return Box(0, 0, wide - _DOCK_W, high) if look.landscape else Box(0, 0, wide, high - _DOCK_H)


def band(look: Look, station: Station, view: View) -> Iterable[Node]:
    """The line above the page, in the page's own pixels; nothing where nothing has to be said."""
    x = look.margin
    if view.chinese:  # a foreign page keeps its Chinese title (design guide, language law); above the canvas's edge
        high = look.height(view.chinese, "meta", look.size[0] - 2 * x)
        yield look.text(x, 12 - high, look.size[0] - 2 * x, view.chinese, "meta", color="ink2", role="caption")
    status = station.status or (view.guide.status if view.guide else "")
    if station.sample or view.sample:
        tagged, wide = sample_tag(look, x, 24)
        yield from tagged
        x += wide + 20
    if status:
        yield look.text(x, 20, look.size[0] - look.margin - x, status, "meta", color="ink2", role="status")
    elif station.updated is None:
        yield Icon(Box(x, 28, 40, 40), "offline", "ochre_deep")
        said, room = look.t("offline.badge.short"), look.size[0] - look.margin - x - 52
        yield look.text(x + 52, 20, room, said, "meta", color="ochre_deep", role="status")


def dock(look: Look, view: View, part: int, of: int, aids: bool, *, at_home: bool) -> list[Node]:
    """The buttons: in landscape one a row, in portrait two rows."""
    items = _aids(look) if aids else [*_through(look, part, of), *_ways(look, view, at_home)]
    seen = window(look)
    if look.landscape:
        area = Box(seen.right, look.line, _DOCK_W, seen.h - look.line)  # none of it above a low reach
        columns = 1 if area.h / len(items) >= _ROW else 2
        rows = area.rows(-(-len(items) // columns), 0)
        cells = [cell for row in rows for cell in row.columns(columns, 0)][: len(items)]
        edge = Box(area.x, area.y, 3, area.h)
    else:
        area = Box(0, seen.bottom, seen.w, _DOCK_H)
        upper = 3 if not aids and of > 1 else -(-len(items) // 2)
        upper = min(upper, len(items))
        counts = [upper, len(items) - upper] if len(items) > upper else [upper]
        lines = area.rows(len(counts), 0)
        cells = [cell for row, count in zip(lines, counts, strict=True) for cell in row.columns(count, 0)]
        edge = Box(0, area.y, area.w, 3)
    nodes: list[Node] = [Fill(area, "raised"), Fill(edge, "line")]
    style = _style(look, items, min(cell.w for cell in cells))
    for item, cell in zip(items, cells, strict=True):
        nodes += _drawn(look, item, cell.inset(8, 6), style)
    return nodes


def _through(look: Look, part: int, of: int) -> list[_Item]:
    if of < 2:
        return []
    at = look.t("huge.part", n=part + 1, of=of)
    return [
        _Item("dock.up", "up", look.t("huge.up"), f"{look.t('huge.up.spoken')}，{at}", disabled=part == 0),
        _Item("dock.down", "down", look.t("huge.down"), f"{look.t('huge.down.spoken')}，{at}", disabled=part == of - 1),
    ]


def _ways(look: Look, view: View, at_home: bool) -> list[_Item]:
    names = ["help", "staff"] if at_home else ["home", "back", "staff"]
    if view.guide is not None and not view.guide.leaves:
        names.remove("home")
    found = [_item(look, "more", "more")]
    if view.guide is not None:
        more = view.guide.more
        found.append(_Item(more.id, more.icon, more.text, more.spoken or more.text, disabled=more.disabled))
    elif view.cites:
        names.append("sources")
    found += [_item(look, one, one) for one in names]
    if view.action is not None:
        action = view.action
        found.append(_Item(action.id, action.icon, action.text, f"{action.text}，{action.second}"))
    return found


def _aids(look: Look) -> list[_Item]:
    own = look.variant
    names = ["language", "text", "contrast", "speak", "hear", "reach"]
    if own.speaking and not own.hearing:
        names = [{"contrast": "again", "hear": "slow"}.get(name, name) for name in names]
    on = {
        "text": True, "contrast": own.theme == "contrast", "speak": own.speaking, "hear": own.hearing, "slow": own.slow,
        "reach": look.low,
    }  # fmt: skip
    return [_item(look, "less", "less"), *(_item(look, one, one, on.get(one)) for one in names)]


def _item(look: Look, name: str, icon: str, on: bool | None = None) -> _Item:
    icon = _ICONS.get(icon, icon)
    word = {"language": "dock.lang", "text": "dock.text.huge"}.get(name, f"dock.{name}")
    return _Item(f"dock.{name}", icon, look.t(word), look.t(f"dock.{name}.spoken"), on)


def _style(look: Look, items: list[_Item], wide: float) -> TextStyle:
    """One size for all words: the largest for which each of them has room."""
    base = look.style("dock")
    for zoom in _STYLES:
        style = enlarged(base, zoom)
        if all(look.ruler(one.text, style) <= wide - 28 for one in items):
            return style
    return TextStyle("dock_small", base.face, 28.0, base.line)


def _drawn(look: Look, item: _Item, box: Box, style: TextStyle) -> list[Node]:
    ink = "on_ink" if item.on else "disabled_text" if item.disabled else "ink"
    fill = "ink" if item.on else "disabled_fill" if item.disabled else "raised"
    icon = min(_ICON, box.h - style.line - 16)
    top = box.y + (box.h - icon - 4 - style.line) / 2
    return [
        Fill(box, fill, 12, "control", 3, dashed=item.disabled),
        Icon(Box(box.center[0] - icon / 2, top, icon, icon), item.icon, ink),
        Label(
            Box(box.x, top + icon + 4, box.w, style.line), (item.text,), style, ink, "center", full=item.text,
            of=item.id, overflow=look.ruler(item.text, style) > box.w,
        ),
        Target(box, item.id, "button" if item.on is None else "toggle", item.text, item.spoken, item.on, item.disabled,
               12, bool(item.on)),
    ]  # fmt: skip
