"""What the input panel looks like at one moment, as a frozen value: all that its view needs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from screens.inputs.drawings import Drawings
from screens.inputs.fields import FieldSpec
from screens.inputs.layouts import INITIALS, LayoutId, Row, layout
from screens.inputs.mode import PadState
from screens.inputs.text import Draft

Shift = Literal["off", "once", "lock"]


@dataclass(frozen=True, slots=True)
class PanelState:
    """All that the view needs; positions count characters.

    `candidates` are those of the bar or of the open grid's page, `first` being the number of the first among all: the
    target of the nth is `candidates.{first + n}`. `message` is the key of a sentence in the strings, or empty; it may
    use `{limit}`. `disabled` are keys that would do nothing now. `pad` is there in a mode with a pad of its own,
    `drawings` are those whose mark stands in the text.
    """

    field: FieldSpec
    mode: str
    surface: LayoutId
    modes: tuple[str, ...]
    shift: Shift
    preedit: str
    candidates: tuple[str, ...]
    suggesting: bool
    first: int
    expanded: bool
    more: bool
    text: str
    caret: int
    shown: str
    disabled: frozenset[str]
    message: str
    pad: PadState | None = None
    drawings: Drawings = ()

    @property
    def count(self) -> int:
        """How many characters are written."""
        return len(self.text)

    @property
    def limit(self) -> int:
        """How many fit."""
        return self.field.most

    def rows(self, caret_keys: bool = False) -> tuple[Row, ...]:
        """The keys to draw; none where the mode has a pad of its own."""
        if self.surface == "pad":
            return ()
        return layout(self.surface, self.field.language, shift=self.shift != "off", caret_keys=caret_keys)


def idle_keys(field: FieldSpec, draft: Draft, composing: bool, initials: frozenset[str] | None) -> frozenset[str]:
    """Keys that would do nothing now. `initials`: the letters that lead to a name; None where all may be typed."""
    keys = set()
    if not composing:
        keys.add("keys.split")
        if not draft.caret:
            keys |= {"keys.backspace", "keys.caret_left"}
        if draft.caret == len(draft.text):
            keys.add("keys.caret_right")
        if not draft.text:
            keys |= {"keys.clear", "keys.speak"}
        if not field.multiline:
            keys.add("keys.newline")
    if initials is not None:
        keys |= {f"keys.{letter.lower()}" for letter in INITIALS if letter not in initials}
    return frozenset(keys)
