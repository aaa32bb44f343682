"""The way down, over a real socket: what comes is shown, what goes on over the wire is little."""

from __future__ import annotations

import pytest

from sync.errors import Reason, SyncBusy, SyncDisk, SyncRefused, SyncUnreachable
from sync.layout import Blob
from sync.seal import generate_signing_key
from tests.sync.conftest import World, shown

FILES = {"home.json": b"{}", "exhibits/d1/exhibit.json": "谁选谁".encode(), "exhibits/d5/exhibit.json": "票决".encode()}


def test_a_new_station_shows_what_is_published(world: World) -> None:
    world.hub.publish(FILES, "first")
    result = world.station().poll()
    assert result.outcome == "activated"
    assert result.release is not None
    assert result.release.label == "first"
    assert shown(result.release) == FILES
    assert result.release.paths("exhibits/d5") == ("exhibits/d5/exhibit.json",)
    assert "home.json" in result.release


def test_a_station_with_no_release_shows_none(world: World) -> None:
    assert world.station().open_current() is None


def test_nothing_new_costs_one_small_request(world: World) -> None:
    world.hub.publish(FILES)
    station = world.station()
    station.poll()
    world.line.asked.clear()
    world.line.sent = 0
    assert station.poll().outcome == "same"
    assert world.line.asked == ["/metadata/timestamp.json"]
    assert world.line.sent == 0


def test_a_restarted_station_still_knows_that_nothing_is_new(world: World) -> None:
    world.hub.publish(FILES)
    world.station().poll()
    world.line.asked.clear()
    result = world.station().poll()
    assert (result.outcome, shown(result.release)) == ("same", FILES)
    assert len(world.line.asked) == 1


def test_one_changed_text_fetches_its_section_and_itself(world: World) -> None:
    world.hub.publish(FILES)
    station = world.station()
    station.poll()
    world.line.asked.clear()
    changed = FILES | {"exhibits/d1/exhibit.json": "谁对谁负责".encode()}
    world.hub.publish(changed)
    assert shown(station.poll().release) == changed
    assert len(world.line.blobs_asked()) == 2


def test_one_changed_text_among_a_thousand_files_costs_little(world: World) -> None:
    files = {f"exhibits/e{at // 25}/{at}.json": f"text {at}".encode() * 40 for at in range(1000)}
    world.hub.publish(files)
    station = world.station()
    station.poll()
    world.line.sent = 0
    world.hub.publish(files | {"exhibits/e7/180.json": b"changed"})
    assert station.poll().outcome == "activated"
    assert world.line.sent < 20_000


def test_a_new_signature_on_the_same_content_changes_nothing_on_show(world: World) -> None:
    world.hub.publish(FILES)
    station = world.station()
    before = station.poll().release
    world.hub.sign_news()
    result = station.poll()
    assert (result.outcome, result.release) == ("refreshed", before)
    assert station.poll().outcome == "same"


def test_weeks_offline_are_caught_up_in_one_step(world: World) -> None:
    world.hub.publish(FILES)
    world.station().poll()
    world.line.down = True
    station = world.station()
    with pytest.raises(SyncUnreachable):
        station.poll()
    assert shown(station.release) == FILES
    for at in range(30):
        world.clock.forward(days=1)
        world.hub.publish({"home.json": str(at).encode()})
    world.line.down = False
    world.line.asked.clear()
    assert shown(station.poll().release) == {"home.json": b"29"}
    assert len(world.line.asked) < 10


def test_what_is_shown_outlives_every_expiry(world: World) -> None:
    world.hub.publish(FILES)
    world.station().poll()
    world.clock.forward(days=4000)
    assert shown(world.station().open_current()) == FILES


def test_the_mirror_is_asked_first_and_the_hub_when_it_is_down(world: World) -> None:
    world.hub.publish(FILES)
    mirror_url, mirror = world.mirror(world.hub.folder)
    assert world.station("a", [mirror_url, world.url]).poll().outcome == "activated"
    assert world.line.asked == []
    mirror.down = True
    assert world.station("b", [mirror_url, world.url]).poll().outcome == "activated"


def test_a_release_this_station_cannot_show_is_not_activated(world: World) -> None:
    world.hub.publish(FILES, "good")
    station = world.station(accept=_refuse_bad)
    station.poll()
    world.hub.publish({"home.json": b"bad"}, "bad")
    with pytest.raises(SyncRefused) as refusal:
        station.poll()
    assert refusal.value.reason is Reason.CONTENT
    assert shown(station.release) == FILES
    assert shown(world.station().open_current()) == FILES


def _refuse_bad(release: object) -> None:
    if release.read("home.json") == b"bad":  # type: ignore[attr-defined]
        raise ValueError("unknown block")


def test_an_unknown_channel_is_said_to_be_unknown(world: World) -> None:
    with pytest.raises(SyncRefused) as refusal:
        world.station().poll()
    assert refusal.value.reason is Reason.UNKNOWN_CHANNEL


def test_a_manifest_for_newer_stations_is_refused(world: World) -> None:
    world.hub.publish(FILES, schema_version=2)
    with pytest.raises(SyncRefused) as refusal:
        world.station().poll()
    assert refusal.value.reason is Reason.TOO_NEW


def test_two_processes_do_not_sync_into_one_folder(world: World) -> None:
    world.hub.publish(FILES)
    other: list[Exception] = []

    def meanwhile(_done: int, _all: int) -> None:
        try:
            world.station().poll()
        except SyncBusy as error:
            other.append(error)

    world.station(progress=meanwhile).poll()
    assert other


def test_what_another_process_synced_is_taken_over(world: World) -> None:
    world.hub.publish(FILES)
    running = world.station()
    running.poll()
    world.hub.publish({"home.json": b"2"})
    assert world.station().poll().outcome == "activated"
    result = running.poll()
    assert result.outcome == "activated"
    assert shown(result.release) == {"home.json": b"2"}
    assert running.poll().outcome == "same"


def test_a_full_disk_keeps_what_is_shown_and_recovers(world: World) -> None:
    world.hub.publish(FILES)
    room = [1 << 40]
    station = world.station(free=lambda _path: room[0])
    station.poll()
    world.hub.publish({"home.json": b"new"})
    room[0] = 1000
    with pytest.raises(SyncDisk) as trouble:
        station.poll()
    assert trouble.value.full
    assert shown(station.release) == FILES
    room[0] = 1 << 40
    assert shown(station.poll().release) == {"home.json": b"new"}


def test_collection_keeps_the_current_and_the_previous_release(world: World) -> None:
    station = world.station()
    for at in range(5):
        world.hub.publish({"a/b/changes": str(at).encode() * 9, "a/b/stays": b"const"})
        station.poll()
    state = world.folder / "station"
    # the constant file, and for each of two releases its section and its changed file
    assert len(list((state / "cas").glob("*/*"))) == 5
    assert len(list((state / "releases").glob("*.json"))) == 2
    assert len(list((state / "releases").iterdir())) == 4


def test_hub_keys_arrive_signed_and_change_with_the_hub(world: World) -> None:
    world.hub.publish(FILES)
    station = world.station()
    assert station.hub_keys() is None
    station.poll()
    assert station.hub_keys() == world.hub.announce_keys()
    world.hub.receipt_key = generate_signing_key()
    changed = world.hub.announce_keys()
    station.poll()
    assert station.hub_keys() == changed
    assert world.station().hub_keys() == changed


def test_hub_keys_changed_on_the_disk_are_not_used(world: World) -> None:
    world.hub.publish(FILES)
    station = world.station()
    station.poll()
    path = world.folder / "station" / "hub-keys.json"
    path.write_bytes(path.read_bytes().replace(b'"data":"', b'"data":"AAAA', 1))
    assert station.hub_keys() is None
    world.hub.sign_news()
    station.poll()
    assert station.hub_keys() is not None


def test_a_blob_that_is_used_twice_is_fetched_once(world: World) -> None:
    world.hub.publish({"a/x/1": b"same", "b/x/2": b"same"})
    world.station().poll()
    assert sum(Blob.of(b"same").sha256 in path for path in world.line.asked) == 1


def test_an_empty_file_is_a_file(world: World) -> None:
    world.hub.publish({"a/x/empty": b""})
    assert shown(world.station().poll().release) == {"a/x/empty": b""}
