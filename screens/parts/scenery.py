"""The city as line art behind the idle and home screens, and the cable car on its way."""

from __future__ import annotations

from screens.look import Look
from screens.scene import Box, Drift, Node, Picture

_CAR = (64.0, 72.0)
# design guide 6: quadratic Bezier of the cable, in the drawing's own units
_CABLE = ((913.0, 652.0), (1451.5, 621.0), (1990.0, 470.0))
_POINTS = 96
# media/art/views.json: which cut of the drawing each page shows, and where that cut begins
_VIEWS = {
    ("home", True): ("scene_home", 0.0, 246.0, 1920.0, 960.0),
    ("home", False): ("scene_home_portrait", 520.0, 6.0, 1080.0, 1800.0),
    ("attract", True): ("scene_attract", 0.0, 0.0, 1920.0, 1080.0),
    ("attract", False): ("scene_attract_portrait", 520.0, -114.0, 1080.0, 1920.0),
}


def scenery(look: Look, page: str) -> list[Node]:
    """The drawing behind `page` (home or attract) and the car, our one vermilion point.

    It crosses once in 48 s while nobody is there, and waits while a visitor reads: nothing moves then (design guide 6).
    """
    name, left, top, wide, high = _VIEWS[page, look.landscape]
    path = [(x - left, y - top) for x, y in (_bezier(i / _POINTS) for i in range(_POINTS + 1))]
    start = path[0] if page == "attract" else path[_POINTS * (20 if look.landscape else 27) // 100]
    car = Picture(Box(start[0] - _CAR[0] / 2, start[1] - 6, *_CAR), "gondola")
    if page != "attract":
        return [Picture(Box(0, 0, wide, high), name), car]
    offsets = tuple((px - start[0], py - start[1]) for px, py in path)
    drift = Drift("gondola", (car,), offsets, look.tokens.duration("ambient_gondola"))
    return [Picture(Box(0, 0, wide, high), name), drift]


def _bezier(t: float) -> tuple[float, float]:
    (ax, ay), (bx, by), (cx, cy) = _CABLE
    u = 1 - t
    return u * u * ax + 2 * u * t * bx + t * t * cx, u * u * ay + 2 * u * t * by + t * t * cy
