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
from screens.inputs.state import PanelState, Shift, idle_keys
from screens.inputs.text import Draft
from screens.pen import Samples

BAR_WORDS = 24
GRID_WORDS = 22  # 4 x 6 cells, the last two turn pages
_SHIFTS: dict[Shift, Shift] = {"off": "once", "once": "lock", "lock": "off"}
_ASIDE = ("numbers", "punctuation")  # one comes back from these to the mode before


class InputPanel:
    """One panel for all fields of a station; `open` turns it to a field.

    Intents do nothing where they make no sense (an empty field has nothing to delete): the view need not ask first.
    """

    def __init__(self, modes: Modes) -> None:
        self._registry = modes
        self._made: dict[str, Mode] = {}
        self.shift: Shift = "off"
        self._expanded = False
        self._first = 0
        self._preferred = ""
        self.open(NO_FIELD)

    # -- what the screen asks

    def open(self, field: FieldSpec, text: str = "", drawings: Drawings = ()) -> None:
        """Turn to a field that holds `text`, caret at its end; what was being composed in another field is dropped.

        Raises: ValueError when this station has no mode for the field.
        """
        specs = self._registry.of(field.modes)
        if not specs:
            raise ValueError(f"no mode of {field.modes} for the field {field.id!r} is registered")
        for mode in self._made.values():
            mode.wipe()
        self._specs = {spec.id: spec for spec in specs}
        self._editor = Editor(field, text, drawings)
        first = self._first_mode(field, specs)
        self._back = first.id
        self._enter(first)

    def wipe(self) -> None:
        """The visitor left: no text, no composing, no history, no field, nothing that runs for them."""
        self._made, made = {}, self._made
        for mode in made.values():
            mode.wipe()
            mode.leave()
        self._preferred = ""
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
        page = GRID_WORDS if self._expanded else BAR_WORDS
        offered = self._mode.offers(self._first + page + 1)
        pad = self._mode.pad()
        editor = self._editor
        return PanelState(
            field=editor.field,
            mode=self._spec.id,
            surface=self._spec.surface,
            modes=tuple(self._specs),
            shift=self.shift,
            preedit=preedit,
            candidates=offered[self._first : self._first + page],
            suggesting=bool(offered) and not preedit and not (pad and pad.strokes),
            first=self._first,
            expanded=self._expanded and bool(offered),
            more=len(offered) > self._first + page,
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
        self._fold()
        self.insert(chosen)

    def feed(self, stroke: Samples) -> None:
        """A stroke for a mode with a pad of its own."""
        if self._editor.has_room():
            self._mode.feed(stroke)
            self._fold()

    def act(self, name: str) -> None:
        """A control of the pad. Raises: KeyError for one it does not have."""
        if name == "keep":
            self._keep_ink()
        else:
            self.insert(self._mode.act(name))
            self._fold()

    def type(self, text: str) -> None:
        """A key with a character on it."""
        typed = self._editor.typed(text)
        if typed and self._editor.has_room():
            self._fold()
            self.insert(self._mode.type(typed, self._editor.draft.before))

    def backspace(self) -> None:
        """Take back a step of composing, else delete the character left of the caret."""
        self._editor.message = ""
        self._fold()
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
        self._fold()
        self._editor.clear()

    def expand(self) -> None:
        """Open the grid of candidates over the keys, or close it."""
        self._first, self._expanded = 0, not self._expanded and bool(self._mode.offers(1))

    def turn_page(self, step: int) -> None:
        """The grid's next page, or the one before, if there is one."""
        if step < 0:
            self._first = max(0, self._first - GRID_WORDS)
        elif self._expanded and self.state.more:
            self._first += GRID_WORDS

    def switch(self, mode: str) -> None:
        """Write in another way; what is being composed is ended with its first candidate.

        Raises: KeyError when the field does not take that mode.
        """
        spec = self._specs[mode]
        self.insert(self._mode.flush())
        self._mode.moved()
        if self._spec.id not in _ASIDE:
            self._back = self._spec.id
        if mode not in _ASIDE:
            self._preferred = mode
        self._enter(spec)

    def try_switch(self, mode: str) -> None:
        """`switch`, where the field takes that mode."""
        if mode in self._specs:
            self.switch(mode)

    def switch_back(self) -> None:
        """From numbers or marks to the mode before."""
        self.try_switch(self._back)

    def toggle_language(self) -> None:
        """Between pinyin and Latin letters."""
        self.try_switch("latin" if self._spec.id != "latin" else "pinyin")

    def turn_shift(self) -> None:
        """Capitals once, for good, no more."""
        self.shift = _SHIFTS[self.shift]

    # -- within

    @property
    def spec(self) -> ModeSpec:
        """The mode that is on."""
        return self._spec

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
            self._fold()
            self._editor.replace(draft)

    def _fold(self) -> None:
        self._expanded, self._first = False, 0

    def _enter(self, spec: ModeSpec) -> None:
        self._spec = spec
        if spec.id not in self._made:
            self._made[spec.id] = spec.make()
        self._mode = self._made[spec.id]
        self._mode.enter()
        self.shift = "off"
        self._fold()

    def _first_mode(self, field: FieldSpec, specs: tuple[ModeSpec, ...]) -> ModeSpec:
        """The way this visitor chose before; else pinyin, or letters for those who read English."""
        wanted = (self._preferred, "latin" if field.language == "en" else "pinyin")
        return next((spec for id in wanted for spec in specs if spec.id == id), specs[0])
