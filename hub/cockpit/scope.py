"""Which part of the city a cockpit shows: what a person may count, narrowed to the area that was asked for.

Owns narrowing. Leaves whose area is whose to `hub.letters.access`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from hub.deputies.models import Deputy
from hub.letters.access import OVERSEE, READ, district_name, overseen, places_of, stations_of, visible
from hub.letters.models import Letter
from hub.stations.models import Station

_TOWNSHIP = "record__township__zh-Hans"


@dataclass(frozen=True)
class Scope:
    """What is counted. `narrow`: below a district, where a small number could point at somebody."""

    letters: QuerySet[Letter]
    stations: QuerySet[Station]
    deputies: QuerySet[Deputy]
    narrow: bool


def may_look(person: Any) -> bool:
    """Who may open the cockpit: who reads letters, and who watches over that."""
    return bool(person.has_perm(READ) or person.has_perm(OVERSEE))


def scope_of(person: Any, area: str, today: date) -> Scope:
    """What this person may count in an area, `district|township`; '' is all they have."""
    letters = visible(person, today) if person.has_perm(READ) else overseen(person, today)
    stations, deputies = stations_of(person, today), _deputies(person, today)
    places = places_of(person, today)
    narrow = places is not None and any(township for _, township in places)
    district, _, township = area.partition("|")
    if district:
        letters = letters.filter(station__area__district=district)
        stations = stations.filter(area__district=district)
        deputies = deputies.filter(region=district)
    if township:
        letters = letters.filter(station__area__township=township)
        stations = stations.filter(area__township=township)
        deputies = deputies.filter(**{_TOWNSHIP: township})
    return Scope(letters, stations, deputies, narrow or bool(township))


def areas_offered(person: Any, today: date) -> list[tuple[str, str]]:
    """The areas a person may narrow to, by id and name, in the order of their names."""
    found = stations_of(person, today).exclude(area=None).order_by().values_list("area__district", "area__township")
    offered: dict[str, str] = {}
    for district, township in sorted(found.distinct()):
        offered.setdefault(district, district_name(district))
        if township:
            offered[f"{district}|{township}"] = f"{district_name(district)} {township}"
    return list(offered.items())


def _deputies(person: Any, today: date) -> QuerySet[Deputy]:
    serving = Deputy.objects.filter(retired_on=None)
    if not may_look(person):
        return serving.none()
    places = places_of(person, today)
    if places is None:
        return serving
    found = Q(pk__in=())
    for districts, township in places:
        place = Q(region__in=districts)
        found |= place & Q(**{_TOWNSHIP: township}) if township else place
    return serving.filter(found)
