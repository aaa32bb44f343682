"""Checks of numbers: each is one that a source states, in a text, in a heading over texts, and in a bar."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import lru_cache

from content.checks.finding import Found, Part, Stock
from content.figures import Figure, figures, stated
from content.schema import Bar, Exhibit, Exhibition, Source, Text, Words
from content.walk import cited, models

_MONTHS = re.compile(
    r"\b(\d{1,2})\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_NUMBERED = re.compile(r"\bNo\. ?\d+")  # a name, not a count: No. 1 Mailbox
_CURE = "correct it, cite the source that states it, or add it to that source's figures"


def numbers(part: Part, exhibition: Exhibition, stock: Stock) -> Found:
    """Every number in a text is one that a source of that text states; a year may be that of the source itself."""
    for way, text in models(part.content):
        if isinstance(text, Text):
            sources = _known(text.sources, exhibition)
            for language, written in _strange(text, sources, _stated(sources)):
                yield (*way, language), f"{written!r} is no figure of {', '.join(text.sources)}", _CURE


def bare_numbers(part: Part, exhibition: Exhibition, stock: Stock) -> Found:
    """A number in words that name no source, such as a heading, is stated by a source that its exhibit cites."""
    if not isinstance(part.content, Exhibit):
        return
    sources = _known(cited(part.content), exhibition)
    allowed = _stated(sources)
    for way, words in models(part.content):
        if isinstance(words, Words) and not isinstance(words, Text):
            for language, written in _strange(words, sources, allowed):
                yield (*way, language), f"{written!r} is no figure of a source of this exhibit", _CURE


def bars(part: Part, exhibition: Exhibition, stock: Stock) -> Found:
    """What is drawn as long as a number is that number in the source of its text."""
    for way, bar in models(part.content):
        if isinstance(bar, Bar):
            for field, value, text in (("value", bar.value, bar.text), ("reached", bar.reached, bar.reached_text)):
                if value is None or text is None:
                    continue
                if value not in _stated(_known(text.sources, exhibition)):
                    yield (*way, field), f"{value} is no figure of {', '.join(text.sources)}", _CURE


def _known(ids: Iterable[str], exhibition: Exhibition) -> list[Source]:
    known = {one.id: one for one in exhibition.sources}
    return [known[one] for one in ids if one in known]


def _stated(sources: list[Source]) -> set[Fraction]:
    return {value for one in sources for figure in one.figures for value in _values(figure)}


@lru_cache(maxsize=4096)
def _values(figure: str) -> frozenset[Fraction]:
    return frozenset(stated(figure))


def _strange(words: Words, sources: list[Source], allowed: set[Fraction]) -> Iterator[tuple[str, str]]:
    """Language and number of each that is not `allowed`. Traditional Chinese is made from what is looked at here."""
    for language, written in (("zh-Hans", words.zh_hans), ("en", words.en or "")):
        for figure in figures(_NUMBERED.sub("", written)):
            if figure.value not in allowed and not _is_date(figure, written, sources):
                yield language, figure.written


def _is_date(figure: Figure, written: str, cited: list[Source]) -> bool:
    """Whether the number is part of the date of a document that is cited."""
    days = [one.dated for one in cited if one.dated]
    if figure.value in [day.year for day in days]:
        return True
    if figure.unit == "月":
        return figure.value in [day.month for day in days]
    if figure.unit == "日" or _MONTHS.search(written):
        return figure.value in [day.day for day in days]
    return False
