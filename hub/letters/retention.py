"""What happens to personal data, as the consent text promises: corrected, erased, withdrawn, purged after closing.

Owns these and the daily purge; each is written down in the same transaction. A recording tells who speaks: it goes when
the contact goes, or sooner. Leaves who may do them to the views, and opening to `hub.letters.reading`. What replaces a
letter is sealed again, so nothing in clear touches the disk.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection, transaction

from hub.letters.models import Letter, Move, Reading
from hub.letters.moves import Actor, advance, record
from hub.letters.reading import opened
from hub.letters.stages import Step
from hub.letters.voices import forget
from hub.publishing.keys import HubKeyring
from sync.messages import Contact, LetterDocument
from sync.seal import CannotOpen, seal_letter


@dataclass(frozen=True)
class Purged:
    """`erased`: contacts that are gone now. `shut`: letters that were due and that no key of this hub opens."""

    erased: int
    shut: int


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
    _hand_over_duplicates(letter, actor)
    _forget(letter, actor)
    forget(letter.id)
    actor.note(letter, Reading.Action.WITHDRAW)
    _scrub_after_commit()
    return True


def _forget(letter: Letter, actor: Actor) -> None:
    """Empty the row and its steps of all that anybody wrote, the reply too."""
    erased = letter.contact_erased_at or actor.now, letter.voice_erased_at or actor.now
    advance(
        letter, Step("withdraw"), actor, sealed=b"", withdrawn_at=actor.now, contact_erased_at=erased[0],
        voice_erased_at=erased[1], reply=b"", reason="", office="", topic="", place="", may_tell=False, due=None,
        rate_by=None, merged_into=None, assignee=None,
    )  # fmt: skip
    Move.objects.filter(letter=letter).exclude(why="", office="").update(why="", office="")


def _hand_over_duplicates(letter: Letter, actor: Actor) -> None:
    """What was merged into this letter goes on, led by the oldest of them."""
    others = list(letter.merged.select_for_update().order_by("received", "id"))
    for place, one in enumerate(others):
        one.merged_into = others[0] if place else None
        one.save(update_fields=["merged_into"])
        record(one, actor, "merge" if place else "part", one.stage)


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
