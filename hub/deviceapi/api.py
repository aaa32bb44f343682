"""The device API, version 1: what stations ask. The documents and what is signed are `sync.messages`.

Owns the wire: caps, signatures, answers. Every problem is `application/problem+json` (RFC 9457) with a stable `type`.
Requests may be replayed without harm, so no answer depends on a station's clock.
"""

from __future__ import annotations

import logging
from datetime import datetime
from typing import Any, Final, TypeVar

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import NinjaAPI
from pydantic import BaseModel, ValidationError

from hub.calls.models import heard
from hub.deviceapi.guard import Problem, authenticated, body_of, count_attempt
from hub.letters.arrivals import follow_ups_came, letters_came
from hub.letters.follow_ups import ingest_follow_ups
from hub.letters.ingest import Ingested, ingest
from hub.letters.voices import ingest_parts
from hub.publishing.keys import HubKeyring, KeyMissing
from hub.publishing.services import hub_settings, keyring, publisher
from hub.stations.enrolment import CodeRefused, join
from hub.stations.heartbeat import record
from hub.stations.models import Station
from sync.calls import CallRequest, sign_call_answer
from sync.messages import (
    EnrolAnswer,
    EnrolRequest,
    HeartbeatRequest,
    LettersBatch,
    sign_heartbeat_answer,
    sign_letters_answer,
)
from sync.progress import FollowUpsBatch
from sync.voice import VoicesBatch

log: Final = logging.getLogger("hub.deviceapi")
api: Final = NinjaAPI(title="Bayu Kiosk device API", version="1", docs_url=None, openapi_url=None)
_Document = TypeVar("_Document", bound=BaseModel)
_Batch = TypeVar("_Batch", LettersBatch, FollowUpsBatch, VoicesBatch)


@api.post("/enrol")
def enrol(request: HttpRequest) -> HttpResponse:
    """A new station joins with a one-time code. 200, 403, 413, 422, 429."""
    count_attempt(request)
    wanted = _parsed(EnrolRequest, body_of(request))
    try:
        station = join(wanted, timezone.now())
    except CodeRefused as error:
        raise Problem(
            403, "code-refused", "The code is unknown, has expired, or was used by another station."
        ) from error
    hub = hub_settings()
    log.info("station %s enrolled", station.id)
    return _answer(
        EnrolAnswer(
            station_id=station.id,
            name=station.name,
            channel=hub.channel,
            mirrors=hub.mirrors,
            root=publisher().repository().first_root(),
            hub_keys=keyring().announced(),
        )
    )


@api.post("/letters")
def letters(request: HttpRequest) -> HttpResponse:
    """Sealed letters; the receipt is signed after the commit. 200, 401, 403, 413, 422."""
    body, station, batch = _sent(LettersBatch, request, "letters")
    keys, now = keyring(), timezone.now()
    done = ingest(batch, station, keys.seal_key_ids(), now)
    letters_came(done.stored, keys, now)
    return _receipt(keys, station, body, now, done)


@api.post("/follow-ups")
def follow_ups(request: HttpRequest) -> HttpResponse:
    """Sealed ratings and withdrawals, receipted as letters are, whatever comes of them. 200, 401, 403, 413, 422."""
    body, station, batch = _sent(FollowUpsBatch, request, "items")
    keys, now = keyring(), timezone.now()
    done = ingest_follow_ups(batch, station, keys.seal_key_ids(), now)
    follow_ups_came(done.stored, keys, now)
    return _receipt(keys, station, body, now, done)


@api.post("/voices")
def voices(request: HttpRequest) -> HttpResponse:
    """Sealed parts of recordings, receipted as letters are. 200, 401, 403, 413, 422."""
    body, station, batch = _sent(VoicesBatch, request, "recordings")
    keys, now = keyring(), timezone.now()
    done = ingest_parts(batch, station, keys.seal_key_ids(), now)
    return _receipt(keys, station, body, now, done)


@api.post("/calls")
def calls(request: HttpRequest) -> HttpResponse:
    """Somebody is wanted at a station, or no more; the answer says who comes. 200, 401, 403, 413, 422."""
    body = body_of(request)
    station = authenticated(request, body)
    said = _parsed(CallRequest, body)
    now = timezone.now()
    call = heard(said, station, now) if said.station_id == station.id else None
    if call is None:
        raise Problem(403, "wrong-station", "The call belongs to another station than the one that signed.")
    return _answer(sign_call_answer(keyring().receipt_key(), station.id, body, now, call.id, call.state))


@api.post("/heartbeat")
def heartbeat(request: HttpRequest) -> HttpResponse:
    """How a station is. 200, 401, 403, 413, 422."""
    body = body_of(request)
    station = authenticated(request, body)
    said = _parsed(HeartbeatRequest, body)
    if said.station_id != station.id:
        raise Problem(403, "wrong-station", "The heartbeat names another station than the one that signed.")
    now = timezone.now()
    since = record(station, said, now)
    return _answer(sign_heartbeat_answer(keyring().receipt_key(), station.id, body, now, since))


@api.get("/health")
def health(request: HttpRequest) -> HttpResponse:
    """Whether this hub can take letters and serve content. 200 or 503."""
    found = {"database": _database_answers(), "keys": _keys_work(), "repository": publisher().repository().exists()}
    state = {"status": "ok" if all(found.values()) else "degraded", "parts": found}
    return api.create_response(request, state, status=200 if all(found.values()) else 503)


@api.exception_handler(Problem)
def _problem(request: HttpRequest, error: Any) -> HttpResponse:
    found = {"type": f"urn:bayu-kiosk:problem:{error.kind}", "title": error.title, "status": error.status}
    response = api.create_response(request, found, status=error.status)
    response["Content-Type"] = "application/problem+json"
    if error.status == 429:
        response["Retry-After"] = "60"
    return response


@api.exception_handler(KeyMissing)
def _no_key(request: HttpRequest, error: Any) -> HttpResponse:
    log.error("%s", error)
    return _problem(request, Problem(503, "not-ready", "This hub has no keys to sign with."))


def _sent(model: type[_Batch], request: HttpRequest, what: str) -> tuple[bytes, Station, _Batch]:
    """What a station sent and signed, and that station. Raises Problem."""
    body = body_of(request)
    station = authenticated(request, body)
    batch = _parsed(model, body)
    if batch.station_id != station.id:
        raise Problem(403, "wrong-station", f"The {what} name another station than the one that signed.")
    return body, station, batch


def _receipt(keys: HubKeyring, station: Station, body: bytes, now: datetime, done: Ingested) -> HttpResponse:
    return _answer(sign_letters_answer(keys.receipt_key(), station.id, body, now, done.stored, done.refused))


def _parsed(model: type[_Document], body: bytes) -> _Document:
    try:
        return model.model_validate_json(body)
    except ValidationError as error:
        raise Problem(422, "malformed", f"The document is not a valid {model.__name__}.") from error


def _answer(document: Any) -> HttpResponse:
    return HttpResponse(document.to_bytes(), content_type="application/json")


def _database_answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return False
    return True


def _keys_work() -> bool:
    try:
        return bool(keyring().announced())
    except (KeyMissing, ValueError):
        return False
