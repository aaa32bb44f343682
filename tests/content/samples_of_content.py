"""A small exhibition to change in tests: everything there is, as little of it as possible."""

from __future__ import annotations

from datetime import date
from typing import Any

from content.readings import spelled
from content.schema import Exhibition, Text, Words


def words(zh: str = "字", en: str | None = "words", **more: Any) -> dict[str, Any]:
    return {"zh-Hans": zh, "en": en, **more}


def text(zh: str = "代表由选民选出。", en: str | None = "Voters elect deputies.", *sources: str) -> dict[str, Any]:
    return {**words(zh, en), "sources": list(sources or ("law",))}


def steps_block(id: str = "steps", **first: Any) -> dict[str, Any]:
    one = {"id": "a", "name": words(), "text": text(), **first}
    return {"kind": "steps", "id": id, "title": words(), "steps": [one, {"id": "b", "name": words(), "text": text()}]}


def panels_block(id: str = "more") -> dict[str, Any]:
    panel = {"id": "one", "heading": words(), "text": text(), "art": "mini_levels"}
    return {"kind": "panels", "id": id, "title": words(), "panels": [panel]}


def levels_block() -> dict[str, Any]:
    organs = [
        {"id": "congress", "name": words(), "note": text(), "role": "congress"},
        {"id": "government", "name": words(), "note": text(), "role": "executive"},
    ]
    arrow = {"id": "a", "origin": "voters", "target": "congress", "relation": "elects", "text": text()}
    level = {
        "name": words(), "full_name": words(), "election": "direct", "summary": text(),
        "organs": organs, "arrows": [arrow],
    }  # fmt: skip
    levels = [{"id": "township", **level}, {"id": "county", **level}]
    return {"kind": "levels", "id": "levels", "title": words(), "levels": levels}


def ballot_block() -> dict[str, Any]:
    proposal = {
        "name": words(), "icon": "lift", "cost": 100, "serves": 10, "public": True, "within_year": True,
        "within_powers": True, "argument_for": text(), "argument_against": text(),
    }  # fmt: skip
    group = {"id": "all", "name": words(), "count": 20, "prefers": ["p1", "p2"]}
    rules = {"id": "town", "name": words(), "voters_name": words(), "explanation": text(), "effect": text()}
    return {
        "kind": "ballot", "id": "ballot", "title": words(), "rule_sets": [{**rules, "groups": [group]}], "places": 2,
        "proposals": [{**proposal, "id": f"p{n}"} for n in range(1, 5)], "budget": 300, "disclaimer": text(),
        "comparison": text(),
    }  # fmt: skip


def exhibit(id: str = "levels", code: str = "D1", *blocks: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {
        "id": id, "code": code, "title": words(), "subtitle": text(), "gist": text(), "picture": "mini_levels",
        "blocks": list(blocks or (steps_block(), panels_block())), **more,
    }  # fmt: skip


def card(opens: str = "exhibit:levels", **more: Any) -> dict[str, Any]:
    return {"id": "card", "opens": opens, "title": words(), "subtitle": words(), "picture": "mini_levels", **more}


def mailbox(**more: Any) -> dict[str, Any]:
    return {
        "topics": [{"id": "lift", "name": words(), "icon": "lift"}], "places": [{"id": "here", "name": words()}],
        "phrases": {"lift": [words("电梯坏了。", "The lift is broken.")]},
        "consent": {"version": "v1", "text": text()}, "who_reads": text(), **more,
    }  # fmt: skip


def deputy(id: str = "7K2MNP", name: str = "张伟", **more: Any) -> dict[str, Any]:
    return {
        "id": id, "name": name, "name_pinyin": spelled(name), "levels": ["county"], "region": "r9nzfy", "unit": words(),
        "term_from": date(2022, 1, 1), "term_to": date(2027, 1, 1), "reception": words(), **more,
    }  # fmt: skip


def question(id: str = "age", **more: Any) -> dict[str, Any]:
    return {
        "id": id, "question": words("几岁可以投票？", "How old must voters be?"), "about": ["election"],
        "answers": [{"id": "a", "words": words("十八岁", "18")}, {"id": "b", "words": words("二十岁", "20")}],
        "right": "a", "explanation": text(), **more,
    }  # fmt: skip


LAW = {
    "id": "law",
    "title": words(),
    "publisher": words(),
    "dated": date(2020, 10, 17),
    "figures": ["一百四十名", "三分之一"],
}


def exhibition(**more: Any) -> Exhibition:
    """A small exhibition; keywords replace parts of it, as plain data."""
    regions = [
        {"id": "r9nzfy", "name": words("开州区", "Kaizhou District")},
        {"id": "rold12", "name": words("旧区", "Old District"), "until": date(2025, 11, 6)},
    ]
    parts: dict[str, Any] = {
        "home": {"question": words(), "cards": [card()]},
        "exhibits": [exhibit()],
        "sources": [LAW],
        "glossary": [{"id": "deputy", "term": words(), "pinyin": "dàibiǎo", "meaning": text()}],
        "quiz": [question()],
        "mailbox": mailbox(),
        "directory": {"as_of": date(2025, 11, 6), "regions": regions, "deputies": [deputy()]},
    }
    return Exhibition.model_validate({**parts, **more})


def a_text(zh: str = "文字", en: str | None = "Words.", **more: Any) -> Text:
    return Text.model_validate({**text(zh, en), **more})


def some_words(zh: str = "文字", en: str | None = "Words", **more: Any) -> Words:
    return Words.model_validate({**words(zh, en), **more})
