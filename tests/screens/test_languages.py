"""Our three languages are whole: every string of the glass and every text of the exhibition has each of them."""

from datetime import date

import pytest

from content.bundled import read
from content.language import LANGUAGES, is_translated, say
from content.packs.sources import places
from content.schema import Words
from content.traditional import fill, opencc
from content.walk import models
from screens.attract.view import _others
from screens.strings import TRADITIONAL, names, string, table
from tests.screens.looks import look

#: Simplified forms that no Traditional text has; a few hundred would not find more.
SIMPLIFIED = set("们这个时为国说开关东车长门问间见现觉书买卖电话语读写专业严丰临举义乐习乡云亚产亲亿仅从")
SIMPLIFIED -= set("个")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_string_has_every_language_with_the_same_places(language: str) -> None:
    for key, words in table().items():
        shown = string(key, language)
        assert shown.strip(), key
        if language == "zh-Hant":
            assert places(shown) == places(words["zh-Hans"]), key


def test_every_string_is_written_in_simplified_chinese_and_english() -> None:
    assert [key for key, words in table().items() if not words.get("zh-Hans") or not words.get("en")] == []


def test_every_text_of_the_exhibition_is_written_in_english() -> None:
    exhibition = read(date(2026, 11, 23))
    parts = (getattr(exhibition, name) for name in type(exhibition).model_fields if name != "directory")
    found = [(way, one) for part in parts for way, one in models(part) if isinstance(one, Words)]
    assert len(found) > 2000
    assert [(way, one.zh_hans) for way, one in found if not is_translated(one, "en")] == []


@pytest.mark.skipif(not TRADITIONAL.exists() or opencc() is None, reason="made at set-up, where OpenCC is")
def test_a_reader_of_traditional_characters_is_shown_no_simplified_ones() -> None:
    convert = opencc()
    assert convert is not None
    exhibition = fill(read(date(2026, 11, 23)), convert)
    parts = (getattr(exhibition, name) for name in type(exhibition).model_fields if name != "directory")
    texts = [say(one, "zh-Hant") for part in parts for _, one in models(part) if isinstance(one, Words)]
    texts += [string(key, "zh-Hant") for key in table() if key != "dock.lang"]
    assert [text for text in texts if SIMPLIFIED & set(text)] == []


def test_the_idle_screen_offers_every_other_language_by_its_own_name() -> None:
    for language in LANGUAGES:
        assert set(_others(look(language=language))) == set(names()) - {language}
