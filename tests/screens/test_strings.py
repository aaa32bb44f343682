"""Every interface string exists in Chinese and English, with the same places to fill."""

import re

from screens.strings import table


def test_every_string_is_in_both_languages() -> None:
    lacking = [key for key, words in table().items() if not words.get("zh-Hans") or not words.get("en")]
    assert lacking == []


def test_both_languages_fill_the_same_places() -> None:
    for key, words in table().items():
        places = {language: set(re.findall(r"{(\w+)", text)) for language, text in words.items()}
        assert places["zh-Hans"] == places["en"], key


def test_english_uses_straight_quotes_and_chinese_full_width_marks() -> None:
    for key, words in table().items():
        assert not re.search("[‘’“”]", words["en"]), key
        assert not re.search(r"[\u4e00-\u9fff][,?!;]", words["zh-Hans"]), key


def test_the_tone_has_no_exclamation_and_no_blame() -> None:
    for key, words in table().items():
        assert not re.search("[!！]|系统|失败|非法|请知悉", "".join(words.values())), key
