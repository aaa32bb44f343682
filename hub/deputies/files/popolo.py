"""Popolo JSON (popoloproject.com): persons, their memberships, and what those point to, as one line a person.

Every field may be missing or of another kind in files that people make; what can't be used is as if it were not there.
Of a person's memberships the one that begins last is read, and the levels of all that overlap it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from hub.deputies.files.sheet import MAX_CELL, MAX_LINES, Sheet, Unreadable, line

COLUMNS = (
    "来源编号", "编号", "姓名", "姓名拼音", "英文姓名", "层级", "区县", "乡镇街道", "选区或选举单位", "任期开始",
    "任期结束", "接待", "代表小组", "示例",
)  # fmt: skip
_CURE = "文件里要有 persons，以及 memberships、organizations、areas（popoloproject.com）"
_LEVELS = {"national": "全国", "city": "市", "county": "区县", "township": "乡镇"}

_Things = dict[str, Mapping[str, Any]]


def read(text: str, encoding: str) -> Sheet:
    """A line for each person. Raises Unreadable."""
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        row = getattr(error, "lineno", None)
        raise Unreadable("这不是完整的 JSON 文件", "请重新导出一次；" + _CURE, row) from error
    if not isinstance(document, dict) or not isinstance(document.get("persons"), list):
        raise Unreadable("这不是 Popolo JSON", _CURE)
    persons = document["persons"]
    if len(persons) > MAX_LINES:
        raise Unreadable(f"多于 {MAX_LINES} 人", "请分成几个文件")
    known = _Known(document)
    lines = [line(0, list(COLUMNS))]
    lines += [line(number, _cells(one, known)) for number, one in enumerate(persons, 1)]
    return Sheet(f"Popolo JSON，{encoding}", tuple(lines), row_word="人", external_ids=True)


class _Known:
    """What persons point to, by id."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self.organizations = _by_id(document.get("organizations"))
        self.areas = _by_id(document.get("areas"))
        self.posts = _by_id(document.get("posts"))
        self.events = _by_id(document.get("events"))
        self._held: dict[str, list[Mapping[str, Any]]] = {}
        for one in _things(document.get("memberships")):
            self._held.setdefault(_text(one.get("person_id")), []).append(one)

    def held_by(self, person: Mapping[str, Any]) -> list[Mapping[str, Any]]:
        """The memberships of a person, wherever the file keeps them; the one that began last comes first."""
        id = _text(person.get("id"))
        held = [*(self._held.get(id, []) if id else []), *_things(person.get("memberships"))]
        return sorted(held, key=lambda one: self.span(one)[0], reverse=True)

    def span(self, membership: Mapping[str, Any]) -> tuple[str, str]:
        """From when to when, in the membership's own words or those of the term it belongs to."""
        term = self.events.get(_text(membership.get("legislative_period_id")), {})
        first = _text(membership.get("start_date")) or _text(term.get("start_date"))
        return first, _text(membership.get("end_date")) or _text(term.get("end_date"))


def _cells(person: object, known: _Known) -> list[str]:
    if not isinstance(person, dict):
        return [""] * len(COLUMNS)
    held = known.held_by(person)
    first = held[0] if held else {}
    start, end = known.span(first)
    area = _pointed(first, "area", known.areas) or _pointed(_post(first, known), "area", known.areas)
    names = {_text(one.get("note")): _text(one.get("name")) for one in _things(person.get("other_names"))}
    name = _text(person.get("name")) or next(
        (_text(one.get("name")) or _joined(one) for one in _things(person.get("other_names"))), ""
    )
    bodies = [_pointed(one, "organization", known.organizations) for one in held if known.span(one)[0] == start]
    groups = [_text(b.get("name")) for b in bodies if _text(b.get("classification")) in ("group", "working_group")]
    unit = _text(first.get("label")) or _text(_post(first, known).get("label")) or _text(area.get("name"))
    return [
        _text(person.get("id")), _text(person.get("deputy_code")), name, _text(person.get("sort_name")),
        names.get("en", ""), _levels(bodies), _text(area.get("district")) or _text(area.get("name")),
        _text(area.get("township")), unit, start, end, _reception(person), "、".join(filter(None, groups)),
        "是" if person.get("is_sample") is True else "否",
    ]  # fmt: skip


def _levels(bodies: Iterable[Mapping[str, Any]]) -> str:
    """The levels of congresses: our four words, or what the file calls the body."""
    kinds = [_text(one.get("classification")) for one in bodies]
    return "、".join(dict.fromkeys(_LEVELS[one] for one in kinds if one in _LEVELS))


def _reception(person: Mapping[str, Any]) -> str:
    details = _things(person.get("contact_details"))
    return next((_text(one.get("value")) for one in details if _text(one.get("type")) == "reception"), "")


def _post(membership: Mapping[str, Any], known: _Known) -> Mapping[str, Any]:
    return _pointed(membership, "post", known.posts)


def _pointed(thing: Mapping[str, Any], what: str, known: _Things) -> Mapping[str, Any]:
    """What a thing carries inside it or points to by id."""
    inside = thing.get(what)
    return inside if isinstance(inside, dict) else known.get(_text(thing.get(f"{what}_id")), {})


def _joined(name: Mapping[str, Any]) -> str:
    return " ".join(filter(None, (_text(name.get("given_name")), _text(name.get("family_name")))))


def _by_id(value: object) -> _Things:
    return {_text(one.get("id")): one for one in _things(value) if _text(one.get("id"))}


def _things(value: object) -> list[Mapping[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _text(value: object) -> str:
    """Text of what may be anything: a number is written out, a thing with parts is nothing."""
    if isinstance(value, str):
        return value[: MAX_CELL + 1]
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 1 << 63:
        return str(value)
    return ""
