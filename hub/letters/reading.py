"""Reading letters: opened in memory, each reading written down before the words are shown."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from hub.letters.models import Letter, Reading
from hub.publishing.keys import HubKeyring
from sync.messages import LetterDocument, LetterItem
from sync.seal import CannotOpen, open_letter


def read(letter: Letter, reader: Any, keys: HubKeyring, now: datetime, channel: str = "console") -> LetterDocument:
    """The letter in clear. `reader` is None on the command line.

    Raises CannotOpen when no key of this hub opens it; that is no reading, and is not written down as one.
    """
    document = opened(letter, keys)
    with transaction.atomic():
        Reading.objects.create(letter=letter, reader=reader, at=now, channel=channel)
        Letter.objects.filter(pk=letter.pk, first_read_at=None).update(first_read_at=now)
    letter.refresh_from_db(fields=["first_read_at"])
    return document


def opened(letter: Letter, keys: HubKeyring) -> LetterDocument:
    """The letter in clear, for work in which no person sees it. Raises CannotOpen, also for a withdrawn letter."""
    key = keys.seal_key(letter.key_id)
    if key is None:
        raise CannotOpen("the key this letter was sealed to is not on this hub")
    if not letter.sealed:
        raise CannotOpen("the letter has been withdrawn")
    item = LetterItem(id=letter.id, key_id=letter.key_id, created=letter.created, sealed=bytes(letter.sealed))
    return open_letter(item, key, letter.station_id)
