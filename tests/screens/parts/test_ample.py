"""Text that makes use of its room: never smaller, never more pages, never a line left over."""

from hypothesis import given, settings
from hypothesis import strategies as st

from screens.parts.ample import ample, even
from screens.parts.paged import Para, read
from screens.scene import Box
from tests.screens.looks import look

HERE = look()
WORDS = st.lists(st.text(alphabet="民生实事项目代表票决居民", min_size=1, max_size=120), min_size=1, max_size=6)
STYLES = ("micro", "meta", "body", "body_l", "h3")


def paras(texts):
    return [Para(text, STYLES[i % len(STYLES)], heads=i % 3 == 0) for i, text in enumerate(texts)]


@given(WORDS, st.integers(300, 900), st.integers(1, 2))
@settings(max_examples=40, deadline=None)
def test_larger_words_take_no_more_pages_and_none_is_smaller(texts, height, columns):
    box, plain = Box(0, 0, 900, height), paras(texts)
    grown = ample(HERE, box, plain, columns=columns)
    assert read(HERE, box, grown, columns=columns)[1] <= read(HERE, box, plain, columns=columns)[1]
    for one, before in zip(grown, plain, strict=True):
        assert HERE.style(one.style).size >= HERE.style(before.style).size
        assert (one.text, one.color, one.gap) == (before.text, before.color, before.gap)


def test_a_short_text_is_set_larger_and_a_full_page_stays_as_it_is():
    box = Box(0, 0, 900, 400)
    assert ample(HERE, box, [Para("民生实事")])[0].style == "body_l"
    full = [Para("民" * 27 * 8)]
    assert ample(HERE, box, full) == full


@given(WORDS, st.integers(300, 900))
@settings(max_examples=40, deadline=None)
def test_columns_filled_alike_take_the_same_pages(texts, height):
    box, plain = Box(0, 0, 900, height), paras(texts)
    lower = even(HERE, box, plain, columns=2)
    assert (lower.x, lower.y, lower.w) == (box.x, box.y, box.w)
    assert lower.h <= box.h
    assert read(HERE, lower, plain, columns=2)[1] == read(HERE, box, plain, columns=2)[1]


def test_two_columns_share_what_one_could_hold():
    box, plain = Box(0, 0, 900, 600), [Para(f"第 {i} 行") for i in range(8)]
    nodes, _ = read(HERE, even(HERE, box, plain, columns=2), plain, columns=2)
    left = [one for one in nodes if one.box.x < 400]
    assert len(left) in (4, 5)
