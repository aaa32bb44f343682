"""The lift letter by voice alone: said, heard back, sealed, carried up in parts and heard at the hub as it was said."""

from __future__ import annotations

import base64
import os
import subprocess
import time
from pathlib import Path
from typing import Any

from tests.journeys.conftest import MakeStation
from tests.journeys.processes import HubProcess, StationProcess, wait_until
from tests.media.fake_arecord import MARKER, install

SAID_S = 3.0


def _speaking_station(hub: HubProcess, make_station: MakeStation, folder: Path) -> StationProcess:
    station = make_station(poll_seconds=2.0)
    station.set(PATH=f"{install(folder)}{os.pathsep}{os.environ['PATH']}", KIOSK_MICROPHONE="default")
    station.enrol(hub, "测试站")
    station.start()
    return station


def _press(station: StationProcess, pictures: Path, *ids: str) -> None:
    for id in ids:
        station.tap(id)
        for widget in station.widgets():
            assert not widget["clipped"], f"{id}: {widget['text']!r} is cut off"
        number = len(list(pictures.glob("*.png"))) if pictures.exists() else 0
        station.do("shot", file=str(pictures / f"{number:02}-{id}.png"))


def _speak(station: StationProcess, seconds: float) -> None:
    """Let real time pass: a microphone knows no other."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        station.do("wait", seconds=0.1)
        time.sleep(0.05)


def _samples(opus: bytes) -> bytes:
    command = ("ffmpeg", "-v", "error", "-i", "pipe:0", "-f", "s16le", "-ar", "16000", "-ac", "1", "pipe:1")
    return subprocess.run(command, input=opus, capture_output=True, check=True).stdout


def test_the_lift_letter_by_voice(hub: HubProcess, make_station: MakeStation, tmp_path: Path) -> None:
    station = _speaking_station(hub, make_station, tmp_path / "bin")
    pictures = tmp_path / "pictures"
    _press(
        station,
        pictures,
        "attract.begin",
        "home.mailbox",
        "mailbox.urgent.no",
        "mailbox.topic.lift",
        "mailbox.place.building",
    )
    _press(station, pictures, "mailbox.write.voice")
    assert station.shows("不满 14 周岁"), "consent is asked before anything is recorded"
    assert not (tmp_path / "bin" / "asked").exists(), "and no program has the microphone"
    _press(station, pictures, "mailbox.voice.agree")
    _speak(station, SAID_S)
    station.do("shot", file=str(pictures / "recording.png"))
    assert station.shows("正在录音")
    _press(station, pictures, "mailbox.voice.stop")
    assert station.shows("录好了")
    _press(station, pictures, "mailbox.voice.play")
    assert station.shows("正在放给您听")
    _press(station, pictures, "mailbox.voice.stop", "mailbox.next", "mailbox.next")
    assert station.shows("〔录音，")
    _press(station, pictures, "mailbox.next", "mailbox.post.yes")
    station.do("wait", seconds=2)
    station.do("shot", file=str(pictures / "receipt.png"))
    code = next(one["text"] for one in station.widgets() if len(one["text"]) == 9 and one["text"][4] == " ")
    _nothing_in_clear(station.home)
    wait_until(lambda: _arrived(hub) is not None, 60, "letter and recording have come")
    letter = _arrived(hub)
    assert letter is not None
    assert letter["receipt_code"] == code.replace(" ", "")
    assert (letter["topic"], letter["place"], letter["words"]) == ("lift", "building", "（只有录音，没有写字）")
    assert letter["voice"]["consent_version"] == "voice-1"
    heard = len(_samples(base64.b64decode(letter["voice"]["audio"]))) / 32_000
    assert SAID_S * 0.5 < heard < SAID_S * 3
    assert abs(heard - letter["voice"]["seconds"]) <= 1
    station.stop()
    assert "0 letters waiting" in station.command("sync", "--once").stdout
    assert len(hub.letters()) == 1


def test_a_station_without_a_microphone_offers_none(hub: HubProcess, make_station: MakeStation) -> None:
    station = make_station()
    station.set(KIOSK_MICROPHONE="off")
    station.enrol(hub, "测试站")
    station.start()
    station.tap("attract.begin", "home.mailbox", "mailbox.urgent.no", "mailbox.topic.lift", "mailbox.place.building")
    assert "mailbox.write.phrases" in station.ids()
    assert "mailbox.write.voice" not in station.ids()


def _arrived(hub: HubProcess) -> dict[str, Any] | None:
    """The one letter, once all of its recording is there."""
    letters = hub.letters()
    return letters[0] if letters and letters[0]["voice"]["audio"] else None


def _nothing_in_clear(home: Path) -> None:
    """The exhibition's own narration aside, which is sound, too."""
    files = [one for one in home.rglob("*") if one.is_file() and "content" not in one.relative_to(home).parts]
    assert any(one.name.startswith("outbox") and one.stat().st_size > 4096 for one in files)
    assert not [one for one in files if MARKER in one.read_bytes() or b"OpusHead" in one.read_bytes()]
