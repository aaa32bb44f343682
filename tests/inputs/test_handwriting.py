"""Writing by hand on the panel: ink, readings, choices, a whole line, and what nobody could read."""

from __future__ import annotations

import pytest

from screens.inputs.drawings import MARKS, framed, thinned
from screens.inputs.fields import FieldSpec
from screens.inputs.handwriting.mode import HandwritingMode
from screens.inputs.handwriting.reader import Status
from screens.inputs.mode import PadState
from screens.inputs.model import InputPanel
from screens.inputs.modes import standard_modes
from tests.inputs.ink import FakeReader, stroke
from tests.inputs.test_panel_rules import PhraseEngine

LETTER = FieldSpec("letter")
NAME = FieldSpec("contact.name", "name")


def written(
    *readings: tuple[str, ...], strokes: int = 1, field: FieldSpec = LETTER, status: Status = "off"
) -> InputPanel:
    """A panel on whose pad so many strokes lie, read as `readings`."""
    panel = InputPanel(standard_modes(PhraseEngine(), FakeReader(*readings, status=status)))
    panel.open(field)
    panel.press("mode.handwriting")
    for number in range(strokes):
        panel.feed(stroke(0.1 * number))
    panel.poll()
    return panel


def pad(panel: InputPanel) -> PadState:
    state = panel.state.pad
    assert state is not None
    return state


def reader(panel: InputPanel) -> FakeReader:
    mode = panel._ways._made["handwriting"]
    assert isinstance(mode, HandwritingMode)
    assert isinstance(mode._reader, FakeReader)
    return mode._reader


def test_picking_a_reading_writes_it_and_empties_the_pad() -> None:
    panel = written(("永", "水", "氷"))
    assert panel.state.candidates == ("永", "水", "氷")
    assert not panel.state.suggesting
    panel.press("candidates.1")
    assert panel.text == "水"
    assert pad(panel).strokes == ()


def test_the_next_word_is_offered_when_the_pad_is_empty() -> None:
    panel = written(("电",))
    panel.press("candidates.0")
    state = panel.state
    assert state.suggesting
    assert "梯" in state.candidates[:3]
    panel.press(f"candidates.{state.candidates.index('梯')}")
    assert panel.text == "电梯"


def test_every_stroke_is_read_anew_and_old_readings_stay_until_then() -> None:
    panel = written(("永",))
    fake = reader(panel)
    fake.slow = True
    panel.feed(stroke(0.4))
    assert [len(ink) for ink, _ in fake.asked] == [1, 2]
    assert panel.state.candidates == ("永",)
    assert panel.waits_s() is not None
    fake.slow, fake.readings = False, (("沝",),)
    assert panel.poll()
    assert panel.state.candidates == ("沝",)
    assert panel.waits_s() is None


def test_undo_takes_strokes_back_one_by_one() -> None:
    panel = written(("永",), strokes=2)
    panel.press("pad.undo")
    assert len(pad(panel).strokes) == 1
    panel.press("pad.undo")
    assert (pad(panel).strokes, panel.state.candidates) == ((), ())
    panel.press("pad.undo")
    assert panel.waits_s() is None


def test_wiping_the_pad_writes_nothing() -> None:
    panel = written(("永",))
    panel.press("pad.clear")
    panel.poll()
    assert (pad(panel).strokes, panel.text, panel.state.candidates) == ((), "", ())


def test_an_answer_for_ink_that_was_wiped_is_nobody_s() -> None:
    panel = written(("永",))
    fake = reader(panel)
    fake.slow = True
    panel.feed(stroke())
    panel.press("pad.clear")
    fake.slow = False
    panel.poll()
    assert panel.state.candidates == ()


def test_backspace_deletes_from_the_text_and_leaves_the_ink() -> None:
    panel = written(("永",))
    panel.press("candidates.0")
    panel.feed(stroke())
    panel.press("keys.backspace")
    assert (panel.text, len(pad(panel).strokes)) == ("", 1)


def test_a_mark_ends_the_character_first() -> None:
    panel = written(("永",))
    panel.press("keys.stop")
    assert panel.text == "永。"


def test_numbers_lead_back_to_the_pad() -> None:
    panel = written(("永",))
    panel.press("keys.numbers")
    panel.press("keys.3")
    panel.press("keys.letters")
    assert (panel.text, panel.state.mode) == ("永3", "handwriting")


def test_a_whole_line_is_put_in_after_its_characters_were_put_right() -> None:
    panel = written(("点", "电"), ("梯", "弟"), ("坏",), strokes=0)
    panel.press("pad.line")
    panel.feed(stroke())
    panel.poll()
    assert pad(panel).cells == ("点", "梯", "坏")
    assert panel.state.candidates == ("点", "电")
    panel.press("candidates.1")
    assert pad(panel).cells == ("电", "梯", "坏")
    assert pad(panel).cell == 1
    panel.press("pad.cell.2")
    assert panel.state.candidates == ("坏",)
    assert panel.text == ""
    panel.press("pad.insert")
    assert panel.text == "电梯坏"
    assert pad(panel).line
    assert reader(panel).asked[-1][1]


def test_what_cannot_be_read_may_stay_as_it_was_drawn() -> None:
    panel = written()
    assert pad(panel).status == "unread"
    panel.press("pad.keep")
    assert panel.text == "❶"
    assert [one.mark for one in panel.drawings] == ["❶"]
    assert panel.drawings[0].strokes == (stroke(0.0),)
    assert pad(panel).strokes == ()
    panel.press("keys.backspace")
    assert (panel.text, panel.drawings) == ("", ())


def test_going_on_loses_no_ink() -> None:
    assert written(("永",)).settle() == "永"
    unread = written()
    assert unread.settle() == "❶"
    assert len(unread.drawings) == 1


def test_six_drawings_are_enough_and_the_seventh_is_told() -> None:
    panel = written()
    for _ in range(7):
        panel.feed(stroke())
        panel.poll()
        panel.press("pad.keep")
    assert panel.text == MARKS
    assert panel.state.message == "inputs.drawings.full"
    assert pad(panel).strokes


def test_a_deleted_drawing_makes_room_for_another() -> None:
    panel = written()
    panel.press("pad.keep")
    panel.feed(stroke(0.5))
    panel.press("pad.keep")
    panel.caret_to(1)
    panel.press("keys.backspace")
    panel.feed(stroke(0.6))
    panel.press("pad.keep")
    assert panel.text == "❶❷"
    assert {one.mark: one.strokes for one in panel.drawings} == {"❷": (stroke(0.5),), "❶": (stroke(0.6),)}


def test_a_name_takes_no_drawing() -> None:
    panel = written(field=NAME)
    panel.press("pad.keep")
    assert (panel.text, panel.drawings) == ("", ())
    assert panel.settle() == ""


def test_without_a_model_the_pad_says_so_and_ink_may_still_be_sent() -> None:
    panel = written(status="absent")
    assert pad(panel).status == "absent"
    assert panel.waits_s() is None
    panel.press("pad.keep")
    assert panel.text == "❶"


def test_a_full_page_takes_no_ink() -> None:
    panel = written()
    panel.open(LETTER, "字" * 300)
    panel.press("mode.handwriting")
    panel.feed(stroke())
    assert pad(panel).strokes == ()
    assert panel.state.message == "form.full"


def test_the_reader_starts_with_the_pad_and_ends_with_the_visit() -> None:
    fake = FakeReader()
    panel = InputPanel(standard_modes(PhraseEngine(), fake))
    panel.open(LETTER)
    assert fake.status == "off"
    panel.press("mode.handwriting")
    assert fake.status == "ready"
    panel.wipe()
    assert fake.status == "off"


def test_ink_is_read_again_when_its_reader_was_lost() -> None:
    panel = written(("永",))
    fake = reader(panel)
    fake.slow = True
    panel.feed(stroke())
    panel.poll()
    fake.status = "off"
    panel.poll()
    fake.slow = False
    assert panel.poll()
    assert panel.state.candidates == ("永",)


def test_the_way_of_writing_stays_from_field_to_field_but_not_to_the_next_visitor() -> None:
    panel = written()
    panel.open(NAME)
    assert panel.state.mode == "handwriting"
    panel.wipe()
    panel.open(LETTER)
    assert panel.state.mode == "pinyin"


def test_a_wipe_leaves_no_ink() -> None:
    panel = written(("永",), strokes=3)
    panel.press("pad.keep")
    panel.feed(stroke())
    panel.wipe()
    panel.open(LETTER)
    panel.press("mode.handwriting")
    assert (pad(panel), panel.drawings, panel.state.candidates) == (PadState(), (), ())


def test_ink_is_thinned_for_reading_but_keeps_its_ends() -> None:
    long = tuple((0.001 * i, 0.5, 0.03) for i in range(900))
    (thin,) = thinned((long,))
    assert thin[0] == long[0]
    assert thin[-1] == long[-1]
    assert len(thin) < 120
    assert sum(map(len, thinned((long,) * 40))) <= 600


def test_a_drawing_is_framed_with_its_line_ends() -> None:
    left, top, wide, high = framed((((0.2, 0.3, 0.1), (0.6, 0.9, 0.1)),))
    assert (left, top) == pytest.approx((0.15, 0.25))
    assert (wide, high) == pytest.approx((0.5, 0.7))
