"""Paging the directory, forth and back, as fast as the glass answers: each page is one whole new frame of text."""

from __future__ import annotations

import itertools
import time

from bench import touch
from bench.chromium import Running
from bench.plan import DIRECTORY, Area, Spot

_LIMIT_S = 5.0
_QUIET_S = 0.7  # longer than the entrance of a page, even on a busy machine


class NoDirectory(LookupError):
    """The app's directory has no pages to turn."""


def measure(running: Running, seconds: float) -> float:
    """Pages a second, from home and back to it. Raises: NoDirectory."""
    plan = running.plan
    page = plan.pages.get(DIRECTORY)
    if page is None or page.door is None or page.home is None or plan.next is None or plan.previous is None:
        raise NoDirectory("no next and previous page in the directory")
    touch.go(running, page.door)
    area = _beside(plan.next.area)
    first = running.screen.wait_still(area, quiet_s=_QUIET_S)
    _tap(running, plan.next)
    running.screen.wait_for(lambda: running.screen.look(area) != first, _LIMIT_S)
    second = running.screen.wait_still(area, quiet_s=_QUIET_S)
    turned = 0
    began = time.perf_counter()
    for spot, goal in itertools.cycle(((plan.previous, first), (plan.next, second))):
        _tap(running, spot)
        running.screen.wait_for(lambda: running.screen.look(area) == goal, _LIMIT_S)  # noqa: B023 - asked at once
        turned += 1
        if time.perf_counter() - began > seconds:
            break
    passed = time.perf_counter() - began
    time.sleep(0.4)
    touch.go(running, page.home)
    running.screen.wait_still(touch.HOME_CARDS)
    return turned / passed


def _tap(running: Running, spot: Spot) -> None:
    running.screen.move(*spot.at)
    running.screen.press(True)
    running.screen.press(False)


def _beside(button: Area) -> Area:
    """The list, without the button whose pressed look must not count as a page."""
    top, bottom = 220, 900
    y = button[1]
    return (72, top, 1776, y - top - 20) if y > (top + bottom) / 2 else (72, y + button[3] + 20, 1776, 300)
