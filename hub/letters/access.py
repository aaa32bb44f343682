"""Whose letters a person may see: by role, and by the district or township of the station a letter came from.

Owns the one question that every page, file and count of letters asks. A letter outside is not there: pages answer 404.
A station without an area is seen by those who see all. When districts are redrawn (the 2025-11 change, for one), what
was written under the old one is seen by whoever has the new one.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from content.civics import regions
from hub.letters.models import Letter, StaffArea, StationArea
from hub.stations.models import Station

READ = "letters.read_letter"
OVERSEE = "letters.oversee_letters"


def visible(person: Any, today: date) -> QuerySet[Letter]:
    """The letters this person may open or count."""
    if not person.has_perm(READ):
        return Letter.objects.none()
    return Letter.objects.filter(_within(person, today))


def overseen(person: Any, today: date) -> QuerySet[Letter]:
    """The letters whose readings this person may look through; it opens none of them."""
    if not person.has_perm(OVERSEE):
        return Letter.objects.none()
    return Letter.objects.filter(_within(person, today))


def everywhere(person: Any) -> bool:
    """Whether no district limits this person."""
    return person.is_superuser or StaffArea.objects.filter(person=person, district="").exists()


def district_name(id: str) -> str:
    """The district's name; '' for none, the id itself for one the table has lost."""
    if not id:
        return ""
    try:
        return regions.get(id).name
    except regions.UnknownRegion:
        return id


def area_of(station: Station) -> StationArea | None:
    """Where a station stands, as far as staff have said."""
    return getattr(station, "area", None)


def _within(person: Any, today: date) -> Q:
    if everywhere(person):
        return Q()
    found = Q(pk__in=())
    for one in StaffArea.objects.filter(person=person):
        place = Q(station__area__district__in=_once_part_of(one.district, today))
        found |= place & Q(station__area__township=one.township) if one.township else place
    return found


def _once_part_of(district: str, today: date) -> set[str]:
    """The district and those that have since become it."""
    past = {
        one.id for one in regions.table().regions if district in {to.id for to in regions.successors(one.id, today)}
    }
    return {district, *past}
