"""What a mirror, a proxy or a thief of keys may try. Whatever it is, what is shown stays, and the reason is named."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from securesystemslib.signer import CryptoSigner

from sync.errors import Reason, SyncExpired, SyncRefused, SyncUnreachable
from sync.layout import HUB_KEYS_TARGET, Blob, HubKeys, Manifest, manifest_target, target_url
from sync.seal import generate_seal_key, generate_signing_key, public_of
from tests.sync.conftest import World, shown
from tests.sync.simulator import CHANNEL, Hub

OLD, NEW = {"a/b/text": b"old"}, {"a/b/text": b"new"}


def _refused(station: object) -> Reason:
    with pytest.raises(SyncRefused) as refusal:
        station.poll()  # type: ignore[attr-defined]
    return refusal.value.reason


def _copy_of(world: World, name: str) -> Path:
    return Path(shutil.copytree(world.hub.folder, world.folder / name))


def test_a_rolled_back_mirror_is_refused(world: World) -> None:
    world.hub.publish(OLD)
    older = _copy_of(world, "older")
    world.hub.publish(NEW)
    station = world.station()
    station.poll()
    world.line.root = older
    assert _refused(station) is Reason.VERSIONS
    assert shown(station.release) == NEW


def test_a_rollback_is_refused_even_when_the_metadata_cache_was_lost(world: World) -> None:
    world.hub.publish(OLD)
    older = _copy_of(world, "older")
    world.hub.publish(NEW)
    world.station().poll()
    shutil.rmtree(world.folder / "station" / "meta")
    world.line.root = older
    station = world.station()
    assert _refused(station) is Reason.VERSIONS
    assert shown(station.release) == NEW


def test_a_frozen_mirror_is_found_out_when_its_timestamp_expires(world: World) -> None:
    world.hub.publish(OLD)
    station = world.station()
    station.poll()
    world.line.root = _copy_of(world, "frozen")
    world.hub.publish(NEW)
    assert station.poll().outcome == "same"
    world.clock.forward(days=8)
    with pytest.raises(SyncExpired):
        station.poll()
    assert shown(station.release) == OLD


def test_a_mirror_that_says_unchanged_for_ever_is_found_out(world: World) -> None:
    world.hub.publish(OLD)
    station = world.station()
    station.poll()
    world.hub.publish(NEW)
    world.line.always_304 = True
    assert station.poll().outcome == "same"
    world.clock.forward(days=8)
    with pytest.raises((SyncUnreachable, SyncRefused)):
        station.poll()
    world.line.always_304 = False
    world.hub.sign_news()
    assert shown(station.poll().release) == NEW


def test_a_frozen_mirror_does_not_keep_us_from_the_hub(world: World) -> None:
    world.hub.publish(OLD)
    frozen_url, _ = world.mirror(_copy_of(world, "frozen"))
    station = world.station(urls=[frozen_url, world.url])
    station.poll()
    world.clock.forward(days=8)
    world.hub.publish(NEW)
    assert shown(station.poll().release) == NEW


def test_a_clock_that_woke_in_1970_does_not_accept_an_expired_timestamp(world: World) -> None:
    world.hub.publish(OLD)
    frozen = _copy_of(world, "frozen")
    world.clock.forward(days=30)
    world.hub.publish(NEW)
    world.station().poll()
    shutil.rmtree(world.folder / "station" / "meta")
    world.clock.forward(days=-20_000)
    world.line.root = frozen
    with pytest.raises(SyncExpired):
        world.station().poll()


@pytest.mark.parametrize("role", ["targets", "snapshot", "content"])
def test_a_role_of_another_version_is_refused(world: World, role: str) -> None:
    world.hub.publish(OLD)
    world.hub.announce_keys()
    world.hub.publish(NEW)
    newest = world.hub.latest(role)
    assert newest is not None
    version = int(newest.name.split(".")[0])
    shutil.copy(newest.with_name(f"{version - 1}.{role}.json"), newest)
    station = world.station()
    assert _refused(station) is Reason.VERSIONS
    assert station.release is None


@pytest.mark.parametrize("role", ["timestamp", "snapshot", "targets", "content"])
def test_changed_metadata_is_unsigned_metadata(world: World, role: str) -> None:
    world.hub.publish(OLD)
    path = world.hub.latest(role)
    assert path is not None
    document = json.loads(path.read_bytes())
    document["signed"]["expires"] = "2999-01-01T00:00:00Z"
    path.write_text(json.dumps(document))
    assert _refused(world.station()) is Reason.UNSIGNED


@pytest.mark.parametrize("role", ["timestamp", "snapshot", "targets", "content"])
def test_metadata_signed_by_a_foreign_key_is_refused(world: World, role: str) -> None:
    world.hub.publish(OLD)
    world.hub.signers[role] = [CryptoSigner.generate_ed25519()]
    with world.hub.edit(role):
        pass
    if role in ("targets", "content"):
        world.hub.sign_news()
    elif role == "snapshot":
        world.hub.do_timestamp()
    assert _refused(world.station()) is Reason.UNSIGNED


def test_half_the_signatures_are_not_enough(world: World) -> None:
    """With a threshold of two, the hub's online key and a reviewer's, the hub alone cannot publish."""
    hub = Hub(world.folder / "two", world.clock)
    reviewer = CryptoSigner.generate_ed25519()
    hub.signers["content"].append(reviewer)
    root = hub.init(content_threshold=2)
    hub.publish(OLD)
    world.line.root = hub.folder
    station = world.station(root=root)
    station.poll()
    hub.signers["content"].remove(reviewer)
    hub.publish(NEW)
    assert _refused(station) is Reason.UNSIGNED
    assert shown(station.release) == OLD


def test_the_content_key_cannot_replace_the_hub_keys(world: World) -> None:
    world.hub.publish(OLD)
    station = world.station()
    station.poll()
    genuine = station.hub_keys()
    evil = HubKeys(seal_keys=(public_of(generate_seal_key()),), receipt_keys=(public_of(generate_signing_key()),))
    world.hub.sign_target(HUB_KEYS_TARGET, evil.to_bytes(), "content")
    station.poll()
    assert station.hub_keys() == genuine


def test_the_content_key_signs_nothing_outside_channels(world: World) -> None:
    with world.hub.edit_targets("targets") as targets:
        del targets.targets[HUB_KEYS_TARGET]
    world.hub.sign_target(HUB_KEYS_TARGET, world.hub.keys().to_bytes(), "content")
    world.hub.publish(OLD)
    station = world.station()
    station.poll()
    assert station.hub_keys() is None


def test_keys_can_be_rotated_and_a_stolen_one_is_worthless_afterwards(world: World) -> None:
    hub = world.hub
    hub.publish(OLD)
    station = world.station()
    station.poll()
    stolen, lost = hub.signers["timestamp"][0], hub.signers["root"][2]
    fresh, new_root = CryptoSigner.generate_ed25519(), CryptoSigner.generate_ed25519()
    with hub.edit_root() as root:
        for role in ("timestamp", "snapshot"):
            root.revoke_key(stolen.public_key.keyid, role)
            root.add_key(fresh.public_key, role)
        root.revoke_key(lost.public_key.keyid, "root")
        root.add_key(new_root.public_key, "root")
        hub.signers["root"] = [*hub.signers["root"][:2], new_root]
    hub.signers["timestamp"] = hub.signers["snapshot"] = [fresh]
    hub.publish(NEW)
    assert shown(station.poll().release) == NEW
    assert shown(world.station("enrolled-before").poll().release) == NEW
    assert shown(world.station().open_current()) == NEW
    hub.signers["timestamp"] = [stolen]
    hub.publish({"a/b/text": b"thief"})
    assert _refused(station) is Reason.UNSIGNED


def test_a_root_that_its_predecessor_did_not_sign_is_refused(world: World) -> None:
    world.hub.publish(OLD)
    station = world.station()
    station.poll()
    usurper = Hub(world.folder / "usurper", world.clock)
    usurper.init()
    with usurper.edit_root():
        pass
    usurper.publish(NEW)
    shutil.copy(usurper.folder / "metadata" / "2.root.json", world.hub.folder / "metadata" / "2.root.json")
    world.hub.publish(NEW)
    assert _refused(station) is Reason.UNSIGNED
    world.line.root = usurper.folder
    assert _refused(station) is Reason.UNSIGNED
    assert shown(station.release) == OLD


def test_a_poisoned_mirror_is_passed_over(world: World) -> None:
    world.hub.publish(OLD)
    mirror_url, mirror = world.mirror(world.hub.folder)
    mirror.zero_blobs = True
    assert _refused(world.station("alone", [mirror_url])) is Reason.TAMPERED
    assert shown(world.station("both", [mirror_url, world.url]).poll().release) == OLD


def test_a_part_poisoned_by_one_mirror_is_fetched_again_from_another(world: World) -> None:
    film = bytes(range(256)) * 4000
    world.hub.publish({"a/b/film": film})
    mirror_url, mirror = world.mirror(world.hub.folder)
    mirror.zero_blobs, mirror.cut_blobs_at = True, 500_000
    state = world.folder / "station" / "incoming"
    state.mkdir(parents=True)
    (state / f"{Blob.of(film).sha256}.part").write_bytes(bytes(500_000))
    assert shown(world.station(urls=[mirror_url, world.url]).poll().release) == {"a/b/film": film}


def test_endless_data_ends_at_the_signed_length(world: World) -> None:
    world.hub.publish(OLD)
    world.hub.blob_file(b"old").write_bytes(b"old" * 1_000_000)
    assert _refused(world.station()) is Reason.TAMPERED
    assert sum(path.stat().st_size for path in (world.folder / "station" / "incoming").iterdir()) < 100


def test_an_endless_timestamp_is_cut_off(world: World) -> None:
    world.hub.publish(OLD)
    (world.hub.folder / "metadata" / "timestamp.json").write_bytes(b" " * 5_000_000)
    assert _refused(world.station()) is Reason.TOO_LONG


def test_a_swapped_manifest_is_refused(world: World) -> None:
    first = world.hub.publish(OLD)
    second = world.hub.publish(NEW)
    name = manifest_target(CHANNEL)
    path = world.hub.folder / target_url(name, Blob.of(second.to_bytes()).sha256)
    path.write_bytes(first.to_bytes().ljust(len(second.to_bytes()))[: len(second.to_bytes())])
    assert _refused(world.station()) is Reason.TAMPERED


@pytest.mark.parametrize(
    "data", [b"{}", b"not json", b"[]", b'{"schema_version":1,"channel":"city","sections":{"a":["../../x",1]}}']
)
def test_a_signed_manifest_that_makes_no_sense_is_refused(world: World, data: bytes) -> None:
    world.hub.sign_target(manifest_target(CHANNEL), data, "content")
    assert _refused(world.station()) is Reason.MALFORMED


def test_a_manifest_of_another_channel_is_refused(world: World) -> None:
    world.hub.publish(OLD, channel="village")
    assert _refused(world.station()) is Reason.MALFORMED


def test_a_file_that_wants_out_of_the_store_is_refused(world: World) -> None:
    section = json.dumps({"../../etc/passwd": list(world.hub.put_blob(b"x"))}).encode()
    world.hub.publish({}, sections={"a": world.hub.put_blob(section)})
    assert _refused(world.station()) is Reason.MALFORMED


def test_a_missing_role_is_unreachable_not_accepted(world: World) -> None:
    world.hub.publish(OLD)
    path = world.hub.latest("content")
    assert path is not None
    path.unlink()
    with pytest.raises(SyncUnreachable):
        world.station().poll()


def test_a_lost_metadata_cache_heals_itself(world: World) -> None:
    """A power cut may leave python-tuf's files empty or gone, root.json included."""
    world.hub.publish(OLD)
    world.station().poll()
    world.hub.publish(NEW)
    for path in (world.folder / "station" / "meta").rglob("*.json"):
        if path.is_symlink():
            path.unlink()
        else:
            path.write_bytes(b"")
    station = world.station()
    assert shown(station.open_current()) == OLD
    assert shown(station.poll().release) == NEW


def test_a_swallowed_failure_is_not_taken_for_nothing_new(world: World) -> None:
    """The timestamp was already accepted when the blobs failed: the next poll must go on, not answer 'same'."""
    world.hub.publish(OLD)
    station = world.station()
    station.poll()
    world.hub.publish(NEW)
    world.line.zero_blobs = True
    assert _refused(station) is Reason.TAMPERED
    world.line.zero_blobs = False
    assert station.poll().outcome == "activated"


def test_manifests_tolerate_what_newer_hubs_add() -> None:
    known = b'{"schema_version":1,"channel":"city","release":"1","published_at":"2026-11-23T00:00:00Z","sections":{}'
    assert Manifest.model_validate_json(known + b',"new":{"a":1}}').release == "1"
