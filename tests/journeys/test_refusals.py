"""What a station will not take, through its real poll; and that it goes on showing what it had."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.journeys.editions import edition, sentence
from tests.journeys.processes import HubProcess, StationProcess

CHANGED = "这句话是新的。"
FORGED = "这句话是假的。"


@pytest.fixture
def visited(station: StationProcess) -> StationProcess:
    """The station with a visitor on D1's first page."""
    station.tap("attract.begin", "home.levels")
    assert station.shows(sentence())
    return station


def _refusal(station: StationProcess) -> str:
    """What the station says of a poll that it refuses."""
    answer = station.ask("sync")
    assert answer["ok"] is False, f"taken: {answer}"
    return str(answer["error"])


def _shows_after_a_restart(station: StationProcess, words: str) -> bool:
    station.kill()
    station.start()
    station.tap("attract.begin", "home.levels")
    return station.shows(words)


def test_a_tampered_blob_is_refused_until_it_is_whole_again(
    hub: HubProcess, visited: StationProcess, tmp_path: Path
) -> None:
    hub_files = {one: one.read_bytes() for one in hub.repository.rglob("*") if one.is_file()}
    hub.stop()
    hub.release(edition(tmp_path / "edition", CHANGED))
    fresh = [one for one in hub.repository.rglob("*") if one.is_file() and one not in hub_files]
    target = next(one for one in fresh if CHANGED.encode() in one.read_bytes())
    whole = target.read_bytes()
    target.write_bytes(whole.replace(CHANGED.encode(), FORGED.encode()))
    hub.start()
    assert "tampered" in _refusal(visited)
    assert visited.shows(sentence())
    assert _shows_after_a_restart(visited, sentence())
    assert not visited.shows(FORGED)
    target.write_bytes(whole)
    visited.do("sync")
    assert visited.shows(CHANGED)


def test_a_repository_rolled_back_is_refused(hub: HubProcess, visited: StationProcess, tmp_path: Path) -> None:
    before = tmp_path / "before"
    shutil.copytree(hub.repository, before)
    hub.release(edition(tmp_path / "edition", CHANGED))
    visited.do("sync")
    assert visited.shows(CHANGED)
    hub.stop()
    shutil.rmtree(hub.repository)
    shutil.copytree(before, hub.repository)
    hub.start()
    assert "versions" in _refusal(visited)
    assert visited.shows(CHANGED)
    assert _shows_after_a_restart(visited, CHANGED)


def test_another_citys_hub_at_the_same_address_is_refused(
    hub: HubProcess, founded: HubProcess, visited: StationProcess, tmp_path: Path
) -> None:
    hub.stop()
    impostor = founded.copy_with_other_keys(tmp_path / "impostor")
    impostor.release(edition(tmp_path / "edition", FORGED))
    impostor.take_place_of(hub)
    impostor.start()
    try:
        assert "unsigned" in _refusal(visited)
        assert visited.shows(sentence())
        assert _shows_after_a_restart(visited, sentence())
    finally:
        impostor.stop()


def test_metadata_edited_without_its_key_is_refused(hub: HubProcess, visited: StationProcess) -> None:
    timestamp = next(one for one in hub.repository.rglob("timestamp.json") if one.is_file())
    document = json.loads(timestamp.read_text())
    document["signed"]["version"] += 1
    timestamp.write_text(json.dumps(document))
    assert "unsigned" in _refusal(visited)
    assert visited.shows(sentence())


@pytest.mark.parametrize(
    "text", ["https://example.com/win", "BY1.D.ABCDEFG.X", "BY2.D.2345678.9", "wxp://f2f0", "一个句子", "BY1."]
)
def test_a_foreign_code_opens_nothing(station: StationProcess, text: str) -> None:
    station.tap("attract.begin", "home.levels")
    before = station.do("screen")
    station.do("scan", text=text)
    after = station.do("screen")
    assert after["screen"] == before["screen"]
    assert set(station.ids()) == {one["id"] for one in before["widgets"] if one["target"]}
    said = {one["text"] for one in after["widgets"]} - {one["text"] for one in before["widgets"]}
    assert len(said) == 1, "one calm line is added"
    assert not any(word in line for line in said for word in ("！", "非法", "失败", "example"))
