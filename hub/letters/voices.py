"""Recordings that come with letters: stored in the sealed parts they arrived in, opened in memory, each hearing noted.

Owns parts and what becomes of them. Leaves the letter to `hub.letters.reading`, what a part is to `sync.voice`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from hub.letters.ingest import Ingested
from hub.letters.models import Letter, Reading, VoicePart
from hub.publishing.keys import HubKeyring
from hub.stations.models import Station
from sync.messages import LetterDocument
from sync.seal import CannotOpen, open_sealed
from sync.voice import VoicesBatch, join

_OPUS = (b"OggS", b"OpusHead")
_SAME_HEARING = timedelta(minutes=30)


def ingest_parts(batch: VoicesBatch, station: Station, known_keys: Collection[str], now: datetime) -> Ingested:
    """Store the parts in one transaction; when this returns, what is `stored` survives a power cut.

    Refused are parts sealed to a key this hub never had, and parts of another station's letter. A part whose letter has
    not come is neither: the station sends it again. What has been withdrawn or erased stays so: its parts are taken
    and dropped.
    """
    with transaction.atomic():
        wanted = {part.letter for part in batch.parts}
        letters = {one.id: one for one in Letter.objects.select_for_update().filter(id__in=wanted).defer("sealed")}
        stored, refused, rows = [], [], []
        for part in batch.parts:
            letter = letters.get(part.letter)
            if letter is None:
                continue
            if letter.station_id != station.id or part.key_id not in known_keys:
                refused.append(part.id)
                continue
            stored.append(part.id)
            if letter.withdrawn_at is None and letter.voice_erased_at is None:
                row = VoicePart(
                    id=part.id, letter=letter, number=part.number, key_id=part.key_id, received=now, sealed=part.sealed
                )
                rows.append(row)
        VoicePart.objects.bulk_create(rows, ignore_conflicts=True)
    return Ingested(tuple(stored), tuple(refused))


def arrived(letter: Letter) -> int:
    """How many parts are here."""
    return VoicePart.objects.filter(letter=letter).count()


def hear(
    letter: Letter, document: LetterDocument, listener: Any, keys: HubKeyring, now: datetime, channel: str = "console",
    *, begins: bool = True,
) -> bytes:  # fmt: skip
    """The recording, an Ogg Opus file; that it was heard is written down first. `listener` is None on the command line.

    Who goes to another place in a recording (not `begins`) goes on with the hearing that is already written down; where
    there is none of the last half hour, this is one.

    Raises CannotOpen when there is none, or not all of it has come, or it is not what the letter says; nothing is
    written down then.
    """
    if document.voice is None or letter.withdrawn_at is not None or letter.voice_erased_at is not None:
        raise CannotOpen("this letter has no recording")
    parts = {part.number: _opener(part, letter, keys) for part in VoicePart.objects.filter(letter=letter)}
    audio = join(document.voice, parts)
    if not audio.startswith(_OPUS[0]) or _OPUS[1] not in audio[:64]:
        raise CannotOpen("the recording is not one that a station makes")
    if begins or not _is_hearing(letter, listener, now, channel):
        Reading.objects.create(letter=letter, reader=listener, at=now, channel=channel, action=Reading.Action.LISTEN)
    return audio


def _is_hearing(letter: Letter, listener: Any, now: datetime, channel: str) -> bool:
    return Reading.objects.filter(
        letter=letter, reader=listener, channel=channel, action=Reading.Action.LISTEN, at__gt=now - _SAME_HEARING
    ).exists()


def _opener(part: VoicePart, letter: Letter, keys: HubKeyring) -> Callable[[], bytes]:
    def opened() -> bytes:
        key = keys.seal_key(part.key_id)
        if key is None:
            raise CannotOpen("the key this recording was sealed to is not on this hub")
        return open_sealed(bytes(part.sealed), key, letter.station_id, part.id)

    return opened


def forget(letter_id: UUID) -> int:
    """Erase every part of a letter's recording. Returns how many there were."""
    return VoicePart.objects.filter(letter_id=letter_id).delete()[0]
