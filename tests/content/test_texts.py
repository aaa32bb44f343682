"""Visitors find a text by initials, by pinyin, by characters, and by English words."""

from datetime import date

import pytest

from content import bundled
from content.catalog import Catalog
from content.readings import spelled
from content.texts import TextIndex


@pytest.fixture(scope="module")
def index() -> TextIndex:
    return Catalog(bundled.read(date(2026, 11, 23))).texts


def titles(index: TextIndex, query: str, limit: int = 40) -> list[str]:
    return [one.title.zh_hans for one in index.find(query, limit)[1]]


@pytest.mark.parametrize("query", ["PJ", "piaojue", "票决", "PIAO"])
def test_a_term_is_found_however_it_is_typed(index: TextIndex, query: str) -> None:
    assert "票决" in titles(index, query)[0]


def test_english_words_are_found_from_their_beginning(index: TextIndex) -> None:
    assert any("时间" in one for one in titles(index, "timel"))
    assert not any("时间" in one for one in titles(index, "imeline"))


def test_titles_come_before_texts(index: TextIndex) -> None:
    total, found = index.find("xuanju", 60)
    assert total > len([one for one in found if "选举" in one.title.zh_hans]) > 0
    has = ["选举" in one.title.zh_hans for one in found]
    assert has == sorted(has, reverse=True)


def test_pinyin_begins_at_a_syllable(index: TextIndex) -> None:
    assert any("选举" in one for one in titles(index, "xuanju"))
    assert not any("选举" in one for one in titles(index, "uanju"))


def test_one_letter_searches_titles_only(index: TextIndex) -> None:
    found = index.find("x", 500)[1]
    assert found
    for one in found:
        pinyin = [syllable for word in one.title.zh_hans for syllable in spelled(word).split()]
        english = (one.title.en or "").lower().split()
        assert any(part.startswith("x") for part in (*pinyin, *english)), one.title.zh_hans
    assert index.find("", 10) == (0, ())
    assert index.find("qqqq", 10) == (0, ())


def test_everything_found_opens_something(index: TextIndex) -> None:
    catalog = Catalog(bundled.read(date(2026, 11, 23)))
    for _, found in [index.find(letter, 500) for letter in "abcdefghijklmnopqrstuvwxyz"]:
        for entry in found:
            kind, _, about = entry.opens.partition(":")
            if kind == "term":
                assert catalog.term(about)
            else:
                exhibit, _, block = about.partition("/")
                assert not block or block in [one.id for one in catalog.exhibit(exhibit).blocks]
