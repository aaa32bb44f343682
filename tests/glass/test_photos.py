"""A picture of the exhibition comes to the glass by itself; where it can't, its description stays."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
from kivy.core.window import Window
from PIL import Image, ImageFile

from kiosk.drive import show
from kiosk.glass.driver import Driver
from media import photos
from screens.session import Variant

pytestmark = pytest.mark.glass

GALLERY = "exhibit:deputies-near-you/gallery"
VARIANT = Variant("zh-Hans", "light", "normal", "normal")


def picture(driver: Driver) -> dict[str, Any]:
    found: dict[str, Any]
    (found,) = [one for one in driver.describe()["widgets"] if one["id"] == "gallery.picture"]
    return found


def colours(driver: Driver, image: Image.Image) -> int:
    """How many colours lie where the picture is: letters on a panel have shades of two, a drawing has more."""
    x, y, w, h = (int(one) for one in picture(driver)["bounds"])
    part = image.crop((x, y, x + w, y + h)).quantize(16, dither=Image.Dither.NONE).convert("RGB")
    counted = part.getcolors(w * h) or []
    return len([count for count, _ in counted if count > 300])


def without(driver: Driver, monkeypatch: pytest.MonkeyPatch, file: Path | None) -> None:
    monkeypatch.setattr(driver.app.station.shelf.catalog, "media", lambda _: file)


def test_the_picture_comes_without_a_touch_and_is_read_aloud_by_its_description(fresh: Driver) -> None:
    show(fresh, GALLERY, VARIANT)
    shown = picture(fresh)  # waits for it
    assert shown["text"] == "" and "代表" in str(shown["spoken"])
    assert colours(fresh, fresh.picture()) >= 4


def test_the_ui_thread_never_decodes_a_picture(fresh: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    unpacked: list[tuple[str, threading.Thread]] = []
    load, decode = ImageFile.ImageFile.load, photos.decode

    def watched(image: ImageFile.ImageFile) -> object:
        unpacked.append((str(getattr(image, "filename", "")), threading.current_thread()))
        return load(image)

    monkeypatch.setattr(ImageFile.ImageFile, "load", watched)
    asked: list[threading.Thread] = []

    def counted(file: Path, box: tuple[int, int]) -> photos.Pixels:
        asked.append(threading.current_thread())
        return decode(file, box)

    monkeypatch.setattr(photos, "decode", counted)
    fresh.resize((1600, 900))  # a size at which nothing has been read yet
    show(fresh, GALLERY, VARIANT)
    for _ in range(5):
        picture(fresh)
        fresh.tap(*fresh.center_of(next(one.id for one in fresh.shell.pressable() if one.id.startswith("gallery.to."))))
    assert picture(fresh)["text"] == ""
    assert len(asked) >= 6 and threading.main_thread() not in asked
    of_exhibits = [thread for name, thread in unpacked if "deputies-near-you" in name]
    assert len(of_exhibits) >= 6 and threading.main_thread() not in of_exhibits


@pytest.mark.parametrize("broken", [None, "empty", "gone"])
def test_a_picture_that_is_missing_or_broken_is_described_for_good(
    fresh: Driver, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, broken: str | None
) -> None:
    file = tmp_path / f"{broken}.webp" if broken else None
    if file and broken == "empty":
        file.write_bytes(b"")
    without(fresh, monkeypatch, file)
    show(fresh, GALLERY, VARIANT)
    shown = picture(fresh)
    assert shown["text"] == shown["spoken"] != ""
    drawn = fresh.picture()
    fresh.advance(3.0)
    assert picture(fresh)["text"] == shown["text"]
    assert len(drawn.crop((100, 400, Window.width // 2, 700)).getcolors(1 << 20) or []) > 2  # letters, not a hole
    fresh.tap(*fresh.center_of("gallery.pick.visit"))
    assert "电梯" in str(picture(fresh)["text"])


def test_a_picture_replaced_by_a_new_release_is_shown_to_the_next_visitor(
    fresh: Driver, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    one, other = tmp_path / "one.webp", tmp_path / "other.webp"
    Image.new("RGB", (300, 200), "#125B66").save(one, lossless=True)
    Image.new("RGB", (300, 200), "#C2391F").save(other, lossless=True)
    seen = []
    for file in (one, other):
        without(fresh, monkeypatch, file)
        fresh.app.station.director.end_visit()
        fresh.shell.refresh()
        show(fresh, GALLERY, VARIANT)
        x, y, w, h = (int(one) for one in picture(fresh)["bounds"])
        seen.append(fresh.picture().getpixel((x + w // 2, y + h // 2)))
    assert seen == [(0x12, 0x5B, 0x66), (0xC2, 0x39, 0x1F)]
