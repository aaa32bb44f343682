"""Looks for testing views without Kivy: every variant, with a ruler that knows the width of a character."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, pairwise, product

from screens import tokens
from screens.look import Look
from screens.scene import Box, Film, Group, Label, Node, Photo, Target, targets
from screens.session import Variant
from screens.tokens import TextStyle


def ruler(text: str, style: TextStyle) -> float:
    """Chinese characters are as wide as the em; Latin ones take a bit over half of it (Noto's average)."""
    return sum(style.size if ord(c) > 0x2E80 else style.size * 0.56 for c in text)


def look(
    landscape: bool = True, language: str = "zh-Hans", theme: str = "light", text: str = "normal", reach: str = "normal"
) -> Look:
    """One look."""
    return Look(tokens.load(), Variant(language, theme, text, reach), landscape, ruler)  # type: ignore[arg-type]


def all_looks() -> Iterator[Look]:
    """Every combination of orientation, language, theme, text size and reach."""
    for landscape, language, theme, text, reach in product(
        (True, False), ("zh-Hans", "en"), ("light", "contrast"), ("normal", "large"), ("normal", "low")
    ):
        yield look(landscape, language, theme, text, reach)


def labels(nodes: tuple[Node, ...]) -> list[Label]:
    """Every label, those in groups and in place of pictures included."""
    found: list[Label] = []
    for node in nodes:
        if isinstance(node, Label):
            found.append(node)
        elif isinstance(node, Group):
            found.extend(labels(node.nodes))
        elif isinstance(node, Photo | Film):
            found.extend(labels(node.instead))
    return found


def complaints(nodes: tuple[Node, ...], look: Look, within: Box | None = None) -> list[str]:
    """What is wrong with a view, in sentences; empty when it stands."""
    area = within or look.content
    found = [f"the text {label.full!r} does not fit" for label in labels(nodes) if label.overflow]
    pressable = [one for one in targets(nodes) if not one.covers]
    for one in pressable:
        found += _about(one, look, area)
    for a, b in combinations(pressable, 2):
        if _overlap(a.box, b.box):
            found.append(f"{a.id} and {b.id} overlap")
    return found


def torn(nodes: tuple[Node, ...]) -> list[str]:
    """Texts of which a line ends within a Latin word. Ask it of looks that measure with the fonts that are shipped."""
    return [f"the text {label.full!r} tears a word" for label in labels(nodes) if _torn(label)]


def _torn(label: Label) -> bool:
    """Whether a line ends within a Latin word of the text."""
    words = set(re.findall(r"[A-Za-z]+", label.full))
    for above, below in pairwise(label.lines):
        end, start = re.search(r"[A-Za-z]+$", above), re.match(r"[A-Za-z]+", below)
        if end and start and end[0] + start[0] in words and end[0] not in words:
            return True
    return False


def _about(one: Target, look: Look, area: Box) -> list[str]:
    found = []
    least = look.tokens.touch_min
    if one.box.w < least - 0.5 or one.box.h < least - 0.5:
        found.append(f"{one.id} is {one.box.w:.0f} x {one.box.h:.0f}")
    if one.box.y < look.reach_top - 0.5:
        found.append(f"{one.id} starts at {one.box.y:.0f}, above the reach of {look.reach_top:.0f}")
    if one.box.x < area.x - 1 or one.box.right > area.right + 1 or one.box.y < area.y - 1:
        found.append(f"{one.id} leaves its area")
    if one.box.bottom > area.bottom + 1:
        found.append(f"{one.id} ends at {one.box.bottom:.0f}, below {area.bottom:.0f}")
    if not one.spoken:
        found.append(f"{one.id} can't be spoken")
    return found


def _overlap(a: Box, b: Box) -> bool:
    return min(a.right, b.right) - max(a.x, b.x) > 0.5 and min(a.bottom, b.bottom) - max(a.y, b.y) > 0.5
