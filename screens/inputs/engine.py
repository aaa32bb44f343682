"""What a pinyin engine promises, and which one this station has.

Owns the port, the choice between engines and the reading of the lexicon. Leaves to others: each engine (`_libime`,
`_rime`, `_letters`), loading while the first screen is already shown (`_deferred`), what a key does (`model`).

No engine learns from visitors or writes what they type anywhere: personal data exists in memory only (house rule 6).
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Literal, Protocol

EngineKind = Literal["libime", "librime", "letters"]
Lexicon = tuple[tuple[str, str], ...]

LONGEST_PINYIN = 60
LEXICON = Path(__file__).with_name("lexicon.tsv")
RARE = Path(__file__).with_name("rare.tsv")


class EngineUnavailableError(Exception):
    """This engine can't run here; the message says what is missing."""


class PinyinEngine(Protocol):
    """One composing pinyin. Every call takes a few milliseconds at most and belongs to the interface's thread.

    `kind` and `reason` are for `kiosk doctor`.
    """

    @property
    def kind(self) -> EngineKind:
        """Which engine this is."""

    @property
    def reason(self) -> str:
        """Why not a better one; empty for the best."""

    def type(self, letters: str) -> bool:
        """Add letters a-z or the syllable mark '. False, and nothing changes, where they can't be added."""

    def backspace(self) -> bool:
        """Take back the last letter, or the last choice. False when nothing is being composed."""

    def preedit(self) -> str:
        """What is being composed: words already chosen, then the open pinyin cut into syllables. Empty when idle."""

    def letters(self) -> str:
        """What is being composed, the open part exactly as it was typed."""

    def candidates(self, most: int) -> tuple[str, ...]:
        """Up to `most` readings, best first; the first covers the whole pinyin where the engine can."""

    def choose(self, index: int) -> str:
        """Take a candidate. Returns the whole text once no pinyin is open, else "" and the rest goes on composing.

        Raises: IndexError where there is no such candidate.
        """

    def suggest(self, most: int) -> tuple[str, ...]:
        """Words likely to come next, after what was chosen in this sentence. Empty while composing."""

    def follow(self, word: str) -> None:
        """`word` was put in without pinyin (a suggestion was taken): the next suggestions follow it."""

    def break_off(self) -> None:
        """The sentence ended or the caret went elsewhere: suggestions start afresh."""

    def clear(self) -> None:
        """Drop what is being composed."""

    def new_visitor(self) -> None:
        """Forget everything of this visitor."""

    def close(self) -> None:
        """Give back memory and files. The engine is not used afterwards."""


def read_lexicon(file: Path = LEXICON) -> Lexicon:
    """Pairs of pinyin (syllables parted by ') and word, from lines `pinyin<TAB>word`; # starts a comment line.

    Raises: ValueError for a line of another shape, naming file and line.
    """
    pairs: list[tuple[str, str]] = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        pinyin, tab, word = line.partition("\t")
        if not tab or not word or not pinyin.replace("'", "").isalpha() or not pinyin.islower():
            raise ValueError(f"{file}:{number}: expected pinyin, a tab and a word, found {line!r}")
        pairs.append((pinyin, word))
    return tuple(pairs)


def open_engine(
    lexicon: Iterable[tuple[str, str]] = (),
    shim: Path | None = None,
    rime_data: Path | None = None,
    *,
    southern: bool = True,
) -> PinyinEngine:
    """The best engine of this station: libime, else librime, else Latin letters only. Never raises for a missing one.

    `shim` is the library made by native/build.sh, `rime_data` the folder of librime's dictionaries; None means the
    usual places. `southern`: z and zh, n and l, in and ing and their like may stand for each other. Takes 0.3 to 1 s.
    """
    from screens.inputs._letters import LettersEngine
    from screens.inputs._libime import LibimeEngine
    from screens.inputs._rime import RimeEngine

    words = tuple(lexicon)
    try:
        return LibimeEngine(words, shim, southern=southern, rare=read_lexicon(RARE))
    except EngineUnavailableError as error:
        without_libime = f"libime: {error}"
    try:
        return RimeEngine(words, rime_data, reason=without_libime, southern=southern)
    except EngineUnavailableError as error:
        return LettersEngine(reason=f"{without_libime}; librime: {error}")
