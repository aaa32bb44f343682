"""One result of the directory as a card: bust, name, initials, sample tag, level and place."""

from __future__ import annotations

from dataclasses import replace

from screens.deputies.model import Row
from screens.deputies.names import ShownName
from screens.look import Look
from screens.parts import sample_tag
from screens.parts.bust import bust
from screens.scene import Box, Fill, Icon, Label, Node, Target
from screens.tokens import TextStyle

_PAD, _BUST, _CHEVRON = 20.0, 124.0, 60.0
_NARROW = 420.0  # a narrower card has no bust: the words come first


def least_card(look: Look, wide: float) -> float:
    """The height a card asks for at a width: the name, and level and place in two lines at most."""
    line = look.style("meta").line
    lines = 1 if _room(look, wide) >= look.style("meta").size * (22 if look.english else 15) else 2
    return look.style("card").line + lines * line + 2 * 10


def card(look: Look, row: Row, box: Box, id: str) -> list[Node]:
    """The whole card is the target."""
    deputy, left = row.deputy, box.x + _PAD
    nodes: list[Node] = [Fill(box, "raised", 12, "control", 2)]
    if _has_bust(look, box.w):
        side = min(_BUST, box.h - 2 * _PAD)
        nodes += bust(Box(left, box.center[1] - side / 2, side, side), deputy.id)
        left += _BUST + 22
    room = box.right - _CHEVRON - left
    name = name_label(look, left, room, row.name, "card", of=id)
    said = seconds(look, row)
    free = box.h - name.box.h - 16
    about = next((one for one in said if look.height(one, "meta", room) <= free), said[-1])
    second = look.text(left, 0, room, about, "meta", color="ink2", of=id)
    total = name.box.h + second.box.h + 6
    top = box.y + (box.h - total) / 2
    over = total > box.h - 4
    nodes += [_at(name, top, over), _at(second, top + name.box.h + 6, over)]
    nodes += _beside(look, row, name, top, box, id)
    nodes.append(Icon(Box(box.right - 24 - 36, box.center[1] - 18, 36, 36), "chev", "ink"))
    nodes.append(Target(box, id, "button", deputy.name, f"{deputy.name}，{said[0]}"))
    return nodes


def name_style(look: Look, style: str, family: str) -> TextStyle:
    """A style of names in the family that has its characters."""
    resolved = look.style(style)
    return resolved if family == "serif" else replace(resolved, face="sans-Medium")


def name_label(look: Look, x: float, room: float, name: ShownName, style: str, *, of: str = "") -> Label:
    """The name in one line, or broken where it is wider than its room; y is 0."""
    resolved = name_style(look, style, name.family)
    lines = look.lines(name.text, style, room)
    wide = max((look.ruler(line, resolved) for line in lines), default=0.0)
    return Label(
        Box(x, 0, room, len(lines) * resolved.line), lines, resolved, full=name.text, of=of, overflow=wide > room + 1,
        role="text" if of else "heading",
    )  # fmt: skip


def seconds(look: Look, row: Row) -> list[str]:
    """Level and place, from the full form, `区县代表 · 九龙坡区丁街道`, to the shortest that still says something."""
    deputy = row.deputy
    levels = look.t("deputies.joint").join(look.t(f"deputies.level.{one}") for one in deputy.levels)
    level = look.t("deputies.short", levels=levels)
    region = look.say(row.region.name) if row.region else ""
    near = look.say(deputy.township) if deputy.township else ""
    both = (f"{near}, {region}" if look.english else region + near) if near and region else ""
    # who can't read the characters reads the name here
    first = f"{row.name.pinyin} · {level}" if look.english else level
    return [*(f"{first} · {where}" for where in (both, near or region) if where), first, level]


def _beside(look: Look, row: Row, name: Label, top: float, box: Box, id: str) -> list[Node]:
    """Initials and the sample tag after the name, where there is room for them."""
    right = box.right - _CHEVRON + 4
    x = name.box.x + look.ruler(name.lines[-1], name.style) + 18
    top += name.box.h - name.style.line
    nodes: list[Node] = []
    initials, line = row.name.initials, look.style("meta").line
    wide = look.width(initials, "meta") + 2
    tag_w = look.width(look.t("sample.tag"), "micro") + 24
    if x + wide <= right - (tag_w + 18 if row.deputy.is_sample else 0):
        y = top + (name.style.line - line) / 2
        nodes.append(look.text(x, y, wide, initials, "meta", color="ink2", of=id))
        x += wide + 18
    if row.deputy.is_sample:
        y = top + (name.style.line - look.style("micro").line - 4) / 2
        if x + tag_w > right:  # a long name: into the corner above the chevron
            x, y = box.right - 12 - tag_w, box.y + 10
        nodes += sample_tag(look, x, y)[0]
    return nodes


def _has_bust(look: Look, wide: float) -> bool:
    return wide >= _NARROW + (240 if look.large else 60)


def _room(look: Look, wide: float) -> float:
    return wide - _PAD - _CHEVRON - (_BUST + 22 if _has_bust(look, wide) else 0)


def _at(label: Label, y: float, over: bool) -> Label:
    return replace(label, box=label.box.moved(0, y), overflow=label.overflow or over)
