"""The input panel without its looks: keys, strokes and candidates in, the text of one field out.

Owns the field being filled, the mode, capitals and the candidate grid. State flows one way: an intent changes the
model, `state` is a new frozen value, the view draws it. Leaves to others: the text itself (`editor`), composing
(`modes`), which key does what (`keymap`), repeated taps and touch (the view), what the text is for (the screen that
opened the field).
"""

from __future__ import annotations

from screens.inputs import keymap
from screens.inputs.drawings import Drawings
from screens.inputs.editor import NO_FIELD, Editor
from screens.inputs.fields import FieldSpec, read_back
from screens.inputs.mode import Mode, ModeSpec
from screens.inputs.modes import Modes
from screens.inputs.paging import Paging
from screens.inputs.state import PanelState, Shift, idle_keys
from screens.inputs.text import Draft
from screens.inputs.ways import Ways
from screens.pen import Samples

_SHIFTS: dict[Shift, Shift] = {"off": "once", "once": "lock", "lock": "off"}


class InputPanel:
    """One panel for all fields of a station; `open` turns it to a field.

    Intents do nothing where they make no sense (an empty field has nothing to delete): the view need not ask first.
    """

    def __init__(self, modes: Modes) -> None:
        self._ways = Ways(modes)
        self.shift: Shift = "off"
        self._paging = Paging()
        self.open(NO_FIELD)

    # -- what the screen asks

    def open(self, field: FieldSpec, text: str = "", drawings: Drawings = ()) -> None:
        """Turn to a field that holds `text`, caret at its end; what was being composed in another field is dropped.

        Raises: ValueError when this station has no mode for the field.
        """
        self._ways.open(field)
        self._editor = Editor(field, text, drawings)
        self._turned()

    def wipe(self) -> None:
        """The visitor left: no text, no composing, no history, no field, nothing that runs for them."""
        self._ways.leave()
        self.open(NO_FIELD)

    def offer_initials(self, letters: frozenset[str]) -> None:
        """Only these letters lead to a name (keypad of initials): the others do nothing."""
        self._editor.offer(letters)

    def settle(self) -> str:
        """End composing with the first candidate and return the text: the visitor goes on to the next step."""
        self.insert(self._mode.flush())
        if self._editor.field.drawings:
            self._keep_ink()  # what could not be read is not lost
        return self._editor.text

    def poll(self) -> bool:
        """Take what was read elsewhere. Whether the panel looks otherwise now."""
        return self._mode.poll()

    def waits_s(self) -> float | None:
        """In how many seconds to poll; None while nothing is awaited."""
        return self._mode.waits_s()

    @property
    def text(self) -> str:
        """The text of the field, without what is still being composed."""
        return self._editor.text

    @property
    def drawings(self) -> Drawings:
        """What was drawn between the words and is still there."""
        return self._editor.drawings

    @property
    def state(self) -> PanelState:
        """What is on the panel now."""
        preedit = self._mode.preedit()
        offered, more = self._paging.of(self._mode)
        pad = self._mode.pad()
        editor = self._editor
        return PanelState(
            field=editor.field,
            mode=self.spec.id,
            surface=self.spec.surface,
            modes=self._ways.ids,
            shift=self.shift,
            preedit=preedit,
            candidates=offered,
            suggesting=bool(offered) and not preedit and not (pad and pad.strokes),
            first=self._paging.first,
            expanded=self._paging.expanded and bool(offered),
            more=more,
            text=editor.text,
            caret=editor.draft.caret,
            shown=read_back(editor.field, editor.text),
            disabled=self.idle_keys(preedit),
            message=editor.message,
            pad=pad,
            drawings=editor.drawings,
        )

    # -- what the visitor does

    def press(self, target: str) -> None:
        """A target of the panel was touched: a key, a candidate, or a control of the grid or the pad.

        Raises: KeyError for an id that neither the layouts nor the panel know.
        """
        keymap.press(self, target)

    def hardware(self, key: str) -> bool:
        """A key of a keyboard with wires does what the same key on the glass does.

        `key`: one character, or `backspace`, `delete`, `enter`, `left`, `right`, `home`, `end`, `escape`. Returns False
        where the panel has no use for it.
        """
        return keymap.hardware(self, key)

    def choose(self, index: int) -> None:
        """Take the candidate or suggestion of that number; one that is not there any more is left alone."""
        try:
            chosen = self._mode.choose(index)
        except IndexError:
            return
        self._paging.fold()
        self.insert(chosen)

    def feed(self, stroke: Samples) -> None:
        """A stroke for a mode with a pad of its own."""
        if self._editor.has_room():
            self._mode.feed(stroke)
            self._paging.fold()

    def act(self, name: str) -> None:
        """A control of the pad. Raises: KeyError for one it does not have."""
        if name == "keep":
            self._keep_ink()
        else:
            self.insert(self._mode.act(name))
            self._paging.fold()

    def type(self, text: str) -> None:
        """A key with a character on it."""
        typed = self._editor.typed(text)
        if typed and self._editor.has_room():
            self._paging.fold()
            self.insert(self._mode.type(typed, self._editor.draft.before))

    def backspace(self) -> None:
        """Take back a step of composing, else delete the character left of the caret."""
        self._editor.message = ""
        self._paging.fold()
        if not self._mode.backspace():
            self._mode.moved()
            self._editor.draft = self._editor.draft.delete_before()

    def delete(self) -> None:
        """Delete the character right of the caret."""
        self._place(self._editor.draft.delete_after())

    def caret_by(self, step: int) -> None:
        """So many characters to the right, or left when negative."""
        self.caret_to(self._editor.draft.caret + step)

    def caret_to(self, caret: int) -> None:
        """Where the paper was touched."""
        self._place(self._editor.draft.move_to(caret))

    def newline(self) -> None:
        """End composing; in a field of several lines, break the line."""
        self.insert(self._mode.flush())
        if self._editor.field.multiline:
            self._mode.moved()
            self.insert("\n")

    def clear(self) -> None:
        """Empty the field."""
        self._mode.wipe()
        self._paging.fold()
        self._editor.clear()

    def expand(self) -> None:
        """Open the grid of candidates over the keys, or close it."""
        self._paging.toggle(self._mode)

    def turn_page(self, step: int) -> None:
        """The grid's next page, or the one before, if there is one."""
        self._paging.turn(step, self._mode)

    def switch(self, mode: str) -> None:
        """Write in another way; what is being composed is ended with its first candidate.

        Raises: KeyError when the field does not take that mode.
        """
        if mode not in self._ways.ids:
            raise KeyError(mode)
        self.insert(self._mode.flush())
        self._mode.moved()
        self._ways.switch(mode)
        self._turned()

    def try_switch(self, mode: str) -> None:
        """`switch`, where the field takes that mode."""
        if mode in self._ways.ids:
            self.switch(mode)

    def switch_back(self) -> None:
        """From numbers or marks to the mode before."""
        self.try_switch(self._ways.back)

    def toggle_language(self) -> None:
        """Between pinyin and Latin letters."""
        self.try_switch("latin" if self.spec.id != "latin" else "pinyin")

    def turn_shift(self) -> None:
        """Capitals once, for good, no more."""
        self.shift = _SHIFTS[self.shift]

    # -- within

    @property
    def spec(self) -> ModeSpec:
        """The mode that is on."""
        return self._ways.spec

    @property
    def field(self) -> FieldSpec:
        """What is being filled."""
        return self._editor.field

    def insert(self, text: str) -> None:
        """Put in what a mode gave."""
        self._editor.insert(text)

    def keep_letters(self) -> str:
        """End composing with the letters themselves, and return them."""
        return self._mode.letters()

    @property
    def composing(self) -> bool:
        """Whether something is being composed."""
        return bool(self._mode.preedit())

    def idle_keys(self, preedit: str) -> frozenset[str]:
        """Keys that would do nothing now."""
        return idle_keys(self._editor.field, self._editor.draft, bool(preedit), self._editor.only)

    def _keep_ink(self) -> None:
        pad = self._mode.pad()
        if pad is not None and pad.strokes and self._editor.insert_ink(pad.strokes):
            self._mode.take_ink()

    def _place(self, draft: Draft) -> None:
        if self._mode.preedit():
            self.insert(self._mode.flush())  # the caret belongs to the composing until that has ended
        elif draft != self._editor.draft:
            self._mode.moved()
            self._paging.fold()
            self._editor.replace(draft)

    def _turned(self) -> None:
        """Another mode is on."""
        self.shift = "off"
        self._paging.fold()

    @property
    def _mode(self) -> Mode:
        return self._ways.mode
