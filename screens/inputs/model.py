"""The input panel without its looks: keys and candidates in, the text of one field out.

Owns the field being filled, the mode, capitals, the candidate grid and the limit. State flows one way: an intent
changes the model, `state` is a new frozen value, the view draws it. Leaves to others: composing (`modes`), keys
(`layouts`), repeated taps and touch (the view), what the text is for (the screen that opened the field).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar

from screens.inputs.fields import FieldSpec, admitted, read_back
from screens.inputs.layouts import find, layout
from screens.inputs.modes import Mode, Modes, ModeSpec
from screens.inputs.state import PanelState, Shift, idle_keys
from screens.inputs.text import Draft

BAR_WORDS = 24
GRID_WORDS = 22  # 4 x 6 cells, the last two turn pages
_SHIFTS: dict[Shift, Shift] = {"off": "once", "once": "lock", "lock": "off"}
_NO_FIELD = FieldSpec("none")


class InputPanel:
    """One panel for all fields of a station; `open` turns it to a field.

    Intents do nothing where they make no sense (an empty field has nothing to delete): the view need not ask first.
    """

    def __init__(self, modes: Modes) -> None:
        self._registry = modes
        self._made: dict[str, Mode] = {}
        self._shift: Shift = "off"
        self._expanded = False
        self._first = 0
        self.open(_NO_FIELD)

    # -- what the screen asks

    def open(self, field: FieldSpec, text: str = "") -> None:
        """Turn to a field that holds `text`, caret at its end; what was being composed in another field is dropped.

        Raises: ValueError when this station has no mode for the field.
        """
        specs = self._registry.of(field.modes)
        if not specs:
            raise ValueError(f"no mode of {field.modes} for the field {field.id!r} is registered")
        for mode in self._made.values():
            mode.wipe()
        self._field, self._specs = field, {spec.id: spec for spec in specs}
        self._draft = Draft.of(admitted(field, text), field.most)
        self._letters_offered: frozenset[str] | None = None
        self._message = ""
        self._back = self._first_mode(specs).id
        self._enter(self._first_mode(specs))

    def wipe(self) -> None:
        """The visitor left: no text, no composing, no history, no field."""
        self._made, made = {}, self._made
        for mode in made.values():
            mode.wipe()
        self.open(_NO_FIELD)

    def offer_initials(self, letters: frozenset[str]) -> None:
        """Only these letters lead to a name (keypad of initials): the others do nothing."""
        self._letters_offered = letters

    def settle(self) -> str:
        """End composing with the first candidate and return the text: the visitor goes on to the next step."""
        self._insert(self._mode.flush())
        return self._draft.text

    @property
    def text(self) -> str:
        """The text of the field, without what is still being composed."""
        return self._draft.text

    @property
    def state(self) -> PanelState:
        """What is on the panel now."""
        preedit = self._mode.preedit()
        page = GRID_WORDS if self._expanded else BAR_WORDS
        offered = self._mode.offers(self._first + page + 1)
        return PanelState(
            field=self._field,
            mode=self._spec.id,
            surface=self._spec.surface,
            modes=tuple(self._specs),
            shift=self._shift,
            preedit=preedit,
            candidates=offered[self._first : self._first + page],
            suggesting=bool(offered) and not preedit,
            first=self._first,
            expanded=self._expanded and bool(offered),
            more=len(offered) > self._first + page,
            text=self._draft.text,
            caret=self._draft.caret,
            shown=read_back(self._field, self._draft.text),
            disabled=self._idle_keys(preedit),
            message=self._message,
        )

    # -- what the visitor does

    def press(self, target: str) -> None:
        """A target of the panel was touched: a key, a candidate, or a control of the grid.

        Raises: KeyError for an id that neither the layouts nor the panel know.
        """
        part, _, name = target.partition(".")
        if part == "candidates" and name.isdecimal():
            self.choose(int(name))
        elif target in self._CONTROLS:
            self._CONTROLS[target](self)
        elif part == "mode" and name in self._specs:
            self.switch(name)
        else:
            self._press_key(target)

    def choose(self, index: int) -> None:
        """Take the candidate or suggestion of that number; one that is not there any more is left alone."""
        try:
            chosen = self._mode.choose(index)
        except IndexError:
            return
        self._fold()
        self._insert(chosen)

    def feed(self, sample: object) -> None:
        """Strokes for a mode with a pad of its own."""
        if self._has_room():
            self._insert(self._mode.feed(sample))
            self._fold()

    def backspace(self) -> None:
        """Take back a step of composing, else delete the character left of the caret."""
        self._message = ""
        self._fold()
        if not self._mode.backspace():
            self._mode.moved()
            self._draft = self._draft.delete_before()

    def delete(self) -> None:
        """Delete the character right of the caret."""
        self._place(self._draft.delete_after())

    def caret_left(self) -> None:
        """One character to the left."""
        self._place(self._draft.move_to(self._draft.caret - 1))

    def caret_right(self) -> None:
        """One character to the right."""
        self._place(self._draft.move_to(self._draft.caret + 1))

    def caret_to(self, caret: int) -> None:
        """Where the paper was touched."""
        self._place(self._draft.move_to(caret))

    def newline(self) -> None:
        """End composing; in a field of several lines, break the line."""
        self._insert(self._mode.flush())
        if self._field.multiline:
            self._mode.moved()
            self._insert("\n")

    def clear(self) -> None:
        """Empty the field."""
        self._mode.wipe()
        self._fold()
        self._message = ""
        self._draft = Draft.of("", self._field.most)

    def expand(self) -> None:
        """Open the grid of candidates over the keys, or close it."""
        self._first, self._expanded = 0, not self._expanded and bool(self._mode.offers(1))

    def next_page(self) -> None:
        """The grid's next page, if there is one."""
        if self.state.more and self._expanded:
            self._first += GRID_WORDS

    def previous_page(self) -> None:
        """The grid's page before."""
        self._first = max(0, self._first - GRID_WORDS)

    def switch(self, mode: str) -> None:
        """Write in another way; what is being composed is ended with its first candidate.

        Raises: KeyError when the field does not take that mode.
        """
        spec = self._specs[mode]
        self._insert(self._mode.flush())
        self._mode.moved()
        if self._spec.id not in ("numbers", "punctuation"):
            self._back = self._spec.id
        self._enter(spec)

    def toggle_language(self) -> None:
        """Between pinyin and Latin letters."""
        self._try_switch("latin" if self._spec.id == "pinyin" else "pinyin")

    def hardware(self, key: str) -> bool:
        """A key of a keyboard with wires does what the same key on the glass does.

        `key`: one character, or `backspace`, `delete`, `enter`, `left`, `right`, `home`, `end`, `escape`. Returns False
        where the panel has no use for it.
        """
        if len(key) == 1:
            self._type(key)
            return True
        if key == "escape":
            return self._mode.letters() != ""
        if key == "enter" and self._mode.preedit():
            self._insert(self._mode.letters())  # as desktop engines do: the letters themselves
            return True
        action = self._HARDWARE.get(key)
        if action is not None:
            action(self)
        return action is not None

    # -- within

    def _press_key(self, target: str) -> None:
        surface = self._spec.surface
        shift = self._shift != "off"
        rows = () if surface == "pad" else layout(surface, self._field.language, shift=shift, caret_keys=True)
        key = find(rows, target)
        if key is None:
            raise KeyError(target)
        action = self._FUNCTIONS.get(target)
        if target in self._idle_keys(self._mode.preedit()):
            return
        if action is not None:
            action(self)
        elif key.text:
            self._type(key.text)
            if self._shift == "once":
                self._shift = "off"

    def _type(self, text: str) -> None:
        typed = admitted(self._field, text)
        if self._letters_offered is not None:
            typed = "".join(letter for letter in typed if letter in self._letters_offered)
        if typed and self._has_room():
            self._fold()
            self._insert(self._mode.type(typed, self._draft.before))

    def _has_room(self) -> bool:
        """Whether another character fits; says so where not. Nothing is composed for a full page."""
        if self._draft.room > 0:
            return True
        self._message = self._full()
        return False

    def _insert(self, text: str) -> None:
        entering = admitted(self._field, text)
        self._message = self._full() if len(entering) > self._draft.room else ""
        self._draft = self._draft.insert(entering)

    def _full(self) -> str:
        return "form.full" if self._field.most == 300 else "inputs.full"

    def _place(self, draft: Draft) -> None:
        if self._mode.preedit():
            self._insert(self._mode.flush())  # the caret belongs to the composing until that has ended
        elif draft != self._draft:
            self._message = ""
            self._mode.moved()
            self._fold()
            self._draft = draft

    def _fold(self) -> None:
        self._expanded, self._first = False, 0

    def _enter(self, spec: ModeSpec) -> None:
        self._spec = spec
        if spec.id not in self._made:
            self._made[spec.id] = spec.make()
        self._mode = self._made[spec.id]
        self._shift = "off"
        self._fold()

    def _first_mode(self, specs: tuple[ModeSpec, ...]) -> ModeSpec:
        wanted = "latin" if self._field.language == "en" else "pinyin"
        return next((spec for spec in specs if spec.id == wanted), specs[0])

    def _try_switch(self, mode: str) -> None:
        if mode in self._specs:
            self.switch(mode)

    def _turn_shift(self) -> None:
        self._shift = _SHIFTS[self._shift]

    def _idle_keys(self, preedit: str) -> frozenset[str]:
        return idle_keys(self._field, self._draft, bool(preedit), self._letters_offered)

    _CONTROLS: ClassVar[Mapping[str, Callable[[InputPanel], None]]] = {
        "candidates.more": expand,
        "candidates.next": next_page,
        "candidates.previous": previous_page,
    }
    _FUNCTIONS: ClassVar[Mapping[str, Callable[[InputPanel], None]]] = {
        "keys.backspace": backspace,
        "keys.newline": newline,
        "keys.clear": clear,
        "keys.caret_left": caret_left,
        "keys.caret_right": caret_right,
        "keys.shift": _turn_shift,
        "keys.language": toggle_language,
        "keys.split": lambda panel: panel._type("'"),
        "keys.numbers": lambda panel: panel._try_switch("numbers"),
        "keys.punctuation": lambda panel: panel._try_switch("punctuation"),
        "keys.letters": lambda panel: panel._try_switch(panel._back),
    }
    _HARDWARE: ClassVar[Mapping[str, Callable[[InputPanel], None]]] = {
        "backspace": backspace,
        "delete": delete,
        "enter": newline,
        "left": caret_left,
        "right": caret_right,
        "home": lambda panel: panel.caret_to(0),
        "end": lambda panel: panel.caret_to(panel._field.most),
    }
