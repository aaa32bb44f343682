"""From an answered letter to a card that everybody may read: what was asked and what came of it, in our own words.

Owns when that may be done and what such a card must not say. The card joins the draft of the cards and goes nowhere
before somebody who may publish has read it. The letter remembers its card; the card knows of no letter.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction

from content import schema
from content.checks.answers import of_card
from hub.exhibition.models import Answers
from hub.letters.models import Letter, Reading
from hub.letters.moves import Actor
from hub.letters.reading import opened
from hub.publishing.keys import HubKeyring
from hub.publishing.wording import in_chinese
from sync.messages import LetterDocument

COPIED = 8
"""So many characters in a row are the writer's own words, not chance."""
_ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
_MARKS = re.compile(r"[\W_]+")


class NoCard(Exception):
    """No card may be made of this letter; the message says why, to staff."""


@dataclass(frozen=True)
class Told:
    """What staff wrote. `agreed`: the writer wants it told. `released`: in the writer's own words, too."""

    card: dict[str, Any]
    agreed: bool
    released: bool = False


def may_be_told(letter: Letter) -> None:
    """Raises NoCard for a letter that has no answer yet, is gone, or has its card."""
    if letter.withdrawn_at is not None:
        raise NoCard("写信人撤回了同意，这封信不能写成卡片。")
    if letter.closed_at is None:
        raise NoCard("先答复、办结这封信，再写卡片。")
    if letter.card:
        raise NoCard("这封信已经有答复卡片了。")


@transaction.atomic
def propose(letter_id: UUID, told: Told, keys: HubKeyring, actor: Actor) -> str:
    """Put a card into the draft of the cards. Returns its id. Raises NoCard, CannotOpen."""
    letter = Letter.objects.select_for_update().get(pk=letter_id)
    may_be_told(letter)
    document = opened(letter, keys)
    if not told.agreed or not document.consent_version:
        raise NoCard("写信人没有同意，就不能写成卡片。")
    card = {**told.card, "id": f"card-{''.join(secrets.choice(_ALPHABET) for _ in range(8))}"}
    if reasons := [*unfit(card, document, released=told.released)]:
        raise NoCard("".join(reasons))
    _into_the_draft(card, actor.person)
    letter.card = str(card["id"])
    letter.save(update_fields=["card"])
    actor.note(letter, Reading.Action.CARD)
    return letter.card


def unfit(card: dict[str, Any], document: LetterDocument, *, released: bool) -> Iterator[str]:
    """What of the writer is in the card, and what nobody could read in passing."""
    held = schema.AnsweredLetter.model_validate(card)
    parts = (held.asked, held.done, held.place, held.station)
    texts = [one for words in parts for one in (words.zh_hans, words.en or "")]
    said = _plain("".join(texts))
    if not released and (copied := _copied(_plain(document.words), [_plain(one) for one in texts])):
        yield f"“{copied}”是信里的原话。请换成本站自己的话；写信人同意引用，才勾选引用。"
    if document.contact is not None:
        for one in (document.contact.name, document.contact.phone):
            if len(_plain(one)) > 1 and _plain(one) in said:
                yield f"“{one}”会让人认出写信人，请去掉。"
    for _, message, cure in of_card(held):
        yield f"{in_chinese(message)}，{in_chinese(cure)}。"


def _into_the_draft(card: dict[str, Any], person: Any) -> None:
    record = Answers.objects.select_for_update().first()
    if record is None:
        record = Answers(live=False, content=[])
        record.save()
    draft = record.get_latest_revision_as_object() if record.latest_revision else record
    draft.content = [*(draft.content or []), card]
    draft.save_revision(user=person)


def _copied(words: str, texts: list[str]) -> str:
    """The first run of the writer's words that stands in one of the texts."""
    for start in range(len(words) - COPIED + 1):
        run = words[start : start + COPIED]
        if any(run in one for one in texts):
            return run
    return ""


def _plain(text: str) -> str:
    return _MARKS.sub("", text).casefold()
