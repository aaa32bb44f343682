"""Content on a stick: the same files, the same checks, no network."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sync.bundle import BundleError, write_bundle
from sync.errors import Reason, SourceStatus, SyncExpired, SyncRefused, SyncUnreachable
from sync.transport import DirectorySource, source_for
from tests.sync.conftest import World, shown
from tests.sync.simulator import CHANNEL

FILES = {"home.json": b"{}", "exhibits/d1/exhibit.json": b"one", "exhibits/d1/media/a.png": b"\x89PNG" * 50}


@pytest.fixture
def stick(world: World) -> Path:
    world.hub.publish({"exhibits/d1/exhibit.json": b"history that stays at home"})
    world.hub.publish(FILES, "on the stick")
    path = world.folder / "stick"
    report = write_bundle(world.hub.folder, path)
    assert report.releases == ("city on the stick",)
    assert report.copied == report.files
    world.line.down = True
    return path


def test_a_station_without_network_is_served_from_a_stick(world: World, stick: Path) -> None:
    station = world.station()
    result = station.sync_directory(stick)
    assert result.outcome == "activated"
    assert shown(result.release) == FILES
    assert station.hub_keys() == world.hub.keys()
    assert station.sync_directory(stick).outcome == "same"
    assert world.line.asked == []


def test_a_stick_carries_only_what_is_current(stick: Path) -> None:
    contents = [path.read_bytes() for path in stick.rglob("*") if path.is_file()]
    assert not any(b"history that stays" in data for data in contents)
    assert not list(stick.rglob(".tmp-*"))


def test_a_folder_can_be_a_stations_only_address(world: World, stick: Path) -> None:
    assert shown(world.station(urls=[stick.as_uri()]).poll().release) == FILES


def test_network_and_stick_lead_to_the_same_release(world: World, stick: Path) -> None:
    station = world.station()
    station.sync_directory(stick)
    world.line.down = False
    assert station.poll().outcome == "same"


def test_writing_again_copies_only_what_changed(world: World, stick: Path) -> None:
    world.hub.publish(FILES | {"home.json": b"changed"})
    again = write_bundle(world.hub.folder, stick)
    # the file, its section, the manifest, and three metadata files
    assert again.copied == 6
    assert shown(world.station().sync_directory(stick).release)["home.json"] == b"changed"


def test_a_damaged_file_on_the_stick_is_written_again(world: World, stick: Path) -> None:
    blob = next(path for path in (stick / "blobs").rglob("*") if path.is_file() and path.read_bytes() == b"one")
    blob.write_bytes(b"eno")
    with pytest.raises(SyncRefused) as refusal:
        world.station("before").sync_directory(stick)
    assert refusal.value.reason is Reason.TAMPERED
    write_bundle(world.hub.folder, stick)
    assert shown(world.station("after").sync_directory(stick).release) == FILES


def test_an_old_stick_does_not_roll_a_station_back(world: World, stick: Path) -> None:
    world.line.down = False
    world.hub.publish({"home.json": b"newer"})
    station = world.station()
    station.poll()
    with pytest.raises(SyncRefused) as refusal:
        station.sync_directory(stick)
    assert refusal.value.reason is Reason.VERSIONS
    assert shown(station.release) == {"home.json": b"newer"}


def test_a_stick_that_lay_in_a_drawer_is_refused(world: World, stick: Path) -> None:
    world.clock.forward(days=8)
    with pytest.raises(SyncExpired):
        world.station().sync_directory(stick)


def test_an_interrupted_copy_leaves_the_stick_usable(world: World, stick: Path) -> None:
    world.hub.publish({"home.json": b"lost blob"})
    world.hub.blob_file(b"lost blob").unlink()
    with pytest.raises(BundleError):
        write_bundle(world.hub.folder, stick)
    assert shown(world.station().sync_directory(stick).release) == FILES


def test_a_rotten_blob_on_the_hub_is_not_carried_out(world: World) -> None:
    world.hub.publish(FILES)
    world.hub.blob_file(b"one").write_bytes(b"eno")
    with pytest.raises(BundleError, match="damaged"):
        write_bundle(world.hub.folder, world.folder / "stick")


def test_an_unpublished_channel_is_said_so(world: World) -> None:
    world.hub.publish(FILES)
    with pytest.raises(BundleError, match="village"):
        write_bundle(world.hub.folder, world.folder / "stick", ["village"])
    assert write_bundle(world.hub.folder, world.folder / "stick", [CHANNEL]).releases == ("city 1",)


def test_an_empty_stick_is_unreachable(world: World, tmp_path: Path) -> None:
    with pytest.raises(SyncUnreachable):
        world.station().sync_directory(tmp_path / "no such folder")


def test_a_folder_is_not_read_beyond_its_edge(world: World, stick: Path) -> None:
    shutil.copy(stick / "metadata" / "1.root.json", stick.parent / "outside.json")
    for path in ("../outside.json", "%2e%2e/outside.json", "/etc/passwd"):
        with pytest.raises(SourceStatus), DirectorySource(stick).open(path):
            pass


@pytest.mark.parametrize("url", ["ftp://hub/repo", "repo", "http:///x", ""])
def test_an_address_that_is_none_is_refused_at_once(world: World, url: str) -> None:
    with pytest.raises(ValueError, match="not an address"):
        source_for(url, world.session)
