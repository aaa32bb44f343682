"""The keys of the panel, as data: rows of keys for every mode and language, and where they lie (design guide 9).

Owns ids, labels, spoken names, widths and the geometry. Leaves to others: what a key does (`model`), how it is drawn
(`view`). Ids are stable: `keys.q`, `keys.space`, `keys.backspace`; a key that types something carries it in `text`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from content.language import is_chinese
from screens.scene import Box
from screens.strings import Language, string

KeyRole = Literal["letter", "mark", "space", "function", "delete"]
Orientation = Literal["landscape", "portrait"]
LayoutId = Literal["pinyin", "latin", "numbers", "punctuation", "initials", "digits", "code", "strokes", "pad"]

COLUMNS = 10.0
INITIALS = "ABCDEFGHJKLMNOPQRSTWXYZ"  # no syllable of Mandarin begins with i, u or v
CODE_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # receipts have no I, L, O, 0, 1 (design guide 10)


@dataclass(frozen=True, slots=True)
class Key:
    """One key. `width_units` counts columns of the block; `text` is what it types, empty for functions."""

    id: str
    label: str
    spoken: str
    width_units: float
    role: KeyRole
    text: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """Keys from left to right; `indent_units` columns stay free before the first."""

    keys: tuple[Key, ...]
    indent_units: float = 0.0


@dataclass(frozen=True, slots=True)
class Block:
    """Where a layout lies, in design pixels: left, top, the width of all columns, the height of a key, the gaps."""

    x: float
    y: float
    width: float
    key_height: float
    columns: float = COLUMNS
    gap_x: float = 8.0
    gap_y: float = 10.0


KEYBOARD_BLOCK = {
    "landscape": Block(784, 472, 1064, 106),
    "portrait": Block(24, 1016, 1032, 122),
}
INITIALS_BLOCK = {
    "landscape": Block(72, 700, 1776, 116, columns=12, gap_x=12, gap_y=12),
    "portrait": Block(60, 1420, 960, 104, columns=8, gap_x=12, gap_y=12),
}
CODE_BLOCK = {
    "landscape": Block(784, 472, 1064, 106, columns=8, gap_x=12, gap_y=10),
    "portrait": Block(60, 1304, 960, 104, columns=8, gap_x=12, gap_y=12),
}

STROKES = {"一": "heng", "丨": "shu", "丿": "pie", "丶": "dian", "乛": "zhe", "＊": "any"}
_MARKS = {
    "，": "comma", "。": "stop", "？": "question", "！": "exclamation", "、": "enumeration", "；": "semicolon",
    "：": "colon", "“": "quote_open", "”": "quote_close", "（": "paren_open", "）": "paren_close", "《": "title_open",
    "》": "title_close", "—": "dash", "…": "ellipsis", "·": "middle_dot", "‘": "single_open", "’": "single_close",
    "【": "bracket_open", "】": "bracket_close", "～": "tilde", ",": "comma", ".": "point", "?": "question",
    "!": "exclamation", ";": "semicolon", ":": "colon", "(": "paren_open", ")": "paren_close", "'": "apostrophe",
    '"': "quote", "-": "hyphen", "/": "slash", "@": "at", "#": "number_sign", "%": "percent", "&": "and", "+": "plus",
    "=": "equals", "*": "star", "_": "underscore", "¥": "yuan_sign", "~": "tilde", "$": "dollar", "[": "bracket_open",
    "]": "bracket_close", "<": "less", ">": "greater", "号": "hao", "栋": "dong", "单元": "danyuan", "楼": "lou",
    "层": "ceng", "室": "shi", "元": "yuan", "月": "yue", "日": "ri",
}  # fmt: skip


def layout(id: LayoutId, language: Language, *, shift: bool = False, caret_keys: bool = False) -> tuple[Row, ...]:
    """The rows of a layout. `shift`: capitals (latin).

    `caret_keys`: one more row, to move the caret and read aloud, for low reach, where the paper can't be touched
    (design guide 4.1).
    """
    rows = _ROWS[id](language, shift)
    return (*rows, _caret_row(language)) if caret_keys else rows


def place(rows: tuple[Row, ...], block: Block) -> tuple[tuple[Key, Box], ...]:
    """Every key with its box in design pixels, row by row."""
    unit = (block.width - block.gap_x * (block.columns - 1)) / block.columns
    placed: list[tuple[Key, Box]] = []
    for number, row in enumerate(rows):
        x = block.x + row.indent_units * (unit + block.gap_x)
        y = block.y + number * (block.key_height + block.gap_y)
        for key in row.keys:
            width = key.width_units * unit + (key.width_units - 1) * block.gap_x
            placed.append((key, Box(x, y, width, block.key_height)))
            x += width + block.gap_x
    return tuple(placed)


def fold(rows: tuple[Row, ...], columns: int) -> tuple[Row, ...]:
    """The same keys in rows of that many: the keypad of initials is 2 x 12 in landscape, 3 x 8 in portrait."""
    keys = tuple(key for row in rows for key in row.keys)
    return tuple(Row(keys[at : at + columns]) for at in range(0, len(keys), columns))


def find(rows: tuple[Row, ...], key_id: str) -> Key | None:
    """The key of that id in these rows."""
    return next((key for row in rows for key in row.keys if key.id == key_id), None)


def candidates_that_fit(words: tuple[str, ...], room: float, *, char: float = 44, gap: float = 8) -> int:
    """How many words, at least one if there is any, the candidate bar shows in `room` pixels.

    Each takes its characters with 24 px on either side, at least 100 px (design guide 9).
    """
    used, count = 0.0, 0
    for word in words:
        used += max(100.0, len(word) * char + 48) + (gap if count else 0)
        if count and used > room:
            break
        count += 1
    return count


def _letter(letter: str, width: float = 1.0) -> Key:
    return Key(f"keys.{letter.lower()}", letter, letter, width, "letter", letter)


def _mark(mark: str, language: Language, role: KeyRole = "mark", width: float = 1.0) -> Key:
    name = _MARKS[mark]
    spoken = mark if len(mark) > 1 or mark.isalpha() else string(f"inputs.mark.{name}", language)
    return Key(f"keys.{name}", mark, spoken, width, role, mark)


def _function(name: str, language: Language, width: float = 1.5, role: KeyRole = "function", text: str = "") -> Key:
    label = string(f"inputs.key.{name}", language)
    return Key(f"keys.{name}", label, string(f"inputs.key.{name}.spoken", language), width, role, text)


def _backspace(language: Language, width: float = 1.5) -> Key:
    return Key("keys.backspace", "", string("inputs.key.backspace.spoken", language), width, "delete")


def _caret_row(language: Language) -> Row:
    third = COLUMNS / 3
    return Row(tuple(_function(name, language, third) for name in ("caret_left", "caret_right", "speak")))


def _bottom(first: str, marks: str, language: Language) -> Row:
    left = (_function(first, language), *(_mark(mark, language, "function") for mark in marks))
    space = _function("space", language, 5.5 - len(marks), "space", " ")
    return Row((*left, space, _function("language", language), _function("newline", language)))


def _pinyin(language: Language, shift: bool) -> tuple[Row, ...]:
    third = (_function("split", language), *map(_letter, "zxcvbnm"), _backspace(language))
    return (*_qwerty("qwertyuiop", "asdfghjkl"), Row(third), _bottom("numbers", "，。", language))


def _latin(language: Language, shift: bool) -> tuple[Row, ...]:
    upper = str.upper if shift else str
    third = (_function("shift", language), *map(_letter, upper("zxcvbnm")), _backspace(language))
    return (*_qwerty(upper("qwertyuiop"), upper("asdfghjkl")), Row(third), _bottom("numbers", ",.", language))


def _qwerty(top: str, middle: str) -> tuple[Row, Row]:
    return Row(tuple(map(_letter, top))), Row(tuple(map(_letter, middle)), 0.5)


def _numbers(language: Language, shift: bool) -> tuple[Row, ...]:
    # addresses are what residents write numbers for: 3栋2单元501室
    home = "号 栋 单元 楼 层 室 元 月 日" if is_chinese(language) else "@ # % & + = _ * ¥"
    third = "- / . : ( ) %" if is_chinese(language) else "- / : ; ( ) ?"
    marks = "，。" if is_chinese(language) else ",."
    return (
        Row(tuple(map(_letter, "1234567890"))),
        Row(tuple(_mark(mark, language) for mark in home.split()), 0.5),
        Row((_function("punctuation", language), *(_mark(m, language) for m in third.split()), _backspace(language))),
        _bottom("letters", marks, language),
    )


def _punctuation(language: Language, shift: bool) -> tuple[Row, ...]:
    english = not is_chinese(language)
    top = ", . ? ! ; : ' \" ( )" if english else "， 。 ？ ！ 、 ； ： “ ” …"
    middle = "- / @ # % & + = *" if english else "（ ） 《 》 — · ‘ ’ ～"
    third = "_ ~ $ [ ] < >" if english else "- / @ % + = ¥"
    return (
        Row(tuple(_mark(mark, language) for mark in top.split())),
        Row(tuple(_mark(mark, language) for mark in middle.split()), 0.5),
        Row((_function("numbers", language), *(_mark(m, language) for m in third.split()), _backspace(language))),
        _bottom("letters", "", language),
    )


def _stroke(sign: str, language: Language, width: float) -> Key:
    return Key(
        f"keys.{STROKES[sign]}", sign, string(f"inputs.stroke.{STROKES[sign]}.spoken", language), width, "letter", sign
    )


def _strokes(language: Language, shift: bool) -> tuple[Row, ...]:
    *five, any_ = STROKES
    marks = (_mark(mark, language, "function", 1.4) for mark in "，。、？")
    below = (_function(name, language, 2.0) for name in ("numbers", "punctuation", "language", "newline"))
    return (
        Row(tuple(_stroke(sign, language, COLUMNS / 5) for sign in five)),
        Row((_stroke(any_, language, 2.2), *marks, _backspace(language, 2.2))),
        Row((*below, _function("space", language, 2.0, "space", " "))),
    )


def _pad(language: Language, shift: bool) -> tuple[Row, ...]:
    """What stands beside a pad: the view places them."""
    marks = tuple(_mark(mark, language, "function") for mark in "，。、？！")
    return Row(marks), Row((_backspace(language), _function("numbers", language), _function("newline", language)))


def _initials(language: Language, shift: bool) -> tuple[Row, ...]:
    keys = (*map(_letter, INITIALS), _backspace(language, 1.0))
    return Row(keys[:12]), Row(keys[12:])


def _digits(language: Language, shift: bool) -> tuple[Row, ...]:
    last = (_function("clear", language, 1.0), _letter("0"), _backspace(language, 1.0))
    return (*(Row(tuple(map(_letter, three))) for three in ("123", "456", "789")), Row(last))


def _code(language: Language, shift: bool) -> tuple[Row, ...]:
    keys = (*map(_letter, CODE_LETTERS), _backspace(language, 1.0))
    return tuple(Row(keys[at : at + 8]) for at in range(0, len(keys), 8))


_ROWS = {
    "pinyin": _pinyin,
    "latin": _latin,
    "numbers": _numbers,
    "punctuation": _punctuation,
    "initials": _initials,
    "digits": _digits,
    "code": _code,
    "strokes": _strokes,
    "pad": _pad,
}
