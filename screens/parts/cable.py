"""A cable on pylons with the car where the matter is now: stages of a way, named below (design guide 9, mockup l)."""

from __future__ import annotations

from collections.abc import Sequence

from screens.look import Look
from screens.parts.buttons import centred
from screens.scene import Box, Group, Node, Picture, Stroke

_SAG = 36.0
_STEPS = 12
_CAR = (64.0, 71.0)
_ASIDE = 50.0


def names_height(look: Look, names: Sequence[str], width: float) -> float:
    """Height of the names below the pylons."""
    return max(look.height(name, "meta", width / len(names) - 8) for name in names)


def cable(look: Look, box: Box, key: str, names: Sequence[str], now: int) -> list[Node]:
    """`names` from left to right, the car just past pylon `now`, where it travels; `key` names it."""
    words_h = names_height(look, names, box.w)
    ground = box.bottom - words_h - 10
    count = len(names)
    rise = min(12.0, max(0.0, (ground - box.y - 100) / count))
    xs = [box.x + box.w * (i + 0.5) / count for i in range(count)]
    tops = [box.y + 8 + rise * (count - 1 - i) for i in range(count)]
    nodes: list[Node] = [Stroke(((box.x, ground), (box.right, ground)), "ink", 3)]
    for x, top in zip(xs, tops, strict=True):
        nodes += [Stroke(((x, top), (x, ground)), "ink", 3), Stroke(((x - 15, top), (x + 15, top)), "ink", 4)]
    for i in range(count - 1):
        nodes.append(Stroke(_sagging((xs[i], tops[i]), (xs[i + 1], tops[i + 1])), "ink", 3))
    side = _ASIDE if now + 1 < count else -_ASIDE
    car = Picture(Box(-_CAR[0] / 2, 0, *_CAR), "gondola", spoken=names[now])
    nodes.append(Group(key, (car,), xs[now] + side, tops[now] + 10, look.tokens.duration("dot_travel")))
    for i, (x, name) in enumerate(zip(xs, names, strict=True)):
        cell = Box(x - box.w / count / 2 + 4, ground + 10, box.w / count - 8, words_h)
        high = look.height(name, "meta", cell.w)
        nodes.append(centred(look, Box(cell.x, cell.y, cell.w, high), name, "meta", "ink" if i == now else "ink2"))
    return nodes


def _sagging(a: tuple[float, float], b: tuple[float, float]) -> tuple[tuple[float, float], ...]:
    points = []
    for i in range(_STEPS + 1):
        t = i / _STEPS
        points.append((a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t + _SAG * 2.4 * t * (1 - t)))
    return tuple(points)
