"""The secret that receipt code and PIN stand for together. Nothing of it is kept; it is worked out when both are given.

Owns how it is derived, and the mark by which the station that took a letter finds it again. Works slowly on purpose:
never on the thread that draws.

A PIN has four digits, so whoever holds a receipt code and a mark can try all ten thousand. What can be done is to make
each try dear: about 0.3 s of one core and 64 MiB here. The salt is the same everywhere, so that every station comes to
the same secret; marks differ by station all the same.
"""

from __future__ import annotations

import hashlib
from typing import Final

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

_SALT: Final = b"bayu-kiosk receipt key v1"
_N: Final = 1 << 16
_R: Final = 8
_P: Final = 2
_MEMORY: Final = 256 * _N * _R
"""Twice what is needed; OpenSSL refuses otherwise."""
_MARK_BYTES: Final = 16


def secret_of(receipt: str, pin: str) -> bytes:
    """32 bytes, the same at every station. `receipt`: its eight characters, without a space."""
    return hashlib.scrypt(
        f"{receipt}|{pin}".encode(), salt=_SALT, n=_N, r=_R, p=_P, maxmem=_MEMORY, dklen=32
    )  # fmt: skip


def mark_of(secret: bytes, station_id: str) -> str:
    """Hex by which this station's outbox finds the letter; it tells nothing of the secret, nor of other marks."""
    return HKDFExpand(SHA256(), _MARK_BYTES, f"outbox|{station_id}".encode()).derive(secret).hex()
