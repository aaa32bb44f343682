"""The interface's own words, by key, in every language. Content's words come from the catalogue, not from here.

Each screen keeps its strings in its own `strings.json`; the shared ones lie beside this file. A key defined twice, or
without Chinese or English, is a mistake that the tests find. An installed language pack (`content.packs`) says them in
its language; what it lacks is shown in English and marked.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache
from pathlib import Path

from content.aloud import IN_ENGLISH
from content.language import Language
from content.packs import Pack, find, installed

__all__ = ["Language", "is_rtl", "names", "string", "table"]

_NAMES: dict[Language, str] = {"zh-Hans": "简体中文", "en": "English", "zh-Hant": "繁體中文"}
_COUNTED = "n"
_PLACE = re.compile(r"\{[^}]*\}")
_FORM_OF_WORDS = 100  # a number that is words already takes the form of many things
_APART, _TOGETHER = "\u2068", "\u2069"  # first strong isolate: a Chinese name stays whole in an Arabic line

#: Made at set-up from the Simplified strings (deploy/setup/traditional.py): key -> text.
TRADITIONAL = Path(__file__).parent / "traditional.json"


@lru_cache(maxsize=1)
def table() -> dict[str, dict[str, str]]:
    """Every string of the glass. Raises: ValueError when two files define one key."""
    merged: dict[str, dict[str, str]] = {}
    for file in sorted(Path(__file__).parent.rglob("strings.json")):
        for key, words in json.loads(file.read_text(encoding="utf-8")).items():
            if key in merged:
                raise ValueError(f"{file}: the key {key!r} is defined elsewhere too")
            merged[key] = words
    return merged


@lru_cache(maxsize=1)
def _traditional() -> dict[str, str]:
    """The strings in Traditional characters; none before set-up, and Simplified ones are shown."""
    try:
        made: dict[str, str] = json.loads(TRADITIONAL.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return made


def string(key: str, language: Language, **values: object) -> str:
    """The string `key` with its `{places}` filled. Raises: KeyError for an unknown key."""
    words = table()[key]
    if (pack := find(language)) is not None:
        return _of_pack(pack, key, words, values)
    text = words.get(language) or (_traditional().get(key) if language == "zh-Hant" else None) or words["zh-Hans"]
    return text.format(**values) if values else text


def names() -> dict[Language, str]:
    """Every language a visitor may choose, by the name its readers give it."""
    return {**_NAMES, **{pack.tag: pack.manifest.name for pack in installed()}}


def is_rtl(language: Language) -> bool:
    """Whether the language runs from right to left."""
    pack = find(language)
    return pack is not None and pack.manifest.rtl


def _of_pack(pack: Pack, key: str, words: dict[str, str], values: dict[str, object]) -> str:
    """In the form that its count asks for, numbers and days as the language writes them, names set apart."""
    from content.packs import cldr

    count = values.get(_COUNTED)
    found = pack.word(key, words["zh-Hans"], count if isinstance(count, int) else _FORM_OF_WORDS)
    text = found or cldr.name_of(key, pack.tag)
    if text is not None:
        shown = {name: cldr.shown(name, value, pack.tag) for name, value in values.items()}
        if pack.manifest.rtl:
            shown = {name: f"{_APART}{one}{_TOGETHER}" if isinstance(one, str) else one for name, one in shown.items()}
        try:
            return text.format(**shown) if values else text
        except (KeyError, IndexError, ValueError):  # it names a place that this string has not: no translation of it
            pass
    english = words["en"].format(**values) if values else words["en"]
    return english + IN_ENGLISH if _says(words["en"]) else english


def _says(text: str) -> bool:
    """Whether it has English words besides its places: 3 / 7 is the same in every language."""
    return any(letter.isalpha() and letter.isascii() for letter in _PLACE.sub("", text))
