"""The hub's ear in memory: verifies, stores each letter once, signs receipts. Also over a socket when asked."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID, uuid4

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from sync.layout import HubKeys
from sync.messages import (
    PATH_HEARTBEAT,
    PATH_LETTERS,
    BadSignature,
    Contact,
    HeartbeatRequest,
    LetterDocument,
    LetterItem,
    LettersBatch,
    hash_pin,
    sign_heartbeat_answer,
    sign_letters_answer,
    verify_headers,
)
from sync.outbox import Outbox
from sync.seal import generate_seal_key, generate_signing_key, open_letter, public_of
from sync.uplink import Uplink
from sync.voice import PATH_VOICES, VoicePart, VoicesBatch
from tests.sync.simulator import START

STATION = "st-7f3a"
WORDS = "三号楼的电梯坏了三天了"
PHONE = "13812345678"
PIN_HASH = hash_pin("4821", salt=b"0123456789abcdef")


def letter(words: str = WORDS, created_at: datetime = START, station_id: str = STATION) -> LetterDocument:
    return LetterDocument(
        id=uuid4(),
        receipt_code="ABCDEFGH",
        pin_hash=PIN_HASH,
        station_id=station_id,
        topic="lift",
        place="三号楼",
        words=words,
        contact=Contact(name="王阿姨", phone=PHONE),
        consent_version="2026-11",
        age_confirmed=True,
        language="zh-Hans",
        created_at=created_at,
    )


@dataclass
class Inbox:
    """A hub that keeps letters in a dictionary."""

    clock: Callable[[], datetime]
    station_key: Ed25519PrivateKey = field(default_factory=generate_signing_key)
    seal_key: X25519PrivateKey = field(default_factory=generate_seal_key)
    receipt_key: Ed25519PrivateKey = field(default_factory=generate_signing_key)
    stored: dict[UUID, LetterItem] = field(default_factory=dict)
    parts: dict[UUID, VoicePart] = field(default_factory=dict)
    heartbeats: list[HeartbeatRequest] = field(default_factory=list)
    resend_since: datetime | None = None
    takes: Callable[[LetterItem], bool] = lambda _item: True
    requests: int = 0

    @property
    def keys(self) -> HubKeys:
        return HubKeys(seal_keys=(public_of(self.seal_key),), receipt_keys=(public_of(self.receipt_key),))

    def post(self, path: str, body: bytes, headers: Mapping[str, str]) -> tuple[int, bytes]:
        self.requests += 1
        try:
            who = verify_headers(public_of(self.station_key).public, headers, "POST", path, body)
        except BadSignature:
            return 401, b""
        if path == PATH_LETTERS:
            return 200, self._letters(who.station_id, body)
        if path == PATH_VOICES:
            return 200, self._voices(who.station_id, body)
        if path == PATH_HEARTBEAT:
            self.heartbeats.append(HeartbeatRequest.model_validate_json(body))
            answer = sign_heartbeat_answer(self.receipt_key, who.station_id, body, self.clock(), self.resend_since)
            return 200, answer.to_bytes()
        return 404, b""

    def _letters(self, station_id: str, body: bytes) -> bytes:
        batch = LettersBatch.model_validate_json(body)
        taken = [item for item in batch.items if self.takes(item)]
        for item in taken:
            self.stored.setdefault(item.id, item)
        refused = [item.id for item in batch.items if not self.takes(item)]
        stored = [item.id for item in taken]
        return sign_letters_answer(self.receipt_key, station_id, body, self.clock(), stored, refused).to_bytes()

    def _voices(self, station_id: str, body: bytes) -> bytes:
        parts = VoicesBatch.model_validate_json(body).parts
        for part in parts:
            self.parts.setdefault(part.id, part)
        return sign_letters_answer(self.receipt_key, station_id, body, self.clock(), [p.id for p in parts]).to_bytes()

    def read(self) -> list[LetterDocument]:
        return [open_letter(item, self.seal_key, STATION) for item in self.stored.values()]


@contextmanager
def listen(answer: Callable[[str, bytes, Mapping[str, str]], tuple[int, bytes]]) -> Iterator[str]:
    """A loopback server that answers every POST with `answer`: its URL."""

    class Handler(http.server.BaseHTTPRequestHandler):
        wbufsize = 1 << 16

        def log_message(self, format: str, *args: object) -> None:
            pass

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            status, data = answer(self.path, body, dict(self.headers))
            self.send_response(status)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


Posting = Callable[[str, bytes, Mapping[str, str]], tuple[int, bytes]]


def uplink_of(outbox: Outbox, inbox: Inbox, clock: Callable[[], datetime], post: Posting | None = None) -> Uplink:
    """A station's road to this inbox, or to what stands in for it."""
    return Uplink(outbox, inbox.station_key, STATION, lambda: inbox.keys, post or inbox.post, clock)
