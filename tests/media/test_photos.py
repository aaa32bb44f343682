"""Pictures from outside: upright and small, and whatever is wrong with one, its description is what remains."""

from __future__ import annotations

import struct
import threading
import time
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from media import photos
from media.photos import Photos, Unreadable, decode

BOX = (200, 100)


def saved(folder: Path, name: str, size: tuple[int, int] = (400, 300), **options: object) -> Path:
    file = folder / name
    image = Image.new("RGB", size, "#F2E4C8")
    image.paste("#C2391F", (0, 0, size[0] // 2, size[1] // 2))  # red at the top left
    image.save(file, **options)  # type: ignore[arg-type]
    return file


def head_of_png(width: int, height: int) -> bytes:
    """A PNG that claims to be this large and has no pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0")) + chunk(b"IEND", b"")


def wait(condition: Callable[[], bool], seconds: float = 10.0) -> bool:
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        time.sleep(0.005)
    return condition()


class Told:
    """Collects what a worker wants run, and runs it where the test says."""

    def __init__(self) -> None:
        self.calls: list[Callable[[], None]] = []

    def __call__(self, call: Callable[[], None]) -> None:
        self.calls.append(call)


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.webp"])
def test_a_picture_is_made_to_fit_its_box_with_its_proportions(tmp_path: Path, name: str) -> None:
    pixels = decode(saved(tmp_path, name), BOX)
    assert pixels.size == (133, 100)
    assert len(pixels.data) == 133 * 100 * 4


def test_a_small_picture_is_not_blown_up(tmp_path: Path) -> None:
    assert decode(saved(tmp_path, "a.png", (20, 10)), BOX).size == (20, 10)


def test_a_photograph_stands_upright(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera was held on its side: turn a quarter clockwise to see it upright
    pixels = decode(saved(tmp_path, "a.jpg", (80, 40), exif=exif, quality=95), BOX)
    assert pixels.size == (40, 80)
    shown = Image.frombytes("RGBA", pixels.size, pixels.data)
    red, green, _, _ = shown.getpixel((35, 5))  # type: ignore[misc]
    assert red > 150 and green < 100  # what was top left is top right now


def test_a_picture_larger_than_its_bytes_say_is_never_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = tmp_path / "bomb.png"
    bomb.write_bytes(head_of_png(6000, 6000))
    monkeypatch.setattr("PIL.ImageFile.ImageFile.load", lambda *_: pytest.fail("unpacked"))
    with pytest.raises(Unreadable, match="pixels"):
        decode(bomb, BOX)


def test_a_file_of_too_many_bytes_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = saved(tmp_path, "a.png")
    with file.open("ab") as grown:
        grown.truncate(photos.MAX_BYTES + 1)
    monkeypatch.setattr("PIL.Image.open", lambda *_, **__: pytest.fail("opened"))
    with pytest.raises(Unreadable, match="larger"):
        decode(file, BOX)


def wrong(folder: Path) -> dict[str, Path]:
    """Files that are no pictures, each in its own way."""
    files = {name: folder / name for name in ("empty.png", "text.png", "bomb.png", "svg.png", "folder.png", "gone.png")}
    files["empty.png"].write_bytes(b"")
    files["text.png"].write_text("not a picture")
    files["bomb.png"].write_bytes(head_of_png(100_000, 100_000))
    files["svg.png"].write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    files["folder.png"].mkdir()
    gif = saved(folder, "really.gif")
    files["gif.png"] = gif.rename(folder / "gif.png")
    for name in ("cut.png", "cut.jpg", "cut.webp"):
        whole = saved(folder, name, (400, 300)).read_bytes()
        (folder / name).write_bytes(whole[: len(whole) * 2 // 3])
        files[name] = folder / name
    return files


def test_whatever_is_wrong_the_answer_is_none_and_is_not_asked_for_twice(tmp_path: Path, told: Told) -> None:
    held = Photos(lambda path: tmp_path / path, told)
    files = wrong(tmp_path)
    for file in files.values():
        assert held.ask(str(file), BOX) == "coming"
    assert wait(lambda: not held.busy)
    assert {name: held.ask(str(file), BOX) for name, file in files.items()} == dict.fromkeys(files, "none")
    assert not held.busy
    good = saved(tmp_path, "good.png")
    held.ask(str(good), BOX)
    assert wait(lambda: held.ask(str(good), BOX) == "ready"), "the thread outlives what it could not read"


def test_a_picture_is_read_on_another_thread_and_handed_over_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: Told
) -> None:
    threads = []
    real = decode

    def watched(file: Path, box: tuple[int, int]) -> photos.Pixels:
        threads.append(threading.current_thread())
        return real(file, box)

    monkeypatch.setattr(photos, "decode", watched)
    file = saved(tmp_path, "a.png")
    held = Photos(lambda _: file, told)
    place = held.place("any")
    assert place is not None and held.ask(place, BOX) == "coming"
    assert wait(lambda: bool(told.calls))
    assert held.ask(place, BOX) == "ready"
    pixels = held.fetch(place, BOX)
    assert pixels is not None and pixels.size == (133, 100)
    assert held.fetch(place, BOX) is None
    assert threads and threading.main_thread() not in threads


def test_a_file_that_is_not_there_has_no_place() -> None:
    assert Photos(lambda _: None).place("exhibits/x/media/a.png") is None
    assert Photos().place("exhibits/x/media/a.png") is None


def test_what_waits_and_what_is_ready_stay_within_their_bounds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: Told
) -> None:
    gate = threading.Event()
    real = decode
    monkeypatch.setattr(photos, "decode", lambda file, box: gate.wait(10) and real(file, box))
    monkeypatch.setattr(photos, "_READY_BYTES", 3 * 133 * 100 * 4)
    held = Photos(lambda _: None, told)
    files = [str(saved(tmp_path, f"{n}.png")) for n in range(60)]
    for file in files:
        held.ask(file, BOX)
    assert len(held._wanted) <= 16
    gate.set()
    assert wait(lambda: not held.busy)
    ready = [file for file in files if (file, BOX) in held._ready]
    assert 1 <= len(ready) <= 3


def test_the_last_one_asked_for_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: Told) -> None:
    gate, order = threading.Event(), []
    real = decode

    def watched(file: Path, box: tuple[int, int]) -> photos.Pixels:
        gate.wait(10)
        order.append(file.name)
        return real(file, box)

    monkeypatch.setattr(photos, "decode", watched)
    held = Photos(lambda _: None, told)
    names = ["0.png", "1.png", "2.png", "3.png"]
    files = [str(saved(tmp_path, name)) for name in names]
    held.ask(files[0], BOX)
    assert wait(lambda: held._in_hand is not None)
    for file in files[1:]:
        held.ask(file, BOX)
    gate.set()
    assert wait(lambda: not held.busy)
    assert order == ["0.png", "3.png", "2.png", "1.png"]
