"""Enrolment: a one-time code made by staff, a key made on the station, and the record that joins them.

Owns codes and joining. The same code with the same key gets the same answer again, because the first may have been lost
on the way. Leaves the wire to `hub.deviceapi`.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from django.db import transaction

from hub.stations.models import EnrolmentCode, Station
from sync.messages import CODE_ALPHABET, EnrolRequest, enrol_message

LIFETIME: Final = timedelta(hours=24)
_LENGTH: Final = 12
"""31^12 codes, about 59 bits: with ten tries a minute, no guess succeeds within the lifetime."""


class CodeRefused(Exception):
    """Unknown, expired or used by another key: the answer does not say which."""


def issue_code(station_name: str, now: datetime, choose: Callable[[str], str] = secrets.choice) -> str:
    """A new code for a station of this name, in groups of four; only its hash is kept."""
    code = "".join(choose(CODE_ALPHABET) for _ in range(_LENGTH))
    EnrolmentCode.objects.create(
        digest=_digest(code), station_name=station_name, created_at=now, expires_at=now + LIFETIME
    )
    return "-".join(code[at : at + 4] for at in range(0, _LENGTH, 4))


@transaction.atomic
def join(request: EnrolRequest, now: datetime, make_id: Callable[[], str] | None = None) -> Station:
    """The station that this request enrols, or has enrolled before. Raises CodeRefused."""
    _check_proof(request)
    code = EnrolmentCode.objects.select_for_update().filter(digest=_digest(request.code)).first()
    if code is None:
        raise CodeRefused
    if code.used_at is not None:
        return _again(code, request)
    if code.expires_at <= now or Station.objects.filter(public_key=request.public_key).exists():
        raise CodeRefused
    station = Station.objects.create(
        id=make_id() if make_id else secrets.token_urlsafe(9),
        name=code.station_name,
        public_key=request.public_key,
        enrolled_at=now,
        app_version=request.app_version[:40],
    )
    code.used_at, code.station = now, station
    code.save(update_fields=["used_at", "station"])
    return station


def _again(code: EnrolmentCode, request: EnrolRequest) -> Station:
    station = code.station
    if station is None or station.revoked or bytes(station.public_key) != request.public_key:
        raise CodeRefused
    return station


def _check_proof(request: EnrolRequest) -> None:
    try:
        key = Ed25519PublicKey.from_public_bytes(request.public_key)
        key.verify(request.proof, enrol_message(request.code, request.public_key))
    except (InvalidSignature, ValueError) as error:
        raise CodeRefused from error


def _digest(code: str) -> str:
    plain = "".join(char for char in code.upper() if char in CODE_ALPHABET)
    return hashlib.sha256(f"enrolment-code-v1|{plain}".encode()).hexdigest()
