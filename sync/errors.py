"""What can go wrong on the road, sorted by what the caller does next.

`SyncUnreachable`: try again later. `SyncRefused`: what came was not right; keep what is shown, raise an alarm.
`SyncDisk`: this station's disk needs attention. `SyncBusy`: another process is syncing; do nothing.
`ReleaseDamaged`: what lies on the disk is not what was approved; show something else.
`OutboxFull`, `OutboxUnusable`: the letter was not taken; say so, and keep the words with the visitor.
"""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    """Why something was refused; stable words, for the doctor and the heartbeat."""

    UNSIGNED = "unsigned"
    VERSIONS = "rolled-back-or-mixed"
    EXPIRED = "expired"
    TAMPERED = "tampered"
    MALFORMED = "malformed"
    TOO_LONG = "too-long"
    UNKNOWN_CHANNEL = "unknown-channel"
    TOO_NEW = "too-new"
    CONTENT = "content"
    RECEIPT = "receipt"


class SyncError(Exception):
    """Base of all errors of the road."""


class SyncUnreachable(SyncError):
    """The other side did not answer, or not in full."""


class SourceStatus(SyncUnreachable):
    """The other side answered with an error. `status` as in HTTP; a missing file in a folder is 404."""

    def __init__(self, status: int, path: str) -> None:
        super().__init__(f"{path}: answered {status}")
        self.status = status


class SyncRefused(SyncError):
    """What came does not hold: it is not used, and what was there stays."""

    def __init__(self, reason: Reason, detail: str) -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason = reason


class SyncExpired(SyncRefused):
    """Nothing newer than an expired timestamp is on offer: a frozen mirror, a hub that stopped signing, or a clock
    that is far ahead."""

    def __init__(self, detail: str) -> None:
        super().__init__(Reason.EXPIRED, detail)


class SyncDisk(SyncError):
    """The disk is full (`full`) or does not take what is written."""

    def __init__(self, detail: str, *, full: bool) -> None:
        super().__init__(detail)
        self.full = full


class SyncBusy(SyncError):
    """Another process holds this state folder."""


class ReleaseDamaged(SyncError):
    """A stored release is not, byte for byte, what was signed."""


class OutboxError(Exception):
    """Base of the outbox's errors."""


class OutboxFull(OutboxError):
    """As many letters wait as the outbox holds: the hub has been out of reach for very long."""


class OutboxUnusable(OutboxError):
    """The file cannot be read or written: disk full, failing, or damaged. The letter was not taken."""
