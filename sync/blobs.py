"""Fetching blobs by hash: resumable, at most as long as signed, verified before anything else sees them.

Owns the download of one blob and the grouping into batches that are flushed together. Leaves the disk to
`sync.staging`, the line to `sync.transport`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from sync.errors import Reason, SourceStatus, SyncRefused, SyncUnreachable
from sync.layout import Blob, blob_url
from sync.staging import Store
from sync.transport import Source

BATCH_FILES: Final = 512
BATCH_BYTES: Final = 64 << 20
Progress = Callable[[int, int], None]
"""Called with blobs done and blobs in all."""


def fetch_all(store: Store, source: Source, need: Sequence[Blob], progress: Progress | None = None) -> None:
    """Bring every blob into the store.

    Raises:
        SyncUnreachable: the line broke; parts are kept and go on next time.
        SyncRefused: a blob is not what was signed, even when fetched afresh.
        OSError: the disk is full or failing.
    """
    staged: list[str] = []
    size = 0
    for done, blob in enumerate(need):
        _fetch(store.part(blob.sha256), source, blob)
        staged.append(blob.sha256)
        size += blob.length
        if len(staged) >= BATCH_FILES or size >= BATCH_BYTES:
            store.adopt(staged)
            staged, size = [], 0
        if progress is not None:
            progress(done + 1, len(need))
    store.adopt(staged)


def _fetch(part: Path, source: Source, blob: Blob) -> None:
    resumed = part.exists()
    try:
        if _download(part, source, blob):
            return
    except SourceStatus as error:
        if not resumed or error.status != 416:
            raise
    if not resumed:
        part.unlink(missing_ok=True)
        raise SyncRefused(Reason.TAMPERED, f"blob {blob.sha256} is not what was signed")
    # what we held may have been the poisoned half: once more from nothing
    part.unlink(missing_ok=True)
    _fetch(part, source, blob)


def _download(part: Path, source: Source, blob: Blob) -> bool:
    """Whether the part is now the blob. Raises SyncUnreachable when it is still too short."""
    digest, have = _begun(part)
    if have < blob.length or not part.exists():
        with source.open(blob_url(blob.sha256), start=have) as answer:
            if answer.start != have:
                digest, have = hashlib.sha256(), 0
            with part.open("ab" if have else "wb") as file:
                for chunk in answer.chunks:
                    have += len(chunk)
                    if have > blob.length:
                        break
                    digest.update(chunk)
                    file.write(chunk)
        if have < blob.length:
            raise SyncUnreachable(f"blob {blob.sha256}: {have} of {blob.length} bytes came")
    return have == blob.length and digest.hexdigest() == blob.sha256


def _begun(part: Path) -> tuple[hashlib._Hash, int]:
    digest, have = hashlib.sha256(), 0
    if part.exists():
        with part.open("rb") as file:
            while data := file.read(1 << 20):
                digest.update(data)
                have += len(data)
    return digest, have
