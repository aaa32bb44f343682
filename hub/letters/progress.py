"""What the writer of a letter may learn of it, made of the letter's row and its steps.

Owns what is told and what is not: no name of staff, no note between them. Leaves encrypting it to the receipt's key,
and carrying it, to others; `Letter.progress_at` tells them what changed.
"""

from __future__ import annotations

from datetime import date

from hub.letters import replies
from hub.letters.models import Letter
from hub.letters.sorting import local_day
from hub.publishing.keys import HubKeyring
from sync.progress import Progress, Step

_ONE_WAY = frozenset({"assign", "merge", "part", "erase", "tell"})


def progress_of(letter: Letter, keys: HubKeyring, today: date | None = None) -> Progress:
    """Where a letter stands. Of a withdrawn one nothing is told but that it is.

    `today`: no rating is offered after its last day; without it, that is left to who shows it.

    Raises: CannotOpen for a reply that no key of this hub opens.
    """
    since = local_day(letter.stage_since or letter.received)
    if letter.withdrawn_at is not None:
        gone = local_day(letter.withdrawn_at)
        return Progress(state="withdrawn", since=gone, steps=(Step(state="withdrawn", on=gone),))
    open_ = letter.round != 0 and (today is None or letter.rate_by is None or today <= letter.rate_by)
    return Progress(
        state=letter.stage,
        since=since,
        due=letter.due if letter.owes_answer else None,
        extended=letter.extended and letter.owes_answer,
        reason=letter.reason,
        reply=replies.joined(replies.told(letter, keys)) if letter.reply else "",
        office=letter.office,
        rate_by=letter.rate_by if open_ else None,
        round=letter.round if open_ else 0,
        steps=steps_of(letter),
        promised=letter.promised,
    )


def steps_of(letter: Letter) -> tuple[Step, ...]:
    """The stages it has been through; one that follows itself is told once, with its first day."""
    found = [Step(state="received", on=local_day(letter.received))]
    for move in letter.moves.all():
        if move.act in _ONE_WAY or move.after == found[-1].state:
            continue
        found.append(Step(state=move.after, on=local_day(move.at)))
    if found[-1].state != letter.stage:  # closed before steps were written down
        found.append(Step(state=letter.stage, on=local_day(letter.stage_since or letter.received)))
    return tuple(found)
