"""Paging: every word and every card is on exactly one page, and nothing is squeezed."""

from hypothesis import given, settings
from hypothesis import strategies as st

from screens.parts.paged import Para, grid, pager, read
from screens.scene import Box, Label, targets
from tests.screens.looks import look

HERE = look()
WORDS = st.lists(st.text(alphabet="民生实事项目代表票决，。居民", min_size=1, max_size=120), min_size=1, max_size=6)


@given(WORDS, st.integers(120, 700), st.integers(1, 2))
@settings(max_examples=60, deadline=None)
def test_all_words_are_read_once_over_the_pages(texts, height, columns):
    paras = [Para(text, heads=i % 2 == 0) for i, text in enumerate(texts)]
    box = Box(100, 100, 900, height)
    _, pages = read(HERE, box, paras, columns=columns)
    said = ""
    for page in range(pages):
        nodes, same = read(HERE, box, paras, page, columns=columns)
        assert same == pages
        for one in nodes:
            assert isinstance(one, Label)
            assert not one.overflow
            assert box.y - 0.01 <= one.box.y
            assert one.box.bottom <= box.bottom + 0.5
            said += one.full
    assert said == "".join(texts)


def test_a_heading_is_never_left_alone_at_the_foot_of_a_page():
    paras = [Para("一" * 80), Para("标题", "h3", heads=True), Para("二" * 80)]
    for height in range(150, 500, 10):
        for page in range(4):
            nodes, _ = read(HERE, Box(0, 0, 900, height), paras, page)
            assert [one.full for one in nodes if isinstance(one, Label)][-1] != "标题" or (
                len(nodes) == 1 and height < 180
            )


def test_headings_in_a_row_stay_with_the_text_below_them():
    paras = [Para("标题", "h2", heads=True), Para("小标题", "h3", heads=True), Para("二" * 200)]
    for height in range(300, 600, 20):
        first, _ = read(HERE, Box(0, 0, 900, height), [Para("一" * 54), *paras])
        said = [one.full for one in first if isinstance(one, Label)]
        assert said[-1] not in ("标题", "小标题"), height


def test_a_short_paragraph_is_not_parted_between_columns():
    short = "三" * 36  # three lines of a column
    for height in range(300, 700, 10):
        box, paras, said = Box(0, 0, 900, height), [Para("一" * 200), Para(short)], []
        for page in range(read(HERE, box, paras, columns=2)[1]):
            said += [one.full for one in read(HERE, box, paras, page, columns=2)[0] if isinstance(one, Label)]
        assert said[-1] == short, height


def test_any_page_number_is_some_page():
    paras = [Para("一" * 400)]
    box = Box(0, 0, 600, 200)
    _, pages = read(HERE, box, paras)
    assert read(HERE, box, paras, -1)[0] == read(HERE, box, paras, pages - 1)[0]
    assert read(HERE, box, paras, pages)[0] == read(HERE, box, paras, 0)[0]


@given(st.integers(1, 12), st.integers(150, 900), st.integers(80, 140), st.integers(1, 4))
@settings(max_examples=80, deadline=None)
def test_every_card_is_on_one_page_and_high_enough(count, height, need, columns):
    box = Box(0, 0, 1200, height)
    shown: list[int] = []
    pages = grid(box, count, lambda _: need, columns=columns).pages
    for page in range(pages):
        laid = grid(box, count, lambda _: need, page, columns=columns)
        shown += range(laid.first, laid.first + len(laid.cells))
        for cell in laid.cells:
            assert cell.h >= need - 0.5
            assert cell.bottom <= box.bottom + 0.5
    assert shown == list(range(count))


def test_the_pager_is_dead_at_its_ends():
    def dead(page):
        nodes = pager(HERE, Box(0, 0, 800, 96), "x", ("上一页", "下一页"), page, 3)
        return [one.id for one in targets(tuple(nodes)) if one.disabled]

    assert (dead(0), dead(1), dead(2)) == (["x.page.prev"], [], ["x.page.next"])
