"""A text as it is searched, and how well a query fits it.

Owns the keys (characters, syllables run together, initials, English words run together) and the order of fits. Leaves
to others: which texts there are and what they open (`content.texts`), how characters are read (`content.readings`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from content.readings import fold, readings
from content.schema import Words

_WORD = re.compile(r"[a-z0-9]+")
_INITIALS_IN_TEXT = 4  # fewer are found in every text by chance
_SHORT_TEXT = 400  # characters; below that, once is once


class Fit(IntEnum):
    """Where a query was found, the best first. A heading that stands over several pages names none of them."""

    TITLE = 0
    BEGINNING = 1
    WITHIN = 2
    UNFINISHED = 3  # the title's word goes on: `vot`
    INITIALS = 4
    TEXT = 5
    TEXT_INITIALS = 6
    COMMON_HEADING = 7


@dataclass(frozen=True, slots=True)
class Run:
    """Syllables or words without the spaces between them, and where each begins."""

    text: str
    starts: frozenset[int]

    def places(self, query: str) -> Iterator[tuple[int, bool]]:
        """Where the query begins with a syllable or word, and whether it ends with one."""
        at = self.text.find(query)
        while at >= 0:
            if at in self.starts:
                end = at + len(query)
                yield at, end in self.starts or self.text[end : end + 1] in ("", "\n")
            at = self.text.find(query, at + 1)


@dataclass(frozen=True, slots=True)
class Keys:
    """One text in every way in which it may be typed."""

    characters: str
    initials: str
    runs: tuple[Run, ...]

    def in_title(self, query: str) -> tuple[Fit, float] | None:
        """The fit, and the share of the title that was not typed."""
        best: tuple[Fit, float] | None = None
        for run in (Run(self.characters, frozenset(range(len(self.characters)))), *self.runs):
            for at, ends in run.places(query):
                fit = Fit.WITHIN if at else Fit.TITLE if run.text == query else Fit.BEGINNING
                found = (fit if ends else Fit.UNFINISHED, _untyped(query, run.text))
                best = min(best, found) if best else found
        if best is None and query in self.initials:
            return Fit.INITIALS, _untyped(query, self.initials) + (self.initials.find(query) > 0)
        return best

    def in_text(self, query: str) -> tuple[Fit, float] | None:
        """The fit, and how rarely the query stands there: whoever says it often in few words is about it."""
        finished = [ends for run in self.runs for _, ends in run.places(query)]
        often = finished.count(True) + self.characters.count(query) + 0.1 * finished.count(False)
        fit = Fit.TEXT
        if not often and len(query) >= _INITIALS_IN_TEXT:
            fit, often = Fit.TEXT_INITIALS, self.initials.count(query)
        return (fit, -often / (_SHORT_TEXT + len(self.characters))) if often else None


def keys(texts: list[Words]) -> Keys:
    """The keys of these texts together; nothing is found across the end of one."""
    chinese = "\n".join(one.zh_hans for one in texts)
    syllables = [read if read.isalnum() and read.isascii() else character for character, read in _read(chinese)]
    english = "\n".join(fold(one.en or "") for one in texts)
    words = [part for line in english.split("\n") for part in (*_WORD.findall(line), "\n")]
    return Keys(chinese.rstrip("\n"), "".join(one[0] for one in syllables).rstrip("\n"), (_run(syllables), _run(words)))


def _run(parts: list[str]) -> Run:
    starts, length = [], 0
    for part in parts:
        starts.append(length)
        length += len(part)
    return Run("".join(parts).rstrip("\n"), frozenset(starts))


def _read(text: str) -> Iterator[tuple[str, str]]:
    for line in text.split("\n"):
        for character, syllables in readings(line):
            yield character, syllables[0]
        yield "\n", "\n"


def _untyped(query: str, title: str) -> float:
    return 1 - len(query) / max(1, len(title))
