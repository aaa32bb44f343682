"""Which keys of a tactile keypad mean what: three buttons, arrows, or the keys of any keyboard on USB.

A keypad sends named keys, never characters: what a wedge scanner types can't be taken for it, and Enter right behind
quick characters is the scanner's. Leaves to others: names of keys (`screens.widgets.keys`), what is done (`listening`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

Meaning = Literal["next", "previous", "press", "leave", "hear", "repeat"]

NAMES = frozenset(
    {"tab", "back_tab", "enter", "escape", "up", "down", "left", "right", "home", "end", "page_up", "page_down"}
    | {f"f{n}" for n in range(1, 16)}
)
_ALWAYS: dict[str, Meaning] = {"tab": "next", "back_tab": "previous", "f1": "hear", "f2": "repeat"}
_WITH_RING: dict[str, Meaning] = {
    "down": "next", "right": "next", "up": "previous", "left": "previous", "enter": "press", " ": "press",
    "escape": "leave",
}  # fmt: skip
_REPEATS_S: dict[Meaning, float] = {"next": 0.09, "previous": 0.09}
_PRESSES_S = 0.3  # a key that is held down presses once


class Keypad:
    """`own` are the keys of a keypad that the station has; without one, those that every keyboard has."""

    def __init__(self, own: Mapping[str, Meaning] | None = None) -> None:
        self._own = dict(own or {})
        self._last: tuple[str, float] = ("", -1e9)

    @property
    def there(self) -> bool:
        """Whether the station says that it has a keypad: who uses it is spoken to from the first key on."""
        return bool(self._own)

    def meaning(self, key: str, ring: bool) -> Meaning | None:
        """What a key means; `ring` says whether something has the focus. None leaves it to the page."""
        if key in self._own:
            return self._own[key]
        return _ALWAYS.get(key) or (_WITH_RING.get(key) if ring else None)

    def again(self, key: str, meaning: Meaning, now: float) -> bool:
        """Whether it is the same key still held down, or a contact that bounced."""
        last, at = self._last
        self._last = (key, now)
        return key == last and now - at < _REPEATS_S.get(meaning, _PRESSES_S)


def parse(text: str) -> dict[str, Meaning]:
    """The keys of a setting such as `previous=left next=right press=enter`. Raises: ValueError saying what is wrong."""
    keys: dict[str, Meaning] = {}
    for part in text.split():
        meaning, _, key = part.partition("=")
        if meaning not in get_args(Meaning):
            raise ValueError(f"{part!r}: write MEANING=KEY with one of {', '.join(get_args(Meaning))}")
        if key not in NAMES:
            raise ValueError(f"{key!r} is no key of a keypad; there are {', '.join(sorted(NAMES))}")
        if key in keys:
            raise ValueError(f"the key {key!r} is given two meanings")
        keys[key] = meaning  # type: ignore[assignment]
    if keys and not {"next", "press"} <= set(keys.values()):
        raise ValueError("a keypad needs at least next=KEY and press=KEY")
    return keys
