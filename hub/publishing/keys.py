"""The hub's private keys, as files only the hub's user can read.

Owns making and loading them. Five sign the repository: root and targets belong offline once the hub is set up
(publishing needs neither); snapshot, timestamp and content work every day. `letters.key` opens letters, `receipt.key`
signs receipts.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Final

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from securesystemslib.signer import CryptoSigner

from hub.publishing.disk import write_durably
from sync.layout import ROLE_CONTENT, ROLE_ROOT, ROLE_SNAPSHOT, ROLE_TARGETS, ROLE_TIMESTAMP, HubKeys
from sync.seal import (
    generate_seal_key,
    generate_signing_key,
    private_text,
    public_of,
    seal_key_from_text,
    signing_key_from_text,
)

ROLES: Final = (ROLE_ROOT, ROLE_TARGETS, ROLE_SNAPSHOT, ROLE_TIMESTAMP, ROLE_CONTENT)
_SEAL: Final = "letters.key"
_RECEIPT: Final = "receipt.key"


class KeyMissing(Exception):
    """A key that this work needs is not in the keys folder; the message names it."""


def create_keys(folder: Path, roles: Collection[str] = ROLES) -> tuple[str, ...]:
    """Make the keys that are missing, mode 0600; what exists is never replaced. The names of those made.

    `roles`: none for a hub whose repository is signed. A key of such a role that is not here is offline, and another in
    its place would sign what every station refuses.
    """
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)
    makers: dict[str, Callable[[], str]] = {f"{role}.pem": _new_pem for role in roles}
    makers[_SEAL] = lambda: private_text(generate_seal_key())
    makers[_RECEIPT] = lambda: private_text(generate_signing_key())
    makers["session-secret"] = lambda: secrets.token_urlsafe(48)
    made = [name for name in makers if not (folder / name).exists()]
    for name in made:
        write_durably(folder / name, makers[name]().encode() + b"\n", mode=0o600)
    return tuple(made)


def readable_by_others(folder: Path) -> tuple[str, ...]:
    """Key files whose mode lets anyone but their owner read them."""
    return tuple(sorted(one.name for one in folder.iterdir() if one.is_file() and one.stat().st_mode & 0o077))


class HubKeyring:
    """The keys folder. Older letter keys stay readable as `letters-<anything>.key`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def signer(self, role: str) -> CryptoSigner:
        """Raises KeyMissing, for a key kept offline."""
        path = self._folder / f"{role}.pem"
        key = load_pem_private_key(self._read(path).encode(), password=None)
        if not isinstance(key, Ed25519PrivateKey):
            raise KeyMissing(f"{path.name} is no Ed25519 key")
        return CryptoSigner(key)

    def has(self, role: str) -> bool:
        return (self._folder / f"{role}.pem").is_file()

    def receipt_key(self) -> Ed25519PrivateKey:
        """Raises KeyMissing."""
        return signing_key_from_text(self._read(self._folder / _RECEIPT))

    def seal_key(self, key_id: str) -> X25519PrivateKey | None:
        """The private key with this id, or None when this hub never had it."""
        return next((key for key in self._seal_keys() if public_of(key).key_id == key_id), None)

    def seal_key_ids(self) -> frozenset[str]:
        """Ids of all keys letters may be sealed to."""
        return frozenset(public_of(key).key_id for key in self._seal_keys())

    def announced(self) -> HubKeys:
        """What stations must know; the current letter key first. Raises KeyMissing."""
        seal_keys = tuple(public_of(key) for key in self._seal_keys())
        if not seal_keys:
            raise KeyMissing(f"{_SEAL} is missing from the keys folder")
        return HubKeys(seal_keys=seal_keys, receipt_keys=(public_of(self.receipt_key()),))

    def _seal_keys(self) -> list[X25519PrivateKey]:
        paths = [self._folder / _SEAL, *sorted(self._folder.glob("letters-*.key"))]
        return [seal_key_from_text(self._read(path)) for path in paths if path.is_file()]

    def _read(self, path: Path) -> str:
        try:
            return path.read_text(encoding="ascii")
        except FileNotFoundError as error:
            raise KeyMissing(f"{path.name} is missing from the keys folder") from error
        except OSError as error:
            raise KeyMissing(f"{path.name} cannot be read: {os.strerror(error.errno or 0)}") from error


def _new_pem() -> str:
    key = Ed25519PrivateKey.generate()
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode("ascii").strip()
