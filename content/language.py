"""Which words a visitor reads and hears: the languages on offer and what happens where one is missing.

Owns the fallback. Leaves to others: who chose the language (the session), how words are drawn or spoken. A missing
English text shows the Chinese one and says so: never empty, and never translated by a machine on the spot. Traditional
characters are written by authors where they matter; without them the Simplified text is shown.
"""

from __future__ import annotations

from typing import Final, Literal

from content.schema import Words

Language = Literal["zh-Hans", "zh-Hant", "en"]

LANGUAGES: Final[tuple[Language, ...]] = ("zh-Hans", "zh-Hant", "en")
NOT_TRANSLATED: Final = " (not yet translated)"


def say(words: Words, language: str) -> str:
    """What is shown in `language`; where it is missing the Simplified Chinese, marked if an English text is missing.

    Raises: ValueError for a language that is not offered.
    """
    written = _written(words, language)
    if written is not None:
        return written
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
    """The language to read these words aloud in: the wanted one, or Simplified Chinese where there are none in it.

    Raises: ValueError for a language that is not offered.
    """
    written = _written(words, language)
    if written is None:
        return "zh-Hans"
    return "en" if language == "en" else "zh-Hant" if language == "zh-Hant" else "zh-Hans"


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
    raise ValueError(f"no such language: {language!r}")
