"""Nothing flashes: no quarter of the glass turns light and dark more than three times a second (WCAG 2.3.1, C-20)."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from kiosk.glass.driver import FRAME_S, Driver
from screens.flow import Place
from screens.scene import Target
from screens.session import Variant
from tests.glass.flashes import flashing, luminance

pytestmark = [pytest.mark.glass, pytest.mark.slow]

_EACH = 4  # frames from one that is looked at to the next: 15 a second, more than twice what three flashes need
_CELLS = (64, 36)
_QUARTER = 0.25
_FILMS = sorted(Path("content/exhibition").rglob("*.mp4"))


@pytest.fixture
def small(fresh: Driver) -> Iterator[Driver]:
    """The same station on a glass of few pixels."""
    fresh.resize((480, 270))
    yield fresh
    fresh.app.station.director.end_visit()
    fresh.resize((1920, 1080))


def _watched(driver: Driver, seconds: float) -> list[Any]:
    """What is on the glass while time passes, as it is drawn: nothing is hurried on."""
    frames = []
    for number in range(round(seconds / FRAME_S)):
        driver.frame()
        if number % _EACH == 0:
            texture = driver.shell.export_as_image().texture
            image = Image.frombytes("RGBA", texture.size, texture.pixels).convert("RGB").resize(_CELLS)
            frames.append(luminance(np.asarray(image)))
    assert all(float(np.std(one)) > 0.01 for one in frames), "something is on the glass"
    return frames


def _flashes(driver: Driver, seconds: float) -> float:
    return flashing(_watched(driver, seconds), 1 / (_EACH * FRAME_S))


def _press(driver: Driver, id: str) -> None:
    driver.app.station.director.press(id)
    driver.shell.refresh()


def _worth(driver: Driver, tried: set[str]) -> Target | None:
    """Something of the page that has not been pressed; the way on before the rest."""
    leads = ("dock.", "strip.", "exhibit.", "idle.")
    found = [one for one in driver.shell.pressable() if not one.disabled and not one.slides and not one.pen]
    fresh = [one for one in found if one.id not in tried and not one.id.startswith(leads)]
    return min(fresh, key=lambda one: not one.id.endswith(("next", "done", "start", "post", "play")), default=None)


_EXHIBITS = sorted(path.name for path in Path("content/exhibition/exhibits").iterdir() if path.is_dir())


@pytest.mark.parametrize("theme", ["light", "contrast"])
def test_the_screen_at_rest_does_not_flash(small: Driver, theme: str) -> None:
    small.app.station.director.visit(Place("attract"), Variant(theme=theme))  # type: ignore[arg-type]
    small.shell.refresh()
    assert _flashes(small, 3.0) < _QUARTER


@pytest.mark.parametrize("exhibit", _EXHIBITS)
def test_no_exhibit_flashes_when_it_is_played(small: Driver, exhibit: str) -> None:
    director = small.app.station.director
    blocks = small.app.station.shelf.catalog.exhibit(exhibit).blocks
    for block in blocks:
        director.end_visit()
        director.visit(Place("exhibit", f"{exhibit}/{block.id}"), Variant())
        small.shell.refresh()
        assert _flashes(small, 0.5) < _QUARTER, block.id
        tried: set[str] = set()
        for _ in range(4):
            one = _worth(small, tried)
            if one is None:
                break
            tried.add(one.id)
            _press(small, one.id)
            assert _flashes(small, 1.1) < _QUARTER, (block.id, one.id)


def test_neither_pages_that_follow_one_another_nor_a_toast_flash(small: Driver) -> None:
    """Six pages in two seconds: as fast as a visitor can tap."""
    director = small.app.station.director
    director.visit(Place("home"), Variant())
    small.shell.refresh()
    frames: list[Any] = []
    for id in ("home.levels", "dock.home", "home.deputies", "dock.home", "home.mailbox", "dock.home"):
        _press(small, id)
        frames += _watched(small, 0.33)
    assert flashing(frames, 1 / (_EACH * FRAME_S)) < _QUARTER


@pytest.mark.skipif(shutil.which("ffmpeg") is None, reason="no ffmpeg")
@pytest.mark.parametrize("film", _FILMS, ids=lambda film: film.stem)
def test_no_film_flashes(film: Path) -> None:
    wide, high = _CELLS
    picture = ["-vf", f"fps=24,scale={wide}:{high}", "-f", "rawvideo", "-pix_fmt", "rgb24", "-"]
    done = subprocess.run(["ffmpeg", "-v", "error", "-i", film, *picture], capture_output=True, check=True)
    pixels = np.frombuffer(done.stdout, dtype=np.uint8).reshape(-1, high, wide, 3)
    assert len(pixels) > 24
    assert flashing([luminance(one) for one in pixels], 24) < _QUARTER


def _blinking(per_second: float, part: float, high: float) -> list[Any]:
    def at(number: int) -> Any:
        frame = np.full((36, 64), 0.1)
        if int(number / 15 * per_second * 2) % 2:
            frame[:, : int(64 * part)] = high
        return frame

    return [at(number) for number in range(30)]


@pytest.mark.parametrize(
    ("frames", "wrong"),
    [
        (lambda: _blinking(5, 0.5, 0.9), True), (lambda: _blinking(2, 0.5, 0.9), False),
        (lambda: _blinking(5, 0.2, 0.9), False), (lambda: _blinking(5, 0.5, 0.15), False),
    ],
    ids=["five a second on half", "two a second", "on a fifth", "hardly lighter"],
)  # fmt: skip
def test_the_measure_refuses_what_flashes(frames: Callable[[], list[Any]], wrong: bool) -> None:
    assert (flashing(frames(), 15) >= _QUARTER) is wrong
