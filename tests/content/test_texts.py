"""Visitors find a text by initials, by pinyin, by characters, and by English words."""

from datetime import date

import pytest

from content import bundled
from content.catalog import Catalog
from content.readings import spelled
from content.schema import PanelsBlock
from content.texts import TextIndex


@pytest.fixture(scope="module")
def index() -> TextIndex:
    return Catalog(bundled.read(date(2026, 11, 23))).texts


TABS = {
    f"exhibit:{exhibit.id}/{block.id}": block.tab
    for exhibit in bundled.read(date(2026, 11, 23)).exhibits
    for block in exhibit.blocks
    if block.tab
}


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
    has = ["选举" in one.title.zh_hans or "xuanju" in spelled(one.title.zh_hans).replace(" ", "") for one in found]
    assert total > sum(has) > 0
    assert has == sorted(has, reverse=True)


def test_pinyin_begins_at_a_syllable(index: TextIndex) -> None:
    assert any("选举" in one for one in titles(index, "xuanju"))
    assert not any("选举" in one for one in titles(index, "uanju"))


def test_one_letter_searches_titles_only(index: TextIndex) -> None:
    found = index.find("x", 500)[1]
    assert found
    for one in found:
        titles = [one.title, *(tab for opens, tab in TABS.items() if opens == one.opens)]
        pinyin = [syllable for title in titles for word in title.zh_hans for syllable in spelled(word).split()]
        english = [word for title in titles for word in (title.en or "").lower().split()]
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
                exhibit, block, panel = (*about.split("/"), "", "")[:3]
                found_in = [one for one in catalog.exhibit(exhibit).blocks if one.id == block]
                assert found_in or not block
                if panel:
                    assert isinstance(found_in[0], PanelsBlock)
                    assert panel in [one.id for one in found_in[0].panels]


def opens(index: TextIndex, query: str, limit: int = 40) -> list[str]:
    return [one.opens for one in index.find(query, limit)[1]]


#: What visitors ask, and what should stand first.
ASKED = {
    "票决": "term:piaojue",
    "pjz": "exhibit:livelihood-vote/more/what",
    "xinxiang": "exhibit:timeline/line",
    "一号信箱": "term:yihao",
    "代表法": "exhibit:deputies-near-you/roles",
    "budget": "exhibit:livelihood-vote/budget",
    "recall": "term:bamian",
    "罢免": "term:bamian",
    "bamian": "term:bamian",
    "vote": "exhibit:livelihood-vote/ballot",
    "law": "exhibit:law-workshop",
    "film": "exhibit:who-elects-whom/film",
    "map": "exhibit:map-and-data/map",
    "sjcl": "exhibit:timeline",
    "shijianchanglang": "exhibit:timeline",
}


@pytest.mark.parametrize("query", ASKED)
def test_what_is_asked_for_stands_first(index: TextIndex, query: str) -> None:
    assert opens(index, query)[0] == ASKED[query]


@pytest.mark.parametrize("query", [*ASKED, "xuanju", "jianyi", "election", "deputy", "zj", "lo", "zai"])
def test_headings_that_several_pages_share_stand_last(index: TextIndex, query: str) -> None:
    shared = [one.title.zh_hans == "再看细一点" for one in index.find(query, 500)[1]]
    assert shared == sorted(shared)


def test_a_title_typed_whole_comes_before_one_begun_before_initials_before_texts(index: TextIndex) -> None:
    found = titles(index, "pj")
    assert found.index("票决") < found.index("什么是票决制")
    typed = titles(index, "票决")
    assert typed[0] == "票决"
    assert typed.index("票决和票选，差一个字") < typed.index("什么是票决制") < typed.index("换你来投票")


def test_a_word_written_whole_comes_before_one_that_goes_on(index: TextIndex) -> None:
    found = [one.title.en for one in index.find("vote", 60)[1]]
    assert found.index("proxy vote") < found.index("voter list")


def test_a_panel_is_found_by_its_own_heading(index: TextIndex) -> None:
    assert opens(index, "liangciping")[0] == "exhibit:suggestion-journey/more/twice"
