"""The cable tracker: five pylons, the cable between them, the car where the letter is (design guide 9, mockup l)."""

from __future__ import annotations

from screens.look import Look
from screens.parts.buttons import centred
from screens.scene import Box, Node, Picture, Stroke

_SAG = 36.0
_STEPS = 12
_CAR = (72.0, 80.0)


def tracker(look: Look, box: Box, now: int, when: str) -> list[Node]:
    """`now` is the stage reached, 0 to 4; `when` stands below the first pylon."""
    words_h = labels_height(look, box.w)
    ground = box.bottom - words_h - 12
    rise = min(12.0, (ground - box.y) / 12)
    xs = [box.x + box.w * (i + 0.5) / 5 for i in range(5)]
    tops = [box.y + 16 + rise * (4 - i) for i in range(5)]
    nodes: list[Node] = [Stroke(((box.x, ground), (box.right, ground)), "ink", 3)]
    for x, top in zip(xs, tops, strict=True):
        nodes += [Stroke(((x, top), (x, ground)), "ink", 3), Stroke(((x - 15, top), (x + 15, top)), "ink", 4)]
    for i in range(4):
        nodes.append(Stroke(_cable((xs[i], tops[i]), (xs[i + 1], tops[i + 1])), "ink", 3))
    at = min(now, 4)
    side = 52.0 if at < 4 else -52.0
    sag = tops[at] + 12
    nodes.append(Picture(Box(xs[at] + side - _CAR[0] / 2, sag - 4, *_CAR), "gondola", spoken=look.t(f"track.{at + 1}")))
    for i, x in enumerate(xs):
        nodes += _label(look, Box(x - box.w / 10 + 6, ground + 12, box.w / 5 - 12, words_h), i, i == at, when)
    return nodes


def labels_height(look: Look, width: float) -> float:
    """Height of the words below the pylons."""
    cell = width / 5 - 12
    return max(look.height(look.t(f"track.{i}"), "meta", cell) for i in range(1, 6)) + look.style("micro").line


def _label(look: Look, cell: Box, stage: int, on: bool, when: str) -> list[Node]:
    text = look.t(f"track.{stage + 1}")
    high = look.height(text, "meta", cell.w)
    color = "ink" if on else "ink2"
    nodes: list[Node] = [centred(look, Box(cell.x, cell.y, cell.w, high), text, "meta", color)]
    if stage == 0 and when:
        line = look.style("micro").line
        nodes.append(centred(look, Box(cell.x, cell.y + high, cell.w, line), when, "micro", "ink2"))
    return nodes


def _cable(a: tuple[float, float], b: tuple[float, float]) -> tuple[tuple[float, float], ...]:
    points = []
    for i in range(_STEPS + 1):
        t = i / _STEPS
        points.append((a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t + _SAG * 4 * t * (1 - t) * 0.6))
    return tuple(points)
