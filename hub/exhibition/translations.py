"""Is the English as new as its Chinese? Every pair that went live together is kept, as authors keep `translations.txt`.

Owns the pairs in the database: whoever publishes a document has read its texts, but for an English whose Chinese alone
was changed. Those stay stale until the English is changed too or somebody says that it still holds. Leaves finding
them, and what a pair is, to `content.checks.translations`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from pydantic import BaseModel

from content import schema
from content.checks.translations import Pair, pair_of, pairs, stale
from content.schema import Words
from content.walk import models
from hub.exhibition.models import Document, Translation


def confirmed() -> frozenset[Pair] | None:
    """The pairs that hold; None while nothing was ever published here."""
    found = frozenset(Translation.objects.values_list("chinese", "english"))
    return found or None


def keep(found: Iterable[Pair]) -> None:
    """Pairs that somebody has read together."""
    rows = [Translation(chinese=chinese, english=english) for chinese, english in found]
    Translation.objects.bulk_create(rows, ignore_conflicts=True)


def went_live(document: Document) -> None:
    """Keep the pairs of a document that is live now, but for those whose Chinese alone was changed."""
    words = tuple(_words_in(document.content))
    here = {pair_of(one) for one in words if one.en}
    known = confirmed() or frozenset()
    doubtful = {english for _, english in here - known}
    held: dict[str, set[str]] = {}
    for chinese, english in known:
        if english in doubtful:
            held.setdefault(english, set()).add(chinese)
    old = _orphans(held, chain([{pair_of(one)[0] for one in words}], _chinese_elsewhere(document)))
    keep(one for one in here if one[1] not in old)


def _orphans(held: Mapping[str, set[str]], places: Iterable[set[str]]) -> Collection[str]:
    """The English texts of which no confirmed Chinese stands in any place; few places have to be looked at for most."""
    for there in places:
        held = {english: chinese for english, chinese in held.items() if not chinese & there}
        if not held:
            break
    return held.keys()


def imported(exhibition: schema.Exhibition, theirs: frozenset[Pair] | None) -> None:
    """Authors' own pairs hold here, too; all of an authors' folder that keeps none."""
    here = pairs(exhibition)
    keep(here if theirs is None else here & theirs)


def still_right(english: str) -> int:
    """Somebody has looked: this English text holds beside every Chinese it stands beside now. How many pairs."""
    found = [one for document in _live() for one in _words_in(document.content) if one.en == english]
    keep(map(pair_of, found))
    return len(found)


def released(exhibition: schema.Exhibition) -> None:
    """A release has gone out: its pairs hold, but for those that are stale yet, and no others are kept."""
    alive = pairs(exhibition)
    old = stale({chinese for chinese, _ in alive}, confirmed() or frozenset())
    keep((chinese, english) for chinese, english in alive if english not in old)
    waiting = old & {english for _, english in alive}
    gone = [
        one.pk
        for one in Translation.objects.all()
        if (one.chinese, one.english) not in alive and one.english not in waiting
    ]
    Translation.objects.filter(pk__in=gone).delete()


def _live() -> Iterator[Document]:
    for kind in Document.__subclasses__():
        yield from kind.objects.filter(live=True)


def _chinese_elsewhere(document: Document) -> Iterator[set[str]]:
    """The Chinese of each other live document, read when it is asked for."""
    others = (one for one in _live() if (type(one), one.pk) != (type(document), document.pk))
    return ({pair_of(words)[0] for words in _words_in(one.content)} for one in others)


def _words_in(content: Any) -> Iterator[Words]:
    """Every text of published JSON: whatever has Chinese. A draft may be incomplete; what is no text is passed over."""
    if isinstance(content, BaseModel):
        yield from (one for _, one in models(content) if isinstance(one, Words))
    elif isinstance(content, dict):
        chinese = content.get("zh-Hans")
        if isinstance(chinese, str) and chinese:
            yield Words(zh_hans=chinese, en=content.get("en"))
        else:
            for one in content.values():
                yield from _words_in(one)
    elif isinstance(content, list):
        for one in content:
            yield from _words_in(one)
