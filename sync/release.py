"""A release on this station, as readers see it: files by logical path, verified by hash whenever they are read.

Owns reading. Leaves to `sync.staging` how releases come and go, and to `content` what the files say.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from sync.errors import ReleaseDamaged
from sync.layout import Blob, Manifest, blob_url


class Release:
    """`sha256` is the manifest's hash and the release's true name; `manifest.release` is its label."""

    def __init__(self, state: Path, sha256: str, manifest: Manifest, files: Mapping[str, Blob]) -> None:
        self.sha256 = sha256
        self.manifest = manifest
        self._state = state
        self._files = dict(files)

    @property
    def label(self) -> str:
        return self.manifest.release

    def paths(self, prefix: str = "") -> tuple[str, ...]:
        """Logical paths that begin with the prefix, sorted."""
        return tuple(sorted(path for path in self._files if path.startswith(prefix)))

    def __contains__(self, path: object) -> bool:
        return path in self._files

    def blob(self, path: str) -> Blob:
        """Raises KeyError when the release has no such file."""
        return self._files[path]

    def read(self, path: str) -> bytes:
        """The file's bytes.

        Raises:
            KeyError: the release has no such file.
            ReleaseDamaged: the disk no longer holds what was signed.
        """
        blob = self._files[path]
        try:
            data = self.file(path).read_bytes()
        except OSError as error:
            raise ReleaseDamaged(f"{path}: {error.strerror}") from error
        if hashlib.sha256(data).hexdigest() != blob.sha256:
            raise ReleaseDamaged(f"{path}: not what was signed")
        return data

    def file(self, path: str) -> Path:
        """Where the file lies, for players that need a path; verified when the release was opened, not now.

        Raises KeyError when the release has no such file. The file stays for as long as the release is the current
        or the previous one.
        """
        return blob_path(self._state, self._files[path].sha256)

    def blobs(self) -> dict[str, Blob]:
        """Every blob of the release, sections included, by hash."""
        every = [*self.manifest.sections.values(), *self._files.values()]
        return {blob.sha256: blob for blob in every}


def blob_path(state: Path, sha256: str) -> Path:
    """`cas/<aa>/<sha256>` below the state folder."""
    return state / "cas" / blob_url(sha256).removeprefix("blobs/")
