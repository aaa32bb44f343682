"""The signed repository on disk, as stations fetch it: python-tuf metadata over content-addressed blobs ("thin TUF").

Owns order and signatures: blobs, then the manifest, then content, snapshot and timestamp metadata; until the timestamp
is replaced nobody sees anything. Leaves what a release holds to `builder`, keys to `keys`. python-tuf calls its
Repository class not yet stable; only `open`, `close`, `edit_*`, `do_snapshot` and `do_timestamp` are used.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final

from tuf.api.metadata import (
    DelegatedRole,
    Delegations,
    Metadata,
    MetaFile,
    Root,
    Snapshot,
    TargetFile,
    Targets,
    Timestamp,
)
from tuf.api.serialization.json import JSONSerializer
from tuf.repository import Repository

from hub.publishing.disk import write_durably
from hub.publishing.keys import HubKeyring
from sync.layout import (
    CONTENT_PATHS,
    HUB_KEYS_TARGET,
    METADATA_DIR,
    ROLE_CONTENT,
    ROLE_ROOT,
    ROLE_SNAPSHOT,
    ROLE_TARGETS,
    ROLE_TIMESTAMP,
    TIMESTAMP_URL,
    Blob,
    HubKeys,
    Manifest,
    blob_url,
    manifest_target,
    target_url,
)

LIFETIME: Final[Mapping[str, timedelta]] = {
    ROLE_ROOT: timedelta(days=365),
    ROLE_TARGETS: timedelta(days=365),
    ROLE_CONTENT: timedelta(days=90),
    ROLE_SNAPSHOT: timedelta(days=30),
    ROLE_TIMESTAMP: timedelta(days=7),
}
_KINDS: Final[Mapping[str, Any]] = {ROLE_ROOT: Root, ROLE_SNAPSHOT: Snapshot, ROLE_TIMESTAMP: Timestamp}


class SignedRepository(Repository):
    """`clock` dates signatures; `keys` holds what may be signed here."""

    def __init__(self, folder: Path, keys: HubKeyring, clock: Callable[[], datetime]) -> None:
        self.folder = folder
        self._keys = keys
        self._clock = clock
        self._metadata = folder / METADATA_DIR

    # ---- python-tuf's Repository ----

    def open(self, role: str) -> Metadata[Any]:
        path = self._latest(role)
        if path is not None:
            return Metadata.from_bytes(path.read_bytes())
        metadata: Metadata[Any] = Metadata(_KINDS.get(role, Targets)())
        metadata.signed.version = 0
        return metadata

    def close(self, role: str, md: Metadata[Any]) -> None:
        md.signed.version += 1
        md.signed.expires = self._clock().replace(microsecond=0) + LIFETIME[role]
        md.signatures.clear()
        md.sign(self._keys.signer(role))
        if role != ROLE_ROOT:  # never write what stations would refuse
            delegator: Any = self.targets() if role == ROLE_CONTENT else self.root()
            delegator.verify_delegate(role, md.signed_bytes, md.signatures)
        name = "timestamp.json" if role == ROLE_TIMESTAMP else f"{md.signed.version}.{role}.json"
        write_durably(self._metadata / name, md.to_bytes(JSONSerializer(compact=True)))

    @property
    def targets_infos(self) -> dict[str, MetaFile]:
        found = {role: self._latest(role) for role in (ROLE_TARGETS, ROLE_CONTENT)}
        return {f"{role}.json": MetaFile(_version(path)) for role, path in found.items() if path is not None}

    @property
    def snapshot_info(self) -> MetaFile:
        path = self._latest(ROLE_SNAPSHOT)
        return MetaFile(1 if path is None else _version(path))

    # ---- ceremonies ----

    def exists(self) -> bool:
        return (self.folder / TIMESTAMP_URL).is_file()

    def create(self, announced: HubKeys) -> None:
        """Root, targets with the content role confined to manifests, and an empty first snapshot."""
        with self.edit_root() as root:
            root.consistent_snapshot = True
            for role in (ROLE_ROOT, ROLE_TARGETS, ROLE_SNAPSHOT, ROLE_TIMESTAMP):
                root.add_key(self._keys.signer(role).public_key, role)
        with self.edit_targets() as targets:
            content = DelegatedRole(ROLE_CONTENT, [], 1, True, list(CONTENT_PATHS))
            targets.delegations = Delegations({}, roles={ROLE_CONTENT: content})
            targets.add_key(self._keys.signer(ROLE_CONTENT).public_key, ROLE_CONTENT)
            targets.targets[HUB_KEYS_TARGET] = self._put_target(HUB_KEYS_TARGET, announced.to_bytes())
        with self.edit_targets(ROLE_CONTENT):
            pass
        self.settle(force=True)

    def announce(self, announced: HubKeys) -> bool:
        """Sign changed hub keys; whether they had changed. Raises KeyMissing when the targets key is offline."""
        data = announced.to_bytes()
        known = self.targets().targets.get(HUB_KEYS_TARGET)
        if known is not None and known.hashes["sha256"] == hashlib.sha256(data).hexdigest():
            return False
        with self.edit_targets() as targets:
            targets.targets[HUB_KEYS_TARGET] = self._put_target(HUB_KEYS_TARGET, data)
        self.settle()
        return True

    def settle(self, force: bool = False) -> None:
        """Let snapshot and timestamp say what is on disk; also finishes a publication that was cut short."""
        self.do_snapshot(force=force)
        self.do_timestamp(force=force)

    def refresh(self) -> None:
        """Sign the timestamp again, and what else has lived half its life; targets only if its key is here."""
        for role in (ROLE_TARGETS, ROLE_CONTENT):
            if self._half_spent(role) and self._keys.has(role):
                with self.edit_targets(role):
                    pass
        self.do_snapshot(force=self._half_spent(ROLE_SNAPSHOT))
        self.do_timestamp(force=True)

    def expires(self, role: str) -> datetime:
        """When what this role signed is no longer accepted."""
        found: datetime = self.open(role).signed.expires
        return found

    def first_root(self) -> bytes:
        """The root that stations get with their enrolment. Raises FileNotFoundError before `create`."""
        return (self._metadata / "1.root.json").read_bytes()

    # ---- releases ----

    def put_blob(self, data: bytes) -> Blob:
        blob = Blob.of(data)
        path = self.folder / blob_url(blob.sha256)
        if not path.is_file():
            write_durably(path, data)
        return blob

    def put_manifest(self, manifest: Manifest) -> str:
        """Sign a manifest, all of whose blobs are in place, as the channel's current one. Returns its SHA-256."""
        path = manifest_target(manifest.channel)
        target = self._put_target(path, manifest.to_bytes())
        with self.edit_targets(ROLE_CONTENT) as content:
            content.targets[path] = target
        self.settle()
        return target.hashes["sha256"]

    def current(self, channel: str) -> tuple[str, Manifest] | None:
        """SHA-256 and manifest of the channel's newest signed release; None before the first."""
        path = manifest_target(channel)
        target = self.targets(ROLE_CONTENT).targets.get(path)
        if target is None:
            return None
        sha256 = target.hashes["sha256"]
        return sha256, Manifest.model_validate_json((self.folder / target_url(path, sha256)).read_bytes())

    def _put_target(self, path: str, data: bytes) -> TargetFile:
        target = TargetFile.from_data(path, data, ["sha256"])
        write_durably(self.folder / target_url(path, target.hashes["sha256"]), data)
        return target

    def _latest(self, role: str) -> Path | None:
        if role == ROLE_TIMESTAMP:
            path = self._metadata / "timestamp.json"
            return path if path.is_file() else None
        return max(self._metadata.glob(f"[0-9]*.{role}.json"), key=_version, default=None)

    def _half_spent(self, role: str) -> bool:
        return self.expires(role) - self._clock() < LIFETIME[role] / 2


def _version(path: Path) -> int:
    return int(path.name.partition(".")[0])
