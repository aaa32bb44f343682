"""Ink on its way into a letter: whole numbers within bounds, whatever was drawn."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.drawn import sent
from screens.inputs.drawings import Drawing
from sync.messages import MAX_DRAWING_POINTS, MAX_SEALED_BYTES

PLACE = st.floats(-0.05, 4.0)
SAMPLE = st.tuples(PLACE, PLACE, st.floats(0.01, 0.05))
STROKES = st.lists(st.lists(SAMPLE, min_size=2, max_size=80).map(tuple), min_size=1, max_size=20).map(tuple)


@given(strokes=STROKES)
def test_whatever_was_drawn_fits_the_letter(strokes: tuple[tuple[tuple[float, float, float], ...], ...]) -> None:
    (drawing,) = sent((Drawing("❶", strokes),))
    assert max(drawing.width, drawing.height) == 1000
    assert sum(map(len, drawing.strokes)) <= 2 * MAX_DRAWING_POINTS
    assert len(drawing.strokes) == len(strokes)
    assert max(x for stroke in drawing.strokes for x in stroke[::2]) <= drawing.width + 1


def test_drawings_keep_the_order_of_their_marks() -> None:
    line = ((0.1, 0.1, 0.03), (0.9, 0.9, 0.03))
    assert [one.mark for one in sent((Drawing("❸", (line,)), Drawing("❶", (line,))))] == ["❶", "❸"]


def test_six_drawings_as_large_as_they_may_be_leave_room_for_the_words() -> None:
    long = tuple((0.001 * i, 0.5 + 0.4 * (i % 2), 0.02) for i in range(900))
    drawings = sent(tuple(Drawing(mark, (long,) * 3) for mark in "❶❷❸❹❺❻"))
    assert sum(len(one.to_bytes()) for one in drawings) < MAX_SEALED_BYTES - 8192
