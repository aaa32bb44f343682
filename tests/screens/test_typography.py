"""Lines keep the rules of Chinese typesetting and lose nothing."""

from hypothesis import given
from hypothesis import strategies as st

from screens.typography import NO_END, NO_START, break_lines


def wide(text: str) -> float:
    return sum(2 if ord(c) > 0x2E80 else 1 for c in text)


def test_no_line_begins_with_a_closing_mark() -> None:
    lines = break_lines("从政府“配菜”，到群众“点菜”。五级台阶，一步一步走上去。", 18, wide)
    assert all(line[0] not in NO_START for line in lines), lines


def test_no_line_ends_with_an_opening_mark() -> None:
    lines = break_lines("《关于深化打造全过程人民民主基层单元的决定》（2025 年）由常委会通过。", 20, wide)
    assert all(line[-1] not in NO_END for line in lines), lines


def test_a_number_keeps_its_unit() -> None:
    for width in range(8, 40):
        lines = break_lines("预算上限2400万元，最多选5项，共31个区县。", width, wide)
        assert not any(line.endswith("2400") or line.endswith("31") for line in lines), lines


def test_latin_words_stay_whole() -> None:
    lines = break_lines("How does one small matter become everyone's decision?", 18, wide)
    assert " ".join(lines) == "How does one small matter become everyone's decision?"
    assert all(wide(line) <= 18 for line in lines)


def test_a_number_with_letters_stays_whole() -> None:
    text = "Everyone above the 16th floor has 500k yuan and 3.5km to go."
    for width in range(8, 40):
        words = [word for line in break_lines(text, width, wide) for word in line.split()]
        assert words == text.split(), width


def test_no_lone_character_is_left_for_the_last_line() -> None:
    lines = break_lines("一二三四五六七八九十甲", 20, wide)
    assert len(lines) == 2
    assert len(lines[1]) == 2


def test_an_endless_word_is_cut_rather_than_clipped() -> None:
    lines = break_lines("x" * 50, 20, wide)
    assert [len(line) for line in lines] == [20, 20, 10]


def test_paragraphs_are_kept() -> None:
    assert break_lines("一\n二", 20, wide) == ("一", "二")


_texts = st.text(alphabet="我们的小区，。（）《》“”abc 123%万元\n、：？", max_size=120)


@given(_texts, st.integers(min_value=6, max_value=60))
def test_nothing_is_lost_but_spaces_at_line_ends(text: str, width: int) -> None:
    lines = break_lines(text, width, wide)
    assert "".join(lines).replace(" ", "") == text.replace("\n", "").replace(" ", "")


@given(st.text(alphabet="我们的小区居民希望加装电梯", max_size=200), st.integers(min_value=6, max_value=60))
def test_plain_chinese_never_exceeds_the_width(text: str, width: int) -> None:
    assert all(wide(line) <= width for line in break_lines(text, width, wide))
