"""Ratings and withdrawals from stations: stored once, then opened, checked against the letter's PIN, and done.

The answer to a station says only that it is stored, whatever comes of it. One that comes before its letter waits for
it. Five wrong PINs for a letter within a quarter of an hour shut it for as long, and fifty for good: a station that was
taken over can't try all ten thousand. What was dealt with is emptied, since receipt and PIN are in it.
"""

from __future__ import annotations

import logging
from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.db import transaction

from hub.letters import retention
from hub.letters.ingest import Ingested
from hub.letters.models import FollowUp, Letter
from hub.letters.moves import Actor, advance, record
from hub.letters.reading import opened
from hub.letters.sorting import local_day, mark_of
from hub.letters.stages import Impossible, Step
from hub.publishing.keys import HubKeyring
from hub.stations.models import Station
from sync.messages import pin_matches
from sync.progress import FollowUpItem, FollowUpsBatch, Rating, Withdrawal, open_follow_up
from sync.seal import CannotOpen

log: Final = logging.getLogger("hub.letters")
TRIES: Final = 5
SHUT_FOR: Final = timedelta(minutes=15)
TRIES_EVER: Final = 50
WAITS: Final = timedelta(days=60)
"""A letter that has not come after so long will not: stations keep what is undelivered for as long as they have room,
but a receipt that was mistyped waits for nothing."""
_CHANNEL: Final = "station"
_AT_ONCE: Final = 500


def ingest_follow_ups(batch: FollowUpsBatch, station: Station, known_keys: Collection[str], now: datetime) -> Ingested:
    """Store the batch in one transaction, as letters are stored."""
    rows = [
        FollowUp(id=one.id, station=station, key_id=one.key_id, created=one.created, received=now, sealed=one.sealed)
        for one in batch.items
        if one.key_id in known_keys and 1 < one.created.year < 9999
    ]
    with transaction.atomic():
        FollowUp.objects.bulk_create(rows, ignore_conflicts=True)
        mine = FollowUp.objects.filter(station=station, id__in=[row.id for row in rows])
        kept = set(mine.values_list("id", flat=True))
    ids = tuple(dict.fromkeys(one.id for one in batch.items))
    return Ingested(tuple(one for one in ids if one in kept), tuple(one for one in ids if one not in kept))


def deal_with(ids: Collection[UUID], keys: HubKeyring, now: datetime) -> int:
    """Do those of these that can be done now. How many were dealt with; the others wait."""
    done = 0
    for id in ids:
        with transaction.atomic():
            row = FollowUp.objects.select_for_update().filter(pk=id, outcome=FollowUp.Outcome.WAITING).first()
            if row is not None:
                done += _deal(row, keys, now)
    return done


def deal_with_waiting(keys: HubKeyring, now: datetime) -> int:
    """The same with those that have waited longest; what has waited too long is emptied."""
    waiting = FollowUp.objects.filter(outcome=FollowUp.Outcome.WAITING)
    return deal_with(list(waiting.values_list("id", flat=True)[:_AT_ONCE]), keys, now)


def _deal(row: FollowUp, keys: HubKeyring, now: datetime) -> bool:
    key = keys.seal_key(row.key_id)
    item = FollowUpItem(id=row.id, key_id=row.key_id, created=row.created, sealed=bytes(row.sealed))
    try:
        if key is None:
            raise CannotOpen("the key is not on this hub")
        said = open_follow_up(item, key, row.station_id)
    except CannotOpen:
        return _end(row, FollowUp.Outcome.REFUSED)
    found = list(Letter.objects.select_for_update().filter(mark=mark_of(said.receipt)).order_by("received", "id"))
    if not found:
        return _end(row, FollowUp.Outcome.REFUSED) if now - row.received > WAITS else False
    letter = _spoken_of(found, said, keys, now)
    if letter is None:
        row.letter, row.wrong_pin = found[0], True
        return _end(row, FollowUp.Outcome.REFUSED)
    row.letter = letter
    try:
        _rate(letter, said, now) if isinstance(said, Rating) else _withdraw(letter, said, keys, now)
    except (Impossible, CannotOpen) as error:
        log.info("a follow-up to letter %s was not done: %s", letter.pk, error)
        return _end(row, FollowUp.Outcome.REFUSED)
    return _end(row, FollowUp.Outcome.DONE)


def _end(row: FollowUp, outcome: FollowUp.Outcome) -> bool:
    row.outcome, row.sealed = outcome, b""
    row.save(update_fields=["outcome", "sealed", "letter", "wrong_pin"])
    return True


def _spoken_of(found: list[Letter], said: Rating | Withdrawal, keys: HubKeyring, now: datetime) -> Letter | None:
    """The letter whose PIN it is: among a hundred thousand, two may well share a receipt code."""
    wrong = FollowUp.objects.filter(letter=found[0], wrong_pin=True)
    if wrong.filter(received__gt=now - SHUT_FOR).count() >= TRIES or wrong.count() >= TRIES_EVER:
        return None
    for letter in found:
        try:
            if pin_matches(said.pin, opened(letter, keys).pin_hash):
                return letter
        except CannotOpen:  # withdrawn, or its key is gone: nothing tells a right PIN from a wrong one
            continue
    return None


def _rate(letter: Letter, said: Rating, now: datetime) -> None:
    """A rating counts that was given in time, whenever the station could send it."""
    given = min(said.created_at, now)
    if letter.rate_by is not None and local_day(given) > letter.rate_by:
        raise Impossible("评价期已经过了。")
    actor = Actor(None, now, _CHANNEL)
    advance(letter, Step("rate", round=said.round, grade=said.grade), actor)
    if said.may_tell and not letter.may_tell:
        letter.may_tell = True
        letter.save(update_fields=["may_tell"])
        record(letter, actor, "tell", letter.stage)


def _withdraw(letter: Letter, said: Withdrawal, keys: HubKeyring, now: datetime) -> None:
    actor = Actor(None, now, _CHANNEL)
    if said.scope == "letter":
        retention.withdraw(letter.pk, actor)
        return
    erased = retention.erase_contact(letter.pk, keys, actor)
    if retention.erase_voice(letter.pk, actor) or erased:
        letter.refresh_from_db()
        record(letter, actor, "erase", letter.stage)
