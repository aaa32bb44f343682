"""The code on the glass, read from its real pixels: the exact payload, and scanned back it opens the same deputy."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
import zxingcpp
from PIL import Image, ImageFilter

from content.civics.codes import CodeType, new_code, parse

pytestmark = pytest.mark.glass

ROOT = Path(__file__).parents[2]
SIZES = ("1920x1080", "1080x1920", "1280x720")
LEAST_PX = 320.0  # design guide 9, at 1080 lines
FOREIGN = ("https://example.org/d?id=1", "WIFI:T:WPA;S:x;P:y;;", "BY1.D.000000000.7", "6901234567892")


class Station:
    """`kiosk drive` as a process: JSON lines in, JSON lines out."""

    def __init__(self, home: Path, size: str) -> None:
        command = [sys.executable, "-m", "kiosk", "drive", "--size", size, "--home", str(home)]
        self._process = subprocess.Popen(
            command,
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
        )

    def do(self, what: str, **fields: Any) -> dict[str, Any]:
        """One command that must succeed."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"do": what, **fields}) + "\n")
        self._process.stdin.flush()
        answer: dict[str, Any] = json.loads(self._process.stdout.readline())
        assert answer["ok"], answer
        return answer

    def ids(self) -> set[str]:
        """What lies on the glass."""
        return {one["id"] for one in self.do("screen")["widgets"]}

    def leave(self) -> None:
        """End it."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self.do("quit")
        self._process.stdin.close()
        self._process.wait(timeout=60)
        self._process.stdout.close()


@pytest.fixture(scope="module", params=SIZES)
def station(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Station]:
    driven = Station(tmp_path_factory.mktemp("home"), request.param)
    yield driven
    driven.leave()


def open_first_deputy(station: Station, query: str = "") -> None:
    """From wherever the visitor is to the first deputy the directory shows."""
    if "dock.home" in station.ids():
        station.do("tap", id="dock.home")
    if "dock.help" not in station.ids():
        station.do("tap", at=[200, 500])  # wakes it
    assert "dock.help" in station.ids()
    card = next(one for one in sorted(station.ids()) if one.startswith("home.") and "deput" in one)
    station.do("tap", id=card)
    for letter in query:
        station.do("tap", id=f"deputies.initial.{letter}")
    station.do("tap", id="deputies.row.0")


def code_on(station: Station, file: Path) -> tuple[Image.Image, dict[str, Any]]:
    """The picture of the glass around the code, and the code's entry in the layout."""
    station.do("wait", seconds=1)
    station.do("shot", file=str(file))
    widget = next(one for one in station.do("screen")["widgets"] if one["id"] == "deputies.qr")
    x, y, w, h = widget["bounds"]
    with Image.open(file) as shot:
        return shot.convert("L").crop((int(x), int(y), int(x + w), int(y + h))), widget


def read(image: Image.Image) -> list[str]:
    return [one.text for one in zxingcpp.read_barcodes(image, formats=zxingcpp.BarcodeFormat.QRCode)]


def test_a_phone_reads_the_deputy_from_the_glass_and_a_scan_opens_them(station: Station, tmp_path: Path) -> None:
    open_first_deputy(station, "l")
    crop, widget = code_on(station, tmp_path / "glass.png")
    width, height = station.do("screen")["size"]
    assert min(crop.size) >= LEAST_PX * min(width, height) / 1080 - 1
    (payload,) = read(crop)
    assert parse(payload).type is CodeType.DEPUTY
    name = next(one["text"] for one in station.do("screen")["widgets"] if one["id"] == "deputies.name")

    for blurred in (crop.filter(ImageFilter.GaussianBlur(1.5)), crop.rotate(11, fillcolor=255), crop.rotate(90)):
        assert read(blurred) == [payload], widget["bounds"]

    station.do("tap", id="dock.home")
    assert "deputies.name" not in station.ids()
    station.do("scan", text=payload)
    assert station.do("screen")["screen"] == "deputies"
    shown = next(one["text"] for one in station.do("screen")["widgets"] if one["id"] == "deputies.name")
    assert shown == name


def test_the_text_below_the_code_opens_the_same_deputy(station: Station, tmp_path: Path) -> None:
    open_first_deputy(station, "w")
    crop, _ = code_on(station, tmp_path / "glass.png")
    written = next(one["text"] for one in station.do("screen")["widgets"] if one["id"] == "deputies.code")
    assert [parse(written).text] == read(crop)


@pytest.mark.parametrize("text", FOREIGN)
def test_a_foreign_code_opens_nothing_and_is_not_repeated(station: Station, text: str) -> None:
    station.do("scan", text="nothing of ours")
    if "dock.home" in station.ids():
        station.do("tap", id="dock.home")
    before = station.do("screen")
    station.do("scan", text=text)
    after = station.do("screen")
    assert after["screen"] == before["screen"] == "home"
    assert "deputies.name" not in {one["id"] for one in after["widgets"]}
    assert all(text not in one["text"] for one in after["widgets"])


def test_a_code_of_nobody_here_is_answered_calmly(station: Station) -> None:
    stranger = new_code(CodeType.DEPUTY, Random(99)).text
    station.do("scan", text=stranger)
    shown = station.do("screen")
    ids = {one["id"] for one in shown["widgets"]}
    assert shown["screen"] == "deputies"
    assert {"deputies.empty", "deputies.all"} <= ids
    assert not ids & {"deputies.qr", "deputies.name", "deputies.write"}
    station.do("tap", id="deputies.all")
    assert "deputies.row.0" in station.ids()
