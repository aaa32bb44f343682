"""Names and shapes of what travels from hub to station: roles, targets, manifests, blobs, hub keys.

Owns the published layout, which both sides build and parse with the functions here:

    metadata/timestamp.json                        the only URL that changes
    metadata/<v>.{root,snapshot,targets,content}.json
    targets/channels/<sha256>.<channel>.manifest.json
    targets/<sha256>.hub-keys.json
    blobs/<aa>/<sha256>                            sections and files, immutable

A manifest names sections, a section names files, each by SHA-256 and length: one signed target covers the whole
release. Leaves signing to the hub, verification to `sync.trust`, and what the files say to `content.schema`.
Imports nothing but the standard library and pydantic, so every part of the house may use it.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import re
from collections.abc import Mapping
from typing import Annotated, Final, NamedTuple, Self

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    TypeAdapter,
    model_validator,
)

MANIFEST_SCHEMA_VERSION: Final = 1
HUB_KEYS_SCHEMA_VERSION: Final = 1

ROLE_ROOT: Final = "root"
ROLE_TARGETS: Final = "targets"
ROLE_SNAPSHOT: Final = "snapshot"
ROLE_TIMESTAMP: Final = "timestamp"
ROLE_CONTENT: Final = "content"
"""The delegated role that signs manifests; the hub's online key, so it is confined to CONTENT_PATHS."""
CONTENT_PATHS: Final = ("channels/*",)

METADATA_DIR: Final = "metadata"
TARGETS_DIR: Final = "targets"
BLOBS_DIR: Final = "blobs"
TIMESTAMP_URL: Final = f"{METADATA_DIR}/timestamp.json"
HUB_KEYS_TARGET: Final = "hub-keys.json"
"""Signed by the offline targets role, so that a stolen content key cannot redirect residents' letters."""

MAX_MANIFEST_BYTES: Final = 4 << 20
MAX_SECTION_BYTES: Final = 16 << 20
MAX_BLOB_BYTES: Final = 4 << 30
MAX_HUB_KEYS_BYTES: Final = 64 << 10

_CHANNEL = re.compile(r"[a-z0-9][a-z0-9-]{0,62}")
_SHA256 = re.compile(r"[0-9a-f]{64}")


def _decode_base64(value: object) -> object:
    if not isinstance(value, str):
        return value
    try:
        return base64.b64decode(value, validate=True)
    except binascii.Error as error:
        raise ValueError("not base64") from error


def _encode_base64(value: bytes) -> str:
    return base64.b64encode(value).decode("ascii")


def _check_path(path: str) -> str:
    parts = path.split("/")
    if not path or len(path) > 300 or "\\" in path or any(part in ("", ".", "..") for part in parts):
        raise ValueError(f"not a logical path: {path!r}")
    if any(ord(char) < 32 for char in path):
        raise ValueError("control character in a logical path")
    return path


Base64 = Annotated[bytes, BeforeValidator(_decode_base64), PlainSerializer(_encode_base64, when_used="json")]
"""Raw bytes in Python, base64 text in JSON."""
Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Channel = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,62}$")]
LogicalPath = Annotated[str, AfterValidator(_check_path)]


class Published(BaseModel):
    """Base of every document that crosses the road: frozen, and tolerant of fields a newer hub adds."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    def to_bytes(self) -> bytes:
        """Compact UTF-8 JSON with sorted keys: the same document always has the same hash."""
        value = self.model_dump(mode="json", exclude_none=True)
        return _compact(value)


class Blob(NamedTuple):
    """A file by content: lower-case SHA-256 in hex, and length in bytes. `[sha256, length]` in JSON."""

    sha256: Sha256
    length: Annotated[int, Field(ge=0, le=MAX_BLOB_BYTES)]

    @classmethod
    def of(cls, data: bytes) -> Blob:
        return cls(hashlib.sha256(data).hexdigest(), len(data))


Section = Mapping[LogicalPath, Blob]
"""Logical path -> blob: the content of one section blob."""


class Manifest(Published):
    """One release of one channel. `sections` maps a section's name to the blob that lists its files.

    `published_at` never goes back within a channel: stations refuse a release older than the one they show, and take
    it as the least the time can be. Publishing old content again is a new release.
    """

    schema_version: Annotated[int, Field(ge=1)] = MANIFEST_SCHEMA_VERSION
    channel: Channel
    release: Annotated[str, Field(min_length=1, max_length=120)]
    published_at: AwareDatetime
    sections: Mapping[str, Blob]


class PublicKey(Published):
    """A raw 32-byte public key and its id, which is always `key_id(public)`."""

    key_id: Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")]
    public: Annotated[Base64, Field(min_length=32, max_length=32)]

    @classmethod
    def of(cls, public: bytes) -> PublicKey:
        return cls(key_id=key_id(public), public=public)

    @model_validator(mode="after")
    def _id_belongs_to_the_key(self) -> Self:
        if self.key_id != key_id(self.public):
            raise ValueError("key id does not belong to the key")
        return self


class HubKeys(Published):
    """What a station must know to write to its hub.

    seal_keys: X25519 recipients, the first is the one to seal to; receipt_keys: Ed25519, any of them may sign.
    """

    schema_version: Annotated[int, Field(ge=1)] = HUB_KEYS_SCHEMA_VERSION
    seal_keys: Annotated[tuple[PublicKey, ...], Field(min_length=1)]
    receipt_keys: Annotated[tuple[PublicKey, ...], Field(min_length=1)]

    def receipt_key(self, wanted: str) -> PublicKey | None:
        """The receipt key with this id, or None."""
        return next((key for key in self.receipt_keys if key.key_id == wanted), None)


_SECTION: TypeAdapter[dict[LogicalPath, Blob]] = TypeAdapter(dict[LogicalPath, Blob])


def key_id(public: bytes) -> str:
    """The first 16 hex digits of the key's SHA-256."""
    return hashlib.sha256(public).hexdigest()[:16]


def manifest_target(channel: str) -> str:
    """TUF target path of a channel's manifest. Raises ValueError on an unfit channel name."""
    if not _CHANNEL.fullmatch(channel):
        raise ValueError(f"not a channel name: {channel!r}")
    return f"channels/{channel}.manifest.json"


def target_url(target_path: str, sha256: str) -> str:
    """Where a target lies below the repository, with the hash prefix of TUF's consistent snapshots."""
    folder, _, name = target_path.rpartition("/")
    return "/".join(part for part in (TARGETS_DIR, folder, f"{_checked(sha256)}.{name}") if part)


def blob_url(sha256: str) -> str:
    """Where a blob lies below the repository: `blobs/<aa>/<sha256>`."""
    return f"{BLOBS_DIR}/{_checked(sha256)[:2]}/{sha256}"


def section_of(path: str) -> str:
    """The section a file belongs to: its first two folders, so that one exhibit is one section."""
    folder = path.rpartition("/")[0]
    return "/".join(folder.split("/")[:2])


def build_section(files: Mapping[str, Blob]) -> bytes:
    """The bytes of a section blob. Raises pydantic.ValidationError on an unfit path or hash."""
    checked = _SECTION.validate_python(dict(files))
    return _compact({path: list(blob) for path, blob in checked.items()})


def parse_section(data: bytes) -> dict[str, Blob]:
    """Raises pydantic.ValidationError (a ValueError) when the bytes are no section."""
    return _SECTION.validate_json(data)


def split_sections(files: Mapping[str, Blob]) -> dict[str, bytes]:
    """All files of a release -> section name -> section blob bytes."""
    grouped: dict[str, dict[str, Blob]] = {}
    for path, blob in sorted(files.items()):
        grouped.setdefault(section_of(path), {})[path] = blob
    return {name: build_section(members) for name, members in grouped.items()}


def _compact(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def _checked(sha256: str) -> str:
    if not _SHA256.fullmatch(sha256):
        raise ValueError("not a SHA-256 in lower-case hex")
    return sha256
