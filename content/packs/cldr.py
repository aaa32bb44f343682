"""What CLDR knows of a language (through Babel): direction, plural rule, months, weekdays, how numbers and dates look.

Babel is imported when a pack is first made or read, never by a station that has none.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Any

from content.packs.pack import PackError

#: Interface strings that CLDR translates: their keys end so.
_NAMED = re.compile(r"\.(month|weekday)\.(\d{1,2})$")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
#: Written without spaces between words; breaking their lines takes a dictionary that is not here.
UNSPACED = frozenset({"Thai", "Laoo", "Khmr", "Mymr", "Tibt"})
_RTL = frozenset({"Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm", "Rohg"})
_ZEROS = {"arab": 0x660, "arabext": 0x6F0, "deva": 0x966, "beng": 0x9E6}
_YEARS = frozenset({"y", "year"})


@lru_cache(maxsize=16)
def locale(tag: str) -> Any:
    """Babel's locale. Raises: PackError for a language that CLDR does not know."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError) as error:
        raise PackError(f"CLDR knows no language {tag!r}; write a tag such as ar, fr or ug") from error


def script(tag: str) -> str:
    """The script a language is usually written in, by ISO 15924. Raises: PackError."""
    from babel.core import get_global

    own = locale(tag)
    if own.script:
        return str(own.script)
    likely = str(get_global("likely_subtags").get(own.language, ""))
    found = re.search(r"_([A-Z][a-z]{3})(_|$)", likely)
    return found[1] if found else "Latn"


def is_rtl(tag: str) -> bool:
    """Whether its script runs from the right. Raises: PackError."""
    return script(tag) in _RTL


def plural_rule(tag: str) -> str:
    """CLDR's rule as the `plural` of gettext's header. Raises: PackError."""
    from babel.plural import PluralRule, to_gettext

    own = locale(tag).plural_form
    rule = own if isinstance(own, PluralRule) else PluralRule({})
    header = str(to_gettext(rule)).partition("plural=")[2].rstrip("; ")
    return re.sub(r"\b[ce]\b", "0", header)  # gettext knows n only, and no number here is written in a compact form


def forms(tag: str) -> tuple[str, ...]:
    """CLDR's names of the forms of whole numbers, in the order of the header's numbers. Raises: PackError."""
    own = locale(tag).plural_form
    order = ("zero", "one", "two", "few", "many", "other")
    return tuple(one for one in order if one == "other" or one in own.tags)


def name_of(key: str, tag: str) -> str | None:
    """A month or a weekday, where the key of an interface string asks for one."""
    found = _NAMED.search(key)
    if not found:
        return None
    number = int(found[2])
    own = locale(tag)
    if found[1] == "month":
        return str(own.months["format"]["wide"][number]) if 1 <= number <= 12 else None
    return str(own.days["format"]["wide"][number]) if 0 <= number <= 6 else None


def is_named(key: str) -> bool:
    """Whether CLDR translates the string with this key."""
    return _NAMED.search(key) is not None


def shown(place: str, value: object, tag: str) -> object:
    """A value as a sentence in a language writes it: whole numbers and days by CLDR, all else as it is."""
    from babel.dates import format_date
    from babel.numbers import format_decimal

    own = locale(tag)
    if isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        grouped = place not in _YEARS
        written = format_decimal(value, locale=own, group_separator=grouped, numbering_system="default")
        return _in_digits(written, tag)
    if isinstance(value, date):
        return _in_digits(format_date(value, "long", locale=own), tag)
    if isinstance(value, str) and _ISO.fullmatch(value):
        return _in_digits(format_date(date.fromisoformat(value), "long", locale=own), tag)
    if isinstance(value, str) and value.isascii() and value.isdigit():
        return _in_digits(value, tag)
    return value


def digits(tag: str) -> str:
    """Its ten digits: Babel knows the name of the numbering system and writes 0 to 9 all the same."""
    zero = _ZEROS.get(str(locale(tag).default_numbering_system), 0x30)
    return "".join(chr(zero + n) for n in range(10))


def _in_digits(text: str, tag: str) -> str:
    return text.translate(str.maketrans("0123456789", digits(tag)))


def letters(tag: str) -> str:
    """Every character that CLDR puts on the glass in this language."""
    own = locale(tag)
    months, days = own.months["format"]["wide"], own.days["format"]["wide"]
    dates = "".join(str(shown("day", date(2026, month, 28), tag)) for month in range(1, 13))
    return "".join((*months.values(), *days.values(), digits(tag), dates, str(shown("n", 1234567, tag))))
