"""Clauses are what is said in one breath, and cover the whole text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.aloud import clauses, name_of, written_part
from content.schema import Words

CUT = [
    ("全国人大代表由选举产生，每届任期五年。", ["全国人大代表由选举产生，", "每届任期五年。"]),
    ("好，走吧。", ["好，走吧。"]),
    ("他说：“这件事要商量。”大家点头。", ["他说：“这件事要商量。”", "大家点头。"]),
    ("Letters are answered. In 2,400 cases, yes.", ["Letters are answered. ", "In 2,400 cases, yes."]),
    ("It costs 3.5 yuan; nobody pays for it.", ["It costs 3.5 yuan; ", "nobody pays for it."]),
    ("没有标点的一行", ["没有标点的一行"]),
    ("", []),
    ("  ", []),
]


@pytest.mark.parametrize(("text", "expected"), CUT)
def test_a_text_is_cut_at_its_stops(text: str, expected: list[str]) -> None:
    assert [text[a:b] for a, b in clauses(text)] == expected


@given(st.text("人大代表，。；、：“”（） abc.,12\n", max_size=120))
def test_clauses_leave_out_nothing_that_can_be_heard(text: str) -> None:
    cut = clauses(text)
    assert all(a < b for a, b in cut)
    assert "".join("".join(text[a:b] for a, b in cut).split()) == "".join(text.split())
    for (_, end), (start, _) in pairwise(cut):
        assert end == start


def test_a_long_enumeration_is_said_in_several_breaths() -> None:
    text = "区县人民代表大会代表、乡镇人民代表大会代表、街道居民议事会成员、社区居民委员会成员都可以参加这次会议"
    assert len(clauses(text)) > 1


def test_what_is_written_and_said_are_put_side_by_side_by_their_stops() -> None:
    written, said = "到2025-11，有38个。其他不变。", "到二零二五年十一月，有三十八个。其他不变。"
    a, b = clauses(said)[0]
    start, end = written_part(written, said, a, b)
    assert written[start:end] == "到2025-11，"
    assert written_part(written, "没有标点", 0, 4) == (0, len(written))


def test_a_recording_is_named_after_words_voice_and_the_language_heard() -> None:
    names = {
        name_of(*of)
        for of in (("zh-Hans", "一", "a"), ("zh-Hans", "二", "a"), ("zh-Hans", "一", "b"), ("en", "一", "a"))
    }
    assert len(names) == 4
    assert name_of("zh-Hans", "一", "a") == name_of("zh-Hant", "一", "a")


def test_words_with_a_spoken_form_can_stand_in_a_models_state() -> None:
    plain, said = (Words.model_validate({"zh-Hans": "3件", **more}) for more in ({}, {"spoken": {"zh-Hans": "三件"}}))
    assert len({plain, said}) == 2
    assert hash(plain) == hash(said)
