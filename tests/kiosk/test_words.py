"""A station's pinyin knows our own words and the names of its own directory."""

from __future__ import annotations

import pytest

from kiosk.config import Settings
from kiosk.words import lexicon, open_pinyin
from screens.inputs.characters import names
from screens.inputs.engine import RARE, PinyinEngine, read_lexicon
from tests.screens.mailbox.letters import catalog


def test_names_of_places_and_deputies_join_our_own_words() -> None:
    words = {word: spelt for spelt, word in lexicon(catalog())}
    directory = catalog().exhibition.directory
    assert {region.name.zh_hans for region in directory.regions} <= set(words)
    assert directory.deputies[0].name in words
    assert {word for _, word in read_lexicon()} <= set(words)
    assert all(spelt.replace("'", "").isascii() for spelt in words.values())


@pytest.fixture(scope="module")
def engines() -> dict[str, PinyinEngine]:
    return {
        accent: open_pinyin(Settings(accent=accent), catalog())  # type: ignore[arg-type]
        for accent in ("southern", "standard")
    }


def test_a_deputy_with_a_rare_name_is_offered(engines: dict[str, PinyinEngine]) -> None:
    engine = engines["southern"]
    if engine.kind != "libime":
        pytest.skip("no libime here")
    rare = [(spelt, name) for spelt, name in lexicon(catalog()) if len(name) <= 4 and set(name[1:]) & names()]
    assert rare
    for spelt, name in rare:
        engine.clear()
        engine.type(spelt.replace("'", ""))
        assert name in engine.candidates(12)
    engine.clear()


def test_the_accent_is_a_setting(engines: dict[str, PinyinEngine]) -> None:
    if engines["southern"].kind == "letters":
        pytest.skip("no pinyin engine here")
    found = {}
    for accent, engine in engines.items():
        engine.type("zegewenti")
        found[accent] = engine.candidates(1)[0]
        engine.clear()
    assert found["southern"] == "这个问题"
    assert found["standard"] != "这个问题"


def test_characters_of_names_that_the_dictionary_lacks_are_offered(engines: dict[str, PinyinEngine]) -> None:
    engine = engines["southern"]
    if engine.kind != "libime":
        pytest.skip("no libime here")
    pairs = read_lexicon(RARE)
    assert {char for _, char in pairs} <= names()
    for spelt, char in pairs[::9]:
        engine.clear()
        engine.type(spelt)
        assert char in engine.candidates(600), char
    engine.clear()
