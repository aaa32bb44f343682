"""What every answer and every request of the hub has in common, whatever page: a cap, and headers for browsers.

The cap stands before anything is parsed: Django would write an uploaded file to the disk that letters need, for anyone
who can reach the sign-in page. The policy keeps what a page shows from being sent elsewhere, even by a script that
should not have been there; the console's own framework writes scripts into its pages, so those must be allowed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.http import HttpRequest, HttpResponse, HttpResponseBase

from content.films import MAX_BYTES as MAX_FILM_BYTES

MAX_REQUEST_BYTES: Final = 8 << 20
"""The largest form, an exhibit's, has well under a megabyte."""
MAX_UPLOAD_BYTES: Final = MAX_FILM_BYTES + (1 << 20)
UPLOADS: Final = "/admin/snippets/exhibition/picture/"
TABLES: Final = "/admin/deputies/import/"
PACKS: Final = "/admin/languages/"
POLICY: Final = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "media-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'self'",
    )
)
READINGS: Final = "/admin/readings/"
_PERMISSIONS: Final = "camera=(), microphone={}, geolocation=()"


class Shield:
    """Middleware; the first of all."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        stated = str(request.META.get("CONTENT_LENGTH") or "0")
        if not (_fits(stated, MAX_REQUEST_BYTES) or (_fits(stated, MAX_UPLOAD_BYTES) and _uploads(request))):
            return HttpResponse("This request is too large.\n", status=413, content_type="text/plain")
        response = self._get_response(request)
        if response.headers.get("Content-Type", "").startswith("text/html"):
            response.headers["Content-Security-Policy"] = POLICY
            reads = "(self)" if request.path.startswith(READINGS) else "()"  # there somebody reads a text aloud
            response.headers["Permissions-Policy"] = _PERMISSIONS.format(reads)
        return response


def _uploads(request: HttpRequest) -> bool:
    """Whether this is a way in for films, tables or packs, for somebody who is signed in; nobody else sends so much."""
    key = request.COOKIES.get(settings.SESSION_COOKIE_NAME, "")
    return request.path.startswith((UPLOADS, TABLES, PACKS)) and bool(key) and SessionStore().exists(key)


def _fits(stated: str, most: int) -> bool:
    return stated.isascii() and stated.isdecimal() and len(stated) < 12 and int(stated) <= most
