"""Taking steps with letters: each is checked by the table, done to the letter and its duplicates, and recorded.

Owns moves, assigning, merging and terms. Leaves which step may follow to `hub.letters.stages`, who may take it to the
pages, erasing to `hub.letters.retention`. A letter merged into another goes where that one goes; its writer gets the
same answer under their own receipt.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final
from uuid import UUID

from django.db import transaction

from content.civics.holidays import CALENDAR
from content.civics.reply_terms import NoSuchTerm, Term, UnlawfulExtension, due, extend, rule
from content.civics.working_days import after
from hub.letters import replies
from hub.letters.models import Letter, Reading
from hub.letters.moves import Actor, advance, record
from hub.letters.reading import opened
from hub.letters.sorting import local_day, own_pledge, term_of
from hub.letters.stages import DECIDE, OPEN, Impossible, Step, take
from hub.publishing.keys import HubKeyring
from sync.seal import CannotOpen

RATE_DAYS: Final = 20
"""Working days in which an answer may be rated: as 条例 art. 27 gives deputies."""
_NUMBERS: Final = re.compile(r"\d[\d\s-]{6,}\d[\dXx]?")


@dataclass(frozen=True)
class Work:
    """A step, and the days that come with it. `on`: promised by, extended to, or assigned on. `term`: of `term`."""

    step: Step
    on: date | None = None
    term: str = ""


def handle(letter_id: UUID, work: Work, keys: HubKeyring, actor: Actor) -> int:
    """Take the step with a letter and with those merged into it. How many letters it was.

    Raises: Impossible with the sentence for staff; nothing has changed then.
    """
    work = _cleaned(work)
    with transaction.atomic():
        letter = Letter.objects.select_for_update().get(pk=letter_id)
        if letter.merged_into_id is not None:
            raise Impossible("这封信已经并到另一封，请在那一封上办理；要单独办，先分开。")
        _take(letter, work, keys, actor)
        done = 1
        for other in Letter.objects.select_for_update().filter(merged_into=letter).order_by("received", "id"):
            if other.stage in ("closed", "withdrawn"):
                continue
            _take(other, work, keys, actor)
            done += 1
    return done


def assign(letter_id: UUID, to: Any, actor: Actor) -> bool:
    """Give a letter, with those merged into it, to somebody; None takes it back. False when it was so before.

    Raises: Impossible for a letter that nothing is done with any more, or a person who may not see it.
    """
    with transaction.atomic():
        letter = Letter.objects.select_for_update().get(pk=letter_id)
        if letter.stage in ("closed", "withdrawn"):
            raise Impossible("这封信已经办结或者撤回，不用再交给谁。")
        if letter.assignee_id == (to.pk if to else None):
            return False
        for one in (letter, *letter.merged.select_for_update()):
            one.assignee = to
            one.save(update_fields=["assignee"])
            record(one, actor, "assign", one.stage, why=str(to) if to else "收回")
    return True


def merge(letter_id: UUID, into: UUID, actor: Actor) -> None:
    """Handle a letter together with another about the same. Raises: Impossible."""
    with transaction.atomic():
        rows = {one.pk: one for one in Letter.objects.select_for_update().filter(pk__in=(letter_id, into))}
        letter, leader = rows[letter_id], rows.get(into)
        if leader is None or leader.pk == letter.pk:
            raise Impossible("要并到另一封信里。")
        if leader.merged_into_id is not None or letter.merged_into_id is not None or letter.merged.exists():
            raise Impossible("其中一封已经合并过，请从主信那一封上合并。")
        if letter.stage not in ("received", "triaged") or leader.stage not in OPEN:
            raise Impossible("只能把还没办的信并到还没答复的信里。")
        letter.merged_into, letter.assignee = leader, leader.assignee
        letter.save(update_fields=["merged_into", "assignee"])
        record(letter, actor, "merge", letter.stage)
        if letter.stage == "received" and leader.stage != "received":
            _take(letter, Work(Step("triage")), None, actor)


def part(letter_id: UUID, actor: Actor) -> None:
    """Handle a merged letter on its own again. Raises: Impossible."""
    with transaction.atomic():
        letter = Letter.objects.select_for_update().get(pk=letter_id)
        if letter.merged_into_id is None:
            raise Impossible("这封信没有合并。")
        letter.merged_into = None
        letter.save(update_fields=["merged_into"])
        record(letter, actor, "part", letter.stage)


def _take(letter: Letter, work: Work, keys: HubKeyring | None, actor: Actor) -> None:
    if letter.stage == "received" and work.step.act in DECIDE:
        advance(letter, Step("triage"), actor)
    take(letter.case, work.step)  # before anything else is looked at: the sentence is about the step
    if keys is not None:
        _names_nobody(letter, work.step, keys)
    set_by = _FIELDS.get(work.step.act)
    fields = set_by(letter, work, actor) if set_by else {}
    if work.step.reply and keys is not None:
        parts = (replies.Part(on=local_day(actor.now), text=work.step.reply),)
        try:
            earlier = replies.told(letter, keys) if work.step.act == "deliver" else ()
            replies.put(letter, (*earlier, *parts), keys)
        except CannotOpen as error:
            raise Impossible("以前的答复打不开，告知不了。") from error
        except ValueError as error:
            raise Impossible(str(error)) from error
        fields |= {"reply": letter.reply, "reply_key_id": letter.reply_key_id}
    advance(letter, work.step, actor, **fields)
    if work.step.act == "close":
        actor.note(letter, Reading.Action.CLOSE)


def _answer(letter: Letter, work: Work, actor: Actor) -> dict[str, Any]:
    today = local_day(actor.now)
    if work.on is not None and work.on <= today:
        raise Impossible("承诺的日期要在今天以后。")
    return {"promised": work.on, "office": work.step.office, "reason": "", "rate_by": after(today, RATE_DAYS, CALENDAR)}


def _deliver(letter: Letter, work: Work, actor: Actor) -> dict[str, Any]:
    return {"rate_by": after(local_day(actor.now), RATE_DAYS, CALENDAR)}


def _pass_on(letter: Letter, work: Work, actor: Actor) -> dict[str, Any]:
    return {"office": work.step.office, "reason": work.step.why}


def _extend(letter: Letter, work: Work, actor: Actor) -> dict[str, Any]:
    if work.on is None:
        raise Impossible("写明延长到哪一天。")
    if letter.due is not None and local_day(actor.now) > letter.due:
        raise Impossible("期限已经过了，不能再延；请尽快答复。")
    try:
        longer = extend(term_of(letter), work.on, CALENDAR)
    except UnlawfulExtension as error:
        raise Impossible(str(error)) from error
    found = due(longer, CALENDAR)
    return {"due": found.on if found else None, "reason": work.step.why}


def _term(letter: Letter, work: Work, actor: Actor) -> dict[str, Any]:
    """A deputy put a suggestion forward and it was assigned on that day: from then on its own rule runs."""
    if work.on is None or work.on > local_day(actor.now):
        raise Impossible("写明交办的日期，不能晚于今天。")
    if work.term not in ("deputy", "township"):
        raise Impossible("选明是哪一级代表的建议。")
    try:
        held = rule(work.term, work.on)  # type: ignore[arg-type]
    except NoSuchTerm as error:
        raise Impossible("那一天还没有这条规定。") from error
    found = due(Term(held, work.on), CALENDAR)
    return {"term": work.term, "term_from": work.on, "due": found.on if found else None, "extended": False}


def _again(letter: Letter, work: Work, actor: Actor) -> dict[str, Any]:
    """Answered anew: the pledge runs from today."""
    today = local_day(actor.now)
    found = due(Term(own_pledge(), today), CALENDAR)
    return {
        "term": "pledge", "term_from": today, "due": found.on if found else None, "extended": False, "rate_by": None,
        "reason": work.step.why, "office": "",
    }  # fmt: skip


def _back(letter: Letter, work: Work, actor: Actor) -> dict[str, Any]:
    return {"reason": work.step.why, "office": ""}


def _close(letter: Letter, work: Work, actor: Actor) -> dict[str, Any]:
    return {"closed_at": actor.now} | ({"reason": work.step.why} if work.step.why else {})


_FIELDS: Final[dict[str, Callable[[Letter, Work, Actor], dict[str, Any]]]] = {
    "answer": _answer,
    "deliver": _deliver,
    "transfer": _pass_on,
    "refer": _pass_on,
    "report": _pass_on,
    "study": _pass_on,
    "extend": _extend,
    "term": _term,
    "redo": _again,
    "back": _back,
    "close": _close,
}


def _cleaned(work: Work) -> Work:
    step = work.step
    tidy = {name: getattr(step, name).replace("\x00", "").strip() for name in ("why", "office", "reply")}
    if len(tidy["why"]) > 300 or len(tidy["office"]) > 80:
        raise Impossible("理由最多 300 个字，单位最多 80 个字。")
    for name in ("why", "office"):
        if _NUMBERS.search(tidy[name]):
            raise Impossible("理由和单位里不要写电话、证件号码：它们不加密保存。")
    return replace(work, step=replace(step, promise=step.act == "answer" and work.on is not None, **tidy))


def _names_nobody(letter: Letter, step: Step, keys: HubKeyring) -> None:
    """A reason is kept in clear: the writer's name does not belong in it."""
    if not step.why and not step.office:
        return
    try:
        contact = opened(letter, keys).contact
    except CannotOpen:
        return
    if contact is not None and len(contact.name) > 1 and contact.name in step.why + step.office:
        raise Impossible("理由和单位里不要写写信人的称呼：它们不加密保存。")
