"""A letter's recording on its way up, in parts: a line that breaks off need not carry the whole of it again.

Owns the parts and their ids. A part is sealed to the hub's key before it touches a disk, bound to its station, letter
and place; the hub signs for parts as it does for letters (`sync.messages.LettersAnswer`, with the parts' ids). Leaves
what the letter says of its recording to `sync.messages.LetterVoice`, keeping to `sync.outbox`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Annotated, Final
from uuid import UUID, uuid5

from pydantic import Field, model_validator

from sync.layout import Base64, PublicKey, Published
from sync.messages import (
    MAX_SEALED_BYTES,
    MAX_VOICE_BYTES,
    MAX_VOICE_PARTS,
    MAX_VOICE_SECONDS,
    Instant,
    LetterVoice,
    StationId,
)
from sync.seal import CannotOpen, seal

PATH_VOICES: Final = "/v1/voices"
PART_BYTES: Final = 40 << 10
PARTS_LIMIT: Final = 8
"""Parts in one request: half a megabyte, so that a slow line gets through within the time a request may take."""


class VoicePart(Published):
    """A sealed part. `id` follows from letter and number and is the idempotency key for ever."""

    id: UUID
    letter: UUID
    number: Annotated[int, Field(ge=0, lt=MAX_VOICE_PARTS)]
    key_id: str
    created: Instant
    sealed: Annotated[Base64, Field(min_length=1, max_length=MAX_SEALED_BYTES)]

    @model_validator(mode="after")
    def _named_after_its_place(self) -> VoicePart:
        if self.id != part_id(self.letter, self.number):
            raise ValueError("a part's id is not that of its letter and number")
        return self


class VoicesBatch(Published):
    station_id: StationId
    parts: Annotated[tuple[VoicePart, ...], Field(min_length=1, max_length=PARTS_LIMIT)]


def part_id(letter: UUID, number: int) -> UUID:
    """The id of a part."""
    return uuid5(letter, f"voice-{number}")


def describe(audio: bytes, seconds: float, consent_version: str) -> LetterVoice:
    """What the letter says of a recording. Raises ValueError for one too long or too large."""
    return LetterVoice(
        seconds=max(1, min(MAX_VOICE_SECONDS, round(seconds))),
        size=len(audio),
        sha256=hashlib.sha256(audio).hexdigest(),
        parts=-(-len(audio) // PART_BYTES),
        consent_version=consent_version,
    )


def cut(audio: bytes, letter: UUID, station_id: str, recipient: PublicKey, created: datetime) -> tuple[VoicePart, ...]:
    """The recording as it may touch a disk. Raises ValueError for one too large."""
    if not 0 < len(audio) <= MAX_VOICE_BYTES:
        raise ValueError(f"a recording may have {MAX_VOICE_BYTES} bytes")
    pieces = (audio[at : at + PART_BYTES] for at in range(0, len(audio), PART_BYTES))
    return tuple(
        VoicePart(
            id=(id := part_id(letter, number)),
            letter=letter,
            number=number,
            key_id=recipient.key_id,
            created=created,
            sealed=seal(piece, recipient, station_id, id),
        )
        for number, piece in enumerate(pieces)
    )


def join(voice: LetterVoice, parts: Mapping[int, Callable[[], bytes]]) -> bytes:
    """The recording again, of parts in clear by their number.

    Raises CannotOpen: a part is missing or can't be opened, or they are not what the letter was sealed with.
    """
    if set(range(voice.parts)) - parts.keys():
        raise CannotOpen("parts of the recording have not come yet")
    audio = b"".join(parts[number]() for number in range(voice.parts))
    if len(audio) != voice.size or hashlib.sha256(audio).hexdigest() != voice.sha256:
        raise CannotOpen("the recording is not the one of this letter")
    return audio
