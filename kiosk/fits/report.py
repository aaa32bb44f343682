"""What does not fit, told to who wrote it: which text of which file, in which variants, by how many characters.

Owns looking at parts of an exhibition, on as many processors as there are, and finding the text behind a label.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from content.catalog import Catalog
from content.checks import Part, Stock
from content.checks.names import names
from content.language import say
from content.schema import Exhibition, Words
from content.walk import Way, models
from kiosk.fits import cure
from kiosk.fits.laying import Clip, clipped, looks, name_of, ruler
from kiosk.fits.rooms import PARTS, PEOPLE, Plan
from kiosk.fits.walk import DIGITS, Room, Touch, at, offered, states, texts
from media.fonts import FACES, missing
from screens.look import Look
from screens.scene import Scene

LANGUAGES = ("zh-Hans", "en")
_TURNS = 4  # pages of a text that has more of them in one variant than in another
_FILES = ("home", "mailbox", "sources", "glossary", "quiz", "tours", "answers")


@dataclass(frozen=True)
class Unfit:
    """One text that is clipped somewhere. `file` and `way` say where it is written; empty: not in the content.

    `excess`: the characters to take away, None where that is not the cure. `looks`: the variants that clip it.
    """

    part: str
    file: str
    way: Way
    language: str
    text: str
    reason: str
    room: str
    touches: tuple[str, ...]
    looks: tuple[str, ...]
    excess: int | None


@dataclass(frozen=True)
class Report:
    """What was found in some parts, and how much was looked at: pictures laid out, texts seen of all that there are."""

    unfit: tuple[Unfit, ...]
    pictures: int
    seen: int
    of: int


def look_at(exhibition: Exhibition, parts: Iterable[str], plan: Plan, workers: int = 0) -> Report:
    """Lay out these parts. Each part and language is work of its own."""
    jobs = [(part, language) for part in parts for language in LANGUAGES]
    count = min(len(jobs), workers or os.cpu_count() or 1)
    if count < 2:
        catalog = Catalog(exhibition)
        return _together([_job(catalog, plan, *job) for job in jobs])
    fresh = multiprocessing.get_context("spawn")  # a process with threads must not fork: its locks may be held for ever
    with ProcessPoolExecutor(count, fresh, _begin, (exhibition, plan)) as pool:
        return _together(list(pool.map(_shared_job, jobs)))


_shared: dict[str, tuple[Catalog, Plan]] = {}


def _begin(exhibition: Exhibition, plan: Plan) -> None:
    _shared["work"] = (Catalog(exhibition), plan)


def _shared_job(job: tuple[str, str]) -> Report:
    catalog, plan = _shared["work"]
    return _job(catalog, plan, *job)


def _together(reports: list[Report]) -> Report:
    return Report(
        tuple(one for report in reports for one in report.unfit),
        sum(one.pictures for one in reports),
        sum(one.seen for one in reports),
        sum(one.of for one in reports),
    )


def _job(catalog: Catalog, plan: Plan, part: str, language: str) -> Report:
    variants = looks(_ruler(), language)
    clips: list[tuple[Clip, Look]] = []
    said: set[str] = set()
    pictures = 0
    for room in plan.rooms(catalog, part):
        for look, way, scene in _pictures(room, variants):
            pictures += 1
            said |= texts(scene) if look is variants[0] else set()
            for label, reason in clipped(scene, look):
                said_there = label.full or "".join(label.lines)
                clips.append((Clip(room.id, way, name_of(look), language, said_there, reason), look))
    written = [_bare(say(one, language)) for _, one in _words(_of_part(catalog.exhibition, part))]
    glass = "\n".join(map(_bare, said))
    seen = sum(1 for one in written if _digitless(one) in glass)
    found = (*_told(catalog, plan, part, clips), *undrawn(catalog.exhibition, part, language))
    return Report(found, pictures, seen, len(written))


def _pictures(room: Room, variants: list[Look]) -> Iterator[tuple[Look, tuple[Touch, ...], Scene]]:
    """Each state that says something new in the first variant, in all of them; where one has more pages, those too."""
    first = variants[0]
    for way, scene in list(states(room, first)):
        yield first, way, scene
        known = {id for id, _ in offered(scene)}
        state = at(room, way, first.variant.language).state
        for look in variants[1:]:
            yield from _paged(room, look, way, state, known, _TURNS)


def _paged(
    room: Room, look: Look, way: tuple[Touch, ...], state: Any, known: set[str], turns: int
) -> Iterator[tuple[Look, tuple[Touch, ...], Scene]]:
    scene = room.draw(state, look)
    yield look, way, scene
    for touch in offered(scene) if turns else ():
        if touch[0] not in known and "page" in touch[0] and not touch[0].endswith("prev"):
            further = (*way, touch)
            next_state = at(room, further, look.variant.language).state
            yield from _paged(room, look, further, next_state, known, turns - 1)
            break


def undrawn(exhibition: Exhibition, part: str, language: str) -> Iterator[Unfit]:
    """Texts with a character that one of the faces has no glyph for, and people's names likewise."""
    if part == PEOPLE:
        stock = Stock(missing=_missing)
        found = names(Part(part, exhibition.directory, ()), exhibition, stock) if language == LANGUAGES[0] else ()
        for way, message, _ in found:
            yield Unfit(part, PEOPLE, way, language, "", message, part, (), (), None)
        return
    for way, words in _words(_of_part(exhibition, part)):
        text = say(words, language)
        if odd := "".join(sorted(_missing(text))):
            place = (*way, "en" if language == "en" else "zh-Hans")
            file = part if part in PARTS else f"exhibits/{part}"
            yield Unfit(part, file, place, language, text, f"has {odd!r}, which no font can draw,", part, (), (), None)


def _missing(text: str) -> set[str]:
    return set().union(*(missing(face, text) for face in FACES.values()))


def _told(catalog: Catalog, plan: Plan, part: str, clips: list[tuple[Clip, Look]]) -> Iterator[Unfit]:
    """One for each text, by the variant that asks for the shortest."""
    by_text: dict[tuple[str, Way, str], list[tuple[Clip, Look]]] = {}
    for clip, look in clips:
        file, way = place_of(catalog.exhibition, part, clip)
        by_text.setdefault((file, way, "" if file else clip.text), []).append((clip, look))
    for (file, way, _), found in by_text.items():
        one_each = {clip.look: (clip, look) for clip, look in reversed(found)}
        tried = one_each.values() if file else ()
        lengths = [cure.excess(plan, catalog, part, file, way, clip, look) for clip, look in tried]
        known = [one for one in lengths if one is not None]
        clip = found[0][0]
        yield Unfit(
            part, file, way, clip.language, clip.text, clip.reason, clip.room, tuple(id for id, _ in clip.way),
            tuple(dict.fromkeys(one.look for one, _ in found)), max(known, default=None),
        )  # fmt: skip


def place_of(exhibition: Exhibition, part: str, clip: Clip) -> tuple[str, Way]:
    """File and way of the text that a label shows, whole or as a page of it; two empty ones when none is found."""
    shown = _bare(clip.text)
    best: tuple[int, str, Way] | None = None
    for file, value in _files(exhibition, part):
        for way, words in _words(value):
            written = _bare(say(words, clip.language))
            rank = _likeness(written, shown)
            if rank < 3 and len(written) > 1 and (best is None or rank < best[0]):
                best = (rank, file, (*way, "en" if clip.language == "en" else "zh-Hans"))
        if best is not None and best[0] < 2:
            break
    return (best[1], best[2]) if best else ("", ())


def _likeness(written: str, shown: str) -> int:
    """0: the same; 1: a page of it is shown; 2: it is most of what is shown; 3: neither."""
    if written == shown:
        return 0
    if len(shown) > 3 and shown in written:
        return 1
    return 2 if written in shown and 2 * len(written) > len(shown) else 3


def _files(exhibition: Exhibition, part: str) -> Iterator[tuple[str, Any]]:
    """The part's own file first: another may say the same."""
    own = part if part in PARTS else f"exhibits/{part}"
    yield own, _of_part(exhibition, part)
    for name in _FILES:
        if name != own:
            yield name, getattr(exhibition, name)
    for one in exhibition.exhibits:
        if one.id != part:
            yield f"exhibits/{one.id}", one


def _of_part(exhibition: Exhibition, part: str) -> Any:
    if part in PARTS:
        return getattr(exhibition, part)
    if part == PEOPLE:
        return ()
    return next(one for one in exhibition.exhibits if one.id == part)


def _words(value: Any) -> Iterator[tuple[Way, Words]]:
    return ((way, one) for way, one in models(value) if isinstance(one, Words))


def _bare(text: str) -> str:
    return "".join(text.split())


def _digitless(text: str) -> str:
    return DIGITS.sub("0", text)


@lru_cache(maxsize=1)
def _ruler() -> Any:
    return ruler()
