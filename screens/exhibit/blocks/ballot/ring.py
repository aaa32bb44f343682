"""The ring a visitor draws on the paper: one stroke of the brush, in vermilion."""

from __future__ import annotations

from functools import lru_cache

from screens.scene import Box, Node, Stroke

Point = tuple[float, float]
#: The drawing's own curve in a square of 84: start, then cubic Bezier segments (two handles and an end each).
_START: Point = (44, 12)
_SEGMENTS: tuple[tuple[Point, Point, Point], ...] = (
    ((22, 10), (10, 28), (14, 46)),
    ((18, 64), (36, 76), (54, 68)),
    ((72, 60), (76, 34), (64, 20)),
    ((52, 6), (40, 10), (30, 16)),
)
_SMOOTH = 12


@lru_cache(maxsize=1)
def _curve() -> tuple[Point, ...]:
    points = [_START]
    for a, b, end in _SEGMENTS:
        start = points[-1]
        for i in range(1, _SMOOTH + 1):
            t = i / _SMOOTH
            u = 1 - t
            points.append((
                u**3 * start[0] + 3 * u * u * t * a[0] + 3 * u * t * t * b[0] + t**3 * end[0],
                u**3 * start[1] + 3 * u * u * t * a[1] + 3 * u * t * t * b[1] + t**3 * end[1],
            ))  # fmt: skip
    return tuple(points)


def ring(box: Box, part: float = 1.0, width: float = 7.0) -> list[Node]:
    """The ring in a square box, drawn as far as `part` (0 to 1)."""
    points = _curve()
    shown = points[: max(0, round(part * len(points)))]
    if len(shown) < 2:
        return []
    scale = box.w / 84
    return [Stroke(tuple((box.x + x * scale, box.y + y * scale) for x, y in shown), "vermilion", width * scale)]
