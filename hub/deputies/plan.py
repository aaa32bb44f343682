"""What a file makes of the directory: who is new, changed, moved, renamed, back or gone. Decides only; keeps nothing.

Who is who: by our id, else by the file's own id, else by name: in the same place first, then anywhere, where the name
is there once on both sides. Two of a name in one place can't be told apart without ids, and are refused.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from content import schema
from content.civics.regions import get
from hub.deputies import columns as c
from hub.deputies.report import Change, Kind, Problem
from hub.deputies.rows import Entry
from hub.deputies.values import LEVELS

MOST_GONE = 0.5  # of the directory; a file that lacks more is probably another one
_FEW = 20  # people; smaller directories may change as a whole
_PLACE = ("region", "township", "community", "station", "unit")
_LABELS = {
    "name": c.NAME, "name_pinyin": c.PINYIN, "name_en": c.NAME_EN, "levels": c.LEVELS, "region": c.REGION,
    "township": c.TOWNSHIP, "community": c.COMMUNITY, "station": c.STATION, "unit": c.UNIT, "term_from": c.FROM,
    "term_to": c.TO, "verified_until": c.CHECKED_UNTIL, "concerns": c.CONCERNS, "reception": c.RECEPTION,
    "group": c.GROUP, "groups": c.GROUPS, "is_sample": c.SAMPLE,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody the hub knows, in office or not."""

    id: str
    source_id: str
    deputy: schema.Deputy
    retired: bool
    unchecked: bool


@dataclass(frozen=True, slots=True)
class Step:
    """An entry under its id; `kind` is None where nothing changes."""

    entry: Entry
    deputy: schema.Deputy
    kind: Kind | None
    detail: str = ""
    source_id: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be written, and who leaves."""

    steps: tuple[Step, ...]
    leaving: tuple[Known, ...]
    problems: tuple[Problem, ...]

    @property
    def changes(self) -> tuple[Change, ...]:
        made = [Change(one.kind, one.deputy.id, one.deputy.name, one.detail) for one in self.steps if one.kind]
        gone = [Change("left", one.id, one.deputy.name, "印出的码以后只说明这位代表已离任") for one in self.leaving]
        return (*made, *gone)


def plan(
    entries: Sequence[Entry],
    known: Iterable[Known],
    new_id: Callable[[], str],
    *,
    only: str | None = None,
    many_may_go: bool = False,
    row_word: str = "行",
) -> Plan:
    """Compare a file with the directory, retired ones included. `only`: the one region that the file speaks of."""
    everyone = list(known)
    problems = [*_doubled(entries, row_word)]
    about = [one for one in everyone if only is None or one.deputy.region == only]
    matched, more = _matched(entries, everyone, about, row_word)
    problems += more
    steps = [_step(entry, matched.get(place), new_id) for place, entry in enumerate(entries)] if not problems else []
    staying = {one.id for one in matched.values()}
    serving = [one for one in about if not one.retired]
    leaving = tuple(one for one in serving if one.id not in staying)
    if not problems and not many_may_go and len(serving) >= _FEW and len(leaving) > MOST_GONE * len(serving):
        what = f"名录里有 {len(serving)} 位在任代表，这份文件里没有其中的 {len(leaving)} 位，他们都会离任"
        cure = "要是只更新一个区县，请用“只更新”（--only 区县）；要是真的换届，请勾选“很多人离任”（--many-leave）"
        problems.append(Problem(None, "", what, cure))
    return Plan(tuple(steps), leaving, tuple(problems))


def _doubled(entries: Sequence[Entry], row_word: str) -> Iterable[Problem]:
    """The same person twice in a file."""
    for column, key in ((c.ID, _id_of), (c.SOURCE_ID, _source_of)):
        rows: dict[str, int] = {}
        for one in entries:
            value = key(one)
            if value and value in rows:
                yield Problem(one.row, column, f"编号 {value[:40]} 已经用过，在第 {rows[value]} {row_word}",
                              "一位代表只写一行；几级代表的层级用“、”隔开", row_word)  # fmt: skip
            elif value:
                rows[value] = one.row
    alike: dict[Hashable, int] = {}
    for one in entries:
        if one.id or one.source_id:
            continue
        here = _natural(one.deputy)
        if here in alike:
            yield Problem(one.row, c.NAME, f"“{one.deputy.name}”和第 {alike[here]} {row_word}是同名同单位",
                          "是同一个人就只留一行；是两个人请用“来源编号”一列区分", row_word)  # fmt: skip
        alike.setdefault(here, one.row)


def _id_of(one: Entry) -> str:
    return one.id


def _source_of(one: Entry) -> str:
    return one.source_id


def _natural(one: schema.Deputy) -> Hashable:
    return one.name, one.region, one.unit.zh_hans


def _matched(
    entries: Sequence[Entry], known: list[Known], about: list[Known], row_word: str
) -> tuple[dict[int, Known], list[Problem]]:
    """Place in the file -> who that is; one person for one entry. By name only among those the file is `about`."""
    by_id = {one.id: one for one in known}
    by_source = {one.source_id: one for one in known if one.source_id}
    matched: dict[int, Known] = {}
    taken: set[str] = set()
    problems: list[Problem] = []

    def take(place: int, who: Known | None) -> bool:
        if who is None or who.id in taken:
            return False
        matched[place] = who
        taken.add(who.id)
        return True

    for place, entry in enumerate(entries):
        if entry.id:
            take(place, by_id.get(entry.id))
        elif entry.source_id:
            take(place, by_source.get(entry.source_id))
    keys: tuple[Callable[[schema.Deputy], Hashable], ...] = (
        _natural, lambda one: (one.name, one.region, one.township and one.township.zh_hans), lambda one: one.name,
    )  # fmt: skip
    for retired in (False, True):  # who is in office comes before a namesake who has left
        for key in keys:
            open_entries = [i for i, one in enumerate(entries) if i not in matched and not one.id]
            free = [one for one in about if one.id not in taken and one.retired is retired]
            there = _grouped(free, lambda one, key=key: key(one.deputy))  # type: ignore[misc]
            here = _grouped(open_entries, lambda i, key=key: key(entries[i].deputy))  # type: ignore[misc]
            for value, places in here.items():
                candidates = [
                    one for one in there.get(value, []) if not one.source_id or not entries[places[0]].source_id
                ]
                if len(places) == 1 and len(candidates) == 1:
                    take(places[0], candidates[0])
                elif key is _natural and len(candidates) > 1 and not retired:
                    problems.append(Problem(
                        entries[places[0]].row, c.NAME, f"名录里有 {len(candidates)} 位同名同单位的“{value[0]}”",  # type: ignore[index]
                        f"请加“编号”一列写明是哪一位：{'、'.join(one.id for one in candidates[:5])}", row_word,
                    ))  # fmt: skip
    return matched, problems


def _grouped(things: Iterable[Any], key: Callable[[Any], Hashable]) -> Mapping[Hashable, list[Any]]:
    groups: dict[Hashable, list[Any]] = defaultdict(list)
    for one in things:
        groups[key(one)].append(one)
    return groups


def _step(entry: Entry, who: Known | None, new_id: Callable[[], str]) -> Step:
    if who is None:
        return Step(entry, entry.with_id(entry.id or new_id()), "new", source_id=entry.source_id)
    deputy, source = entry.with_id(who.id), entry.source_id or who.source_id
    differing = [field for field in _LABELS if getattr(deputy, field) != getattr(who.deputy, field)]
    said = [f"{_LABELS[one]} {_said(who.deputy, one)} → {_said(deputy, one)}" for one in differing[:6]]
    if who.unchecked != entry.unchecked:
        said.append("待核实，暂不上展台" if entry.unchecked else "已核实")
    if source != who.source_id:
        said.append(c.SOURCE_ID)
    return Step(entry, deputy, _kind(who, differing, bool(said)), "；".join(said), source)


def _kind(who: Known, differing: Sequence[str], changed: bool) -> Kind | None:
    if who.retired:
        return "returned"
    if "name" in differing:
        return "renamed"
    if any(one in differing for one in _PLACE):
        return "moved"
    return "changed" if changed else None


def _said(deputy: schema.Deputy, field: str) -> str:
    value = getattr(deputy, field)
    if field == "region":
        return get(value).name
    if field == "levels":
        return "、".join(LEVELS[one] for one in value)
    if isinstance(value, tuple):
        return "、".join(one.zh_hans if isinstance(one, schema.Words) else str(one) for one in value) or "（无）"
    if isinstance(value, schema.Words):
        return value.zh_hans
    if isinstance(value, bool):
        return "是" if value else "否"
    return str(value) if value is not None else "（无）"
