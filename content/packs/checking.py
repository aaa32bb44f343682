"""What is to be put right in a translator's folder before stations show it, in sentences.

A finding that is `grave` keeps the pack from being compiled for a release. A text of the exhibition that is missing is
not: it is shown in English and marked.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from content.packs import cldr, sources
from content.packs.compiling import current, face
from content.packs.pack import OWN, PackError
from content.packs.sources import CONTENT, WORDS, Entry, Source, places

Missing = Callable[[str], Iterable[str]]
"""The characters of a text that the house's own faces lack."""

_NUMBER = re.compile(r"\d+")
_FEW = 3


@dataclass(frozen=True)
class Finding:
    """One thing to put right."""

    file: str
    message: str
    grave: bool = True

    def __str__(self) -> str:
        return f"{self.file}: {self.message}"


def check(source: Source, words: list[Entry], content: list[Entry], missing: Missing) -> list[Finding]:
    """Everything there is to put right."""
    return [
        *_about(source),
        *_plurals(source),
        *_complete(WORDS, source.words, words, grave=True),
        *_complete(CONTENT, source.content, content, grave=False),
        *_places(source, words),
        *_numbers(source, content),
        *_glyphs(source, words, content, missing),
    ]


def check_texts(source: Source, content: list[Entry]) -> list[Finding]:
    """What is to be put right about the exhibition's texts: where the interface and its faces are not known."""
    return [
        *_about(source),
        *_complete(CONTENT, source.content, content, grave=False),
        *_numbers(source, content),
    ]


def _about(source: Source) -> Iterator[Finding]:
    tag = source.about.tag
    if tag in OWN:
        yield Finding(sources.ABOUT, f"{tag} is written by this house; change its strings.json and exhibit.yaml")
    if cldr.script(tag) in cldr.UNSPACED:
        yield Finding(sources.ABOUT, f"{tag} is written without spaces between words; its lines can't be broken here")


def _plurals(source: Source) -> Iterator[Finding]:
    want = len(cldr.forms(source.about.tag))
    for message in source.words:
        if isinstance(message.id, tuple | list) and len(message.string) != want:
            names = ", ".join(cldr.forms(source.about.tag))
            yield Finding(WORDS, f"{message.context} has {len(message.string)} forms, the language has {want}: {names}")


def _complete(file: str, catalog: Any, entries: list[Entry], *, grave: bool) -> Iterator[Finding]:
    """What is not translated, and what translates words of yesterday."""
    ready = {entry.context for entry, _ in current(catalog, entries)}
    held = {str(one.context): one for one in catalog if one.id}
    absent: list[str] = []
    old: list[str] = []
    for entry in entries:
        if entry.context in ready:
            continue
        known = held.get(entry.context)
        (old if known is not None and any(sources.forms_of(known.string)) else absent).append(entry.context)
    if absent:
        yield Finding(file, f"{len(absent)} of {len(entries)} texts have no translation{_such(absent)}", grave)
    if old:
        yield Finding(file, f"{len(old)} translations are fuzzy or of older Chinese words{_such(old)}", grave)


def _such(contexts: list[str]) -> str:
    return ", such as " + ", ".join(contexts[:_FEW]) if contexts else ""


def _places(source: Source, words: list[Entry]) -> Iterator[Finding]:
    """A form for one thing may leave its number out; nothing else may come or go."""
    for entry, message in current(source.words, words):
        wanted = places(entry.chinese)
        for form in sources.forms_of(message.string):
            try:
                form.format(**dict.fromkeys(wanted, ""))
            except (KeyError, IndexError, ValueError):
                yield Finding(WORDS, f"{entry.context} names a place in braces that the Chinese does not have: {form}")
                continue
            lost = wanted - places(form) - ({sources.COUNTED} if entry.counted else set())
            if lost:
                yield Finding(WORDS, f"{entry.context} leaves out {', '.join(f'{{{one}}}' for one in sorted(lost))}")


def _numbers(source: Source, content: list[Entry]) -> Iterator[Finding]:
    """The English has the same numbers as the Chinese checked before it; so must the translation, in any digits."""
    for entry, message in current(source.content, content):
        want, have = _figures(entry.english), _figures(str(message.string))
        if want - have:
            lost = ", ".join(sorted(want - have))
            yield Finding(CONTENT, f"{entry.context} lacks the number {lost} of the English", grave=False)


def _figures(text: str) -> set[str]:
    plain = "".join(str(unicodedata.digit(c)) if c.isdigit() else c for c in text)
    return set(_NUMBER.findall(re.sub(r"(?<=\d)[.,٬٫\u00a0\u202f' ](?=\d{3})", "", plain)))


def _glyphs(source: Source, words: list[Entry], content: list[Entry], missing: Missing) -> Iterator[Finding]:
    """No character is drawn as a box: what our faces lack, each face that the pack brings must have."""
    texts = {sources.ABOUT: source.about.name + cldr.letters(source.about.tag)}
    for file, catalog, entries in ((WORDS, source.words, words), (CONTENT, source.content, content)):
        ready = current(catalog, entries)
        texts[file] = "".join(form for _, message in ready for form in sources.forms_of(message.string))
    brought: list[tuple[str, set[int]]] = []
    for weight, name in source.about.faces.items():
        try:
            brought.append((name, _points(face(source.folder, weight, name)[1])))
        except PackError as error:
            yield Finding(sources.ABOUT, str(error))
    if "bold" in source.about.faces and "regular" not in source.about.faces:
        yield Finding(sources.ABOUT, "a bold face alone is not enough; name a regular one too")
    for file, text in texts.items():
        lacking = {c for c in set(missing(text)) if unicodedata.category(c) not in ("Cf", "Cc", "Zs")}
        if not brought and lacking:
            yield Finding(file, f"no face here draws {_listed(lacking)}; bring one: faces: {{regular: FILE}}")
        for name, points in brought:
            if lost := {c for c in lacking if ord(c) not in points}:
                yield Finding(file, f"neither our faces nor {name} draw {_listed(lost)}")


def _points(ranges: bytes) -> set[int]:
    from array import array

    held = array("I")
    held.frombytes(ranges)
    return {point for start, end in zip(held[::2], held[1::2], strict=True) for point in range(start, end)}


def _listed(characters: set[str]) -> str:
    shown = [f"{one} (U+{ord(one):04X})" for one in sorted(characters)[:_FEW]]
    more = len(characters) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more > 0 else "")
