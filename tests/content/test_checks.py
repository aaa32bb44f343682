"""Each check finds what it is for, says where and what to do, and is quiet about what is right."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from content.checks import CHECKS, Finding, Stock, check_exhibition, translations
from content.checks.__main__ import main
from content.schema import Exhibition
from tests.content.samples_of_content import (
    LAW,
    ballot_block,
    card,
    deputy,
    exhibit,
    exhibition,
    levels_block,
    mailbox,
    panels_block,
    question,
    steps_block,
    text,
    words,
)

FOLDER = Path(__file__).parents[2] / "content" / "exhibition"


def with_text(*args: Any) -> Exhibition:
    return exhibition(mailbox=mailbox(who_reads=text(*args)))


STOCK = Stock(
    art=frozenset({"mini_levels", "emblem", "city_map"}),
    icons=frozenset({"lift"}),
    missing=lambda written: set(written) & {"𰻞"},
    simplify=lambda written: written.replace("區", "区"),
    translated=translations.pairs(with_text("旧的字", "Words that stood here.")),
)


def with_blocks(*blocks: dict[str, Any]) -> Exhibition:
    return exhibition(exhibits=[exhibit("levels", "D1", *blocks)])


def changed(block: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {**block, **more}


def first_of(block: dict[str, Any], field: str, **more: Any) -> dict[str, Any]:
    return {**block, field: [{**block[field][0], **more}, *block[field][1:]]}


def gallery(**more: Any) -> dict[str, Any]:
    one = {"id": "a", "file": "a.png", "name": words(), "alt": words(), "caption": text(), **more}
    return {"kind": "gallery", "id": "pictures", "title": words(), "pictures": [one]}


def film(**more: Any) -> dict[str, Any]:
    files = {"file": "f.mp4", "poster": "f.png", "captions_zh": "zh.vtt", "captions_en": "en.vtt"}
    return {"kind": "film", "id": "film", "title": words(), "seconds": 9, "told": text(), **files, **more}


def bars_block(value: int = 140, **more: Any) -> dict[str, Any]:
    bar = {"name": words(), "basis": "target", "as_of": "2020-10-17", "text": text(), "value": 140}
    bars = [{**bar, "id": "a", "value": value, **more}, {**bar, "id": "b"}]
    chart = {"id": "one", "name": words(), "unit": words(), "bars": bars, "caveat": text()}
    return {"kind": "bars", "id": "bars", "title": words(), "charts": [chart]}


def tiles(zh: str, en: str) -> dict[str, Any]:
    days = [{"id": "a", "day": "2025-03-26", "name": words(), "told": text()}]
    days.append({**days[0], "id": "b", "day": "2025-11-06"})
    return {"kind": "tiles", "id": "map", "title": words(), "days": days, "caveat": text(zh, en), "unknown": text()}


SCHEMATIC = ("示意图，不表示边界。", "Schematic, without borders.")
QUIZ = {"kind": "quiz", "id": "quiz", "title": words(), "count": 2, "about": ["election"]}

WRONG: list[tuple[str, Exhibition, str]] = [
    ("sources", with_text("字", "words", "nobody"), "there is no source 'nobody'"),
    ("numbers", with_text("基数 141 名"), "'141' is no figure of law"),
    ("numbers", with_text("基数一百四十一名"), "'一百四十一' is no figure of law"),
    ("numbers", with_text("基数", "From 2.5 million people"), "'2.5 million' is no figure of law"),
    ("numbers", with_text("2021 年"), "'2021' is no figure of law"),
    ("numbers", with_text("2020 年 9 月"), "'9' is no figure of law"),
    ("bare_numbers", with_blocks({**panels_block(), "title": words("141 名")}), "'141' is no figure of a source"),
    ("bars", with_blocks(bars_block(141)), "141 is no figure of law"),
    (
        "bars",
        with_blocks(bars_block(reached=7, reached_on="2021-01-01", reached_text=text())),
        "7 is no figure of law",
    ),
    ("maps", with_blocks(gallery(shows_map=True)), "the map 'a.png' has no approval number"),
    ("maps", with_blocks(gallery(map_approval="GS(2024)")), "'GS(2024)' is no approval number"),
    ("maps", with_blocks(gallery(file="old-map.png")), "'old-map.png' seems to show a map"),
    ("maps", with_blocks(gallery(alt=words("一张旧地图"))), "'a.png' seems to show a map"),
    ("maps", with_blocks(gallery(caption=text("字", "A map of the city"))), "'a.png' seems to show a map"),
    ("maps", with_blocks(film(told=text("一张老地图慢慢展开。"))), "'f.mp4' seems to show a map"),
    ("maps", with_blocks(film(file="city-map.mp4")), "'city-map.mp4' seems to show a map"),
    ("maps", with_blocks(film(shows_map=True)), "the map 'f.mp4' has no approval number"),
    ("maps", with_blocks(film(map_approval="2024")), "'2024' is no approval number"),
    (
        "maps",
        with_blocks(film(cues=[{"start_ms": 0, "end_ms": 2000, "words": text("看这张老地图。")}])),
        "'f.mp4' seems to show a map",
    ),
    ("maps", with_blocks(steps_block(art="city_map")), "the drawing 'city_map' is named a map"),
    ("maps", with_blocks(tiles("一格一个区县。", SCHEMATIC[1])), "it does not say that the map is schematic"),
    ("maps", with_blocks(tiles(SCHEMATIC[0], "One tile per district.")), "it does not say that the map is schematic"),
    ("length", with_text("字" * 121), "121 characters, at most 120"),
    ("length", with_blocks(steps_block(text=text("字" * 41))), "41 characters, at most 40"),
    ("english", with_text("字", None), "the English is missing"),
    ("english", exhibition(home={"question": words("问", " "), "cards": [card()]}), "the English is missing"),
    ("characters", with_text("區县"), "'區' is not a standard character"),
    ("forms", with_text("好!"), "exclamation mark"),
    ("forms", with_text("第一,第二"), "half-width punctuation in '一,'"),
    ("forms", with_text("字", "It’s here"), "curly quote '’' in English"),
    (
        "drawings_exist",
        exhibition(home={"question": words(), "cards": [card(picture="mini_moon")]}),
        "no drawing 'mini_moon'",
    ),
    ("drawings_exist", with_blocks(steps_block(art="mini_moon")), "no drawing 'mini_moon'"),
    ("drawings_exist", with_blocks(first_of(ballot_block(), "proposals", icon="moon")), "no icon 'moon'"),
    ("emblems", exhibition(exhibits=[exhibit(picture="emblem")]), "'emblem' names an emblem or flag"),
    (
        "references",
        exhibition(home={"question": words(), "cards": [card("exhibit:gone")]}),
        "'exhibit:gone' opens nothing",
    ),
    ("references", exhibition(mailbox=mailbox(phrases={"moon": []})), "phrases for 'moon', which is no topic"),
    ("references", with_blocks(first_of(ballot_block(), "proposals", public=False)), "'p1' fails the screening"),
    ("references", with_blocks(first_of(ballot_block(), "proposals", why_not=text())), "'p1' passes the screening"),
    (
        "references",
        with_blocks(first_of(ballot_block(), "proposals", id="p2")),
        "two of the proposals have the id 'p2'",
    ),
    ("references", exhibition(quiz=[question(about=["moon"])]), "'moon' is neither an exhibit nor a link"),
    ("references", with_blocks(QUIZ), "it draws 2 of 1 questions"),
    ("english_is_current", with_text("新的字", "Words that stood here."), "the Chinese was changed"),
    ("glyphs", with_text("吃𰻞面"), "no font has '𰻞'"),
    ("spoken_forms", with_text("“固定+流动”并列"), "a voice may read '+' wrongly"),
    ("spoken_forms", with_text("扫 QR 码看"), "a voice may read 'QR' wrongly"),
    ("spoken_forms", with_blocks({**panels_block(), "title": words("先打 119 或 110。")}), "may read '110' wrongly"),
    ("spoken_forms", with_text("请重读一遍"), "a voice may read '请重读一' wrongly"),
    (
        "spoken_forms",
        with_blocks({**panels_block(), "title": words("字", spoken={"zh-Hans": "这里有 QR 码"})}),
        "a voice may read 'QR' wrongly",
    ),
    (
        "spoken_forms",
        with_blocks({**panels_block(), "title": words("一加，再加", spoken={"zh-Hans": "一加再加"})}),
        "the spoken form has other clauses",
    ),
]


@pytest.mark.parametrize(("check", "wrong", "message"), WRONG, ids=[message for _, _, message in WRONG])
def test_what_is_wrong_is_found_once_by_its_check(check: str, wrong: Exhibition, message: str) -> None:
    found = [one for one in check_exhibition(wrong, stock=STOCK) if message in one.message]
    assert [one.check for one in found] == [check]
    assert found[0].cure


def test_every_check_has_an_example_of_what_it_finds() -> None:
    elsewhere = {"media_files", "descriptions", "answers", "captions", "film_lengths"}  # test_media, _answers, _films
    assert {check.__name__ for check in CHECKS} == {name for name, _, _ in WRONG} | elsewhere


@pytest.mark.parametrize(
    "right",
    [
        exhibition(),
        with_text("基数 140 名，三分之一；2020 年 10 月 17 日。", "Start at 140, on 17 October 2020."),
        with_text("一号信箱，第一步（两人）。", 'No. 1 Mailbox, it\'s "here"'),
        with_blocks({**panels_block(), "title": words("甲+乙", spoken={"zh-Hans": "甲加乙"})}),
        with_blocks({**panels_block(), "title": words("有 {n} 个，可以重来")}),
        with_blocks(levels_block(), ballot_block(), steps_block(), panels_block()),
        with_blocks(bars_block(), tiles(*SCHEMATIC), {**panels_block(), "title": words("2020 年的 140 名")}),
        with_blocks(gallery(shows_map=True, map_approval="GS（2024）0650号", file="map.png")),
        with_blocks(gallery(shows_map=True, map_approval="渝S(2023)015号", alt=words("地图"))),
        with_blocks(
            film(
                file="city-map.mp4",
                shows_map=True,
                map_approval="渝S（2024）001号",
                cues=[{"start_ms": 0, "end_ms": 2000, "words": text("这是一张地图。", "A map.")}],
            )
        ),
        exhibition(home={"question": words(), "cards": [card("exhibit:levels/more"), card("mailbox", id="b")]}),
    ],
)
def test_what_is_right_is_left_alone(right: Exhibition) -> None:
    assert check_exhibition(right, stock=STOCK) == []


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("周?平", "'?' in '周?平' is no Chinese character of GB 18030-2022"),
        ("周\ue863", "is no Chinese character of GB 18030-2022"),
        ("吃𰻞", "'𰻞' in '吃𰻞' is no Chinese character of GB 18030-2022"),
        ("周𠮷", "no font has '𠮷' of '周𠮷'"),
    ],
)
def test_a_name_that_cannot_be_shown_is_found(name: str, message: str) -> None:
    people = {"as_of": "2026-01-01", "regions": [], "deputies": [deputy(name=name)]}
    stock = Stock(missing=lambda written: set(written) & {"𠮷"})
    (found,) = check_exhibition(exhibition(directory=people), stock=stock)
    assert (found.check, found.file, found.way) == ("names", "directory.json", ("deputies", 0, "name"))
    assert message in found.message


def test_a_name_is_written_as_its_owner_writes_it() -> None:
    people = [deputy(name=name) for name in ("張偉", "周䶮", "艾力·买买提", "〇一")]
    directory = {"as_of": "2026-01-01", "regions": [], "deputies": people}
    assert check_exhibition(exhibition(directory=directory), stock=STOCK) == []


def test_an_arrow_to_no_organ_and_a_wish_for_no_proposal_are_found() -> None:
    levels, ballot = levels_block(), ballot_block()
    levels["levels"][0]["arrows"][0] = {**levels["levels"][0]["arrows"][0], "target": "moon"}
    ballot["rule_sets"][0]["groups"][0] = {**ballot["rule_sets"][0]["groups"][0], "prefers": ["moon"]}
    found = check_exhibition(with_blocks(levels, ballot))
    assert {one.message for one in found} == {"'moon' is no organ of this level", "'moon' is no proposal"}


def test_a_media_file_named_after_an_emblem_is_found(tmp_path: Path) -> None:
    file = tmp_path / "exhibits" / "levels" / "media" / "国徽.png"
    file.parent.mkdir(parents=True)
    file.write_bytes(b"")
    assert [one.check for one in check_exhibition(exhibition(), tmp_path)] == ["emblems", "media_files"]


def test_without_knowing_the_station_only_the_text_is_checked() -> None:
    assert check_exhibition(exhibition(exhibits=[exhibit(picture="mini_moon")])) == []


def test_a_finding_says_where_with_the_line_of_the_authors_file(tmp_path: Path) -> None:
    (tmp_path / "sources.yaml").write_text("- id: law\n  publisher: {}\n  title:\n    zh-Hans: 法\n", "utf-8")
    wrong = exhibition(sources=[{**LAW, "title": words("法", None)}])
    (found,) = check_exhibition(wrong, tmp_path)
    assert str(found) == "sources.yaml:3: the English is missing; add `en`"
    (unlined,) = check_exhibition(wrong)
    assert str(unlined) == "sources.json: 0.title: the English is missing; add `en`"
    assert isinstance(found, Finding)


def test_the_command_says_what_is_wrong_and_exits_with_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(FOLDER)]) == 0
    assert main([str(tmp_path)]) == 1
    assert "home.yaml:1: this file is missing" in capsys.readouterr().err
    wrong = shutil.copytree(FOLDER, tmp_path / "copy")
    (wrong / "home.yaml").write_text((wrong / "home.yaml").read_text("utf-8").replace("找代表", "找代錶"), "utf-8")
    assert main([str(wrong)]) == 1
    assert "'錶' is not a standard character" in capsys.readouterr().err
    assert main([]) == 2


def test_the_command_knows_the_drawings_of_the_project(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = shutil.copytree(FOLDER, tmp_path / "copy")
    home = (wrong / "home.yaml").read_text("utf-8").replace("picture: mini_people", "picture: mini_moon")
    (wrong / "home.yaml").write_text(home, "utf-8")
    assert main([str(wrong)]) == 1
    assert "there is no drawing 'mini_moon'; choose one of " in capsys.readouterr().err
