"""Writing by strokes: the table's search, and composing with it."""

from __future__ import annotations

import time

import pytest

from screens.inputs.characters import common, names, standard
from screens.inputs.fields import FieldSpec
from screens.inputs.model import InputPanel
from screens.inputs.modes import standard_modes
from screens.inputs.strokes.mode import StrokesMode
from screens.inputs.strokes.table import TABLE, StrokeTable
from tests.inputs.test_panel_rules import PhraseEngine

needs_table = pytest.mark.skipif(not TABLE.is_file(), reason="no stroke table here; run `make setup`")
SMALL = StrokeTable("\nhspn木\nhspnpn林\nhsz七\nhzpn不\nzz了\nzzh马\n".encode())
HENG, SHU, PIE, DIAN, ZHE, ANY = (f"keys.{name}" for name in ("heng", "shu", "pie", "dian", "zhe", "any"))


@pytest.fixture(scope="module")
def table() -> StrokeTable:
    return StrokeTable.read()


@pytest.fixture
def panel() -> InputPanel:
    one = InputPanel(standard_modes(PhraseEngine()))
    one.open(FieldSpec("letter"))
    one.press("mode.strokes")
    return one


def test_whole_characters_come_before_longer_ones_and_the_wildcard_is_any_stroke() -> None:
    assert SMALL.search("hspn", 9) == ("木", "林")
    assert SMALL.search("h*", 9) == ("木", "林", "七", "不")
    assert SMALL.search("z*", 9) == ("了", "马")
    assert SMALL.search("zz", 1) == ("了",)
    assert SMALL.search("ppp", 9) == SMALL.search("", 9) == ()


# a character, its strokes as schools teach them (通用规范汉字字序: a hook goes with its line, 提 with 横, 捺 with 点)
TAUGHT = [
    ("电", "szhhz"), ("梯", "hspnnpzhzsp"), ("坏", "hshhpsn"), ("了", "zs"), ("永", "nzzpn"), ("我", "phshzpn"),
    ("灯", "nppnhs"), ("修", "psspznppp"), ("道", "nphpszhhhnzn"), ("重", "phszhhshh"), ("渝", "nnhpnhszhhss"),
    ("马", "zzh"), ("车", "hzhs"), ("小", "spn"), ("区", "hpnz"),
]  # fmt: skip


@needs_table
@pytest.mark.parametrize(("char", "code"), TAUGHT)
def test_taught_orders_lead_to_their_character(table: StrokeTable, char: str, code: str) -> None:
    assert char in table.search(code, 3)


@needs_table
def test_few_strokes_lead_to_common_characters_within_a_bar(table: StrokeTable) -> None:
    reached = 0
    for char, code in TAUGHT:
        code = code[: max(4, len(code) - 2)]
        reached += char in table.search(code, 24)
    assert reached >= len(TAUGHT) - 2


@needs_table
def test_every_common_character_has_strokes_and_nearly_every_one_of_names(table: StrokeTable) -> None:
    text = TABLE.read_text(encoding="utf-8")
    there = {line.lstrip("hspnz") for line in text.split()}
    assert common() - there == set()
    assert len(names() - there) <= 120  # those of Unicode's extension E: by pinyin or by hand
    assert len(names()) == 1467
    assert len(standard()) > 8100


@needs_table
@pytest.mark.parametrize("code", ["h", "*", "nppn", "zzzzzzzz", "h" * 30, "*" * 12, "pnpnpnpn*"])
def test_a_search_takes_less_than_a_frame(table: StrokeTable, code: str) -> None:
    spent = []
    for _ in range(5):
        began = time.thread_time()
        table.search(code, 25)
        spent.append(time.thread_time() - began)
    assert sorted(spent)[2] < 1 / 60


@needs_table
def test_strokes_compose_and_a_candidate_ends_composing(panel: InputPanel) -> None:
    for key in (SHU, ZHE, HENG, HENG, ZHE):
        panel.press(key)
    assert panel.state.preedit == "丨乛一一乛"
    assert panel.state.candidates[0] == "电"
    panel.press("candidates.0")
    assert (panel.text, panel.state.preedit) == ("电", "")
    assert panel.state.suggesting
    assert "梯" in panel.state.candidates


@needs_table
def test_the_wildcard_stands_for_a_stroke_one_is_not_sure_of(panel: InputPanel) -> None:
    for key in (SHU, ANY, HENG, ANY, ZHE):
        panel.press(key)
    assert "电" in panel.state.candidates[:3]


@needs_table
def test_backspace_takes_strokes_back_then_characters(panel: InputPanel) -> None:
    panel.press(ZHE)
    panel.press(SHU)
    panel.press("keys.backspace")
    assert panel.state.preedit == "乛"
    panel.press("keys.backspace")
    panel.press("keys.backspace")
    assert (panel.state.preedit, panel.text) == ("", "")


@needs_table
def test_a_mark_takes_the_first_candidate_and_strokes_nobody_writes_are_dropped(panel: InputPanel) -> None:
    for key in (ZHE, SHU, "keys.stop"):
        panel.press(key)
    assert panel.text == "了。"
    for _ in range(20):
        panel.press(ZHE)
    assert panel.state.candidates == ()
    panel.press("keys.space")
    assert (panel.text, panel.state.preedit) == ("了。", "")


@needs_table
def test_hardware_letters_are_strokes_and_digits_choose(panel: InputPanel) -> None:
    for key in "szhhz":
        panel.hardware(key)
    second = panel.state.candidates[1]
    panel.hardware("2")
    assert panel.text == second


@needs_table
def test_rare_characters_of_names_are_reached(table: StrokeTable) -> None:
    lines = TABLE.read_text(encoding="utf-8").split()
    rare = [line for line in lines if line.lstrip("hspnz") in {"䶮", "堃", "喆", "頔", "甯", "彧", "𫍣"}]
    assert len({line.lstrip("hspnz") for line in rare}) == 7
    for line in rare:
        char = line.lstrip("hspnz")
        assert char in table.search(line.removesuffix(char), 24)


def test_the_table_is_read_with_the_first_stroke_and_nothing_is_remembered() -> None:
    mode = StrokesMode(PhraseEngine(), SMALL)
    assert mode.type("丨", "") == ""
    mode.wipe()
    assert (mode.preedit(), mode.offers(9)) == ("", ())
    mode.type("乛", "")
    mode.type("乛", "")
    assert mode.choose(0) == "了"
    with pytest.raises(IndexError):
        mode.choose(99)
