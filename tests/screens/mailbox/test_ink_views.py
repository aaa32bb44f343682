"""Writing by hand and by strokes stands in all 32 looks, in the letter and in the field of a name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from screens.inputs._letters import LettersEngine
from screens.inputs.handwriting.reader import Status
from screens.inputs.state import PanelState
from screens.mailbox.letters import MailboxServices
from screens.mailbox.model import Letter
from screens.mailbox.state import MailboxState
from screens.mailbox.view import view
from screens.scene import Ink, Label, Target
from tests.inputs.ink import FakeReader, stroke
from tests.screens.looks import all_looks, complaints, look
from tests.screens.mailbox.letters import Box as Mailbox
from tests.screens.mailbox.letters import at, write
from tests.screens.mailbox.test_views import _area

NAME = ("mailbox.next", "mailbox.answer.phone", "mailbox.age.yes", "mailbox.consent.yes", "mailbox.name")
NEXT = ("热水器", "的", "人民代表大会", "梯")
COMPOSED = ("keys.dian", "keys.dian", "keys.any", "keys.heng")
CHARS = tuple("灯打灶炉烂钉灼炒")


def _services(reader: FakeReader) -> MailboxServices:
    return replace(Mailbox().services(), reader=reader)


def _letter(reader: FakeReader, *presses: str) -> Letter:
    model = at(
        Letter(_services(reader), LettersEngine()), "mailbox.urgent.no", "mailbox.topic.lift", "mailbox.place.here"
    )
    write(model, "hello")
    return at(model, *presses)


def _written(*readings: tuple[str, ...], status: Status = "off", presses: tuple[str, ...] = ()) -> Letter:
    model = _letter(FakeReader(*readings, status=status), *presses, "mode.handwriting")
    model.draw("pad.ink", stroke(), 0.0)
    model.draw("pad.ink", stroke(0.5), 0.0)
    model.tick(0.0)
    return model


def _line(count: int) -> Letter:
    model = _letter(FakeReader(*[CHARS[:6]] * count), "mode.handwriting", "pad.line")
    for number in range(count):
        model.draw("pad.ink", stroke(0.1 + number * 0.5), 0.0)
    model.tick(0.0)
    return model


def _with(state: MailboxState, **changes: object) -> MailboxState:
    assert state.panel is not None
    return replace(state, panel=replace(state.panel, **changes))  # type: ignore[arg-type]


def _starting() -> MailboxState:
    reader = FakeReader()
    reader.start = lambda: setattr(reader, "status", "starting")  # type: ignore[method-assign]
    return _letter(reader, "mode.handwriting").state


STATES: dict[str, Callable[[], MailboxState]] = {
    "starting": _starting,
    "empty": lambda: _letter(FakeReader(), "mode.handwriting").state,
    "read": lambda: _written(CHARS).state,
    "unread": lambda: _written().state,
    "absent": lambda: _written(status="absent").state,
    "next_words": lambda: _with(
        _letter(FakeReader(), "mode.handwriting").state, suggesting=True, candidates=NEXT
    ),
    "full": lambda: _with(_written(CHARS).state, message="form.full"),
    "drawings_full": lambda: _with(_written(CHARS).state, message="inputs.drawings.full"),
    "kept": lambda: at(_written(CHARS), "pad.keep").state,
    "kept_check": lambda: at(_written(CHARS), "pad.keep", "mailbox.next", "mailbox.next").state,
    "line_empty": lambda: _letter(FakeReader(), "mode.handwriting", "pad.line").state,
    "line": lambda: _line(5).state,
    "line_long": lambda: at(_line(16), "pad.cell.14").state,
    "line_unread": lambda: at(_written(), "pad.line").state,
    "strokes": lambda: _letter(FakeReader(), "mode.strokes").state,
    "strokes_composing": lambda: at(_letter(FakeReader(), "mode.strokes"), *COMPOSED).state,
    "strokes_grid": lambda: at(_letter(FakeReader(), "mode.strokes"), "keys.heng", "candidates.more").state,
    "name_empty": lambda: _letter(FakeReader(), *NAME, "mode.handwriting").state,
    "name_read": lambda: _written(tuple("䶮龚䮾珺喆堃頔彧"), presses=NAME).state,
    "name_unread": lambda: _written(presses=NAME).state,
    "name_absent": lambda: _written(status="absent", presses=NAME).state,
    "name_strokes": lambda: at(_letter(FakeReader(), *NAME), "mode.strokes", "keys.heng").state,
}  # fmt: skip


@pytest.mark.parametrize("name", STATES)
def test_every_state_of_the_pad_stands_in_every_look(name: str) -> None:
    state = STATES[name]()
    found = []
    for one in all_looks():
        variant = one.variant
        where = f"{variant.language} {variant.text} {variant.reach} {'landscape' if one.landscape else 'portrait'}: "
        found += [where + text for text in complaints(view(state, one).nodes, one, _area(one))]
    assert sorted(set(found)) == []


def _panel(state: MailboxState) -> PanelState:
    assert state.panel is not None
    return state.panel


def test_all_eight_readings_are_offered_in_every_look() -> None:
    state = STATES["read"]()
    for one in all_looks():
        ids = {node.id for node in view(state, one).nodes if isinstance(node, Target)}
        assert {f"candidates.{number}" for number in range(8)} <= ids


def test_the_pad_has_a_pen_and_shows_what_was_written() -> None:
    nodes = view(STATES["read"](), look()).nodes
    pad = next(node for node in nodes if isinstance(node, Target) and node.id == "pad.ink")
    assert pad.pen > 0
    ink = [node for node in nodes if isinstance(node, Ink)]
    assert len(ink) == 2
    assert all(pad.box.contains(x, y) for one in ink for x, y, _ in one.samples)


def test_a_kept_character_is_ink_in_its_place_on_the_paper() -> None:
    state = STATES["kept"]()
    nodes = view(state, look()).nodes
    assert _panel(state).text == "hello❶"
    words = next(node for node in nodes if isinstance(node, Label) and node.id == "mailbox.words")
    ink = [node for node in nodes if isinstance(node, Ink)]
    assert "❶" not in "".join(words.lines)
    assert "❶" not in words.spoken
    assert len(ink) == 2
    assert all(words.box.contains(x, y) for one in ink for x, y, _ in one.samples)


def test_a_name_takes_no_drawing() -> None:
    ids = {node.id for node in view(STATES["name_read"](), look()).nodes if isinstance(node, Target)}
    assert "pad.keep" not in ids
    assert "pad.undo" in ids
