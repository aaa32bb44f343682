"""What a clerk does on a letter's page: the steps that are possible now, with their fields, and taking one.

Owns forms and sentences. Leaves what a step means to `hub.letters.handling`.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from django.contrib.auth import get_user_model
from django.http import HttpRequest
from django.utils import timezone

from content.civics.holidays import CALENDAR
from content.civics.reply_terms import NoSuchTerm, due, latest
from content.civics.reply_words import in_words, spell
from hub.letters import handling, replies
from hub.letters.access import READ, visible
from hub.letters.alike import alike
from hub.letters.handling import Work
from hub.letters.models import Letter, ReplyTemplate
from hub.letters.moves import Actor
from hub.letters.names import place_name, topic_name
from hub.letters.sorting import term_of
from hub.letters.stages import ACTS, OPEN, STAGES, Act, Impossible, Step, allowed
from hub.publishing.services import keyring
from sync.messages import LetterDocument
from sync.seal import CannotOpen

_NOT_HERE: Final = ("rate", "withdraw")
"""Acts of the writer; withdrawing has its own button."""


class UnknownAct(Exception):
    """A form asked for something that is none of this page's."""


@dataclass(frozen=True)
class Offer:
    """A step as the page offers it."""

    act: Act
    label: str
    hint: str
    fields: tuple[str, ...] = ()
    why_required: bool = False


_OFFERS: Final[dict[Act, tuple[str, tuple[str, ...]]]] = {
    "triage": ("看过了，属于这里办。写信人会看到“已受理”。", ()),
    "answer": ("写信人凭回执和密码在任何一个展台看得到，也可以听。", ("template", "reply", "office", "promise")),
    "transfer": ("交给有权办的单位。写信人会看到单位和理由。", ("office", "why")),
    "report": ("作为代表情况反映报给人大。不等于代表建议。", ("office", "why")),
    "study": ("供代表研究，能不能成为代表建议由代表决定，不要答应写信人。", ("office", "why")),
    "refer": ("法院、信访、12345 等另一个门办的事。写明单位和怎么去。", ("office", "why")),
    "back": ("退回来重新受理。", ("why",)),
    "extend": ("只能延一次，写信人会看到理由和新的日期。", ("until", "why")),
    "term": ("代表已经提出建议并交办的，从交办那天起按那一级的期限算。", ("level", "assigned")),
    "deliver": ("告诉写信人承诺的事办得怎样，他可以再评价一次。", ("reply",)),
    "redo": ("写信人不满意，重新办理、重新答复。", ("why",)),
    "close": ("办结后开始计算删除联系方式的天数。", ("why",)),
}


def desk_of(letter: Letter, document: LetterDocument | None, person: Any) -> dict[str, Any]:
    """What the page shows beside the letter."""
    today, keys = timezone.localdate(), keyring()
    mine = visible(person, today)
    parts: tuple[replies.Part, ...] = ()
    with contextlib.suppress(CannotOpen):
        parts = replies.told(letter, keys)
    return {
        "stage": STAGES[letter.case.stage],
        "offers": offers(letter),
        "words": _deadline(letter, today),
        "latest": _latest(letter),
        "told": parts,
        "moves": list(letter.moves.select_related("person")),
        "leader": mine.filter(merged=letter).first(),
        "merged": list(letter.merged.select_related("station")),
        "alike": alike(letter, document.words, mine, keys) if document and letter.case.stage in OPEN else [],
        "people": colleagues(letter),
        "templates": _templates(letter, document),
        "today": today,
    }


def offers(letter: Letter) -> list[Offer]:
    """The steps that may follow, each with its fields; none for a letter that goes with another."""
    if letter.merged_into_id is not None:
        return []
    case = letter.case
    names = [one for one in allowed(case) if one not in _NOT_HERE]
    if case.stage == "received":  # doing it at once is looking at it, too
        names = [*names, "answer", "transfer", "report", "study", "refer"]
    return [
        Offer(one, ACTS[one], *_OFFERS[one], why_required=one == "close" and case.stage in OPEN)
        for one in sorted(names, key=list(_OFFERS).index)
    ]


def colleagues(letter: Letter) -> list[Any]:
    """Who may be given this letter: those who may read it."""
    model: Any = get_user_model()
    people = model.objects.with_perm(READ, backend="hub.site.door.LimitedBackend").order_by("username")
    today = timezone.localdate()
    return [one for one in people[:200] if visible(one, today).filter(pk=letter.pk).exists()]


def act(name: str, letter: Letter, request: HttpRequest) -> str:
    """Do what the form asks for. The sentence for its author. Raises UnknownAct, Impossible."""
    actor, form = Actor(request.user, timezone.now()), request.POST
    match name:
        case "assign":
            person = next((one for one in colleagues(letter) if str(one.pk) == form.get("person")), None)
            if person is None and form.get("person"):
                raise Impossible("这个人不能看这封信，不能交给他。")
            done = handling.assign(letter.pk, person, actor)
            return (f"已交给“{person}”。" if person else "已收回。") if done else "本来就是这样，没有改。"
        case "merge":
            handling.merge(letter.pk, _other(form.get("into", ""), request), actor)
            return "已合并；那一封的答复也会给这位写信人。"
        case "part":
            handling.part(letter.pk, actor)
            return "已分开，这封信单独办理。"
    if name not in _OFFERS:
        raise UnknownAct(name)
    count = handling.handle(letter.pk, _work(name, form), keyring(), actor)
    return f"已{ACTS[name]}。" if count == 1 else f"已{ACTS[name]}，合并的信一起，共 {count} 封。"


def _work(name: Any, form: Any) -> Work:
    promise, until, assigned = (_day(form.get(field, "")) for field in ("promise", "until", "assigned"))
    step = Step(name, why=form.get("why", ""), office=form.get("office", ""), reply=form.get("reply", ""))
    return Work(step, {"answer": promise, "extend": until, "term": assigned}.get(name), form.get("level", ""))


def _other(id: str, request: HttpRequest) -> UUID:
    try:
        wanted = UUID(id)
    except ValueError as error:
        raise UnknownAct("merge") from error
    if not visible(request.user, timezone.localdate()).filter(pk=wanted).exists():
        raise Impossible("没有这一封信。")
    return wanted


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise Impossible("日期写成 2026-01-31 这样。") from error


def _deadline(letter: Letter, today: date) -> dict[str, str] | None:
    """The term in the words that the writer is told."""
    if not letter.owes_answer or letter.due is None:
        return None
    try:
        said = in_words(term_of(letter), today, CALENDAR, letter.reason if letter.extended else "")
    except NoSuchTerm:
        return None
    return {"zh": said.zh, "en": said.en}


def _latest(letter: Letter) -> date | None:
    with contextlib.suppress(NoSuchTerm):
        term = term_of(letter)
        return latest(term, CALENDAR) if due(term, CALENDAR) else None
    return None


def _templates(letter: Letter, document: LetterDocument | None) -> list[tuple[str, str]]:
    """Templates that fit, filled in; they are words to begin with."""
    if document is None:
        return []
    filled = {
        "{事由}": topic_name(document.topic),
        "{地点}": place_name(document.place),
        "{日期}": spell(timezone.localdate(letter.created)).zh,
    }
    found = []
    for one in ReplyTemplate.objects.filter(topic__in=("", letter.topic)):
        text = one.text
        for mark, words in filled.items():
            text = text.replace(mark, words)
        found.append((one.name, text))
    return found
