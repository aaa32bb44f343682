"""Which letters a person is given, and where a station stands: districts by their ids, townships by name.

Owns setting them. Leaves what follows from them to `hub.letters.access`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction

from content.civics import regions
from hub.letters.access import district_name
from hub.letters.models import StaffArea, StationArea
from hub.stations.models import Station

Area = tuple[str, str]
"""Id of a district and name of a township; ('', '') is everywhere."""
EVERYWHERE: Area = ("", "")


class NoSuchDistrict(ValueError):
    """No district of this name, or a township without its district; the message is a sentence."""


def named(districts: Sequence[str], township: str, on: date) -> tuple[Area, ...]:
    """Areas of districts by name; none named is everywhere. Raises NoSuchDistrict."""
    if not districts:
        if township:
            raise NoSuchDistrict("A township needs its district: --district NAME --township NAME.")
        return (EVERYWHERE,)
    if township and len(districts) > 1:
        raise NoSuchDistrict("A township lies in one district; name that one only.")
    return tuple((_id_of(one, on), township.strip()[:40]) for one in districts)


def give(person: Any, wanted: Sequence[Area]) -> str:
    """These areas and no others; what was given, in words, '' for nothing."""
    with transaction.atomic():
        StaffArea.objects.filter(person=person).delete()
        for district, township in dict.fromkeys(wanted):
            StaffArea.objects.create(person=person, district=district, township=township)
    return "、".join(in_words(one) for one in dict.fromkeys(wanted))


def place(station: Station, area: Area) -> None:
    """Where a station stands; EVERYWHERE takes it off the map."""
    if area == EVERYWHERE:
        StationArea.objects.filter(station=station).delete()
        return
    StationArea.objects.update_or_create(station=station, defaults={"district": area[0], "township": area[1]})


def checked(district: str, township: str, on: date) -> Area:
    """An area from a form: the id of a district there is today. Raises NoSuchDistrict."""
    if not district:
        return EVERYWHERE
    if district not in {one.id for one in regions.districts(on)}:
        raise NoSuchDistrict("没有这个区县。")
    return district, township.strip()[:40]


def in_words(area: Area) -> str:
    """An area as staff read it."""
    district, township = area
    return f"{district_name(district)}{township}" if district else "全部区县"


def _id_of(name: str, on: date) -> str:
    found = regions.find(name, on)
    if found is None:
        raise NoSuchDistrict(f"There is no district {name!r} today; write it as 九龙坡区.")
    return found.id
