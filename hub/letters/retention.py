"""What happens to a letter after it was read, as its consent text promises: closed, corrected, erased, withdrawn.

Owns these and the daily purge; each is written down in the same transaction. A recording tells who speaks: it goes when
the contact goes, or sooner. Leaves who may do them to the views, and opening to `hub.letters.reading`. What replaces a
letter is sealed again, so nothing in clear touches the disk.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from hub.letters.models import Letter, Reading
from hub.letters.reading import opened
from hub.letters.voices import forget
from hub.publishing.keys import HubKeyring
from sync.messages import Contact, LetterDocument
from sync.seal import CannotOpen, seal_letter


@dataclass(frozen=True)
class Actor:
    """Who does it, through what, and when. `person` is None for work no person started."""

    person: Any
    now: datetime
    channel: str = "console"

    def note(self, letter: Letter, action: Reading.Action) -> None:
        Reading.objects.create(letter=letter, reader=self.person, at=self.now, channel=self.channel, action=action)


@dataclass(frozen=True)
class Purged:
    """`erased`: contacts that are gone now. `shut`: letters that were due and that no key of this hub opens."""

    erased: int
    shut: int


@transaction.atomic
def close(letter_id: UUID, actor: Actor) -> bool:
    """From now on the days of its contact are counted. False when it was closed or withdrawn before."""
    letter = _held(letter_id)
    if letter.withdrawn_at is not None or letter.closed_at is not None:
        return False
    letter.closed_at = actor.now
    letter.save(update_fields=["closed_at"])
    actor.note(letter, Reading.Action.CLOSE)
    return True


@transaction.atomic
def correct_contact(letter_id: UUID, contact: Contact, keys: HubKeyring, actor: Actor) -> bool:
    """Put another name and phone in place of those the writer left (PIPL art. 46). False when none are left.

    Raises CannotOpen.
    """
    letter = _held(letter_id)
    if letter.withdrawn_at is not None:
        return False
    document = opened(letter, keys)
    if document.contact is None:
        return False
    _replace(letter, document.model_copy(update={"contact": contact}), keys)
    actor.note(letter, Reading.Action.CORRECT)
    return True


@transaction.atomic
def erase_contact(letter_id: UUID, keys: HubKeyring, actor: Actor) -> bool:
    """Take name and phone out of the letter for good (PIPL art. 47). False when there are none.

    Raises CannotOpen; the letter is then as it was.
    """
    letter = _held(letter_id)
    if letter.withdrawn_at is not None:
        return False
    document = opened(letter, keys)
    letter.contact_erased_at = letter.contact_erased_at or actor.now
    letter.save(update_fields=["contact_erased_at"])
    if document.contact is None:
        return False
    _replace(letter, document.model_copy(update={"contact": None}), keys)
    actor.note(letter, Reading.Action.ERASE)
    return True


@transaction.atomic
def erase_voice(letter_id: UUID, actor: Actor) -> bool:
    """Take the recording away for good; words stay. Needs no key. False when there was none, or it had gone."""
    letter = _held(letter_id)
    if letter.withdrawn_at is not None or letter.voice_erased_at is not None:
        return False
    letter.voice_erased_at = actor.now
    letter.save(update_fields=["voice_erased_at"])
    if not forget(letter.id):
        return False
    _scrub_after_commit()
    actor.note(letter, Reading.Action.MUTE)
    return True


@transaction.atomic
def withdraw(letter_id: UUID, actor: Actor) -> bool:
    """Erase words, recording and contact; id, station and times stay. Needs no key. False when it was done before."""
    letter = _held(letter_id)
    if letter.withdrawn_at is not None:
        return False
    letter.sealed, letter.withdrawn_at = b"", actor.now
    letter.contact_erased_at = letter.contact_erased_at or actor.now
    letter.voice_erased_at = letter.voice_erased_at or actor.now
    letter.save(update_fields=["sealed", "withdrawn_at", "contact_erased_at", "voice_erased_at"])
    forget(letter.id)
    actor.note(letter, Reading.Action.WITHDRAW)
    _scrub_after_commit()
    return True


def purge(keys: HubKeyring, now: datetime, contact_days: int) -> Purged:
    """Erase contacts and recordings of letters whose days are over within a day from `now`: the promise is "within",
    not "after".

    Meant to run at least once a day; each letter is a transaction of its own.
    """
    over = now - timedelta(days=contact_days - 1)
    spoken = Letter.objects.filter(closed_at__lte=over, voice_erased_at=None, withdrawn_at=None)
    for letter_id in list(spoken.values_list("id", flat=True)):
        erase_voice(letter_id, Actor(None, now, "purge"))
    due = Letter.objects.filter(closed_at__lte=over, contact_erased_at=None, withdrawn_at=None)
    erased = shut = 0
    for letter_id in list(due.values_list("id", flat=True)):
        try:
            erased += erase_contact(letter_id, keys, Actor(None, now, "purge"))
        except CannotOpen:
            shut += 1
    return Purged(erased, shut)


def _held(letter_id: UUID) -> Letter:
    """The row, kept from others until the transaction ends. Raises Letter.DoesNotExist."""
    return Letter.objects.select_for_update().get(pk=letter_id)


def _replace(letter: Letter, document: LetterDocument, keys: HubKeyring) -> None:
    item = seal_letter(document, keys.announced().seal_keys[0])
    letter.sealed, letter.key_id = item.sealed, item.key_id
    letter.save(update_fields=["sealed", "key_id"])
    _scrub_after_commit()


def _scrub_after_commit() -> None:
    """SQLite's journal still holds the page as it was, and the hub's key would open it: empty the journal."""
    if connection.vendor == "sqlite":
        transaction.on_commit(_truncate_journal, robust=True)


def _truncate_journal() -> None:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
