"""Storing what stations send, exactly once. Owns one transaction; the receipt is signed by the caller after it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from hub.letters.models import Letter
from hub.stations.models import Station
from sync.messages import LettersBatch


@dataclass(frozen=True)
class Ingested:
    """`stored`: durably here, duplicates included. `refused`: never to be stored."""

    stored: tuple[UUID, ...]
    refused: tuple[UUID, ...]


def ingest(batch: LettersBatch, station: Station, known_keys: Collection[str], now: datetime) -> Ingested:
    """Store the batch in one transaction. When this returns, what is `stored` survives a power cut.

    Refused are letters sealed to a key this hub never had, ids that belong to another station's letter, and times no
    calendar can show: one such letter would shut the list for everyone.
    """
    rows = [
        Letter(id=item.id, station=station, key_id=item.key_id, created=item.created, received=now, sealed=item.sealed)
        for item in batch.items
        if item.key_id in known_keys and 1 < item.created.year < 9999
    ]
    with transaction.atomic():
        Letter.objects.bulk_create(rows, ignore_conflicts=True)
        kept = set(Letter.objects.filter(station=station, id__in=[row.id for row in rows]).values_list("id", flat=True))
    ids = tuple(dict.fromkeys(item.id for item in batch.items))
    return Ingested(tuple(one for one in ids if one in kept), tuple(one for one in ids if one not in kept))
