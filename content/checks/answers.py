"""Checks of what is shown to everybody while nobody is there: the questions and the cards of answered letters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from content.checks.finding import Found, Part, Stock
from content.schema import AnsweredLetter, Exhibition, Home, Words
from content.walk import Way, models

#: Characters of zh-Hans and of English: of a question over the city, of each side of a card. Read in passing.
QUESTION, ASKED, DONE = (18, 60), (30, 80), (48, 130)
_PERSONAL = re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)|(?<!\d)0\d{2,3}-?\d{7,8}(?!\d)|\d{17}[\dXx]|[\w.]+@[\w.]+")


def answers(part: Part, exhibition: Exhibition, stock: Stock) -> Found:
    """Short enough to be read in passing; nobody can be reached or known by a card."""
    if isinstance(part.content, Home):
        for index, question in enumerate(part.content.questions):
            yield from _too_long(("questions", index), question, QUESTION)
    for way, card in models(part.content):
        if isinstance(card, AnsweredLetter):
            yield from of_card(card, way)


def of_card(card: AnsweredLetter, way: Way = ()) -> Found:
    """What is to be put right in one card."""
    yield from _too_long((*way, "asked"), card.asked, ASKED)
    yield from _too_long((*way, "done"), card.done, DONE)
    yield from _personal(way, card)


def _too_long(way: Way, words: Words, limits: tuple[int, int]) -> Found:
    for (language, written), limit in zip(_written(words), limits, strict=True):
        if len(written) > limit:
            yield (*way, language), f"{len(written)} characters, at most {limit} are read in passing", "shorten it"


def _personal(way: Way, card: AnsweredLetter) -> Found:
    for inner, words in models(card):
        if isinstance(words, Words):
            for language, written in _written(words):
                if found := _PERSONAL.search(written):
                    yield (*way, *inner, language), f"{found[0]!r} may lead to a person", "take it out"


def _written(words: Words) -> Iterator[tuple[str, str]]:
    yield "zh-Hans", words.zh_hans
    yield "en", words.en or ""
