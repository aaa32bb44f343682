"""A publishing hub and its web server, as tests need them: real metadata, real signatures, a real socket.

Owns the signing side for tests, so that the client is tested against python-tuf's own repository classes and not
against our publisher; and a server that misbehaves on request.
"""

from __future__ import annotations

import hashlib
import http.server
import re
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from securesystemslib.signer import CryptoSigner, Signer
from tuf.api.metadata import (
    DelegatedRole,
    Delegations,
    Metadata,
    MetaFile,
    Root,
    Snapshot,
    TargetFile,
    Targets,
    Timestamp,
)
from tuf.api.serialization.json import JSONSerializer
from tuf.repository import Repository

from sync.layout import (
    CONTENT_PATHS,
    HUB_KEYS_TARGET,
    ROLE_CONTENT,
    Blob,
    HubKeys,
    Manifest,
    blob_url,
    manifest_target,
    split_sections,
    target_url,
)
from sync.seal import generate_seal_key, generate_signing_key, public_of

LIFETIME = {"root": timedelta(days=365), "targets": timedelta(days=365), "snapshot": timedelta(days=30)}
LIFETIME |= {"timestamp": timedelta(days=7), "content": timedelta(days=90)}
START = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
CHANNEL = "city"


@dataclass
class Clock:
    """A clock in the test's hand."""

    now: datetime = START

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **time: float) -> None:
        self.now += timedelta(**time)


def new_signers(roots: int = 3) -> dict[str, list[Signer]]:
    make = CryptoSigner.generate_ed25519
    online = make()
    return {
        "root": [make() for _ in range(roots)],
        "targets": [make()],
        "snapshot": [online],
        "timestamp": [online],
        "content": [make()],
    }


class Hub(Repository):
    """A repository on disk. Publishing takes logical path -> bytes and returns the manifest."""

    def __init__(
        self, folder: Path, clock: Callable[[], datetime], signers: dict[str, list[Signer]] | None = None
    ) -> None:
        self.folder = folder
        self.clock = clock
        self.signers = signers or new_signers()
        self.seal_key = generate_seal_key()
        self.receipt_key = generate_signing_key()
        self._metadata = folder / "metadata"
        self._metadata.mkdir(parents=True, exist_ok=True)
        self._published = 0

    # ---- python-tuf's Repository ----

    def open(self, role: str) -> Metadata:
        if path := self.latest(role):
            return Metadata.from_bytes(path.read_bytes())
        kinds = {"root": Root, "snapshot": Snapshot, "timestamp": Timestamp}
        metadata = Metadata(kinds.get(role, Targets)())
        metadata.signed.version = 0
        return metadata

    def close(self, role: str, md: Metadata) -> None:
        md.signed.version += 1
        md.signed.expires = self.clock().replace(microsecond=0) + LIFETIME.get(role, timedelta(days=90))
        md.signatures.clear()
        for signer in self.signers[role]:
            md.sign(signer, append=True)
        name = "timestamp.json" if role == "timestamp" else f"{md.signed.version}.{role}.json"
        (self._metadata / name).write_bytes(md.to_bytes(JSONSerializer(compact=True)))

    def latest(self, role: str) -> Path | None:
        if role == "timestamp":
            path = self._metadata / "timestamp.json"
            return path if path.exists() else None
        found = self._metadata.glob(f"*.{role}.json")
        return max(found, key=lambda path: int(path.name.split(".")[0]), default=None)

    @property
    def targets_infos(self) -> dict[str, MetaFile]:
        roles = {path.name.split(".")[1] for path in self._metadata.glob("*.*.json")} - {"root", "snapshot"}
        return {f"{role}.json": MetaFile(self.open(role).signed.version) for role in roles}

    @property
    def snapshot_info(self) -> MetaFile:
        return MetaFile(max(1, self.open("snapshot").signed.version))

    # ---- ceremonies ----

    def init(self, root_threshold: int = 2, content_threshold: int = 1) -> bytes:
        """Returns the first root, which stations get with their enrolment."""
        with self.edit_root() as root:
            root.consistent_snapshot = True
            for role in ("root", "targets", "snapshot", "timestamp"):
                for signer in self.signers[role]:
                    root.add_key(signer.public_key, role)
            root.roles["root"].threshold = root_threshold
        with self.edit_targets() as targets:
            role = DelegatedRole(ROLE_CONTENT, [], content_threshold, True, list(CONTENT_PATHS))
            targets.delegations = Delegations({}, roles={ROLE_CONTENT: role})
            for signer in self.signers["content"]:
                targets.add_key(signer.public_key, ROLE_CONTENT)
        with self.edit_targets(ROLE_CONTENT):
            pass
        self.announce_keys()
        return (self._metadata / "1.root.json").read_bytes()

    def keys(self) -> HubKeys:
        return HubKeys(seal_keys=(public_of(self.seal_key),), receipt_keys=(public_of(self.receipt_key),))

    def announce_keys(self) -> HubKeys:
        keys = self.keys()
        self.sign_target(HUB_KEYS_TARGET, keys.to_bytes(), "targets")
        return keys

    def sign_target(self, path: str, data: bytes, role: str) -> None:
        target = TargetFile.from_data(path, data, ["sha256"])
        self._write(target_url(path, target.hashes["sha256"]), data)
        with self.edit_targets(role) as targets:
            targets.targets[path] = target
        self.sign_news()

    def sign_news(self) -> None:
        self.do_snapshot(force=True)
        self.do_timestamp(force=True)

    # ---- publishing ----

    def put_blob(self, data: bytes) -> Blob:
        blob = Blob.of(data)
        self._write(blob_url(blob.sha256), data)
        return blob

    def publish(self, files: Mapping[str, bytes], release: str | None = None, **changes: object) -> Manifest:
        self._published += 1
        sections = split_sections({path: self.put_blob(data) for path, data in files.items()})
        manifest = Manifest(
            channel=CHANNEL,
            release=release or str(self._published),
            published_at=self.clock() + timedelta(microseconds=self._published),
            sections={name: self.put_blob(data) for name, data in sections.items()},
        ).model_copy(update=changes)
        self.sign_target(manifest_target(CHANNEL), manifest.to_bytes(), ROLE_CONTENT)
        return manifest

    def blob_file(self, data: bytes) -> Path:
        return self.folder / blob_url(Blob.of(data).sha256)

    def _write(self, url: str, data: bytes) -> None:
        path = self.folder / url
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


@dataclass
class Line:
    """How the server behaves, and what it was asked."""

    root: Path
    down: bool = False
    ranges: bool = True
    always_304: bool = False
    cut_blobs_at: int = 0
    """Close the connection after this many bytes of a blob; 0: never."""
    zero_blobs: bool = False
    """Send zeros of the right length."""
    asked: list[str] = field(default_factory=list)
    ranged: list[str] = field(default_factory=list)
    sent: int = 0
    """Body bytes sent."""

    def blobs_asked(self) -> list[str]:
        return [path for path in self.asked if "/blobs/" in path]


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = 1 << 16
    line: Line

    def log_message(self, format: str, *args: object) -> None:
        pass

    def do_GET(self) -> None:
        line, path = self.line, self.line.root / self.path.lstrip("/")
        line.asked.append(self.path)
        if line.down or not path.is_file():
            self._reply(503 if line.down else 404)
            return
        data = path.read_bytes()
        etag = f'"{hashlib.sha256(data).hexdigest()}"'
        if line.always_304 or self.headers.get("If-None-Match") == etag:
            self._reply(304, etag=etag)
        elif "/blobs/" in self.path:
            self._blob(bytes(len(data)) if line.zero_blobs else data, etag)
        else:
            self._reply(200, data, etag)

    def _blob(self, data: bytes, etag: str) -> None:
        start = 0
        asked = re.fullmatch(r"bytes=(\d+)-", self.headers.get("Range", ""))
        if asked and self.line.ranges:
            start = int(asked.group(1))
            self.line.ranged.append(self.path)
        if start and start >= len(data):
            self._reply(416)
        elif start:
            self._reply(206, data[start:], etag, f"bytes {start}-{len(data) - 1}/{len(data)}")
        else:
            self._reply(200, data, etag)

    def _reply(self, status: int, body: bytes = b"", etag: str = "", content_range: str = "") -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        if etag:
            self.send_header("ETag", etag)
        if content_range:
            self.send_header("Content-Range", content_range)
        self.end_headers()
        if status == 304:
            return
        cut = self.line.cut_blobs_at
        if cut and "/blobs/" in self.path and len(body) > cut:
            body, self.close_connection = body[:cut], True
        self.wfile.write(body)
        self.line.sent += len(body)


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that was killed is part of the test."""


@contextmanager
def serve(root: Path) -> Iterator[tuple[str, Line]]:
    """A server on a free loopback port: its URL, and the line to tamper with."""
    line = Line(root)
    handler = type("Handler", (_Handler,), {"line": line})
    with _Server(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}", line
        finally:
            server.shutdown()
            thread.join()
