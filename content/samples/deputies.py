"""Sample deputies over all districts and four levels, in the fields of `content.schema.Deputy`, each marked as sample.

Owns who is where. Leaves to others: names (`names`), the table they are exchanged in (`table`). Made to teach no
mistake: streets have no congress, so nobody is a deputy *of* a street; county deputies may be at home in one. Township
deputies belong to a town or township, of which 渝中区 has none. A constituency elects directly (county, township), the
congress of the level below indirectly (municipality, nation): 选举法 (2020) art. 3. Towns have sample names (甲镇,
乙乡), and terms begin with the year asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import cycle, islice
from random import Random
from typing import Literal, TypedDict

from content.civics.codes import CodeType, new_code
from content.civics.regions import Region, districts
from content.readings import spelled
from content.samples.names import in_letters, sample_names

Level = Literal["national", "city", "county", "township"]
Words = TypedDict("Words", {"zh-Hans": str, "en": str})

TERM_YEARS = 5  # 代表法 (2025) art. 2
TOPICS = ("lift", "road", "light", "trash", "noise", "water", "safety", "school", "health", "elderly", "transport")
LEVELS: tuple[Level, ...] = ("national", "city", "county", "township")

# of every hundred deputies in the sample; really there are far more below and far fewer above
_SHARE: dict[Level, int] = {"national": 4, "city": 16, "county": 40, "township": 40}
_TWO_LEVELS = 0.1  # of county deputies, this part also sits in the municipal congress
_WITHOUT_TOWNS = "渝中区"
_STEMS = (("甲", "Jia"), ("乙", "Yi"), ("丙", "Bing"), ("丁", "Ding"), ("戊", "Wu"), ("己", "Ji"))
_TOWN, _TOWNSHIP, _STREET = ("镇", "Town"), ("乡", "Township"), ("街道", "Subdistrict")
_KINDS = (_TOWN, _TOWNSHIP, _TOWN, _STREET, _STREET, _TOWN)
_WEEKDAYS = (("周一", "Monday"), ("周二", "Tuesday"), ("周三", "Wednesday"), ("周四", "Thursday"), ("周五", "Friday"))
_WEEKS = (("第一个", "First"), ("第二个", "Second"), ("第三个", "Third"))
_HOURS = ("9:00", "11:30"), ("14:30", "17:00")


class SampleDeputy(TypedDict):
    """The fields of `content.schema.Deputy`."""

    id: str
    name: str
    name_pinyin: str
    name_en: str
    levels: tuple[Level, ...]
    region: str
    township: Words | None
    community: Words | None
    station: Words | None
    unit: Words
    term_from: date
    term_to: date
    concerns: tuple[str, ...]
    reception: Words
    group: Words | None
    is_sample: bool


def generate(seed: int, count: int = 2000, on_date: date = date(2026, 1, 1)) -> list[SampleDeputy]:
    """`count` sample deputies of the districts that exist on that day; the same seed gives the same people.

    Every district has deputies of every level it can have if `count` is at least 2000.

    Raises: content.civics.regions.NotCovered for a day before the table of districts.
    """
    rng = Random(seed)
    regions = districts(on_date)
    posts = _posts(regions, count)
    names = list(sample_names(rng, count))
    rng.shuffle(names)
    ids: set[str] = set()
    deputies = []
    for name, (level, region, turn) in zip(names, posts, strict=True):
        id = _new_id(rng, ids)
        deputies.append(_deputy(rng, id, name, level, region, turn, on_date))
    rng.shuffle(deputies)
    return deputies


def _posts(regions: Sequence[Region], count: int) -> list[tuple[Level, Region, int]]:
    """Who is needed: (level, district, how many of them before)."""
    posts: list[tuple[Level, Region, int]] = []
    for level in LEVELS:
        able = [one for one in regions if level != "township" or one.name != _WITHOUT_TOWNS]
        wanted = count - len(posts) if level == "township" else count * _SHARE[level] // 100
        posts += [(level, region, turn // len(able)) for turn, region in enumerate(islice(cycle(able), wanted))]
    return posts


def _deputy(rng: Random, id: str, name: str, level: Level, region: Region, turn: int, on: date) -> SampleDeputy:
    levels: tuple[Level, ...] = ("city", "county") if level == "county" and rng.random() < _TWO_LEVELS else (level,)
    place = _place(region, level, turn)
    station = _station(region, place)
    return SampleDeputy(
        id=id,
        name=name,
        name_pinyin=spelled(name),
        name_en=in_letters(name),
        levels=levels,
        region=region.id,
        township=place,
        community=_words(f"第 {turn % 3 + 1} 社区", f"Community {turn % 3 + 1}") if place else None,
        station=station,
        unit=_unit(levels, region, turn),
        term_from=date(on.year, 1, 1),
        term_to=date(on.year + TERM_YEARS - 1, 12, 31),
        concerns=tuple(rng.sample(TOPICS, rng.choice((2, 3)))),
        reception=_reception(rng, station),
        group=_words(f"第 {turn % 4 + 1} 代表小组", f"Deputies' group {turn % 4 + 1}") if turn % 5 else None,
        is_sample=True,
    )


def _place(region: Region, level: Level, turn: int) -> Words | None:
    """The town, township or street where somebody is at home; deputies of the two upper levels go by district."""
    if level in ("national", "city"):
        return None
    only_streets = region.name == _WITHOUT_TOWNS
    kinds = (_STREET,) * len(_KINDS) if only_streets else _KINDS
    places = [
        _words(stem + kind, f"{stem_en} {kind_en}")
        for (stem, stem_en), (kind, kind_en) in zip(_STEMS, kinds, strict=True)
        if level == "county" or (kind, kind_en) != _STREET
    ]
    return places[turn % len(places)]


def _unit(levels: tuple[Level, ...], region: Region, turn: int) -> Words:
    units = [_elected_by(level, region, turn) for level in reversed(levels)]
    return _words("；".join(one["zh-Hans"] for one in units), "; ".join(one["en"] for one in units))


def _elected_by(level: Level, region: Region, turn: int) -> Words:
    """选举法 (2020) art. 3: the constituency, or the congress that elects."""
    if level == "national":
        return _words("重庆市人民代表大会", "Chongqing Municipal People's Congress")
    if level == "city":
        return _words(f"{region.name}人民代表大会", f"{region.en} People's Congress")
    return _words(f"第 {turn + 1} 选区", f"Constituency {turn + 1}")


def _station(region: Region, place: Words | None) -> Words:
    if place is None:
        return _words(f"{region.short}实践站", f"{region.en} Practice Station")
    return _words(f"{place['zh-Hans']}代表之家", f"{place['en']} Deputies' Home")


def _reception(rng: Random, station: Words) -> Words:
    (week, week_en), (day, day_en) = rng.choice(_WEEKS), rng.choice(_WEEKDAYS)
    start, end = rng.choice(_HOURS)
    return _words(
        f"每月{week}{day} {start}–{end} · {station['zh-Hans']}",
        f"{week_en} {day_en} of each month, {start}-{end}, {station['en']}",
    )


def _new_id(rng: Random, taken: set[str]) -> str:
    while (id := new_code(CodeType.DEPUTY, rng).id) in taken:
        pass
    taken.add(id)
    return id


def _words(zh: str, en: str) -> Words:
    return {"zh-Hans": zh, "en": en}
