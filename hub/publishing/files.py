"""Serving the published repository: whole files, ranges, and "not modified", so that stations resume and poll cheaply.

A proxy in front may serve the same folder instead; nothing here is secret, and nothing needs to be trusted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from django.http import (
    FileResponse,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseNotAllowed,
    StreamingHttpResponse,
)
from django.views.decorators.csrf import csrf_exempt

from hub.publishing.services import hub_settings
from sync.layout import BLOBS_DIR, METADATA_DIR, TARGETS_DIR, TIMESTAMP_URL

_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")
_IMMUTABLE = "public, max-age=31536000, immutable"
_CHUNK = 64 << 10


@dataclass(frozen=True)
class Span:
    """Bytes `first` to `last`, both included."""

    first: int
    last: int

    @property
    def length(self) -> int:
        return self.last - self.first + 1


class Unsatisfiable(Exception):
    """The range begins beyond the end."""


def span_of(header: str, size: int) -> Span | None:
    """The one range asked for (RFC 9110 14.2); None when there is none that we serve, and the whole file is due.

    Raises Unsatisfiable.
    """
    found = _RANGE.fullmatch(header.strip())
    if found is None or found[1] == found[2] == "":
        return None
    if found[1] == "":
        length = min(int(found[2]), size)
        if length == 0:
            raise Unsatisfiable
        return Span(size - length, size - 1)
    first, last = int(found[1]), int(found[2]) if found[2] else size - 1
    if found[2] and last < first:
        return None
    if first >= size:
        raise Unsatisfiable
    return Span(first, min(last, size - 1))


@csrf_exempt
def published_file(request: HttpRequest, path: str) -> HttpResponseBase:
    """A file of the repository. 200, 206, 304, 404, 405 or 416."""
    if request.method not in ("GET", "HEAD"):
        return HttpResponseNotAllowed(["GET", "HEAD"])
    file = _find(hub_settings().repo_dir, path)
    if file is None:
        return _plain(404)
    try:
        opened = file.open("rb")
    except OSError:
        return _plain(404)
    stat = file.stat()
    etag = _etag(file, stat.st_size, stat.st_mtime_ns)
    if _matches(request.headers.get("If-None-Match", ""), etag):
        opened.close()
        return _dressed(HttpResponse(status=304), path, etag)
    return _dressed(_body(request, opened, stat.st_size, etag), path, etag)


def _body(request: HttpRequest, opened: BinaryIO, size: int, etag: str) -> HttpResponseBase:
    wanted = request.headers.get("Range", "")
    condition = request.headers.get("If-Range", "")
    span = None
    if wanted and condition in ("", etag):
        try:
            span = span_of(wanted, size)
        except Unsatisfiable:
            opened.close()
            return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    if span is None:
        return FileResponse(opened, content_type="application/octet-stream")
    response = StreamingHttpResponse(
        _part(opened, span),
        status=206,
        content_type="application/octet-stream",
        headers={"Content-Range": f"bytes {span.first}-{span.last}/{size}", "Content-Length": str(span.length)},
    )
    response._resource_closers.append(opened.close)  # type: ignore[attr-defined]
    return response


def _find(repo: Path, path: str) -> Path | None:
    """The file at a published path; None for anything else, `..` and links out of the repository included."""
    folder, _, rest = path.partition("/")
    if folder not in (METADATA_DIR, TARGETS_DIR, BLOBS_DIR) or any(part.startswith(".") for part in rest.split("/")):
        return None
    file = repo / path
    try:
        return file if file.is_file() and file.resolve().is_relative_to(repo.resolve()) else None
    except OSError:  # a name longer than a disk can hold
        return None


def _etag(file: Path, size: int, modified_ns: int) -> str:
    return f'"{file.name}"' if len(file.name) == 64 else f'"{modified_ns:x}-{size:x}"'


def _matches(header: str, etag: str) -> bool:
    return header.strip() == "*" or etag in [one.strip().removeprefix("W/") for one in header.split(",")]


def _dressed(response: HttpResponseBase, path: str, etag: str) -> HttpResponseBase:
    response.headers["ETag"] = etag
    response.headers["Accept-Ranges"] = "bytes"
    response.headers["Cache-Control"] = "no-cache" if path == TIMESTAMP_URL else _IMMUTABLE
    return response


def _plain(status: int) -> HttpResponse:
    # the next root does not exist until it does: a cache may remember that for a minute, no longer
    return HttpResponse(status=status, headers={"Cache-Control": "max-age=60"})


def _part(opened: BinaryIO, span: Span) -> Iterator[bytes]:
    opened.seek(span.first)
    left = span.length
    while left > 0 and (data := opened.read(min(_CHUNK, left))):
        left -= len(data)
        yield data
