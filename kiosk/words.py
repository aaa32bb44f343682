"""The words a station's pinyin engine is given besides its dictionary: our own, and the names in its content."""

from __future__ import annotations

from collections.abc import Iterator

from content.catalog import Catalog
from content.readings import readings
from kiosk.config import Settings
from screens.inputs.engine import Lexicon, PinyinEngine, open_engine, read_lexicon

_MOST = 600
"""Names taken from content: each costs a millisecond or two while the engine opens."""


def open_pinyin(settings: Settings, catalog: Catalog) -> PinyinEngine:
    """The best engine here, with the words of this station. Takes a second or two, so call it behind the first page."""
    return open_engine(lexicon(catalog), southern=settings.accent == "southern")


def lexicon(catalog: Catalog) -> Lexicon:
    """Our own words, then the districts, townships, units and deputies of the directory that they lack."""
    own = read_lexicon()
    known = {word for _, word in own}
    found: dict[str, str] = {}
    for name in _names(catalog):
        if len(found) >= _MOST:
            break
        if name not in known and 2 <= len(name) <= 12 and name not in found and (spelt := _spelt(name)):
            found[name] = spelt
    return (*own, *((spelt, name) for name, spelt in found.items()))


def _names(catalog: Catalog) -> Iterator[str]:
    directory = catalog.exhibition.directory
    yield from (region.name.zh_hans for region in directory.regions)
    yield from (one.township.zh_hans for one in directory.deputies if one.township)
    yield from (one.name.zh_hans for one in catalog.exhibition.mailbox.places)
    yield from (one.unit.zh_hans for one in directory.deputies)
    yield from (one.name for one in directory.deputies)


def _spelt(name: str) -> str:
    """Its syllables parted by '; empty where one has no reading in letters."""
    syllables = [each[0].replace("lyu", "lv").replace("nyu", "nv") for _, each in readings(name)]
    spelt = "'".join(syllables)
    return spelt if len(syllables) == len(name) and spelt.replace("'", "").isalpha() and spelt.isascii() else ""
