"""Codes: ISO/IEC 7064 MOD 37-2 (GB/T 17710-2008), domain.md A9, design/guide.md (receipts)."""

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.civics.codes import (
    _VALUES,
    BASE32,
    RECEIPT_ALPHABET,
    Code,
    CodeError,
    CodeType,
    UnknownFormat,
    UnknownType,
    WrongCheck,
    check_character,
    format_receipt,
    is_trivial_pin,
    new_code,
    new_pin,
    parse,
    parse_receipt,
    parse_typed,
)

TYPES = st.sampled_from(list(CodeType))
SEEDS = st.integers(0, 2**32)


def code_of(type: CodeType, seed: int) -> Code:
    return new_code(type, random.Random(seed))


def test_the_check_character_is_that_of_the_standard():
    # Published example of MOD 37-2 (blood donation numbers, ISBT 128, use it)
    assert check_character("G123489654321") == "Y"


@given(st.text(alphabet="0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=1, max_size=12))
def test_the_weighted_sum_with_the_check_is_one_modulo_37(text):
    # ISO/IEC 7064 clause 7: the sum of value x 2^position, the check at position 0, is congruent to 1
    values = [_VALUES.index(one) for one in text + check_character(text)]
    assert sum(value * 2**position for position, value in enumerate(reversed(values))) % 37 == 1


@pytest.mark.parametrize("text", ["a", "Ä", "*", "0 1"])
def test_a_check_character_is_defined_over_digits_and_capitals_only(text):
    with pytest.raises(UnknownFormat):
        check_character(text)


@given(TYPES, SEEDS)
def test_what_is_printed_is_read_back(type, seed):
    code = code_of(type, seed)
    assert re.fullmatch(r"BY1\.[DSALRPW]\.[0-9A-Z]{7,9}\.[0-9A-Z]", code.text)
    assert parse(code.text) == code


@given(TYPES, SEEDS)
def test_no_letter_that_looks_like_another_is_ever_printed(type, seed):
    code = code_of(type, seed)
    forbidden = "ILO01*" if type is CodeType.RECEIPT else "ILOU*"
    assert not set(code.id + code.check) & set(forbidden)
    assert len(code.id) == (7 if type is CodeType.RECEIPT else 9)


@given(TYPES, SEEDS, st.data())
def test_every_single_substitution_is_refused(type, seed, data):
    code = code_of(type, seed)
    body = code.id + code.check
    place = data.draw(st.integers(0, len(body) - 1))
    other = data.draw(st.sampled_from([one for one in type.alphabet if one != body[place]]))
    changed = body[:place] + other + body[place + 1 :]
    with pytest.raises(WrongCheck):
        parse(f"BY1.{type}.{changed[:-1]}.{changed[-1]}")


@given(TYPES, SEEDS, st.data())
def test_a_swapped_pair_is_refused(type, seed, data):
    code = code_of(type, seed)
    body = code.id + code.check
    place = data.draw(st.integers(0, len(body) - 2))
    swapped = body[:place] + body[place + 1] + body[place] + body[place + 2 :]
    if swapped != body:
        with pytest.raises(WrongCheck):
            parse(f"BY1.{type}.{swapped[:-1]}.{swapped[-1]}")


@given(SEEDS)
def test_a_code_is_read_however_it_is_typed(seed):
    code = code_of(CodeType.DEPUTY, seed)
    wide = "".join(chr(ord(one) + 0xFEE0) for one in code.text)
    for text in (
        code.text.lower(),
        f"  {code.text}\r\n",
        wide,
        code.text.replace(".", " - "),
        code.text.replace(".", "。"),
        code.text.replace(".", ""),
        code.text.replace("0", "O").replace(".D.", ".d."),
    ):
        assert parse(text) == code


@given(SEEDS)
def test_a_receipt_is_two_groups_of_four(seed):
    code = code_of(CodeType.RECEIPT, seed)
    shown = format_receipt(code)
    assert re.fullmatch(f"[{RECEIPT_ALPHABET}]{{4}} [{RECEIPT_ALPHABET}]{{4}}", shown)
    for text in (shown, shown.lower(), shown.replace(" ", "-"), shown.replace(" ", "\u3000"), code.text):
        assert parse_receipt(text) == code


def test_a_receipt_that_begins_like_a_full_code_is_still_a_receipt():
    ids = (f"BY{a}{b}{c}AA" for a in "23456" for b in "ABCD" for c in "ABC")
    id = next(one for one in ids if check_character(one) in RECEIPT_ALPHABET)
    code = Code(CodeType.RECEIPT, id)
    assert parse_receipt(format_receipt(code)) == code


def test_a_typed_deputy_code_needs_no_prefix():
    code = code_of(CodeType.DEPUTY, 7)
    assert parse_typed(f"{code.id} {code.check}", CodeType.DEPUTY) == code
    assert parse_typed(code.text, CodeType.DEPUTY) == code


def test_a_typed_id_that_begins_with_by1_is_not_mistaken_for_a_prefix():
    rng = random.Random(3)
    ids = ("BY1" + "".join(rng.choice(BASE32) for _ in range(6)) for _ in range(50))
    id = next(one for one in ids if check_character(one) in BASE32)
    assert parse_typed(id + check_character(id), CodeType.DEPUTY).id == id


def test_a_receipt_is_no_deputy():
    with pytest.raises(UnknownType):
        parse_typed(code_of(CodeType.RECEIPT, 1).text, CodeType.DEPUTY)
    with pytest.raises(UnknownType):
        format_receipt(code_of(CodeType.DEPUTY, 1))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "BY1",
        "BY1.D",
        "BY2.D.ABCDEFGHJ.K",
        "https://example.org/BY1.D.ABCDEFGHJ.K",
        "weixin://dl/business?t=abc",
        "BY1.D.ABC.D",
        "BY1.D.ABCDEFGHJKMNPQ.K",
        "BY1.D.ABCDEFGH*.K",
        "BY1.R.ABCDEF0.K",
        "BY1.D.ABC\u202eDEFGHJ.K",
        "BY1.D.ABC\u200bDEFGHJ.K",
        "BY1.D.ABC\x00DEFGHJ.K",
        "BY1.D.ABC\nDEFGHJ.K",
        "BY1.D.ÀBCDEFGHJ.K",
        "B" * 65,
        "🎉",
    ],
)
def test_what_is_not_ours_is_calmly_unknown(text):
    with pytest.raises(UnknownFormat):
        parse(text)


def test_a_type_of_the_future_is_told_apart():
    with pytest.raises(UnknownType):
        parse("BY1.Z.ABCDEFGHJ.K")


@given(st.text(min_size=4, max_size=80))
def test_any_other_text_is_a_code_error_that_does_not_repeat_it(text):
    with pytest.raises(CodeError) as caught:
        parse(text)
    assert text not in str(caught.value)


def test_an_id_whose_check_cannot_be_printed_is_never_issued():
    rng = random.Random(11)
    unprintable = next(
        id
        for id in ("".join(rng.choice(BASE32) for _ in range(9)) for _ in range(500))
        if check_character(id) not in BASE32
    )
    with pytest.raises(UnknownFormat):
        Code(CodeType.DEPUTY, unprintable)


@given(SEEDS)
def test_a_pin_is_four_digits_and_not_the_first_guess(seed):
    pin = new_pin(random.Random(seed))
    assert re.fullmatch(r"[0-9]{4}", pin)
    assert pin not in ("0000", "1234", "4321", "1212", "9999", "0123")


@pytest.mark.parametrize("pin", ["0000", "7777", "1234", "0123", "9876", "4545"])
def test_what_is_guessed_first_is_trivial(pin):
    assert is_trivial_pin(pin)


@pytest.mark.parametrize("pin", ["1357", "2580", "1243", "9012", "1231"])
def test_other_digits_are_not_trivial(pin):
    assert not is_trivial_pin(pin)


def test_a_trivial_draw_is_drawn_again():
    class Fixed(random.Random):
        draws = iter([0, 1234, 8042])

        def randrange(self, *_):  # type: ignore[override]
            return next(self.draws)

    assert new_pin(Fixed()) == "8042"
