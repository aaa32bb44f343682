"""Finding names by characters, pinyin, initials and mixtures."""

import random
import subprocess
import sys
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.readings import readings, spelled
from content.samples.names import RARE, sample_names
from content.search import Facets, NameIndex

NAMES = (
    "张伟", "张薇", "章威", "赵文", "单田", "曾志伟", "解海", "仇英", "欧阳修", "长孙禾", "吕小舟", "买买提·艾力",
    "区志", "江澄", "江晟", "万俟安", "尉迟峰", "重阳", "朱鸿文", "任禾", "覃柏", "乐知",
)  # fmt: skip
INDEX = NameIndex((name, name) for name in NAMES)


def found(query: str) -> tuple[str, ...]:
    result = INDEX.find(query, 100)
    assert result.total == len(result.keys)
    return result.keys


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("张", ("张伟", "张薇")),
        ("张薇", ("张薇",)),
        ("zhang", ("张伟", "张薇", "章威", "长孙禾")),
        ("zhangwei", ("张伟", "张薇", "章威")),
        ("Zhang Wei", ("张伟", "张薇", "章威")),
        ("zhāng wēi", ("张伟", "张薇", "章威")),
        ("ｚｗ", ("张伟", "张薇", "章威", "赵文")),
        ("zhw", ("张伟", "张薇", "章威", "赵文", "朱鸿文")),
        ("张w", ("张伟", "张薇")),
        ("z伟", ("张伟", "曾志伟")),
        ("jc", ("江澄", "江晟")),
        ("js", ("江晟",)),
        ("mmtal", ("买买提·艾力",)),
        ("买买提·艾", ("买买提·艾力",)),
        ("xyz", ()),
        ("张伟明", ()),
    ],
)
def test_a_name_is_found_as_it_is_typed(query, names):
    assert found(query) == names


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("shan", "单田"),
        ("zeng", "曾志伟"),
        ("xie", "解海"),
        ("qiu", "仇英"),
        ("ou", "区志"),
        ("qin", "覃柏"),
        ("yue", "乐知"),
        ("moqi", "万俟安"),
        ("yuchi", "尉迟峰"),
        ("zhangsun", "长孙禾"),
        ("ren", "任禾"),
    ],
)
def test_a_surname_is_read_as_a_surname(query, name):
    assert name in found(query)


@pytest.mark.parametrize(
    ("query", "name"), [("dan", "单田"), ("jie", "解海"), ("qu", "区志"), ("tan", "覃柏"), ("le", "乐知")]
)
def test_those_who_do_not_know_the_surname_find_it_too(query, name):
    assert name in found(query)


@pytest.mark.parametrize("query", ["lv", "lü", "lu", "lyu", "LÜ"])
def test_lü_is_found_however_a_keyboard_writes_it(query):
    assert "吕小舟" in found(query)


def test_characters_further_on_come_after_those_that_begin():
    index = NameIndex((name, name) for name in ("安禾", "李安", "丁安", "安"))
    assert index.find("安", 9).keys == ("安", "安禾", "丁安", "李安")


def test_letters_are_looked_for_at_the_beginning_only():
    # the keypad has one letter for each character: J C is 江澄, not 王江澄
    index = NameIndex((name, name) for name in ("江澄", "王江澄"))
    assert index.find("jc", 9).keys == ("江澄",)


def test_rare_characters_are_found_by_themselves_and_by_their_reading():
    index = NameIndex((name, name) for name in RARE)
    for name in RARE:
        assert index.find(name, 9).keys == (name,)
        assert name in index.find(spelled(name), 9).keys


def test_a_character_without_any_reading_is_still_found():
    index = NameIndex([(1, "张\U00032000")])
    assert index.find("张\U00032000", 1).keys == (1,)
    assert index.find("z", 1).keys == (1,)
    assert index.find("zz", 1).keys == ()


def test_a_page_is_cut_and_the_total_is_not():
    result = INDEX.find("", 3)
    assert (result.total, len(result.keys)) == (len(NAMES), 3)


def test_the_order_goes_by_pinyin_character_by_character_and_is_always_the_same():
    shuffled = list(NAMES)
    random.Random(5).shuffle(shuffled)
    again = NameIndex((name, name) for name in shuffled)
    for query in ("", "z", "j", "张", "zhw"):
        assert again.find(query, 99) == INDEX.find(query, 99)
    order = INDEX.find("", 99).keys
    assert list(order) == sorted(order, key=lambda name: [(ways[0], char) for char, ways in readings(name)])
    assert order.index("欧阳修") > order.index("区志")


def test_two_people_of_one_name_are_two():
    index = NameIndex([("a", "张伟"), ("b", "张伟")])
    assert index.find("zw", 9).keys == ("a", "b")


def test_a_place_narrows_what_is_found_and_which_letters_go_on():
    facets = Facets((name, [("level", len(name)), ("begins", name[0])]) for name in NAMES)
    here = facets.having(("begins", "张"))
    assert INDEX.find("zhw", 9, here).keys == ("张伟", "张薇")
    assert INDEX.next_letters("z", here) == {"h", "w"}
    assert facets.having(("begins", "张"), ("level", 2)) == {"张伟", "张薇"}
    assert facets.having(("begins", "张"), ("level", 3)) == frozenset()


def test_dead_letters_are_known_before_they_are_typed():
    index = NameIndex((name, name) for name in ("江澄", "简宁"))
    assert index.next_letters("") == {"j"}
    assert index.next_letters("j") == {"i", "c", "n"}
    assert index.next_letters("jc") == {"h"}
    assert index.next_letters("江") == {"c"}
    assert index.next_letters("q") == frozenset()


def test_an_empty_index_finds_nothing():
    index: NameIndex[int] = NameIndex([])
    assert (len(index), index.find("", 5).total, index.find("z", 5).total, index.find("张", 5).total) == (0, 0, 0, 0)
    assert index.next_letters("") == frozenset()


@pytest.mark.parametrize("query", ["z" * 10_000, "张" * 500, "\x00\u202e", "%_*?[", "()" * 30])
def test_any_query_is_answered(query):
    assert INDEX.find(query, 5).total == 0


def matches(query: str, parts, start: int = 0) -> bool:
    """The meaning of a match, said the slow way: cut the query in every possible manner."""
    if not query:
        return True
    if start == len(parts):
        return False
    character, syllables = parts[start]
    pieces = [query[:n] for n in range(1, len(query) + 1)]
    return any(
        matches(query[len(piece) :], parts, start + 1)
        for piece in pieces
        if piece == character or (piece.isascii() and any(one.startswith(piece) for one in syllables))
    )


SAMPLE = list(sample_names(random.Random(1), 400))
SAMPLE_INDEX = NameIndex((name, name) for name in SAMPLE)
LETTER = st.sampled_from("abcdefghijklmnopqrstuvwxyz")
FROM_NAMES = st.sampled_from(SAMPLE).flatmap(
    lambda name: st.tuples(*[st.sampled_from([char, *ways, ways[0][0], ways[0][:2]]) for char, ways in readings(name)])
).map("".join)  # fmt: skip
QUERIES = st.one_of(st.text(LETTER, max_size=5), FROM_NAMES, FROM_NAMES.map(lambda text: text[:3]))


@given(QUERIES)
def test_the_index_finds_exactly_what_matches(query):
    begins = {name for name in SAMPLE if matches(query, readings(name))}
    inside = {
        name
        for name, start in product(SAMPLE, range(1, 4))
        if not query.isascii() and start < len(readings(name)) and matches(query, readings(name), start)
    }
    result = SAMPLE_INDEX.find(query, 1000)
    assert set(result.keys) == begins | inside
    assert result.total == len(result.keys)


@given(QUERIES)
def test_a_letter_is_alive_exactly_if_something_is_found_after_it(query):
    alive = {one for one in "abcdefghijklmnopqrstuvwxyz" if SAMPLE_INDEX.find(query + one, 1).total}
    assert SAMPLE_INDEX.next_letters(query) == alive
    assert SAMPLE_INDEX.next_letters(query, frozenset(SAMPLE)) == alive


def test_phrases_of_the_dictionary_are_not_loaded():
    # they cost 43 MB and know no names
    code = (
        "import sys, content.search as s; s.NameIndex([(1, '张伟')]);"
        "assert 'pypinyin' in sys.modules and 'kivy' not in sys.modules;"
        "import os; assert 'PYPINYIN_NO_PHRASES' not in os.environ;"
        "from pypinyin.constants import PHRASES_DICT; assert not PHRASES_DICT"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
