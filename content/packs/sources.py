"""A translator's folder: `pack.yaml`, `words.po`, `content.po`. Reading it, and writing or renewing its two lists.

Each entry names where the words stand (msgctxt), has the Chinese as its source (msgid) and the English as a comment.
When the Chinese has changed, the old translation stays as a fuzzy proposal: it is not shown until somebody has looked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from content.packs import cldr
from content.packs.pack import TAG, PackError, Weight
from content.schema import Exhibition, Words
from content.walk import models

ABOUT, WORDS, CONTENT = "pack.yaml", "words.po", "content.po"
COUNTED: Final = "n"
"""The place whose number decides the form."""
_PLACE = re.compile(r"\{(\w+)[^}]*\}")

Strings = Mapping[str, Mapping[str, str]]
"""Key -> language -> interface string."""


class About(BaseModel):
    """What `pack.yaml` says; script and direction are CLDR's."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    tag: str = Field(pattern=TAG)
    name: str = Field(min_length=1, max_length=24)
    english: str = Field(min_length=1, max_length=40)
    faces: dict[Weight, str] = Field(default_factory=dict)


@dataclass(frozen=True)
class Source:
    """A translator's folder as it was read: Babel's catalogues of the interface's words and of the exhibition's."""

    folder: Path
    about: About
    words: Any
    content: Any


@dataclass(frozen=True)
class Entry:
    """One text to translate: where it stands, its Chinese, its English, whether forms for a count are wanted."""

    context: str
    chinese: str
    english: str
    counted: bool = False


def read(folder: Path) -> Source:
    """Raises: PackError naming the file and what is wrong with it."""
    from babel.messages.pofile import PoFileError, read_po

    about = _about(folder)
    lists = []
    for name in (WORDS, CONTENT):
        try:
            with (folder / name).open("rb") as file:
                lists.append(read_po(file, locale=cldr.locale(about.tag), abort_invalid=True))
        except FileNotFoundError as error:
            raise PackError(f"{name} is missing; `kiosk words extract` writes it") from error
        except (PoFileError, ValueError, UnicodeDecodeError) as error:
            raise PackError(f"{name}: {error}") from error
    return Source(folder, about, *lists)


def _about(folder: Path) -> About:
    try:
        about = About.model_validate(yaml.safe_load((folder / ABOUT).read_text("utf-8")))
    except FileNotFoundError as error:
        raise PackError(f"{folder / ABOUT} is missing; it says tag, name and english of the language") from error
    except yaml.YAMLError as error:
        raise PackError(f"{ABOUT}: {error}") from error
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise PackError(f"{ABOUT}: {'.'.join(map(str, first['loc']))}: {first['msg']}") from error
    cldr.locale(about.tag)
    return about


def of_strings(strings: Strings) -> Iterator[Entry]:
    """The interface's words; months and weekdays are CLDR's."""
    for key, words in sorted(strings.items()):
        if not cldr.is_named(key):
            yield Entry(key, words["zh-Hans"], words["en"], COUNTED in places(words["zh-Hans"]))


def of_content(exhibition: Exhibition) -> Iterator[Entry]:
    """The exhibition's words with the way to each; the directory left out, since names of people are not translated."""
    for name in type(exhibition).model_fields:
        if name == "directory":
            continue
        part = getattr(exhibition, name)
        for start, value in _named(name, part):
            for way, model in models(value):
                if isinstance(model, Words) and _says(model.zh_hans):
                    yield Entry(".".join(map(str, (start, *way))), model.zh_hans, model.en or "")


def _named(name: str, part: object) -> Iterator[tuple[str, object]]:
    """Members of a list by their ids, so that one more among them moves no other."""
    if not isinstance(part, tuple):
        yield name, part
        return
    for at, one in enumerate(part):
        yield f"{name}.{getattr(one, 'id', at)}", one


def _says(text: str) -> bool:
    return any(c.isalpha() for c in text)


def places(text: str) -> frozenset[str]:
    """The places of a string that are filled while it is shown."""
    return frozenset(_PLACE.findall(text))


def renew(folder: Path, strings: Strings, exhibition: Exhibition) -> tuple[int, int]:
    """Write both lists, what was translated kept. How many texts there are, and how many have no translation yet."""
    about = _about(folder)
    total = missing = 0
    for name, entries in ((WORDS, of_strings(strings)), (CONTENT, of_content(exhibition))):
        fresh = _renewed(_old(folder / name, about.tag), list(entries), about.tag)
        _write(folder / name, fresh)
        held = [one for one in fresh if one.id]
        total += len(held)
        missing += sum(not done(one) for one in held)
    return total, missing


def done(message: Any) -> bool:
    """Whether an entry is translated, every form of it, and somebody stands by it."""
    forms = message.string if isinstance(message.string, tuple | list) else (message.string,)
    return not message.fuzzy and all(forms)


def template(entries: Iterator[Entry], tag: str | None = None) -> Any:
    """A catalogue without translations."""
    return _renewed({}, list(entries), tag)


def _old(file: Path, tag: str) -> dict[str, Any]:
    """Place -> what was translated there."""
    from babel.messages.pofile import read_po

    try:
        with file.open("rb") as held:
            return {str(one.context): one for one in read_po(held, locale=cldr.locale(tag)) if one.id}
    except FileNotFoundError:
        return {}


def _renewed(old: Mapping[str, Any], entries: list[Entry], tag: str | None) -> Any:
    from babel.messages.catalog import Catalog

    fresh = Catalog(locale=cldr.locale(tag) if tag else None, project="Bayu Kiosk", fuzzy=False)
    if tag:
        by_cldr(fresh, tag)
    moved = {_source(one): one for one in old.values() if done(one)}
    for entry in entries:
        kept = old.get(entry.context)
        same = kept is not None and _source(kept) == entry.chinese
        found = kept if same else moved.get(entry.chinese) or kept
        stale = found is not None and not same and _source(found) != entry.chinese
        string = found.string if found is not None else None
        string = _in_forms(string, len(cldr.forms(tag)) if tag else 2) if entry.counted else _one(string)
        fresh.add(
            (entry.chinese, entry.chinese) if entry.counted else entry.chinese,
            string,
            context=entry.context,
            auto_comments=[f"en: {entry.english}"] if entry.english else [],
            user_comments=list(found.user_comments) if found is not None else [],
            flags={"fuzzy"} if found is not None and any(forms_of(string)) and (found.fuzzy or stale) else set(),
            previous_id=[_source(found)] if found is not None and stale else [],
        )
    return fresh


def by_cldr(catalog: Any, tag: str) -> None:
    """Count as CLDR does: Babel's catalogues go by an older table of their own, and offer no way to say otherwise."""
    catalog._num_plurals = len(cldr.forms(tag))
    catalog._plural_expr = cldr.plural_rule(tag)


def _source(message: Any) -> str:
    return str(message.id[0] if isinstance(message.id, tuple | list) else message.id)


def forms_of(string: Any) -> tuple[str, ...]:
    """The forms of a translation; one where nothing is counted."""
    return tuple(string) if isinstance(string, tuple | list) else (string or "",)


def _in_forms(string: Any, count: int) -> tuple[str, ...]:
    held = forms_of(string)
    return held if len(held) == count else (*held[:count], *("",) * (count - len(held)))


def _one(string: Any) -> str:
    return forms_of(string)[-1]


def _write(file: Path, catalog: Any) -> None:
    from babel.messages.pofile import write_po

    aside = file.with_suffix(".part")
    with aside.open("wb") as out:
        write_po(out, catalog, width=100, include_previous=True)
    aside.replace(file)
