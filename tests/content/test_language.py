"""Words in a language: never empty, never silently in another one."""

import pytest

from content.language import LANGUAGES, is_translated, say, spoken, voice_language
from tests.content.samples_of_content import some_words


def test_each_language_says_its_own_words() -> None:
    words = some_words("一号信箱", "No. 1 Mailbox", **{"zh-Hant": "一號信箱"})
    assert [say(words, one) for one in LANGUAGES] == ["一号信箱", "一號信箱", "No. 1 Mailbox"]


def test_missing_english_shows_the_chinese_and_says_so() -> None:
    words = some_words("一号信箱", None)
    assert say(words, "en") == "一号信箱 (not yet translated)"
    assert not is_translated(words, "en")


def test_missing_traditional_characters_show_the_simplified_ones() -> None:
    assert say(some_words("一号信箱"), "zh-Hant") == "一号信箱"


def test_what_is_read_aloud_may_differ_from_what_is_written() -> None:
    words = some_words("2400 万元", "24 million yuan", spoken={"zh-Hans": "两千四百万元"})
    assert spoken(words, "zh-Hans") == spoken(words, "zh-Hant") == "两千四百万元"
    assert spoken(words, "en") == "24 million yuan"


def test_chinese_shown_for_missing_english_is_read_by_a_chinese_voice() -> None:
    words = some_words("2400 万元", None, spoken={"zh-Hans": "两千四百万元"})
    assert voice_language(words, "en") == "zh-Hans"
    assert spoken(words, "en") == "两千四百万元"


@pytest.mark.parametrize("ask", [say, spoken, is_translated])
def test_a_language_that_is_not_offered_is_refused(ask) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(ValueError, match="no such language"):
        ask(some_words(), "fr")
