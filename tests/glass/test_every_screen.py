"""Every screen in every variant: nothing clipped, nothing too small, everything within reach and legible."""

from itertools import combinations, product
from typing import Any

import pytest

from kiosk import drive
from kiosk.glass.driver import Driver
from screens.flow import Place
from screens.session import Variant
from screens.tokens import contrast, load

pytestmark = pytest.mark.glass

SIZES = ((1920, 1080), (1080, 1920))
AXES = list(product(SIZES, ("light", "contrast"), ("normal", "large")))
LEAST_PX = load().touch_min
RUNNING = {"text", "note"}


@pytest.mark.parametrize(("size", "theme", "text"), AXES)
def test_every_screen_stands(driver: Driver, size: tuple[int, int], theme: str, text: str) -> None:
    driver.resize(size)
    driver.app.station.director.end_visit()
    found = []
    for screen, language, reach in product(drive.all_screens(driver), ("zh-Hans", "en"), ("normal", "low")):
        variant = Variant(language, theme, text, reach)  # type: ignore[arg-type]
        _lay_out(driver, screen, variant)
        found += [f"{screen} {language} {reach}: {one}" for one in complaints(driver.describe())]
    assert not found, "\n".join(found)


def _lay_out(driver: Driver, screen: str, variant: Variant) -> None:
    """Place everything as the glass would, and draw no frame of it: 1,700 frames would take ten minutes."""
    id, _, about = screen.partition(":")
    driver.app.station.director.visit(Place(id, about), variant)
    driver.shell.refresh()


def complaints(dump: dict[str, Any]) -> list[str]:
    """What is wrong with a layout dump."""
    found = []
    for widget in dump["widgets"]:
        if widget["clipped"]:
            found.append(f"{widget['id']} is clipped: {widget['text'][:30]!r}")
        if widget["target"]:
            found += _target(widget, dump)
        elif widget["text"] and widget["role"] != "qr":
            found += _legible(widget)
    texts = [one for one in dump["widgets"] if not one["target"] and one["text"] and one["role"] not in ("qr", "image")]
    for a, b in combinations(texts, 2):
        if _overlap(a["bounds"], b["bounds"]):
            found.append(f"{a['text'][:20]!r} lies over {b['text'][:20]!r}")
    return found


def _target(widget: dict[str, Any], dump: dict[str, Any]) -> list[str]:
    _, y, w, h = widget["bounds"]
    wide, high = dump["size"]
    found = []
    if min(w, h) < LEAST_PX - 1:
        found.append(f"{widget['id']} is only {w:.0f} x {h:.0f} px")
    low = dump["variant"]["reach"] == "low" and high > wide
    if low and y < 0.4 * high - 1 and dump["screen"] != "attract":
        found.append(f"{widget['id']} starts at {y:.0f} px, out of a low reach")
    return found


def _legible(widget: dict[str, Any]) -> list[str]:
    running = widget["role"] in RUNNING and not widget["id"].endswith(".label")
    least = 7.0 if running else 4.5
    ratio = contrast(widget["fg"], widget["bg"])
    if ratio < least:
        return [f"{widget['text'][:20]!r} has a contrast of {ratio:.2f}, less than {least}"]
    return []


def _overlap(a: list[float], b: list[float]) -> bool:
    wide = min(a[0] + a[2], b[0] + b[2]) - max(a[0], b[0])
    high = min(a[1] + a[3], b[1] + b[3]) - max(a[1], b[1])
    return wide > 2 and high > 0.3 * min(a[3], b[3])  # a line of type has air above and below its ink
