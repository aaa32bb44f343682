"""Lints of content: what a person would have to look for before publishing, with the place and the cure.

Owns which checks there are. They find, they never change; what is only a matter of form is refused earlier
(`content.authoring`). Leaves to others: what drawings and letters a station has (passed in as `Stock`), and judgement.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from content.authoring import EXHIBIT_FILE, TOURS
from content.checks.aloud import spoken_forms
from content.checks.answers import answers
from content.checks.counts import bare_numbers, bars, numbers
from content.checks.drawings import drawings_exist, emblems
from content.checks.films import captions, film_lengths, place_of_cue
from content.checks.finding import Check, Finding, Part, Stock
from content.checks.maps import maps
from content.checks.media import descriptions, media_files
from content.checks.names import names
from content.checks.references import references
from content.checks.translations import english_is_current
from content.checks.wording import characters, english, forms, glyphs, length, sources
from content.marks import YamlProblem, parse
from content.schema import Exhibition

__all__ = ["CHECKS", "OF_PEOPLE", "Check", "Finding", "Part", "Stock", "check_exhibition"]

CHECKS: tuple[Check, ...] = (
    sources, numbers, bare_numbers, bars, length, english, characters, forms, drawings_exist, emblems, maps,
    descriptions, media_files, captions, film_lengths, references, glyphs, answers, spoken_forms,
    english_is_current,
)  # fmt: skip
OF_PEOPLE: tuple[Check, ...] = (names,)
"""Those of the directory: thousands of people, whom nobody wrote texts about."""


def check_exhibition(
    exhibition: Exhibition,
    folder: Path | None = None,
    stock: Stock | None = None,
    file: str = "",
    checks: tuple[Check, ...] = CHECKS,
) -> list[Finding]:
    """Everything there is to put right before publishing; of one file of it, where that is named, by some checks.

    With the authors' `folder` findings carry file and line; without it (on the hub) the published file and the way.
    Checks that need to know what the station has are left out where `stock` does not say.
    """
    stock = stock or Stock()
    found = [
        Finding(check.__name__, part.file, way, None, message, cure)
        for part in _parts(exhibition, folder)
        if file in ("", part.file)
        for check in (OF_PEOPLE if part.content is exhibition.directory else checks)
        for way, message, cure in check(part, exhibition, stock)
    ]
    return _with_lines(_in_captions(found, exhibition, folder), folder) if folder else found


def _parts(exhibition: Exhibition, folder: Path | None) -> Iterator[Part]:
    ending = "yaml" if folder else "json"
    yield Part(f"home.{ending}", exhibition.home, ())
    yield Part(f"mailbox.{ending}", exhibition.mailbox, ())
    yield Part(f"sources.{ending}", exhibition.sources, ())
    yield Part(f"glossary.{ending}", exhibition.glossary, ())
    if exhibition.quiz:
        yield Part(f"quiz.{ending}", exhibition.quiz, ())
    if exhibition.answers:
        yield Part(f"answers.{ending}", exhibition.answers, ())
    if exhibition.tours and not folder:
        yield Part("tours.json", exhibition.tours, ())
    for tour in exhibition.tours if folder else ():
        yield Part(f"{TOURS}/{tour.id}.yaml", tour, ())
    yield Part("directory.json", exhibition.directory, ())
    for one in exhibition.exhibits:
        base = f"exhibits/{one.id}"
        media = tuple(sorted((folder / base / "media").rglob("*"))) if folder else ()
        beside = folder / base if folder else None
        yield Part(f"{base}/{EXHIBIT_FILE}" if folder else f"{base}/exhibit.json", one, media, beside)


def _in_captions(found: list[Finding], exhibition: Exhibition, folder: Path) -> list[Finding]:
    """What is wrong with a cue stands in a caption file."""
    exhibits = {f"exhibits/{one.id}/{EXHIBIT_FILE}": one for one in exhibition.exhibits}
    placed = []
    for one in found:
        exhibit = exhibits.get(one.file)
        place = place_of_cue(exhibit, folder, one.way) if exhibit else None
        placed.append(replace(one, file=place[0], line=place[1]) if place else one)
    return placed


def _with_lines(found: list[Finding], folder: Path) -> list[Finding]:
    lines = {}
    for file in {one.file for one in found if one.line is None}:
        try:
            lines[file] = parse((folder / file).read_text("utf-8"))
        except (OSError, YamlProblem):
            continue
    return [one.at(lines[one.file].line(one.way)) if one.file in lines else one for one in found]
