"""What every answer and every request of the hub has in common, whatever page: a cap, and headers for browsers.

The cap stands before anything is parsed: Django would write an uploaded file to the disk that letters need, for anyone
who can reach the sign-in page. The policy keeps what a page shows from being sent elsewhere, even by a script that
should not have been there; the console's own framework writes scripts into its pages, so those must be allowed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from django.http import HttpRequest, HttpResponse, HttpResponseBase

MAX_REQUEST_BYTES: Final = 8 << 20
"""The largest form, an exhibit's, has well under a megabyte."""
POLICY: Final = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'self'",
    )
)
_PERMISSIONS: Final = "camera=(), microphone=(), geolocation=()"


class Shield:
    """Middleware; the first of all."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not _fits(str(request.META.get("CONTENT_LENGTH") or "0")):
            return HttpResponse("This request is too large.\n", status=413, content_type="text/plain")
        response = self._get_response(request)
        if response.headers.get("Content-Type", "").startswith("text/html"):
            response.headers["Content-Security-Policy"] = POLICY
            response.headers["Permissions-Policy"] = _PERMISSIONS
        return response


def _fits(stated: str) -> bool:
    return stated.isascii() and stated.isdecimal() and len(stated) < 12 and int(stated) <= MAX_REQUEST_BYTES
