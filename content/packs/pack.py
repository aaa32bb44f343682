"""One compiled language pack, as a station reads it: who it is, and its words, read when the language is first used.

An interface word is found by its key and the Chinese it translates, a text of the exhibition by the Chinese and the
English that it was made from: a translation of older words is not found, so what is stale falls back by itself.
"""

from __future__ import annotations

import gettext
import hashlib
import io
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict, Field

PACK_VERSION: Final = 1
MANIFEST, WORDS, CONTENT = "pack.json", "words.mo", "content.json"
OWN: Final = frozenset({"zh-Hans", "zh-Hant", "en"})
TAG: Final = r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$"
HASH_LENGTH: Final = 12

Weight = Literal["regular", "bold"]
WEIGHTS: Final[tuple[Weight, ...]] = ("regular", "bold")


class PackError(ValueError):
    """A pack can't be used; the message is one sentence."""


class Manifest(BaseModel):
    """Who a pack is. `name` is what its readers call their language."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    version: int = Field(default=PACK_VERSION, ge=1, le=PACK_VERSION)
    tag: str = Field(pattern=TAG)
    name: str = Field(min_length=1, max_length=24)
    english: str = Field(min_length=1, max_length=40)
    script: str = Field(pattern=r"^[A-Z][a-z]{3}$")
    rtl: bool = False
    faces: tuple[Weight, ...] = ()


@dataclass(frozen=True)
class Face:
    """A face that a pack brings: its file, and the code points it draws as half-open ranges of 32 bits."""

    file: Path
    ranges: bytes = field(repr=False)


class Pack:
    """A pack. `read` gives one of its files by name."""

    def __init__(
        self, manifest: Manifest, read: Callable[[str], bytes], faces: Mapping[Weight, Face] | None = None
    ) -> None:
        self.manifest = manifest
        self.faces = dict(faces or {})
        self._read = read

    @property
    def tag(self) -> str:
        """Its language, as BCP 47 names it."""
        return self.manifest.tag

    def word(self, key: str, chinese: str, count: int | None = None) -> str | None:
        """An interface word in the form for `count`; None where it is missing or translates other Chinese words."""
        try:
            if count is not None:
                return self._words.npgettext(key, chinese, chinese, count)
        except LookupError:
            pass
        try:
            return self._words.pgettext(key, chinese)
        except LookupError:
            return None

    def text(self, chinese: str, english: str | None) -> str | None:
        """A text of the exhibition; None where it is missing or translates other Chinese words."""
        known = self._content.get(hashed(chinese))
        if not known:
            return None
        return known.get(hashed(english or "")) or next(iter(known.values()))

    @cached_property
    def _words(self) -> gettext.GNUTranslations:
        words = gettext.GNUTranslations(io.BytesIO(self._read(WORDS)))
        words.add_fallback(_Nothing())
        return words

    @cached_property
    def _content(self) -> dict[str, dict[str, str]]:
        """Hash of the Chinese -> hash of the English -> translation: the same Chinese may stand for two things."""
        found: dict[str, dict[str, str]] = {}
        for entry in json.loads(self._read(CONTENT)).values():
            found.setdefault(entry["of"], {}).setdefault(entry["en"], entry["text"])
        return found


class _Nothing(gettext.NullTranslations):
    """Says that a word is missing, where gettext would give the Chinese."""

    def pgettext(self, context: str, message: str) -> str:
        raise LookupError(context)

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        raise LookupError(context)


def hashed(text: str) -> str:
    """A text as content maps name it."""
    return hashlib.sha256(text.encode()).hexdigest()[:HASH_LENGTH]
