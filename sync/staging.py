"""The station's store of releases. What is current is always whole, signed, and byte for byte what was approved.

State folder, on one partition:

    incoming/<sha256>.part          being fetched; survives a restart
    cas/<aa>/<sha256>               verified blobs, immutable
    releases/<sha256>.json, .proof  manifests, and the proof that each was signed
    current -> releases/<sha256>.json

Order makes it safe: data is durable before its name appears in cas/, names before the manifest, the manifest before
`current`, which moves in one rename. Leaves fetching to `sync.blobs` and trust to the `approve` it is given.
"""

from __future__ import annotations

import errno
import re
import shutil
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from sync.disk import hash_of, point_durably, sweep, sync_filesystem, write_durably
from sync.errors import ReleaseDamaged, SyncRefused
from sync.layout import Blob, Manifest, parse_section
from sync.release import Release, blob_path

RESERVE_BYTES: Final = 256 << 20
"""Left free for letters, logs and the system."""
Approve = Callable[[bytes, bytes], None]
"""Given a manifest and its proof; raises SyncRefused unless it was signed."""
_RELEASE_NAME = re.compile(r"releases/([0-9a-f]{64})\.json")


def free_bytes(folder: Path) -> int:
    return shutil.disk_usage(folder).free


class Store:
    """One state folder. Writing calls must hold the client's lock; reading needs none."""

    def __init__(
        self,
        state: Path,
        *,
        keep: int = 2,
        reserve: int = RESERVE_BYTES,
        free: Callable[[Path], int] = free_bytes,
    ) -> None:
        self.state = state
        self.incoming = state / "incoming"
        self._releases = state / "releases"
        self._keep = keep
        self._reserve = reserve
        self._free = free
        for folder in (self.incoming, self._releases, state / "cas"):
            folder.mkdir(parents=True, exist_ok=True)

    # ---- reading -----------------------------------------------------------------------------------------------

    def current_name(self) -> str | None:
        """The hash of the release `current` names, whether or not it is any good."""
        try:
            match = _RELEASE_NAME.fullmatch(str((self.state / "current").readlink()))
        except OSError:
            return None
        return match.group(1) if match else None

    def open_current(self, approve: Approve) -> Release | None:
        """The current release, or the newest one before it that is whole; None when there is none.

        Every byte is hashed. Blobs that are damaged are removed, so that the next sync fetches them again.
        """
        current = self.current_name()
        older = [name for name in self._names_newest_first() if name != current]
        for name in ([current] if current else []) + older:
            try:
                return self.load(name, approve)
            except (ReleaseDamaged, SyncRefused):
                continue
        return None

    def load(self, sha256: str, approve: Approve) -> Release:
        """A stored release, after its proof and every blob have been checked.

        Raises:
            ReleaseDamaged: something is missing or changed.
            SyncRefused: the proof does not hold.
        """
        manifest_file = self._releases / f"{sha256}.json"
        try:
            data, proof = manifest_file.read_bytes(), manifest_file.with_suffix(".proof").read_bytes()
        except OSError as error:
            raise ReleaseDamaged(f"release {sha256}: {error.strerror}") from error
        if Blob.of(data).sha256 != sha256:
            raise ReleaseDamaged(f"release {sha256}: the manifest was changed")
        approve(data, proof)
        return self._checked(self._parse(sha256, data))

    def has(self, blob: Blob) -> bool:
        """Whether the blob is here. Only verified, flushed files enter cas/, so the size is enough while running."""
        try:
            return blob_path(self.state, blob.sha256).stat().st_size == blob.length
        except OSError:
            return False

    def missing(self, blobs: Iterable[Blob]) -> list[Blob]:
        """The blobs to fetch, each once, small ones first: words before films."""
        wanted = {blob.sha256: blob for blob in blobs if not self.has(blob)}
        return sorted(wanted.values(), key=lambda blob: (blob.length, blob.sha256))

    def read_section(self, blob: Blob) -> dict[str, Blob]:
        """Raises ReleaseDamaged when the section is not here, changed, or no section."""
        path = blob_path(self.state, blob.sha256)
        try:
            data = path.read_bytes()
            if Blob.of(data) != blob:
                path.unlink()
                raise ReleaseDamaged("a section was changed")
            return parse_section(data)
        except (OSError, ValidationError) as error:
            raise ReleaseDamaged("a section cannot be read") from error

    # ---- writing -----------------------------------------------------------------------------------------------

    def part(self, sha256: str) -> Path:
        """Where a blob is collected until it is whole."""
        return self.incoming / f"{sha256}.part"

    def adopt(self, hashes: Iterable[str]) -> None:
        """Move verified parts into cas/: data durable first, then the names."""
        staged = list(hashes)
        if not staged:
            return
        sync_filesystem(self.state)
        for sha256 in staged:
            path = blob_path(self.state, sha256)
            path.parent.mkdir(exist_ok=True)
            self.part(sha256).replace(path)
        sync_filesystem(self.state)

    def activate(self, release: Release, manifest: bytes, proof: bytes) -> None:
        """Make a release current, all of whose blobs are here."""
        path = self._releases / f"{release.sha256}.json"
        write_durably(path.with_suffix(".proof"), proof)
        write_durably(path, manifest)
        self.flush()
        point_durably(self.state / "current", f"releases/{path.name}")

    def flush(self) -> None:
        """Also python-tuf's metadata, which it does not flush itself: rollback protection must survive a power cut."""
        sync_filesystem(self.state)

    def make_room(self, need: Iterable[Blob], coming: Release) -> None:
        """Free space for what is to be fetched, giving up the previous release before giving up the new one.

        Raises OSError(ENOSPC) when that is not enough.
        """
        for keep in (self._keep, 1):
            if self._room(need):
                return
            self.collect(keep, coming)
        if not self._room(need):
            raise OSError(errno.ENOSPC, "not enough room for the release", str(self.state))

    def collect(self, keep: int | None = None, coming: Release | None = None) -> int:
        """Remove what no kept release needs; the current one is always kept. Returns bytes freed."""
        live = set(coming.blobs()) if coming else set()
        for release in self._kept(self._keep if keep is None else keep):
            live |= set(release.blobs())
        freed = 0
        for path in [*(self.state / "cas").glob("*/*"), *self.incoming.glob("*.part")]:
            if path.stem not in live:
                freed += path.stat().st_size
                path.unlink()
        for folder in (self.state, self._releases, self.incoming):
            sweep(folder)
        return freed

    def scrub(self, release: Release) -> list[str]:
        """Hash every blob of a release; remove the damaged ones and return their hashes."""
        bad = [sha256 for sha256 in sorted(release.blobs()) if not self._whole(sha256)]
        for sha256 in bad:
            blob_path(self.state, sha256).unlink(missing_ok=True)
        return bad

    # ---- private -----------------------------------------------------------------------------------------------

    def _parse(self, sha256: str, data: bytes) -> Release:
        try:
            manifest = Manifest.model_validate_json(data)
        except ValidationError as error:
            raise ReleaseDamaged(f"release {sha256}: no manifest") from error
        return Release(self.state, sha256, manifest, self.files_of(manifest))

    def files_of(self, manifest: Manifest) -> Mapping[str, Blob]:
        """All files of a manifest whose sections are here. Raises ReleaseDamaged."""
        files: dict[str, Blob] = {}
        for section in manifest.sections.values():
            files |= self.read_section(section)
        return files

    def _checked(self, release: Release) -> Release:
        if bad := self.scrub(release):
            raise ReleaseDamaged(f"release {release.label}: {len(bad)} files missing or changed")
        return release

    def _whole(self, sha256: str) -> bool:
        try:
            return hash_of(blob_path(self.state, sha256)) == sha256
        except OSError:
            return False

    def _kept(self, keep: int) -> list[Release]:
        """The current release and the newest others, `keep` in all; the rest lose their manifests."""
        current = self.current_name()
        kept: list[Release] = []
        names = self._names_newest_first()
        for name in sorted(names, key=lambda name: name != current):
            path = self._releases / f"{name}.json"
            try:
                if len(kept) < max(1, keep):
                    kept.append(self._parse(name, path.read_bytes()))
                    continue
            except (ReleaseDamaged, OSError):
                if name == current:
                    continue
            path.unlink(missing_ok=True)
            path.with_suffix(".proof").unlink(missing_ok=True)
        return kept

    def _names_newest_first(self) -> list[str]:
        dated = []
        for path in self._releases.glob("*.json"):
            try:
                dated.append((Manifest.model_validate_json(path.read_bytes()).published_at, path.stem))
            except (OSError, ValidationError):
                continue
        return [name for _, name in sorted(dated, reverse=True)]

    def _room(self, need: Iterable[Blob]) -> bool:
        begun = sum(path.stat().st_size for path in self.incoming.glob("*.part"))
        wanted = max(0, sum(blob.length for blob in need) - begun)
        return self._free(self.state) - wanted > self._reserve
