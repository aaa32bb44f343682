"""Two visitors in a row: whatever the first wrote, said, drew, looked for and heard, nothing of it awaits the second.

Looked for in what the glass offers and says, on the disk, and byte by byte in the memory of the station and of every
process it started.
"""

from __future__ import annotations

import os
import re
import time
from pathlib import Path

import pytest
from PIL import Image

from screens.inputs.handwriting.reader import MODEL
from screens.inputs.strokes.table import TABLE
from tests.journeys.conftest import MakeStation
from tests.journeys.handwritten import CHARS, ORDERS, SCRAWL, on
from tests.journeys.processes import HubProcess, StationProcess
from tests.journeys.test_by_hand import pad, pick
from tests.journeys.writing import Receipt, read_receipt, spell
from tests.media import fake_arecord
from tests.memory import as_bytes, count, family

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not (MODEL.is_file() and TABLE.is_file()), reason="no model or table here; run `make setup`"),
]

# Each is written in one way only, and none stands anywhere in the exhibition, the dictionaries or these programs'
# constants: this process asks for letters one by one.
SPELT = (("pipa", "琵琶"), ("luotuo", "骆驼"))
DRAWN_BY_HAND = "坏梯"
BY_STROKES = "了梯坏"
LATIN = "jqxvk wzyq"
ABANDONED = "vkqj zwxx"
PHONE = "13970264815"
SOUGHT = "zqjx"
NOISE_S = 1.2
_CLOCK = re.compile(r"\d\d:\d\d")


def secrets(receipt: Receipt | None = None) -> dict[str, frozenset[bytes]]:
    """By how it came in: what must be gone."""
    spelt = "".join(word for _, word in SPELT)
    texts = {
        "pinyin": spelt,
        "its letters": "".join(letters for letters, _ in SPELT),
        "handwriting": DRAWN_BY_HAND,
        "strokes": BY_STROKES,
        "letters": LATIN,
        "an abandoned letter": ABANDONED,
        "telephone": PHONE,
        "search": SOUGHT.upper(),
    }
    if receipt is not None:
        texts |= {
            "receipt": receipt.code,
            "receipt as shown": f"{receipt.code[:4]} {receipt.code[4:]}",
            "receipt and PIN": f"{receipt.code}|{receipt.pin}",
        }
    return {**{name: as_bytes(text) for name, text in texts.items()}, "voice": frozenset({fake_arecord.MARKER})}


@pytest.fixture
def watched(hub: HubProcess, make_station: MakeStation, tmp_path: Path) -> StationProcess:
    """A station with a microphone and temporary files of its own, with nobody at it."""
    station = make_station()
    folder = fake_arecord.install(tmp_path / "bin")
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    station.set(PATH=f"{folder}{os.pathsep}{os.environ['PATH']}", KIOSK_MICROPHONE="default", TMPDIR=str(temporary))
    station.enrol(hub, "测试站")
    station.start()
    station.do("sync")
    return station


def write_everything(station: StationProcess) -> None:
    """The first visitor: one letter thrown away, another with everything a letter can hold, up to the last look."""
    station.tap(
        "attract.begin",
        "dock.speak",
        "home.mailbox",
        "mailbox.urgent.no",
        "mailbox.topic.lift",
        "mailbox.place.building",
    )
    station.tap("mode.latin")
    station.do("type", keys=ABANDONED)
    station.tap("mailbox.next", "mailbox.answer.none", "mailbox.next", "mailbox.next", "mailbox.post.no")
    station.tap("home.mailbox", "mailbox.urgent.no", "mailbox.topic.lift", "mailbox.place.building", "mode.pinyin")
    for letters, word in SPELT:
        spell(station, letters, word)
    station.tap("mode.handwriting")
    for char in DRAWN_BY_HAND:
        station.do("strokes", id="pad.ink", strokes=on(pad(station), CHARS[char]))
        pick(station, char)
    station.do("strokes", id="pad.ink", strokes=on(pad(station), SCRAWL))
    station.tap("pad.keep", "mode.strokes")
    for char in BY_STROKES:
        station.tap(*(f"keys.{stroke}" for stroke in ORDERS[char].split()))
        pick(station, char)
    station.tap("mode.latin")
    station.do("type", keys=LATIN)
    station.tap("mailbox.write.voice", "mailbox.voice.agree")
    end = time.monotonic() + NOISE_S
    while time.monotonic() < end:
        station.do("wait", seconds=0.1)
        time.sleep(0.05)
    station.tap("mailbox.voice.stop", "mailbox.voice.play", "mailbox.voice.stop")
    station.tap("mailbox.next", "mailbox.answer.phone", "mailbox.age.yes", "mailbox.consent.yes")
    station.tap(*(f"keys.{digit}" for digit in PHONE))
    station.tap("mailbox.next")


def post(station: StationProcess) -> Receipt:
    """Post it, and wait for the receipt."""
    station.tap("mailbox.next", "mailbox.post.yes")
    station.do("wait", seconds=2)
    receipt = read_receipt(station)
    station.do("sync")
    return receipt


def look_around(station: StationProcess, receipt: Receipt) -> None:
    """The same visitor looks for a letter, a deputy and an exhibit."""
    station.tap("attract.begin")
    station.do("show", screen="mailbox:track")
    station.tap(*(f"keys.{one.lower()}" for one in receipt.code), "mailbox.track.pin")
    station.tap(*(f"keys.{digit}" for digit in receipt.pin), "mailbox.track.go")
    for screen in ("explore:search", "deputies"):
        station.do("show", screen=screen)
        station.do("type", keys=SOUGHT)


def in_memory(station: StationProcess, wanted: dict[str, frozenset[bytes]], most: int = 20) -> dict[str, list[str]]:
    """What of it is in the station and in every process it started."""
    found: dict[str, list[str]] = {}
    for pid in family(station.pid):
        for name, places in count(pid, wanted, most).items():
            found.setdefault(name, []).extend(f"{pid} {place}" for place in places)
    return found


def on_disk(folder: Path, wanted: dict[str, frozenset[bytes]]) -> list[str]:
    """Files of the station's state, its temporary files and its log that hold any of it."""
    found = []
    for file in folder.rglob("*"):
        if file.is_file() and "hub" not in file.relative_to(folder).parts[0]:
            held = file.read_bytes()
            found += [f"{name}: {file}" for name, many in wanted.items() if any(one in held for one in many)]
    return found


def met_by_anyone(station: StationProcess, picture: Path) -> dict[str, object]:
    """What a visitor meets who begins a letter and writes one syllable: every word, key and offer, and how it looks."""
    station.tap("attract.begin")
    home = _without_clock(station)
    station.tap("home.mailbox", "mailbox.urgent.no", "mailbox.topic.lift", "mailbox.place.building", "mode.pinyin")
    met: dict[str, object] = {"home": home, "paper": _without_clock(station)}
    station.tap("keys.p", "keys.i", "keys.p", "keys.a")
    met["offered"] = _without_clock(station)
    station.do("shot", file=str(picture))
    with Image.open(picture) as shot:
        wide, high = shot.size
        met["picture"] = shot.crop((0, high // 9, wide, high)).tobytes()
    station.tap("candidates.0")
    met["what may follow"] = _without_clock(station)
    station.tap("mode.strokes", "keys.zhe", "keys.shu")
    met["by strokes"] = _without_clock(station)
    station.do("wait", seconds=900)
    met["said"] = [one["text"] for one in station.do("heard")["heard"] if "text" in one]
    return met


def _without_clock(station: StationProcess) -> list[tuple[str, str]]:
    return [(one["id"], one["text"]) for one in station.widgets() if not _CLOCK.search(one["text"])]


def test_nothing_of_the_first_visitor_awaits_the_second(watched: StationProcess, tmp_path: Path) -> None:
    fresh = met_by_anyone(watched, tmp_path / "fresh.png")
    write_everything(watched)
    written = in_memory(watched, secrets(), 1)
    assert written.keys() >= {"pinyin", "handwriting", "strokes", "letters", "telephone", "voice"}, "it is found"
    receipt = post(watched)
    shown = {"receipt as shown": secrets(receipt)["receipt as shown"]}
    assert in_memory(watched, shown, 1), "it is found"
    watched.do("heard")  # what drive takes down instead of sounding it
    watched.tap("mailbox.done")
    look_around(watched, receipt)
    watched.do("heard")
    watched.do("wait", seconds=900)  # the question whether somebody is there, and the end of the visit
    assert "attract.begin" in watched.ids()
    assert in_memory(watched, secrets(receipt)) == {}
    assert on_disk(tmp_path, secrets(receipt)) == []
    second = met_by_anyone(watched, tmp_path / "second.png")
    for what, met in fresh.items():
        assert second[what] == met, what
