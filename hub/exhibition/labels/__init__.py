"""The Chinese words of the forms: names of fields, records, kinds and choices, and of the schema's own rules.

Owns wording only; it stands in `wording.json`, and in `rules` what needs a pattern. What has no entry shows its English
name, so a new field of the schema is editable the day it is added; a test lists what still lacks a name.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from pydantic import BaseModel

from hub.exhibition.labels.rules import RULES

_WORDING: Final[Mapping[str, Mapping[str, str]]] = json.loads(
    Path(__file__).with_name("wording.json").read_text("utf-8")
)
RECORDS = _WORDING["records"]
FIELDS = _WORDING["fields"]
IN_RECORD = _WORDING["in_record"]
"""Of fields whose name means something else in one record: `Record.field`."""
CHOICES = _WORDING["choices"]
HELP = _WORDING["help"]
"""By the field's description in the schema."""


def label_of(model: type[BaseModel], field: str) -> str:
    """The Chinese name of a field; its own name with spaces when it has none yet."""
    return IN_RECORD.get(f"{model.__name__}.{field}") or FIELDS.get(field) or field.replace("_", " ")


def name_of(model: type[BaseModel]) -> str:
    """The Chinese name of a record; its class name when it has none yet."""
    return RECORDS.get(model.__name__, model.__name__)


def choice_of(value: str) -> str:
    """The Chinese name of a choice; the value itself when it has none yet."""
    return CHOICES.get(value, value)


def help_of(description: str) -> str:
    """The Chinese form of a field's description; the description itself when it has none yet."""
    return HELP.get(description, description)


def sentence_of_rule(message: str) -> str:
    """The Chinese form of a rule the schema states in code."""
    for pattern, sentence in RULES:
        if found := pattern.search(message):
            return sentence.format(*found.groups())
    return f"内容不合要求：{message}"
