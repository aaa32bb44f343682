"""What is being filled in: the kind of a field, its limit, the keys it offers and how its text is read back.

Owns rules that depend on the field alone, as pure functions. Leaves to others: editing (`text`), modes (`modes`), which
fields a letter or a form has (their screens).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from screens.inputs.layouts import CODE_LETTERS, INITIALS
from screens.strings import Language

FieldKind = Literal["sentence", "name", "phone", "digits", "search", "code"]

_LIMITS: dict[FieldKind, int] = {"sentence": 300, "name": 20, "phone": 11, "digits": 6, "search": 8, "code": 8}
_GROUPS: dict[FieldKind, tuple[int, ...]] = {"phone": (3, 4, 4), "code": (4, 4)}
_ONLY: dict[FieldKind, str] = {
    "phone": "0123456789",
    "digits": "0123456789",
    "search": INITIALS,
    "code": CODE_LETTERS,
}


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field. `limit` counts characters, line breaks included; 0 means the kind's own (a sentence: 300).

    `language` is the interface's: it picks the first mode and the labels. `secret` (a PIN) is shown as discs.
    """

    id: str
    kind: FieldKind = "sentence"
    limit: int = 0
    language: Language = "zh-Hans"
    secret: bool = False

    @property
    def most(self) -> int:
        """How many characters the field holds."""
        return self.limit or _LIMITS[self.kind]

    @property
    def multiline(self) -> bool:
        """Whether it takes line breaks."""
        return self.kind == "sentence"

    @property
    def drawings(self) -> bool:
        """Whether ink may stand between its words."""
        return self.kind == "sentence"

    @property
    def modes(self) -> tuple[str, ...]:
        """The ids of the modes it can be filled with, in the order of the switch; the station may not have them all."""
        if self.kind == "search":
            return ("initials",)
        if self.kind == "code":
            return ("code",)
        if self.kind in ("phone", "digits"):
            return ("digits",)
        return ("handwriting", "strokes", "pinyin", "latin", "numbers", "punctuation")


def admitted(field: FieldSpec, text: str) -> str:
    """What of `text` may enter the field: closed alphabets drop the rest (capitals are made for letters), single lines
    drop line breaks; control and bidirectional formatting characters enter nowhere (domain guide B8)."""
    only = _ONLY.get(field.kind)
    if only is not None:
        return "".join(char for char in text.upper() if char in only)
    return "".join(char for char in text if char.isprintable() or (char == "\n" and field.multiline))


def read_back(field: FieldSpec, text: str) -> str:
    """The text as it is shown: phone 138 1234 5678 (a landline with its area code likewise 023 1234 5678), receipt
    ABCD EFGH, a secret as discs."""
    if field.secret:
        return "●" * len(text)
    sizes = _GROUPS.get(field.kind)
    if sizes is None:
        return text
    parts, at = [], 0
    for size in sizes:
        parts.append(text[at : at + size])
        at += size
    return " ".join(part for part in (*parts, text[at:]) if part)
