"""The city as line art behind the idle and home screens, and the cable car on its way."""

from __future__ import annotations

from screens.look import Look
from screens.scene import Box, Drift, Node, Picture

_CAR = (80.0, 96.0)
# design guide 6: quadratic Bezier of the cable on the 1920 x 1080 scene
_CABLE = ((913.0, 652.0), (1451.5, 621.0), (1990.0, 470.0))
_POINTS = 96


def scene_box(look: Look) -> Box:
    """Where the 1920 x 1080 drawing lies: the whole canvas, or the width-filling upper part in portrait."""
    if look.landscape:
        return Box(0, 0, 1920, 1080)
    return Box(-760, 240, 1920, 1080)


def scenery(look: Look) -> list[Node]:
    """The drawing in the visitor's theme."""
    return [Picture(scene_box(look), "scene_with_cable", cover=True)]


def gondola(look: Look) -> Drift:
    """The cable car: our one vermilion point, crossing once in 48 s."""
    box = scene_box(look)
    path = tuple((box.x + x, box.y + y) for x, y in (_bezier(i / _POINTS) for i in range(_POINTS + 1)))
    first = path[0]
    car = Picture(Box(first[0] - _CAR[0] / 2, first[1] - 8, *_CAR), "gondola")
    offsets = tuple((x - first[0], y - first[1]) for x, y in path)
    return Drift("gondola", (car,), offsets, look.tokens.duration("ambient_gondola"))


def _bezier(t: float) -> tuple[float, float]:
    (ax, ay), (bx, by), (cx, cy) = _CABLE
    u = 1 - t
    return u * u * ax + 2 * u * t * bx + t * t * cx, u * u * ay + 2 * u * t * by + t * t * cy
