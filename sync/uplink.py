"""The station's way up: letters in batches, and a heartbeat. Only the hub's own signature counts as delivery.

Owns requests and what their answers mean. A proxy that answers "stored" cannot eat a letter, because it cannot sign;
a lost answer does no harm, because the hub knows every letter by its id. Leaves storing to `sync.outbox`, when to try
to `sync.schedule`, and the socket to the `post` it is given.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, TypeVar

import requests
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from pydantic import BaseModel, ValidationError

from sync.errors import Reason, SourceStatus, SyncRefused, SyncUnreachable
from sync.layout import HubKeys
from sync.messages import (
    BATCH_LIMIT,
    MAX_BODY_BYTES,
    PATH_HEARTBEAT,
    PATH_LETTERS,
    BadSignature,
    Finding,
    HeartbeatAnswer,
    HeartbeatRequest,
    LettersAnswer,
    LettersBatch,
    sign_headers,
    verify_heartbeat_answer,
    verify_letters_answer,
)
from sync.outbox import LetterState, Outbox
from sync.voice import PATH_VOICES, VoicesBatch

TIMEOUT_SECONDS: Final = (5.0, 30.0)
Post = Callable[[str, bytes, Mapping[str, str]], tuple[int, bytes]]
"""path, body, headers -> status, body. Raises SyncUnreachable."""
_Answer = TypeVar("_Answer", bound=BaseModel)


@dataclass(frozen=True)
class FlushReport:
    """What one flush achieved: letters signed for, letters set aside, letters still waiting."""

    delivered: int
    refused: int
    waiting: int


@dataclass(frozen=True)
class StationStatus:
    """What a station says of itself; see `HeartbeatRequest`."""

    app_version: str
    release: str = ""
    manifest_sha256: str = ""
    last_sync_at: datetime | None = None
    findings: tuple[Finding, ...] = ()


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Uplink:
    """`keys` is asked at every use, so that a key the hub has changed is known as soon as it is synced."""

    def __init__(
        self,
        outbox: Outbox,
        signer: Ed25519PrivateKey,
        station_id: str,
        keys: Callable[[], HubKeys],
        post: Post,
        clock: Callable[[], datetime] = _utc_now,
    ) -> None:
        self._outbox = outbox
        self._signer = signer
        self._station_id = station_id
        self._keys = keys
        self._post = post
        self._clock = clock

    def flush(self) -> FlushReport:
        """Send what waits, letters first, then their recordings, batch by batch, until nothing waits.

        Raises (what was not signed for goes on waiting):
            SyncUnreachable: the hub did not answer, or with an error.
            SyncRefused(RECEIPT): the answer is not signed by the hub for this very request.
            OutboxUnusable: the outbox cannot be read or written.
        """
        delivered = refused = 0
        while batch := self._outbox.pending(BATCH_LIMIT):
            body = LettersBatch(station_id=self._station_id, items=batch).to_bytes()
            answer = _parse(LettersAnswer, self._send(PATH_LETTERS, body))
            self._check(verify_letters_answer, answer, body)
            mine = {item.id for item in batch}
            stored = self._outbox.mark_delivered(mine & set(answer.stored), answer.server_time)
            set_aside = self._outbox.mark_refused(mine & set(answer.refused), answer.server_time)
            if stored + set_aside == 0:
                raise SyncRefused(Reason.RECEIPT, "the hub signed for none of the letters sent")
            delivered, refused = delivered + stored, refused + set_aside
        self._flush_voices()
        return FlushReport(delivered, refused, self._outbox.depth())

    def _flush_voices(self) -> None:
        """A part that was signed for is not sent again: a recording goes on where it was broken off."""
        while parts := self._outbox.pending_parts():
            body = VoicesBatch(station_id=self._station_id, parts=parts).to_bytes()
            answer = _parse(LettersAnswer, self._send(PATH_VOICES, body))
            self._check(verify_letters_answer, answer, body)
            mine = {part.id for part in parts}
            done = self._outbox.settle_parts(mine & set(answer.stored), LetterState.DELIVERED, answer.server_time)
            done += self._outbox.settle_parts(mine & set(answer.refused), LetterState.REFUSED, answer.server_time)
            if done == 0:
                raise SyncRefused(Reason.RECEIPT, "the hub signed for no part of a recording")

    def heartbeat(self, status: StationStatus) -> HeartbeatAnswer:
        """Report, learn the hub's time, send again what a restored hub asks for, and erase what is due: by the
        hub's clock, or by the station's while the hub is away.

        Raises as `flush`.
        """
        request = HeartbeatRequest(
            station_id=self._station_id,
            app_version=status.app_version,
            release=status.release,
            manifest_sha256=status.manifest_sha256,
            outbox_depth=self._outbox.depth(),
            outbox_refused=self._outbox.refused(),
            clock=self._clock(),
            last_sync_at=status.last_sync_at,
            findings=status.findings,
        )
        body = request.to_bytes()
        try:
            answer = _parse(HeartbeatAnswer, self._send(PATH_HEARTBEAT, body))
        except SyncUnreachable:
            # a hub that is away must not keep letters on the station longer than promised
            self._outbox.purge(self._clock())
            raise
        self._check(verify_heartbeat_answer, answer, body)
        if answer.resend_since is not None:
            self._outbox.resend_since(answer.resend_since)
        self._outbox.purge(answer.server_time)
        return answer

    def _send(self, path: str, body: bytes) -> bytes:
        headers = sign_headers(self._signer, self._station_id, "POST", path, body, self._clock())
        status, answer = self._post(path, body, headers)
        if status != 200:
            raise SourceStatus(status, path)
        return answer

    def _check(self, verify: Callable[[_Answer, HubKeys, str, bytes], None], answer: _Answer, body: bytes) -> None:
        try:
            verify(answer, self._keys(), self._station_id, body)
        except BadSignature as error:
            raise SyncRefused(Reason.RECEIPT, str(error)) from error


def http_post(session: requests.Session, hub_url: str) -> Post:
    """A `Post` to the hub through the station's session."""
    base = hub_url.rstrip("/")

    def post(path: str, body: bytes, headers: Mapping[str, str]) -> tuple[int, bytes]:
        try:
            # a code or a letter goes where it was addressed, not where an answer points
            with session.post(
                f"{base}{path}",
                data=body,
                headers=dict(headers),
                timeout=TIMEOUT_SECONDS,
                stream=True,
                allow_redirects=False,
            ) as response:
                return response.status_code, _capped(response)
        except requests.RequestException as error:
            raise SyncUnreachable(f"{base}: {type(error).__name__}") from error

    return post


def _capped(response: requests.Response) -> bytes:
    body = bytearray()
    for chunk in response.iter_content(1 << 16):
        body += chunk
        if len(body) > MAX_BODY_BYTES:
            raise SyncUnreachable("the answer is too long")
    return bytes(body)


def _parse(model: type[_Answer], body: bytes) -> _Answer:
    try:
        return model.model_validate_json(body)
    except ValidationError as error:
        raise SyncRefused(Reason.RECEIPT, "the answer cannot be read") from error
