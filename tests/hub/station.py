"""A station as the hub meets it: a key, signed requests, sealed letters, and the releases it takes."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import requests
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.test import Client

from hub.publishing.builder import Publisher
from hub.stations.models import Station
from sync.client import SyncClient
from sync.layout import HubKeys, PublicKey
from sync.messages import (
    PATH_ENROL,
    PATH_HEARTBEAT,
    PATH_LETTERS,
    Contact,
    EnrolRequest,
    HeartbeatRequest,
    LetterDocument,
    LetterItem,
    LettersBatch,
    enrol_message,
    hash_pin,
    sign_headers,
)
from sync.release import Release
from sync.seal import seal_letter
from tests.sync.simulator import serve

WRITTEN = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
PHONE = "138 0000 1234"


def letter(station_id: str, words: str = "三单元的电梯又停了。", id: UUID | None = None) -> LetterDocument:
    """A letter in clear, as a station has it before sealing."""
    return LetterDocument(
        id=id or uuid4(),
        receipt_code="ABCDEFGH",
        pin_hash=hash_pin("4711", b"0" * 16),
        station_id=station_id,
        topic="lift",
        place="三单元",
        words=words,
        contact=Contact(name="王示例", phone=PHONE),
        consent_version="1",
        age_confirmed=True,
        language="zh-Hans",
        created_at=WRITTEN,
    )


@dataclass
class Device:
    """Speaks to the hub through Django's own client."""

    client: Client = field(default_factory=Client)
    key: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)
    id: str = ""

    def enrol(self, code: str) -> Any:
        public = self.key.public_key().public_bytes_raw()
        request = EnrolRequest(code=code, public_key=public, proof=self.key.sign(enrol_message(code, public)))
        answer = self.client.post(PATH_ENROL, request.to_bytes(), content_type="application/json")
        if answer.status_code == 200:
            self.id = json.loads(answer.content)["station_id"]
        return answer

    def known(self, name: str = "一号厅") -> Station:
        """Make the hub know this station, without a code."""
        self.id = "station-" + uuid4().hex[:8]
        public = self.key.public_key().public_bytes_raw()
        return Station.objects.create(id=self.id, name=name, public_key=public, enrolled_at=WRITTEN)

    def post(self, path: str, body: bytes, **changed: str) -> Any:
        headers = sign_headers(self.key, self.id, "POST", path, body, WRITTEN) | changed
        kind = headers.pop("Content-Type")
        return self.client.post(path, body, content_type=kind, headers=headers)

    def send(self, *items: LetterItem, station_id: str | None = None) -> tuple[bytes, Any]:
        body = LettersBatch(station_id=station_id or self.id, items=items).to_bytes()
        return body, self.post(PATH_LETTERS, body)

    def beat(self, **said: Any) -> tuple[bytes, Any]:
        base = {"station_id": self.id, "app_version": "0.1.0", "outbox_depth": 0, "clock": WRITTEN}
        body = HeartbeatRequest.model_validate(base | said).to_bytes()
        return body, self.post(PATH_HEARTBEAT, body)

    def sealed(
        self, keys: HubKeys | PublicKey, words: str = "三单元的电梯又停了。", id: UUID | None = None
    ) -> LetterItem:
        recipient = keys if isinstance(keys, PublicKey) else keys.seal_keys[0]
        return seal_letter(letter(self.id, words, id), recipient)


def polled(publisher: Publisher, clock: Callable[[], datetime], folder: Path) -> SyncClient:
    """A new station after it has asked the hub once, over the network."""
    with serve(publisher.repo_dir) as (url, _), requests.Session() as session:
        root = publisher.repository().first_root()
        station = SyncClient(
            folder / "station", [url], root, publisher.channel, session, clock, free=lambda _path: 1 << 40
        )
        station.poll()
    return station


def taken(publisher: Publisher, clock: Callable[[], datetime], folder: Path) -> Release:
    """What is published, as a new station has it."""
    release = polled(publisher, clock, folder).open_current()
    assert release is not None
    return release
