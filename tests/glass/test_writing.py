"""Fingers that write on the pad of the real app: ink under them, palms, second fingers, and what is left of it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from kivy.base import EventLoop
from kivy.core.window import Window

from kiosk.drive import show
from kiosk.glass.driver import FRAME_S, Driver, Touch
from screens.inputs.handwriting.reader import ReaderProcess
from screens.inputs.state import PanelState
from screens.scene import Target
from screens.session import Variant
from tests.inputs.ink import FakeReader

pytestmark = pytest.mark.glass

PAD = "mailbox+mailbox.urgent.no+mailbox.topic.lift+mailbox.place.here+mode.handwriting"


@pytest.fixture
def reader(fresh: Driver, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeReader]:
    """A pad before the visitor, and a reader that takes everything for 永 or 水."""
    fake = FakeReader(("永", "水"))
    real = fresh.app.station.reader
    for name in ("start", "ask", "answer", "end"):
        monkeypatch.setattr(real, name, getattr(fake, name))
    monkeypatch.setattr(type(real), "status", property(lambda _: fake.status))
    show(fresh, PAD, Variant())
    yield fake
    fresh.app.station.director.end_visit()
    fresh.shell.refresh()


def panel(driver: Driver) -> PanelState:
    state: PanelState = driver.app.station.director.model.state.panel
    return state


def strokes(driver: Driver) -> int:
    pad = panel(driver).pad
    assert pad is not None
    return len(pad.strokes)


def pad(driver: Driver) -> Target:
    return next(one for one in driver.shell.pressable() if one.id == "pad.ink")


def finger(driver: Driver, across: float, down: float) -> Touch:
    """A touch at these parts of the pad."""
    box = pad(driver).box
    x, y = driver.shell.painter.frame.to_window(box.x + across * box.w, box.y + down * box.h)  # type: ignore[union-attr]
    return Touch(x, y)


def move(driver: Driver, touch: Touch, dx: float, dy: float, steps: int = 6) -> None:
    for _ in range(steps):
        touch.move({"x": touch.sx + dx / steps / Window.width, "y": touch.sy - dy / steps / Window.height})
        EventLoop.post_dispatch_input("update", touch)
        driver.frame()


def down(driver: Driver, touch: Touch) -> None:
    EventLoop.post_dispatch_input("begin", touch)
    driver.frame()


def up(driver: Driver, touch: Touch) -> None:
    EventLoop.post_dispatch_input("end", touch)
    driver.frame()


def dark(driver: Driver, across: float, down_: float) -> bool:
    """Whether there is ink at these parts of the pad."""
    box = pad(driver).box
    image = driver.picture()
    r, g, b = image.getpixel((round(box.x + across * box.w), round(box.y + down_ * box.h)))  # type: ignore[misc]
    return bool(r + g + b < 200)


def test_ink_is_under_the_finger_before_it_is_lifted_and_stays_after(fresh: Driver, reader: FakeReader) -> None:
    assert not dark(fresh, 0.4, 0.3)
    touch = finger(fresh, 0.3, 0.3)
    down(fresh, touch)
    move(fresh, touch, 200, 0)
    assert strokes(fresh) == 0
    assert dark(fresh, 0.4, 0.3)
    up(fresh, touch)
    assert strokes(fresh) == 1
    assert dark(fresh, 0.4, 0.3)
    fresh.advance(0.2)
    assert panel(fresh).candidates[:2] == ("永", "水")


def test_writing_rebuilds_no_scene(fresh: Driver, reader: FakeReader, monkeypatch: pytest.MonkeyPatch) -> None:
    touch = finger(fresh, 0.2, 0.5)
    down(fresh, touch)
    composed: list[object] = []
    director = fresh.app.station.director
    real = director.scene
    monkeypatch.setattr(director, "scene", lambda *given: (composed.append(given), real(*given))[1])
    move(fresh, touch, 150, 120, steps=20)
    assert composed == []
    up(fresh, touch)
    assert composed


def test_a_palm_that_came_first_does_not_keep_the_pen_away(fresh: Driver, reader: FakeReader) -> None:
    palm, pen = finger(fresh, 0.8, 0.95), finger(fresh, 0.3, 0.3)
    down(fresh, palm)
    fresh.advance(0.3)
    down(fresh, pen)
    move(fresh, palm, 2, 1, steps=2)
    move(fresh, pen, 120, 80)
    up(fresh, pen)
    up(fresh, palm)
    assert strokes(fresh) == 1
    assert not dark(fresh, 0.8, 0.95)


def test_a_palm_alone_leaves_nothing(fresh: Driver, reader: FakeReader) -> None:
    palm = finger(fresh, 0.5, 0.9)
    down(fresh, palm)
    fresh.advance(1.6)
    up(fresh, palm)
    assert strokes(fresh) == 0
    assert not dark(fresh, 0.5, 0.9)


def test_a_second_finger_neither_writes_nor_presses_while_one_writes(fresh: Driver, reader: FakeReader) -> None:
    pen = finger(fresh, 0.3, 0.3)
    down(fresh, pen)
    move(fresh, pen, 60, 60)
    other = finger(fresh, 0.7, 0.7)
    down(fresh, other)
    move(fresh, other, 50, 0)
    up(fresh, other)
    key = Touch(*(lambda x, y: (x, Window.height - y))(*fresh.center_of("pad.line")))
    down(fresh, key)
    up(fresh, key)
    move(fresh, pen, 60, 0)
    up(fresh, pen)
    assert strokes(fresh) == 1
    state = panel(fresh).pad
    assert state is not None
    assert not state.line


def test_a_finger_that_leaves_the_pad_writes_along_its_edge(fresh: Driver, reader: FakeReader) -> None:
    touch = finger(fresh, 0.5, 0.5)
    down(fresh, touch)
    move(fresh, touch, -900, 0, steps=10)
    up(fresh, touch)
    state = panel(fresh).pad
    assert state is not None
    assert min(x for x, _, _ in state.strokes[0]) >= 0.0


def test_a_stroke_that_begins_at_once_where_the_last_one_ended_is_written(fresh: Driver, reader: FakeReader) -> None:
    """The second of 了: what a hand that hurries does must not pass for a finger that bounces."""
    first = finger(fresh, 0.3, 0.3)
    down(fresh, first)
    move(fresh, first, 200, 0)
    up(fresh, first)
    second = Touch(first.x, first.y)
    down(fresh, second)
    move(fresh, second, 0, 200)
    up(fresh, second)
    assert strokes(fresh) == 2


def test_a_tap_is_a_dot(fresh: Driver, reader: FakeReader) -> None:
    touch = finger(fresh, 0.5, 0.4)
    down(fresh, touch)
    fresh.advance(0.1)
    up(fresh, touch)
    assert strokes(fresh) == 1
    assert dark(fresh, 0.5, 0.4)


def test_the_end_of_a_visit_takes_a_stroke_along_that_is_still_being_written(fresh: Driver, reader: FakeReader) -> None:
    touch = finger(fresh, 0.3, 0.3)
    down(fresh, touch)
    move(fresh, touch, 200, 0)
    fresh.app.station.director.end_visit()
    fresh.shell.refresh()
    move(fresh, touch, 50, 0)
    up(fresh, touch)
    show(fresh, PAD, Variant())
    assert strokes(fresh) == 0
    assert not dark(fresh, 0.4, 0.3)


def test_a_frame_with_new_ink_costs_little(fresh: Driver, reader: FakeReader) -> None:
    """The time of the processor, not of the wall: ten strokes lie on the pad, an eleventh is being written."""
    for number in range(10):
        touch = finger(fresh, 0.2, 0.05 + number * 0.08)
        down(fresh, touch)
        move(fresh, touch, 300, 20)
        up(fresh, touch)
    touch = finger(fresh, 0.1, 0.1)
    down(fresh, touch)
    spent = []
    for _ in range(60):
        touch.move({"x": touch.sx + 4 / Window.width, "y": touch.sy - 4 / Window.height})
        began = time.thread_time()
        EventLoop.post_dispatch_input("update", touch)
        spent.append(time.thread_time() - began)
        fresh.frame()
    up(fresh, touch)
    assert sorted(spent)[int(len(spent) * 0.95)] < FRAME_S / 4


def test_the_model_reads_what_is_written_and_its_process_ends_with_the_visit(fresh: Driver) -> None:
    reader = fresh.app.station.reader
    assert isinstance(reader, ReaderProcess)
    if reader.status == "absent":
        pytest.skip("no handwriting model here; run `make setup`")
    show(fresh, PAD, Variant())
    box = pad(fresh).box
    left, top = box.x + box.w * 0.2, box.y + box.h * 0.5
    middle = box.center[0]
    fresh.strokes([[(left, top), (left + box.w * 0.6, top - 4)], [(middle, box.y + 80), (middle, box.bottom - 80)]])
    assert "十" in panel(fresh).candidates[:5]
    process = Path(f"/proc/{reader.pid}")
    assert process.exists()
    fresh.app.station.director.end_visit()
    assert reader.pid is None
    assert not process.exists()
