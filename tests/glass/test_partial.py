"""Drawing only what changed gives the very pixels that drawing everything gives."""

import gc
from collections.abc import Iterator

import pytest
from kivy.base import EventLoop
from kivy.core.window import Window
from PIL import Image, ImageChops

from kiosk import drive
from kiosk.glass.driver import Driver, Touch
from kiosk.glass.partial import PartialDraw, keeps_last_frame
from screens.session import Variant
from screens.widgets.damage import Parts, area

pytestmark = pytest.mark.glass

ROUNDING = 2  # levels of 255: a picture drawn twice by a rasteriser that counts in floats
VARIANT = Variant("zh-Hans", "light", "normal", "normal")


class Watched:
    """What was drawn in part since the last question."""

    def __init__(self, driver: Driver) -> None:
        self.parts: list[Parts | None] = []
        self._driver = driver

    def take(self) -> Parts | None:
        part = self._driver.shell.take_damage()
        self.parts.append(part)
        return part


@pytest.fixture
def watched(fresh: Driver) -> Iterator[Watched]:
    if not keeps_last_frame():
        pytest.skip("not a software rasteriser")
    watched = Watched(fresh)
    partial = PartialDraw(Window, watched.take)
    partial.start()
    yield watched
    partial.stop()


def shown() -> Image.Image:
    """The buffer as the last frame left it."""
    from kivy.graphics.opengl import GL_RGB, GL_UNSIGNED_BYTE, glReadPixels

    size = (int(Window.width), int(Window.height))
    data = glReadPixels(0, 0, *size, GL_RGB, GL_UNSIGNED_BYTE)
    return Image.frombytes("RGB", size, data).transpose(Image.Transpose.FLIP_TOP_BOTTOM)


def assert_as_drawn_whole(driver: Driver) -> None:
    if driver.shell.awaits_photos:
        driver.wait_real(lambda: not driver.shell.awaits_photos, 5.0)
        driver.frame()
    partly = shown()
    driver.shell.painter.damage.all()  # type: ignore[union-attr]
    whole = driver.picture()
    worst = max(high for _, high in ImageChops.difference(partly, whole).getextrema())
    assert worst <= ROUNDING


def touch(driver: Driver, id: str) -> Touch:
    x, y = driver.center_of(id)
    finger = Touch(x, Window.height - y)
    EventLoop.post_dispatch_input("begin", finger)
    driver.frame()
    return finger


def test_a_pressed_look_draws_its_own_part_only(fresh: Driver, watched: Watched) -> None:
    drive.show(fresh, "home", VARIANT)
    watched.parts.clear()
    finger = touch(fresh, "home.steps")
    (part,) = watched.parts
    assert (area(part) or 1e9) < 0.15 * Window.width * Window.height
    assert_as_drawn_whole(fresh)
    EventLoop.post_dispatch_input("end", finger)
    fresh.settle()
    assert_as_drawn_whole(fresh)


def test_the_moving_car_leaves_no_trace(fresh: Driver, watched: Watched) -> None:
    drive.show(fresh, "attract", VARIANT)
    watched.parts.clear()
    fresh.advance(1.5)
    drawn_in_part = [pixels for part in watched.parts if (pixels := area(part)) is not None]
    assert len(drawn_in_part) > 10
    assert all(pixels < 40_000 for pixels in drawn_in_part)
    assert_as_drawn_whole(fresh)


@pytest.mark.parametrize("screen", ["exhibit:livelihood-vote", "exhibit:who-elects-whom", "mailbox", "help"])
def test_whatever_is_pressed_the_glass_is_as_if_drawn_whole(fresh: Driver, watched: Watched, screen: str) -> None:
    catalog = fresh.app.station.shelf.catalog
    exhibits = {one.id: one.blocks for one in catalog.exhibition.exhibits}
    _, _, about = screen.partition(":")
    still = [block for block in exhibits.get(about, ()) if block.kind != "film"]  # the next frame of a film is another
    for place in [f"{screen}/{block.id}" for block in still] if about else [screen]:
        drive.show(fresh, place, VARIANT)
        own = [
            one.id for one in fresh.shell.pressable() if not one.id.startswith(("dock.", "strip.")) and not one.disabled
        ]
        for id in own[:6]:
            if any(one.id == id for one in fresh.shell.pressable()):
                finger = touch(fresh, id)
                assert_as_drawn_whole(fresh)
                EventLoop.post_dispatch_input("end", finger)
                fresh.frame()
                assert_as_drawn_whole(fresh)
                fresh.settle()
                assert_as_drawn_whole(fresh)


@pytest.mark.parametrize("place", ["exhibit:law-workshop/reach", "exhibit:livelihood-vote/steps"])
def test_what_travels_costs_its_own_way_and_leaves_no_trace(fresh: Driver, watched: Watched, place: str) -> None:
    drive.show(fresh, place, VARIANT)
    own = [one for one in fresh.shell.pressable() if not one.id.startswith(("dock.", "strip.")) and not one.disabled]
    painter = fresh.shell.painter
    assert painter is not None
    travelled = 0
    for one in own[:8]:
        finger = touch(fresh, one.id) if one.id in {now.id for now in fresh.shell.pressable()} else None
        if finger is None:
            continue
        watched.parts.clear()
        EventLoop.post_dispatch_input("end", finger)
        for moment in range(14):  # another touch may come while the last still has things under way
            fresh.frame()
            travelled += painter.motion.moving and watched.parts[-1] is not None
            if moment % 5 == 0:
                assert_as_drawn_whole(fresh)
    assert travelled
    fresh.settle()
    assert_as_drawn_whole(fresh)


def test_a_frame_that_nobody_explains_is_drawn_whole(fresh: Driver, watched: Watched) -> None:
    drive.show(fresh, "home", VARIANT)
    fresh.shell.take_damage()
    assert fresh.shell.take_damage() is None


def test_the_drawing_lives_as_long_as_the_station_runs(fresh: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    """Kivy holds listeners weakly: one that nobody keeps is gone at the next collection, and nobody would see it."""
    if not keeps_last_frame():
        pytest.skip("not a software rasteriser")
    parts: list[Parts | None] = []

    def one_press(_: object) -> None:
        gc.collect()
        fresh.shell.take_damage()
        finger = touch(fresh, "attract.language.en")
        parts.append(fresh.shell.take_damage())
        EventLoop.post_dispatch_input("end", finger)

    monkeypatch.setattr("kiosk.app.Loop.run", one_press)
    monkeypatch.setattr(fresh.app, "_run_prepare", lambda: None)
    monkeypatch.setattr(fresh.app, "_stop", lambda: None)
    monkeypatch.setattr("kiosk.app.runTouchApp", lambda **_: None)
    fresh.app.run_station()
    assert parts == [None]
