"""Whether a page stands on its canvas: what is clipped, too small, outside or over something else.

Asked of every canvas that is tried for huge text, while a visitor waits: no more than a few milliseconds.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import TypeGuard

from screens.enlarge import leaves
from screens.look import Look
from screens.scene import Box, Label, Target
from screens.screen import View

_EDGE = 2.0  # design pixels a glyph may reach over


def complaints(view: View, look: Look, zoom: float) -> Iterator[str]:
    """What of a page does not stand on its canvas."""
    found = list(leaves(view.nodes))
    yield from _of_texts([one for one in found if _is_written(one)], look)
    yield from _of_targets([one for one in found if isinstance(one, Target) and not one.covers], look, zoom)
    shown = [(one, _written(one, look)) for one in leaves(view.nodes, instead=False) if _is_written(one)]
    for (a, box), (b, other) in combinations(shown, 2):
        if _meet(box, other, 6.0):
            yield f"the texts {a.full!r} and {b.full!r} overlap"


def _is_written(one: Label | Target) -> TypeGuard[Label]:
    return isinstance(one, Label) and bool("".join(one.lines).strip())


def _of_texts(labels: list[Label], look: Look) -> Iterator[str]:
    for one in labels:
        if one.overflow:
            yield f"the text {one.full!r} does not fit"
        elif _leaves(one.box, look):
            yield f"the text {one.full!r} leaves the page"


def _of_targets(found: list[Target], look: Look, zoom: float) -> Iterator[str]:
    least = look.tokens.touch_min - 0.5
    for one in found:
        if min(one.box.w, one.box.h) * zoom < least:
            yield f"{one.id} is small"
        if _leaves(one.box, look):
            yield f"{one.id} leaves the page"
    for a, b in combinations(found, 2):
        if _meet(a.box, b.box):
            yield f"{a.id} and {b.id} overlap"


def _leaves(box: Box, look: Look) -> bool:
    width, height = look.size
    return box.x < -_EDGE or box.right > width + _EDGE or box.bottom > height - look.dock_h + _EDGE


def _written(label: Label, look: Look) -> Box:
    """Where the words stand in the label's box; half of what is free above and below the letters of a line is air."""
    box, air = label.box, (label.style.line - label.style.size) / 2
    wide = max(look.ruler(line, label.style) for line in label.lines)
    shift = {"left": 0.0, "center": (box.w - wide) / 2, "right": box.w - wide}[label.align]
    return Box(box.x + shift, box.y + air, wide, box.h - 2 * air)


def _meet(a: Box, b: Box, slack: float = 0.5) -> bool:
    return min(a.right, b.right) - max(a.x, b.x) > slack and min(a.bottom, b.bottom) - max(a.y, b.y) > slack
