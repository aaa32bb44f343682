"""What a station will not take, through its real poll; and that it goes on showing what it had.

One hub and one station serve all of it, in order: each test leaves them as it found them, but for the release on show.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.journeys.editions import edition, sentence
from tests.journeys.processes import HubProcess, StationProcess

pytestmark = pytest.mark.slow
FORGED = "这句话是假的。"
FOREIGN = (
    "https://example.com/win",
    "BY1.D.ABCDEFG.X",
    "BY2.D.2345678.9",
    "BY1.R.UHK8DWZ.Z",
    "wxp://f2f0abc",
    "BY1.D.7GHBY3",
)


@dataclass
class Town:
    """A hub and its station, on which a visitor reads D1."""

    hub: HubProcess
    station: StationProcess
    shown: str

    def refusal(self) -> str:
        """What the station says of a poll that it refuses; what it showed stays, also after a restart."""
        answer = self.station.ask("sync")
        assert answer["ok"] is False, f"taken: {answer}"
        assert self.station.shows(self.shown)
        self.station.kill()
        self.look()
        assert self.station.shows(self.shown)
        assert not self.station.shows(FORGED)
        return str(answer["error"])

    def look(self) -> None:
        """Switch the station on and go to D1."""
        self.station.start()
        self.station.tap("attract.begin", "home.levels")


@pytest.fixture(scope="module")
def town(founded: HubProcess, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """Up and running."""
    folder = tmp_path_factory.mktemp("refusals")
    hub = founded.copy(folder / "hub")
    station = StationProcess(folder / "station", poll_seconds=3600.0, size="960x540")
    try:
        hub.start()
        station.enrol(hub, "一号站")
        assert station.command("sync", "--once").returncode == 0
        made = Town(hub, station, sentence())
        made.look()
        assert station.shows(made.shown)
        yield made
    finally:
        station.kill()
        hub.stop()


def test_foreign_codes_open_nothing(town: Town) -> None:
    station = town.station
    before = station.do("screen")
    targets = set(station.ids())
    for text in FOREIGN:
        station.do("scan", text=text)
        after = station.do("screen")
        assert after["screen"] == before["screen"], text
        assert set(station.ids()) == targets, text
        said = {one["text"] for one in after["widgets"]} - {one["text"] for one in before["widgets"]}
        assert len(said) == 1, f"{text}: one calm line, not {said}"
        assert not any(word in line for line in said for word in ("！", "非法", "失败", "example"))
        station.do("wait", seconds=8)


def test_metadata_edited_without_its_key_is_refused(town: Town) -> None:
    timestamp = town.hub.repository / "metadata" / "timestamp.json"
    whole = timestamp.read_text()
    document = json.loads(whole)
    document["signed"]["version"] += 1
    timestamp.write_text(json.dumps(document))
    assert "unsigned" in town.refusal()
    timestamp.write_text(whole)
    town.station.do("sync")


def test_a_tampered_blob_is_refused_until_it_is_whole_again(town: Town, tmp_path: Path) -> None:
    changed = "这句话是新的。"
    town.hub.release(edition(tmp_path / "edition", changed))
    blobs = [one for one in (town.hub.repository / "blobs").rglob("*") if one.is_file()]
    target = next(one for one in blobs if changed.encode() in one.read_bytes())
    whole = target.read_bytes()
    target.write_bytes(whole.replace(changed.encode(), FORGED.encode()))
    assert "tampered" in town.refusal()
    target.write_bytes(whole)
    town.station.do("sync")
    assert town.station.shows(changed)
    town.shown = changed


def test_a_repository_rolled_back_is_refused(town: Town, tmp_path: Path) -> None:
    before = tmp_path / "before"
    shutil.copytree(town.hub.repository / "metadata", before)
    changed = "这句话还要新。"
    town.hub.release(edition(tmp_path / "edition", changed))
    town.station.do("sync")
    assert town.station.shows(changed)
    town.shown = changed
    now = tmp_path / "now"
    shutil.copytree(town.hub.repository / "metadata", now)
    shutil.copytree(before, town.hub.repository / "metadata", dirs_exist_ok=True)
    assert "rolled-back" in town.refusal()
    shutil.copytree(now, town.hub.repository / "metadata", dirs_exist_ok=True)
    town.station.do("sync")


def test_another_citys_hub_at_the_same_address_is_refused(town: Town, founded: HubProcess, tmp_path: Path) -> None:
    impostor = founded.copy_with_other_keys(tmp_path / "impostor")
    impostor.release(edition(tmp_path / "edition", FORGED))
    town.hub.stop()
    impostor.take_place_of(town.hub)
    impostor.start()
    try:
        assert "unsigned" in town.refusal()
    finally:
        impostor.stop()
