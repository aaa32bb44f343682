"""The directory: deputies, the regions they belong to, and whose codes still lie about although they have left.

Every text about a deputy's work carries the day on which it was approved: without one it can't be written down here.
There are no stars, marks or ranks, and no field to put them in.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field, model_validator

from content.schema.base import Level, Published, Slug, Words

DeputyId = str
PORTRAIT_PATH = "deputies/{id}.jpg"  # logical path of a deputy's photo in a release
ID_PATTERN = r"^[0-9A-HJKMNP-TV-Z]{6,12}$"


class YearlyReport(Published):
    """What a deputy reported of a year to those who elected them."""

    year: int = Field(ge=1954, le=2999)
    text: Words
    approved: date


class Pledge(Published):
    """What a deputy promised, and how far it has come as of a day."""

    text: Words
    state: Literal["begun", "going", "kept", "changed"]
    as_of: date
    approved: date


class DeputyStory(Published):
    """Something a deputy did, told with their consent; stations show it up to the day `until`, by their own clock."""

    title: Words
    text: Words
    consented: date
    until: date
    approved: date

    @model_validator(mode="after")
    def _ends_after_its_consent(self) -> DeputyStory:
        if self.until < self.consented:
            raise ValueError("a story can't end before the consent to it was given; correct one of the two days")
        return self


class Deputy(Published):
    """A deputy as the directory shows them. `id` is opaque: no region, date or sequence in it."""

    id: DeputyId = Field(pattern=ID_PATTERN)
    name: str
    name_pinyin: str
    name_en: str | None = None
    levels: tuple[Level, ...] = Field(min_length=1)
    region: Slug
    township: Words | None = None
    community: Words | None = Field(default=None, description="The community or village where they are at home")
    station: Words | None = Field(default=None, description="The station that they are grouped into")
    unit: Words
    term_from: date
    term_to: date
    verified_until: date | None = Field(default=None, description="Last day on which the entry counts as checked")
    concerns: tuple[Slug, ...] = ()
    reception: Words
    group: Words | None = None
    groups: tuple[Words, ...] = Field(default=(), description="Professional and mixed groups, besides `group`")
    photo: str | None = Field(default=None, description="Logical path of a picture shown with the deputy's consent")
    reports: tuple[YearlyReport, ...] = ()
    pledges: tuple[Pledge, ...] = ()
    stories: tuple[DeputyStory, ...] = ()
    is_sample: bool = False

    def shown_on(self, day: date) -> bool:
        """Whether the page may be shown on a day: the term runs, and the entry still counts as checked."""
        checked = self.verified_until is None or day <= self.verified_until
        return checked and self.term_from <= day <= self.term_to


class Retired(Published):
    """An id that is no longer in the directory. Printed codes outlive it: whoever scans one is told why, calmly."""

    id: DeputyId = Field(pattern=ID_PATTERN)
    why: Literal["left", "unchecked"] = "left"
    since: date


class Region(Published):
    """A district or county with its dates; `until` is the first day it no longer exists."""

    id: Slug
    name: Words
    since: date | None = None
    until: date | None = None


class Directory(Published):
    """The deputies, the regions they belong to, who has left, and to which levels letters may be sent."""

    as_of: date
    regions: tuple[Region, ...]
    deputies: tuple[Deputy, ...]
    retired: tuple[Retired, ...] = ()
    letters_to: tuple[Level, ...] = ("county", "township")
