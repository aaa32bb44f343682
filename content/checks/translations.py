"""Is an English text as new as its Chinese? Every pair that somebody has confirmed is kept, as two short hashes.

Where the Chinese of a confirmed pair is gone and its English stands beside other words, the English is stale: somebody
must look. Owns the file `translations.txt` of an authors' folder; `python -m content.checks --confirm` writes it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any

from content.checks.finding import Found, Part, Stock
from content.schema import Exhibition, Words
from content.walk import models

FILE = "translations.txt"
_LENGTH = 12  # hexadecimal digits; chance makes two of ten thousand texts alike once in three million folders
Pair = tuple[str, str]


def english_is_current(part: Part, exhibition: Exhibition, stock: Stock) -> Found:
    """No English text that was confirmed for other Chinese words than those it stands beside now."""
    if stock.translated is None:
        return
    old = _stale_in(exhibition, stock.translated)
    for way, model in models(part.content):
        if not isinstance(model, Words) or not model.en or pair_of(model) in stock.translated:
            continue
        if _hash(model.en) in old:
            cure = "change `en` too, or confirm it: python -m content.checks --confirm FOLDER"
            yield (*way, "en"), "the Chinese was changed, the English was not", cure


_known: list[tuple[Exhibition, frozenset[Pair], frozenset[str]]] = []


def _stale_in(exhibition: Exhibition, confirmed: frozenset[Pair]) -> frozenset[str]:
    """Asked for every file of an exhibition: gone through once, and the last answer is kept."""
    if not _known or _known[0][0] is not exhibition or _known[0][1] != confirmed:
        here = {chinese for chinese, _ in pairs(exhibition)}
        _known[:] = [(exhibition, confirmed, stale(here, confirmed))]
    return _known[0][2]


def pairs(exhibition: Exhibition) -> frozenset[Pair]:
    """Every Chinese text with its English, the directory left out: names of people are made, not translated."""
    parts: Iterable[Any] = (getattr(exhibition, name) for name in Exhibition.model_fields if name != "directory")
    found = (one for part in parts for _, one in models(part))
    return frozenset(pair_of(one) for one in found if isinstance(one, Words) and one.en)


def read(folder: Path) -> frozenset[Pair] | None:
    """The confirmed pairs of a folder; None where nobody keeps them."""
    try:
        lines = (folder / FILE).read_text("utf-8").splitlines()
    except FileNotFoundError:
        return None
    return frozenset((line[:_LENGTH], line[_LENGTH + 1 :]) for line in lines)


def confirm(folder: Path, exhibition: Exhibition) -> None:
    """Keep the pairs of today: somebody has looked at them."""
    lines = sorted(f"{chinese} {english}\n" for chinese, english in pairs(exhibition))
    (folder / FILE).write_text("".join(lines), "utf-8")


def stale(here: Collection[str], confirmed: frozenset[Pair]) -> frozenset[str]:
    """English texts of which no confirmed Chinese is left among those that are `here`."""
    alive = {english for chinese, english in confirmed if chinese in here}
    return frozenset(english for _, english in confirmed) - alive


def pair_of(words: Words) -> Pair:
    """The hashes of a text and of its English."""
    return _hash(words.zh_hans), _hash(words.en or "")


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:_LENGTH]
