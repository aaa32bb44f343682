"""Numbers in Chinese texts are said as a person would say them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.numerals import counted, written_out

SAID = [
    ("38", "三十八"),
    ("共 38 个区县", "共 三十八 个区县"),
    ("2025-11", "二零二五年十一月"),
    ("2025-11-06", "二零二五年十一月六日"),
    ("2025年11月", "二零二五年十一月"),
    ("1953 年", "一九五三 年"),
    ("1953", "一九五三"),
    ("共1953", "共一千九百五十三"),
    ("2025—2027年", "二零二五到二零二七年"),
    ("投1—2票", "投一到二票"),
    ("选 1-3 个街道", "选 一到三 个街道"),
    ("2名候选人", "两名候选人"),
    ("2月2日", "二月二日"),
    ("12名", "十二名"),
    ("15%", "百分之十五"),
    ("98.6%", "百分之九十八点六"),
    ("3.2元", "三点二元"),
    ("2,400人", "二千四百人"),
    ("12345热线", "幺二三四五热线"),
    ("119", "幺幺九"),
    ("1190", "一千一百九十"),
    ("9:05开会", "九点零五分开会"),
    ("14:00", "十四点"),
    ("二〇二五", "二零二五"),
    ("第007号", "第零零七号"),
]


@pytest.mark.parametrize(("written", "said"), SAID)
def test_a_number_is_said(written: str, said: str) -> None:
    assert written_out(written) == said


COUNTED = [
    (0, "零"), (10, "十"), (12, "十二"), (20, "二十"), (101, "一百零一"), (110, "一百一十"), (1001, "一千零一"),
    (1010, "一千零一十"), (10_000, "一万"), (10_001, "一万零一"), (20_010, "二万零一十"), (105_000, "十万五千"),
    (1_200_345, "一百二十万零三百四十五"), (1_409_780_000, "十四亿零九百七十八万"),
]  # fmt: skip


@pytest.mark.parametrize(("value", "said"), COUNTED)
def test_a_count_is_said(value: int, said: str) -> None:
    assert counted(value) == said


def value_of(said: str) -> int:
    """What a number in Chinese characters is, by another way than it was made."""
    total = part = digit = 0
    for one in said:
        if one in "零一二三四五六七八九":
            digit = "零一二三四五六七八九".index(one)
        elif one in "十百千":
            part += (digit or 1) * 10 ** ("十百千".index(one) + 1)
            digit = 0
        elif one == "万":
            part, digit = (part + digit) * 10_000, 0
            total, part = total + part, 0
        else:
            total, part, digit = (total + part + digit) * 10**8, 0, 0
    return total + part + digit


@given(st.integers(0, 10**11))
def test_every_count_means_what_it_said(value: int) -> None:
    assert value_of(counted(value)) == value


@given(st.text("0123456789年月日—-%:. 人第", max_size=20))
def test_no_digit_is_left(text: str) -> None:
    assert not re.search(r"[0-9]", written_out(text))
