"""What the bench measures writing with is what it claims to be."""

from __future__ import annotations

from random import Random

import pytest

from bench import medians, writing
from screens.inputs.engine import read_lexicon
from screens.inputs.strokes.table import TABLE


def test_there_are_at_least_sixty_phrases_each_with_its_pinyin() -> None:
    lines = [line for line in writing.PHRASES.read_text(encoding="utf-8").splitlines() if "\t" in line]
    assert len(lines) >= 60
    assert len({line.split("\t")[0] for line in lines}) == len(lines)
    for line in lines:
        phrase, spelt = line.split("\t")
        assert len(phrase) == len(spelt.split())
        assert spelt.replace(" ", "").isascii()


def test_no_phrase_is_in_the_lexicon() -> None:
    words = {word for _, word in read_lexicon()}
    assert [phrase for phrase, _ in writing.phrases() if phrase in words] == []


def test_the_southern_spelling_drops_what_southerners_drop() -> None:
    assert writing.southern("zhegexiaoshenyin") == "zegexiaosenyin"
    assert writing.southern("shengyintaidang") == "senyintaidang"


@pytest.mark.skipif(not TABLE.is_file(), reason="no stroke table here; run `make setup`")
def test_five_hundred_common_characters_are_written() -> None:
    chars = writing.common()
    assert len(set(chars)) == 500
    assert {"的", "一", "是", "不", "了"} <= set(chars[:12])


@pytest.mark.parametrize("hand", medians.HANDS)
def test_a_hand_is_irregular_and_the_same_each_time(hand: str) -> None:
    ten: medians.Strokes = (((0.1, 0.5), (0.9, 0.5)), ((0.5, 0.1), (0.5, 0.9)))
    once, again = (medians.by_hand(ten, hand, Random(3)) for _ in range(2))
    assert once == again
    assert len(once) == 2
    assert all(len(stroke) > 20 for stroke in once)
    assert once[0][0] != ten[0][0]
    assert all(-0.3 < value < 1.3 for stroke in once for point in stroke for value in point)
