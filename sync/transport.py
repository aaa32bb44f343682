"""Reading a published repository: over HTTP, or from a folder (a USB stick). Nothing here is trusted.

Owns timeouts, the least acceptable pace, ranges, conditional requests and compression. Leaves every question of
truth to `sync.trust` and `sync.blobs`, which is why an HTTP mirror and a stick need no credentials.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol
from urllib.parse import unquote, urlsplit

import requests
import urllib3

from sync.errors import Reason, SourceStatus, SyncRefused, SyncUnreachable

CHUNK_BYTES: Final = 1 << 16
CONNECT_SECONDS: Final = 5.0
READ_SECONDS: Final = 30.0
PACE_AFTER_SECONDS: Final = 60.0
PACE_BYTES_PER_SECOND: Final = 512
"""Slower than this over a minute is not a poor line but a mirror that wants to keep us waiting."""


@dataclass(frozen=True)
class Answer:
    """`start`: the offset of the first byte of `chunks` (0 when a range was asked for and ignored)."""

    chunks: Iterator[bytes]
    start: int = 0
    etag: str = ""
    unchanged: bool = False


class Source(Protocol):
    """One place a repository can be read from."""

    @property
    def name(self) -> str: ...

    def open(
        self, path: str, *, start: int = 0, etag: str = "", compressed: bool = False
    ) -> AbstractContextManager[Answer]:
        """Raises SyncUnreachable, here or while reading; SourceStatus when the path is not there."""
        ...


class HttpSource:
    """A repository under an http or https URL, through the station's session."""

    def __init__(self, base_url: str, session: requests.Session, tick: Callable[[], float] = time.monotonic) -> None:
        self.name = base_url.rstrip("/")
        self._session = session
        self._tick = tick

    @contextmanager
    def open(self, path: str, *, start: int = 0, etag: str = "", compressed: bool = False) -> Iterator[Answer]:
        headers = {"Accept-Encoding": "gzip" if compressed else "identity"}
        if start:
            headers["Range"] = f"bytes={start}-"
        if etag:
            headers["If-None-Match"] = etag
        try:
            response = self._session.get(
                f"{self.name}/{path}", headers=headers, stream=True, timeout=(CONNECT_SECONDS, READ_SECONDS)
            )
        except requests.RequestException as error:
            raise SyncUnreachable(f"{self.name}: {type(error).__name__}") from error
        with response:
            if response.status_code not in (200, 206, 304):
                raise SourceStatus(response.status_code, path)
            yield Answer(
                chunks=self._chunks(response),
                start=_range_start(response, start),
                etag=response.headers.get("ETag", ""),
                unchanged=response.status_code == 304,
            )

    def _chunks(self, response: requests.Response) -> Iterator[bytes]:
        # read1 hands over what has arrived; read would wait for a full chunk and let a drip pass the timeout for ever
        began, received = self._tick(), 0
        try:
            while data := response.raw.read1(CHUNK_BYTES, decode_content=True):
                received += len(data)
                elapsed = self._tick() - began
                if elapsed > PACE_AFTER_SECONDS and received < elapsed * PACE_BYTES_PER_SECOND:
                    raise SyncUnreachable(f"{self.name}: too slow to be useful")
                yield data
        except (requests.RequestException, urllib3.exceptions.HTTPError, OSError) as error:
            raise SyncUnreachable(f"{self.name}: {type(error).__name__} while reading") from error


class DirectorySource:
    """A repository in a folder, as written by `sync.bundle`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder.resolve()
        self.name = self._folder.as_uri()

    @contextmanager
    def open(self, path: str, *, start: int = 0, etag: str = "", compressed: bool = False) -> Iterator[Answer]:
        wanted = (self._folder / unquote(path)).resolve()
        if not wanted.is_relative_to(self._folder) or not wanted.is_file():
            raise SourceStatus(404, path)
        try:
            with wanted.open("rb") as file:
                file.seek(start)
                yield Answer(chunks=_read(file.read), start=start)
        except OSError as error:
            raise SyncUnreachable(f"{wanted}: {error.strerror}") from error


def source_for(url: str, session: requests.Session) -> Source:
    """`file:` URLs become folders, the rest HTTP. Raises ValueError on any other scheme."""
    parts = urlsplit(url)
    if parts.scheme == "file":
        return DirectorySource(Path(unquote(parts.path)))
    if parts.scheme in ("http", "https") and parts.netloc:
        return HttpSource(url, session)
    raise ValueError(f"not an address of a repository: {url!r}")


def read_all(answer: Answer, limit: int) -> bytes:
    """The whole body. Raises SyncRefused(TOO_LONG) as soon as it passes the limit (bytes)."""
    body = bytearray()
    for chunk in answer.chunks:
        body += chunk
        if len(body) > limit:
            raise SyncRefused(Reason.TOO_LONG, f"more than {limit} bytes")
    return bytes(body)


def _read(read: Callable[[int], bytes]) -> Iterator[bytes]:
    while data := read(CHUNK_BYTES):
        yield data


def _range_start(response: requests.Response, wanted: int) -> int:
    if response.status_code != 206:
        return 0
    if not response.headers.get("Content-Range", "").startswith(f"bytes {wanted}-"):
        raise SyncUnreachable("answered another range than was asked for")
    return wanted
