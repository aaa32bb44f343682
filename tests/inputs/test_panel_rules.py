"""What holds of the panel whatever a visitor does, in any order."""

from __future__ import annotations

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from screens.inputs._letters import LettersEngine
from screens.inputs.fields import FieldKind, FieldSpec, admitted
from screens.inputs.layouts import layout
from screens.inputs.model import InputPanel
from screens.inputs.modes import standard_modes
from tests.inputs.ink import FakeReader, stroke

KINDS: tuple[FieldKind, ...] = ("sentence", "name", "phone", "digits", "search", "code")
NAMED = ("backspace", "delete", "enter", "left", "right", "home", "end", "escape", "f5")


class PhraseEngine(LettersEngine):
    """An engine in memory that, like the real ones, offers a whole and a first part, and suggests after a choice."""

    def __init__(self) -> None:
        super().__init__()
        self._done, self._last = "", ""

    def preedit(self) -> str:
        return self._done + self._typed

    def letters(self) -> str:
        return self._done + self._typed

    def candidates(self, most: int) -> tuple[str, ...]:
        return ("整句" + "字" * len(self._typed), "词")[:most] if self._typed else ()

    def choose(self, index: int) -> str:
        word = self.candidates(2)[index] if 0 <= index < 2 and self._typed else None
        if word is None:
            raise IndexError(index)
        self._done += word
        self._typed = "" if index == 0 else self._typed[2:]
        if self._typed:
            return ""
        self._last, self._done = self._done, ""
        return self._last

    def backspace(self) -> bool:
        if not super().backspace():
            return False
        if not self._typed and self._done:
            self._typed, self._done = "zz", ""
        return True

    def suggest(self, most: int) -> tuple[str, ...]:
        return ("后文", "下文")[:most] if self._last and not self._typed else ()

    def break_off(self) -> None:
        self._last = ""

    def clear(self) -> None:
        super().clear()
        self._done = ""

    def new_visitor(self) -> None:
        self.clear()
        self.break_off()


class PanelMachine(RuleBasedStateMachine):
    """Keys, candidates and hardware in any order, on any field."""

    @initialize()
    def start(self) -> None:
        self.engine = PhraseEngine()
        self.panel = InputPanel(standard_modes(self.engine, FakeReader(("永", "水"), ("字",))))

    @rule(kind=st.sampled_from(KINDS), limit=st.integers(1, 6), text=st.text(max_size=9), english=st.booleans())
    def open_field(self, kind: FieldKind, limit: int, text: str, english: bool) -> None:
        self.panel.open(FieldSpec("field", kind, limit, "en" if english else "zh-Hans"), text)

    @rule(data=st.data())
    def press_a_key(self, data: st.DataObject) -> None:
        state = self.panel.state
        rows = layout(state.surface, state.field.language, caret_keys=True)
        keys = sorted(key.id for row in rows for key in row.keys)
        key = data.draw(st.sampled_from(keys))
        self.panel.press(key)
        if key in state.disabled:
            assert (self.panel.text, self.panel.state.preedit) == (state.text, state.preedit)

    @rule(data=st.data())
    def write_in_another_way(self, data: st.DataObject) -> None:
        self.panel.press(f"mode.{data.draw(st.sampled_from(self.panel.state.modes))}")

    @rule(x=st.floats(0, 0.6), reads=st.booleans())
    def write_a_stroke(self, x: float, reads: bool) -> None:
        self.panel.feed(stroke(x))
        if reads:
            self.panel.poll()

    @precondition(lambda self: self.panel.state.pad is not None)
    @rule(control=st.sampled_from(("undo", "clear", "line", "char", "insert", "keep", "cell.0", "cell.7")))
    def use_the_pad(self, control: str) -> None:
        self.panel.press(f"pad.{control}")

    @rule(letters=st.text("nihao", min_size=1, max_size=4))
    def type_letters(self, letters: str) -> None:
        for letter in letters:
            self.panel.hardware(letter)

    @rule(key=st.one_of(st.sampled_from(NAMED), st.characters(codec="utf-8")))
    def use_a_keyboard(self, key: str) -> None:
        self.panel.hardware(key)

    @rule(index=st.integers(-1, 30))
    def choose(self, index: int) -> None:
        self.panel.choose(index)

    @rule(control=st.sampled_from(("candidates.more", "candidates.next", "candidates.previous")))
    def turn_the_grid(self, control: str) -> None:
        self.panel.press(control)

    @rule(caret=st.integers(-3, 12))
    def touch_the_paper(self, caret: int) -> None:
        self.panel.caret_to(caret)

    @precondition(lambda self: self.panel.state.preedit)
    @rule()
    def backspace_while_composing_spares_the_text(self) -> None:
        before = self.panel.text
        self.panel.backspace()
        assert self.panel.text == before

    @rule()
    def go_on(self) -> None:
        assert self.panel.settle() == self.panel.state.text
        assert self.panel.state.preedit == ""

    @rule()
    def leave(self) -> None:
        self.panel.wipe()
        state = self.panel.state
        assert (state.text, state.preedit, state.candidates, state.message, state.shown) == ("", "", (), "", "")
        assert (self.engine.letters(), self.engine.suggest(9)) == ("", ())

    @invariant()
    def the_limit_and_the_alphabet_hold(self) -> None:
        state = self.panel.state
        assert len(state.text) <= state.limit
        assert admitted(state.field, state.text) == state.text

    @invariant()
    def the_caret_is_within_the_text(self) -> None:
        assert 0 <= self.panel.state.caret <= len(self.panel.state.text)

    @invariant()
    def what_is_offered_belongs_to_the_mode(self) -> None:
        state = self.panel.state
        assert state.mode in state.modes
        assert not (state.suggesting and state.preedit)
        assert state.preedit == "" or state.mode in ("pinyin", "strokes")
        assert (state.pad is None) == (state.mode != "handwriting")

    @invariant()
    def drawings_and_their_marks_go_together(self) -> None:
        state = self.panel.state
        drawn = {one.mark for one in state.drawings}
        assert len(drawn) == len(state.drawings) <= 6
        assert drawn <= set(state.text)
        assert state.field.drawings or not drawn


TestPanel = PanelMachine.TestCase
TestPanel.settings = settings(
    max_examples=120, stateful_step_count=40, deadline=None, suppress_health_check=list(HealthCheck)
)
