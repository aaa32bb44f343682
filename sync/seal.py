"""Sealing letters to the hub's key: only the hub can open them, and only as the letter they were sealed as.

Owns the HPKE suite (RFC 9180: X25519, HKDF-SHA256, ChaCha20-Poly1305), the padding that hides a letter's length,
and how keys are made and written down. Leaves the letter's shape to `sync.messages`. The station holds no key that
opens anything, so a stolen station reveals nothing.
"""

from __future__ import annotations

import base64
import binascii
from typing import Final
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from pydantic import ValidationError

from sync.layout import PublicKey
from sync.messages import LetterDocument, LetterItem

PAD_BYTES: Final = 1024
"""A sealed letter's length tells no more than the number of these steps."""
_LENGTH_BYTES: Final = 4
_SUITE: Final = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)


class CannotOpen(Exception):
    """Not sealed to this key, not for this station and id, or changed on the way."""


def generate_seal_key() -> X25519PrivateKey:
    """A new recipient key for a hub. The private half belongs with the staff who read letters, not with ingest."""
    return X25519PrivateKey.generate()


def generate_signing_key() -> Ed25519PrivateKey:
    """A new key for receipts (hub) or requests (station)."""
    return Ed25519PrivateKey.generate()


def private_text(key: X25519PrivateKey | Ed25519PrivateKey) -> str:
    """The private key as base64 of its raw 32 bytes."""
    return base64.b64encode(key.private_bytes_raw()).decode("ascii")


def seal_key_from_text(text: str) -> X25519PrivateKey:
    """Raises ValueError when the text is no key."""
    return X25519PrivateKey.from_private_bytes(_raw(text))


def signing_key_from_text(text: str) -> Ed25519PrivateKey:
    """Raises ValueError when the text is no key."""
    return Ed25519PrivateKey.from_private_bytes(_raw(text))


def public_of(key: X25519PrivateKey | Ed25519PrivateKey) -> PublicKey:
    """The public half, with its id, as announced in `HubKeys`."""
    return PublicKey.of(key.public_key().public_bytes_raw())


def seal(plaintext: bytes, recipient: PublicKey, station_id: str, letter_id: UUID) -> bytes:
    """Seal to the recipient, bound to station and id: what is cut out of one letter cannot be pasted into another."""
    public = X25519PublicKey.from_public_bytes(recipient.public)
    return _SUITE.encrypt(_pad(plaintext), public, info=_info(station_id, letter_id))


def open_sealed(sealed: bytes, key: X25519PrivateKey, station_id: str, letter_id: UUID) -> bytes:
    """The plaintext. Raises CannotOpen."""
    try:
        return _unpad(_SUITE.decrypt(sealed, key, info=_info(station_id, letter_id)))
    except (InvalidTag, ValueError) as error:
        raise CannotOpen("the letter cannot be opened with this key") from error


def seal_letter(document: LetterDocument, recipient: PublicKey) -> LetterItem:
    """The only form in which a letter may touch a disk."""
    sealed = seal(document.to_bytes(), recipient, document.station_id, document.id)
    return LetterItem(id=document.id, key_id=recipient.key_id, created=document.created_at, sealed=sealed)


def open_letter(item: LetterItem, key: X25519PrivateKey, station_id: str) -> LetterDocument:
    """The letter a station sealed.

    Raises:
        CannotOpen: also when the letter inside names another station or id than the envelope.
    """
    try:
        document = LetterDocument.model_validate_json(open_sealed(item.sealed, key, station_id, item.id))
    except ValidationError as error:
        raise CannotOpen("what was sealed is no letter") from error
    if (document.id, document.station_id) != (item.id, station_id):
        raise CannotOpen("the letter does not belong in this envelope")
    return document


def _info(station_id: str, letter_id: UUID) -> bytes:
    return f"letter-v1|{station_id}|{letter_id}".encode()


def _pad(plaintext: bytes) -> bytes:
    framed = len(plaintext).to_bytes(_LENGTH_BYTES, "big") + plaintext
    return framed + bytes(-len(framed) % PAD_BYTES)


def _unpad(padded: bytes) -> bytes:
    length = int.from_bytes(padded[:_LENGTH_BYTES], "big")
    if len(padded) < _LENGTH_BYTES or length > len(padded) - _LENGTH_BYTES:
        raise ValueError("bad padding")
    return padded[_LENGTH_BYTES : _LENGTH_BYTES + length]


def _raw(text: str) -> bytes:
    try:
        return base64.b64decode(text.strip(), validate=True)
    except binascii.Error as error:
        raise ValueError("not base64") from error
