"""Names for hardware keys. Everything not named here is swallowed: no key leaves the exhibition."""

from __future__ import annotations

_NAMED = {8: "backspace", 13: "enter", 271: "enter", 9: "tab", 276: "left", 275: "right", 32: " "}
#: Keys for the focus of a keypad (`screens.access.keypad`); pages never hear of them.
_PAD = {27: "escape", 273: "up", 274: "down", 278: "home", 279: "end", 280: "page_up", 281: "page_down"} | {
    281 + n: f"f{n}" for n in range(1, 16)
}
PAD_ONLY = frozenset(_PAD.values()) | {"tab", "back_tab"}


def key_name(code: int, text: str | None, modifiers: list[str]) -> str | None:
    """The key by name: a character, `backspace`, `enter`, an arrow, one for keypads only; None to swallow it."""
    if set(modifiers) & {"ctrl", "alt", "meta"}:
        return None
    if code == 9:
        return "back_tab" if "shift" in modifiers else "tab"
    if code in _NAMED:
        return _NAMED[code]
    if code in _PAD:
        return _PAD[code]
    if text and len(text) == 1 and text.isprintable():
        return text
    return None
