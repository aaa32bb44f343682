"""How many seats a people's congress has: 选举法 (2020) art. 12, and who sets the real number: art. 13.

Owns the arithmetic of art. 12. Leaves to others: real numbers of seats (content, each with its source), how seats are
shared out among constituencies (art. 15). The article gives a ceiling, not the number: "每…人可以增加一名" (may add),
and art. 13 has the specific number set by a standing committee. Part of a quotient that is less than a whole person is
dropped, since it does not reach the number of people that the article asks for one seat more.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

Rule = Literal["provincial", "city", "county", "township"]

STATUTE = "选举法(2020-10-17)"


@dataclass(frozen=True)
class SeatCount:
    """What art. 12 allows for one population, taken apart so that it can be drawn.

    `total` = `base` + `added` + `extra`, except where `cap_applied`: then base and added together are cut to `cap`.
    """

    base: int
    people_per_seat: int
    added: int
    cap: int
    cap_applied: bool
    extra: int
    total: int
    may_be_fewer: bool
    needs_special_approval: bool
    article: str
    set_by: str
    set_by_article: str


@dataclass(frozen=True)
class _Clause:
    base: int
    people_per_seat: int
    cap: int
    article: str
    set_by: str
    cap_above: int = 0
    fewer_below: int = 0


_NPC = "全国人民代表大会常务委员会"
_PROVINCE = "省、自治区、直辖市的人民代表大会常务委员会"
_COUNTY = "县级的人民代表大会常务委员会"

_MUNICIPALITY = _Clause(350, 25_000, 1000, "第十二条第一款第一项", _NPC)
_PROVINCIAL = _Clause(350, 150_000, 1000, "第十二条第一款第一项", _NPC)
_CITY = _Clause(240, 25_000, 650, "第十二条第一款第二项", _PROVINCE, cap_above=10_000_000)
_COUNTY_LEVEL = _Clause(140, 5_000, 450, "第十二条第一款第三项", _PROVINCE, cap_above=1_550_000, fewer_below=50_000)
_TOWNSHIP = _Clause(45, 1_500, 160, "第十二条第一款第四项", _COUNTY, fewer_below=2_000)


def provincial(
    population: int, *, kind: Literal["province", "municipality"] = "municipality", extra_five_percent: bool = False
) -> SeatCount:
    """选举法 art. 12 para. 1 (1): 350, one more for every 150,000 people (省、自治区) or 25,000 (直辖市); at most 1000.

    `extra_five_percent` (para. 3) is for autonomous regions and provinces with large minority communities only.

    Raises: ValueError for a negative population, or the extra for a municipality.
    """
    if kind == "municipality" and extra_five_percent:
        raise ValueError("art. 12 para. 3 gives the extra five per cent to no municipality")
    return _count(_MUNICIPALITY if kind == "municipality" else _PROVINCIAL, population, extra_five_percent)


def city(population: int) -> SeatCount:
    """选举法 art. 12 para. 1 (2): 240, one more for every 25,000 people; over 10,000,000 people at most 650.

    Raises: ValueError for a negative population.
    """
    return _count(_CITY, population, False)


def county(population: int, *, extra_five_percent: bool = False) -> SeatCount:
    """选举法 art. 12 para. 1 (3): 140, one more for every 5,000 people; over 1,550,000 people at most 450.

    Under 50,000 people there may be fewer than 140. `extra_five_percent` (para. 3): 县、自治县 with large minority
    communities or scattered population, if the provincial standing committee so decides.

    Raises: ValueError for a negative population.
    """
    return _count(_COUNTY_LEVEL, population, extra_five_percent)


def township(population: int, *, extra_five_percent: bool = False) -> SeatCount:
    """选举法 art. 12 para. 1 (4): 45, one more for every 1,500 people; at most 160.

    Under 2,000 people there may be fewer than 45. `extra_five_percent` (para. 3): 乡、民族乡 (镇 are not named) with
    large minority communities or scattered population, if the provincial standing committee so decides.

    Raises: ValueError for a negative population.
    """
    return _count(_TOWNSHIP, population, extra_five_percent)


#: The rules by the name content gives them (`content.schema.SeatRule.rule`).
RULES: Mapping[Rule, Callable[[int], SeatCount]] = MappingProxyType(
    {"provincial": provincial, "city": city, "county": county, "township": township}
)


def _count(clause: _Clause, population: int, extra_five_percent: bool) -> SeatCount:
    if population < 0:
        raise ValueError("a population is not negative")
    added = population // clause.people_per_seat
    uncapped = clause.base + added
    capped = population > clause.cap_above and uncapped > clause.cap
    seats = clause.cap if capped else uncapped
    # art. 12 para. 3 says "另加", on top; how to round is not stated, so the part of a seat is dropped
    extra = seats * 5 // 100 if extra_five_percent else 0
    return SeatCount(
        base=clause.base,
        people_per_seat=clause.people_per_seat,
        added=added,
        cap=clause.cap,
        cap_applied=capped,
        extra=extra,
        total=seats + extra,
        may_be_fewer=population < clause.fewer_below,
        needs_special_approval=extra_five_percent,
        article=f"{STATUTE}{clause.article}" + ("、第三款" if extra_five_percent else ""),
        set_by=clause.set_by,
        set_by_article=f"{STATUTE}第十三条",
    )
