"""A visitor asks for somebody to come: what a station says of it, and what the hub answers.

Owns the documents and what is signed. A call carries nothing of the visitor. The same request is sent again and again
while somebody waits: it tells the hub, and its answer tells the station. What a station wants only ever moves on
(`come`, then `over` or `met`), so a request that is replayed changes nothing. Leaves sending to the station, and what
staff see to the hub.
"""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta
from typing import Annotated, Final, Literal
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from pydantic import Field

from sync.layout import HubKeys, Published, key_id
from sync.messages import Instant, Signature, StationId, verify_signed

PATH_CALLS: Final = "/v1/calls"
EXPIRES: Final = timedelta(minutes=30)
"""After this long nobody waits any more: a call that was not answered is history."""
Wish = Literal["come", "over", "met"]
"""`come`: somebody is wanted. `over`: no more (taken back, or the visitor left after the answer). `met`: staff were at
the station and said so there."""
CallState = Literal["waiting", "coming", "done"]


class CallRequest(Published):
    """One call. `rings`: how often it was asked for, counted at most once a minute. `age_s`: since when, as a station
    knows it that may have a wrong time of day."""

    station_id: StationId
    id: UUID
    wish: Wish = "come"
    rings: Annotated[int, Field(ge=1, le=99)] = 1
    age_s: Annotated[int, Field(ge=0, le=86_400)] = 0
    language: Annotated[str, Field(max_length=16)] = ""
    """Of the screen: who reads English is met in English."""


class CallAnswer(Published):
    server_time: Instant
    id: UUID
    state: CallState
    key_id: str
    signature: Signature


def call_message(station_id: str, body: bytes, server_time: datetime, call: UUID, state: CallState) -> bytes:
    """The bytes an answer signs: bound to the station and to the exact request."""
    at = server_time.astimezone(UTC).isoformat(timespec="microseconds")
    return "\n".join(("call-v1", station_id, hashlib.sha256(body).hexdigest(), at, str(call), state)).encode()


def sign_call_answer(
    key: Ed25519PrivateKey, station_id: str, body: bytes, server_time: datetime, call: UUID, state: CallState
) -> CallAnswer:
    """The hub's answer, to be made only after the commit."""
    signature = key.sign(call_message(station_id, body, server_time, call, state))
    own = key_id(key.public_key().public_bytes_raw())
    return CallAnswer(server_time=server_time, id=call, state=state, key_id=own, signature=signature)


def verify_call_answer(answer: CallAnswer, keys: HubKeys, station_id: str, body: bytes) -> None:
    """Raises BadSignature: nobody but the hub says that somebody is coming."""
    message = call_message(station_id, body, answer.server_time, answer.id, answer.state)
    verify_signed(answer.key_id, answer.signature, message, keys)
