"""Who does something to a letter, and the record of each step. Owns writing steps down; they are never changed.

Leaves what a step means to `hub.letters.handling` and `hub.letters.retention`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from hub.letters.models import Letter, Move, Reading
from hub.letters.stages import Case, Step, take

_MARKED: Final = ("stage", "stage_since", "round", "promised", "extended", "progress_at")


@dataclass(frozen=True)
class Actor:
    """Who does it, through what, and when. `person` is None for work no person started."""

    person: Any
    now: datetime
    channel: str = "console"

    def note(self, letter: Letter, action: Reading.Action) -> None:
        Reading.objects.create(letter=letter, reader=self.person, at=self.now, channel=self.channel, action=action)


def record(letter: Letter, actor: Actor, act: str, before: str, **said: Any) -> Move:
    """Write a step down. The letter's row has been saved, or is about to be, in the same transaction."""
    return Move.objects.create(
        letter=letter, person=actor.person, channel=actor.channel, at=actor.now, act=act, before=before,
        after=letter.stage, **said,
    )  # fmt: skip


def advance(letter: Letter, step: Step, actor: Actor, **fields: Any) -> Case:
    """Check a step, set it and further fields on the locked row, save, and write it down. Raises: Impossible."""
    before, case = letter.stage, take(letter.case, step)
    if case.stage != before:
        letter.stage, letter.stage_since = case.stage, actor.now
    letter.round, letter.extended, letter.progress_at = case.round, case.extended, actor.now
    if not case.promised:
        letter.promised = None
    for name, value in fields.items():
        setattr(letter, name, value)
    letter.save(update_fields=[*_MARKED, *fields])
    record(letter, actor, step.act, before, why=step.why, office=step.office, round=step.round, grade=step.grade or "")
    return case
