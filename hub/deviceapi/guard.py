"""Who may speak, how much and how often: body cap, signed requests, attempts at enrolment."""

from __future__ import annotations

from typing import Final

from django.http import HttpRequest

from hub.site.limits import address_of, within
from hub.stations.models import Station
from sync.messages import MAX_BODY_BYTES, BadSignature, station_of, verify_headers

ATTEMPTS: Final = 10
WINDOW_SECONDS: Final = 60


class Problem(Exception):
    """An answer other than 200. `kind` is stable; `title` is for the log of a station."""

    def __init__(self, status: int, kind: str, title: str) -> None:
        self.status, self.kind, self.title = status, kind, title
        super().__init__(title)


def body_of(request: HttpRequest) -> bytes:
    """The whole body. Raises Problem(413) beyond the cap, without reading further."""
    stated = request.headers.get("Content-Length", "")
    if stated.isdecimal() and int(stated) > MAX_BODY_BYTES:
        raise Problem(413, "too-large", f"A request may have {MAX_BODY_BYTES} bytes.")
    body: bytes = request.read(MAX_BODY_BYTES + 1)
    if len(body) > MAX_BODY_BYTES:
        raise Problem(413, "too-large", f"A request may have {MAX_BODY_BYTES} bytes.")
    return body


def authenticated(request: HttpRequest, body: bytes) -> Station:
    """The station that signed the request. Raises Problem(401), or 403 when it has been revoked."""
    station = Station.objects.filter(pk=station_of(request.headers)).first()
    if station is None:
        raise Problem(401, "unknown-signature", "The request is not signed by a station of this hub.")
    try:
        verify_headers(bytes(station.public_key), request.headers, request.method or "", request.path, body)
    except BadSignature as error:
        raise Problem(401, "unknown-signature", "The request is not signed by a station of this hub.") from error
    if station.revoked:
        raise Problem(403, "revoked", "This station has been revoked.")
    return station


def count_attempt(request: HttpRequest) -> None:
    """Raises Problem(429) after ATTEMPTS within WINDOW_SECONDS from one address."""
    if not within(f"enrol-attempts:{address_of(request)}", ATTEMPTS, WINDOW_SECONDS):
        raise Problem(429, "too-many-attempts", "Too many attempts; wait a minute.")
