"""Checks of films: captions that can be read in time and in their room, and lengths that are true.

That caption files are whole and agree is refused when they are read (`content.captions`); that every file is there is
for `media_files` to say.
"""

from __future__ import annotations

from pathlib import Path

from content.captions import CaptionProblem, parse
from content.checks.finding import Found, Part, Stock
from content.films import NoFilm, read_head
from content.media import FOLDER, path_of
from content.schema import Exhibit, Exhibition, FilmBlock, FilmCue
from content.walk import Way

#: Two lines of large text over a film: characters of zh-Hans, letters of English (a test renders them).
CAPTION_LENGTH, CAPTION_LETTERS = 34, 60
#: What is read in a second without hurry.
_CHARACTERS_A_SECOND, _LETTERS_A_SECOND = 9.0, 20.0
_LEAST_MS = 800


def captions(part: Part, exhibition: Exhibition, stock: Stock) -> Found:
    """Every film has captions; each fits in two lines and stands long enough to be read."""
    for way, film in _films(part):
        if not film.cues:
            cure = "put both files beside the exhibit, in media/, with the same cues at the same times"
            yield (*way, "captions_zh"), "the film has no captions", cure
        for n, cue in enumerate(film.cues):
            yield from _cue((*way, "cues", n), cue, film.seconds)


def film_lengths(part: Part, exhibition: Exhibition, stock: Stock) -> Found:
    """A film is as long, and as silent, as it is said to be. Left out where the folder isn't known."""
    if part.beside is None:
        return
    for way, film in _films(part):
        for name in ("file", "contrast", "sign"):
            file = getattr(film, name)
            try:
                head = read_head(part.beside / FOLDER / file) if file else None
            except (OSError, NoFilm):  # for `media_files` to say
                continue
            if head is None:
                continue
            if abs(head.seconds - film.seconds) > 1:
                message = f"{file} is {head.seconds:.1f} seconds long, not {film.seconds}"
                yield (*way, name), message, "correct `seconds`"
            if name != "sign" and head.sound != film.sound:
                heard = "something is heard" if head.sound else "nothing is heard"
                yield (*way, "sound"), f"{heard} in {file}", f"write `sound: {str(head.sound).lower()}`"


def place_of_cue(exhibit: Exhibit, folder: Path, way: Way) -> tuple[str, int] | None:
    """The caption file and the line where something in `cues` is written; None for any other way."""
    if len(way) < 4 or way[0] != "blocks" or way[2] != "cues" or not isinstance(way[3], int):
        return None
    block = exhibit.blocks[int(way[1])]
    if not isinstance(block, FilmBlock):
        return None
    path = path_of(exhibit.id, block.captions_en if way[-1] == "en" else block.captions_zh)
    try:
        return path, parse((folder / path).read_bytes())[way[3]].line
    except (OSError, CaptionProblem, IndexError):
        return path, 1


def _films(part: Part) -> list[tuple[Way, FilmBlock]]:
    if not isinstance(part.content, Exhibit):
        return []
    return [(("blocks", n), one) for n, one in enumerate(part.content.blocks) if isinstance(one, FilmBlock)]


def _cue(way: Way, cue: FilmCue, film_s: int) -> Found:
    length = cue.end_ms - cue.start_ms
    if cue.end_ms > (film_s + 1) * 1000:
        yield way, "it ends after the film", "correct its times"
    if length < _LEAST_MS:
        yield way, f"it stands for {length} ms", f"give it {_LEAST_MS} ms or more"
    for language, said, most, rate in (
        ("zh-Hans", cue.words.zh_hans, CAPTION_LENGTH, _CHARACTERS_A_SECOND),
        ("en", cue.words.en or "", CAPTION_LETTERS, _LETTERS_A_SECOND),
    ):
        if len(said) > most:
            cure = "shorten it, or make two cues of it"
            yield (*way, "words", language), f"{len(said)} characters do not fit in two lines, at most {most}", cure
        elif len(said) * 1000 > rate * length:
            cure = "give it more time, or shorten it"
            yield (*way, "words", language), f"{len(said)} characters in {length / 1000:.1f} s are too fast", cure
