"""The city as line art behind the idle and home screens: at an hour of the day, with its lights and its cable car."""

from __future__ import annotations

from random import Random

from screens.look import Look
from screens.parts.life import car_at, life
from screens.scene import Box, Fill, Node, Picture

# media/art/views.json: which cut of the drawing each page shows, and where that cut begins
_VIEWS = {
    ("home", True): ("scene_home", 0.0, 246.0, 1920.0, 960.0),
    ("home", False): ("scene_home_portrait", 520.0, 6.0, 1080.0, 1800.0),
    ("attract", True): ("scene_attract", 0.0, 0.0, 1920.0, 1080.0),
    ("attract", False): ("scene_attract_portrait", 520.0, -114.0, 1080.0, 1920.0),
}
# houses of the drawing that have no windows of their own: left, top, windows a row, rows (drawing's units)
_HOUSES = (
    (380, 740, 2, 3), (482, 724, 2, 4), (529, 719, 2, 5), (581, 699, 2, 6), (629, 700, 2, 6), (722, 710, 2, 5),
    (782, 731, 2, 4), (822, 719, 2, 5), (862, 715, 2, 5), (958, 768, 2, 2),
)  # fmt: skip
_WINDOW = (5.0, 7.0)
_LIT = 14  # at once: each is drawn anew in every frame of something that passes it


def scenery(look: Look, page: str, hour: str = "day", lights: int = 0) -> list[Node]:
    """The drawing behind `page` (home or attract) at an hour of the day, and the car, our one vermilion point.

    Attract lives: the car crosses, a boat and birds pass, and after dark `lights` counts the windows that have changed
    so far. Nothing moves while a visitor reads, in high contrast, or while the glass is read aloud (design guide 6).
    """
    name, left, top, wide, high = _VIEWS[page, look.landscape]
    whole = Box(0, 0, wide, high)
    if page != "attract":
        return [Picture(whole, name), Picture(car_at(0.2 if look.landscape else 0.27, left, top), "gondola")]
    if look.variant.theme == "contrast":
        hour = "day"
    nodes: list[Node] = [Picture(whole, name if hour == "day" else f"{name}_{hour}")]
    if hour in ("dusk", "night"):
        nodes += _windows(look, left, top, lights)
    if look.variant.reduced_motion:
        return [*nodes, Picture(car_at(0.4, left, top), "gondola_night" if hour == "night" else "gondola")]
    return nodes + life(look, left, top, hour)


def _windows(look: Look, left: float, top: float, changed: int) -> list[Node]:
    """The windows that are lit. With every change one goes out and another goes on."""
    places = [
        (x + 11.0 * column - left, y + 15.0 * row - top)
        for x, y, columns, rows in _HOUSES
        for column in range(columns)
        for row in range(rows)
    ]
    Random(len(places)).shuffle(places)
    lit = [places[(changed + i) % len(places)] for i in range(_LIT)]
    return [Fill(Box(x, y, *_WINDOW), "lamp") for x, y in sorted(lit) if 0 <= x <= look.size[0]]
