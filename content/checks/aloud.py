"""Texts that a voice would read wrongly, and spoken forms that the mark on the glass could not follow."""

from __future__ import annotations

import re
from collections.abc import Iterator

from content.aloud import stops
from content.checks.finding import Found, Part, Stock
from content.numerals import written_out
from content.polyphones import unsure
from content.schema import Exhibition, Words
from content.walk import models

# what is said in one way only once numbers are written out; `{n}` is a value filled in later
_SAID = re.compile(r"[㐀-鿿　-〿＀-￯“”‘’…—·％%℃°\s]|\{\w+\}")
_PHONE = re.compile(r"(?<!\d)(?:110|119|120|12345|12380)(?=\s*(?:[或和、，。；]|$))")
_CURE = "write how it is read in `spoken`: {zh-Hans: ...}"


def spoken_forms(part: Part, exhibition: Exhibition, stock: Stock) -> Found:
    """A Mandarin voice can read every text or its `spoken` form, and both have the stops that the mark follows."""
    for way, model in models(part.content):
        if not isinstance(model, Words):
            continue
        aloud = (model.spoken or {}).get("zh-Hans")
        for what in _unreadable(aloud or model.zh_hans):
            where = (*way, "spoken", "zh-Hans") if aloud else (*way, "zh-Hans")
            yield where, f"a voice may read {what!r} wrongly", _CURE
        for language, said in (model.spoken or {}).items():
            written = {"zh-Hans": model.zh_hans, "zh-Hant": model.zh_hant, "en": model.en}.get(language) or ""
            if written and stops(said) != stops(written):
                cure = "give it the same stops (，。；：？), clause by clause"
                yield (*way, "spoken", language), "the spoken form has other clauses than the text", cure


def _unreadable(text: str) -> Iterator[str]:
    """What of a text has no one reading."""
    yield from (found[0] for found in _PHONE.finditer(text))
    odd = _SAID.sub("", written_out(text))
    if odd:
        yield odd
    yield from unsure(text)
