"""What of a picture is left without hue: two things that mean different things must still differ (WCAG 1.4.1, C-10)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from itertools import product
from typing import Any

from screens import tokens
from screens.scene import Box, Disc, Group, Icon, Node, Target
from screens.tokens import ThemeName, contrast

LEAST = 3.0  # WCAG 1.4.11: luminance alone tells two fills apart
#: Signs that say how something went. Others name a thing, in ink where they are pressed and in teal where they inform.
SIGNS = frozenset({"check", "close", "cross", "minus", "plus", "warn", "clock", "ring", "dot", "person", "offline"})
_COLOURS = frozenset({"color", "border", "outline"})


def differ(a: Iterable[Node], b: Iterable[Node], theme: ThemeName = "light") -> bool:
    """Whether two pictures differ in shape, place, words or luminance, not in hue alone."""
    one, other = _by_shape(a), _by_shape(b)
    if {shape: len(all_) for shape, all_ in one.items()} != {shape: len(all_) for shape, all_ in other.items()}:
        return True
    return any(
        _apart(mine, theirs, theme)
        for shape in one
        for left, right in zip(sorted(one[shape], key=str), sorted(other[shape], key=str), strict=True)
        for mine, theirs in zip(left, right, strict=True)
        if mine != theirs
    )


def _by_shape(nodes: Iterable[Node]) -> dict[Any, list[tuple[str | None, ...]]]:
    found: defaultdict[Any, list[tuple[str | None, ...]]] = defaultdict(list)
    for node in nodes:
        if not isinstance(node, Target):
            names = [one.name for one in fields(node) if one.name in _COLOURS]
            colours = tuple(getattr(node, name) for name in names)
            bare = replace(node, **{name: "x" if getattr(node, name) else None for name in names})  # type: ignore[arg-type]
            found[_rounded(bare)].append(colours)
    return found


def _rounded(value: Any) -> Any:
    """Comparable by what is seen: to half a pixel, and without names."""
    if is_dataclass(value):
        skipped = ("id", "of", "spoken", "role", "full")
        return (
            type(value).__name__,
            *(_rounded(getattr(value, one.name)) for one in fields(value) if one.name not in skipped),
        )
    if isinstance(value, float | int) and not isinstance(value, bool):
        return round(value * 2)
    return tuple(map(_rounded, value)) if isinstance(value, tuple | list) else value


def _apart(a: str | None, b: str | None, theme: ThemeName) -> bool:
    if a is None or b is None:
        return True
    own = tokens.load()
    return contrast(own.color(theme, a), own.color(theme, b)) >= LEAST


def flat(nodes: Iterable[Node], dx: float = 0.0, dy: float = 0.0) -> Iterator[Node]:
    """Nodes where they rest, groups opened."""
    for node in nodes:
        if isinstance(node, Group):
            yield from flat(node.nodes, dx + node.dx, dy + node.dy)
        elif isinstance(node, Disc):
            yield replace(node, x=node.x + dx, y=node.y + dy)
        elif hasattr(node, "box"):
            yield replace(node, box=node.box.moved(dx, dy))
        else:
            yield node


def within(nodes: Iterable[Node], box: Box) -> list[Node]:
    """What lies inside a box, seen from its corner; its ground and its edge too."""
    found: list[Node] = []
    for node in nodes:
        own = Box(node.x - node.r, node.y - node.r, 2 * node.r, 2 * node.r) if isinstance(node, Disc) else (
            getattr(node, "box", None)
        )  # fmt: skip
        if own is None or isinstance(node, Target):
            continue
        inside = (
            own.x >= box.x - 8 and own.right <= box.right + 8 and own.y >= box.y - 8 and own.bottom <= box.bottom + 8
        )
        if inside and isinstance(node, Disc):
            found.append(replace(node, x=node.x - box.x, y=node.y - box.y))
        elif inside:
            found.append(replace(node, box=own.moved(-box.x, -box.y)))  # type: ignore[call-arg]
    return found


def twins(nodes: Iterable[Node], theme: ThemeName = "light") -> Counter[tuple[str, str, str]]:
    """Discs of one size and edge, and signs of one name, that only hue tells apart: (which, colour, colour)."""
    drawn: defaultdict[str, set[str]] = defaultdict(set)
    listed = list(nodes)
    for node in listed:
        if isinstance(node, Icon) and node.name in SIGNS and not node.color.startswith("on_"):
            drawn[f"icon {node.name}"].add(node.color)
        elif isinstance(node, Disc) and node.color:
            inside = next((one.name for one in listed if isinstance(one, Icon) and _holds(node, one.box)), "")
            ringed = any(
                isinstance(one, Disc) and one.outline and one.r > node.r and _same(one, node) for one in listed
            )
            drawn[f"disc {node.r:.1f} {node.outline} {node.outline_w:.0f} {inside} {ringed}"].add(node.color)
    found: Counter[tuple[str, str, str]] = Counter()
    for which, colours in drawn.items():
        for a, b in product(sorted(colours), repeat=2):
            if a < b and not _apart(a, b, theme):
                found[which, a, b] += 1
    return found


def _same(a: Disc, b: Disc) -> bool:
    return abs(a.x - b.x) < 1 and abs(a.y - b.y) < 1


def _holds(disc: Disc, box: Box) -> bool:
    x, y = box.center
    return (x - disc.x) ** 2 + (y - disc.y) ** 2 < 9
