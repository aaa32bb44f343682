"""What is typed in the mailbox: one field for each stage that has one."""

from __future__ import annotations

from screens.inputs.fields import FieldSpec
from screens.mailbox.state import CODE_LENGTH, PHONE_DIGITS, PIN_DIGITS, Stage
from screens.strings import Language

WORDS = 300


def field_of(stage: Stage, language: Language) -> FieldSpec | None:
    """The field of a stage of the letter; None where nothing is typed."""
    if stage == "words":
        return FieldSpec("mailbox.words", "sentence", WORDS, language)
    if stage == "name":
        return FieldSpec("mailbox.name", "name", 0, language)
    if stage == "phone":
        return FieldSpec("mailbox.phone", "phone", PHONE_DIGITS, language)
    return None


def track_field(asks: str, language: Language) -> FieldSpec:
    """The two fields of the look-up; the PIN is shown as discs."""
    if asks == "pin":
        return FieldSpec("mailbox.pin", "digits", PIN_DIGITS, language, secret=True)
    return FieldSpec("mailbox.code", "code", CODE_LENGTH, language)
