"""The input panel as a visitor uses it, with the real engine."""

from __future__ import annotations

import gc

import pytest

from screens.inputs.engine import PinyinEngine
from screens.inputs.fields import FieldSpec, read_back
from screens.inputs.layouts import find
from screens.inputs.model import InputPanel
from screens.inputs.modes import ModeSpec, PlainMode, standard_modes
from screens.inputs.paging import GRID_WORDS
from screens.strings import string

LETTER = FieldSpec("letter.words")
ENGLISH = FieldSpec("letter.words", language="en")


@pytest.fixture
def panel(engine: PinyinEngine) -> InputPanel:
    panel = InputPanel(standard_modes(engine))
    panel.open(LETTER)
    return panel


def tap(panel: InputPanel, *keys: str) -> None:
    for key in keys:
        panel.press(f"keys.{key}")


def test_a_resident_writes_the_sentence_of_the_mockup(panel: InputPanel) -> None:
    for letters in ("xiayutian", "laoren", "zou", "bu", "wen"):
        tap(panel, *letters)
    assert panel.state.preedit == "xia yu tian lao ren zou bu wen"
    assert panel.state.candidates[0] == "下雨天老人走不稳"
    tap(panel, "space", "comma")
    tap(panel, *"fushou")
    assert panel.state.preedit == "fu shou"
    panel.press(f"candidates.{panel.state.candidates.index('扶手')}")
    assert panel.text == "下雨天老人走不稳，扶手"
    assert panel.state.caret == panel.state.count == 11


def test_words_are_taken_one_by_one_and_the_rest_goes_on_composing(panel: InputPanel) -> None:
    tap(panel, *"womenxiaoqu")
    panel.choose(panel.state.candidates.index("我们"))
    assert (panel.text, panel.state.preedit) == ("", "我们xiao qu")
    panel.choose(panel.state.candidates.index("小区"))
    assert (panel.text, panel.state.preedit) == ("我们小区", "")


def test_backspace_deletes_pinyin_before_text(panel: InputPanel) -> None:
    panel.open(LETTER, "好")
    tap(panel, *"ni", "backspace", "backspace")
    assert (panel.text, panel.state.preedit) == ("好", "")
    tap(panel, "backspace")
    assert panel.text == ""
    tap(panel, "backspace")


def test_the_split_key_parts_two_syllables(panel: InputPanel) -> None:
    assert "keys.split" in panel.state.disabled
    tap(panel, "split", *"xi", "split", *"an")
    assert panel.state.candidates[0] == "西安"
    assert panel.text == ""


def test_a_mark_ends_composing_and_is_full_width(panel: InputPanel) -> None:
    tap(panel, *"nihao", "stop")
    assert panel.text == "你好。"
    for key in ',?!:"':
        panel.hardware(key)
    panel.hardware('"')
    assert panel.text == "你好。，？！：“”"


def test_a_point_within_a_number_stays_a_point(panel: InputPanel) -> None:
    for key in "3.5":
        panel.hardware(key)
    assert panel.text == "3.5"


def test_digits_choose_while_composing_and_write_otherwise(panel: InputPanel) -> None:
    for key in "fushou":
        panel.hardware(key)
    second = panel.state.candidates[1]
    panel.hardware("2")
    panel.hardware("2")
    assert panel.text == second + "2"


def test_suggestions_follow_a_word_and_end_with_the_sentence(panel: InputPanel) -> None:
    tap(panel, *"xiwang", "space")
    assert panel.state.suggesting
    word = panel.state.candidates[0]
    panel.choose(0)
    assert panel.text == "希望" + word
    tap(panel, "stop")
    assert panel.state.candidates == ()


def test_the_grid_turns_pages_and_closes_on_a_choice(panel: InputPanel) -> None:
    tap(panel, *"shi")
    everything = panel.state.candidates
    panel.press("candidates.more")
    first = panel.state
    assert first.expanded
    assert first.candidates == everything[:GRID_WORDS]
    panel.press("candidates.next")
    second = panel.state
    assert second.first == GRID_WORDS
    assert not set(second.candidates) & set(first.candidates)
    panel.press("candidates.previous")
    panel.press("candidates.next")
    panel.press(f"candidates.{GRID_WORDS + 3}")
    assert panel.text == second.candidates[3]
    assert not panel.state.expanded


def test_the_last_page_has_no_next(panel: InputPanel) -> None:
    tap(panel, *"shi")
    panel.expand()
    seen: list[str] = []
    while True:
        seen += panel.state.candidates
        if not panel.state.more:
            break
        panel.turn_page(1)
    panel.turn_page(1)
    assert list(panel.state.candidates) == seen[-len(panel.state.candidates) :]
    assert len(seen) > 100


def test_a_full_page_says_so_and_takes_no_more(panel: InputPanel) -> None:
    panel.open(LETTER, "字" * 299)
    tap(panel, *"nihao", "space")
    assert panel.text == "字" * 299 + "你"
    assert panel.state.message == "form.full"
    assert "300" in string(panel.state.message, "zh-Hans")
    tap(panel, "n")
    assert panel.state.preedit == ""
    tap(panel, "backspace")
    assert panel.state.message == ""


def test_a_short_field_names_its_own_limit(engine: PinyinEngine) -> None:
    panel = InputPanel(standard_modes(engine))
    panel.open(FieldSpec("contact.name", "name", limit=2), "张伟")
    tap(panel, "a")
    assert string(panel.state.message, "zh-Hans", limit=panel.state.limit) == "这里最多写 2 个字。"


def test_the_caret_moves_within_the_text(panel: InputPanel) -> None:
    panel.open(LETTER, "老走不稳")
    panel.caret_to(1)
    tap(panel, *"ren", "space")
    assert (panel.text, panel.state.caret) == ("老人走不稳", 2)
    panel.press("keys.caret_left")
    panel.press("keys.caret_left")
    panel.press("keys.caret_left")
    assert panel.state.caret == 0
    assert {"keys.caret_left", "keys.backspace"} <= panel.state.disabled
    panel.hardware("delete")
    assert panel.text == "人走不稳"
    panel.hardware("end")
    assert panel.state.caret == 4


def test_moving_the_caret_while_composing_only_ends_composing(panel: InputPanel) -> None:
    tap(panel, *"nihao", "caret_left")
    assert (panel.text, panel.state.caret, panel.state.preedit) == ("你好", 2, "")


def test_return_breaks_the_line_where_there_are_lines(panel: InputPanel, engine: PinyinEngine) -> None:
    tap(panel, *"nihao", "newline")
    assert panel.text == "你好\n"
    panel.open(FieldSpec("contact.name", "name"))
    tap(panel, *"nihao", "newline")
    assert panel.text == "你好"
    assert "keys.newline" in panel.state.disabled


def test_enter_of_a_keyboard_keeps_the_letters_and_escape_drops_them(panel: InputPanel) -> None:
    for key in ("o", "k", "enter"):
        panel.hardware(key)
    assert panel.text == "ok"
    panel.hardware("n")
    assert panel.hardware("escape")
    assert not panel.hardware("escape")
    assert (panel.text, panel.state.preedit) == ("ok", "")
    assert not panel.hardware("f1")


def test_unreadable_letters_are_not_lost(panel: InputPanel) -> None:
    tap(panel, *"wifi", "space")
    assert panel.text


def test_latin_has_capitals_once_or_locked(panel: InputPanel) -> None:
    tap(panel, "language", "shift", "a", "b", "shift", "shift", "c", "d", "shift", "e")
    assert panel.text == "AbCDe"
    assert panel.state.mode == "latin"
    tap(panel, "language")
    assert panel.state.mode == "pinyin"


def test_numbers_and_marks_lead_back_to_where_one_came_from(panel: InputPanel) -> None:
    tap(panel, "numbers", "3", "dong", "2", "danyuan", "punctuation", "title_open", "numbers", "letters")
    assert (panel.text, panel.state.mode) == ("3栋2单元《", "pinyin")
    tap(panel, "language", "numbers", "letters")
    assert panel.state.mode == "latin"


def test_switching_keeps_what_was_composed(panel: InputPanel) -> None:
    tap(panel, *"nihao", "numbers", "1")
    assert panel.text == "你好1"


def test_an_english_page_starts_with_letters(engine: PinyinEngine) -> None:
    panel = InputPanel(standard_modes(engine))
    panel.open(ENGLISH)
    assert panel.state.mode == "latin"
    key = find(panel.state.rows(), "keys.space")
    assert key is not None
    assert key.label == "Space"


def test_a_phone_takes_digits_only_and_is_read_in_groups(panel: InputPanel) -> None:
    panel.open(FieldSpec("contact.phone", "phone"))
    tap(panel, *"138")
    for key in "a1234,5678 9":
        panel.hardware(key)
    assert (panel.text, panel.state.shown) == ("13812345678", "138 1234 5678")
    assert read_back(FieldSpec("p", "phone"), "1381") == "138 1"
    tap(panel, "clear")
    assert panel.text == ""


def test_a_pin_is_shown_as_discs(panel: InputPanel) -> None:
    panel.open(FieldSpec("staff.pin", "digits", secret=True))
    tap(panel, *"12345678")
    assert (panel.text, panel.state.shown) == ("123456", "●●●●●●")


def test_a_receipt_is_typed_in_two_groups_of_its_alphabet(panel: InputPanel) -> None:
    panel.open(FieldSpec("track.code", "code"))
    for key in "abil01cdefgh23":
        panel.hardware(key)
    assert panel.state.shown == "ABCD EFGH"


def test_initials_without_a_name_do_nothing(panel: InputPanel) -> None:
    panel.open(FieldSpec("deputies.search", "search"))
    panel.offer_initials(frozenset("JC"))
    assert "keys.a" in panel.state.disabled
    assert "keys.j" not in panel.state.disabled
    tap(panel, "a", "j")
    panel.hardware("b")
    panel.hardware("c")
    assert panel.text == "JC"


def test_an_unknown_key_is_a_mistake_of_the_view(panel: InputPanel) -> None:
    for target in ("keys.nothing", "mode.nothing", "pad.nothing", "elsewhere"):
        with pytest.raises(KeyError):
            panel.press(target)
    panel.press("candidates.99")


def test_another_way_of_writing_plugs_in_where_its_place_is_kept(engine: PinyinEngine) -> None:
    class Pad(PlainMode):
        def act(self, name: str) -> str:
            return "永" if name == "insert" else ""

    modes = standard_modes(engine)
    modes.register_mode(ModeSpec("handwriting", "pad", Pad))
    with pytest.raises(ValueError, match="registered already"):
        modes.register_mode(ModeSpec("handwriting", "pad", Pad))
    panel = InputPanel(modes)
    panel.open(LETTER)
    assert panel.state.modes[:3] == ("handwriting", "strokes", "pinyin")
    panel.press("mode.handwriting")
    assert panel.state.rows() == ()
    panel.press("pad.insert")
    assert panel.text == "永"
    panel.open(FieldSpec("contact.phone", "phone"))
    assert panel.state.modes == ("digits",)


def test_control_and_bidirectional_characters_never_enter(panel: InputPanel) -> None:
    for key in "\u202e\u200b\x07\t\ra":
        panel.hardware(key)
    panel.settle()
    assert len(panel.text) == 1
    panel.open(LETTER, "一\u2066二\x00")
    assert panel.text == "一二"


def test_going_on_keeps_what_is_still_composed(panel: InputPanel) -> None:
    tap(panel, *"nihao")
    assert panel.settle() == "你好"


def test_a_wipe_leaves_nothing_of_the_visitor(engine: PinyinEngine) -> None:
    panel = InputPanel(standard_modes(engine))
    panel.open(LETTER, "我叫欧阳示例某某")
    tap(panel, *"xiwang", "space")
    tap(panel, *"dianhua")
    panel.wipe()
    state = panel.state
    assert (state.text, state.preedit, state.candidates, state.caret, state.message) == ("", "", (), 0, "")
    assert (engine.letters(), engine.suggest(8)) == ("", ())
    assert "我叫欧阳示例某某希望" not in reachable_texts(panel)


def reachable_texts(root: object) -> set[str]:
    seen: dict[int, object] = {}
    todo = [root]
    while todo:
        thing = todo.pop()
        if id(thing) in seen or isinstance(thing, type) or callable(thing):
            continue
        seen[id(thing)] = thing
        todo += gc.get_referents(thing)
    return {thing for thing in seen.values() if isinstance(thing, str)}
