"""Recorded narration: which texts of an exhibition are read aloud beforehand, and where each recording lies.

Owns the order (what a visitor hears first comes first) and the logical paths: a recording is named after the words
and the voice, so that a changed text can't be read in its old words, and lies in the section of its exhibit. Leaves to
others: making it (`media.narrate`), playing it (`media`), sending it (`content.bundle`, `sync`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from content.aloud import PERSON, clauses, name_of, voice_for
from content.language import Language, is_translated, say, spoken
from content.schema import BlockBase, Exhibit, Exhibition, FilmCue, Words
from content.walk import models

FOLDER: Final = "voice"
ENDING: Final = "opus"
LANGUAGES: Final[tuple[Language, ...]] = ("zh-Hans", "en")
MAX_BYTES: Final = 1 << 20


@dataclass(frozen=True)
class Reading:
    """One text to be recorded: for which exhibit, in which language, its words as they are said."""

    exhibit: str
    language: Language
    text: str

    def path(self, voice: str = "") -> str:
        """The logical path of its recording in a voice; without one, of the neural voice of its language."""
        return path_of(self.exhibit, name_of(self.language, self.text, voice or voice_for(self.language)))


def path_of(exhibit: str, name: str) -> str:
    """The logical path of a recording."""
    return f"exhibits/{exhibit}/{FOLDER}/{name}.{ENDING}"


def wanted(exhibition: Exhibition) -> tuple[Reading, ...]:
    """Every text worth recording: gists first, hints and titles, what is done first, then all else."""
    rounds = (_gists, _openings, _doing, _texts)
    found = (
        Reading(one.id, language, spoken(words, language))
        for pick in rounds
        for language in LANGUAGES
        for one in exhibition.exhibits
        for words in pick(one)
        if is_translated(words, language)
    )
    return tuple(dict.fromkeys(one for one in found if clauses(one.text)))


def recorded(exhibition: Exhibition, has: Callable[[str], bool]) -> tuple[str, ...]:
    """The logical paths of the recordings that belong to this exhibition, a person's before the neural voice's."""
    paths = (path for one in wanted(exhibition) for path in (one.path(PERSON), one.path()) if has(path))
    return tuple(dict.fromkeys(paths))


def outdated(exhibition: Exhibition, folder: Path) -> tuple[Path, ...]:
    """The recordings in an authors' folder of words that stand in no text any more, or not in that exhibit."""
    current = {path for one in wanted(exhibition) for path in (one.path(PERSON), one.path())}
    files = sorted(folder.glob(f"exhibits/*/{FOLDER}/*.{ENDING}"))
    return tuple(one for one in files if one.relative_to(folder).as_posix() not in current)


def find(media: Callable[[str], Path | None], exhibits: Iterable[str], language: str, text: str) -> Path | None:
    """Where a recording of these words lies, whichever exhibit they were recorded for."""
    known = tuple(exhibits)
    for voice in (PERSON, voice_for(language)):
        name = name_of(language, text, voice)
        for exhibit in known:
            file = media(path_of(exhibit, name))
            if file is not None:
                return file
    return None


def spoken_forms(exhibition: Exhibition, language: str) -> dict[str, str]:
    """What is read aloud for each text that is read otherwise than it is written, Traditional characters included."""
    parts = (getattr(exhibition, name) for name in Exhibition.model_fields if name != "directory")
    found = (words for part in parts for _, words in models(part) if isinstance(words, Words))
    forms = {say(words, language): _heard(words, language) for words in found}
    return {written: heard for written, heard in forms.items() if heard != written}


def _heard(words: Words, language: str) -> str:
    """Traditional characters are read as the Simplified text is: the same sounds, and recorded once."""
    if language == "zh-Hant" and "zh-Hant" not in (words.spoken or {}):
        return spoken(words, "zh-Hans")
    return spoken(words, language)


def _gists(exhibit: Exhibit) -> Iterator[Words]:
    yield exhibit.gist


def _openings(exhibit: Exhibit) -> Iterator[Words]:
    yield from (exhibit.title, exhibit.subtitle)
    for block in exhibit.blocks:
        if isinstance(block, BlockBase):
            yield from (one for one in (block.title, block.subtitle, block.hint) if one is not None)


def _doing(exhibit: Exhibit) -> Iterator[Words]:
    """What the exhibit lets a visitor do first."""
    return _words(exhibit.blocks[0])


def _texts(exhibit: Exhibit) -> Iterator[Words]:
    return _words(exhibit)


def _words(value: object) -> Iterator[Words]:
    """All of them but what is said in films: captions are for eyes; a film that can't be played tells all at once."""
    inside = {id(one.words) for _, one in models(value) if isinstance(one, FilmCue)}
    return (one for _, one in models(value) if isinstance(one, Words) and id(one) not in inside)
