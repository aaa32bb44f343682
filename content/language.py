"""Which words a visitor reads and hears: the languages on offer and what happens where one is missing.

Owns the fallback. Leaves to others: who chose the language (the session), how words are drawn or spoken. A missing
English text shows the Chinese one and says so: never empty, and never translated by a machine on the spot. Traditional
characters are written by authors where they matter; without them the Simplified text is shown. What an installed
language pack (`content.packs`) lacks, or translates from older words, is shown in English, else in Chinese, and marked.
"""

from __future__ import annotations

from typing import Final

from content.aloud import IN_CHINESE, IN_ENGLISH
from content.packs import find, installed
from content.schema import Words

Language = str
"""A language by its BCP 47 tag: one of `LANGUAGES`, or that of an installed pack."""

LANGUAGES: Final[tuple[Language, ...]] = ("zh-Hans", "zh-Hant", "en")
CHINESE: Final = frozenset({"zh-Hans", "zh-Hant"})
NOT_TRANSLATED: Final = " (not yet translated)"


def offered() -> tuple[Language, ...]:
    """Every language a visitor may choose: ours, then those of the installed packs."""
    return (*LANGUAGES, *(pack.tag for pack in installed()))


def is_chinese(language: str) -> bool:
    """Whether Chinese characters are read in it, without spaces and with full-width punctuation."""
    return language in CHINESE


def say(words: Words, language: str) -> str:
    """What is shown in `language`; where it is missing the Simplified Chinese, marked if an English text is missing.

    Raises: ValueError for a language that is not offered.
    """
    written = _written(words, language)
    if written is not None:
        return written
    if find(language) is not None:
        return words.en + IN_ENGLISH if words.en else words.zh_hans + IN_CHINESE
    return words.zh_hans + NOT_TRANSLATED if language == "en" else words.zh_hans


def spoken(words: Words, language: str) -> str:
    """What is read aloud in the language that `voice_language` names: the spoken form where it differs from writing.

    Raises: ValueError for a language that is not offered.
    """
    voice = voice_language(words, language)
    aloud = words.spoken or {}
    if voice in aloud:
        return aloud[voice]
    if voice == "zh-Hant" and "zh-Hans" in aloud:
        return aloud["zh-Hans"]
    return _written(words, voice) or words.zh_hans


def voice_language(words: Words, language: str) -> Language:
    """The language to read these words aloud in: the wanted one, or the one they are shown in where they lack it.

    Raises: ValueError for a language that is not offered.
    """
    written = _written(words, language)
    if written is None:
        return "en" if find(language) is not None and words.en else "zh-Hans"
    return language


def is_translated(words: Words, language: str) -> bool:
    """Whether someone has written these words in `language`.

    Raises: ValueError for a language that is not offered.
    """
    return _written(words, language) is not None


def _written(words: Words, language: str) -> str | None:
    if language == "zh-Hans":
        return words.zh_hans
    if language == "zh-Hant":
        return words.zh_hant
    if language == "en":
        return words.en
    pack = find(language)
    if pack is not None:
        return pack.text(words.zh_hans, words.en)
    raise ValueError(f"no such language: {language!r}")
