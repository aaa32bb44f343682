"""At every start: what is current is whole, signed, and byte for byte what was approved, or it is not shown."""

from __future__ import annotations

import errno
import json
import shutil
from pathlib import Path

import pytest

from sync import disk, staging
from sync.client import SyncClient
from sync.errors import ReleaseDamaged, SyncDisk
from sync.layout import Blob, Manifest, split_sections
from sync.release import blob_path
from tests.sync.conftest import World, shown
from tests.sync.simulator import CHANNEL, Hub

OLD, NEW = {"a/b/text": b"old", "a/b/stays": b"stays"}, {"a/b/text": b"new", "a/b/stays": b"stays"}


@pytest.fixture
def two_releases(world: World) -> SyncClient:
    """A station that shows NEW and still holds OLD."""
    station = world.station()
    for files in (OLD, NEW):
        world.hub.publish(files)
        station.poll()
    return station


def _state(world: World) -> Path:
    return world.folder / "station"


def _blob(world: World, data: bytes) -> Path:
    return blob_path(_state(world), Blob.of(data).sha256)


def test_a_changed_byte_of_the_same_length_is_noticed_at_start(world: World, two_releases: SyncClient) -> None:
    _blob(world, b"new").write_bytes(b"evi")
    assert shown(world.station().open_current()) == OLD


def test_what_was_damaged_is_fetched_again(world: World, two_releases: SyncClient) -> None:
    _blob(world, b"new").write_bytes(b"evi")
    station = world.station()
    assert station.poll().outcome == "activated"
    assert shown(station.release) == NEW
    assert shown(world.station().open_current()) == NEW


def test_a_missing_blob_is_noticed_at_start(world: World, two_releases: SyncClient) -> None:
    _blob(world, b"new").unlink()
    assert shown(world.station().open_current()) == OLD


def test_when_nothing_is_whole_nothing_is_shown(world: World, two_releases: SyncClient) -> None:
    _blob(world, b"stays").write_bytes(b"gone!")
    station = world.station()
    assert station.open_current() is None
    assert shown(station.poll().release) == NEW


@pytest.mark.parametrize("harm", [b"", b"{", b"null"])
def test_a_torn_manifest_falls_back_to_the_release_before(world: World, two_releases: SyncClient, harm: bytes) -> None:
    (_state(world) / "current").resolve().write_bytes(harm)
    assert shown(world.station().open_current()) == OLD


def test_an_older_signed_release_under_the_name_of_the_newer_is_not_taken_for_it(
    world: World, two_releases: SyncClient
) -> None:
    releases = _state(world) / "releases"
    newest = (_state(world) / "current").resolve().stem
    older = next(path.stem for path in releases.glob("*.json") if path.stem != newest)
    for suffix in (".json", ".proof"):
        shutil.copy(releases / f"{older}{suffix}", releases / f"{newest}{suffix}")
    station = world.station()
    release = station.open_current()
    assert release is not None
    assert release.sha256 == older
    assert station.poll().outcome == "activated"
    assert shown(station.release) == NEW


def test_a_lost_pointer_falls_back_to_the_newest_release(world: World, two_releases: SyncClient) -> None:
    (_state(world) / "current").unlink()
    station = world.station()
    assert shown(station.open_current()) == NEW
    assert station.poll().outcome == "activated"
    assert (_state(world) / "current").is_symlink()


def test_a_pointer_out_of_the_store_is_not_followed(world: World, two_releases: SyncClient) -> None:
    pointer = _state(world) / "current"
    pointer.unlink()
    pointer.symlink_to("/etc/passwd")
    assert shown(world.station().open_current()) == NEW


def test_a_release_made_by_hand_on_the_disk_is_not_shown(world: World, two_releases: SyncClient) -> None:
    """Someone with the disk in hand writes a perfect release, but has no key to sign it."""
    _forge(world, (_state(world) / "current").resolve().with_suffix(".proof").read_bytes())
    assert shown(world.station().open_current()) == NEW


def test_a_release_signed_by_another_hub_is_not_shown(world: World, two_releases: SyncClient) -> None:
    other = Hub(world.folder / "other", world.clock)
    root = other.init()
    other.publish({"a/b/text": b"foreign"})
    world.line.root = other.folder
    world.station("foreign", root=root).poll()
    foreign = world.folder / "foreign"
    shutil.copytree(foreign / "cas", _state(world) / "cas", dirs_exist_ok=True)
    shutil.copytree(foreign / "releases", _state(world) / "releases", dirs_exist_ok=True)
    disk.point_durably(_state(world) / "current", str((foreign / "current").readlink()))
    assert shown(world.station().open_current()) == NEW


def test_a_station_enrolled_anew_shows_nothing_of_its_former_hub(world: World, two_releases: SyncClient) -> None:
    other = Hub(world.folder / "other", world.clock)
    root = other.init()
    other.publish({"a/b/text": b"new city"})
    world.line.root = other.folder
    station = world.station(root=root)
    assert station.open_current() is None
    assert shown(station.poll().release) == {"a/b/text": b"new city"}


def test_reading_a_file_that_rotted_meanwhile_is_an_error(world: World, two_releases: SyncClient) -> None:
    release = two_releases.release
    assert release is not None
    _blob(world, b"new").write_bytes(b"rot")
    with pytest.raises(ReleaseDamaged):
        release.read("a/b/text")
    with pytest.raises(KeyError):
        release.read("a/b/unknown")


def test_scrubbing_finds_rot_and_the_next_poll_mends_it(world: World, two_releases: SyncClient) -> None:
    _blob(world, b"new").write_bytes(b"rot")
    assert two_releases.scrub() == [Blob.of(b"new").sha256]
    assert shown(two_releases.release) == OLD
    assert two_releases.poll().outcome == "activated"
    assert shown(two_releases.release) == NEW
    assert two_releases.scrub() == []


def test_the_previous_release_is_given_up_before_the_new_one(world: World, two_releases: SyncClient) -> None:
    """Room for one release only: the one kept for falling back makes way, the one on show does not."""
    state = _state(world)
    world.hub.publish({"a/b/text": b"third"})

    def free(_path: Path) -> int:
        return 1 << 40 if not _blob(world, b"old").exists() else 0

    station = world.station(free=free)
    assert shown(station.poll().release) == {"a/b/text": b"third"}
    assert len(list((state / "releases").glob("*.json"))) == 2


@pytest.mark.parametrize("call", ["sync_filesystem", "write_durably", "point_durably"])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO])
def test_a_failing_disk_leaves_old_or_new(
    world: World, two_releases: SyncClient, monkeypatch: pytest.MonkeyPatch, call: str, code: int
) -> None:
    third = {"a/b/text": b"third"}
    world.hub.publish(third)
    real, calls = getattr(disk, call), [0]
    for failing in range(1, 6):
        calls[0] = 0

        def fail(*args: object, **named: object) -> object:
            calls[0] += 1
            if calls[0] == failing:  # noqa: B023
                raise OSError(code, "injected")
            return real(*args, **named)

        monkeypatch.setattr(staging, call, fail)
        outcome = _attempt(world.station())
        monkeypatch.undo()
        after = shown(world.station().open_current())
        assert after == third if outcome == "activated" else after in (NEW, third)
        if outcome == "activated":
            return
        assert outcome == ("full" if code == errno.ENOSPC else "failed")
    assert world.station().poll().outcome in ("activated", "same")


def _attempt(station: SyncClient) -> str:
    try:
        return station.poll().outcome
    except SyncDisk as trouble:
        return "full" if trouble.full else "failed"


def test_leftovers_of_killed_writers_are_swept(world: World, two_releases: SyncClient) -> None:
    state = _state(world)
    leftovers = [folder / ".tmp-left" for folder in (state, state / "releases", state / "incoming")]
    for path in leftovers:
        path.write_bytes(b"half")
    world.hub.publish({"a/b/text": b"third"})
    two_releases.poll()
    assert not any(path.exists() for path in leftovers)


def _forge(world: World, proof: bytes) -> None:
    state = _state(world)
    files = {"a/b/text": Blob.of(b"forged")}
    sections = split_sections(files)
    manifest = Manifest(
        channel=CHANNEL,
        release="forged",
        published_at=world.clock().replace(year=2027),
        sections={name: Blob.of(data) for name, data in sections.items()},
    ).to_bytes()
    for data in (b"forged", *sections.values()):
        path = blob_path(state, Blob.of(data).sha256)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    name = Blob.of(manifest).sha256
    (state / "releases" / f"{name}.json").write_bytes(manifest)
    (state / "releases" / f"{name}.proof").write_bytes(proof)
    disk.point_durably(state / "current", f"releases/{name}.json")
    assert json.loads((state / "current").read_bytes())["release"] == "forged"
