"""Signing in, with a limit to guessing: by name and address together, and by address alone.

A name alone is never shut out: otherwise anyone who knows it could keep its owner from working. The answer is the same
as to a wrong password, the right one included, so that guessing learns nothing while it is shut out.
"""

from __future__ import annotations

import hashlib
import logging
from typing import Any, Final

from django.contrib.auth.backends import ModelBackend
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from hub.site.limits import address_of, forget, within

log: Final = logging.getLogger("hub.door")
WINDOW_SECONDS: Final = 15 * 60
TRIES: Final = 10
"""For one name from one address; a right password begins anew."""
TRIES_OF_ADDRESS: Final = 100
"""For all names from one address: an office may sit behind one."""


class LimitedBackend(ModelBackend):
    """Django's own, asked only while there are tries left."""

    def authenticate(
        self, request: HttpRequest | None, username: str | None = None, password: str | None = None, **kwargs: Any
    ) -> Any:
        """The person, or None. Raises PermissionDenied, which Django answers like a wrong password."""
        if request is None:
            return super().authenticate(request, username, password, **kwargs)
        address = address_of(request)
        pair = "door:" + hashlib.sha256(f"{address}|{username}".encode()).hexdigest()
        if not (
            within(f"door-address:{address}", TRIES_OF_ADDRESS, WINDOW_SECONDS) and within(pair, TRIES, WINDOW_SECONDS)
        ):
            log.warning("too many attempts to sign in as %r from %r", (username or "")[:150], address)
            raise PermissionDenied
        user = super().authenticate(request, username, password, **kwargs)
        if user is not None:
            forget(pair)
        return user
