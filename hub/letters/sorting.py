"""Sorting letters unread: a machine opens each once, and keeps of it what staff need to find it by.

That is: topic and place where they are of the mailbox's own lists, a mark by which a receipt finds its letter, and the
day it is to be answered. Nothing a writer made up is kept in clear. The mark is an HMAC under the hub's secret: without
it, receipts can't be guessed from the database, and with it there are 2.7e10 to try.
"""

from __future__ import annotations

import logging
from collections.abc import Collection
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.crypto import salted_hmac

from content.civics.holidays import CALENDAR
from content.civics.reply_terms import Rule, Term, due, pledge, rule
from hub.exhibition.models import Mailbox
from hub.letters.models import Letter
from hub.letters.reading import opened
from hub.publishing.keys import HubKeyring
from hub.publishing.services import hub_settings
from sync.seal import CannotOpen

log: Final = logging.getLogger("hub.letters")
SHUT: Final = "shut"
"""The mark of a letter that no key of this hub opens; a receipt's is longer."""
_AT_ONCE: Final = 200


def mark_of(receipt: str) -> str:
    """What a letter with this receipt code is found by."""
    return salted_hmac("hub.letters.mark", receipt, algorithm="sha256").hexdigest()


def sort(ids: Collection[UUID], keys: HubKeyring) -> int:
    """Sort those of these letters that are not sorted yet. How many were."""
    return _sort(Letter.objects.filter(pk__in=ids, mark="", withdrawn_at=None), keys)


def sort_waiting(keys: HubKeyring) -> int:
    """Sort what came before there was sorting, or before its key was here; some hundred at a time."""
    return _sort(Letter.objects.filter(mark="", withdrawn_at=None).order_by("received")[:_AT_ONCE], keys)


def own_pledge() -> Rule:
    """The station's own term, as the hub's settings have it."""
    hub = hub_settings()
    return pledge(hub.reply_days, max(hub.reply_days, hub.reply_days_longest))


def term_of(letter: Letter) -> Term:
    """The term that runs for a letter. An extension is what `due` says, when the letter says it has one."""
    start = letter.term_from or timezone.localdate(letter.received)
    held = own_pledge() if letter.term == "pledge" else rule(letter.term, start)  # type: ignore[arg-type]
    return Term(held, start, letter.due if letter.extended else None)


def local_day(moment: datetime) -> date:
    """The day in China."""
    return timezone.localdate(moment)


def _sort(letters: QuerySet[Letter], keys: HubKeyring) -> int:
    known = _known()
    done = 0
    for letter in list(letters):
        done += 1
        start = local_day(letter.received)
        found = due(Term(own_pledge(), start), CALENDAR)
        said: dict[str, Any] = {
            "term_from": letter.term_from or start,
            "due": letter.due or (found.on if found else None),
            "progress_at": letter.progress_at or letter.received,
        }
        try:
            document = opened(letter, keys)
        except CannotOpen:
            log.warning("letter %s cannot be opened, so it cannot be sorted", letter.pk)
            Letter.objects.filter(pk=letter.pk, mark="").update(mark=SHUT, **said)
            continue
        said["topic"] = document.topic if document.topic in known["topics"] else ""
        said["place"] = document.place if document.place in known["places"] else ""
        Letter.objects.filter(pk=letter.pk, mark="").update(mark=mark_of(document.receipt_code), **said)
    return done


def _known() -> dict[str, set[str]]:
    mailbox = Mailbox.objects.filter(live=True).first()
    held = mailbox.content if mailbox else {}
    return {kind: {str(one["id"]) for one in held.get(kind, ())} for kind in ("topics", "places")}
