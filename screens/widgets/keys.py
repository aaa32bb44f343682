"""Names for hardware keys. Everything not named here is swallowed: no key leaves the exhibition."""

from __future__ import annotations

_NAMED = {8: "backspace", 13: "enter", 271: "enter", 9: "tab", 276: "left", 275: "right", 32: " "}


def key_name(code: int, text: str | None, modifiers: list[str]) -> str | None:
    """The key as models know it: a character, or `backspace enter left right tab back_tab`; None to swallow it."""
    if set(modifiers) & {"ctrl", "alt", "meta"}:
        return None
    if code == 9:
        return "back_tab" if "shift" in modifiers else "tab"
    if code in _NAMED:
        return _NAMED[code]
    if text and len(text) == 1 and text.isprintable():
        return text
    return None
