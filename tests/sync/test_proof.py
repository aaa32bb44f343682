"""The offline proof: what leads from the enrolled root to a target, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from securesystemslib.signer import CryptoSigner

from sync.errors import Reason, SyncRefused
from sync.layout import HUB_KEYS_TARGET, manifest_target
from sync.proof import Attested, Proof
from tests.sync.simulator import CHANNEL, Clock, Hub

TARGET = manifest_target(CHANNEL)


class _Past:
    """A hub that published, then rotated its targets key under the same root keys, and published again."""

    def __init__(self, folder: Path) -> None:
        self.hub = Hub(folder, Clock())
        self.root_1 = self.hub.init()
        self.old = self.hub.publish({"a/b/c": b"old"}).to_bytes()
        self.old_roles = self.roles()
        former, fresh = self.hub.signers["targets"][0], CryptoSigner.generate_ed25519()
        with self.hub.edit_root() as root:
            root.revoke_key(former.public_key.keyid, "targets")
            root.add_key(fresh.public_key, "targets")
        self.root_2 = self.root(2)
        self.hub.signers["targets"] = [fresh]
        self.hub.announce_keys()
        self.new = self.hub.publish({"a/b/c": b"new"}).to_bytes()

    def root(self, version: int) -> bytes:
        return (self.hub.folder / "metadata" / f"{version}.root.json").read_bytes()

    def roles(self) -> dict[str, bytes]:
        paths = {role: self.hub.latest(role) for role in ("targets", "content")}
        return {role: path.read_bytes() for role, path in paths.items() if path}


@pytest.fixture
def past(tmp_path: Path) -> _Past:
    return _Past(tmp_path / "repo")


def _refused(proof: Proof, root: bytes, data: bytes, path: str = TARGET) -> Reason:
    with pytest.raises(SyncRefused) as refusal:
        proof.check(root, path, data)
    return refusal.value.reason


def test_a_chain_of_roots_leads_to_the_target(past: _Past) -> None:
    Proof(roots=(past.root_1, past.root_2), roles=past.roles()).check(past.root_1, TARGET, past.new)
    Proof(roots=(past.root_2,), roles=past.roles()).check(past.root_1, TARGET, past.new)


def test_a_station_enrolled_later_needs_only_the_later_roots(past: _Past) -> None:
    Proof(roots=(past.root_1, past.root_2), roles=past.roles()).check(past.root_2, TARGET, past.new)


def test_without_the_later_root_its_keys_are_foreign(past: _Past) -> None:
    assert _refused(Proof(roles=past.roles()), past.root_1, past.new) is Reason.UNSIGNED


def test_the_chain_never_goes_back_to_revoked_keys(past: _Past) -> None:
    former = Proof(roots=(past.root_1,), roles=past.old_roles)
    former.check(past.root_1, TARGET, past.old)
    assert _refused(former, past.root_2, past.old) is Reason.UNSIGNED


def test_a_root_signed_only_by_itself_does_not_extend_the_chain(past: _Past, tmp_path: Path) -> None:
    usurper = _Past(tmp_path / "usurper")
    forged = Proof(roots=(usurper.root_2,), roles=usurper.roles())
    assert _refused(forged, past.root_1, usurper.new) is Reason.UNSIGNED


def test_another_document_is_not_what_was_signed(past: _Past) -> None:
    assert _refused(Proof(roots=(past.root_2,), roles=past.roles()), past.root_1, past.old) is Reason.TAMPERED


def test_a_target_nobody_signed_is_unsigned(past: _Past) -> None:
    proof = Proof(roots=(past.root_2,), roles=past.roles())
    assert _refused(proof, past.root_1, past.new, "channels/other.manifest.json") is Reason.UNSIGNED


@pytest.mark.parametrize("missing", ["targets", "content"])
def test_a_gap_in_the_chain_is_unsigned(past: _Past, missing: str) -> None:
    roles = {role: data for role, data in past.roles().items() if role != missing}
    assert _refused(Proof(roots=(past.root_2,), roles=roles), past.root_1, past.new) is Reason.UNSIGNED


def test_a_role_outside_its_paths_proves_nothing(past: _Past) -> None:
    with past.hub.edit_targets("targets") as targets:
        del targets.targets[HUB_KEYS_TARGET]
    keys = past.hub.keys().to_bytes()
    past.hub.sign_target(HUB_KEYS_TARGET, keys, "content")
    proof = Proof(roots=(past.root_2,), roles=past.roles())
    assert _refused(proof, past.root_1, keys, HUB_KEYS_TARGET) is Reason.UNSIGNED


@pytest.mark.parametrize("junk", [b"", b"null", b"{}", b'{"roles":{"targets":"!"}}'])
def test_what_is_no_proof_is_malformed(junk: bytes) -> None:
    for kind in (Proof, Attested):
        with pytest.raises(SyncRefused) as refusal:
            kind.parse(junk)
        assert refusal.value.reason is Reason.MALFORMED


def test_junk_for_metadata_is_unsigned(past: _Past) -> None:
    assert _refused(Proof(roles={"targets": b"junk"}), past.root_1, past.new) is Reason.UNSIGNED
    assert _refused(Proof(roles=past.roles()), b"junk", past.new) is Reason.UNSIGNED
