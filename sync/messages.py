"""What stations send up, and what the hub answers: version 1 of the device API.

Owns the documents (enrolment, letters, heartbeat) and the exact bytes that are signed: requests by the station's
Ed25519 key, receipts and heartbeat answers by the hub's receipt key. Leaves sealing to `sync.seal`, sending to
`sync.uplink`, and storing to the hub. A signed request may be replayed without harm, because every request is
idempotent; therefore no signature depends on a station's clock being right.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Final, Literal
from uuid import UUID

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from pydantic import AwareDatetime, Field, model_validator

from sync.layout import Base64, Channel, HubKeys, PublicKey, Published, key_id

PATH_ENROL: Final = "/v1/enrol"
PATH_LETTERS: Final = "/v1/letters"
PATH_HEARTBEAT: Final = "/v1/heartbeat"
PATH_HEALTH: Final = "/v1/health"

HEADER_STATION: Final = "X-Station"
HEADER_TIME: Final = "X-Time"
HEADER_SIGNATURE: Final = "X-Signature"

BATCH_LIMIT: Final = 20
"""Letters in one request."""
MAX_BODY_BYTES: Final = 2 << 20
MAX_SEALED_BYTES: Final = 64 << 10
MAX_DRAWINGS: Final = 6
MAX_DRAWING_SIDE: Final = 4000
MAX_DRAWING_STROKES: Final = 200
MAX_DRAWING_POINTS: Final = 700
MAX_VOICE_SECONDS: Final = 90
MAX_VOICE_BYTES: Final = 250_000
MAX_VOICE_PARTS: Final = 7
CODE_ALPHABET: Final = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"

StationId = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,64}$")]
ReceiptCode = Annotated[str, Field(pattern=rf"^[{CODE_ALPHABET}]{{8}}$")]
"""Seven random characters and the check character, without the space between the groups of four."""
Signature = Annotated[Base64, Field(min_length=64, max_length=64)]
Instant = AwareDatetime


class BadSignature(Exception):
    """The bytes were not signed by the key that should have signed them."""


# ---- enrolment -------------------------------------------------------------------------------------------------


class EnrolRequest(Published):
    """A station asks to join with its one-time code; `proof` signs `enrol_message` with the key it presents.

    The hub answers the same code with the same key again in the same way: the first answer may have been lost.
    """

    code: Annotated[str, Field(min_length=1, max_length=64)]
    public_key: Annotated[Base64, Field(min_length=32, max_length=32)]
    proof: Signature
    app_version: str = ""


class EnrolAnswer(Published):
    """Everything a new station needs. `root` is the first TUF root: the root of trust of this city's hub."""

    station_id: StationId
    name: str
    profile: str = "standard"
    channel: Channel
    repository: str = "/repo"
    """URL of the published repository: absolute, or a path below the hub's own address."""
    mirrors: tuple[str, ...] = ()
    """Absolute URLs of mirrors, tried before `repository`. They hold no keys and need no trust."""
    root: Annotated[Base64, Field(min_length=1, max_length=512_000)]
    hub_keys: HubKeys


def fingerprint(root: bytes) -> str:
    """Sixteen hex digits in groups of four, by which staff compare a root of trust by eye."""
    digest = hashlib.sha256(root).hexdigest()[:16]
    return " ".join(digest[at : at + 4] for at in range(0, 16, 4))


def enrol_message(code: str, public_key: bytes) -> bytes:
    """The bytes `EnrolRequest.proof` signs."""
    return "\n".join(("enrol-v1", code, public_key.hex())).encode()


# ---- signed requests -------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class SignedRequest:
    """Who signed a request, and what their clock showed (information only: a station's clock may be wrong)."""

    station_id: str
    at: datetime


def sign_headers(
    key: Ed25519PrivateKey, station_id: str, method: str, path: str, body: bytes, now: datetime
) -> dict[str, str]:
    """Headers that sign method, path, station, time (whole seconds since 1970) and the body's SHA-256."""
    at = str(int(now.timestamp()))
    signature = key.sign(_request_message(method, path, station_id, at, body))
    return {
        HEADER_STATION: station_id,
        HEADER_TIME: at,
        HEADER_SIGNATURE: base64.b64encode(signature).decode("ascii"),
        "Content-Type": "application/json",
    }


def station_of(headers: Mapping[str, str]) -> str:
    """The station a request claims to be from, to look up its key; '' when it claims nothing."""
    return _header(headers, HEADER_STATION)


def verify_headers(public_key: bytes, headers: Mapping[str, str], method: str, path: str, body: bytes) -> SignedRequest:
    """Check a request against the station's raw public key. `path` is without the query.

    Raises:
        BadSignature: headers missing or malformed, or the signature does not fit.
    """
    station_id, at = station_of(headers), _header(headers, HEADER_TIME)
    try:
        signature = base64.b64decode(_header(headers, HEADER_SIGNATURE), validate=True)
        instant = datetime.fromtimestamp(int(at), UTC)
    except (binascii.Error, ValueError, OverflowError, OSError) as error:
        raise BadSignature("request headers are malformed") from error
    _verify(public_key, signature, _request_message(method, path, station_id, at, body))
    return SignedRequest(station_id, instant)


# ---- letters ---------------------------------------------------------------------------------------------------


class Contact(Published):
    """How to reach the writer; only with consent (PIPL art. 13, 14)."""

    name: Annotated[str, Field(max_length=60)] = ""
    phone: Annotated[str, Field(max_length=30)] = ""


Coordinate = Annotated[int, Field(ge=0, le=MAX_DRAWING_SIDE)]


class LetterDrawing(Published):
    """A character that was written by hand and could not be read: lines, not a picture, so that whoever shows it draws
    it from numbers alone. Each stroke is x, y, x, y... from the top left corner of a field `width` by `height`.
    """

    mark: Annotated[str, Field(min_length=1, max_length=1)]
    """The character that stands for it in the words."""
    width: Annotated[int, Field(ge=1, le=MAX_DRAWING_SIDE)]
    height: Annotated[int, Field(ge=1, le=MAX_DRAWING_SIDE)]
    strokes: Annotated[
        tuple[Annotated[tuple[Coordinate, ...], Field(min_length=4, max_length=2 * MAX_DRAWING_POINTS)], ...],
        Field(min_length=1, max_length=MAX_DRAWING_STROKES),
    ]

    @model_validator(mode="after")
    def _whole(self) -> LetterDrawing:
        if any(len(stroke) % 2 for stroke in self.strokes):
            raise ValueError("a stroke has an odd number of coordinates")
        if sum(map(len, self.strokes)) > 2 * MAX_DRAWING_POINTS:
            raise ValueError(f"a drawing has more than {MAX_DRAWING_POINTS} points")
        return self


class LetterVoice(Published):
    """What the writer said. The sound comes in parts of its own (`sync.voice`): an Ogg Opus file of `size` bytes.

    Its consent is one of its own (PIPL art. 29): a voice tells who speaks.
    """

    seconds: Annotated[int, Field(ge=1, le=MAX_VOICE_SECONDS)]
    size: Annotated[int, Field(ge=1, le=MAX_VOICE_BYTES)]
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    parts: Annotated[int, Field(ge=1, le=MAX_VOICE_PARTS)]
    consent_version: Annotated[str, Field(max_length=40)]


class LetterDocument(Published):
    """A letter in clear. Exists in memory only, on the station until sealed and at the hub after opening."""

    id: UUID
    receipt_code: ReceiptCode
    pin_hash: str
    """From `hash_pin`; the PIN itself is shown once and kept nowhere."""
    station_id: StationId
    topic: Annotated[str, Field(max_length=80)]
    place: Annotated[str, Field(max_length=200)]
    words: Annotated[str, Field(min_length=1, max_length=4000)]
    addressee: str | None = None
    """Opaque id of a deputy, or None for the mailbox of the station."""
    contact: Contact | None = None
    consent_version: str
    age_confirmed: bool
    """The writer said they are 14 or older, or that a guardian agrees (PIPL art. 31)."""
    language: str
    created_at: Instant
    drawings: Annotated[tuple[LetterDrawing, ...], Field(max_length=MAX_DRAWINGS)] = ()
    """Added within version 1: an older hub leaves them out and shows their marks."""
    voice: LetterVoice | None = None
    """Added within version 1: an older hub leaves it out; the words say that there is a recording."""


class LetterItem(Published):
    """A sealed letter. `id` is made before the first attempt and is the idempotency key for ever."""

    id: UUID
    key_id: str
    created: Instant
    sealed: Annotated[Base64, Field(min_length=1, max_length=MAX_SEALED_BYTES)]


class LettersBatch(Published):
    station_id: StationId
    items: Annotated[tuple[LetterItem, ...], Field(min_length=1, max_length=BATCH_LIMIT)]


class LettersAnswer(Published):
    """`stored`: durably kept by the hub, duplicates included. `refused`: never to be stored (unknown seal key,
    malformed); the station sets those aside and reports them. `receipt` signs `receipt_message` over everything,
    the hub's time included: retention and re-sending count by the hub's clock, since a station's may be wrong."""

    server_time: Instant
    stored: tuple[UUID, ...]
    refused: tuple[UUID, ...] = ()
    key_id: str
    receipt: Signature


def receipt_message(
    station_id: str, body: bytes, server_time: datetime, stored: Iterable[UUID], refused: Iterable[UUID] = ()
) -> bytes:
    """The bytes a letters receipt signs: bound to the station and to the exact request body."""
    lines = ["letters-receipt-v1", station_id, hashlib.sha256(body).hexdigest(), _stamp(server_time)]
    lines += [f"stored {item}" for item in sorted(stored)]
    lines += [f"refused {item}" for item in sorted(refused)]
    return "\n".join(lines).encode()


def sign_letters_answer(
    key: Ed25519PrivateKey,
    station_id: str,
    body: bytes,
    server_time: datetime,
    stored: Iterable[UUID],
    refused: Iterable[UUID] = (),
) -> LettersAnswer:
    """The hub's answer, to be made only after the commit."""
    kept, turned_away = tuple(stored), tuple(refused)
    receipt = key.sign(receipt_message(station_id, body, server_time, kept, turned_away))
    return LettersAnswer(
        server_time=server_time, stored=kept, refused=turned_away, key_id=_key_id_of(key), receipt=receipt
    )


def verify_signed(key_id: str, signature: bytes, message: bytes, keys: HubKeys) -> None:
    """Raises BadSignature unless the hub's receipt key of this id signed the message."""
    _verify(_receipt_key(keys, key_id).public, signature, message)


def verify_letters_answer(answer: LettersAnswer, keys: HubKeys, station_id: str, body: bytes) -> None:
    """Raises BadSignature unless one of the hub's receipt keys signed this answer to this very request."""
    message = receipt_message(station_id, body, answer.server_time, answer.stored, answer.refused)
    _verify(_receipt_key(keys, answer.key_id).public, answer.receipt, message)


# ---- heartbeat -------------------------------------------------------------------------------------------------


class Finding(Published):
    """One sentence of the doctor. `code` is stable and dotted; `text` never holds a visitor's words."""

    code: Annotated[str, Field(max_length=80)]
    level: Literal["info", "warning", "problem"]
    text: Annotated[str, Field(max_length=400)] = ""


class HeartbeatRequest(Published):
    station_id: StationId
    app_version: str
    release: str = ""
    """Label of the release shown; '' while the bundled exhibition is shown."""
    manifest_sha256: str = ""
    outbox_depth: Annotated[int, Field(ge=0)]
    outbox_refused: Annotated[int, Field(ge=0)] = 0
    clock: Instant
    last_sync_at: Instant | None = None
    findings: Annotated[tuple[Finding, ...], Field(max_length=50)] = ()


class HeartbeatAnswer(Published):
    """`resend_since`: the hub was restored from a backup taken then, and asks for everything delivered since."""

    server_time: Instant
    resend_since: Instant | None = None
    key_id: str
    signature: Signature


def heartbeat_message(station_id: str, body: bytes, server_time: datetime, resend_since: datetime | None) -> bytes:
    """The bytes a heartbeat answer signs."""
    since = "-" if resend_since is None else _stamp(resend_since)
    return "\n".join(
        ("heartbeat-v1", station_id, hashlib.sha256(body).hexdigest(), _stamp(server_time), since)
    ).encode()


def sign_heartbeat_answer(
    key: Ed25519PrivateKey, station_id: str, body: bytes, server_time: datetime, resend_since: datetime | None = None
) -> HeartbeatAnswer:
    signature = key.sign(heartbeat_message(station_id, body, server_time, resend_since))
    return HeartbeatAnswer(
        server_time=server_time, resend_since=resend_since, key_id=_key_id_of(key), signature=signature
    )


def verify_heartbeat_answer(answer: HeartbeatAnswer, keys: HubKeys, station_id: str, body: bytes) -> None:
    """Raises BadSignature, so that a proxy cannot make a station send everything again and again."""
    message = heartbeat_message(station_id, body, answer.server_time, answer.resend_since)
    _verify(_receipt_key(keys, answer.key_id).public, answer.signature, message)


# ---- PIN -------------------------------------------------------------------------------------------------------


def hash_pin(pin: str, salt: bytes | None = None) -> str:
    """`scrypt$<salt hex>$<hash hex>` of a PIN; a fresh 16-byte salt unless one is passed.

    Four digits cannot resist guessing offline: the hash only keeps the PIN from being read at a glance, and travels
    inside the sealed letter.
    """
    used = os.urandom(16) if salt is None else salt
    return f"scrypt${used.hex()}${_scrypt(pin, used).hex()}"


def pin_matches(pin: str, stored: str) -> bool:
    """Whether `stored` was made from this PIN; False for text that is no PIN hash."""
    try:
        kind, salt, digest = stored.split("$")
        return kind == "scrypt" and hmac.compare_digest(_scrypt(pin, bytes.fromhex(salt)), bytes.fromhex(digest))
    except ValueError:
        return False


# ---- private ---------------------------------------------------------------------------------------------------


def _scrypt(pin: str, salt: bytes) -> bytes:
    return hashlib.scrypt(pin.encode(), salt=salt, n=1 << 13, r=8, p=1, dklen=32)


def _stamp(instant: datetime) -> str:
    return instant.astimezone(UTC).isoformat(timespec="microseconds")


def _request_message(method: str, path: str, station_id: str, at: str, body: bytes) -> bytes:
    return "\n".join(("request-v1", method.upper(), path, station_id, at, hashlib.sha256(body).hexdigest())).encode()


def _header(headers: Mapping[str, str], name: str) -> str:
    wanted = name.lower()
    return next((value for key, value in headers.items() if key.lower() == wanted), "")


def _key_id_of(key: Ed25519PrivateKey) -> str:
    return key_id(key.public_key().public_bytes_raw())


def _receipt_key(keys: HubKeys, wanted: str) -> PublicKey:
    found = keys.receipt_key(wanted)
    if found is None:
        raise BadSignature("signed by a key the hub has not announced")
    return found


def _verify(public_key: bytes, signature: bytes, message: bytes) -> None:
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, message)
    except (InvalidSignature, ValueError) as error:
        raise BadSignature("the signature does not fit") from error
