"""What each key does: of the glass by its target's id, of a keyboard with wires by its name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from screens.inputs.layouts import find, layout

if TYPE_CHECKING:
    from screens.inputs.model import InputPanel

Action = Callable[["InputPanel"], object]

_CONTROLS: Mapping[str, Action] = {
    "candidates.more": lambda panel: panel.expand(),
    "candidates.next": lambda panel: panel.turn_page(1),
    "candidates.previous": lambda panel: panel.turn_page(-1),
}
_FUNCTIONS: Mapping[str, Action] = {
    "keys.backspace": lambda panel: panel.backspace(),
    "keys.newline": lambda panel: panel.newline(),
    "keys.clear": lambda panel: panel.clear(),
    "keys.caret_left": lambda panel: panel.caret_by(-1),
    "keys.caret_right": lambda panel: panel.caret_by(1),
    "keys.shift": lambda panel: panel.turn_shift(),
    "keys.language": lambda panel: panel.toggle_language(),
    "keys.split": lambda panel: panel.type("'"),
    "keys.numbers": lambda panel: panel.try_switch("numbers"),
    "keys.punctuation": lambda panel: panel.try_switch("punctuation"),
    "keys.letters": lambda panel: panel.switch_back(),
}
_HARDWARE: Mapping[str, Action] = {
    "backspace": lambda panel: panel.backspace(),
    "delete": lambda panel: panel.delete(),
    "enter": lambda panel: panel.newline(),
    "left": lambda panel: panel.caret_by(-1),
    "right": lambda panel: panel.caret_by(1),
    "home": lambda panel: panel.caret_to(0),
    "end": lambda panel: panel.caret_to(panel.field.most),
}


def press(panel: InputPanel, target: str) -> None:
    """A target was touched. Raises: KeyError for one that is not on the panel."""
    part, _, name = target.partition(".")
    if part == "candidates" and name.isdecimal():
        panel.choose(int(name))
    elif target in _CONTROLS:
        _CONTROLS[target](panel)
    elif part == "pad":
        panel.act(name)
    elif part == "mode":
        panel.switch(name)
    else:
        _press_key(panel, target)


def hardware(panel: InputPanel, key: str) -> bool:
    """A key of a keyboard. Returns False where the panel has no use for it."""
    if len(key) == 1:
        panel.type(key)
        return True
    if key == "escape":
        return panel.keep_letters() != ""
    if key == "enter" and panel.composing:
        panel.insert(panel.keep_letters())  # as desktop engines do: the letters themselves
        return True
    action = _HARDWARE.get(key)
    if action is not None:
        action(panel)
    return action is not None


def _press_key(panel: InputPanel, target: str) -> None:
    rows = layout(panel.spec.surface, panel.field.language, shift=panel.shift != "off", caret_keys=True)
    key = find(rows, target)
    if key is None:
        raise KeyError(target)
    if target in panel.state.disabled:
        return
    action = _FUNCTIONS.get(target)
    if action is not None:
        action(panel)
    elif key.text:
        panel.type(key.text)
        if panel.shift == "once":
            panel.shift = "off"
