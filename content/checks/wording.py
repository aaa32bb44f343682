"""Checks of texts: their sources, length, English, characters and punctuation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from content.checks.finding import Found, Part, Stock
from content.schema import Exhibition, Step, Text, Words
from content.walk import Way, models

#: Characters of zh-Hans on one panel; of the text of one step of a procedure (design guide 10).
PANEL_LENGTH, STEP_LENGTH = 120, 40
_HALF_WIDTH = re.compile(r"[一-鿿）”][,;:!?]|[,;:!?(][一-鿿（“]")
_CURLY = re.compile("[‘’“”]")
_LOUD = re.compile("[!！]")


def sources(part: Part, exhibition: Exhibition, stock: Stock) -> Found:
    """Every text names documents that sources.yaml has."""
    known = {one.id for one in exhibition.sources}
    for way, text in _texts(part):
        for index, one in enumerate(text.sources):
            if one not in known:
                yield (*way, "sources", index), f"there is no source {one!r}", "add it to sources.yaml or name another"


def length(part: Part, exhibition: Exhibition, stock: Stock) -> Found:
    """A panel is read in one look."""
    for way, model in models(part.content):
        if isinstance(model, Text):
            yield from _too_long(way, model.zh_hans, PANEL_LENGTH)
        if isinstance(model, Step):
            yield from _too_long((*way, "text"), model.text.zh_hans, STEP_LENGTH)


def english(part: Part, exhibition: Exhibition, stock: Stock) -> Found:
    """Everything a visitor reads is there in English too."""
    for way, words in _words(part):
        if not (words.en or "").strip():
            yield way, "the English is missing", "add `en`"


def characters(part: Part, exhibition: Exhibition, stock: Stock) -> Found:
    """Simplified Chinese is written in standard characters (国家通用语言文字法 art. 13-14)."""
    if stock.simplify is None:
        return
    for way, words in _words(part):
        plain = stock.simplify(words.zh_hans)
        if plain != words.zh_hans:
            odd = "".join(dict.fromkeys(a for a, b in zip(words.zh_hans, plain, strict=False) if a != b))
            yield (*way, "zh-Hans"), f"{odd!r} is not a standard character", f"write {plain!r}"


def forms(part: Part, exhibition: Exhibition, stock: Stock) -> Found:
    """Full-width punctuation in Chinese, straight quotes in English, no exclamation marks (design guide 3 and 12)."""
    for way, words in _words(part):
        for language, written in _written(words):
            if _LOUD.search(written):
                yield (*way, language), "there is an exclamation mark", "end the sentence calmly"
            if language == "zh-Hans" and (found := _HALF_WIDTH.search(written)):
                yield (*way, language), f"half-width punctuation in {found[0]!r}", "use ，：；？（）"
            if language == "en" and (found := _CURLY.search(written)):
                yield (*way, language), f"curly quote {found[0]!r} in English", "use ' and \""


def glyphs(part: Part, exhibition: Exhibition, stock: Stock) -> Found:
    """The station's fonts can draw every character."""
    if stock.missing is None:
        return
    for way, words in _words(part):
        for language, written in _written(words):
            odd = "".join(sorted(stock.missing(written)))
            if odd:
                yield (*way, language), f"no font has {odd!r}", "write it otherwise, or add a font that has it"


def _too_long(way: Way, written: str, limit: int) -> Found:
    if len(written) > limit:
        yield (*way, "zh-Hans"), f"{len(written)} characters, at most {limit} are read here", "shorten or split it"


def _texts(part: Part) -> Iterator[tuple[Way, Text]]:
    return ((way, one) for way, one in models(part.content) if isinstance(one, Text))


def _words(part: Part) -> Iterator[tuple[Way, Words]]:
    return ((way, one) for way, one in models(part.content) if isinstance(one, Words))


def _written(words: Words) -> Iterator[tuple[str, str]]:
    yield "zh-Hans", words.zh_hans
    if words.zh_hant:
        yield "zh-Hant", words.zh_hant
    if words.en:
        yield "en", words.en
