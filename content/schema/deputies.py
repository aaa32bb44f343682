"""The directory: deputies, and the regions they belong to."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from content.schema.base import Level, Published, Slug, Words


class Deputy(Published):
    """A deputy as the directory shows them. `id` is opaque: no region, date or sequence in it."""

    id: str = Field(pattern=r"^[0-9A-HJKMNP-TV-Z]{6,12}$")
    name: str
    name_pinyin: str
    name_en: str | None = None
    levels: tuple[Level, ...] = Field(min_length=1)
    region: Slug
    township: Words | None = None
    unit: Words
    term_from: date
    term_to: date
    concerns: tuple[Slug, ...] = ()
    reception: Words
    group: Words | None = None
    is_sample: bool = False


class Region(Published):
    """A district or county with its dates; `until` is the first day it no longer exists."""

    id: Slug
    name: Words
    since: date | None = None
    until: date | None = None


class Directory(Published):
    """The deputies and the regions they belong to."""

    as_of: date
    regions: tuple[Region, ...]
    deputies: tuple[Deputy, ...]
