"""Hands that can't see, for `kiosk drive` and tests: exploring fingers, double taps, swipes, keys of a keypad.

Moves of a `Driver`, through Kivy's input as real ones. Coordinates are window pixels, origin top left.
"""

from __future__ import annotations

from collections.abc import Sequence

from kivy.base import EventLoop
from kivy.core.window import Window

from kiosk.glass.driver import Driver, Touch

Point = tuple[float, float]
_CODES = {"tab": 9, "enter": 13, "escape": 27, "up": 273, "down": 274, "right": 275, "left": 276, "home": 278} | {
    f"f{n}": 281 + n for n in range(1, 16)
}


def explore(driver: Driver, path: Sequence[Point], rest_s: float = 0.25) -> None:
    """One finger rests at each point in turn, never lifted between them, then goes away."""
    touch = _down(path[0])
    driver.advance(rest_s)
    for point in path[1:]:
        _move(touch, point)
        driver.advance(rest_s)
    _up(touch)
    driver.advance(0.05)


def double_tap(driver: Driver, at: Point | None = None) -> None:
    """Two quick taps anywhere."""
    spot = at or (Window.width / 2, Window.height / 2)
    for _ in range(2):
        touch = _down(spot)
        driver.advance(0.05)
        _up(touch)
        driver.advance(0.12)
    driver.advance(0.7)
    driver.settle()


def swipe(driver: Driver, way: str) -> None:
    """A flick over the middle. Raises: KeyError for no way of `left right up down`."""
    dx, dy = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}[way]
    far = min(Window.width, Window.height) * 0.3
    x, y = Window.width / 2, Window.height / 2
    touch = _down((x - dx * far / 2, y - dy * far / 2))
    for step in range(1, 6):
        _move(touch, (x + dx * far * (step / 5 - 0.5), y + dy * far * (step / 5 - 0.5)))
        driver.frame()
    _up(touch)
    driver.advance(0.1)
    driver.settle()


def two_fingers(driver: Driver) -> None:
    """Two fingers tap at once."""
    touches = [_down((Window.width * share, Window.height / 2)) for share in (0.4, 0.6)]
    driver.advance(0.06)
    for touch in touches:
        _up(touch)
    driver.advance(0.1)


def key(driver: Driver, name: str, gap_s: float = 0.32) -> None:
    """One key of a keypad, by name. Raises: KeyError for a name there is none of."""
    shift = name == "back_tab"
    code = 9 if shift else _CODES[name]
    Window.dispatch("on_key_down", code, 0, None, ["shift"] if shift else [])
    driver.advance(gap_s)
    driver.settle()


def _down(point: Point) -> Touch:
    touch = Touch(point[0], Window.height - point[1])
    EventLoop.post_dispatch_input("begin", touch)
    return touch


def _move(touch: Touch, point: Point) -> None:
    touch.move({"x": point[0] / (Window.width - 1), "y": (Window.height - point[1]) / (Window.height - 1)})
    EventLoop.post_dispatch_input("update", touch)


def _up(touch: Touch) -> None:
    EventLoop.post_dispatch_input("end", touch)
