"""How a text is read aloud: cut into clauses, each said in one breath and marked on the glass while it is.

Owns the cut and the names of recorded readings. Leaves to others: numbers (`content.numerals`), who reads (`media`),
which texts are recorded (`content.narration`).
"""

from __future__ import annotations

import hashlib
import itertools
import re
from typing import Final

#: Who reads the recorded narration. A person's reading goes before a machine's.
PERSON: Final = "person"
#: What stands behind words that a language pack does not have, in which language they are shown.
IN_ENGLISH: Final = " [EN]"
IN_CHINESE: Final = " [中文]"
_NEURAL: Final = {"zh-Hans": "zf_xiaobei", "en": "af_heart"}

_CLOSING = "”’」』）》)\"'"
_ENDS = re.compile(rf"(?:[，。！？；：…\n]+|——+|[,.;:!?]+(?=[{_CLOSING}]*(?:\s|$)))[{_CLOSING}]*\s*")
_PAUSES = re.compile(rf"[、]|\s[-–—]\s|(?<=[{_CLOSING}])(?=[^\W\d_])")
_SHORTEST, _LONGEST = 5, 34  # Chinese characters; a Latin letter counts a third
_ENGLISH = 4  # letters; fewer on a Chinese page are a name such as QR
_HAN, _LETTER = re.compile("[㐀-鿿]"), re.compile("[A-Za-z]")
_LATIN = re.compile(r"[\x00-\x7f]")


def clauses(text: str) -> tuple[tuple[int, int], ...]:
    """Where each clause begins and ends; together they are the whole text. None for a text without words."""
    cut = _cut(text, _ENDS)
    fine: list[tuple[int, int]] = []
    for start, end in cut:
        if _length(text[start:end]) > _LONGEST:
            fine += [(start + a, start + b) for a, b in _cut(text[start:end], _PAUSES)]
        else:
            fine.append((start, end))
    return tuple(_joined(text, fine))


def stops(text: str) -> int:
    """How many stretches its stops divide a text into."""
    return len(_cut(text, _ENDS))


def written_part(written: str, said: str, start: int, end: int) -> tuple[int, int]:
    """The part of what is written that a clause of what is said stands for.

    The two are put side by side by their stops; all of it where they have not the same number of them.
    """
    if written == said:
        return start, end
    here, there = _cut(written, _ENDS), _cut(said, _ENDS)
    touched = [index for index, (a, b) in enumerate(there) if a < end and start < b]
    if len(here) != len(there) or not touched:
        return 0, len(written)
    return here[touched[0]][0], here[touched[-1]][1]


def language_of(text: str, language: str) -> str:
    """The language to read a line in: a page may show a line of the other one."""
    for mark, shown in ((IN_ENGLISH, "en"), (IN_CHINESE, "zh-Hans")):
        if text.rstrip().endswith(mark.strip()):
            return shown
    chinese, letters = len(_HAN.findall(text)), len(_LETTER.findall(text))
    if language not in ("en", "zh-Hans", "zh-Hant"):  # a pack's: its own letters may be Latin ones
        others = sum(c.isalpha() for c in text) - chinese - letters
        return "zh-Hans" if chinese > letters + others else language
    if language == "en":
        return "zh-Hans" if chinese > letters else "en"
    return "en" if not chinese and letters >= _ENGLISH else language


def voice_for(language: str) -> str:
    """The neural voice that reads a language."""
    return _NEURAL["en" if language == "en" else "zh-Hans"]


def name_of(language: str, text: str, voice: str) -> str:
    """The name of the recording of a text: the same words in the same voice are recorded once."""
    heard = "en" if language == "en" else "zh"
    return hashlib.sha256("\0".join((heard, voice, text)).encode()).hexdigest()[:32]


def _cut(text: str, ends: re.Pattern[str]) -> list[tuple[int, int]]:
    edges = [0, *(found.end() for found in ends.finditer(text)), len(text)]
    return [(a, b) for a, b in itertools.pairwise(edges) if a < b]


def _joined(text: str, parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Scraps too short to be said alone go with what follows, the last with what came before."""
    joined: list[tuple[int, int]] = []
    start = 0
    for index, (_, end) in enumerate(parts):
        last = index == len(parts) - 1
        short = _length(text[start:end]) < _SHORTEST
        if short and last and joined:
            joined[-1] = (joined[-1][0], end)
        elif not short or last or text[end - 1] == "\n":
            joined.append((start, end))
            start = end
    return [one for one in joined if text[one[0] : one[1]].strip()]


def _length(text: str) -> float:
    latin = len(_LATIN.findall(text))
    return len(text) - latin + latin / 3
