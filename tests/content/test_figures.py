"""Numbers are the same however they are written."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.figures import figures, stated


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("38 个区县", [38]),
        ("基数一百四十名", [140]),
        ("每五千人可以增加一名", [5000]),
        ("一百五十五万", [1_550_000]),
        ("155 万", [1_550_000]),
        ("1.55 million people", [1_550_000]),
        ("2600 多万选民", [26_000_000]),
        ("6,047 township projects and 1,546 more", [6047, 1546]),
        ("12 亿元", [1_200_000_000]),
        ("三分之二以上", [Fraction(2, 3)]),
        ("百分之五", [5]),
        ("十八周岁", [18]),
        ("the 6th congress", [6]),
        ("98%", [98]),
        ("一项、两个、千万不要、百姓、五花八门、D5 和 v1", []),
    ],
)
def test_numbers_that_count_are_found(text: str, values: list[object]) -> None:
    assert [one.value for one in figures(text)] == values


@pytest.mark.parametrize(
    ("figure", "values"),
    [
        ("三至五人", {3, 5}),
        ("2600多万", {26_000_000}),
        ("三分之一", {Fraction(1, 3)}),
        ("38个", {38}),
        ("1-3个", {1, 3}),
    ],
)
def test_a_source_states_every_number_of_its_figure(figure: str, values: set[object]) -> None:
    assert set(stated(figure)) == values


def test_a_number_right_behind_another_is_read_too() -> None:
    assert [one.value for one in figures("By December 2025, 15 or more stations")] == [2025, 15]
    assert [one.value for one in figures("2025、15、三十名")] == [2025, 15, 30]


@given(st.integers(3, 99_999_999))
def test_digits_thousands_and_chinese_numerals_agree(number: int) -> None:
    for written in (f"{number} 名", f"{number:,} people", _chinese(number) + "名"):
        assert [one.value for one in figures(written)] == [number], written


def _chinese(number: int) -> str:
    """Written by rule, apart from the reader that is tested."""
    if number >= 10_000:
        rest = number % 10_000
        gap = "零" if 0 < rest < 1000 else ""
        return _chinese(number // 10_000) + "万" + (gap + _chinese(rest) if rest else "")
    digits, out, gap = f"{number:04d}", "", False
    for digit, unit in zip(digits, ("千", "百", "十", ""), strict=True):
        if digit == "0":
            gap = bool(out)
            continue
        out += ("零" if gap else "") + "零一二三四五六七八九"[int(digit)] + unit
        gap = False
    return out
