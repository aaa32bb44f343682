"""Codes a station prints, shows and reads: `BY1.<type>.<id>.<check>`, receipts of eight characters, four-digit PINs.

Owns the alphabets, the check character, drawing new codes and reading what a scanner or a visitor gives. Leaves to
others: pictures of codes (`media.qr`), signatures of duty codes, which codes exist (the catalogue, the outbox).

An id is random: no region, date or sequence is in it, so printed codes outlive a change of districts (2025-11-06: 38 to
37). Check characters follow ISO/IEC 7064 MOD 37-2 (GB/T 17710-2008), a pure system: every single substitution and every
swap of two neighbours is found. The hybrid MOD 37,36 misses some swaps.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from random import Random

BASE32 = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # digits and letters without I, L, O, U
RECEIPT_ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # without I, L, O, 0, 1: read aloud and copied by hand
ID_LENGTH = 9
RECEIPT_LENGTH = 7
PREFIX = "BY1"
MAX_TEXT = 64  # characters; a longer text is no code of ours

_VALUES = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*"
_MODULUS, _RADIX = 37, 2
_SEPARATORS = re.compile(r"[ \u3000.\u3002\-\u2010-\u2015\u2212]")
_FULL_WIDTH = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}
_LOOKALIKES = str.maketrans("OIL", "011")
_SCANNER_ENDINGS = " \t\r\n"


class CodeError(ValueError):
    """A text that is no code of ours. Its message never repeats the text, which may be anything."""


class UnknownFormat(CodeError):
    """Not the form `BY1.<type>.<id>.<check>`, or characters that no code has: somebody else's code."""


class UnknownType(CodeError):
    """Our form, but a type this version does not know."""


class WrongCheck(CodeError):
    """Our form, but the check character does not fit: mistyped or damaged; worth a second try."""


class CodeType(StrEnum):
    """What a code stands for."""

    DEPUTY = "D"
    STATION = "S"
    ACTIVITY = "A"
    DUTY = "L"  # 履职
    RECEIPT = "R"
    PAGE = "P"
    CASE = "W"

    @property
    def alphabet(self) -> str:
        """Characters its ids and check characters may have."""
        return RECEIPT_ALPHABET if self is CodeType.RECEIPT else BASE32

    @property
    def length(self) -> int:
        """Characters of its ids, without the check character."""
        return RECEIPT_LENGTH if self is CodeType.RECEIPT else ID_LENGTH


@dataclass(frozen=True)
class Code:
    """A code that may be issued: its check character is one of its alphabet.

    Raises: UnknownFormat for an id of wrong length or alphabet, or whose check character would be `*`, I, L, O or U.
    """

    type: CodeType
    id: str

    def __post_init__(self) -> None:
        alphabet = self.type.alphabet
        if len(self.id) != self.type.length or any(one not in alphabet for one in self.id):
            raise UnknownFormat("the id is not of this type's length and alphabet")
        if check_character(self.id) not in alphabet:
            raise UnknownFormat("the id has a check character that is never printed")

    @property
    def check(self) -> str:
        """Its check character, computed over the id alone."""
        return check_character(self.id)

    @property
    def text(self) -> str:
        """The printed form, `BY1.D.<id>.<check>`."""
        return f"{PREFIX}.{self.type}.{self.id}.{self.check}"

    def __str__(self) -> str:
        return self.text


def check_character(text: str) -> str:
    """The ISO/IEC 7064 MOD 37-2 check character of `text`: one of 0-9, A-Z, `*`.

    Raises: UnknownFormat if `text` has a character outside 0-9 and A-Z.
    """
    product = 0
    for one in text:
        value = _VALUES.find(one, 0, _MODULUS - 1)
        if value < 0:
            raise UnknownFormat("a check character is defined over 0-9 and A-Z only")
        product = (product + value) * _RADIX % _MODULUS
    return _VALUES[(1 - product) % _MODULUS]


def new_code(type: CodeType, rng: Random) -> Code:
    """A new random code; ids whose check character cannot be printed are drawn again.

    `rng` is `random.SystemRandom()` in production: receipts must not be guessed.
    """
    while True:
        drawn = "".join(rng.choice(type.alphabet) for _ in range(type.length))
        if check_character(drawn) in type.alphabet:
            return Code(type, drawn)


def parse(text: str) -> Code:
    """The code that `text` gives in full; case, spaces, hyphens and full-width characters do not matter.

    Raises: UnknownFormat, UnknownType or WrongCheck; see each for what to tell the visitor.
    """
    folded = _folded(text)
    if not folded.startswith(PREFIX) or len(folded) < len(PREFIX) + 3:
        raise UnknownFormat("not a code of this city's stations")
    try:
        type = CodeType(folded[len(PREFIX)])
    except ValueError:
        raise UnknownType("a code of a type that is not known here") from None
    return _checked(type, folded[len(PREFIX) + 1 :])


def parse_typed(text: str, type: CodeType) -> Code:
    """The code of a known type as typed from below a damaged picture: id and check character, or the full form.

    Raises: UnknownFormat, UnknownType (a full code of another type) or WrongCheck.
    """
    folded = _folded(text)
    if len(folded) == type.length + 1:
        return _checked(type, folded)
    code = parse(text)
    if code.type is not type:
        raise UnknownType("a code of another type than asked for")
    return code


def parse_receipt(text: str) -> Code:
    """The receipt a visitor typed as two groups of four, such as `K7M4 29PX`, or scanned.

    Raises: UnknownFormat, UnknownType or WrongCheck.
    """
    return parse_typed(text, CodeType.RECEIPT)


def format_receipt(code: Code) -> str:
    """A receipt as it is shown and said: seven characters and the check in two groups of four, `K7M4 29PX`.

    Raises: UnknownType if `code` is no receipt.
    """
    if code.type is not CodeType.RECEIPT:
        raise UnknownType("only receipts are written in two groups of four")
    eight = code.id + code.check
    return f"{eight[:4]} {eight[4:]}"


def new_pin(rng: Random) -> str:
    """A random PIN of four digits, never one that is tried first: 0000, 1212, 1234, 4321 and their like."""
    while True:
        pin = f"{rng.randrange(10_000):04d}"
        if not is_trivial_pin(pin):
            return pin


def is_trivial_pin(pin: str) -> bool:
    """Whether the digits are all the same, repeat in pairs, or run up or down by one."""
    steps = {int(after) - int(before) for before, after in pairwise(pin)}
    return pin[:2] == pin[2:] or steps in ({1}, {-1})


def _checked(type: CodeType, rest: str) -> Code:
    if type is not CodeType.RECEIPT:
        rest = rest.translate(_LOOKALIKES)
    id, check = rest[:-1], rest[-1:]
    if len(id) != type.length or any(one not in type.alphabet for one in rest):
        raise UnknownFormat("not of this type's length and alphabet")
    if check_character(id) != check:
        raise WrongCheck("the check character does not fit the id")
    return Code(type, id)


def _folded(text: str) -> str:
    """Upper case, half width, without separators. A scanner's line end is dropped, other controls are refused."""
    if len(text) > MAX_TEXT:
        raise UnknownFormat("longer than any code")
    text = text.strip(_SCANNER_ENDINGS)
    if any(unicodedata.category(one) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp") for one in text):
        raise UnknownFormat("control or direction characters are in no code")
    half = _SEPARATORS.sub("", text.translate(_FULL_WIDTH))
    if not half.isascii():
        raise UnknownFormat("characters that no code has")
    return half.upper()
