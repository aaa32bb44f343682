"""How long the glass takes to answer a finger: from the X event to the first changed pixel.

Touch-down: on targets of every page, until their pressed look. Finger up: until the new page. The finger slides off a
tried target before it lifts, so nothing is opened.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from bench.chromium import Running
from bench.plan import Area, Page, Spot

HOME_CARDS: Area = (72, 600, 1776, 340)  # what every page shows differently, and where no car drives
OFF = (960.0, 100.0)  # between the strip and the page: nothing to press
_REACH_S = 0.05
_HOLD_S = 0.12
_SECOND_TAP_S = 0.32  # a station ignores a second tap on the same target for 300 ms
_LIMIT_S = 2.0  # for a pressed look
_OPEN_LIMIT_S = 15.0  # for a page: the first opening may have to read much


@dataclass
class Touch:
    """Milliseconds, one value a touch; `mute` targets showed no sign of being touched."""

    down: dict[str, list[float]] = field(default_factory=dict)
    opened: list[float] = field(default_factory=list)
    mute: list[str] = field(default_factory=list)

    def add(self, other: Touch) -> None:
        """Take another's values."""
        for page, values in other.down.items():
            self.down.setdefault(page, []).extend(values)
        self.opened += other.opened
        self.mute += other.mute

    @property
    def all_down(self) -> list[float]:
        """Of all pages."""
        return [value for values in self.down.values() for value in values]


def begin(running: Running) -> None:
    """Touch the idle screen."""
    running.screen.move(960, 300)
    running.screen.press(True)
    time.sleep(_HOLD_S)
    running.screen.press(False)


def go(running: Running, spot: Spot) -> float:
    """Press a target that opens another page. Milliseconds from finger up to the first pixels of the page."""
    screen = running.screen
    screen.move(*spot.at)
    time.sleep(_REACH_S)
    screen.press(True)
    time.sleep(_HOLD_S)
    before = screen.look(HOME_CARDS)
    up = screen.press(False)
    changed = screen.wait_for(lambda: screen.look(HOME_CARDS) != before, _OPEN_LIMIT_S)
    return (changed - up) * 1e3


def down(running: Running, spot: Spot) -> float:
    """Touch a target, slide off, lift. Milliseconds from touch to the first changed pixel of the target.

    Raises: TimeoutError when it shows no sign of being touched.
    """
    screen = running.screen
    screen.move(*spot.at)
    time.sleep(_REACH_S)
    before = screen.look(spot.area)
    touched = screen.press(True)
    try:
        changed = screen.wait_for(lambda: screen.look(spot.area) != before, _LIMIT_S)
    finally:
        screen.move(*OFF)
        time.sleep(_REACH_S)
        screen.press(False)
    return (changed - touched) * 1e3


def measure(running: Running, rounds: int) -> Touch:
    """Every page in turn, from home on. Starts and ends at home."""
    found = Touch()
    pages = running.plan.pages
    for _ in range(rounds):
        _try(running, pages["home"], found)
        for page in pages.values():
            if page.door is not None and page.home is not None:
                found.opened.append(go(running, page.door))
                running.screen.wait_still(HOME_CARDS)
                _try(running, page, found)
                found.opened.append(go(running, page.home))
                running.screen.wait_still(HOME_CARDS)
    return found


def _try(running: Running, page: Page, found: Touch) -> None:
    for spot in page.touched:
        try:
            found.down.setdefault(page.name, []).append(down(running, spot))
        except TimeoutError:
            found.mute.append(spot.id)
        time.sleep(_REACH_S)
