"""The lift letter by handwriting only, and by strokes only, from the idle screen to the staff's page."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest

from screens.inputs.handwriting.reader import MODEL
from screens.inputs.strokes.table import TABLE
from tests.journeys.handwritten import CHARS, ORDERS, SCRAWL, on
from tests.journeys.processes import HubProcess, StationProcess, wait_until
from tests.journeys.writing import Receipt, read_receipt

pytestmark = pytest.mark.slow

WORDS = "电梯坏了"
MARKER = "❶"


def begin(station: StationProcess, way: str) -> None:
    station.tap(
        "attract.begin",
        "home.mailbox",
        "mailbox.urgent.no",
        "mailbox.topic.lift",
        "mailbox.place.building",
        f"mode.{way}",
    )


def post(station: StationProcess) -> Receipt:
    station.tap("mailbox.next", "mailbox.answer.none", "mailbox.next", "mailbox.next", "mailbox.post.yes")
    station.do("wait", seconds=1.2)
    return read_receipt(station)


def picture(station: StationProcess, folder: Path, name: str) -> None:
    file = folder / f"{name}.png"
    station.do("shot", file=str(file))
    assert file.stat().st_size > 10_000


def pad(station: StationProcess) -> tuple[float, float, float, float]:
    x, y, w, h = next(one["bounds"] for one in station.targets() if one["id"] == "pad.ink")
    return x, y, w, h


def pick(station: StationProcess, wanted: str) -> None:
    """Choose what is wanted among what the bar shows."""
    shown = {one["text"]: one["id"] for one in reversed(station.targets()) if one["id"].startswith("candidates.")}
    assert wanted in shown, f"{wanted} is not among {list(shown)}"
    station.tap(shown[wanted])


def words(station: StationProcess) -> str:
    return next(str(one["text"]) for one in station.widgets() if one["id"] == "mailbox.words")


def readers(station: StationProcess) -> list[int]:
    """Processes that read handwriting, children of this station."""
    found = []
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            parent = next(line for line in status.read_text().splitlines() if line.startswith("PPid:"))
            command = status.with_name("cmdline").read_bytes()
        except (OSError, StopIteration):
            continue
        if int(parent.split()[1]) == station.pid and b"handwriting._worker" in command:
            found.append(int(status.parent.name))
    return found


@pytest.mark.skipif(not MODEL.is_file(), reason="no handwriting model here; run `make setup`")
def test_by_handwriting_only(hub: HubProcess, station: StationProcess, tmp_path: Path) -> None:
    assert readers(station) == []
    begin(station, "handwriting")
    assert len(readers(station)) == 1
    picture(station, tmp_path, "pad")
    for number, char in enumerate(WORDS):
        station.do("strokes", id="pad.ink", strokes=on(pad(station), CHARS[char]))
        picture(station, tmp_path, f"written-{number}")
        pick(station, char)
    assert words(station) == WORDS
    station.do("strokes", id="pad.ink", strokes=on(pad(station), SCRAWL))
    station.tap("pad.keep")
    assert words(station) == WORDS + MARKER
    picture(station, tmp_path, "letter")
    receipt = post(station)
    picture(station, tmp_path, "receipt")
    station.tap("mailbox.done")
    assert readers(station) == [], "the process that saw the ink ends with the visit"
    letter = arrived(hub, station, receipt)
    assert letter["words"] == WORDS + MARKER
    (drawing,) = letter["drawings"]
    assert drawing["mark"] == MARKER
    assert len(drawing["strokes"]) == len(SCRAWL)
    kept = b"".join(file.read_bytes() for file in station.home.glob("outbox*"))
    assert kept
    assert WORDS.encode() not in kept


@pytest.mark.skipif(not TABLE.is_file(), reason="no stroke table here; run `make setup`")
def test_by_strokes_only(hub: HubProcess, station: StationProcess, tmp_path: Path) -> None:
    begin(station, "strokes")
    picture(station, tmp_path, "keys")
    for number, char in enumerate(WORDS):
        station.tap(*(f"keys.{stroke}" for stroke in ORDERS[char].split()))
        picture(station, tmp_path, f"strokes-{number}")
        pick(station, char)
    assert words(station) == WORDS
    picture(station, tmp_path, "letter")
    assert arrived(hub, station, post(station))["words"] == WORDS


def test_the_next_visitor_finds_nothing_of_the_one_before(station: StationProcess) -> None:
    begin(station, "strokes")
    station.tap("keys.zhe", "keys.shu")
    pick(station, "了")
    first = offered(station)
    station.do("wait", seconds=300)
    begin(station, "strokes")
    assert offered(station) == []
    assert not station.shows("了")
    station.tap("keys.zhe", "keys.shu")
    pick(station, "了")
    assert offered(station) == first


def offered(station: StationProcess) -> list[str]:
    return [one["text"] for one in station.targets() if one["id"].startswith("candidates.")]


def arrived(hub: HubProcess, station: StationProcess, receipt: Receipt) -> dict[str, Any]:
    """The letter of that receipt, as staff read it."""
    station.do("sync")
    end = time.monotonic() + 30
    letters: list[dict[str, Any]] = []

    def there() -> bool:
        letters[:] = [one for one in hub.letters() if one["receipt_code"] == receipt.code]
        return bool(letters)

    wait_until(there, end - time.monotonic(), "the letter to arrive")
    return letters[0]
