"""A faceless bust for whoever has given no photo: four heads of hair, four washes, chosen by an opaque id.

The curves are those of the design's drawing, on a square of 100; nothing in them says man or woman (design guide 7).
"""

from __future__ import annotations

from zlib import crc32

from screens.scene import Box, Disc, Fill, Node, Shape, Stroke

Points = tuple[tuple[float, float], ...]

_WASHES = ("teal_wash", "ochre_wash", "mail_wash", "sunk")
_STEPS = 12
# each curve: where it begins, then cubic Beziers as six absolute numbers
_SHOULDERS = (14, 100), ((14.6, 83, 29, 77, 50, 77), (71, 77, 85.4, 83, 86, 100))
_NECK = (43, 64), ((43, 68, 43, 73, 43, 77), (43, 83, 57, 83, 57, 77), (57, 73, 57, 68, 57, 64))
_FACE = (33, 45), ((33, 18, 67, 18, 67, 45), (67, 60, 60, 69, 50, 69), (40, 69, 33, 60, 33, 45))
_HAIR = (
    ((31, 47), (
        (25, 13, 75, 13, 69, 47), (67, 39, 63, 34, 60, 32), (54, 36, 43, 35, 39, 31), (35, 34, 33, 39, 31, 47),
    )),
    ((30, 66), (
        (21, 8, 79, 8, 70, 66), (69, 71, 63, 70, 63, 65), (65, 52, 62, 42, 57, 34), (51, 39, 43, 39, 40, 36),
        (36, 43, 35, 54, 37, 65), (37, 70, 31, 71, 30, 66),
    )),
    ((31, 47), (
        (24, 12, 72, 8, 69, 47), (67, 41, 65, 38, 62, 35), (54, 36, 44, 33, 40, 27), (38, 33, 34, 38, 31, 47),
    )),
    ((31, 47), ((25, 13, 75, 13, 69, 47), (66, 38, 60, 32, 50, 32), (40, 32, 34, 38, 31, 47))),
)  # fmt: skip
_COLLAR: Points = ((42, 78), (50, 87), (58, 78))
_KNOT = 3  # the head of hair that wears one


def bust(box: Box, id: str) -> list[Node]:
    """Head and shoulders on a soft ground, filling a square box."""
    seed = crc32(id.encode())
    hair, glasses = seed // 4 % 4, seed // 16 % 3 == 0
    unit = box.w / 100
    line = max(2.0, (1.7 if box.w > 200 else 2.6) * unit)
    color = "control" if hair == _KNOT else "ink"

    def at(points: Points) -> Points:
        return tuple((box.x + x * unit, box.y + y * unit) for x, y in points)

    nodes: list[Node] = [Fill(box, _WASHES[seed % 4], 12)]
    for curve in (_SHOULDERS, _NECK, _FACE):
        points = at(_flat(*curve))
        nodes += [Shape(points, "raised"), Stroke(points, "ink", line, closed=curve is _FACE)]
    if hair == _KNOT:
        nodes.append(Disc(box.x + 50 * unit, box.y + 17 * unit, 8 * unit, color))
    nodes.append(Shape(at(_flat(*_HAIR[hair])), color))
    if glasses:
        nodes += [Disc(box.x + x * unit, box.y + 49 * unit, 6 * unit, None, "ink", line * 0.8) for x in (42.5, 57.5)]
        nodes.append(Stroke(at(((48.5, 49), (51.5, 49))), "ink", line * 0.8))
    nodes.append(Stroke(at(_COLLAR), "ink", line))
    return nodes


def _flat(start: tuple[float, float], curves: tuple[tuple[float, ...], ...]) -> Points:
    points = [start]
    for ax, ay, bx, by, cx, cy in curves:
        x, y = points[-1]
        for i in range(1, _STEPS + 1):
            t = i / _STEPS
            u = 1 - t
            weights = u**3, 3 * u * u * t, 3 * u * t * t, t**3
            points.append(
                (
                    sum(w * v for w, v in zip(weights, (x, ax, bx, cx), strict=True)),
                    sum(w * v for w, v in zip(weights, (y, ay, by, cy), strict=True)),
                )
            )
    return tuple(points)
