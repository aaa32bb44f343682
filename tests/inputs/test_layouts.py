"""Keys as data: what every layout offers and how large its targets are."""

from __future__ import annotations

import itertools
import json
import subprocess
import sys
from pathlib import Path

import pytest

from screens.inputs import layouts
from screens.inputs.layouts import (
    CODE_BLOCK,
    INITIALS_BLOCK,
    KEYBOARD_BLOCK,
    Block,
    LayoutId,
    candidates_that_fit,
    fold,
    layout,
    place,
)
from screens.strings import Language

ROOT = Path(__file__).parents[2]
ALL: tuple[LayoutId, ...] = ("pinyin", "latin", "numbers", "punctuation", "initials", "digits", "code")
QWERTY: tuple[LayoutId, ...] = ("pinyin", "latin", "numbers", "punctuation")
LANGUAGES: tuple[Language, ...] = ("zh-Hans", "zh-Hant", "en")

SCREEN = {"landscape": (1920, 1080), "portrait": (1080, 1920)}


def ids(rows: tuple[layouts.Row, ...]) -> list[str]:
    return [key.id for row in rows for key in row.keys]


@pytest.mark.parametrize(("id", "language"), list(itertools.product(ALL, LANGUAGES)))
def test_ids_are_unique_and_every_key_can_be_said(id: LayoutId, language: Language) -> None:
    for shift in (False, True):
        rows = layout(id, language, shift=shift, caret_keys=True)
        assert len(set(ids(rows))) == len(ids(rows))
        assert all(key.spoken and key.id == key.id.lower() for row in rows for key in row.keys)
        assert all(key.label or key.id == "keys.backspace" for row in rows for key in row.keys)


@pytest.mark.parametrize(("id", "language", "orientation"), list(itertools.product(QWERTY, LANGUAGES, KEYBOARD_BLOCK)))
def test_keyboard_keys_are_large_apart_and_inside_their_block(
    id: LayoutId, language: Language, orientation: str
) -> None:
    block = KEYBOARD_BLOCK[orientation]
    check_targets(layout(id, language, caret_keys=orientation == "portrait"), block, SCREEN[orientation])


@pytest.mark.parametrize("orientation", INITIALS_BLOCK)
def test_pad_keys_are_large_apart_and_inside_their_block(orientation: str) -> None:
    initials, code = INITIALS_BLOCK[orientation], CODE_BLOCK[orientation]
    check_targets(fold(layout("initials", "zh-Hans"), int(initials.columns)), initials, SCREEN[orientation])
    check_targets(layout("code", "zh-Hans"), code, SCREEN[orientation])


def check_targets(rows: tuple[layouts.Row, ...], block: Block, screen: tuple[int, int]) -> None:
    placed = place(rows, block)
    width, height = screen
    for _, box in placed:
        assert box.w >= 95.9
        assert box.h >= 96
        assert block.x - 0.1 <= box.x
        assert box.right <= block.x + block.width + 0.1
        assert box.right <= width
        assert box.bottom <= height - 120  # the dock
    for (_, one), (_, other) in itertools.combinations(placed, 2):
        apart = max(other.x - one.right, one.x - other.right, other.y - one.bottom, one.y - other.bottom)
        assert apart >= 7.9


def test_the_pinyin_keyboard_stands_where_the_mockup_has_it() -> None:
    boxes = {key.id: box for key, box in place(layout("pinyin", "zh-Hans"), KEYBOARD_BLOCK["landscape"])}
    assert boxes["keys.q"].x == 784
    assert boxes["keys.q"].w == pytest.approx(99.2)
    assert boxes["keys.a"].x == pytest.approx(837.6)
    assert boxes["keys.p"].right == pytest.approx(1848)
    assert boxes["keys.backspace"].right == pytest.approx(1848)
    assert boxes["keys.newline"].right == pytest.approx(1848)


def test_low_reach_keys_lie_in_the_lower_sixty_percent() -> None:
    for block in (KEYBOARD_BLOCK["portrait"], INITIALS_BLOCK["portrait"], CODE_BLOCK["portrait"]):
        assert block.y >= 768


def test_the_initials_are_those_that_begin_a_syllable() -> None:
    rows = layout("initials", "zh-Hans")
    assert [len(row.keys) for row in rows] == [12, 12]
    letters = {key.text for row in rows for key in row.keys} - {""}
    assert letters == set("ABCDEFGHIJKLMNOPQRSTUVWXYZ") - set("IUV")


def test_receipts_are_typed_without_confusable_characters() -> None:
    letters = {key.text for row in layout("code", "en") for key in row.keys} - {""}
    assert len(letters) == 31
    assert not letters & set("ILO01")


def test_the_bar_shows_the_words_that_fit() -> None:
    assert candidates_that_fit((), 800) == 0
    assert candidates_that_fit(("扶手", "副手", "复收", "浮", "服", "福"), 790) == 6
    assert candidates_that_fit(("我们小区的电梯经常坏我们小区的电梯经常坏", "我"), 400) == 1


def test_the_strings_have_chinese_and_english() -> None:
    words = json.loads((ROOT / "screens/inputs/strings.json").read_text(encoding="utf-8"))
    assert all(entry["zh-Hans"] and entry["en"] for entry in words.values())


def test_the_panel_runs_without_kivy() -> None:
    program = "import sys, screens.inputs.model, screens.inputs._deferred; assert 'kivy' not in sys.modules"
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True)
