"""A recording as an answer: whole, or the part that a player asks for when somebody goes to another place in it.

Its bytes are nothing but sound to a browser, whatever they are, and no cache keeps them.
"""

from __future__ import annotations

import re
from typing import Final

from django.http import HttpRequest, HttpResponse

_HEADERS: Final = {
    "Cache-Control": "no-store",
    "Content-Disposition": 'inline; filename="recording.ogg"',
    "Content-Security-Policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Accept-Ranges": "bytes",
}
_RANGE: Final = re.compile(r"bytes=(\d{0,12})-(\d{0,12})")


def begins(request: HttpRequest) -> bool:
    """Whether a recording is asked for from its beginning: a later part belongs to a hearing that has begun."""
    found = _RANGE.fullmatch(request.headers.get("Range", ""))
    return found is None or found[1] in ("", "0")


def sound(request: HttpRequest, audio: bytes, content_type: str = "audio/ogg") -> HttpResponse:
    """The recording, or one range of it (RFC 9110, section 14); any other range is answered with all of it."""
    asked = request.headers.get("Range", "")
    found = _RANGE.fullmatch(asked)
    part = _part(found[1], found[2], len(audio)) if found and (found[1] or found[2]) else None
    if part is None:
        response = HttpResponse(audio, content_type=content_type)
    elif part[0] >= part[1]:
        response = HttpResponse(status=416)
        response.headers["Content-Range"] = f"bytes */{len(audio)}"
    else:
        start, end = part
        response = HttpResponse(audio[start:end], status=206, content_type=content_type)
        response.headers["Content-Range"] = f"bytes {start}-{end - 1}/{len(audio)}"
    for name, value in _HEADERS.items():
        response.headers[name] = value
    return response


def _part(first: str, last: str, length: int) -> tuple[int, int]:
    """Where it begins and where it is over; a range without a first byte counts from the end."""
    if not first:
        return max(0, length - int(last)), length
    return int(first), min(length, int(last) + 1) if last else length
