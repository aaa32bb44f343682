"""Full-width punctuation while writing Chinese (GB/T 15834-2011): what a mark typed on a Latin key becomes."""

from __future__ import annotations

_FULL = {
    ",": "，", ".": "。", "?": "？", "!": "！", ":": "：", ";": "；", "(": "（", ")": "）", "\\": "、", "<": "《",
    ">": "》", "^": "……", "_": "——", "$": "¥", "[": "【", "]": "】", "~": "～", "—": "——", "…": "……",
}  # fmt: skip
_PAIRS = {'"': ("“", "”"), "'": ("‘", "’")}
_WITHIN_NUMBERS = ".:,"


def chinese(mark: str, before: str) -> str:
    """The mark to insert after the text `before`; what is no mark comes back unchanged.

    Quotes alternate; a point, colon or comma after a digit stays as it is (3.5, 10:24); the dash and the ellipsis take
    the room of two characters.
    """
    if mark in _PAIRS:
        opening, closing = _PAIRS[mark]
        return closing if before.count(opening) > before.count(closing) else opening
    if mark in _WITHIN_NUMBERS and before[-1:].isdigit() and before[-1:].isascii():
        return mark
    return _FULL.get(mark, mark)


def ends_phrase(text: str) -> bool:
    """Whether what follows `text` is a new beginning: suggestions start afresh."""
    return bool(text) and not text[-1].isalnum()
