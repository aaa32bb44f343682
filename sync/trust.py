"""What may be believed: The Update Framework, through python-tuf, over our own transport.

Owns the metadata cache, the cheap question "is there news", and the translation of TUF's errors into ours. Refuses
what is unsigned, rolled back, mixed, tampered with or expired. Leaves blobs to `sync.blobs` and what is kept on disk
to `sync.staging`. The cache may be lost at any time: the enrolled root is always passed to python-tuf again, since
the cache's own root.json can vanish in a power cut (python-tuf removes and recreates the link, and never flushes).
"""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Final

from tuf.api import exceptions as tuf_errors
from tuf.api.metadata import Metadata, TargetFile, Timestamp
from tuf.api.serialization import DeserializationError
from tuf.ngclient import FetcherInterface, Updater, UpdaterConfig

from sync.disk import write_durably
from sync.errors import Reason, SourceStatus, SyncExpired, SyncRefused
from sync.layout import METADATA_DIR, ROLE_ROOT, ROLE_SNAPSHOT, ROLE_TIMESTAMP, TIMESTAMP_URL, target_url
from sync.proof import Proof
from sync.transport import Source, read_all

MAX_TIMESTAMP_BYTES: Final = 16 << 10
_BASE: Final = "source:///"
_CONFIG: Final = UpdaterConfig(
    max_delegations=8, timestamp_max_length=MAX_TIMESTAMP_BYTES, snapshot_max_length=1 << 20, targets_max_length=1 << 20
)


@dataclass(frozen=True)
class News:
    """The timestamp as a source offered it: not believed, only noticed."""

    source: str
    etag: str
    digest: str


class Verified:
    """A repository whose metadata has passed every check."""

    def __init__(self, updater: Updater, source: Source, cache: Path) -> None:
        self._updater = updater
        self._source = source
        self._cache = cache

    def info(self, target_path: str) -> TargetFile | None:
        """The signed description of a target, or None. Raises SyncRefused, SyncUnreachable."""
        with _translated():
            return self._updater.get_targetinfo(target_path)

    def fetch(self, info: TargetFile, limit: int) -> bytes:
        """A small target's bytes, verified. `limit` in bytes. Raises SyncRefused, SyncUnreachable."""
        if info.length > limit:
            raise SyncRefused(Reason.TOO_LONG, f"{info.path} is signed with {info.length} bytes")
        with self._source.open(target_url(info.path, info.hashes["sha256"]), compressed=True) as answer:
            data = read_all(answer, info.length)
        with _translated():
            info.verify_length_and_hashes(data)
        return data

    def proof(self) -> Proof:
        """What to keep so that the targets asked for can be proven again offline."""
        ignored = {f"{role}.json" for role in (ROLE_ROOT, ROLE_SNAPSHOT, ROLE_TIMESTAMP)} | {Trust.POLL_FILE}
        roles = {path.stem: path.read_bytes() for path in self._cache.glob("*.json") if path.name not in ignored}
        history = sorted((self._cache / "root_history").glob("*.root.json"), key=_root_version)
        return Proof(roots=tuple(path.read_bytes() for path in history), roles=roles)


class Trust:
    """The metadata cache of one root of trust. A hub with another root gets another cache."""

    POLL_FILE: Final = "poll.json"

    def __init__(self, state: Path, root: bytes, scratch: Path) -> None:
        self._root = root
        self._scratch = scratch
        self._cache = state / "meta" / hashlib.sha256(root).hexdigest()[:16]
        self._cache.mkdir(parents=True, exist_ok=True)

    def look(self, source: Source) -> News | None:
        """None when the source offers the timestamp that was last accepted. One request, usually answered by 304.

        This is no security decision. A lying mirror can only delay us, and `expired` ends that.
        Raises SyncUnreachable.
        """
        known = self._remembered()
        etag = known.etag if known is not None and known.source == source.name else ""
        with source.open(TIMESTAMP_URL, etag=etag) as answer:
            if answer.unchanged:
                return None
            digest = hashlib.sha256(read_all(answer, MAX_TIMESTAMP_BYTES)).hexdigest()
            return None if known and known.digest == digest else News(source.name, answer.etag, digest)

    def remember(self, news: News) -> None:
        """To be called only when everything the news led to is in place."""
        document = {"source": news.source, "etag": news.etag, "digest": news.digest}
        write_durably(self._cache / self.POLL_FILE, json.dumps(document).encode())

    def expired(self, now: datetime) -> bool:
        """Whether the accepted timestamp has run out (or is lost): then a 304 proves nothing any more."""
        try:
            stamp = Metadata[Timestamp].from_bytes((self._cache / "timestamp.json").read_bytes())
        except (OSError, DeserializationError):
            return True
        return stamp.signed.is_expired(now)

    def refresh(self, source: Source, now: datetime) -> Verified:
        """Fetch and verify all metadata.

        Raises:
            SyncExpired: nothing fresh is on offer.
            SyncRefused: unsigned, rolled back, mixed or malformed.
            SyncUnreachable: the source did not answer, or a file is missing there.
            OSError: the cache cannot be written.
        """
        for leftover in self._cache.glob("tmp*"):
            leftover.unlink(missing_ok=True)
        with _translated():
            updater = Updater(
                str(self._cache),
                f"{_BASE}{METADATA_DIR}/",
                fetcher=_Fetcher(source, self._scratch),
                config=_CONFIG,
                bootstrap=self._root,
            )
            # python-tuf has no parameter for the clock; the set reads it only after construction
            updater._trusted_set.reference_time = now
            updater.refresh()
        return Verified(updater, source, self._cache)

    def _remembered(self) -> News | None:
        try:
            found = json.loads((self._cache / self.POLL_FILE).read_bytes())
            return News(str(found["source"]), str(found["etag"]), str(found["digest"]))
        except (OSError, ValueError, KeyError, TypeError):
            return None


class _Fetcher(FetcherInterface):
    """python-tuf's view of a source. Its temporary files lie on our partition, not on a RAM disk."""

    def __init__(self, source: Source, scratch: Path) -> None:
        self._source = source
        self._scratch = scratch

    def _fetch(self, url: str) -> Iterator[bytes]:
        try:
            with self._source.open(url.removeprefix(_BASE), compressed=True) as answer:
                yield from answer.chunks
        except SourceStatus as error:
            raise tuf_errors.DownloadHTTPError(str(error), error.status) from error

    @contextmanager
    def download_file(self, url: str, max_length: int) -> Iterator[IO[bytes]]:
        received = 0
        with tempfile.TemporaryFile(dir=self._scratch) as file:
            for chunk in self._fetch(url):
                received += len(chunk)
                if received > max_length:
                    raise tuf_errors.DownloadLengthMismatchError(f"more than {max_length} bytes")
                file.write(chunk)
            file.seek(0)
            yield file


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except tuf_errors.ExpiredMetadataError as error:
        raise SyncExpired(str(error)) from error
    except tuf_errors.UnsignedMetadataError as error:
        raise SyncRefused(Reason.UNSIGNED, str(error)) from error
    except tuf_errors.BadVersionNumberError as error:
        raise SyncRefused(Reason.VERSIONS, str(error)) from error
    except tuf_errors.LengthOrHashMismatchError as error:
        raise SyncRefused(Reason.TAMPERED, str(error)) from error
    except tuf_errors.RepositoryError as error:
        raise SyncRefused(Reason.MALFORMED, str(error)) from error
    except tuf_errors.DownloadLengthMismatchError as error:
        raise SyncRefused(Reason.TOO_LONG, str(error)) from error
    except tuf_errors.DownloadHTTPError as error:
        raise SourceStatus(error.status_code, "metadata") from error


def _root_version(path: Path) -> int:
    return int(path.name.split(".", 1)[0])
