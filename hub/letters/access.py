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


def stations_of(person: Any, today: date) -> QuerySet[Station]:
    """The stations whose letters this person may count."""
    if not (person.has_perm(READ) or person.has_perm(OVERSEE)):
        return Station.objects.none()
    return Station.objects.filter(_within(person, today, "area__"))


def places_of(person: Any, today: date) -> list[tuple[set[str], str]] | None:
    """A person's areas: the districts that each was or is, and its township or ''; None for everywhere."""
    if everywhere(person):
        return None
    return [(_once_part_of(one.district, today), one.township) for one in StaffArea.objects.filter(person=person)]


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


def _within(person: Any, today: date, to_area: str = "station__area__") -> Q:
    places = places_of(person, today)
    if places is None:
        return Q()
    found = Q(pk__in=())
    for districts, township in places:
        place = Q(**{f"{to_area}district__in": districts})
        found |= place & Q(**{f"{to_area}township": township}) if township else place
    return found


def _once_part_of(district: str, today: date) -> set[str]:
    """The district and those that have since become it."""
    past = {
        one.id for one in regions.table().regions if district in {to.id for to in regions.successors(one.id, today)}
    }
    return {district, *past}
