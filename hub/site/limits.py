"""Counting attempts, so that guessing takes too long. Owns the counters, which live in the one serving process.

Leaves to its callers what is counted, and what is answered when it is too much.
"""

from __future__ import annotations

from django.core.cache import cache
from django.http import HttpRequest

from hub.publishing.services import hub_settings


def within(key: str, most: int, seconds: int) -> bool:
    """Count one attempt. Whether there were at most `most` of this key in the window of `seconds` it began."""
    cache.add(key, 0, seconds)
    try:
        return bool(cache.incr(key) <= most)
    except ValueError:  # expired between the two calls
        return True


def forget(key: str) -> None:
    """Begin again at nothing."""
    cache.delete(key)


def address_of(request: HttpRequest) -> str:
    """Where a request comes from: the last address our own proxy noted, or the peer."""
    if hub_settings().behind_proxy:
        forwarded: str = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
        if forwarded:
            return forwarded
    return str(request.META.get("REMOTE_ADDR", ""))
