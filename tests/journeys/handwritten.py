"""Characters as a hand writes them, drawn for these tests: in parts of a square, each stroke through its corners."""

from __future__ import annotations

from itertools import pairwise

Stroke = tuple[tuple[float, float], ...]

CHARS: dict[str, tuple[Stroke, ...]] = {
    "电": (
        ((0.2, 0.24), (0.22, 0.62)),
        ((0.2, 0.25), (0.76, 0.22), (0.74, 0.6)),
        ((0.22, 0.42), (0.74, 0.4)),
        ((0.22, 0.6), (0.74, 0.58)),
        ((0.47, 0.06), (0.47, 0.82), (0.56, 0.9), (0.88, 0.89), (0.92, 0.74)),
    ),
    "梯": (
        ((0.05, 0.3), (0.38, 0.27)),
        ((0.22, 0.06), (0.22, 0.95)),
        ((0.22, 0.3), (0.14, 0.5), (0.04, 0.64)),
        ((0.23, 0.38), (0.36, 0.52)),
        ((0.5, 0.06), (0.58, 0.17)),
        ((0.83, 0.04), (0.74, 0.17)),
        ((0.46, 0.24), (0.88, 0.22), (0.86, 0.4)),
        ((0.48, 0.41), (0.86, 0.4)),
        ((0.48, 0.41), (0.46, 0.58), (0.9, 0.56), (0.87, 0.78), (0.79, 0.74)),
        ((0.67, 0.22), (0.67, 0.97)),
        ((0.64, 0.6), (0.56, 0.76), (0.42, 0.88)),
    ),
    "坏": (
        ((0.06, 0.36), (0.36, 0.33)),
        ((0.21, 0.1), (0.21, 0.78)),
        ((0.04, 0.82), (0.38, 0.72)),
        ((0.44, 0.2), (0.94, 0.18)),
        ((0.7, 0.2), (0.6, 0.42), (0.4, 0.62)),
        ((0.66, 0.4), (0.66, 0.95)),
        ((0.72, 0.46), (0.92, 0.64)),
    ),
    "了": (
        ((0.22, 0.2), (0.74, 0.18), (0.64, 0.32), (0.5, 0.42)),
        ((0.5, 0.42), (0.53, 0.64), (0.5, 0.9), (0.36, 0.82)),
    ),
}  # fmt: skip

SCRAWL: tuple[Stroke, ...] = (
    ((0.1, 0.2), (0.9, 0.8), (0.2, 0.7), (0.8, 0.1), (0.5, 0.95), (0.15, 0.4), (0.85, 0.45)),
    ((0.3, 0.1), (0.35, 0.9), (0.6, 0.2), (0.65, 0.9), (0.9, 0.2)),
)

#: Their strokes by the five kinds, in order, as schools teach them.
ORDERS = {
    "电": "shu zhe heng heng zhe",
    "梯": "heng shu pie dian dian pie zhe heng zhe shu pie",
    "坏": "heng shu heng heng pie shu dian",
    "了": "zhe shu",
}


def on(box: tuple[float, float, float, float], strokes: tuple[Stroke, ...]) -> list[list[tuple[float, float]]]:
    """The strokes in the middle of a box on the glass, with as many points as a finger leaves."""
    x, y, w, h = box
    side = min(w, h) * 0.8
    left, top = x + (w - side) / 2, y + (h - side) / 2
    return [[(left + a * side, top + b * side) for a, b in _filled(stroke)] for stroke in strokes]


def _filled(stroke: Stroke) -> list[tuple[float, float]]:
    points = [stroke[0]]
    for (ax, ay), (bx, by) in pairwise(stroke):
        points += [(ax + (bx - ax) * i / 5, ay + (by - ay) * i / 5) for i in range(1, 6)]
    return points
