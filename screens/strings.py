"""The interface's own words, by key, in every language. Content's words come from the catalogue, not from here.

Each screen keeps its strings in its own `strings.json`; the shared ones lie beside this file. A key defined twice, or
without Chinese or English, is a mistake that the tests find.
"""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Literal

Language = Literal["zh-Hans", "zh-Hant", "en"]

#: Made at set-up from the Simplified strings (deploy/setup/traditional.py): key -> text.
TRADITIONAL = Path(__file__).parent / "traditional.json"


@lru_cache(maxsize=1)
def table() -> dict[str, dict[str, str]]:
    """Every string of the glass. Raises: ValueError when two files define one key."""
    merged: dict[str, dict[str, str]] = {}
    for file in sorted(Path(__file__).parent.rglob("strings.json")):
        for key, words in json.loads(file.read_text(encoding="utf-8")).items():
            if key in merged:
                raise ValueError(f"{file}: the key {key!r} is defined elsewhere too")
            merged[key] = words
    return merged


@lru_cache(maxsize=1)
def _traditional() -> dict[str, str]:
    """The strings in Traditional characters; none before set-up, and Simplified ones are shown."""
    try:
        made: dict[str, str] = json.loads(TRADITIONAL.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return made


def string(key: str, language: Language, **values: object) -> str:
    """The string `key` with its `{places}` filled. Raises: KeyError for an unknown key."""
    words = table()[key]
    text = words.get(language) or (_traditional().get(key) if language == "zh-Hant" else None) or words["zh-Hans"]
    return text.format(**values) if values else text
